"""The nearest budgets, days and weights, in whole steps, at which the side that does not lead would lead."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import ceil, floor, inf

import numpy as np

from buyers.decision.arrays import BoolArray, FloatArray, RowArray
from buyers.decision.criteria import CRITERIA, CRITERION_COUNT, Criterion
from buyers.decision.preferences import MOST_PERCENT
from buyers.decision.situation import Situation
from buyers.decision.tipping import Lines, Race, first_tip, undominated
from buyers.decision.values import PRICE_SPAN
from buyers.decision.weighing import ahead, weighed

_PRICE = Criterion.PRICE.column


@dataclass(frozen=True, kw_only=True)
class WeightTip:
    """The first of the whole `steps` of a criterion's weight, its mean now being `start` percent, that tips."""

    criterion: Criterion
    start: float
    end: int
    steps: range

    @property
    def size(self) -> float:
        return abs(self.end - self.start)


def budget_tips(situation: Situation) -> tuple[int, ...]:
    """The nearest higher and lower whole budget at which the rivals lead, each if there is one.

    None without a budget; a tip below the cheapest or beyond the dearest of the rivals in time is left out (settled.md
    18). With x = 1 / budget every utility is linear in x (decision-model.md 3.2); after a duel the weights move too.
    """
    budget = situation.limits.budget
    if budget is None:
        return ()
    prices = situation.market.price[situation.is_rival & situation.in_time]
    cheapest, dearest = ceil(prices.min()), ceil(prices.max())
    higher, lower = range(floor(budget) + 1, dearest + 1), range(ceil(budget) - 1, cheapest - 1, -1)
    race = _budget_race(situation)
    tips = (first_tip(race, steps) for steps in (higher, lower))
    return tuple(tip for tip in tips if tip is not None and cheapest <= tip <= dearest)


def day_tips(situation: Situation) -> tuple[int, ...]:
    """The nearest later and earlier whole number of days at which the rivals lead, each if there is one.

    No value depends on the deadline, so the best of each side is a running maximum over the days (3.2). Without a
    deadline only the latest day that is early enough is sought.
    """
    days, rivals_lead = _days_and_rival_leads(situation)
    limit = inf if situation.limits.days is None else situation.limits.days
    lasts_until = np.minimum(np.append(days, inf)[1:] - 1, limit - 1)
    later = days[rivals_lead & (days > limit)]
    earlier = np.where(np.isfinite(lasts_until), lasts_until, days)[rivals_lead & (days < limit)]
    return tuple(int(tip) for tip in (*later[:1], *earlier[-1:]))


def weight_tips(situation: Situation) -> list[WeightTip]:
    """For each criterion the nearest whole percentage at which the rivals lead, if there is one, nearest first.

    The weights not set by hand give way in proportion, as in decision-model.md 3.2.
    """
    encoded = situation.decision.encoded
    leaders, rivals = (encoded.values[encoded.rows_of(side)] for side in (situation.rival.other, situation.rival))
    tips = [_weight_tip(situation, criterion, leaders, rivals) for criterion in CRITERIA]
    return sorted((tip for tip in tips if tip is not None), key=lambda tip: tip.size)


def _budget_race(situation: Situation) -> Race:
    weights_at = cache(situation.weights_at_budget)

    def lines_of(is_competing: BoolArray) -> Callable[[int], Lines]:
        rows = np.flatnonzero(is_competing & situation.in_time)
        price, values_if_free = situation.market.price[rows], situation.decision.encoded.values[rows]
        values_if_free[:, _PRICE] = 1 / PRICE_SPAN

        def with_weights(weights: FloatArray) -> Lines:
            slope = -weights[_PRICE] / PRICE_SPAN * price
            return Lines(intercept=values_if_free @ weights, slope=slope, price=price)

        if situation.preferences.duels:
            return lambda budget: with_weights(weights_at(budget))
        lines = with_weights(situation.decision.weights)
        cheapest_for_their_worth = lines.of(undominated(-lines.price, lines.intercept))
        return lambda budget: cheapest_for_their_worth

    return Race(
        leaders=lines_of(~situation.is_rival),
        rivals=lines_of(situation.is_rival),
        place=lambda budget: 1 / budget,
        reach=situation.limits.reach,
    )


def _days_and_rival_leads(situation: Situation) -> tuple[FloatArray, BoolArray]:
    """The days (k,) on which affordable pieces become possible, ascending, and whether the rivals lead from then."""
    rows = np.flatnonzero(situation.affordable & np.isfinite(situation.due))
    rows = rows[np.argsort(situation.due[rows], kind="stable")]
    due, is_rival = situation.due[rows], situation.is_rival[rows]
    utilities = weighed(situation.decision.encoded.values[rows], situation.decision.weights)
    rivals = np.maximum.accumulate(np.where(is_rival, utilities, -inf))
    leaders = np.maximum.accumulate(np.where(is_rival, -inf, utilities))
    is_last_of_its_day = due != np.append(due, inf)[1:]
    return due[is_last_of_its_day], ahead(rivals, leaders)[is_last_of_its_day]


def _weight_tip(
    situation: Situation, criterion: Criterion, leaders: FloatArray, rivals: FloatArray
) -> WeightTip | None:
    weights, column = situation.decision.weights, criterion.column
    held = [other.column for other, _ in situation.preferences.weights if other != criterion]
    free = np.setdiff1d(np.arange(CRITERION_COUNT), [*held, column])
    if not len(free):
        return None
    start, room = 100 * float(weights[column]), _percent_left_for(criterion, situation)
    highest = min(int(MOST_PERCENT), ceil(room) - 1)
    shifting = _shifting(weights, column, free)
    race = _weight_race(*(_lines_of_weight(values, shifting, room / 100) for values in (leaders, rivals)))
    found = [
        WeightTip(criterion=criterion, start=start, end=tip, steps=steps)
        for steps in (range(floor(start) + 1, highest + 1), range(ceil(start) - 1, 0, -1))
        if (tip := first_tip(race, steps)) is not None
    ]
    return min(found, key=lambda tip: tip.size, default=None)


def _percent_left_for(criterion: Criterion, situation: Situation) -> float:
    """What the weights set by hand leave, from the percents as stated: their means are a hair beside them."""
    stated = sum(percent for other, percent in situation.preferences.weights if other != criterion)
    return round(100 - stated, 6)


def _shifting(weights: FloatArray, column: int, free: RowArray) -> FloatArray:
    """Weights without the column, and the direction in which they move as it grows (12, 2); only the free give way."""
    direction = np.zeros_like(weights)
    direction[free] = -weights[free] / weights[free].sum()
    direction[column] = 1.0
    return np.column_stack([weights - weights[column] * direction, direction])


def _lines_of_weight(values: FloatArray, shifting: FloatArray, room: float) -> Lines:
    intercept, slope = (values @ shifting).T
    kept = undominated(intercept, intercept + slope * room)
    return Lines(intercept=intercept[kept], slope=slope[kept], price=np.zeros(len(kept)))


def _weight_race(leaders: Lines, rivals: Lines) -> Race:
    return Race(
        leaders=lambda percent: leaders,
        rivals=lambda percent: rivals,
        place=lambda percent: percent / 100,
        reach=lambda percent: inf,
    )
