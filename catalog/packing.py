"""What a decision reads of a piece as one row of bytes: written with its entry, read by the hundred thousand. Plain.

A number that is not told is -1, a word that is not told "". Money is in cents, sizes in tenths of a millimetre.
"""

import struct
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from catalog.choices import Coating, Era, Kind, Preview, Side, Standing, State, Style
from catalog.levels import RATED

PackedPieces = npt.NDArray[np.void]

UNTOLD = -1
MOST_CENTS, MOST = 2**31 - 1, 2**15 - 1
CENTS, TENTHS = 100, 10

WORDS: Mapping[str, type[StrEnum]] = {
    "kind": Kind,
    "style": Style,
    "era": Era,
    "preview": Preview,
    "side": Side,
    "surface": Coating,
    "handmade": Standing,
}
FLAGS = (
    "is_nickel_safe",
    "is_piercing_safe",
    "is_recycled",
    "is_fair",
    "has_laboratory_report",
    "has_written_repair",
)
NUMBERS = ("days_min", "days_max", "can_supply", "returnable_days")
SIZES = ("size_min", "size_max", "resize_min", "resize_max")
LEVELS = tuple(str(criterion) for criterion in RATED)
CODES = {name: {"": 0} | {word.value: at for at, word in enumerate(words, 1)} for name, words in WORDS.items()}
OF_PIECE = ("kind", "style", "era", "preview")

PACKED = np.dtype(
    [
        ("layout", "<u4"),
        ("is_published", "?"),
        *((name, "u1") for name in WORDS),
        ("flags", "u1"),
        ("made_in", "S2"),
        ("pk", "<i8"),
        ("slug", "<u8"),
        ("valid_until", "<i4"),
        ("cents", "<i4"),
        *((name, "<i2") for name in (*NUMBERS, *SIZES)),
        ("levels", "<f4", (len(LEVELS),)),
        ("variances", "<f4", (len(LEVELS),)),
    ]
)
_FORMAT = struct.Struct(f"<I?{len(WORDS)}BB2sqQii{len(NUMBERS) + len(SIZES)}h{2 * len(LEVELS)}f")
# What was written under other words or in another order is written anew before it is read.
LAYOUT = crc32(repr((PACKED.descr, CODES, FLAGS, LEVELS)).encode())


def packed(piece: Any, assessment: Any) -> bytes:
    """The row of a piece with its assessment, laid out as `PACKED` says."""
    rated = [getattr(assessment, name) for name in LEVELS]
    variances = [getattr(assessment, f"{name}_variance") for name in LEVELS]
    return _FORMAT.pack(
        LAYOUT,
        piece.state == State.PUBLISHED,
        *(CODES[name][getattr(piece if name in OF_PIECE else assessment, name)] for name in WORDS),
        sum(1 << at for at, name in enumerate(FLAGS) if getattr(assessment, name)),
        assessment.made_in.encode("ascii", "replace")[:2],
        piece.pk,
        fingerprint(piece.slug),
        (assessment.valid_until or date.max).toordinal(),
        min(round(float(piece.price) * CENTS), MOST_CENTS),
        *(_number(getattr(piece, name)) for name in NUMBERS),
        *(_number(getattr(piece, name), TENTHS) for name in SIZES),
        *rated,
        *variances,
    )


def fingerprint(slug: str) -> int:
    """64 bits that tell one address from another; the database alone knows the text."""
    return int.from_bytes(blake2b(slug.encode(), digest_size=8).digest(), "little")


def _number(told: Any, scale: int = 1) -> int:
    return UNTOLD if told is None else min(round(float(told) * scale), MOST)
