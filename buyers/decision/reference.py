"""The frozen reference market: what "in principle" and "neutral" are measured on (settled.md 16)."""

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from buyers.decision.arrays import FloatArray
from buyers.decision.criteria import RATED, Side
from buyers.decision.values import Encoded, Limits, Market, encode
from buyers.decision.weighing import best_utilities

REFERENCE_BUDGETS = (80.0, 150.0, 300.0)
_FILE = Path(__file__).with_name("reference_market.json")


@lru_cache(maxsize=1)
def reference_markets() -> tuple[Encoded, ...]:
    """The 32 pieces of version 1 as three shoppers see them, with 80, 150 and 300 to spend and no date."""
    pieces = json.loads(_FILE.read_text(encoding="utf-8"))
    levels = np.array([[piece["levels"][criterion] for criterion in RATED] for piece in pieces])
    lead = np.array([piece["days"] for piece in pieces], dtype=float)
    market = Market(
        is_handcrafted=np.array([piece["side"] == Side.HANDCRAFTED for piece in pieces]),
        price=np.array([piece["price"] for piece in pieces], dtype=float),
        lead_min=lead,
        lead_max=lead,
        levels=levels,
        level_variances=np.zeros_like(levels),
    )
    return tuple(encode(market, Limits(budget=budget)) for budget in REFERENCE_BUDGETS)


def reference_gaps(shares: FloatArray, markets: Sequence[Encoded]) -> FloatArray:
    """Best handcrafted minus best mass-produced (S, markets), for each way of weighing and each market."""
    return np.column_stack(
        [
            best_utilities(shares, market.values[market.rows_of(Side.HANDCRAFTED)])
            - best_utilities(shares, market.values[market.rows_of(Side.MASS_PRODUCED)])
            for market in markets
        ]
    )
