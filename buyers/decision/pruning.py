"""Leaves out, before anything is weighed, pieces that cannot be best of their side whatever the weights."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from buyers.decision.arrays import BoolArray, RowArray

MOST_JUDGES = 256
FEW_ENOUGH = 64
_WORTH_CLOSING_UP = 1 / 8

Goods = Sequence[npt.NDArray[Any]]


def undominated(goods: Goods, order: npt.NDArray[Any]) -> RowArray:
    """The rows (of n) that may be best, ascending: one is left out only for another that is as good in every column.

    `goods` are columns (n,) of which more is better; `order` (n,) tells which rows are tried first as judges of the
    others, the highest first. Of equal rows the first is kept. With weights that are not negative no row that is left
    out has more utility than its judge. At most 256 rows judge, and none once 64 are left: what is kept may hold some
    that are dominated, which costs time and changes nothing.
    """
    rows, left = np.arange(len(order)), [np.asarray(column) for column in goods]
    order, out = np.array(order), np.zeros(len(order), bool)
    for _ in range(MOST_JUDGES):
        if len(rows) <= FEW_ENOUGH or not np.isfinite(order.max()):
            break
        judged, judge = _judged_by(int(np.argmax(order)), left)
        out |= judged
        order[judged] = order[judge] = -np.inf
        if out.mean() >= _WORTH_CLOSING_UP:
            kept = np.flatnonzero(~out)
            rows, left, order, out = rows[kept], [column[kept] for column in left], order[kept], out[kept]
    return rows[~out]


def _judged_by(judge: int, goods: Goods) -> tuple[BoolArray, int]:
    """Which rows another one makes needless, and which one: of those that equal the judge, the first."""
    judged = np.ones(len(goods[0]), bool)
    for column in goods:
        judged &= column <= column[judge]
    before = np.flatnonzero(judged[:judge])
    for column in goods:
        before = before[column[before] == column[judge]]
    first = int(before[0]) if len(before) else judge
    judged[first] = False
    return judged, first
