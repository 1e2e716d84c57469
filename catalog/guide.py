from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalog.glossary import TERMS
from catalog.made_so import makers_using, pieces_made_by
from catalog.techniques import FAMILIES, TECHNIQUES
from jewelcompare.headers import for_everybody

PIECES_SHOWN = 8
MAKERS_SHOWN = 12


@require_safe
@for_everybody
def glossary(request: HttpRequest) -> HttpResponse:
    return render(request, "catalog/glossary.html", {"section": "guide", "terms": TERMS})


@require_safe
@for_everybody
def techniques(request: HttpRequest) -> HttpResponse:
    return render(request, "catalog/techniques.html", {"section": "guide", "families": FAMILIES})


@require_safe
@for_everybody
def technique(request: HttpRequest, slug: str) -> HttpResponse:
    if slug not in TECHNIQUES:
        raise Http404
    shown = TECHNIQUES[slug]
    pieces = list(pieces_made_by(shown)[:PIECES_SHOWN])
    context = {
        "section": "guide",
        "technique": shown,
        "beside": [TECHNIQUES[other] for other in shown.beside],
        "pieces": pieces,
        "makers": makers_using(shown)[:MAKERS_SHOWN],
        "shows_invented": any(piece.maker.is_invented for piece in pieces),
    }
    return render(request, "catalog/technique.html", context)
