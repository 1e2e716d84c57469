from datetime import timedelta
from math import ceil

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalog.facets.filter import Filter
from catalog.facets.page import address_of, listing_for
from catalog.forms import ReportForm
from catalog.maker_page import maker_page
from catalog.makers import maker_rows, number_of_page, shown_makers
from catalog.models import Piece
from catalog.piece_page import piece_page, surroundings_of
from catalog.reports import WINDOW
from catalog.structured import structures_of_maker
from jewelcompare.headers import for_everybody
from jewelcompare.http import HtmxHttpRequest, address_before, render_page
from jewelcompare.limits import is_within
from jewelcompare.origin import from_this_site

MINUTE = timedelta(minutes=1)


@require_safe
@for_everybody
def pieces(request: HtmxHttpRequest) -> HttpResponse:
    query = dict(request.GET.lists())
    listing = listing_for(Filter.from_query(query), timezone.localdate())
    address = address_of(listing.asked)
    if not request.htmx and [(key, text) for key, texts in query.items() for text in texts] != listing.asked.pairs:
        return redirect(address)
    context = {
        "section": "pieces",
        "listing": listing,
        "address": address,
        "shows_invented": any(piece.maker.is_invented for piece in listing.pieces),
    }
    response = render_page(request, "catalog/pieces.html", context, partial="listing")
    response.headers["HX-Push-Url"] = address
    return response


@require_safe
def piece(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Piece.objects.published().with_maker(), slug=slug, assessment__isnull=False)
    context = piece_page(shown, timezone.localdate()) | surroundings_of(shown, request)
    context["verdict_url"] = address_before(request, reverse("buyers:verdict"))
    return render(request, "catalog/piece.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@from_this_site
def wrong(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Piece.objects.published(), slug=slug)
    form = ReportForm(request.POST if request.method == "POST" else None)
    wait = None
    if form.is_valid():
        wait = form.file(shown, timezone.now()) if is_within(request, "report") else WINDOW
        if wait is None:
            return redirect("catalog:wrong_thanks", slug)
    context = {"section": "pieces", "piece": shown, "form": form, "minutes": ceil(wait / MINUTE) if wait else 0}
    response = render(request, "catalog/wrong.html", context, status=429 if wait else 200)
    if wait:
        response.headers["Retry-After"] = str(ceil(wait.total_seconds()))
    return response


@require_safe
def wrong_thanks(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Piece.objects.published(), slug=slug)
    return render(request, "catalog/wrong_thanks.html", {"section": "pieces", "piece": shown})


@require_safe
@for_everybody
def makers(request: HttpRequest) -> HttpResponse:
    number = number_of_page(request.GET.get("page", ""))
    rows, has_next = maker_rows(number)
    if number > 1 and not rows:
        raise Http404
    path = reverse("catalog:makers")
    context = {
        "section": "makers",
        "rows": rows,
        "number": number,
        "has_next": has_next,
        "url": request.build_absolute_uri(path if number == 1 else f"{path}?page={number}"),
        "shows_invented": any(row.maker.is_invented for row in rows),
    }
    return render(request, "catalog/makers.html", context)


@require_safe
@for_everybody
def maker(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(shown_makers().prefetch_related("people"), slug=slug)
    context = maker_page(shown, request.GET.get("page"), timezone.localdate()) | {
        "section": "makers",
        "structures": structures_of_maker(shown, request.build_absolute_uri),
        "shows_invented": shown.is_invented,
    }
    number = context["page"].number
    query = f"?page={number}" if number > 1 else ""
    context["url"] = request.build_absolute_uri(shown.get_absolute_url() + query)
    return render(request, "catalog/maker.html", context)
