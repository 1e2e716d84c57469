"""A table with what is worked out from it once: the rows of each facet value as bits, and their orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from catalog.facets.bits import Bits, all_rows, pack
from catalog.facets.filter import NEWEST
from catalog.facets.table import Keys, Rows, Table
from catalog.facets.vocabulary import FACET_BY_KEY, MAKER


@dataclass(frozen=True, kw_only=True)
class KnownMaker:
    key: int
    slug: str
    name: str


class Index:
    """What it tells never changes: what is new makes another one. Threads may share it."""

    def __init__(self, table: Table, makers: Sequence[KnownMaker], *, epoch: str = "", revision: int = 0) -> None:
        self.table, self.epoch, self.revision = table, epoch, revision
        self.makers = {maker.slug: maker for maker in makers}
        self._bits: dict[tuple[str, str], Bits] = {}
        self._orders: dict[str, Rows] = {}

    def __len__(self) -> int:
        return len(self.table)

    def is_outdated(self, today: date) -> bool:
        """Whether a certificate that counts for some piece has run out."""
        return self._last_day < today.toordinal()

    def bits_of(self, key: str, value: str) -> Bits:
        """The rows of which a value of a facet, or a maker by slug, holds. Makers are too many to be kept."""
        if key == MAKER:
            return pack(self.table.makers == (self.makers[value].key if value in self.makers else -1))
        if (key, value) not in self._bits:
            self._bits[key, value] = self._read_bits(key, value)
        return self._bits[key, value]

    def order_of(self, order: str) -> Rows:
        """All rows in an order; ties are broken by what is newer, then by the larger key."""
        if order not in self._orders:
            self._orders[order] = self._sort(order)
        return self._orders[order]

    @cached_property
    def everything(self) -> Bits:
        return all_rows(len(self))

    @cached_property
    def makers_in_turn(self) -> tuple[Keys, Rows]:
        """Every maker's key once, and for each row at which place of these its maker stands."""
        keys, places = np.unique(self.table.makers, return_inverse=True)
        return keys, places

    @cached_property
    def _last_day(self) -> int:
        return int(self.table.until.min(initial=date.max.toordinal()))

    def _read_bits(self, key: str, value: str) -> Bits:
        masks = self.table.masks[key]
        bit = masks.dtype.type(1 << list(FACET_BY_KEY[key].values).index(value))
        return pack(masks & bit != 0)

    def _sort(self, order: str) -> Rows:
        table = self.table
        first = {"price": table.price, "dearest": -table.price, "soonest": table.days, "seen": -table.seen}
        newest = (-table.keys, -table.added)
        return np.lexsort(newest if order == NEWEST else (*newest, first[order]))
