from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from buyers.decision.pruning import FEW_ENOUGH, MOST_JUDGES, undominated

COUNTS = st.integers(FEW_ENOUGH + 1, 400)
SEEDS = st.integers(0, 2**32 - 1)


def drawn(seed: int, count: int, steps: int, columns: int = 4) -> npt.NDArray[Any]:
    """So few steps that many rows are equal, in some columns or in all."""
    return np.random.default_rng(seed).integers(0, steps, (columns, count)).astype(np.float32)


@given(SEEDS, COUNTS, st.integers(1, 6))
def test_what_is_left_out_is_nowhere_better_than_a_row_that_is_kept(seed: int, count: int, steps: int) -> None:
    goods = drawn(seed, count, steps)
    kept = undominated(list(goods), goods.sum(axis=0))
    for row in np.setdiff1d(np.arange(count), kept):
        better = (goods[:, kept] >= goods[:, [row]]).all(axis=0)
        assert better.any()
        equal = kept[(goods[:, kept] == goods[:, [row]]).all(axis=0)]
        assert len(equal) == 0 or equal[0] < row


@given(SEEDS, COUNTS, st.integers(1, 6))
def test_best_row_by_any_weights_is_kept(seed: int, count: int, steps: int) -> None:
    goods = drawn(seed, count, steps)
    kept = undominated(list(goods), goods.sum(axis=0))
    for weights in np.random.default_rng(seed + 1).dirichlet(np.ones(len(goods)), 20):
        utilities = (weights[:, None] * goods).sum(axis=0)
        assert int(np.argmax(utilities)) == kept[np.argmax(utilities[kept])]


def test_most_of_an_ordinary_market_is_left_out() -> None:
    goods = drawn(1, 5_000, 5, columns=6)
    assert len(undominated(list(goods), goods.sum(axis=0))) < 250


@pytest.mark.parametrize("count", [0, 1, FEW_ENOUGH])
def test_few_rows_all_stay(count: int) -> None:
    goods = drawn(1, count, 2)
    assert undominated(list(goods), goods.sum(axis=0)).tolist() == list(range(count))


def test_rows_that_all_differ_all_stay() -> None:
    rising = np.arange(2.0 * MOST_JUDGES)
    assert len(undominated([rising, -rising], rising)) == len(rising)
