"""Makers who offer in writing to change a design, or to work to a brief or with a stone of the buyer's own."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from buyers.brief import Brief
from buyers.commission.facts import most_of
from catalog.choices import Kind, OptionKind, Side
from catalog.makers import place_of
from catalog.models import Maker, Option, Piece
from catalog.steps import making_line

MOST_MAKERS = 6
# So many pieces are looked at for each way of offering: one maker may have them all.
MOST_LOOKED_AT = 60


def _text(words: str) -> str:
    return words


# From the freest to the most bound.
OFFERS = {
    OptionKind.OWN_BRIEF: _text("Makes %(pieces)s to your own brief."),
    OptionKind.OWN_STONE: _text("Sets your own stone in %(pieces)s."),
    OptionKind.DESIGN_CHANGE: _text("Changes the design of %(pieces)s for you."),
}
SEVERAL = {
    Kind.RING: _text("rings"),
    Kind.EARRINGS: _text("earrings"),
    Kind.NECKLACE: _text("necklaces"),
    Kind.BRACELET: _text("bracelets"),
    Kind.BROOCH: _text("brooches"),
    Kind.CUFFLINKS: _text("cufflinks"),
}


@dataclass(frozen=True, kw_only=True)
class FittingMaker:
    """A maker, where they are, and the piece whose offer speaks for them."""

    maker: Maker
    place: str
    offer: str
    making: str
    piece: Piece


def fitting_makers(brief: Brief) -> list[FittingMaker]:
    """One piece of each, of the kind asked for if there are any, within the budget; eight small queries at most."""
    chosen: dict[int, Piece] = {}
    for pieces in _offers(brief):
        if len(chosen) < MOST_MAKERS:
            for piece in pieces.exclude(maker__in=list(chosen)).select_related("maker")[:MOST_LOOKED_AT]:
                chosen.setdefault(piece.maker_id, piece)
    best = list(chosen.values())[:MOST_MAKERS]
    prefetch_related_objects(best, "steps", "options")
    return [_fitting(piece) for piece in best]


def _offers(brief: Brief) -> Iterator[QuerySet[Piece]]:
    """The freest offers first, of this kind before others; in the order of an index, so that a few are soon found."""
    pieces = Piece.objects.published().competing_as(Side.HANDCRAFTED).order_by("kind", "price", "pk")
    if brief.budget is not None:
        pieces = pieces.filter(price__lte=most_of(brief.budget, brief.stretch))
    for of_kind in [pieces.filter(kind=brief.kind), pieces.exclude(kind=brief.kind)] if brief.kind else [pieces]:
        for kind in OFFERS:
            yield of_kind.filter(Exists(Option.objects.order_by().filter(piece=OuterRef("pk"), kind=kind)))


def _fitting(piece: Piece) -> FittingMaker:
    offered = {option.kind for option in piece.options.all()}
    freest = next(kind for kind in OFFERS if kind in offered)
    return FittingMaker(
        maker=piece.maker,
        place=place_of(piece.maker),
        offer=_(OFFERS[freest]) % {"pieces": _(SEVERAL[Kind(piece.kind)])},
        making=f"{making_line(piece).removesuffix('.')}.",
        piece=piece,
    )
