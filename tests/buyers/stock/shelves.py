"""Stocks out of thin air: pieces as the catalog packs them, drawn with few steps so that many are alike."""

import numpy as np

from buyers.stock.columns import columns_from
from buyers.stock.stock import Stock
from catalog.packing import CENTS, CODES, PACKED, UNTOLD, PackedPieces, fingerprint

NOTHING_GONE = np.zeros(0, np.intp)


def packed_pieces(seed: int, count: int, first: int = 1) -> PackedPieces:
    random = np.random.default_rng(seed)
    packed = np.zeros(count, PACKED)
    packed["pk"] = np.arange(first, first + count)
    packed["slug"] = [fingerprint(f"piece-{key}") for key in packed["pk"].tolist()]
    packed["side"] = random.integers(0, 3, count)
    packed["kind"] = random.integers(1, len(CODES["kind"]), count)
    packed["cents"] = CENTS * random.integers(20, 60, count)
    packed["days_min"] = random.integers(1, 5, count)
    packed["days_max"] = packed["days_min"] + random.integers(0, 9, count)
    untold = random.random(count) < 0.2
    packed["days_min"][untold] = packed["days_max"][untold] = UNTOLD
    packed["levels"] = random.integers(0, 9, (count, 9)) / 2
    packed["variances"] = random.choice([0.09, 0.16, 0.25], (count, 9))
    return packed


def stock_of(packed: PackedPieces) -> Stock:
    return Stock(parts=(columns_from(packed),), gone=NOTHING_GONE)
