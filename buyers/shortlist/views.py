from collections.abc import Collection, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from buyers.shortlist import chosen as choices
from buyers.shortlist import sharing
from buyers.shortlist.chosen import MOST_KEPT, chosen_by, here
from buyers.shortlist.sharing import is_own
from catalog.choices import State
from catalog.comparison.choice import FEWEST, MOST, Choice, well_formed
from catalog.listings import listed_pieces
from catalog.models import Piece
from jewelcompare.http import HtmxHttpRequest, SeeOther, unlisted
from jewelcompare.limits import is_within
from jewelcompare.origin import from_this_site


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
        "shared": sharing.shared_by(request.session) if sharing.SHARED in request.session else (),
        "is_full": len(chosen.kept) == MOST_KEPT,
        "most_kept": MOST_KEPT,
        "shows_invented": any(piece.maker.is_invented for piece in pieces),
    }
    return render(request, "buyers/shortlist.html", context)


@require_POST
@from_this_site
def share(request: HttpRequest) -> HttpResponse:
    pieces = chosen_by(request).kept_pieces
    if not pieces:
        return SeeOther(reverse("shortlist:list"))
    if not (sharing.may_share(request.session, timezone.now()) and is_within(request, "share_shortlist")):
        context = {"back_url": reverse("shortlist:list"), "back": _("Back to the shortlist")}
        return render(request, "buyers/shared_too_often.html", context, status=429)
    return SeeOther(reverse("shortlist:shared", args=[sharing.share(request.session, pieces).token]))


@require_safe
@unlisted
def shared(request: HttpRequest, token: str) -> HttpResponse:
    found = get_object_or_404(sharing.open_lists(timezone.now()), token=token)
    listed = listed_pieces().filter(shared_entries__shortlist=found).order_by("shared_entries__position")
    pieces = list(listed)
    context = {
        "pieces": pieces,
        "gone": found.entries.count() - len(pieces),
        "revoke_address": reverse("shortlist:revoke", args=[token]) if is_own(request.session, token) else "",
        "address": request.build_absolute_uri(request.path),
        "compare_address": Choice(slugs=tuple(piece.slug for piece in pieces)).address,
        "may_compare": FEWEST <= len(pieces) <= MOST,
        "shows_invented": any(piece.maker.is_invented for piece in pieces),
    }
    return render(request, "buyers/shared_shortlist.html", context)


@require_POST
@from_this_site
def revoke(request: HttpRequest, token: str) -> HttpResponse:
    if not is_own(request.session, token):
        raise Http404
    sharing.revoke(request.session, token)
    return SeeOther(reverse("shortlist:list"))


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
