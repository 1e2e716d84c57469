"""The least changes of budget, date or one weight beyond which the balance tips (settled.md 18)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from math import ceil, inf
from typing import Literal

import numpy as np

from buyers.decision.arrays import BoolArray
from buyers.decision.criteria import Criterion, Outcome, Side
from buyers.decision.preferences import Preferences
from buyers.decision.situation import Situation, mean_weights
from buyers.decision.tips import WeightTip, budget_tips, day_tips, weight_tips
from buyers.decision.values import Limits, Market
from buyers.decision.verdict import Decision
from buyers.decision.weighing import ahead, weighed

MOST_WEIGHT_CHANGES = 3
_STEPS_BEYOND = 10

ChangeKind = Literal["budget", "when", "weight"]


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change and what the rule says after it.

    `start` and `end` are the budget, the days left, or the weight in percent (with its `criterion`); `start` is None
    where no limit was given, `end` is whole. `outcome` is what the whole rule says there, which may be close; `leader`
    is the side ahead there, and `is_alone` tells that the other has no piece left.
    """

    kind: ChangeKind
    criterion: Criterion | None = None
    start: float | None
    end: float
    outcome: Outcome
    leader: Side
    is_alone: bool

    @property
    def size(self) -> float:
        """By how much the number changes, infinite where there was none."""
        return inf if self.start is None else abs(self.end - self.start)


def changes_for(market: Market, limits: Limits, preferences: Preferences, decision: Decision) -> tuple[Change, ...]:
    """What would change this decision, which must be `decide(market, limits, preferences)`.

    With pieces on both sides: the nearest budgets and days in either direction, and up to three weights by the size of
    their change, at which the other side leads by the mean weights. With one side or none feasible: the least budget
    and the least days with which the missing side, or any piece, becomes possible. Every one is confirmed by the
    whole rule and left out otherwise.
    """
    situation = Situation(market=market, limits=limits, preferences=preferences, decision=decision)
    if decision.gap is None:
        return tuple(_appearances(situation))
    weights = sorted(islice(_weight_changes(situation), MOST_WEIGHT_CHANGES), key=lambda change: change.size)
    return (*_budget_changes(situation), *_day_changes(situation), *weights)


def _change(
    kind: ChangeKind, start: float | None, end: float, after: Decision, criterion: Criterion | None = None
) -> Change:
    return Change(
        kind=kind,
        criterion=criterion,
        start=start,
        end=end,
        outcome=after.outcome,
        leader=after.leader or after.principle.side,
        is_alone=after.forced,
    )


def _budget_changes(situation: Situation) -> Iterator[Change]:
    for budget in budget_tips(situation):
        after = situation.with_budget(budget)
        if after.leader is situation.rival:
            yield _change("budget", situation.limits.budget, budget, after)


def _day_changes(situation: Situation) -> Iterator[Change]:
    for days in day_tips(situation):
        after = situation.with_days(days)
        if after.leader is situation.rival:
            yield _change("when", situation.limits.days, days, after)


def _weight_changes(situation: Situation) -> Iterator[Change]:
    for tip in weight_tips(situation):
        percent = _percent_set_by_hand(situation, tip)
        after = None if percent is None else situation.with_weight(tip.criterion, percent)
        if percent is not None and after is not None and after.leader is situation.rival:
            yield _change("weight", tip.start, percent, after, tip.criterion)


def _percent_set_by_hand(situation: Situation, tip: WeightTip) -> int | None:
    """The nearest whole percentage around a tip that makes the rivals lead when it is set by hand.

    A weight set by hand moves every way of weighing, so that the other mean weights give way almost, but not exactly,
    in proportion.
    """
    place = tip.steps.index(tip.end)

    def tips(percent: int) -> bool:
        return _rivals_lead_with(situation, tip.criterion, percent)

    if tips(tip.end):
        return (tip.end, *takewhile(tips, reversed(tip.steps[:place])))[-1]
    return next(filter(tips, tip.steps[place + 1 : place + 1 + _STEPS_BEYOND]), None)


def _rivals_lead_with(situation: Situation, criterion: Criterion, percent: int) -> bool:
    weights = mean_weights(situation.preferences_with_weight(criterion, percent))
    encoded, rival = situation.decision.encoded, situation.rival
    best = {side: weighed(encoded.values[encoded.rows_of(side)], weights).max() for side in Side}
    return bool(ahead(best[rival], best[rival.other]))


def _appearances(situation: Situation) -> Iterator[Change]:
    """The least budget and the least days with which a piece of the missing kind becomes possible."""
    is_missing = situation.is_rival if situation.decision.forced else np.ones_like(situation.is_rival)
    budget, days = _least_budget(situation, is_missing), _least_days(situation, is_missing)
    if budget is not None:
        yield from _appearance(situation, "budget", budget)
    if days is not None:
        yield from _appearance(situation, "when", days)


def _appearance(situation: Situation, kind: Literal["budget", "when"], end: int) -> Iterator[Change]:
    after = situation.with_budget(end) if kind == "budget" else situation.with_days(end)
    has_appeared = after.gap is not None if situation.decision.forced else after.lean is not None
    start = situation.limits.budget if kind == "budget" else situation.limits.days
    if has_appeared:
        yield _change(kind, start, end, after)


def _least_budget(situation: Situation, is_wanted: BoolArray) -> int | None:
    prices, limits = situation.market.price[is_wanted & situation.in_time], situation.limits
    if situation.limits.budget is None or not len(prices):
        return None
    cheapest = float(prices.min())
    least = ceil(cheapest / limits.stretch)
    return least if cheapest <= limits.reach(least) else least + 1


def _least_days(situation: Situation, is_wanted: BoolArray) -> int | None:
    due = situation.due[is_wanted & situation.affordable]
    if situation.limits.days is None or not np.isfinite(due).any():
        return None
    return int(due.min())
