"""The pages that a wearer sees. They read no session, so they are the same for all and tell of nobody."""

from collections.abc import Mapping
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from buyers.models import WearerLink
from buyers.wearer import links
from buyers.wearer.asking import form_of, read_said
from buyers.wearer.said import rows_of
from buyers.wearer.sizes import ring_sizes, ticks
from jewelcompare.http import SeeOther, View, unlisted
from jewelcompare.origin import is_from_this_site

LONGEST_FINGER, LONGEST_WRIST = 80, 230
SHEET_STEP = 2
CHANGE, TAKE_BACK = "change", "take_back"


def for_the_wearer(view: View) -> View:
    """Tells no search engine, cache or other site; even what comes from elsewhere is refused without menus."""

    @csrf_exempt
    @unlisted
    @cache_control(private=True, no_store=True)
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method == "POST" and not is_from_this_site(request):
            return render(request, "wearer/elsewhere.html", status=403)
        return view(request, *args, **kwargs)

    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@for_the_wearer
def answer(request: HttpRequest, token: str) -> HttpResponse:
    link = links.find(token, timezone.now())
    if link is None:
        return render(request, "wearer/gone.html", status=404)
    if request.method == "POST":
        return _take(request, link)
    said = links.answers_of(link)
    if not said or CHANGE in request.GET:
        return _ask(request, link, {key: [text] for key, text in said.items()}, {})
    return render(request, "wearer/thanks.html", {"link": link, "rows": rows_of(said)})


def _take(request: HttpRequest, link: WearerLink) -> HttpResponse:
    query = {key: [str(text) for text in texts] for key, texts in request.POST.lists()}
    said, errors = ({}, {}) if TAKE_BACK in query else read_said(query, timezone.localdate())
    if errors:
        return _ask(request, link, query, errors)
    links.answer(link, said, timezone.now())
    return SeeOther(request.path)


def _ask(
    request: HttpRequest, link: WearerLink, query: Mapping[str, list[str]], errors: dict[str, list[str]]
) -> HttpResponse:
    form = form_of(query, errors)
    context = {"link": link, "form": form, "fields": list(form), "sizes": ring_sizes()}
    return render(request, "wearer/questions.html", context)


@require_safe
def sizer(request: HttpRequest) -> HttpResponse:
    context = {
        "sizes": ring_sizes(),
        "printed_sizes": ring_sizes(SHEET_STEP),
        "finger_ticks": ticks(LONGEST_FINGER),
        "wrist_ticks": ticks(LONGEST_WRIST),
    }
    return render(request, "wearer/sizer.html", context)
