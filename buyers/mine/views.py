from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from buyers.mine import holding
from buyers.mine.holding import as_told, held_by
from jewelcompare.http import SeeOther
from jewelcompare.origin import from_this_site


@require_safe
@cache_control(private=True, no_store=True)
def mine(request: HttpRequest) -> HttpResponse:
    return render(request, "buyers/mine.html", {"held": held_by(request.session)})


@require_safe
@cache_control(private=True, no_store=True)
def download(request: HttpRequest) -> HttpResponse:
    told = as_told(held_by(request.session), request.build_absolute_uri)
    response = JsonResponse(told, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response.headers["Content-Disposition"] = 'attachment; filename="mine.json"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_POST
@from_this_site
def delete(request: HttpRequest) -> HttpResponse:
    holding.delete(held_by(request.session), request.session)
    return SeeOther(reverse("mine:mine"))
