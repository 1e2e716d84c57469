import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from buyers.decision import CRITERIA, Criterion, Limits, Market, Preferences, Side, Tradeoff
from buyers.decision.arrays import FloatArray, RowArray
from buyers.decision.cards import MOST_DUELS, Asked, cards_left, may_stop, next_card
from buyers.decision.foresight import contenders, foresee, information, sides_called_after, worth
from buyers.decision.likelihoods import answer_probabilities
from buyers.decision.posterior import Posterior, posterior_for
from buyers.decision.values import encode
from buyers.decision.verdict import Decision, judge
from buyers.decision.weighing import share_in_favour
from tests.buyers.decision.cases import FEW_POINTS, limits, market_of, markets, preferences

few = settings(max_examples=25)
ANSWERS = range(5)
SINGLE = 2e-4
PICKED = Preferences(top=(Criterion.UNIQUENESS, Criterion.CRAFT, Criterion.PRICE))


def decided(market: Market, within: Limits, given: Preferences) -> tuple[Decision, Posterior]:
    posterior = posterior_for(given, point_count=FEW_POINTS)
    decision = judge(encode(market, within), posterior, given.count)
    if decision.gap is None:
        reject()
    return decision, posterior


def opened(given: Preferences) -> Posterior:
    return posterior_for(given, with_residual=True, point_count=FEW_POINTS)


def swing(first: Criterion, second: Criterion) -> FloatArray:
    return np.array([Tradeoff(first=first, second=second, answer=0).difference])


def entropy(p: float) -> float:
    return -sum(part * math.log(part) for part in (p, 1 - p) if part > 0)


def reweighed(posterior: Posterior, row: FloatArray, answer: int) -> tuple[float, Posterior]:
    """The chance of an answer and the posterior after it, in plain double precision."""
    joint = posterior.probabilities * answer_probabilities(posterior.shares, row)[:, answer, 0]
    chance = float(joint.sum())
    after = Posterior(shares=posterior.shares, probabilities=joint / chance, reference=posterior.reference)
    return chance, after


@few
@given(markets(), limits(), preferences(), st.integers(0, 9))
def test_foresight_is_bayes_rule(market: Market, within: Limits, given: Preferences, column: int) -> None:
    decision, posterior = decided(market, within, given)
    assert decision.leads is not None
    row = swing(CRITERIA[column], CRITERIA[column + 1])
    seen = foresee(decision.leads, posterior, row)
    told, gained = 0.0, -max(decision.encoded.values[decision.feasible] @ posterior.mean)
    for answer in ANSWERS:
        chance, after = reweighed(posterior, row, answer)
        ahead = float(after.probabilities @ share_in_favour(decision.leads))
        assert seen.weights[answer, 0] == pytest.approx(after.mean, abs=SINGLE)
        told += chance * (entropy(seen.ahead_now) - entropy(ahead))
        gained += chance * max(decision.encoded.values[decision.feasible] @ after.mean)
    assert information(seen)[0] == pytest.approx(told, abs=SINGLE)
    assert worth(decision.encoded, posterior, seen)[0] == pytest.approx(gained, abs=SINGLE)


@few
@given(markets(), limits(), preferences())
def test_verdicts_foreseen_are_those_of_the_rule(market: Market, within: Limits, given: Preferences) -> None:
    decision, posterior = decided(market, within, given)
    assert decision.leads is not None
    row = swing(Criterion.PRICE, Criterion.UNIQUENESS)
    found = {
        judge(decision.encoded, reweighed(posterior, row, answer)[1], answer_count=3).outcome for answer in ANSWERS
    }
    seen = sides_called_after(decision.encoded, foresee(decision.leads, posterior, row))
    assert {side and str(side) for side in seen} == {None if one == "close" else str(one) for one in found}


@few
@given(markets(), limits(), preferences(), st.integers(0, 2**32 - 1))
def test_no_contender_is_left_out(market: Market, within: Limits, given: Preferences, seed: int) -> None:
    decision, posterior = decided(market, within, given)
    weights = np.random.default_rng(seed).dirichlet(40 * posterior.mean[:-1] + 1e-3, 8)
    weights = np.column_stack([weights, np.zeros(8)])
    for side in Side:
        rows, kept = decision.encoded.rows_of(side), contenders(decision.encoded, side, weights)
        best = rows[(weights @ decision.encoded.values[rows].T).argmax(axis=1)]
        values = decision.encoded.values
        assert (weights @ values[kept].T).max(axis=1) == pytest.approx((weights * values[best]).sum(axis=1), abs=1e-9)


@few
@given(markets(), limits(), preferences())
def test_next_card_was_not_shown_and_is_the_same_again(market: Market, within: Limits, given: Preferences) -> None:
    decision, _posterior = decided(market, within, given)
    shown: set[tuple[Criterion, Criterion]] = set()
    for _ in range(3):
        asked = Asked(criteria=frozenset(shown))
        found = next_card(decision, given, opened(given), asked)
        assert found == next_card(decision, given, opened(given), asked)
        if found.card is None or found.card.criteria is None:
            return
        assert found.card.criteria not in shown
        shown.add(found.card.criteria)


def drawn_market(random: np.random.Generator, size: int = 12) -> Market:
    return Market(
        is_handcrafted=np.arange(size) % 2 == 0,
        price=random.uniform(40, 280, size),
        lead_min=np.full(size, 3.0),
        lead_max=random.uniform(4, 40, size),
        levels=random.uniform(0, 4, (size, 9)),
        level_variances=np.full((size, 9), 0.09),
    )


def reordered(posterior: Posterior, order: RowArray) -> Posterior:
    return replace(posterior, shares=posterior.shares[order], probabilities=posterior.probabilities[order])


def test_card_does_not_hang_on_the_last_bit_of_a_sum() -> None:
    """The ways of weighing in another order sum up otherwise in the last bit, as another processor does."""
    random = np.random.default_rng(7)
    order, kept = random.permutation(FEW_POINTS), np.arange(FEW_POINTS)
    for _ in range(40):
        encoded = encode(drawn_market(random), Limits(budget=300.0))
        found = []
        for one in (kept, order):
            decision = judge(encoded, reordered(posterior_for(PICKED, point_count=FEW_POINTS), one), PICKED.count)
            found.append(next_card(decision, PICKED, reordered(opened(PICKED), one), Asked()))
        assert found[0] == found[1]


TWINS = market_of({"price": 100.0}, {"side": Side.MASS_PRODUCED, "price": 100.0, "levels": [2.0] * 8 + [2.5]})


def test_card_that_decides_is_about_what_sets_the_finalists_apart() -> None:
    level = [2.0] * 9
    market = market_of(
        {"price": 180.0, "levels": [2.0, 4.0, *level[2:]]},
        {"side": Side.MASS_PRODUCED, "price": 40.0, "levels": [2.0, 0.0, *level[2:]]},
    )
    picked = Preferences(top=PICKED.top[1:])
    decision, _posterior = decided(market, Limits(budget=200.0), picked)
    found = next_card(decision, picked, opened(picked), Asked())
    assert found.card is not None
    assert {Criterion.PRICE, Criterion.UNIQUENESS} & set(found.card.criteria or ())


@pytest.mark.parametrize("sides", [[Side.HANDCRAFTED], []])
def test_nothing_is_asked_where_one_side_has_no_piece(sides: list[Side]) -> None:
    market = market_of(*({"side": side} for side in sides))
    posterior = posterior_for(PICKED, point_count=FEW_POINTS)
    decision = judge(encode(market, Limits()), posterior, 3)
    assert next_card(decision, PICKED, opened(PICKED), Asked()).card is None


def test_nothing_is_asked_once_no_answer_can_change_the_verdict() -> None:
    worse = {"side": Side.MASS_PRODUCED, "price": 190.0, "lead_min": 50.0, "levels": [0.0] * 9}
    market = market_of({"price": 20.0, "levels": [4.0] * 9}, worse)
    decision, _posterior = decided(market, Limits(budget=200.0), PICKED)
    assert decision.outcome == "handcrafted"
    assert next_card(decision, PICKED, opened(PICKED), Asked()).card is None


def test_duels_come_after_three_answers_and_are_three_at_most() -> None:
    decision, _posterior = decided(TWINS, Limits(), PICKED)
    assert not any(card.rows for card in cards_left(decision, 2, Asked()))
    assert [card.rows for card in cards_left(decision, 3, Asked()) if card.rows] == [(0, 1)]
    assert not any(card.rows for card in cards_left(decision, 3, Asked(rows=frozenset({(1, 0)}))))
    three = frozenset((row, row + 1) for row in range(10, 10 + MOST_DUELS))
    assert not any(card.rows for card in cards_left(decision, 3, Asked(rows=three)))


def test_one_may_stop_when_sure_after_five_answers_or_after_twelve() -> None:
    unsure, _ = decided(TWINS, Limits(), PICKED)
    assert unsure.confidence is not None
    assert unsure.confidence < 0.85
    assert [may_stop(unsure, count) for count in (3, 11, 12)] == [False, False, True]
