"""Where the balance between two sides tips when one number moves and every utility is linear in it.

Exact and without a lossy shortcut: pieces that another of their side beats everywhere are left out, and ranges of steps
are skipped only where bounds prove that the rivals lead nowhere in them.
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
        rows = self.price <= reach
        return Lines(intercept=self.intercept[rows], slope=self.slope[rows], price=self.price[rows])

    def at(self, x: float) -> FloatArray:
        utilities: FloatArray = self.intercept + self.slope * x
        return utilities

    def __len__(self) -> int:
        return len(self.price)


@dataclass(frozen=True, kw_only=True, eq=False)
class Race:
    """The leading side's pieces against the rivals', with the place `x` and the reach of every whole step."""

    leaders: Lines
    rivals: Lines
    place: Callable[[int], float]
    reach: Callable[[int], float]

    def may_tip(self, steps: range) -> bool:
        """False only if the rivals lead at none of the steps; for a single step the exact answer.

        Rivals are bounded from above by the chord of their best utility, which is convex in x, and leaders from below
        by one of their lines; whoever competes somewhere in the range counts as a rival, only who competes
        everywhere in it as a leader.
        """
        ends, reaches = [self.place(steps[0]), self.place(steps[-1])], [self.reach(steps[0]), self.reach(steps[-1])]
        leaders, rivals = self.leaders.within(min(reaches)), self.rivals.within(max(reaches))
        if not len(leaders) or not len(rivals):
            return len(rivals) > 0
        steadiest = int(np.argmax(leaders.at(sum(ends) / 2)))
        return any(ahead(rivals.at(x).max(), leaders.at(x)[steadiest]) for x in ends)


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
