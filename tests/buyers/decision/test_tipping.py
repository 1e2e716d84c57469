from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from buyers.decision.tipping import Lines, Race, first_tip, undominated

QUARTERS = st.integers(-8, 8).map(lambda quarter: quarter / 4)
Piece = tuple[float, float, float, float, float]


def lines(*pieces: Piece) -> Callable[[int], Lines]:
    """Of intercept, slope, price, and how far the intercept and the slope move in 60 steps."""
    intercept, slope, price, rise, turn = np.array(pieces).reshape(-1, 5).T
    return lambda step: Lines(intercept=intercept + rise * step / 60, slope=slope + turn * step / 60, price=price)


def race(leaders: Callable[[int], Lines], rivals: Callable[[int], Lines]) -> Race:
    return Race(leaders=leaders, rivals=rivals, place=lambda step: step / 10, reach=float)


still = st.tuples(QUARTERS, QUARTERS, st.integers(0, 60).map(float), st.just(0.0), st.just(0.0))
moving = st.tuples(QUARTERS, QUARTERS, st.integers(0, 60).map(float), QUARTERS, QUARTERS)
pieces = st.lists(still, max_size=6) | st.lists(moving, max_size=6)


@settings(max_examples=200)
@given(pieces, pieces, st.booleans())
def test_the_first_tip_is_that_of_trying_every_step(
    leading: list[Piece], rivalling: list[Piece], is_downwards: bool
) -> None:
    steps = range(60, 0, -1) if is_downwards else range(1, 61)
    run = race(lines(*leading), lines(*rivalling))

    def rivals_lead(step: int) -> bool:
        sides = (run.leaders(step), run.rivals(step))
        best = [side.within(step).at(step / 10).max(initial=-np.inf) for side in sides]
        return bool(best[1] > best[0] + 1e-12)

    assert first_tip(run, steps) == next(filter(rivals_lead, steps), None)


def test_rivals_whose_lines_rise_on_the_way_are_seen_from_afar() -> None:
    run = race(lines((1, 0, 0, 0, 0)), lines((0, 0, 0, 2, 0)))
    assert first_tip(run, range(1, 61)) == 31
    assert first_tip(run, range(60, 0, -1)) == 60
    assert first_tip(run, range(30, 0, -1)) is None


def test_no_steps_have_no_tip() -> None:
    assert first_tip(race(lines(), lines((1, 0, 0, 0, 0))), range(0)) is None


def test_few_ranges_are_looked_into_where_bounds_suffice() -> None:
    visited = []

    def place(step: int) -> float:
        visited.append(step)
        return step / 1_000_000

    run = Race(leaders=lines((1, 0, 0, 0, 0)), rivals=lines((0, 1.5, 0, 0, 0)), place=place, reach=float)
    assert first_tip(run, range(1, 1_000_001)) == 666_667
    assert len(visited) < 200


@pytest.mark.parametrize("count", [0, 1, 2])
def test_equal_rows_keep_the_first(count: int) -> None:
    assert undominated(np.ones(count), np.ones(count)).tolist() == [0][:count]


@given(st.integers(0, 12).flatmap(lambda n: st.tuples(*[arrays(float, n, elements=QUARTERS)] * 2)))
def test_a_row_is_left_out_exactly_if_another_is_as_good_in_both(both: tuple[np.ndarray, np.ndarray]) -> None:
    first, second = both
    kept = undominated(first, second).tolist()
    for row in range(len(first)):
        as_good = (first >= first[row]) & (second >= second[row])
        better = as_good & ((first > first[row]) | (second > second[row]))
        assert (row in kept) == (not better.any() and not as_good[:row].any())
