from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from buyers.decision import Limits, Market, encode, lead_value, price_value
from tests.buyers.decision.cases import market_of

PIECE = market_of({"price": 75.0, "lead_min": 3.0, "lead_max": 7.0, "levels": [0, 1, 2, 3, 4, 0.5, 1.5, 2.5, 3.5]})
UNDISCLOSED = market_of({"lead_min": np.nan, "lead_max": np.nan})


@pytest.mark.parametrize(("price", "value"), [(150.0, 0.0), (30.0, 1.0), (90.0, 0.5), (270.0, -1.0)])
def test_a_price_is_worth_nothing_at_the_budget_and_one_at_a_fifth(price: float, value: float) -> None:
    assert price_value(np.array([price]), 150.0) == pytest.approx([value])


def test_without_a_budget_a_price_is_valued_against_300() -> None:
    assert price_value(np.array([300.0, 60.0]), None) == pytest.approx([0.0, 1.0])
    assert encode(PIECE, Limits()).values[0, 0] == pytest.approx((1 - 75 / 300) / 0.8)


@pytest.mark.parametrize(("days", "value"), [(0, 1.0), (3, 0.66), (7, 0.49), (14, 0.34), (60, 0.0), (200, 0.0)])
def test_an_arrival_is_worth_less_the_later_it_is(days: float, value: float) -> None:
    assert lead_value(np.array([days])) == pytest.approx([value], abs=0.005)


def test_levels_become_quarters_and_their_variances_sixteenths() -> None:
    encoded = encode(PIECE, Limits())
    assert encoded.values[0, 2:11] == pytest.approx(PIECE.levels[0] / 4)
    assert encoded.variances[0, 2:11] == pytest.approx(PIECE.level_variances[0] / 16)


def test_a_range_of_days_is_worth_its_middle_and_uncertain() -> None:
    encoded, ends = encode(PIECE, Limits()), lead_value(np.array([3.0, 7.0]))
    assert encoded.values[0, 1] == pytest.approx(ends.mean())
    assert encoded.variances[0, 1] == pytest.approx((ends[0] - ends[1]) ** 2 / 12)


def test_an_undisclosed_lead_time_is_worth_nothing_and_most_uncertain() -> None:
    encoded = encode(UNDISCLOSED, Limits())
    assert (encoded.values[0, 1], encoded.variances[0, 1]) == (0, pytest.approx(1 / 12))


def test_an_undisclosed_lead_time_meets_no_deadline() -> None:
    assert encode(UNDISCLOSED, Limits()).feasible.tolist() == [True]
    assert encode(UNDISCLOSED, Limits(days=10_000)).feasible.tolist() == [False]


@pytest.mark.parametrize(
    ("limits", "is_feasible"),
    [
        (Limits(budget=75), True),
        (Limits(budget=74.99), False),
        (Limits(budget=60, stretch=1.25), True),
        (Limits(days=7), True),
        (Limits(days=6), False),
        (Limits(days=0), False),
    ],
)
def test_limits_hold_the_price_and_the_latest_day(limits: Limits, is_feasible: bool) -> None:
    assert encode(PIECE, limits).feasible.tolist() == [is_feasible]


def test_the_last_column_is_the_side() -> None:
    pieces = market_of({"side": "handcrafted"}, {"side": "mass_produced"})
    assert encode(pieces, Limits()).values[:, 11].tolist() == [1, 0]


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"price": np.array([np.nan])}, "prices"),
        ({"price": np.array([0.0])}, "prices"),
        ({"price": np.array([1.0, 2.0])}, "for each piece"),
        ({"levels": np.zeros((1, 8))}, "levels and variances"),
        ({"levels": np.full((1, 9), 4.5)}, "from 0 to 4"),
        ({"levels": np.full((1, 9), np.nan)}, "from 0 to 4"),
        ({"level_variances": np.full((1, 9), -0.1)}, "0 or more"),
        ({"lead_min": np.array([np.nan])}, "two ends or none"),
        ({"lead_min": np.array([8.0])}, "ends before it begins"),
        ({"lead_min": np.array([-1.0])}, "negative"),
        ({"lead_max": np.array([np.inf])}, "finite or nan"),
    ],
)
def test_impossible_facts_are_refused(facts: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(PIECE, **facts)


@pytest.mark.parametrize(
    "limits", [{"budget": 0}, {"budget": float("nan")}, {"stretch": 0.9}, {"stretch": float("inf")}, {"days": -1}]
)
def test_impossible_limits_are_refused(limits: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must"):
        Limits(**limits)


def test_a_market_is_as_long_as_its_pieces() -> None:
    markets: list[Market] = [market_of(), PIECE]
    assert [len(market) for market in markets] == [0, 1]


@pytest.mark.parametrize("percent", range(101))
def test_a_price_at_the_very_edge_of_the_stretch_is_within(percent: int) -> None:
    limits = Limits(budget=100.0, stretch=1 + percent / 100)
    edge, beyond = float(100 + percent), 100 + percent + 0.01
    assert edge <= limits.reach(100.0) < beyond
