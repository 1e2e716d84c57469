"""The pieces that can decide a verdict, found among all without a loss; the rest is weighed once. Plain.

Source: Pareto dominance; with weights that are not negative a dominated piece is never ahead of the one that dominates
it. Price and date are columns of their own, so that this holds for any budget and any deadline as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import floor

import numpy as np

from buyers.decision import Limits, Side
from buyers.decision.arrays import FloatArray
from buyers.decision.criteria import COLUMN_COUNT, CRITERION_COUNT
from buyers.decision.pruning import undominated
from buyers.stock.columns import Columns, Flags, Rows, Singles, told
from buyers.stock.scoring import best_of_sides, utilities
from buyers.stock.stock import Stock
from catalog.packing import CENTS, MOST, UNTOLD

# More than are shown or compared of a side.
BEST_PER_SIDE = 32
FEW = 256
MOST_FRONTS = 128
_ANY = Limits()
_EVENLY = np.full(COLUMN_COUNT, 1 / CRITERION_COUNT)


@dataclass(frozen=True, kw_only=True, eq=False)
class Contenders:
    """`rows` ascend; `best` are the rows best by the weights and within the limits, for each side, best first."""

    rows: Rows
    best: Mapping[Side, Sequence[int]]


def contenders(stock: Stock, met: Flags, limits: Limits, weights: FloatArray) -> Contenders:
    """Of those that meet all musts but budget and date; `met` tells of gone rows too.

    The rows hold, for each side, every piece that can be best at some budget, date and weights; those best by these
    weights; the dearest in time and the last to arrive within the budget; and all of the smaller parts.
    """
    opened = met & stock.present
    best = best_of_sides(stock, opened & within(stock, limits), limits, weights, BEST_PER_SIDE)
    fresh = np.flatnonzero(opened[stock.start_of(1) :]) + stock.start_of(1)
    found = [_front(stock, met), fresh, *(np.array(rows, np.intp) for rows in best.values())]
    return Contenders(rows=np.unique(np.concatenate([*found, _ends(stock, opened, limits)])), best=best)


def within(stock: Stock, limits: Limits) -> Flags:
    """The rows that keep to the budget and arrive in time."""
    return stock.read(lambda part: _affordable(part, limits) & _in_time(part, limits))


def _front(stock: Stock, met: Flags) -> Rows:
    """Of the large part, kept by what is met; worked out without the gone rows only if some of them stands in it."""
    flags = stock.of_part(0, met)
    front = _kept_front(stock.parts[0], flags)
    present = stock.of_part(0, stock.present)
    return front if present[front].all() else _kept_front(stock.parts[0], flags & present)


def _kept_front(large: Columns, flags: Flags) -> Rows:
    key = blake2b(np.packbits(flags).tobytes(), digest_size=16).digest()
    if key not in large.fronts:
        if len(large.fronts) >= MOST_FRONTS:
            large.fronts.clear()
        large.fronts[key] = _read_front(large, flags)
    return large.fronts[key]


def _read_front(large: Columns, flags: Flags) -> Rows:
    order = utilities(large, _ANY, _EVENLY)
    front: Rows = np.concatenate([_front_of_side(large, flags, order, large.span(side)) for side in Side])
    return front


def _front_of_side(large: Columns, flags: Flags, order: Singles, span: slice) -> Rows:
    rows: Rows = span.start + np.flatnonzero(flags[span])
    if len(rows) <= FEW:
        return rows
    days = large.days_max[rows].astype(np.int32)
    soonness = -np.where(days == UNTOLD, MOST + 1, days)
    return rows[undominated([-large.cents[rows], soonness, *large.matrix[1:, rows]], order[rows])]


def _ends(stock: Stock, opened: Flags, limits: Limits) -> Rows:
    """What bounds the budgets and the days that are told: of each side the dearest in time, and the last to arrive."""
    found = []
    for at, part in enumerate(stock.parts):
        flags = stock.of_part(at, opened)
        timely, affordable = flags & _in_time(part, limits), flags & _affordable(part, limits)
        for span in map(part.span, Side):
            for column, counted in ((part.cents, timely), (part.days_max, affordable)):
                highest = np.where(counted[span], column[span], UNTOLD)
                if len(highest) and highest.max() > UNTOLD:
                    found.append(stock.start_of(at) + span.start + int(highest.argmax()))
    return np.array(found, np.intp)


def _affordable(part: Columns, limits: Limits) -> Flags:
    if limits.budget is None:
        return np.ones(len(part), bool)
    return part.cents <= floor(CENTS * limits.reach(limits.budget))


def _in_time(part: Columns, limits: Limits) -> Flags:
    if limits.days is None:
        return np.ones(len(part), bool)
    return told(part.days_max) & (part.days_max <= limits.days)
