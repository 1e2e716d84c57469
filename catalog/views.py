from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalog.assessment import facts_of
from catalog.choices import State
from catalog.claims import handmade_standing
from catalog.countries import country_name
from catalog.disclosure import disclosed_groups
from catalog.listings import Filter, listed_pieces, shown_makers
from catalog.models import Piece
from catalog.steps import bench_steps
from jewelcompare.http import address_before

PIECES_PER_PAGE = 24


@require_safe
def pieces(request: HttpRequest) -> HttpResponse:
    narrowed = Filter.from_query(request.GET)
    page = Paginator(narrowed.pieces(), PIECES_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "section": "pieces",
        "filter": narrowed,
        "page": page,
        "previous_query": narrowed.query(page=page.previous_page_number()) if page.has_previous() else "",
        "next_query": narrowed.query(page=page.next_page_number()) if page.has_next() else "",
        "shows_invented": any(piece.maker.is_invented for piece in page),
    }
    return render(request, "catalog/pieces.html", context)


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
