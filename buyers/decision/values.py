"""Pieces and limits into values and variances; refuses facts outside their scales.

No value depends on which other pieces compete: every scale has fixed anchors (decision-model.md 1.2 and 1.3).
"""

from dataclasses import dataclass

import numpy as np

from buyers.decision.arrays import BoolArray, FloatArray, RowArray
from buyers.decision.criteria import COLUMN_COUNT, RATED, RESIDUAL_COLUMN, Criterion, Side

HIGHEST_LEVEL = 4.0
PRICE_SPAN = 0.8
BUDGET_WITHOUT_LIMIT = 300.0
LONGEST_LEAD = 60.0
UNIT_INTERVAL_VARIANCE = 1 / 12
_ROUNDING = 1e-12


@dataclass(frozen=True, kw_only=True, eq=False)
class Market:
    """Pieces that meet every must but budget and date, one per row; equal pieces rank in the order given.

    `is_handcrafted` (n,) bool; `price` (n,) delivered, in one currency, above 0; `lead_min` and `lead_max` (n,) days to
    the door, both nan where not disclosed; `levels` (n, 9) of the rated criteria, 0 to 4; `level_variances` (n, 9) on
    the same scale. Raises ValueError for wrong shapes and for facts outside these ranges.
    """

    is_handcrafted: BoolArray
    price: FloatArray
    lead_min: FloatArray
    lead_max: FloatArray
    levels: FloatArray
    level_variances: FloatArray

    def __post_init__(self) -> None:
        _refuse_wrong_shapes(self)
        _refuse(~np.isfinite(self.price) | (self.price <= 0), "prices must be finite and above 0")
        _refuse(np.isnan(self.lead_min) != np.isnan(self.lead_max), "a lead time has two ends or none")
        known = np.isfinite(self.lead_max)
        _refuse(~known & ~np.isnan(self.lead_max), "lead times must be finite or nan")
        _refuse(self.lead_min[known] < 0, "lead times must not be negative")
        _refuse(self.lead_min[known] > self.lead_max[known], "a lead time ends before it begins")
        _refuse(~((self.levels >= 0) & (self.levels <= HIGHEST_LEVEL)), "levels must be from 0 to 4")
        _refuse(~(np.isfinite(self.level_variances) & (self.level_variances >= 0)), "variances must be 0 or more")

    def __len__(self) -> int:
        return len(self.price)


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Money and time: `budget` in the prices' currency, `stretch` a factor of 1 or more on it, `days` left or None.

    Without a budget nothing is too dear and the price is valued against 300. Raises ValueError outside these ranges.
    """

    budget: float | None = None
    stretch: float = 1.0
    days: int | None = None

    def __post_init__(self) -> None:
        if self.budget is not None and not 0 < self.budget < np.inf:
            raise ValueError("a budget must be finite and above 0")
        if not 1 <= self.stretch < np.inf:
            raise ValueError("a stretch must be a finite factor of at least 1")
        if self.days is not None and self.days < 0:
            raise ValueError("the days left must not be negative")

    def reach(self, budget: float) -> float:
        """The highest price that a budget reaches; 115 is within 100 and 15 percent, which 1.15 in binary is not."""
        return budget * self.stretch * (1 + _ROUNDING)


@dataclass(frozen=True, kw_only=True, eq=False)
class Encoded:
    """A market as the rule sees it: `values` and `variances` (n, 12); the last column is 1 for handcrafted, else 0.

    `feasible` (n,) tells which rows keep to the budget and arrive in time at the latest.
    """

    is_handcrafted: BoolArray
    values: FloatArray
    variances: FloatArray
    feasible: BoolArray

    def rows_of(self, side: Side) -> RowArray:
        """The feasible rows of one side, in order."""
        return np.flatnonzero(self.feasible & (self.is_handcrafted == (side is Side.HANDCRAFTED)))


def price_value(price: FloatArray, budget: float | None) -> FloatArray:
    """Value of a price: 0 at the budget, 1 at a fifth of it, linear in money, negative above the budget (1.2)."""
    return (1 - price / (BUDGET_WITHOUT_LIMIT if budget is None else budget)) / PRICE_SPAN


def lead_value(days: FloatArray) -> FloatArray:
    """Value of an arrival after so many days: 1 today, 0 from 60 days on, logarithmic between (1.2)."""
    value: FloatArray = np.clip(1 - np.log1p(days) / np.log1p(LONGEST_LEAD), 0.0, 1.0)
    return value


def encode(market: Market, limits: Limits) -> Encoded:
    """Values (n, 12), variances (n, 12) and feasibility (n,) of a market within limits (decision-model.md 1.2, 1.3)."""
    values, variances = np.zeros((len(market), COLUMN_COUNT)), np.zeros((len(market), COLUMN_COUNT))
    lead = Criterion.LEAD.column
    rated = slice(lead + 1, lead + 1 + len(RATED))
    values[:, Criterion.PRICE.column] = price_value(market.price, limits.budget)
    values[:, lead], variances[:, lead] = _encoded_lead(market)
    values[:, rated] = market.levels / HIGHEST_LEVEL
    variances[:, rated] = market.level_variances / HIGHEST_LEVEL**2
    values[:, RESIDUAL_COLUMN] = market.is_handcrafted
    return Encoded(
        is_handcrafted=market.is_handcrafted,
        values=values,
        variances=variances,
        feasible=within_budget(market, limits) & within_days(market, limits),
    )


def within_budget(market: Market, limits: Limits) -> BoolArray:
    """Which rows (n,) cost at most the budget times the stretch."""
    if limits.budget is None:
        return np.ones(len(market), dtype=bool)
    return market.price <= limits.reach(limits.budget)


def within_days(market: Market, limits: Limits) -> BoolArray:
    """Which rows (n,) arrive in time even at their latest; an undisclosed lead time meets no deadline."""
    if limits.days is None:
        return np.ones(len(market), dtype=bool)
    return market.lead_max <= limits.days


def _encoded_lead(market: Market) -> tuple[FloatArray, FloatArray]:
    soonest, latest = lead_value(market.lead_min), lead_value(market.lead_max)
    unknown = np.isnan(market.lead_max)
    value = np.where(unknown, 0.0, (soonest + latest) / 2)
    variance = np.where(unknown, UNIT_INTERVAL_VARIANCE, (soonest - latest) ** 2 * UNIT_INTERVAL_VARIANCE)
    return value, variance


def _refuse_wrong_shapes(market: Market) -> None:
    count = len(market.price)
    singles = (market.is_handcrafted, market.price, market.lead_min, market.lead_max)
    if any(array.shape != (count,) for array in singles):
        raise ValueError("a market needs one side, price and lead time for each piece")
    if any(array.shape != (count, len(RATED)) for array in (market.levels, market.level_variances)):
        raise ValueError(f"a market needs {len(RATED)} levels and variances for each piece")


def _refuse(is_wrong: BoolArray, message: str) -> None:
    if is_wrong.any():
        raise ValueError(message)
