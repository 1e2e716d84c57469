import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from buyers.decision.tipping import Lines, Race, first_tip, undominated

QUARTERS = st.integers(-8, 8).map(lambda quarter: quarter / 4)


def lines(*pieces: tuple[float, float, float]) -> Lines:
    intercept, slope, price = np.array(pieces).reshape(-1, 3).T
    return Lines(intercept=intercept, slope=slope, price=price)


def race(leaders: Lines, rivals: Lines) -> Race:
    return Race(leaders=leaders, rivals=rivals, place=lambda step: step / 10, reach=float)


pieces = st.lists(st.tuples(QUARTERS, QUARTERS, st.integers(0, 60).map(float)), max_size=6)


@settings(max_examples=150)
@given(pieces, pieces, st.booleans())
def test_the_first_tip_is_that_of_trying_every_step(
    leading: list[tuple[float, float, float]], rivalling: list[tuple[float, float, float]], is_downwards: bool
) -> None:
    steps = range(60, 0, -1) if is_downwards else range(1, 61)
    run = race(lines(*leading), lines(*rivalling))

    def rivals_lead(step: int) -> bool:
        best = [side.within(step).at(step / 10).max(initial=-np.inf) for side in (run.leaders, run.rivals)]
        return bool(best[1] > best[0] + 1e-12)

    assert first_tip(run, steps) == next(filter(rivals_lead, steps), None)


def test_no_steps_have_no_tip() -> None:
    assert first_tip(race(lines(), lines((1, 0, 0))), range(0)) is None


def test_few_ranges_are_looked_into_where_bounds_suffice() -> None:
    visited = []

    def place(step: int) -> float:
        visited.append(step)
        return step / 1_000_000

    run = Race(leaders=lines((1, 0, 0)), rivals=lines((0, 1.5, 0)), place=place, reach=float)
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
