"""Pieces as columns, for deciding over all of them at once: 99 bytes a piece. Plain.

Rows are sorted by side, then by kind, then by key, so that each side and each kind of a side is one slice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from buyers.decision import Side, lead_value
from catalog.packing import CENTS, CODES, FLAGS, LEVELS, MOST, PACKED, UNTOLD, PackedPieces, fingerprint

Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.intp]
Keys = npt.NDArray[np.int64]
Shorts = npt.NDArray[np.int16]
Singles = npt.NDArray[np.float32]
Codes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.unsignedinteger[Any]]
Numbers = npt.NDArray[np.float64]

FIRST_LEVEL_ROW = 2
SIDES = CODES["side"]
SIDE_NAMES = tuple(SIDES)
_PACKED = PACKED.names or ()
_SAMPLE = 4_096
_LEAD = lead_value(np.arange(MOST + 1, dtype=np.float64))


@dataclass(frozen=True, kw_only=True, eq=False)
class Columns:
    """n pieces. Words are codes of `catalog.packing`, 0 where not told; numbers are -1 where not told.

    `matrix` (11, n) is what is weighed: the price in the site's currency, the value of the lead time, and the nine
    rated levels from 0 to 4. `variances` (9, n) are places in `palette`, on the same scale; few differ.
    """

    pk: Keys
    slug: npt.NDArray[np.uint64]
    cents: npt.NDArray[np.int32]
    kind: Codes
    style: Codes
    era: Codes
    preview: Codes
    side: Codes
    surface: Codes
    handmade: Codes
    flags: Codes
    made_in: npt.NDArray[np.bytes_]
    days_min: Shorts
    days_max: Shorts
    can_supply: Shorts
    returnable_days: Shorts
    size_min: Shorts
    size_max: Shorts
    resize_min: Shorts
    resize_max: Shorts
    matrix: Singles
    variances: Places
    palette: Singles

    def __len__(self) -> int:
        return len(self.pk)

    @property
    def price(self) -> Numbers:
        return self.cents / CENTS

    @property
    def levels(self) -> Singles:
        return self.matrix[FIRST_LEVEL_ROW:]

    @property
    def level_variances(self) -> Singles:
        variances: Singles = self.palette[self.variances]
        return variances

    def level(self, criterion: str) -> Singles:
        levels: Singles = self.levels[LEVELS.index(criterion)]
        return levels

    def has(self, flag: str) -> Flags:
        flags: Flags = (self.flags & (1 << FLAGS.index(flag))).astype(bool)
        return flags

    def is_any(self, name: str, words: Sequence[str]) -> Flags:
        """Where a column of words holds one of these; others than its own are none."""
        codes = [CODES[name][word] for word in words if word in CODES[name]]
        wanted = np.zeros(2**8, bool)
        wanted[codes] = True
        flags: Flags = wanted[getattr(self, name)]
        return flags

    def side_at(self, row: int) -> str:
        return SIDE_NAMES[int(self.side[row])]

    def span(self, side: Side) -> slice:
        """The rows of one side."""
        edges = np.array([SIDES[side], SIDES[side] + 1], np.uint8)
        return slice(*np.searchsorted(self.side, edges).tolist())

    def taken(self, rows: Rows) -> "Columns":
        """Some of the rows, in ascending order, so that they stay sorted."""
        return replace(self, **{name: getattr(self, name)[..., rows] for name in NAMES})

    def rows_of(self, keys: Keys) -> Rows:
        """The rows of those keys that are here, ascending; keys ascend too."""
        found = [start + _places(self.pk[start:stop], keys) for start, stop in self._runs]
        return np.concatenate([*found, np.zeros(0, np.intp)])

    def row_of(self, slug: str) -> int | None:
        rows = np.flatnonzero(self.slug == np.uint64(fingerprint(slug)))
        return int(rows[0]) if len(rows) else None

    @cached_property
    def fronts(self) -> dict[bytes, Rows]:
        """What `buyers.stock.contenders` found of these rows, by what was asked."""
        return {}

    @cached_property
    def _runs(self) -> list[tuple[int, int]]:
        """Where keys ascend: each kind of each side."""
        turns = np.flatnonzero((np.diff(self.side) != 0) | (np.diff(self.kind) != 0)) + 1
        edges = [0, *turns.tolist(), len(self)]
        return list(pairwise(edges))


NAMES = tuple(field.name for field in fields(Columns) if field.name != "palette")


def told(numbers: Shorts) -> Flags:
    is_told: Flags = numbers != UNTOLD
    return is_told


def columns_from(packed: PackedPieces) -> Columns:
    """Of pieces as `catalog.packing` lays them out, in any order; column by column, so that little is held twice."""
    order = _order(packed["side"], packed["kind"], packed["pk"])
    matrix = np.empty((FIRST_LEVEL_ROW + len(LEVELS), len(packed)), np.float32)
    matrix[0], matrix[1] = packed["cents"][order] / CENTS, _lead_values(packed)[order]
    for row in range(len(LEVELS)):
        matrix[FIRST_LEVEL_ROW + row] = packed["levels"][:, row][order]
    palette = _few_values(packed["variances"])
    places = [_smallest(np.searchsorted(palette, column[order]), palette) for column in packed["variances"].T]
    plain = {name: packed[name][order] for name in NAMES if name in _PACKED and name != "variances"}
    return Columns(**plain, matrix=matrix, variances=np.stack(places), palette=palette)


def _lead_values(packed: PackedPieces) -> Singles:
    """The mean of both ends, and nothing where no lead time is told (decision-model.md 1.2)."""
    ends = (_LEAD[packed[name]] for name in ("days_min", "days_max"))
    values: Singles = np.where(told(packed["days_max"]), sum(ends) / 2, 0).astype(np.float32)
    return values


def _few_values(values: Singles) -> Singles:
    """The values that occur, ascending, found without sorting all: few differ."""
    found = np.unique(values[:1])
    for rest in values.T if len(found) else ():
        while len(rest := rest[found.take(np.searchsorted(found, rest), mode="clip") != rest]):
            found = np.union1d(found, rest[:_SAMPLE])
    return found


def joined(parts: Sequence[Columns]) -> Columns:
    """All rows of at least one of them, sorted anew; column by column, so that little is held twice."""
    palette = np.unique(np.concatenate([part.palette for part in parts]))
    renamed = [_smallest(np.searchsorted(palette, part.palette), palette)[part.variances] for part in parts]
    order = _order(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("side", "kind", "pk")))
    arrays = {
        name: np.concatenate([getattr(part, name) for part in parts], axis=-1)[..., order]
        for name in NAMES
        if name != "variances"
    }
    return Columns(**arrays, variances=np.concatenate(renamed, axis=-1)[..., order], palette=palette)


def _order(side: Codes, kind: Codes, pk: Keys) -> Rows:
    by_key = np.argsort(pk, kind="stable")
    group = side.astype(np.uint16) << 8 | kind
    order: Rows = by_key[np.argsort(group[by_key], kind="stable")]
    return order


def _smallest(places: npt.NDArray[np.intp], palette: Singles) -> Places:
    """In the smallest whole numbers that tell so many apart."""
    return places.astype(np.uint8 if len(palette) <= 2**8 else np.uint16)


def _places(ascending: Keys, wanted: Keys) -> Rows:
    """Where the wanted keys are among ascending ones; what is none of them is passed over."""
    places: Rows = np.searchsorted(ascending, wanted)
    return places[ascending.take(places, mode="clip") == wanted] if len(ascending) else places[:0]
