from dataclasses import replace
from math import ceil
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from buyers.decision import (
    Change,
    Criterion,
    Decision,
    Duel,
    Limits,
    Market,
    Outcome,
    Preferences,
    Side,
    changes_for,
    decide,
    encode,
)
from buyers.decision.situation import Situation
from buyers.decision.verdict import LEAST_GAP
from tests.buyers.decision.cases import joined, limits, market_of, markets, preferences

LEVEL = 1e-12
some = settings(max_examples=25)
RARE, MADE_OFTEN = [2.0, 4.0, 3, 3, 3, 3, 3, 2, 3], [3.0, 0.5, 2, 1, 2, 1, 2, 4, 2]
BY_HAND = {"side": Side.HANDCRAFTED, "price": 150.5, "lead_min": 9.0, "lead_max": 13.5, "levels": RARE}
BY_MACHINE = {"side": Side.MASS_PRODUCED, "price": 40.0, "lead_min": 2.0, "levels": MADE_OFTEN}
WANTS_RARE = Preferences(top=(Criterion.UNIQUENESS, Criterion.CRAFT, Criterion.CHARACTER))


def changes_of(market: Market, within: Limits, given: Preferences, kind: str) -> list[Change]:
    changes = changes_for(market, within, given, decide(market, within, given))
    return [change for change in changes if change.kind == kind]


def after(change: Change, market: Market, within: Limits, given: Preferences, end: float | None = None) -> Decision:
    """The decision once the change is made, or made as far as `end` instead."""
    end = change.end if end is None else end
    if change.kind == "budget":
        return situation_of(market, within, given).with_budget(end)
    if change.kind == "when":
        return decide(market, replace(within, days=int(end)), given)
    assert change.criterion is not None
    others = tuple(weight for weight in given.weights if weight[0] is not change.criterion)
    return decide(market, within, replace(given, weights=(*others, (change.criterion, end))))


def leads_elsewhere(before: Decision, now: Decision, level: float = LEVEL) -> bool:
    """Level to the rounding is no lead: the rule names mass-produced there only because it has to name a side."""
    is_level = now.gap is not None and abs(now.gap) <= level
    return now.leader is not None and now.leader is not before.leader and not is_level


def situation_of(market: Market, within: Limits, given: Preferences) -> Situation:
    return Situation(market=market, limits=within, preferences=given, decision=decide(market, within, given))


def can_be_given(change: Change, given: Preferences, end: float) -> bool:
    """From a start between two whole percents, the nearer one on its other side may be 0 or take all that is left."""
    others = sum(percent for criterion, percent in given.weights if criterion is not change.criterion)
    return change.kind != "weight" or 0 < end < round(100 - others, 6)


PRICE_AGAINST_HAND = Duel(difference=(0.125, *[0.0] * 10, 1.0), answer=0)


@some
@given(markets(), limits(), preferences())
@example(
    market_of({"price": 11.0}, {"side": Side.MASS_PRODUCED, "price": 10.0}),
    Limits(budget=37.0),
    Preferences(duels=(PRICE_AGAINST_HAND,)),
)
@example(
    market_of({"lead_min": 6.0, "levels": [2.1, *[2.0] * 8]}, {"side": Side.MASS_PRODUCED, "lead_min": 0.0}),
    Limits(),
    Preferences(weights=((Criterion.LEAD, 0.1),)),
)
def test_every_change_is_true_and_the_least(market: Market, within: Limits, given: Preferences) -> None:
    decision = decide(market, within, given)
    for change in changes_for(market, within, given, decision):
        then = after(change, market, within, given)
        assert then.outcome is change.outcome
        assert change.end == int(change.end)
        if decision.gap is not None and change.start is not None:
            assert leads_elsewhere(decision, then)
            less = change.end + (1 if change.end < change.start else -1)
            is_nearer = abs(less - change.start) < change.size
            if is_nearer and can_be_given(change, given, less):
                assert not leads_elsewhere(decision, after(change, market, within, given, less))


@some
@given(markets(), limits(), preferences())
def test_no_nearer_day_tips(market: Market, within: Limits, given: Preferences) -> None:
    within = replace(within, days=20)
    decision = decide(market, within, given)
    if decision.gap is not None:
        tipping = [leads_elsewhere(decision, decide(market, replace(within, days=d), given)) for d in range(60)]
        later = [days for days in range(21, 60) if tipping[days]][:1]
        earlier = [days for days in range(20) if tipping[days]][-1:]
        assert [change.end for change in changes_of(market, within, given, "when")] == later + earlier


@settings(max_examples=12)
@given(markets(), limits(), preferences(with_duels=False))
def test_no_nearer_budget_tips(market: Market, within: Limits, given: Preferences) -> None:
    within = replace(within, budget=120.0)
    decision = decide(market, within, given)
    if decision.gap is not None:
        is_rival = market.is_handcrafted == (decision.leader is Side.MASS_PRODUCED)
        in_time = np.nan_to_num(market.lead_max, nan=np.inf) <= (np.inf if within.days is None else within.days)
        prices = market.price[is_rival & (in_time | (within.days is None))]
        low, high = ceil(prices.min()), ceil(prices.max())
        tips = [b for b in range(min(low, 121), max(high, 119) + 1) if b != 120]
        tips = [b for b in tips if leads_elsewhere(decision, decide(market, replace(within, budget=float(b)), given))]
        nearest = [*[b for b in tips if b > 120][:1], *[b for b in tips if b < 120][-1:]]
        expected = [b for b in nearest if low <= b <= high]
        assert [change.end for change in changes_of(market, within, given, "budget")] == expected


FROM_10_TO_300 = market_of(
    *({"side": side, "price": price, "lead_min": 0.0, "levels": [0.0] * 9} for side in Side for price in (10.0, 300.0))
)


@some
@given(markets(), limits(), preferences(), st.lists(st.integers(10, 300), min_size=5, max_size=10))
def test_no_nearer_budget_tips_after_a_duel(
    market: Market, within: Limits, given: Preferences, tried: list[int]
) -> None:
    market, within = joined(market, FROM_10_TO_300), replace(within, budget=120.0)
    situation = situation_of(market, within, given)
    named = [change.end for change in changes_of(market, within, given, "budget")]
    nearest_below = max((budget for budget in named if budget < 120), default=9)
    nearest_above = min((budget for budget in named if budget > 120), default=301)
    for budget in tried:
        between = nearest_below < budget < nearest_above
        # Pieces alike on both sides may take turns by less than is ever called: the noise of the fits to each budget.
        assert not between or not leads_elsewhere(situation.decision, situation.with_budget(budget), LEAST_GAP)


def change_to(outcome: Outcome, **fields: Any) -> Change:
    return Change(criterion=None, outcome=outcome, leader=Side(outcome), **fields)


def test_a_tighter_date_can_tip_to_what_arrives() -> None:
    (change,) = changes_of(market_of(BY_HAND, BY_MACHINE), Limits(days=30), WANTS_RARE, "when")
    assert change == change_to(Outcome.MASS_PRODUCED, kind="when", start=30, end=13, is_alone=True)


def test_without_a_date_the_latest_date_that_tips_is_named() -> None:
    (change,) = changes_of(market_of(BY_HAND, BY_MACHINE), Limits(), WANTS_RARE, "when")
    assert (change.start, change.end) == (None, 13)


def test_any_date_tips_against_an_undisclosed_lead_time() -> None:
    undisclosed = {**BY_HAND, "lead_min": np.nan, "lead_max": np.nan}
    (change,) = changes_of(market_of(undisclosed, BY_MACHINE), Limits(), WANTS_RARE, "when")
    assert (change.start, change.end, change.outcome) == (None, 2, Outcome.MASS_PRODUCED)


def test_without_a_budget_no_budget_is_named() -> None:
    assert changes_of(market_of(BY_HAND, BY_MACHINE), Limits(), WANTS_RARE, "budget") == []


def test_a_lower_budget_can_exclude_the_leader() -> None:
    market = market_of(BY_HAND, BY_MACHINE, {**BY_MACHINE, "price": 180.0})
    (change,) = changes_of(market, Limits(budget=200), WANTS_RARE, "budget")
    assert change == change_to(Outcome.MASS_PRODUCED, kind="budget", start=200, end=150, is_alone=True)


def test_a_tip_beyond_the_dearest_rival_is_left_out() -> None:
    assert changes_of(market_of(BY_HAND, BY_MACHINE), Limits(budget=200), WANTS_RARE, "budget") == []


def test_at_most_three_weights_are_named_nearest_first() -> None:
    weights = changes_of(market_of(BY_HAND, BY_MACHINE), Limits(budget=200), WANTS_RARE, "weight")
    assert 1 <= len(weights) <= 3
    assert weights == sorted(weights, key=lambda change: change.size)


def test_a_weight_set_by_hand_stays_while_another_moves() -> None:
    given = replace(WANTS_RARE, weights=((Criterion.CRAFT, 30.0),))
    for change in changes_of(market_of(BY_HAND, BY_MACHINE), Limits(budget=200), given, "weight"):
        then = after(change, market_of(BY_HAND, BY_MACHINE), Limits(budget=200), given)
        kept = 30.0 if change.criterion is not Criterion.CRAFT else change.end
        assert 100 * then.weights[Criterion.CRAFT.column] == pytest.approx(kept)


def test_ten_weights_set_by_hand_leave_none_to_move() -> None:
    given = replace(WANTS_RARE, weights=tuple((criterion, 9.0) for criterion in list(Criterion)[:-1]))
    moved = {c.criterion for c in changes_of(market_of(BY_HAND, BY_MACHINE), Limits(budget=200), given, "weight")}
    assert Criterion.LONGEVITY not in moved


def test_a_forced_verdict_names_when_the_other_side_becomes_possible() -> None:
    market = market_of(BY_HAND, BY_MACHINE)
    changes = changes_for(market, Limits(days=5), WANTS_RARE, decide(market, Limits(days=5), WANTS_RARE))
    assert changes == (change_to(Outcome.HANDCRAFTED, kind="when", start=5, end=14, is_alone=False),)


def test_a_forced_verdict_names_the_budget_that_buys_the_other_side() -> None:
    within = Limits(budget=100, stretch=1.2)
    (change,) = changes_of(market_of(BY_HAND, BY_MACHINE), within, WANTS_RARE, "budget")
    assert (change.start, change.end) == (100, 126)


def test_two_obstacles_at_once_have_no_single_change() -> None:
    market, within = market_of(BY_HAND, BY_MACHINE), Limits(budget=100, days=5)
    assert changes_for(market, within, WANTS_RARE, decide(market, within, WANTS_RARE)) == ()


def test_when_nothing_fits_the_smallest_relaxations_are_named() -> None:
    market = market_of(BY_HAND, {**BY_MACHINE, "lead_min": 8.0}, {**BY_MACHINE, "price": 138.0})
    within = Limits(budget=120, days=5)
    changes = changes_for(market, within, WANTS_RARE, decide(market, within, WANTS_RARE))
    assert [(change.kind, change.start, change.end) for change in changes] == [("budget", 120, 138), ("when", 5, 8)]
    assert all(change.outcome is Outcome.MASS_PRODUCED for change in changes)


def test_an_empty_market_has_no_changes() -> None:
    within = Limits(budget=120, days=5)
    assert changes_for(market_of(), within, WANTS_RARE, decide(market_of(), within, WANTS_RARE)) == ()


@pytest.mark.parametrize(("criterion", "percent"), [("precision", 60.0), ("provenance", 99.0), ("price", 33.3)])
def test_weights_that_leave_a_whole_percent_are_never_overdrawn(criterion: str, percent: float) -> None:
    given = replace(WANTS_RARE, weights=((Criterion(criterion), percent),))
    for change in changes_of(market_of(BY_HAND, BY_MACHINE), Limits(budget=200), given, "weight"):
        assert change.criterion == criterion or change.end + percent < 100


def test_a_duel_weighs_its_price_by_the_budget_that_is_tried() -> None:
    market = market_of(BY_HAND, BY_MACHINE, {**BY_MACHINE, "price": 30.0})
    for budget in (60.0, 100.0, 240.0):
        situation = situation_with_duel(market, Limits(budget=100.0))
        again = situation_with_duel(market, Limits(budget=budget))
        assert situation.with_budget(budget).p_handcrafted == pytest.approx(again.decision.p_handcrafted, abs=1e-9)


@pytest.mark.parametrize("answer", [0, 4])
def test_the_first_budget_that_tips_after_a_duel_is_named(answer: int) -> None:
    ordinary = {**BY_MACHINE, "price": 80.0, "levels": [3.0, *[2.5] * 8]}
    market, within = market_of(BY_HAND, ordinary, {**BY_HAND, "price": 300.0}), Limits(budget=160.0)
    duel = Duel(difference=(-0.5, 0.0, 0.0, 0.0, -0.5, *[0.0] * 7), answer=answer)
    situation = situation_of(market, within, replace(WANTS_RARE, duels=(duel,)))
    tips = (b for b in range(161, 301) if leads_elsewhere(situation.decision, situation.with_budget(b)))
    (change,) = changes_of(market, within, situation.preferences, "budget")
    assert change.end == next(tips)


ALIKE = {"price": 20.0, "lead_min": 10.0}
CHEAP = {"side": Side.MASS_PRODUCED, "price": 5.0, "lead_min": 5.0, "levels": [1.0] * 9}
BELOVED = {"price": 30.0, "lead_min": 20.0, "levels": [4.0] * 9}


def test_a_side_that_only_draws_level_does_not_lead() -> None:
    market = market_of(BELOVED, ALIKE, {**ALIKE, "side": Side.MASS_PRODUCED}, CHEAP)
    within = Limits(budget=40.0, days=20)
    assert decide(market, replace(within, budget=20.0), Preferences()).gap == 0
    assert [change.end for change in changes_of(market, within, Preferences(), "budget")] == [19]
    assert [change.end for change in changes_of(market, within, Preferences(), "when")] == [9]


def test_a_side_that_is_ahead_by_rounding_only_does_not_lead() -> None:
    craft, custom = ({**ALIKE, "levels": [*[2.0] * place, 3.0, *[2.0] * (8 - place)]} for place in (2, 3))
    given = Preferences(weights=((Criterion.CRAFT, 20.0), (Criterion.CUSTOM, 20.0)))
    for by_hand, by_machine in ((craft, custom), (custom, craft)):
        market = market_of(BELOVED, by_hand, {**by_machine, "side": Side.MASS_PRODUCED}, CHEAP)
        within = Limits(budget=40.0, days=20)
        assert 0 < abs(decide(market, replace(within, days=10), given).gap or 0) < LEVEL
        assert [change.end for change in changes_of(market, within, given, "budget")] == [19]
        assert [change.end for change in changes_of(market, within, given, "when")] == [9]


def situation_with_duel(market: Market, limits: Limits) -> Situation:
    values = encode(market, limits).values
    duel = Duel(difference=tuple((values[0] - values[1]).tolist()), answer=1)
    given = replace(WANTS_RARE, duels=(duel,))
    return situation_of(market, limits, given)
