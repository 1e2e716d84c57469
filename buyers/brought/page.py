"""The pieces a shopper brought as pages show them: what was understood, how each stands, and where to go from there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buyers.brief import Brief, canonical_query
from buyers.brought.address import address_of_own
from buyers.brought.pieces import slug_of
from buyers.brought.standing import OwnPiece
from buyers.brought.words import Fact, facts_in, name_of
from buyers.brought.written import MOST_OWN
from buyers.decision import Side
from buyers.seller.wording import Asking
from buyers.verdict.reasons import MUSTS
from buyers.visits import BRING, address_of
from catalog.models import Piece


@dataclass(frozen=True, kw_only=True)
class OwnCard:
    number: str
    name: str
    piece: Piece | None
    facts: tuple[Fact, ...]
    standing: tuple[str, ...]
    not_told: str
    change_address: str
    remove_address: str
    asking: Asking | None = None


def card_for(own: OwnPiece, brief: Brief, taken: Piece | None, asking: Asking | None = None) -> OwnCard:
    """`taken` is the piece that the verdict names."""
    others = [pair for pair in brief.answers.items() if pair[0] != slug_of(own.number)]
    return OwnCard(
        number=own.number,
        name=own.piece.name if own.piece else name_of(own.told, own.number),
        piece=own.piece,
        facts=tuple(facts_in(own.told)),
        standing=tuple(_standing_of(own, taken)),
        not_told=", ".join(own.open_facts),
        change_address=address_of_own(own.number, brief),
        remove_address=address_of(BRING, others),
        asking=asking,
    )


def free_number(answers: Mapping[str, str]) -> str:
    """The number that the next piece gets; empty when there is no room for one more."""
    numbers = (str(number) for number in range(1, MOST_OWN + 1))
    return next((number for number in numbers if slug_of(number) not in answers), "")


def compare_address(brief: Brief, slugs: list[str]) -> str:
    """Pieces side by side, for these answers."""
    pairs = [*(("piece", slug) for slug in slugs), ("answers", canonical_query(brief.answers))]
    return f"{reverse('catalog:compare')}?{urlencode(pairs)}"


def _standing_of(own: OwnPiece, taken: Piece | None) -> Iterator[str]:
    if own.piece is None:
        yield _("What it is and what it costs must be known before it can be weighed.")
        return
    for must in own.failed:
        yield _(OUT_OF_IT[must]) if must in OUT_OF_IT else f"{_(MUSTS[must])}."
    if own.failed or own.place is None or own.behind is None:
        yield _("So it stays out of the verdict.")
        return
    yield _place(own)
    if own.behind == 0:
        yield _("It is the piece that the verdict names.")
    elif taken is not None:
        yield _behind(own.behind, taken)


def _place(own: OwnPiece) -> str:
    words = {"place": own.place, "possible": own.possible}
    if own.side is Side.HANDCRAFTED:
        only = _("It competes as handcrafted, the only one that keeps to your limits.")
        many = _("It competes as handcrafted: number %(place)s of %(possible)s that keep to your limits.")
    else:
        only = _("It competes as mass-produced, the only one that keeps to your limits.")
        many = _("It competes as mass-produced: number %(place)s of %(possible)s that keep to your limits.")
    return only if own.possible == 1 else many % words


def _behind(behind: float, taken: Piece) -> str:
    points = round(behind)
    if points == 0:
        return _("%(taken)s is ahead of it by less than a point of 100.") % {"taken": taken.name}
    return ngettext(
        "%(taken)s is ahead of it by %(points)s point of 100.",
        "%(taken)s is ahead of it by %(points)s points of 100.",
        points,
    ) % {"taken": taken.name, "points": points}


def _text(text: str) -> str:
    return text


# The reasons of lists, as said of the one piece that is looked at.
OUT_OF_IT = {
    "making": _text("Nobody told how it is made, and without that it is neither handcrafted nor mass-produced."),
    "type": _text("It is of another kind than you asked for."),
    "budget": _text("It is over your budget."),
    "when": _text("It may not be here in time."),
    "quantity": _text("Nobody told that so many alike can be had."),
    "skin": _text("No nickel test has been seen, and for skin that reacts a claim is not enough."),
    "metal": _text("Its surface is not known to be as you asked."),
    "style": _text("Its look is not known to be as you asked."),
    "size": _text("It is not known to come in that size."),
    "see": _text("It cannot be seen before paying as you asked."),
    "back": _text("It is not known that it can be returned."),
    "proof": _text("It lacks a proof that you asked for."),
}
