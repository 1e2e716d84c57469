import numpy as np
import pytest

from bench.simulation.figures import calibration_of, figures_at, may_stop, moment_at, right_when_called
from bench.simulation.prototype import frozen_sessions
from bench.simulation.sessions import Session, Step, simulate
from bench.simulation.shoppers import draw_shopper
from buyers.decision.quality import measured_quality

SEED, FEW = 991, 3
BEFORE_CARDS = 3


def step(count: int, probability: float, *, is_over: bool = False) -> Step:
    return Step(count=count, probability=probability, gap=0.1, loss=0.2, loss_of_three=0.1, is_over=is_over)


def session(*steps: Step, by_hand: bool = True, difference: float = 0.5) -> Session:
    return Session(by_hand=by_hand, difference=difference, steps=steps)


def test_shoppers_are_those_of_the_prototype() -> None:
    ours, theirs = simulate(FEW, SEED), frozen_sessions("three", SEED)[:FEW]
    assert [(one.by_hand, round(one.difference, 4)) for one in ours] == [
        (one.by_hand, one.difference) for one in theirs
    ]


def test_simulation_says_the_same_every_time() -> None:
    assert simulate(1, SEED) == simulate(1, SEED)


def test_figures_on_the_method_page_are_those_of_the_rule_as_it_is() -> None:
    """Up to the first card: processors differ in the last bit of a sum, which a session of cards makes visible."""
    first = [round(one.probability, 6) for one in simulate(1, SEED)[0].steps[:BEFORE_CARDS]]
    assert measured_quality()["first_shopper"][:BEFORE_CARDS] == pytest.approx(first, abs=1e-5)


def test_answers_follow_what_matters_to_the_shopper() -> None:
    random = np.random.default_rng(5)
    shopper = draw_shopper(random)
    answers = [shopper.answer(advantage, random) for advantage in (60.0, -60.0) for _ in range(50)]
    assert np.mean(answers[:50]) < 0.5
    assert np.mean(answers[50:]) > 3.5


def test_figures_compare_the_same_shoppers_in_pairs() -> None:
    ours, theirs = [session(step(4, 0.9))] * 2, [session(step(4, 0.4))] * 2
    right, material, error, *_ = figures_at(ours, theirs, 4)
    assert (right.ours, right.theirs, right.gain, right.is_worse) == (1.0, 0.0, 1.0, False)
    assert material.gain == 1.0
    assert error.gain == pytest.approx(0.36 - 0.01)
    assert figures_at(theirs, ours, 4)[0].is_worse


def test_other_shoppers_are_not_compared() -> None:
    with pytest.raises(ValueError, match="same shoppers"):
        figures_at([session(step(4, 0.9))], [session(step(4, 0.9), by_hand=False)], 4)


def test_session_that_ended_is_counted_where_it_ended() -> None:
    ended = session(step(3, 0.6), step(5, 0.7, is_over=True))
    assert [moment_at(ended, count)[1].count for count in (4, 8, None)] == [3, 5, 5]


@pytest.mark.parametrize(
    ("count", "probability", "stops"),
    [(5, 0.9, True), (5, 0.1, True), (4, 0.99, False), (11, 0.6, False), (12, 0.5, True)],
)
def test_one_may_stop_when_sure_after_five_or_after_twelve(count: int, probability: float, stops: bool) -> None:
    assert may_stop(step(count, probability)) is stops


def test_calibration_sets_what_was_stated_against_what_came_true() -> None:
    moments = [moment_at(session(step(5, 0.95), by_hand=by_hand), 5) for by_hand in (True, True, True, False)]
    (found,) = calibration_of(moments)
    assert (found.least, found.observed) == (0.9, 0.75)
    assert found.stated == pytest.approx(0.95)
    assert right_when_called(moments) == 0.75
