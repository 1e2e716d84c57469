from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from buyers.article import HANDCRAFTED, MASS_PRODUCED, POINTS
from buyers.guide.examples import examples_by_point
from buyers.guide.names import NAMES
from buyers.outcomes.counting import tally
from catalog.techniques import TECHNIQUES, Doer
from jewelcompare.headers import for_everybody


@require_safe
@for_everybody
def guide(request: HttpRequest) -> HttpResponse:
    examples = examples_by_point(timezone.localdate())
    readings = [(point, examples[point.key]) for point in POINTS]
    context = {
        "section": "guide",
        "by_hand": [one for one in TECHNIQUES.values() if one.doer == Doer.HAND],
        "by_machine": [one for one in TECHNIQUES.values() if one.doer == Doer.MACHINE],
        "either": [one for one in TECHNIQUES.values() if one.doer == Doer.EITHER],
        MASS_PRODUCED: [reading for reading in readings if reading[0].side == MASS_PRODUCED],
        HANDCRAFTED: [reading for reading in readings if reading[0].side == HANDCRAFTED],
        "tally": tally(),
        "shows_invented": any(one.piece.maker.is_invented for found in examples.values() for one in found),
    }
    return render(request, "pages/guide.html", context)


@require_safe
@for_everybody
def names(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/names.html", {"section": "guide", "names": NAMES})
