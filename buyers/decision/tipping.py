"""Where the balance between two sides tips when one number moves and every utility is linear in it.

Exact and without a lossy shortcut: pieces that another of their side beats everywhere are left out, and ranges of steps
are skipped only where bounds prove that the rivals lead nowhere in them. Where the lines move with the steps, the proof
takes those inside a range to be a mix of those at its two ends. The ends themselves are exact, so that the step before
a tip never tips.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from buyers.decision.arrays import FloatArray, RowArray
from buyers.decision.weighing import ahead


@dataclass(frozen=True, kw_only=True, eq=False)
class Lines:
    """Utilities `intercept + slope * x` (m,) of one side's pieces; a piece competes where the reach is its `price`."""

    intercept: FloatArray
    slope: FloatArray
    price: FloatArray

    def within(self, reach: float) -> "Lines":
        """The pieces that compete at this reach."""
        return self.of(np.flatnonzero(self.price <= reach))

    def of(self, rows: RowArray) -> "Lines":
        return Lines(intercept=self.intercept[rows], slope=self.slope[rows], price=self.price[rows])

    def at(self, x: float) -> FloatArray:
        utilities: FloatArray = self.intercept + self.slope * x
        return utilities

    def __len__(self) -> int:
        return len(self.price)


@dataclass(frozen=True, kw_only=True, eq=False)
class Race:
    """The leading side's pieces against the rivals', with the place `x` and the reach of every whole step.

    The pieces of a side are the same at every step and in the same order; their lines may move from step to step.
    """

    leaders: Callable[[int], Lines]
    rivals: Callable[[int], Lines]
    place: Callable[[int], float]
    reach: Callable[[int], float]

    def may_tip(self, steps: range) -> bool:
        """False only if the rivals lead at none of the steps; for a single step the exact answer.

        What a rival has over one of the leaders is linear in x and in the mix of the lines at both ends, thus highest
        where x and the lines are each those of an end; one and the same leader must stand there against all rivals.
        Whoever competes somewhere in the range counts as a rival, only who competes everywhere in it as a leader.
        """
        ends = (steps[0], steps[-1])
        places, reaches = [self.place(end) for end in ends], [self.reach(end) for end in ends]
        leaders = [self.leaders(end).within(min(reaches)) for end in ends]
        rivals = [self.rivals(end).within(max(reaches)) for end in ends]
        if not len(leaders[0]) or not len(rivals[0]):
            return len(rivals[0]) > 0
        leading = np.array([lines.at(x) for lines in leaders for x in places])
        highest = np.array([lines.at(x).max() for lines in rivals for x in places])
        return bool(ahead(highest, leading[:, np.argmax(leading.sum(axis=0))]).any())


def first_tip(race: Race, steps: range) -> int | None:
    """The first of the steps at which the rivals lead, or None: branch and bound, nearest half first."""
    pending = [steps]
    while pending:
        part = pending.pop()
        if not part or not race.may_tip(part):
            continue
        if len(part) == 1:
            return part[0]
        middle = len(part) // 2
        pending += [part[middle:], part[:middle]]
    return None


def undominated(first: FloatArray, second: FloatArray) -> RowArray:
    """The rows that no other row equals or beats in both arrays, in order; of equal rows the first is kept.

    One good row rules out most of the others before the rest are sorted.
    """
    if not len(first):
        return np.zeros(0, dtype=np.intp)
    good = int(np.argmax(first + second))
    rows = np.append(np.flatnonzero((first > first[good]) | (second > second[good])), good)
    order = rows[np.lexsort((-second[rows], -first[rows]))]
    highest_before = np.append(-np.inf, np.maximum.accumulate(second[order])[:-1])
    return np.sort(order[second[order] > highest_before])
