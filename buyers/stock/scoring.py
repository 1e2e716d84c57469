"""Utilities over a whole stock by one way of weighing: which rows come first, and how many are ahead of one. Plain.

All rows are weighed in single precision by one product with the matrix; only those that may be among the first are
weighed again from their facts, in double, so that what comes out is exact.
"""

from collections.abc import Callable

import numpy as np

from buyers.decision import RATED, Limits, Market, Side, encode
from buyers.decision.arrays import FloatArray
from buyers.decision.criteria import CRITERION_COUNT
from buyers.decision.values import BUDGET_WITHOUT_LIMIT, HIGHEST_LEVEL, PRICE_SPAN
from buyers.decision.weighing import weighed
from buyers.stock.columns import FIRST_LEVEL_ROW, SIDES, Columns, Flags, Rows, Singles, told
from buyers.stock.stock import Stock
from catalog.packing import LEVELS

# Far more than single precision can be wrong by, for a utility of one.
_MARGIN = np.float32(1e-5)
_BLOCK = 512
# Of so few rows the values are put together first: it costs less than to weigh all.
_FEW = 1 / 50

Weighing = Callable[[Singles], Singles]

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
    return _weighing(limits, weights)(columns.matrix)


def best_rows(stock: Stock, flags: Flags, limits: Limits, weights: FloatArray, count: int) -> list[int]:
    """The rows of most utility among those that are flagged, best first; of equal ones the first."""
    weigh = _weighing(limits, weights)
    hopeful = [
        stock.start_of(at) + _hopeful(part.matrix, stock.of_part(at, flags), weigh, count)
        for at, part in enumerate(stock.parts)
    ]
    return _exactly_first(stock, np.concatenate(hopeful), limits, weights, count)


def best_of_sides(stock: Stock, flags: Flags, limits: Limits, weights: FloatArray, count: int) -> dict[Side, list[int]]:
    """The same for each side."""
    weigh, found = _weighing(limits, weights), {}
    for side in Side:
        hopeful = []
        for at, part in enumerate(stock.parts):
            span = part.span(side)
            rows = _hopeful(part.matrix[:, span], stock.of_part(at, flags)[span], weigh, count)
            hopeful.append(stock.start_of(at) + span.start + rows)
        found[side] = _exactly_first(stock, np.concatenate(hopeful), limits, weights, count)
    return found


def count_ahead(stock: Stock, flags: Flags, limits: Limits, weights: FloatArray, of: tuple[float, int]) -> int:
    """How many flagged rows are ahead of a utility and a row: those of more utility, and equal ones before it."""
    utility, row = of
    weigh, margin, ahead = _weighing(limits, weights), _margin(utility), 0
    for at, part in enumerate(stock.parts):
        flagged, scores = stock.of_part(at, flags), weigh(part.matrix)
        ahead += int((flagged & (scores > utility + margin)).sum())
        near = stock.start_of(at) + np.flatnonzero(flagged & (np.abs(scores - utility) <= margin))
        exact = exact_utilities(stock, near, limits, weights)
        ahead += int(((exact > utility) | ((exact == utility) & (near < row))).sum())
    return ahead


def _weighing(limits: Limits, weights: FloatArray) -> Weighing:
    """Weighs a matrix (11, n) as the model does: linear in the price, the value of the lead time and the levels."""
    at_no_price = float(weights[0]) / PRICE_SPAN
    by_row = np.array(weights[:CRITERION_COUNT], np.float64)
    by_row[0] = -at_no_price / (limits.budget or BUDGET_WITHOUT_LIMIT)
    by_row[FIRST_LEVEL_ROW:] /= HIGHEST_LEVEL
    single, start = by_row.astype(np.float32), np.float32(at_no_price)

    def weigh(matrix: Singles) -> Singles:
        scores: Singles = single @ matrix
        scores += start
        return scores

    return weigh


def _hopeful(matrix: Singles, flagged: Flags, weigh: Weighing, count: int) -> Rows:
    """The flagged rows that may be among the first by exact utility, ascending.

    Only what lies between the first and the last of them is weighed, such as one kind; of very few only they are.
    """
    number = int(np.count_nonzero(flagged))
    if number == len(flagged):
        return _may_be_first(weigh(matrix), count)
    if not number:
        return np.zeros(0, np.intp)
    first, end = int(flagged.argmax()), len(flagged) - int(flagged[::-1].argmax())
    if number == end - first:
        return first + _may_be_first(weigh(matrix[:, first:end]), count)
    rows: Rows = first + np.flatnonzero(flagged[first:end])
    if number < (end - first) * _FEW:
        return rows[_may_be_first(weigh(matrix[:, rows]), count)]
    return rows[_may_be_first(weigh(matrix[:, first:end])[rows - first], count)]


def _may_be_first(scores: Singles, count: int) -> Rows:
    """Where scores are among the highest, or within rounding of them.

    The best of each block are rows too, so that the least of the `count` best blocks has as many above it.
    """
    blocks = scores[: len(scores) // _BLOCK * _BLOCK].reshape(-1, _BLOCK)
    if len(blocks) <= count:
        return _at_least(scores, _least(scores, count))
    tops = blocks.max(axis=1)
    least = _least(tops, count)
    among = np.flatnonzero(tops >= least)
    places = among[:, None] * _BLOCK + np.arange(_BLOCK)
    inside = places.ravel()[_at_least(blocks[among].ravel(), least)]
    return np.concatenate([inside, blocks.size + _at_least(scores[blocks.size :], least)])


def _least(scores: Singles, count: int) -> float:
    """What the highest have at least, less what rounding may have taken from them."""
    if len(scores) <= count:
        return -np.inf
    least = float(np.partition(scores, -count)[-count])
    return least - float(_margin(least))


def _at_least(scores: Singles, least: float) -> Rows:
    rows: Rows = np.flatnonzero(scores >= np.float32(least))
    return rows


def _exactly_first(stock: Stock, rows: Rows, limits: Limits, weights: FloatArray, count: int) -> list[int]:
    order = np.argsort(-exact_utilities(stock, rows, limits, weights), kind="stable")
    best: list[int] = rows[order[:count]].tolist()
    return best


def _margin(utility: float) -> np.float32:
    return _MARGIN * np.float32(1 + abs(utility))
