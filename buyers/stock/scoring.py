"""Utilities over a whole stock by one way of weighing: which rows come first, and how many are ahead of one. Plain.

All rows are weighed in single precision by one product with the matrix; only those that may be among the first are
weighed again from their facts, in double, so that what comes out is exact.
"""

import numpy as np

from buyers.decision import RATED, Limits, Market, Side, encode
from buyers.decision.arrays import FloatArray
from buyers.decision.criteria import CRITERION_COUNT
from buyers.decision.values import BUDGET_WITHOUT_LIMIT, HIGHEST_LEVEL, PRICE_SPAN
from buyers.decision.weighing import weighed
from buyers.stock.columns import SIDES, Columns, Flags, Rows, Singles, told
from buyers.stock.stock import Stock
from catalog.packing import LEVELS

# Far more than single precision can be wrong by, for a utility of one.
_MARGIN = np.float32(1e-5)
_BLOCK = 1_024

if tuple(RATED) != LEVELS:
    raise AssertionError("The decision and the catalog name the rated criteria differently.")


def market_of(columns: Columns) -> Market:
    """Pieces as the model takes them, in their order."""
    is_told = told(columns.days_max)
    return Market(
        is_handcrafted=columns.side == SIDES[Side.HANDCRAFTED],
        price=columns.price,
        lead_min=np.where(is_told, columns.days_min, np.nan),
        lead_max=np.where(is_told, columns.days_max, np.nan),
        levels=columns.levels.T.astype(np.float64),
        level_variances=columns.level_variances.T.astype(np.float64),
    )


def exact_utilities(stock: Stock, rows: Rows, limits: Limits, weights: FloatArray) -> FloatArray:
    """Of ascending rows, by the weights (12,), without the residual."""
    parts = [encode(market_of(part), limits).values[:, :CRITERION_COUNT] for part in stock.taken(rows)]
    return weighed(np.concatenate(parts), weights[:CRITERION_COUNT])


def utilities(columns: Columns, limits: Limits, weights: FloatArray) -> Singles:
    """Of all rows, in single precision: one product with the matrix."""
    price, by_row = float(weights[0]) / PRICE_SPAN, np.array(weights[:CRITERION_COUNT], np.float64)
    by_row[0] = -price / (limits.budget or BUDGET_WITHOUT_LIMIT)
    by_row[2:] /= HIGHEST_LEVEL
    found: Singles = by_row.astype(np.float32) @ columns.matrix
    found += np.float32(price)
    return found


def best_rows(stock: Stock, flags: Flags, limits: Limits, weights: FloatArray, count: int) -> list[int]:
    """The rows of most utility among those that are flagged, best first; of equal ones the first."""
    hopeful = [
        stock.start_of(at) + _may_be_first(utilities(part, limits, weights), stock.of_part(at, flags), count)
        for at, part in enumerate(stock.parts)
    ]
    rows = np.concatenate(hopeful)
    order = np.argsort(-exact_utilities(stock, rows, limits, weights), kind="stable")
    best: list[int] = rows[order[:count]].tolist()
    return best


def best_of_sides(stock: Stock, flags: Flags, limits: Limits, weights: FloatArray, count: int) -> dict[Side, list[int]]:
    """The same for each side, by one weighing of all rows."""
    found: dict[Side, list[Rows]] = {side: [] for side in Side}
    for at, part in enumerate(stock.parts):
        scores, flagged = utilities(part, limits, weights), stock.of_part(at, flags)
        for side in Side:
            span = part.span(side)
            found[side].append(stock.start_of(at) + span.start + _may_be_first(scores[span], flagged[span], count))
    return {side: _exactly_first(stock, np.concatenate(rows), limits, weights, count) for side, rows in found.items()}


def _exactly_first(stock: Stock, rows: Rows, limits: Limits, weights: FloatArray, count: int) -> list[int]:
    order = np.argsort(-exact_utilities(stock, rows, limits, weights), kind="stable")
    best: list[int] = rows[order[:count]].tolist()
    return best


def count_ahead(stock: Stock, flags: Flags, limits: Limits, weights: FloatArray, of: tuple[float, int]) -> int:
    """How many flagged rows are ahead of a utility and a row: those of more utility, and equal ones before it."""
    utility, row = of
    ahead = 0
    for at, part in enumerate(stock.parts):
        scores, flagged = utilities(part, limits, weights), stock.of_part(at, flags)
        margin = _margin(utility)
        ahead += int((flagged & (scores > utility + margin)).sum())
        near = stock.start_of(at) + np.flatnonzero(flagged & (np.abs(scores - utility) <= margin))
        exact = exact_utilities(stock, near, limits, weights)
        ahead += int(((exact > utility) | ((exact == utility) & (near < row))).sum())
    return ahead


def _may_be_first(scores: Singles, flagged: Flags, count: int) -> Rows:
    """The flagged rows that may be among the first by exact utility, ascending.

    The best of each block are `count` rows that are at least as good as the worst of the best blocks.
    """
    open_scores = np.where(flagged, scores, np.float32(-np.inf))
    whole = len(open_scores) // _BLOCK * _BLOCK
    tops = open_scores[:whole].reshape(-1, _BLOCK).max(axis=1)
    if len(tops) <= count:
        tops = open_scores
    least = np.partition(tops, -count)[-count] if len(tops) > count else np.float32(-np.inf)
    floor = least - _margin(float(least)) if np.isfinite(least) else least
    rows: Rows = np.flatnonzero((open_scores >= floor) & flagged)
    return rows


def _margin(utility: float) -> np.float32:
    return _MARGIN * np.float32(1 + abs(utility))
