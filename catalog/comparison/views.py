from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from catalog.comparison.choice import FEWEST, MOST, Choice, known_pieces, read_choice
from catalog.comparison.shopper import shopper_for
from catalog.comparison.table import compare as compare_pieces
from catalog.listings import listed_pieces
from catalog.models import Piece
from jewelcompare.http import HtmxHttpRequest, render_page

PIECES_OFFERED = 12


@require_safe
def compare(request: HtmxHttpRequest) -> HttpResponse:
    choice, today = read_choice(request.GET), timezone.localdate()
    shopper = shopper_for(choice.answers, today)
    choice = replace(choice, answers=shopper.answers)
    if not choice.is_asked_by(request.GET):
        return HttpResponseRedirect(choice.address)
    pieces = known_pieces(choice, shopper)
    context = {
        "section": "pieces",
        "notices": list(_notices(choice, pieces)),
        "shows_invented": any(piece.maker.is_invented for piece in pieces),
    }
    if len(pieces) < FEWEST:
        return render(request, "catalog/compare_choose.html", context | {"pieces": pieces, "offered": _offered(pieces)})
    comparison = compare_pieces(pieces[:MOST], choice, today)
    context |= {"comparison": comparison, **shopper.context_for(pieces[:MOST], comparison.choice)}
    return render_page(request, "catalog/compare.html", context, partial="comparison")


def _notices(choice: Choice, pieces: Sequence[Piece]) -> Iterator[str]:
    missing = len(choice.slugs) - len(pieces)
    if missing:
        words = ngettext(
            "One of the pieces in this address is not here; it may have been withdrawn.",
            "%(count)s of the pieces in this address are not here; they may have been withdrawn.",
            missing,
        )
        yield words % {"count": missing}
    if len(pieces) > MOST:
        yield _("Four fit side by side. These are the first four of %(count)s.") % {"count": len(pieces)}


def _offered(pieces: Sequence[Piece]) -> Sequence[Piece]:
    return list(listed_pieces().exclude(pk__in=[piece.pk for piece in pieces])[:PIECES_OFFERED])
