"""Makers who offer in writing to change a design, or to work to a brief or with a stone of the buyer's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, F, IntegerField, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _

from buyers.brief import Brief
from buyers.commission.facts import most_of
from catalog.choices import Kind, OptionKind, Side, State
from catalog.makers import place_of
from catalog.models import Maker, Option, Piece
from catalog.steps import making_line

MOST_MAKERS = 6


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
    """One piece of each, of the kind asked for if they have one, within the budget; two queries."""
    return [_fitting(option) for option in _best_offers(brief)]


def _best_offers(brief: Brief) -> Sequence[Option]:
    """The database picks each maker's best, so that six come back however many there are."""
    freedom = [When(kind=kind, then=Value(rank)) for rank, kind in enumerate(OFFERS)]
    is_other = Case(When(piece__kind=brief.kind or "", then=Value(0)), default=Value(1), output_field=IntegerField())
    order = ("is_other", "freedom", "piece__price", "piece__slug")
    offers = Option.objects.filter(
        kind__in=list(OFFERS), piece__state=State.PUBLISHED, piece__assessment__side=Side.HANDCRAFTED, **_within(brief)
    ).annotate(is_other=is_other, freedom=Case(*freedom, output_field=IntegerField()))
    place = Window(RowNumber(), partition_by=F("piece__maker"), order_by=order)
    best = offers.annotate(place=place).filter(place=1).order_by(*order)
    return best.select_related("piece__maker").prefetch_related("piece__steps")[:MOST_MAKERS]


def _within(brief: Brief) -> dict[str, Decimal]:
    return {} if brief.budget is None else {"piece__price__lte": most_of(brief.budget, brief.stretch)}


def _fitting(option: Option) -> FittingMaker:
    piece = option.piece
    return FittingMaker(
        maker=piece.maker,
        place=place_of(piece.maker),
        offer=_(OFFERS[OptionKind(option.kind)]) % {"pieces": _(SEVERAL[Kind(piece.kind)])},
        making=making_line(piece),
        piece=piece,
    )
