from collections.abc import Collection, Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from buyers.shortlist import chosen as choices
from buyers.shortlist.chosen import MOST_KEPT, chosen_by, here
from catalog.choices import State
from catalog.comparison.choice import well_formed
from catalog.models import Piece
from jewelcompare.http import HtmxHttpRequest
from jewelcompare.origin import from_this_site


class SeeOther(HttpResponseRedirect):
    """Fetch that page with GET, whatever brought you here."""

    status_code = 303


@require_POST
@from_this_site
def keep(request: HtmxHttpRequest) -> HttpResponse:
    pieces = _pieces_named(request)
    if not pieces:
        raise Http404
    choices.keep(request.session, [piece.slug for piece in pieces])
    return _answer(request, pieces, _("Kept: %(names)s."))


@require_POST
@from_this_site
def drop(request: HtmxHttpRequest) -> HttpResponse:
    choices.drop(request.session, request.POST.getlist("piece"))
    return _answer(request, _pieces_named(request), _("No longer kept: %(names)s."))


@require_POST
@from_this_site
def lay_in_tray(request: HtmxHttpRequest) -> HttpResponse:
    pieces = _pieces_named(request)
    if not pieces:
        raise Http404
    if choices.lay_in_tray(request.session, pieces[0]):
        return _answer(request, pieces[:1], _("Chosen to compare: %(names)s."))
    return _answer(request, pieces[:1], _("Four fit side by side. Compare them, or take one out first."))


@require_POST
@from_this_site
def take_from_tray(request: HtmxHttpRequest) -> HttpResponse:
    choices.take_from_tray(request.session, request.POST.getlist("piece"))
    return _answer(request, _pieces_named(request), _("No longer compared: %(names)s."))


@require_safe
@cache_control(private=True)
def shortlist(request: HttpRequest) -> HttpResponse:
    chosen = chosen_by(request)
    pieces = chosen.kept_pieces
    gone = set(chosen.kept) - {piece.slug for piece in pieces}
    context = {
        "chosen": chosen,
        "pieces": pieces,
        "gone": gone,
        "gone_names": _names_once_shown(gone) if gone else (),
        "is_full": len(chosen.kept) == MOST_KEPT,
        "most_kept": MOST_KEPT,
        "shows_invented": any(piece.maker.is_invented for piece in pieces),
    }
    return render(request, "buyers/shortlist.html", context)


def _pieces_named(request: HttpRequest) -> list[Piece]:
    """The published ones among those that the form names, in its order."""
    asked = well_formed(request.POST.getlist("piece"))[:MOST_KEPT]
    found = Piece.objects.published().filter(slug__in=asked).only("slug", "name")
    return sorted(found, key=lambda piece: asked.index(piece.slug))


def _names_once_shown(slugs: Collection[str]) -> list[str]:
    """What was withdrawn had a name that everybody could read; a draft's is nobody's business."""
    withdrawn = Piece.objects.filter(slug__in=slugs, state=State.ARCHIVED)
    return list(withdrawn.order_by("name").values_list("name", flat=True))


def _answer(request: HtmxHttpRequest, pieces: Sequence[Piece], said: str) -> HttpResponse:
    """The parts of the page that changed, or the page itself, opened where it was left."""
    if not request.htmx:
        return SeeOther(here(request) + (f"#keep-{pieces[0].slug}" if pieces else ""))
    shown = request.POST.getlist("tile")
    context = {
        "pieces": [piece for piece in pieces if piece.slug in shown],
        "is_tray_used": "in_tray" in request.POST,
        "said": said % {"names": ", ".join(piece.name for piece in pieces)},
    }
    return render(request, "buyers/_chosen.html", context)
