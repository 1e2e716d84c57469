"""All that one brief can meet: the published pieces, what changed since they were read, and the brief's own. Plain.

A row is a number through all parts, one after the other. What another part holds anew is gone from the one before; its
row stays, so that no other row moves.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from buyers.decision import Side
from buyers.stock.columns import SIDES, Columns, Flags, Rows, columns_from, joined
from catalog.packing import PackedPieces

Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, kw_only=True, eq=False)
class Stock:
    """`parts` in the order of their rows, the large one that rarely changes first; `gone` rows count for nothing."""

    parts: tuple[Columns, ...]
    gone: Rows

    def __len__(self) -> int:
        return self._starts[-1]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(map(len, self.parts))]

    @cached_property
    def present(self) -> Flags:
        present = np.ones(len(self), bool)
        present[self.gone] = False
        present.setflags(write=False)
        return present

    @cached_property
    def whole(self) -> Columns:
        """What is present as one, under rows of its own."""
        if len(self.parts) == 1 and not len(self.gone):
            return self.parts[0]
        return joined(
            [part.taken(np.flatnonzero(self.of_part(at, self.present))) for at, part in enumerate(self.parts)]
        )

    def read(self, column: Callable[[Columns], npt.NDArray[Scalar]]) -> npt.NDArray[Scalar]:
        """A column over all rows."""
        read = [column(part) for part in self.parts]
        return read[0] if len(read) == 1 else np.concatenate(read)

    def of_side(self, side: Side) -> Flags:
        return self.read(lambda part: part.side == SIDES[side])

    def of_part(self, at: int, column: npt.NDArray[Scalar]) -> npt.NDArray[Scalar]:
        """That part's share of a column over all rows."""
        return column[self._starts[at] : self._starts[at + 1]]

    def start_of(self, at: int) -> int:
        return self._starts[at]

    def taken(self, rows: Rows) -> list[Columns]:
        """The columns of ascending rows, part by part."""
        cuts = np.searchsorted(rows, self._starts)
        return [part.taken(rows[cuts[at] : cuts[at + 1]] - self._starts[at]) for at, part in enumerate(self.parts)]

    def row_of(self, slug: str) -> int | None:
        """The row of a piece that is present, or None where none has that slug."""
        for at, part in enumerate(self.parts):
            row = part.row_of(slug)
            if row is not None and self.present[self._starts[at] + row]:
                return self._starts[at] + row
        return None

    def keys_at(self, rows: Sequence[int]) -> list[int]:
        return [int(self.part_of(row).pk[row - self._starts[self._at(row)]]) for row in rows]

    def side_at(self, row: int) -> str:
        return self.part_of(row).side_at(row - self._starts[self._at(row)])

    def part_of(self, row: int) -> Columns:
        return self.parts[self._at(row)]

    def with_part(self, added: PackedPieces) -> "Stock":
        """These too, in the place of any with the same address."""
        if not len(added):
            return self
        replaced = [
            self._starts[at] + np.flatnonzero(np.isin(part.slug, added["slug"])) for at, part in enumerate(self.parts)
        ]
        return Stock(parts=(*self.parts, columns_from(added)), gone=np.unique(np.concatenate([self.gone, *replaced])))

    def _at(self, row: int) -> int:
        return int(np.searchsorted(self._starts, row, side="right")) - 1
