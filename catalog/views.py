from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalog.assessment import facts_of
from catalog.choices import State
from catalog.claims import handmade_standing
from catalog.countries import country_name
from catalog.disclosure import disclosed_groups
from catalog.facets.filter import Filter
from catalog.facets.page import address_of, listing_for
from catalog.listings import listed_pieces, shown_makers
from catalog.models import Piece
from catalog.steps import bench_steps
from jewelcompare.http import HtmxHttpRequest, address_before, render_page


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
