from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from buyers.verdict.example import example_for
from buyers.verdict.quality import quality
from catalog.choices import Side
from catalog.labels.criteria import CRITERION_WORDS
from catalog.listings import recent_pieces
from jewelcompare.headers import for_everybody

RECENT_OF_EACH = 3
EXAMPLE = {"who": "partner", "type": "ring", "budget": "300", "top": "uniqueness,craft,price"}
PRIVATE_PATHS = (
    *("/bring/*?", "/bring/1/", "/bring/2/", "/bring/3/", "/bring/4/"),
    *("/decide/*?", "/decide/check/", "/decide/verdict/", "/decide/verdict.json", "/decide/wearer/"),
    *("/pieces/*answers=", "/compare/", "/shortlist/", "/v/", "/for/", "/account/", "/admin/"),
    "/privacy/yours/",
)
OPEN_PATHS = ("/for/sizer/",)


@require_safe
@for_everybody
def home(request: HttpRequest) -> HttpResponse:
    handcrafted = recent_pieces(Side.HANDCRAFTED, RECENT_OF_EACH)
    mass_produced = recent_pieces(Side.MASS_PRODUCED, RECENT_OF_EACH)
    context = {
        "handcrafted": handcrafted,
        "mass_produced": mass_produced,
        "shows_invented": any(piece.maker.is_invented for piece in [*handcrafted, *mass_produced]),
    }
    return render(request, "pages/home.html", context)


@require_safe
@for_everybody
def method(request: HttpRequest) -> HttpResponse:
    context = {
        "ladders": CRITERION_WORDS.values(),
        "example": example_for(EXAMPLE, timezone.localdate()),
        "quality": quality(),
    }
    return render(request, "pages/method.html", context)


@require_safe
@for_everybody
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/about.html")


@require_safe
@for_everybody
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/privacy.html")


@require_safe
@for_everybody
def robots(request: HttpRequest) -> HttpResponse:
    """The questionnaire's start is open to all; an address with answers in it is a shopper's own."""
    roots = ["", *(f"/{code}" for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE)]
    lines = ["User-agent: *", *(f"Disallow: {root}{path}" for root in roots for path in PRIVATE_PATHS)]
    lines += [f"Allow: {root}{path}" for root in roots for path in OPEN_PATHS]
    lines += [f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
