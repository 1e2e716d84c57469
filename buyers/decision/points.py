"""The fixed, evenly spread points that stand for all ways of weighing."""

from functools import lru_cache
from statistics import NormalDist

import numpy as np

from buyers.decision.arrays import FloatArray
from buyers.decision.criteria import COLUMN_COUNT

POINT_COUNT = 2048
_ROOT_ITERATIONS = 64


@lru_cache(maxsize=8)
def normal_points(count: int = POINT_COUNT, dimensions: int = COLUMN_COUNT) -> FloatArray:
    """Standard normal coordinates (count, dimensions), read-only: the R-sequence through the normal quantile.

    The R-sequence (Roberts 2018) is a Kronecker lattice on the powers of 1/g, g the root of g^(d+1) = g + 1; see
    decision-model.md 2.3 for its accuracy.
    """
    root = 2.0
    for _ in range(_ROOT_ITERATIONS):
        root = (1 + root) ** (1 / (dimensions + 1))
    steps = (1 / root) ** np.arange(1, dimensions + 1)
    uniform = (0.5 + np.outer(np.arange(1, count + 1), steps)) % 1
    points: FloatArray = np.vectorize(NormalDist().inv_cdf)(np.clip(uniform, 1e-9, 1 - 1e-9))
    points.setflags(write=False)
    return points
