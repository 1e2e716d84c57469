"""Columns of facts become masks: one whole number a piece, in which bit i says that value i of a facet holds. Plain.

What is not disclosed sets no bit, so it is found by none of a facet's values.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Masks = npt.NDArray[np.unsignedinteger[Any]]
Column = Sequence[Any]
Encoder = Callable[..., Masks]

MOST_VALUES = 64


def by_name(*names: Sequence[str]) -> Encoder:
    """Value i holds where the column is one of the i-th names."""
    bit_of = {name: 1 << at for at, alike in enumerate(names) for name in alike}
    return lambda column: _masks([bit_of.get(name, 0) for name in column], len(names))


def by_words(words: Sequence[str]) -> Encoder:
    """Value i holds where the i-th word is among those of the column, which are parted by spaces."""
    bit_of = {word: 1 << at for at, word in enumerate(words)}

    def encode(column: Column) -> Masks:
        known = {text: sum(bit_of.get(word, 0) for word in set(text.split())) for text in set(column)}
        return _masks([known[text] for text in column], len(words))

    return encode


def by_band(edges: Sequence[float]) -> Encoder:
    """Value i holds where the number is at least edge i - 1 and below edge i; the first and last band are open."""

    def encode(column: Column) -> Masks:
        bands = np.searchsorted(np.array(edges), np.array(column, float), side="right")
        return _masks(1 << bands.astype(np.uint64), len(edges) + 1)

    return encode


def at_most(limits: Sequence[float]) -> Encoder:
    """Value i holds where the number is no more than limit i."""
    return lambda column: _from_flags([np.array(column, float) <= limit for limit in limits])


def at_least(limits: Sequence[float]) -> Encoder:
    """Value i holds where the number is no less than limit i."""
    return lambda column: _from_flags([np.array(column, float) >= limit for limit in limits])


def by_flags(*holds: Callable[[Any], bool]) -> Encoder:
    """Value i holds where the i-th of as many columns passes the i-th test."""
    return lambda *columns: _from_flags(
        [np.array([test(fact) for fact in column], bool) for test, column in zip(holds, columns, strict=True)]
    )


def _from_flags(flags: Sequence[npt.NDArray[np.bool_]]) -> Masks:
    masks = np.zeros(len(flags[0]), np.uint64)
    for at, flag in enumerate(flags):
        masks |= flag.astype(np.uint64) << np.uint64(at)
    return _masks(masks, len(flags))


def _masks(numbers: Any, values: int) -> Masks:
    """In the smallest whole numbers that have a bit for each value."""
    kind = next(kind for kind in (np.uint8, np.uint16, np.uint32, np.uint64) if values <= np.dtype(kind).itemsize * 8)
    return np.asarray(numbers, np.uint64).astype(kind)
