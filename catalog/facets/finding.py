"""What one filter finds in the index: how many, how many more each choice would bring, and which on a page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from catalog.facets.bits import Bits, Flags, pack, rows_among, size_of, unpack
from catalog.facets.filter import FIT, MATCH, NEWEST, Filter
from catalog.facets.index import Index
from catalog.facets.table import Keys, Rows
from catalog.facets.vocabulary import FACET_BY_KEY, FACETS, MAKER, Choice
from catalog.search import Hits

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Finding:
    """`found` are the rows that the words searched for are in, `named` those that are called so; `fit` are keys, the
    piece that fits a verdict's answers most first."""

    index: Index
    asked: Filter
    found: Bits
    named: Flags | None = None
    fit: Keys | None = None

    def asking(self, asked: Filter) -> "Finding":
        """The same for another choice of facets and the same words."""
        return replace(self, asked=asked)

    @cached_property
    def results(self) -> Bits:
        return self._meeting(but="")

    @cached_property
    def total(self) -> int:
        return size_of(self.results)

    @cached_property
    def counts(self) -> Counts:
        """By facet and value: how many pieces there are if that value is chosen, in the place of what is chosen of its
        facet now, or besides it where a facet wants all. Of makers only those with a piece."""
        return {facet.key: self._counts_in(facet.key) for facet in FACETS} | {MAKER: self._counts_of_makers()}

    def keys(self, part: slice) -> list[int]:
        """The pieces at some places of the list, in its order."""
        found = unpack(self.results, len(self.index))
        ordered: list[int] = self.index.table.keys[self._rows_where(found)[part]].tolist()
        return ordered

    def _meeting(self, *, but: str) -> Bits:
        met = self.found
        for key, values in self.asked.chosen.items():
            if key != but:
                met = met & self._bits_of_all(key, values)
        return met

    def _bits_of_all(self, key: str, values: tuple[str, ...]) -> Bits:
        is_all = key != MAKER and FACET_BY_KEY[key].choice is Choice.ALL
        combine = np.bitwise_and if is_all else np.bitwise_or
        bits: Bits = combine.reduce([self.index.bits_of(key, value) for value in values])
        return bits

    def _counts_in(self, key: str) -> dict[str, int]:
        facet = FACET_BY_KEY[key]
        others = self.results if facet.choice is Choice.ALL else self._meeting(but=key)
        return {value: size_of(others & self.index.bits_of(key, value)) for value in facet.values}

    def _counts_of_makers(self) -> dict[str, int]:
        found = unpack(self._meeting(but=MAKER), len(self.index))
        keys, places = self.index.makers_in_turn
        counts = np.bincount(places[found], minlength=len(keys))
        by_key = dict(zip(keys.tolist(), counts.tolist(), strict=True))
        return {maker.slug: by_key[maker.key] for maker in self.index.makers.values() if by_key.get(maker.key)}

    def _rows_where(self, found: Flags) -> Rows:
        """The rows that are found, in the order asked for."""
        rows = self.index.order_of(NEWEST if self.asked.order in (MATCH, FIT) else self.asked.order)
        rows = rows[found[rows]]
        if self.asked.order == MATCH and self.named is not None:
            return _first(rows, self.named)
        if self.asked.order == FIT and self.fit is not None:
            return _ranked(rows, self.index.table.keys, self.fit)
        return rows


def finding_for(index: Index, asked: Filter, hits: Hits | None, fit: Keys | None) -> Finding:
    if hits is None:
        return Finding(index=index, asked=asked, found=index.everything, fit=fit)
    keys = index.table.keys
    found, named = pack(rows_among(keys, hits.pieces)), rows_among(keys, hits.named)
    return Finding(index=index, asked=asked, found=found, named=named, fit=fit)


def _first(rows: Rows, flags: Flags) -> Rows:
    """Those rows that are flagged before all others."""
    return np.concatenate([rows[flags[rows]], rows[~flags[rows]]])


def _ranked(rows: Rows, keys: Keys, best_first: Keys) -> Rows:
    """The rows by their keys' places in a list, those that are not in it last and in the order they had."""
    order = np.argsort(best_first, kind="stable")
    places = np.searchsorted(best_first, keys[rows], sorter=order)
    places[places == len(best_first)] = 0
    is_ranked = best_first[order[places]] == keys[rows] if len(best_first) else np.zeros(len(rows), bool)
    ranks = np.where(is_ranked, order[places] if len(best_first) else 0, len(best_first))
    return rows[np.argsort(ranks, kind="stable")]
