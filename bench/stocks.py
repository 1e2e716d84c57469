"""Stocks out of thin air, of any size and always the same: sides, prices and levels as skewed as catalogs are. Plain.

Source of the levels: decision-model.md 1.2, what is typical of each side, from precision to longevity.
"""

import numpy as np

from bench.drawing import HANDCRAFTED, KINDS, SEED
from buyers.decision import Side
from buyers.stock.columns import SIDES, columns_from
from buyers.stock.stock import Stock
from catalog.packing import CENTS, CODES, PACKED, PackedPieces

TYPICAL_LEVELS = np.array(
    [[3.3, 0.6, 2.1, 0.9, 2.0, 1.5, 1.6, 3.3, 2.3], [2.4, 3.2, 3.0, 2.7, 2.9, 3.0, 2.6, 2.2, 2.7]]
)
SHARES = np.array(list(KINDS.values())) / sum(KINDS.values())


def stock_of(count: int) -> Stock:
    return Stock(parts=(columns_from(packed_pieces(count)),), gone=np.zeros(0, np.intp))


def packed_pieces(count: int) -> PackedPieces:
    random = np.random.default_rng(SEED + count)
    by_hand = random.random(count) < HANDCRAFTED
    packed = np.zeros(count, PACKED)
    packed["pk"] = np.arange(1, count + 1)
    packed["side"] = np.where(by_hand, SIDES[Side.HANDCRAFTED], SIDES[Side.MASS_PRODUCED])
    packed["kind"] = random.choice([CODES["kind"][kind] for kind in KINDS], count, p=SHARES)
    packed["cents"] = CENTS * np.exp(random.normal(np.where(by_hand, 4.6, 3.7), 0.6))
    packed["days_min"] = random.integers(1, np.where(by_hand, 30, 8))
    packed["days_max"] = packed["days_min"] + random.integers(0, 8, count)
    packed["levels"] = np.clip(TYPICAL_LEVELS[by_hand.astype(int)] + random.normal(0, 0.7, (count, 9)), 0, 4)
    packed["variances"] = random.choice([0.09, 0.16, 0.25], (count, 9))
    return packed
