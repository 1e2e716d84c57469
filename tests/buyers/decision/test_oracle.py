from dataclasses import replace
from math import ceil, floor
from typing import Any

import numpy as np
import pytest

from buyers.decision import Limits, Outcome, Side, integer_points
from buyers.decision.context import context_mean, neutral_mean
from buyers.decision.posterior import posterior_for
from buyers.decision.priors import prior_mean_for
from buyers.decision.reference import reference_markets
from buyers.decision.situation import Situation
from buyers.decision.tips import budget_tips, day_tips, weight_tips
from buyers.decision.values import encode
from buyers.decision.verdict import Decision, judge
from tests.buyers.decision.cases import frozen, frozen_market, frozen_preferences

CASES = frozen("oracle_verdicts.json")
UNFORCED = [case for case in CASES if not case["expected"]["forced"]]
EXACT = 1e-9


def decision_of(case: dict[str, Any]) -> Decision:
    preferences = frozen_preferences(case["answers"])
    encoded = encode(frozen_market(case["market"]), Limits(**case["limits"]))
    return judge(encoded, posterior_for(preferences, with_residual=True), preferences.count)


def situation_of(case: dict[str, Any]) -> Situation:
    return Situation(
        market=frozen_market(case["market"]),
        limits=Limits(**case["limits"]),
        preferences=frozen_preferences(case["answers"]),
        decision=decision_of(case),
    )


def with_weights_held(situation: Situation) -> Situation:
    """The oracle holds the weights when the budget moves; a duel, weighed again at every budget, would move them."""
    return replace(situation, preferences=replace(situation.preferences, duels=()))


def test_reference_market_is_the_oracles() -> None:
    for market, expected in zip(reference_markets(), frozen("oracle_reference.json"), strict=True):
        assert market.values[market.feasible] == pytest.approx(np.array(expected["values"]), abs=EXACT)
        is_handcrafted = [side == Side.HANDCRAFTED for side in expected["side"]]
        assert market.is_handcrafted[market.feasible].tolist() == is_handcrafted


@pytest.mark.parametrize("prior", frozen("oracle_priors.json"), ids=lambda prior: f"{prior['who']} {prior['why']}")
def test_prior_mean_is_the_oracles(prior: dict[str, Any]) -> None:
    who, why = prior["who"], tuple(prior["why"])
    assert prior_mean_for(who, why) == pytest.approx(prior["mean"], abs=EXACT)
    markets = reference_markets()
    assert context_mean(neutral_mean(markets), who, why, markets) == pytest.approx(prior["mean"], abs=EXACT)


@pytest.mark.parametrize("case", CASES)
def test_posterior_is_the_oracles(case: dict[str, Any]) -> None:
    posterior = posterior_for(frozen_preferences(case["answers"]), with_residual=True)
    expected = case["expected"]
    assert posterior.mean == pytest.approx(expected["mean"], abs=EXACT)
    assert 1 / (posterior.probabilities**2).sum() == pytest.approx(expected["effective_count"], rel=EXACT)
    assert posterior.p_in_principle == pytest.approx(expected["p_principle"], abs=EXACT)
    assert posterior.gap_variance == pytest.approx(expected.get("s_w", posterior.gap_variance), abs=EXACT)


@pytest.mark.parametrize("case", UNFORCED)
def test_verdict_is_the_oracles(case: dict[str, Any]) -> None:
    decision, expected = decision_of(case), case["expected"]
    assert decision.p_handcrafted == pytest.approx(expected["p_hand"], abs=EXACT)
    assert decision.gap == pytest.approx(expected["gap"], abs=EXACT)
    assert decision.contributions == pytest.approx(expected["contributions"], abs=EXACT)
    assert decision.best == {Side.HANDCRAFTED: expected["best_hand"], Side.MASS_PRODUCED: expected["best_mass"]}


@pytest.mark.parametrize("case", CASES)
def test_outcome_is_the_oracles(case: dict[str, Any]) -> None:
    decision, expected = decision_of(case), case["expected"]
    as_oracle = Outcome.CLOSE if decision.outcome is Outcome.TOO_EARLY else decision.outcome
    assert as_oracle == expected["verdict"]
    assert decision.forced == (expected["forced"] and expected["verdict"] != "none")


@pytest.mark.parametrize("case", UNFORCED)
def test_points_are_the_oracles(case: dict[str, Any]) -> None:
    assert integer_points(np.array(case["expected"]["contributions"])).tolist() == case["expected"]["points"]


@pytest.mark.parametrize("case", UNFORCED)
def test_weights_tip_where_the_oracles_flip(case: dict[str, Any]) -> None:
    situation, expected = situation_of(case), {}
    for criterion, flip in case["expected"]["weight_flips"].items():
        upper = None if flip["up"] is None else ceil(100 * flip["up"])
        lower = None if flip["down"] is None else floor(100 * flip["down"])
        ends = [end for end in (upper, lower) if end is not None and 1 <= end <= 99]
        if ends:
            expected[criterion] = min(ends, key=lambda end: abs(end - 100 * flip["now"]))
    assert {tip.criterion: tip.end for tip in weight_tips(situation)} == expected


@pytest.mark.parametrize("case", UNFORCED)
def test_budgets_tip_where_the_oracles_flip(case: dict[str, Any]) -> None:
    situation, flips = with_weights_held(situation_of(case)), case["expected"]["budget_flips"]
    prices = situation.market.price[situation.is_rival & situation.in_time]
    expected = [ceil(flips["up"])] if flips["up"] is not None else []
    expected += [floor(flips["down"])] if flips["down"] is not None else []
    within = tuple(end for end in expected if ceil(prices.min()) <= end <= ceil(prices.max()))
    assert budget_tips(situation) == within


@pytest.mark.parametrize("case", UNFORCED)
def test_days_tip_where_the_oracles_flip(case: dict[str, Any]) -> None:
    flips = case["expected"]["day_flips"]
    expected = [] if flips["later"] is None else [flips["later"]]
    expected += [] if flips["sooner"] is None else [flips["sooner"] - 1]
    assert list(day_tips(situation_of(case))) == expected
