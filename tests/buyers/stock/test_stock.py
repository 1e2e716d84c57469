from datetime import date
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buyers.decision import Limits, Side, encode, posterior_for
from buyers.decision.preferences import Preferences
from buyers.stock.columns import columns_from, joined, told
from buyers.stock.scoring import best_rows, count_ahead, exact_utilities, market_of, utilities
from buyers.stock.stock import Stock
from catalog.packing import CODES, FLAGS, LEVELS, MOST, NUMBERS, PACKED, SIZES, UNTOLD, packed
from tests.buyers.stock.shelves import NOTHING_GONE, packed_pieces, stock_of

WEIGHTS = posterior_for(Preferences(who="self")).mean
SEEDS = st.integers(0, 2**32 - 1)


def test_rows_are_sorted_by_side_kind_and_key() -> None:
    columns = columns_from(packed_pieces(1, 500)[::-1])
    order = list(zip(columns.side.tolist(), columns.kind.tolist(), columns.pk.tolist(), strict=True))
    assert order == sorted(order)
    for side in Side:
        assert (columns.side[columns.span(side)] == CODES["side"][side]).all()
        assert (columns.side == CODES["side"][side]).sum() == len(columns.side[columns.span(side)])


def test_a_million_pieces_take_at_most_a_hundred_megabytes() -> None:
    columns = columns_from(packed_pieces(1, 1_000))
    names = [name for name in columns.__dataclass_fields__ if name != "palette"]
    assert sum(getattr(columns, name).nbytes for name in names) <= 100 * len(columns)


@given(SEEDS, st.lists(st.integers(-5, 620), max_size=40))
def test_keys_lead_to_their_rows(seed: int, keys: list[int]) -> None:
    columns = columns_from(packed_pieces(seed, 600))
    rows = columns.rows_of(np.unique(np.array(keys, np.int64)))
    assert (np.diff(rows) > 0).all()
    assert sorted(columns.pk[rows].tolist()) == sorted({key for key in keys if 1 <= key <= 600})


def test_joined_columns_are_those_of_all_pieces_at_once() -> None:
    pieces = packed_pieces(5, 300)
    pieces["variances"][200:] = 0.4
    whole, parts = columns_from(pieces), joined([columns_from(pieces[200:]), columns_from(pieces[:200])])
    for name in whole.__dataclass_fields__:
        assert np.array_equal(getattr(whole, name), getattr(parts, name)), name


def test_own_pieces_take_the_place_of_those_with_their_address() -> None:
    stock = stock_of(packed_pieces(1, 20))
    newer = packed_pieces(2, 3, first=19)
    both = stock.with_part(newer)
    assert len(both.whole) == 21
    assert both.present.sum() == 21
    row = both.row_of("piece-19")
    assert row is not None
    assert row >= 20
    assert both.keys_at([row]) == [19]
    assert both.row_of("piece-99") is None


def test_own_pieces_can_be_replaced_again() -> None:
    once = stock_of(packed_pieces(1, 20)).with_part(packed_pieces(2, 3, first=19))
    twice = once.with_part(packed_pieces(3, 1, first=19))
    assert sorted(twice.whole.pk.tolist()) == list(range(1, 22))
    assert twice.row_of("piece-19") == 23


def test_gone_rows_are_in_nothing_that_is_present() -> None:
    stock = stock_of(packed_pieces(1, 20))
    rest = Stock(parts=stock.parts, gone=stock.parts[0].rows_of(np.array([3, 4, 77])))
    assert sorted(rest.whole.pk.tolist()) == [key for key in range(1, 21) if key not in {3, 4}]
    assert rest.row_of("piece-3") is None


@settings(max_examples=30)
@given(SEEDS, st.integers(1, 40), st.sampled_from([None, 45.0]))
def test_best_rows_are_those_of_the_exact_utilities(seed: int, count: int, budget: float | None) -> None:
    stock, limits = stock_of(packed_pieces(seed, 4_000)), Limits(budget=budget)
    flags = np.random.default_rng(seed).random(4_000) < 0.7
    rows = np.flatnonzero(flags)
    exact = exact_utilities(stock, rows, limits, WEIGHTS)
    best = rows[np.argsort(-exact, kind="stable")][:count].tolist()
    assert best_rows(stock, flags, limits, WEIGHTS, count) == best
    assert [count_ahead(stock, flags, limits, WEIGHTS, (float(exact[rows == row][0]), row)) for row in best] == list(
        range(len(best))
    )


def test_utilities_are_those_of_the_model() -> None:
    columns = columns_from(packed_pieces(1, 200))
    stock = Stock(parts=(columns,), gone=NOTHING_GONE)
    limits = Limits(budget=33.0)
    exact = encode(market_of(columns), limits).values[:, :11] @ WEIGHTS[:11]
    assert exact_utilities(stock, np.arange(200), limits, WEIGHTS) == pytest.approx(exact, abs=1e-12)
    assert utilities(columns, limits, WEIGHTS) == pytest.approx(exact, abs=1e-5)


def row(**facts: Any) -> SimpleNamespace:
    words = dict.fromkeys(CODES, "")
    numbers = dict.fromkeys([*NUMBERS, *SIZES])
    flags = dict.fromkeys(FLAGS, False)
    levels = dict.fromkeys([*LEVELS, *(f"{name}_variance" for name in LEVELS)], 0.0)
    rest = {"pk": 1, "slug": "tide", "state": "draft", "price": 99.95, "valid_until": None, "made_in": ""}
    return SimpleNamespace(**{**words, **numbers, **flags, **levels, **rest, **facts})


def test_what_is_packed_comes_back_as_it_was() -> None:
    facts = row(state="published", kind="brooch", size_min=54.1, days_max=99_999, craft=2.5, is_fair=True, made_in="PT")
    facts.valid_until = date(2026, 3, 1)
    (read,) = np.frombuffer(packed(facts, facts), PACKED)
    assert read["is_published"]
    assert (read["kind"], read["side"]) == (CODES["kind"]["brooch"], 0)
    assert (read["cents"], read["size_min"], read["size_max"], read["days_max"]) == (9_995, 541, UNTOLD, MOST)
    assert read["levels"].tolist() == [0, 0, 2.5, 0, 0, 0, 0, 0, 0]
    assert read["made_in"] == b"PT"
    assert date.fromordinal(int(read["valid_until"])) == date(2026, 3, 1)
    columns = columns_from(np.array([read], PACKED))
    assert columns.has("is_fair").tolist() == [True]
    assert not columns.has("is_recycled").any()
    assert not told(columns.days_min).any()
