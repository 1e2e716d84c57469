"""The nearest piece made the other way, and what differs between the two."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import log
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.choices import Role, Side, Way
from catalog.comparison.choice import Choice
from catalog.models import Material, Piece
from catalog.money import money
from catalog.scores import Score, scores_of

# So many pieces next in price are looked at, dearer and cheaper, and so many of them made the other way are compared:
# the work is the same however large the catalog is. Whatever lies further off in price is no counterpart.
SCANNED, COMPARED = 5_000, 12
CHEAPEST, DEAREST = Value(Decimal(0)), Value(Decimal(10**7))
OTHER_SIDE = {Side.HANDCRAFTED: Side.MASS_PRODUCED, Side.MASS_PRODUCED: Side.HANDCRAFTED}

# What an unlikeness counts for: as much as a price higher by that share would.
UNLIKE = {"style": 0.20, "era": 0.10, "worn_by": 0.10}
UNLIKE_METAL, IN_BETWEEN = 0.10, 0.30

LEVELS_TOLD, LEAST_GAP = 3, 1.0


@dataclass(frozen=True, kw_only=True)
class Counterpart:
    """`note` says what its title must not promise; `differences` are whole sentences with the facts of both."""

    piece: Piece
    title: str
    note: str
    differences: tuple[str, ...]
    comparison: str


def nearest_across(piece: Piece) -> Piece | None:
    """The published piece of its kind on the other side that is least unlike it; None where its own side is unknown.

    One query, twice along the index of state, kind and price.
    """
    if not piece.assessment.side:
        return None
    metals = {"metal": _metal_of(OuterRef("pk")), "wanted_metal": _metal_of(piece.pk)}
    near = Piece.objects.filter(pk__in=_near(piece)).with_maker().annotate(**metals)
    return min(near, key=lambda other: (distance(piece, other), other.slug), default=None)


def distance(piece: Piece, other: Piece) -> float:
    """How unlike two pieces are: the logarithm of the ratio of their prices, and what else differs on its scale."""
    unlike = [share for name, share in UNLIKE.items() if getattr(piece, name) != getattr(other, name)]
    unlike += [UNLIKE_METAL] if getattr(other, "metal", "") != getattr(other, "wanted_metal", "") else []
    unlike += [IN_BETWEEN] if other.assessment.way == Way.IN_BETWEEN else []
    return abs(log(other.price / piece.price)) + sum(log(1 + share) for share in unlike)


def counterpart_of(piece: Piece, other: Piece, today: date) -> Counterpart:
    """Both read with their facts and assessments: no further query."""
    way = Way(other.assessment.way)
    titles = {
        Way.HANDCRAFTED: _("The handcrafted counterpart"),
        Way.MASS_PRODUCED: _("The mass-produced counterpart"),
    }
    return Counterpart(
        piece=other,
        title=titles.get(way, _("The nearest counterpart, made in between")),
        note="" if way in titles else _in_between(other),
        differences=tuple(_differences(piece, other, today)),
        comparison=Choice(slugs=(piece.slug, other.slug)).address,
    )


def _next_by_price(piece: Piece, *, is_dearer: bool) -> QuerySet[Piece]:
    """In the order of the index, so that the database stops at the last one that is compared or looked at."""
    beyond = Q(price__gte=piece.price) if is_dearer else Q(price__lt=piece.price)
    by_price = ("price", "pk") if is_dearer else ("-price", "-pk")
    alike = Piece.objects.published().filter(beyond, kind=piece.kind).order_by(*by_price)
    last = Subquery(alike.values("price")[SCANNED : SCANNED + 1])
    near = Q(price__lte=Coalesce(last, DEAREST)) if is_dearer else Q(price__gte=Coalesce(last, CHEAPEST))
    across = alike.filter(near).competing_as(OTHER_SIDE[Side(piece.assessment.side)])
    return across[:COMPARED]


def _near(piece: Piece) -> RawSQL:
    """The numbers of those next by price, on both sides: limited in tables of their own, as SQLite unites no others."""
    sides = [_next_by_price(piece, is_dearer=is_dearer).values("pk") for is_dearer in (True, False)]
    both = [side.query.sql_with_params() for side in sides]
    tables = [f"SELECT * FROM ({sql}) AS side_{number}" for number, (sql, _params) in enumerate(both)]  # noqa: S608
    return RawSQL(" UNION ALL ".join(tables), [value for _sql, params in both for value in params])  # noqa: S611


def _metal_of(piece: Any) -> Subquery:
    metals = Material.objects.filter(piece=piece, role=Role.METAL).order_by("-is_main", "position")
    return Subquery(metals.values("substance")[:1])


def _in_between(other: Piece) -> str:
    if other.assessment.side == Side.HANDCRAFTED:
        return _("Its making is in between. Most of its steps are by hand, so it competes as handcrafted.")
    return _("Its making is in between. Most of its steps are by machine, so it competes as mass-produced.")


def _differences(piece: Piece, other: Piece, today: date) -> Iterator[str]:
    yield _prices(piece, other)
    yield _days(piece, other)
    yield _numbers(piece, other)
    yield from _levels(piece, other, today)


def _prices(piece: Piece, other: Piece) -> str:
    words = {"name": piece.name, "price": money(piece.price), "other": other.name, "its": money(other.price)}
    if piece.price == other.price:
        return _("Both cost %(price)s.") % words
    return _("%(name)s costs %(price)s, %(other)s %(its)s.") % words


def _days(piece: Piece, other: Piece) -> str:
    days = piece.days_max
    if days is None or days != other.days_max:
        return f"{_arrival(piece)} {_arrival(other)}"
    return ngettext("Both are here within a day.", "Both are here within %(days)s days.", days) % {"days": days}


def _arrival(piece: Piece) -> str:
    words = {"name": piece.name, "days": piece.days_max}
    if piece.days_max is None:
        return _("Nobody told us when %(name)s can be here.") % words
    return ngettext("%(name)s is here within a day.", "%(name)s is here within %(days)s days.", piece.days_max) % words


def _numbers(piece: Piece, other: Piece) -> str:
    return f"{_number(piece)} {_number(other)}"


def _number(piece: Piece) -> str:
    made = piece.number_made
    if made is None:
        return _("Nobody told us how many there are of %(name)s.") % {"name": piece.name}
    words = {"name": piece.name, "number": number_format(made, use_l10n=True, force_grouping=True)}
    return ngettext("Of %(name)s there is only one.", "Of %(name)s there are %(number)s.", made) % words


def _levels(piece: Piece, other: Piece, today: date) -> Iterator[str]:
    """The widest gaps between the two; how many there are of each is told already."""
    names = (piece.name, other.name)
    pairs = list(zip(scores_of(piece, today), scores_of(other, today), strict=True))
    wide = [pair for pair in pairs if pair[0].criterion != "uniqueness" and _gap(*pair) >= LEAST_GAP]
    for pair in sorted(wide, key=lambda pair: -_gap(*pair))[:LEVELS_TOLD]:
        yield _level(*sorted(zip(pair, names, strict=True), key=lambda told: (not told[0].words, -told[0].level)))


def _gap(mine: Score, its: Score) -> float:
    return abs(mine.level - its.level)


def _level(more: tuple[Score, str], less: tuple[Score, str]) -> str:
    """The higher of two first, and before both what is told at all."""
    (high, name), (low, other) = more, less
    words = {"criterion": high.name, "name": name, "high": high.words, "other": other, "low": low.words}
    if not low.words:
        return _("%(criterion)s is told of %(name)s, “%(high)s”, and not of %(other)s.") % words
    return _("%(criterion)s stands higher with %(name)s: “%(high)s”, against “%(low)s”.") % words
