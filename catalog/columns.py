"""The published pieces as columns, for deciding over all of them at once: one query, no model instance per row.

Not disclosed is nan in a column of numbers and "" in one of texts. Rows are in the order of the slugs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from django.db.models import QuerySet

from catalog.assessment import renew_due
from catalog.levels import RATED
from catalog.models import Piece

Numbers = npt.NDArray[np.float64]
Texts = npt.NDArray[np.str_]
Flags = npt.NDArray[np.bool_]

IDENTITY = ("pk", "valid_until")
TEXTS = ("slug", "kind", "style", "era", "preview", "side", "surface", "made_in", "handmade")
FLAGS = (
    "is_nickel_safe",
    "is_piercing_safe",
    "is_recycled",
    "is_fair",
    "has_laboratory_report",
    "has_written_repair",
)
NUMBERS = (
    "price",
    "days_min",
    "days_max",
    "can_supply",
    "returnable_days",
    "size_min",
    "size_max",
    "resize_min",
    "resize_max",
)
ASSESSED = {"valid_until", "side", "surface", "made_in", "handmade", *FLAGS}
LEVELS = tuple(str(criterion) for criterion in RATED)
VARIANCES = tuple(f"{name}_variance" for name in LEVELS)
NAMES = (*IDENTITY, *TEXTS, *FLAGS, *NUMBERS, *LEVELS, *VARIANCES)


@dataclass(frozen=True, kw_only=True, eq=False)
class Columns:
    """n published pieces. Levels and their variances stand on the 0 to 4 scale, in the order of `levels.RATED`."""

    pk: npt.NDArray[np.int64]
    slug: Texts
    kind: Texts
    style: Texts
    era: Texts
    preview: Texts
    side: Texts
    surface: Texts
    made_in: Texts
    handmade: Texts
    is_nickel_safe: Flags
    is_piercing_safe: Flags
    is_recycled: Flags
    is_fair: Flags
    has_laboratory_report: Flags
    has_written_repair: Flags
    price: Numbers
    days_min: Numbers
    days_max: Numbers
    can_supply: Numbers
    returnable_days: Numbers
    size_min: Numbers
    size_max: Numbers
    resize_min: Numbers
    resize_max: Numbers
    levels: Numbers
    level_variances: Numbers

    def __len__(self) -> int:
        return len(self.pk)

    def taken(self, rows: npt.NDArray[np.intp]) -> "Columns":
        """Some of the rows, in the order in which they are named."""
        return Columns(**{column.name: getattr(self, column.name)[rows] for column in fields(self)})

    def with_pieces(self, pieces: Sequence[Piece]) -> "Columns":
        """These pieces among the rows, assessed and in memory alone, in the place of any with the same slug."""
        if not pieces:
            return self
        added = columns_from(pieces)
        kept = self.taken(np.flatnonzero(~np.isin(self.slug, added.slug)))
        both = {
            field.name: np.concatenate([getattr(kept, field.name), getattr(added, field.name)])
            for field in fields(self)
        }
        return Columns(**both).taken(np.argsort(both["slug"], kind="stable"))

    def row_of(self, slug: str) -> int | None:
        """The row of a published piece, or None where no published piece has that slug."""
        row = int(np.searchsorted(self.slug, slug))
        return row if row < len(self) and self.slug[row] == slug else None


def read_columns(today: date) -> Columns:
    """One query; two and a renewal on the day after a certificate that counts has run out."""
    rows = _read_rows(Piece.objects.published())
    if any(row[1] is not None and row[1] < today for row in rows):
        renew_due(today)
        rows = _read_rows(Piece.objects.published())
    return _columns_from(rows)


def columns_of(pieces: QuerySet[Piece]) -> Columns:
    """Those of them that are assessed, whether published or not."""
    return _columns_from(_read_rows(pieces))


def _read_rows(pieces: QuerySet[Piece]) -> list[tuple[Any, ...]]:
    rated = {*LEVELS, *VARIANCES}
    lookups = [f"assessment__{name}" if name in ASSESSED or name in rated else name for name in NAMES]
    assessed = pieces.filter(assessment__isnull=False)
    return sorted(assessed.order_by().values_list(*lookups), key=lambda row: str(row[NAMES.index("slug")]))


def columns_from(pieces: Iterable[Piece]) -> Columns:
    """Pieces in memory with their assessments, in the order given."""
    return _columns_from([_row_of(piece) for piece in pieces])


def _row_of(piece: Piece) -> tuple[Any, ...]:
    derived = {*ASSESSED, *LEVELS, *VARIANCES}
    return tuple(getattr(piece.assessment if name in derived else piece, name) for name in NAMES)


def _columns_from(rows: Sequence[tuple[Any, ...]]) -> Columns:
    columns = dict(zip(NAMES, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(NAMES, ())
    arrays: dict[str, Any] = {
        "pk": np.array(columns["pk"], np.int64),
        "levels": _matrix(columns, LEVELS),
        "level_variances": _matrix(columns, VARIANCES),
    }
    for names, kind in ((TEXTS, np.str_), (FLAGS, np.bool_), (NUMBERS, np.float64)):
        arrays |= {name: np.array(columns[name], kind) for name in names}
    return Columns(**arrays)


def _matrix(columns: Mapping[str, Sequence[Any]], names: Sequence[str]) -> Numbers:
    return np.array([columns[name] for name in names], np.float64).T.reshape(-1, len(names))
