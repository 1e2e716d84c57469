from dataclasses import replace

import numpy as np
import pytest

from buyers.decision import Criterion, Limits, Outcome, Preferences, Side, Tradeoff, decide
from tests.buyers.decision.cases import market_of

HANDCRAFTED, MASS_PRODUCED = Side
RARE, MADE_OFTEN = [2.0, 4.0, 3, 3, 3, 3, 3, 2, 3], [3.0, 0.5, 2, 1, 2, 1, 2, 4, 2]
BY_HAND = {"side": HANDCRAFTED, "price": 90.0, "lead_min": 9.0, "levels": RARE}
BY_MACHINE = {"side": MASS_PRODUCED, "price": 40.0, "lead_min": 2.0, "levels": MADE_OFTEN}
BOTH = market_of(BY_HAND, BY_MACHINE)
WANTS_RARE = Preferences(top=(Criterion.UNIQUENESS, Criterion.CRAFT, Criterion.CHARACTER))
WANTS_CHEAP = Preferences(top=(Criterion.PRICE, Criterion.LEAD, Criterion.CERTAINTY))


def test_nothing_feasible_is_no_verdict() -> None:
    decision = decide(BOTH, Limits(budget=10), WANTS_RARE)
    assert (decision.outcome, decision.forced, decision.lean) == (Outcome.NONE, False, None)
    assert (decision.confidence, decision.gap, decision.contributions) == (None, None, None)
    assert decision.ranked(HANDCRAFTED) == decision.ranked(MASS_PRODUCED) == ()


def test_an_empty_market_is_no_verdict() -> None:
    assert decide(market_of(), Limits(), WANTS_RARE).outcome is Outcome.NONE


@pytest.mark.parametrize("given", [Preferences(), WANTS_RARE])
def test_one_possible_side_is_forced_however_many_answers(given: Preferences) -> None:
    decision = decide(BOTH, Limits(days=3), given)
    assert (decision.outcome, decision.forced, decision.lean) == (Outcome.MASS_PRODUCED, True, MASS_PRODUCED)
    assert (decision.confidence, decision.gap, decision.contributions) == (None, None, None)
    assert decision.best == {HANDCRAFTED: None, MASS_PRODUCED: 1}
    assert decision.finalist_values(HANDCRAFTED) is None


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_than_three_answers_are_too_early(count: int) -> None:
    given = replace(WANTS_RARE, top=WANTS_RARE.top[:count])
    decision = decide(BOTH, Limits(), given)
    assert (decision.outcome, decision.lean) == (Outcome.TOO_EARLY, HANDCRAFTED)
    assert decision.confidence is not None


def test_weights_set_by_hand_are_no_answers() -> None:
    shares = tuple((criterion, 20.0) for criterion in WANTS_RARE.top)
    assert decide(BOTH, Limits(), Preferences(weights=shares)).outcome is Outcome.TOO_EARLY


def test_no_preference_is_an_answer() -> None:
    cards = [(Criterion.PRICE, Criterion.LEAD), (Criterion.PRICE, Criterion.CRAFT), (Criterion.LEAD, Criterion.CUSTOM)]
    level = Preferences(tradeoffs=tuple(Tradeoff(first=one, second=two, answer=2) for one, two in cards))
    assert level.count == 3
    assert decide(BOTH, Limits(), level).outcome is not Outcome.TOO_EARLY


@pytest.mark.parametrize(("given", "side"), [(WANTS_RARE, HANDCRAFTED), (WANTS_CHEAP, MASS_PRODUCED)])
def test_a_clear_case_is_called(given: Preferences, side: Side) -> None:
    decision = decide(BOTH, Limits(budget=100), given)
    assert (decision.outcome, decision.forced, decision.lean, decision.leader) == (Outcome(side), False, side, side)
    assert decision.confidence is not None
    assert decision.confidence >= 0.7
    assert decision.principle.side is side


def test_equal_facts_are_close() -> None:
    twins = market_of(BY_HAND, {**BY_HAND, "side": MASS_PRODUCED})
    decision = decide(twins, Limits(), WANTS_RARE)
    assert (decision.outcome, decision.p_handcrafted, decision.gap) == (Outcome.CLOSE, 0.5, 0.0)


def test_a_gap_below_one_point_is_close() -> None:
    twins = market_of(BY_HAND, {**BY_HAND, "side": MASS_PRODUCED, "price": 91.0})
    certain = replace(twins, level_variances=np.zeros_like(twins.level_variances))
    decision = decide(certain, Limits(), WANTS_RARE)
    assert decision.outcome is Outcome.CLOSE
    assert 0 < (decision.gap or 0) < 0.01


def test_uncertain_facts_make_it_close() -> None:
    sure = decide(BOTH, Limits(), WANTS_RARE)
    unsure = decide(replace(BOTH, level_variances=np.full((2, 9), 9.0)), Limits(), WANTS_RARE)
    assert (sure.outcome, unsure.outcome) == (Outcome.HANDCRAFTED, Outcome.CLOSE)


def test_equal_pieces_keep_the_order_given() -> None:
    decision = decide(market_of(BY_MACHINE, BY_HAND, BY_HAND, BY_MACHINE), Limits(), WANTS_RARE)
    assert decision.ranked(HANDCRAFTED) == (1, 2)
    assert decision.ranked(MASS_PRODUCED, 1) == (0,)
    assert decision.best == {HANDCRAFTED: 1, MASS_PRODUCED: 0}


def test_pieces_are_ranked_best_first() -> None:
    dearer = [{**BY_HAND, "price": price} for price in (120.0, 60.0, 90.0, 500.0)]
    assert decide(market_of(*dearer), Limits(budget=300), WANTS_CHEAP).ranked(HANDCRAFTED, 3) == (1, 2, 0)


def test_the_finalists_values_explain_the_contributions() -> None:
    decision = decide(BOTH, Limits(), WANTS_RARE)
    by_hand, by_machine = (decision.finalist_values(side) for side in Side)
    assert by_hand is not None
    assert by_machine is not None
    assert decision.contributions == pytest.approx(decision.weights * (by_hand - by_machine))


def test_utilities_leave_out_the_residual() -> None:
    decision = decide(BOTH, Limits(), WANTS_RARE)
    assert decision.utilities == pytest.approx(decision.encoded.values[:, :11] @ decision.weights[:11])
