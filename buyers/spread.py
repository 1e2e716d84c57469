"""All that lies in reach of a brief, and every way of weighing it: what the pictures of a verdict are drawn from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from buyers.brief import Brief
from buyers.decision import Side
from buyers.decision.values import BUDGET_WITHOUT_LIMIT
from buyers.field import Field, decide_field
from catalog.models import Piece

MOST_IN_REACH = 200


@dataclass(frozen=True, kw_only=True)
class InReach:
    """A piece within all musts: `fit` is 100 x mean utility; `is_best` tells that it speaks for its side."""

    piece: Piece
    side: Side
    fit: float
    is_best: bool


@dataclass(frozen=True, kw_only=True)
class Spread:
    """`leads` are 100 x the lead of the best handcrafted piece under each way of weighing, the greatest first; none
    where a side has no piece. `pieces` are the best of each side, at most 200 together, and `in_reach` counts all.
    """

    pieces: tuple[InReach, ...]
    in_reach: int
    budget: float
    leads: tuple[float, ...]


def spread_of(brief: Brief, today: date) -> Spread:
    """Two queries: whether the catalog changed, and the pieces drawn."""
    field = decide_field(brief, today)
    leads = field.decision.leads
    pieces = sorted(_pieces_in(field), key=lambda one: (-one.fit, one.piece.name))
    return Spread(
        pieces=tuple(pieces),
        in_reach=int(field.possible.sum()),
        budget=field.limits.budget or BUDGET_WITHOUT_LIMIT,
        leads=() if leads is None else tuple((100 * np.sort(leads)[::-1]).tolist()),
    )


def _pieces_in(field: Field) -> Iterator[InReach]:
    rows = {side: field.best_of(side, MOST_IN_REACH // len(Side)) for side in Side}
    keys = {side: field.stock.keys_at(rows[side]) for side in Side}
    utilities = field.utilities_by_row([row for side in Side for row in rows[side]])
    drawn = [key for side in Side for key in keys[side]]
    pieces = {**Piece.objects.only("name", "slug", "price").in_bulk(drawn), **field.private}
    for side in Side:
        for row, key in zip(rows[side], keys[side], strict=True):
            yield InReach(piece=pieces[key], side=side, fit=100 * utilities[row], is_best=row == rows[side][0])
