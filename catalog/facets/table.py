"""The published pieces as columns of masks and numbers, by ascending key. Plain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from catalog.facets.bits import rows_among
from catalog.facets.encoding import Masks
from catalog.facets.vocabulary import FACETS

Keys = npt.NDArray[np.int64]
Rows = npt.NDArray[np.intp]
Numbers = npt.NDArray[np.float32]
Days = npt.NDArray[np.int32]


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """n pieces. `price` is an amount, `days` the most until it is there (infinite where not told), `seen` the levels
    that rest on proof, `added` and `until` the ordinals of days: when it was added, and the last on which all proof
    holds. `masks` are by facet."""

    keys: Keys
    makers: Keys
    price: Numbers
    days: Numbers
    seen: Numbers
    added: Days
    until: Days
    masks: Mapping[str, Masks]

    def __len__(self) -> int:
        return len(self.keys)

    def at(self, rows: Rows) -> "Table":
        arrays = {name: getattr(self, name)[rows] for name in ARRAYS}
        return Table(masks={key: masks[rows] for key, masks in self.masks.items()}, **arrays)

    def updated(self, newer: "Table", changed: Keys) -> "Table":
        """With the newer rows in the place of those that changed, and without changed ones that are no longer there."""
        both = join([self.at(np.flatnonzero(~rows_among(self.keys, changed))), newer])
        return both.at(np.argsort(both.keys))


ARRAYS = tuple(name for name in Table.__dataclass_fields__ if name != "masks")


def join(tables: Sequence[Table]) -> Table:
    """One table of at least one, their rows in their order."""
    arrays: dict[str, Any] = {name: np.concatenate([getattr(table, name) for table in tables]) for name in ARRAYS}
    masks = {facet.key: np.concatenate([table.masks[facet.key] for table in tables]) for facet in FACETS}
    return Table(masks=masks, **arrays)
