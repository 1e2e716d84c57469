"""How far each point of the article holds for every published piece, as one number that its own facts give."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import inf

import numpy as np
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buyers.stock.columns import Columns, Numbers, Shorts, told
from buyers.verdict.wording import fact_about
from catalog.choices import Coating, Grade, Kind, Side
from catalog.levels.scale import VARIANCE, unknown_level
from catalog.models import Piece
from catalog.money import money
from catalog.packing import LEVELS

MANY_ALIKE, FEW_ALIKE = 100, 10
SOON_DAYS, LATE_DAYS = 7, 14
SMALL_PRICE = 50
CLEARLY_DEARER = 1.05
NOTHING_DOCUMENTED, DOCUMENTED = 1, 2


@dataclass(frozen=True, kw_only=True)
class Gauge:
    """Higher speaks for the point and nan says nothing; from `supports` up and from `contradicts` down it is said.

    `say` gives the reason in a short sentence, from the piece's own fact.
    """

    read: Callable[[Columns], Numbers]
    say: Callable[[Piece, Columns, date], str]
    supports: float = inf
    contradicts: float = -inf


def _told(criterion: str, sign: int = 1) -> Callable[[Columns], Numbers]:
    """The level where its maker signed a fact or it was seen: neither unknown nor a bare claim."""
    at = LEVELS.index(criterion)
    unknown = unknown_level(criterion)

    def read(columns: Columns) -> Numbers:
        levels, variances = columns.levels[at], columns.palette[columns.variances[at]]
        is_unknown = np.isclose(levels, unknown.value) & np.isclose(variances, unknown.variance)
        is_bare = np.isclose(variances, VARIANCE[Grade.BARE])
        return np.where(is_unknown | is_bare, np.nan, sign * levels)

    return read


def _fact(criterion: str) -> Callable[[Piece, Columns, date], str]:
    return lambda piece, _columns, today: fact_about(criterion, piece, today)


def _number(column: Shorts) -> Numbers:
    return np.where(told(column), column, np.nan).astype(np.float64)


def _price_ratio(columns: Columns) -> Numbers:
    """The price by the middle price of the other side's pieces of that kind."""
    ratios = np.full(len(columns), np.nan)
    for side in Side:
        for kind in Kind:
            rows = columns.is_any("side", [side]) & columns.is_any("kind", [kind])
            ratios[rows] = columns.price[rows] / _middle_price(columns, _other(side), kind)
    return ratios


def _middle_price(columns: Columns, side: Side, kind: str) -> float:
    prices = columns.price[columns.is_any("side", [side]) & columns.is_any("kind", [kind])]
    return float(np.median(prices)) if len(prices) else np.nan


def _other(side: Side) -> Side:
    return Side.MASS_PRODUCED if side == Side.HANDCRAFTED else Side.HANDCRAFTED


def _compare_price(piece: Piece, columns: Columns, _today: date) -> str:
    side = _other(Side(piece.assessment.side))
    prices = {
        "price": money(piece.price),
        "middle": money(Decimal(round(_middle_price(columns, side, piece.kind)))),
    }
    if side == Side.HANDCRAFTED:
        return _("%(price)s. The middle price of handcrafted pieces of its kind here is %(middle)s.") % prices
    return _("%(price)s. The middle price of mass-produced pieces of its kind here is %(middle)s.") % prices


def _small_price(piece: Piece, _columns: Columns, _today: date) -> str:
    return _("%(price)s, with its share of dies, moulds and machines.") % {"price": money(piece.price)}


def _supply(piece: Piece, _columns: Columns, _today: date) -> str:
    count = piece.can_supply or 0
    number = number_format(count, force_grouping=True)
    return ngettext("Only one can be had.", "%(number)s alike can be had.", count) % {"number": number}


def _days(piece: Piece, _columns: Columns, _today: date) -> str:
    days = piece.days_max or 0
    return ngettext("Here in %(days)s day.", "Here in %(days)s days.", days) % {"days": days}


def _harm(columns: Columns) -> Numbers:
    """A plating bath with nothing documented speaks of harm; documents speak against it; silence alone says nothing."""
    documented = _told("sustain")(columns)
    is_bath = columns.is_any("surface", [Coating.PLATED]) & (documented <= NOTHING_DOCUMENTED)
    return np.where(is_bath, 1.0, np.where(documented >= DOCUMENTED, -documented, np.nan))


def _footprint(piece: Piece, _columns: Columns, today: date) -> str:
    told = fact_about("sustain", piece, today)
    if piece.assessment.sustain >= DOCUMENTED:
        return told
    return " ".join([_("It is plated."), told])


GAUGES: Mapping[str, Gauge] = {
    "precision": Gauge(read=_told("precision"), say=_fact("precision"), supports=3, contradicts=2),
    "few_workers": Gauge(
        read=lambda columns: -_price_ratio(columns), say=_compare_price, supports=-1, contradicts=-CLEARLY_DEARER
    ),
    "efficiency": Gauge(
        read=lambda columns: _number(columns.can_supply), say=_supply, supports=MANY_ALIKE, contradicts=FEW_ALIKE
    ),
    "prompt": Gauge(
        read=lambda columns: -_number(columns.days_max), say=_days, supports=-SOON_DAYS, contradicts=-LATE_DAYS
    ),
    "high_initial_cost": Gauge(read=lambda columns: columns.price, say=_small_price, contradicts=SMALL_PRICE),
    "pollution": Gauge(read=_harm, say=_footprint, supports=1, contradicts=-DOCUMENTED),
    "lack_of_uniqueness": Gauge(read=_told("uniqueness", -1), say=_fact("uniqueness"), supports=-1, contradicts=-1.5),
    "inflexible": Gauge(read=_told("custom", -1), say=_fact("custom"), supports=0, contradicts=-2),
    "unique_design": Gauge(read=_told("uniqueness"), say=_fact("uniqueness"), supports=4, contradicts=2),
    "craftsmanship": Gauge(read=_told("craft"), say=_fact("craft"), supports=3, contradicts=1),
    "trust": Gauge(read=_told("provenance"), say=_fact("provenance"), supports=4, contradicts=2),
    "features": Gauge(read=_told("character"), say=_fact("character"), supports=3, contradicts=0),
    "sustainable": Gauge(read=_told("sustain"), say=_fact("sustain"), supports=2, contradicts=1),
    "meets_needs": Gauge(read=_told("custom"), say=_fact("custom"), supports=3, contradicts=0),
    "costs_more": Gauge(read=_price_ratio, say=_compare_price, supports=CLEARLY_DEARER, contradicts=1),
    "sketches": Gauge(read=_told("certainty", -1), say=_fact("certainty"), supports=-1, contradicts=-3),
}
