"""For each point of the article, the published piece that speaks most for it and the one that speaks most against it.

Only pieces of the side that the point speaks of are asked. Ties go to the piece listed first. Two queries at any size.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from buyers.article import POINTS, Point
from buyers.guide.gauges import GAUGES
from buyers.stock.columns import Columns
from buyers.stock.loading import listed_stock
from catalog.models import Piece

FOR, AGAINST = "for", "against"


@dataclass(frozen=True, kw_only=True)
class Example:
    """A piece, whether it speaks for or against the point, and why in a short sentence."""

    speaks: str
    piece: Piece
    why: str


def examples_by_point(today: date) -> Mapping[str, list[Example]]:
    """By the points' keys: the best support first, then the best contradiction, each only where there is one."""
    columns = listed_stock(today).whole
    rows = {point.key: dict(_rows_for(point, columns)) for point in POINTS}
    keys = {int(columns.pk[row]) for pair in rows.values() for row in pair.values()}
    pieces = Piece.objects.with_maker().in_bulk(keys)
    return {
        key: [
            Example(speaks=speaks, piece=piece, why=GAUGES[key].say(piece, columns, today))
            for speaks, row in pair.items()
            if (piece := pieces.get(int(columns.pk[row])))
        ]
        for key, pair in rows.items()
    }


def _rows_for(point: Point, columns: Columns) -> Iterator[tuple[str, int]]:
    gauge = GAUGES[point.key]
    values = np.where(columns.is_any("side", [point.side]), gauge.read(columns), np.nan)
    if np.isnan(values).all():
        return
    highest, lowest = int(np.nanargmax(values)), int(np.nanargmin(values))
    if values[highest] >= gauge.supports:
        yield FOR, highest
    if values[lowest] <= gauge.contradicts:
        yield AGAINST, lowest
