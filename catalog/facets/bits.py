"""Sets of rows as bits, 64 in a word: cut and counted for a million rows in microseconds. Plain."""

from typing import Any

import numpy as np
import numpy.typing as npt

Bits = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]
WORD_BYTES = 8


def pack(flags: Flags) -> Bits:
    packed = np.packbits(flags, bitorder="little")
    return np.pad(packed, (0, -len(packed) % WORD_BYTES)).view(np.uint64)


def unpack(bits: Bits, size: int) -> Flags:
    flags: Flags = np.unpackbits(bits.view(np.uint8), count=size, bitorder="little").view(np.bool_)
    return flags


def size_of(bits: Bits) -> int:
    return int(np.bitwise_count(bits).sum(dtype=np.int64))


def all_rows(size: int) -> Bits:
    return pack(np.ones(size, bool))


def rows_among(keys: npt.NDArray[np.int64], wanted: npt.NDArray[Any]) -> Flags:
    """Which of the ascending keys are wanted; what is none of them is passed over."""
    found = np.zeros(len(keys), bool)
    if len(keys) and len(wanted):
        places = np.searchsorted(keys, wanted)
        places[places == len(keys)] = 0
        found[places[keys[places] == wanted]] = True
    return found
