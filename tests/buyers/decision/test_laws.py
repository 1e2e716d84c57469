from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from buyers.decision import CRITERIA, Limits, Market, Preferences, Side, integer_points
from buyers.decision.posterior import posterior_for
from buyers.decision.values import Encoded, encode
from buyers.decision.verdict import Decision, judge
from tests.buyers.decision.cases import (
    FEW_POINTS,
    chosen,
    compared,
    decided,
    frozen,
    frozen_market,
    frozen_preferences,
    joined,
    judged,
    limits,
    markets,
    preferences,
)

EXACT = 1e-12
few = settings(max_examples=40)
rows = st.integers(0, 99)
columns = st.integers(0, len(CRITERIA) - 1)


def same(first: Decision, second: Decision) -> bool:
    ours, theirs = ((d.gap or 0.0, d.p_handcrafted or 0.0, d.principle.confidence) for d in (first, second))
    return first.outcome is second.outcome and first.lean is second.lean and ours == pytest.approx(theirs, abs=EXACT)


def improved(encoded: Encoded, row: int, column: int) -> Encoded:
    values = encoded.values.copy()
    values[row, column] += 0.1
    return replace(encoded, values=values)


@few
@given(markets(), limits(), preferences())
def test_contributions_sum_to_the_gap(market: Market, within: Limits, given: Preferences) -> None:
    decision = decided(market, within, given)
    _, gap = compared(decision)
    finalists = [decision.utilities[decision.best[side]] for side in Side]
    assert decision.contributions is not None
    assert decision.contributions.sum() == pytest.approx(gap, abs=EXACT)
    assert finalists[0] - finalists[1] + decision.weights[-1] == pytest.approx(gap, abs=EXACT)


@few
@given(st.lists(st.floats(-0.5, 0.5), min_size=1, max_size=12))
def test_whole_points_sum_to_the_rounded_total(contributions: list[float]) -> None:
    exact = 100 * np.array(contributions)
    points = integer_points(np.array(contributions))
    assert points.sum() == np.floor(exact.sum() + 0.5)
    assert np.abs(points - exact).max() < 1


@few
@given(markets(), preferences(), rows)
def test_better_facts_are_better_under_every_weighing(market: Market, given: Preferences, row: int) -> None:
    row %= len(market)
    better = chosen(market, [row])
    better = replace(better, price=better.price * 0.9, lead_min=better.lead_min * 0.9, lead_max=better.lead_max * 0.9)
    better = replace(better, levels=np.minimum(4.0, better.levels + 0.5))
    worse_values, better_values = (encode(piece, Limits()).values[-1] for piece in (chosen(market, [row]), better))
    shares = posterior_for(given, point_count=FEW_POINTS).shares
    assert (shares @ (better_values - worse_values) >= 0).all()


@few
@given(markets(), limits(), preferences(), columns, st.sampled_from(Side))
def test_improving_a_finalist_never_hurts_its_side(
    market: Market, within: Limits, given: Preferences, column: int, side: Side
) -> None:
    decision = decided(market, within, given)
    before = compared(decision)
    row = decision.best[side]
    assert row is not None
    after = compared(judged(improved(decision.encoded, row, column), given))
    change_of_p, change_of_gap = np.subtract(after, before) * (1 if side is Side.HANDCRAFTED else -1)
    assert change_of_gap > 0
    assert change_of_p >= -EXACT


@few
@given(markets(), limits(), preferences(), rows)
def test_a_copy_of_a_piece_changes_nothing(market: Market, within: Limits, given: Preferences, row: int) -> None:
    before = decided(market, within, given)
    after = decided(joined(market, chosen(market, [row % len(market)])), within, given)
    assert same(before, after)
    assert before.best == after.best


@few
@given(markets(), limits(), preferences(), rows)
def test_a_dominated_piece_changes_nothing(market: Market, within: Limits, given: Preferences, row: int) -> None:
    worse = chosen(market, [row % len(market)])
    worse = replace(worse, price=worse.price * 1.1, levels=np.maximum(0.0, worse.levels - 0.5))
    assert same(decided(market, within, given), decided(joined(market, worse), within, given))


@few
@given(markets(), limits(), preferences(), rows)
def test_an_impossible_piece_changes_nothing(market: Market, within: Limits, given: Preferences, row: int) -> None:
    within = replace(within, budget=within.budget or 200.0)
    perfect = replace(chosen(market, [row % len(market)]), levels=np.full((1, 9), 4.0), price=np.array([1000.0]))
    assert same(decided(market, within, given), decided(joined(market, perfect), within, given))


@few
@given(markets(), limits(), rows)
def test_values_do_not_depend_on_the_other_pieces(market: Market, within: Limits, row: int) -> None:
    row %= len(market)
    alone, together = encode(chosen(market, [row]), within), encode(market, within)
    assert (alone.values[0] == together.values[row]).all()
    assert (alone.variances[0] == together.variances[row]).all()


@few
@given(markets(), limits(), preferences(), st.randoms(use_true_random=False))
def test_the_order_of_pieces_does_not_matter(
    market: Market, within: Limits, given: Preferences, random: object
) -> None:
    before = decided(market, within, given)
    assume(len(set(before.utilities.round(12))) == len(market))
    order = np.arange(len(market))
    random.shuffle(order)  # type: ignore[attr-defined]
    after = decided(chosen(market, order), within, given)
    assert same(before, after)
    assert {side: None if row is None else order[row] for side, row in after.best.items()} == before.best


@few
@given(markets(), limits(), preferences(), st.sampled_from([0.01, 0.37, 3.0, 110.0]))
def test_the_currency_does_not_matter(market: Market, within: Limits, given: Preferences, rate: float) -> None:
    budget = within.budget or 123.4
    before = decided(market, replace(within, budget=budget, stretch=1.001), given)
    converted = replace(market, price=market.price * rate)
    assert same(before, decided(converted, replace(within, budget=budget * rate, stretch=1.001), given))


@few
@given(markets(), limits(), preferences(), columns, st.floats(-1, 1))
def test_a_constant_added_to_a_criterion_cancels(
    market: Market, within: Limits, given: Preferences, column: int, constant: float
) -> None:
    decision = decided(market, within, given)
    values = decision.encoded.values.copy()
    values[:, column] += constant
    after = judged(replace(decision.encoded, values=values), given)
    assert compared(after)[1] == pytest.approx(compared(decision)[1], abs=1e-9)


@few
@given(markets(), limits(), preferences(), st.data())
def test_wider_facts_never_raise_confidence(
    market: Market, within: Limits, given: Preferences, data: st.DataObject
) -> None:
    before = decided(market, within, given)
    assume(before.confidence is not None)
    factor, extra = data.draw(st.sampled_from([1.0, 1.5, 10.0])), data.draw(st.sampled_from([0.0, 0.01, 0.3]))
    is_wider = np.array(data.draw(st.lists(st.booleans(), min_size=len(market), max_size=len(market))))
    variances = np.where(is_wider[:, None], before.encoded.variances * factor + extra, before.encoded.variances)
    after = judged(replace(before.encoded, variances=variances), given)
    assert before.confidence is not None
    assert after.confidence is not None
    assert 0.5 <= after.confidence <= before.confidence + EXACT <= 1 + EXACT


@few
@given(markets(), limits(), preferences())
def test_only_feasible_pieces_are_named(market: Market, within: Limits, given: Preferences) -> None:
    decision = decided(market, within, given)
    for side in Side:
        named = list(decision.ranked(side))
        assert (market.is_handcrafted[named] == (side is Side.HANDCRAFTED)).all()
        assert (market.price[named] <= (within.budget or np.inf) * within.stretch).all()
        assert within.days is None or (market.lead_max[named] <= within.days).all()
        assert decision.best[side] == (named[0] if named else None)
        assert (np.diff(decision.utilities[named]) <= 0).all()


@few
@given(markets(), limits(), preferences(), st.integers(0, 30))
def test_more_time_never_lowers_the_best(market: Market, within: Limits, given: Preferences, more: int) -> None:
    sooner = decided(market, replace(within, days=10), given)
    later = decided(market, replace(within, days=10 + more), given)
    assert (later.feasible >= sooner.feasible).all()
    for side in Side:
        best = [max((d.utilities[row] for row in d.ranked(side, 1)), default=-np.inf) for d in (sooner, later)]
        assert best[0] <= best[1]


@few
@given(markets(), limits(), preferences(with_duels=False))
def test_swapped_labels_mirror_the_verdict(market: Market, within: Limits, given: Preferences) -> None:
    swapped = replace(market, is_handcrafted=~market.is_handcrafted)
    (p, gap), (mirrored_p, mirrored_gap) = (compared(decided(m, within, given)) for m in (market, swapped))
    assert p == pytest.approx(1 - mirrored_p, abs=EXACT)
    assert gap == pytest.approx(-mirrored_gap, abs=EXACT)


@pytest.mark.parametrize("case", frozen("oracle_verdicts.json"))
def test_swapped_labels_mirror_the_verdict_with_residual(case: dict[str, Any]) -> None:
    posterior = posterior_for(replace(frozen_preferences(case["answers"]), duels=()), with_residual=True)
    market = frozen_market(case["market"])
    swapped = replace(market, is_handcrafted=~market.is_handcrafted)
    before, after = (judge(encode(pieces, Limits(budget=150)), posterior, 3) for pieces in (market, swapped))
    assert before.p_handcrafted == pytest.approx(1 - (after.p_handcrafted or 0), abs=0.05)
    assert before.gap == pytest.approx(-(after.gap or 0), abs=0.01)
