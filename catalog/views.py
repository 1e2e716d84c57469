from datetime import timedelta
from math import ceil

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalog.assessment import facts_of
from catalog.choices import State
from catalog.claims import handmade_standing
from catalog.countries import country_name
from catalog.disclosure import disclosed_groups
from catalog.facets.filter import Filter
from catalog.facets.page import address_of, listing_for
from catalog.forms import ReportForm
from catalog.listings import listed_pieces, shown_makers
from catalog.models import Piece
from catalog.steps import bench_steps
from jewelcompare.http import HtmxHttpRequest, address_before, render_page

MINUTE = timedelta(minutes=1)


@require_safe
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
    known = Piece.objects.published().select_related("assessment").with_facts()
    shown = get_object_or_404(known, slug=slug, assessment__isnull=False)
    today = timezone.localdate()
    context = {
        "section": "pieces",
        "verdict_url": address_before(request, reverse("buyers:verdict")),
        "piece": shown,
        "steps": bench_steps(shown),
        "claim": handmade_standing(facts_of(shown), today),
        "groups": disclosed_groups(shown, today),
        "home_country": country_name(settings.HOME_COUNTRY),
        "shows_invented": shown.maker.is_invented,
    }
    return render(request, "catalog/piece.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def wrong(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Piece.objects.published(), slug=slug)
    form = ReportForm(request.POST if request.method == "POST" else None)
    wait = None
    if form.is_valid():
        wait = form.file(shown, timezone.now())
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
def makers(request: HttpRequest) -> HttpResponse:
    shown = list(shown_makers())
    context = {"section": "makers", "makers": shown, "shows_invented": any(maker.is_invented for maker in shown)}
    return render(request, "catalog/makers.html", context)


@require_safe
def maker(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(shown_makers().prefetch_related("people"), slug=slug)
    context = {
        "section": "makers",
        "maker": shown,
        "pieces": listed_pieces().filter(maker=shown, state=State.PUBLISHED),
        "shows_invented": shown.is_invented,
    }
    return render(request, "catalog/maker.html", context)
