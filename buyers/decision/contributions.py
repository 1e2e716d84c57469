"""Contributions as whole points that add up to the whole points of their sum."""

import numpy as np
import numpy.typing as npt

from buyers.decision.arrays import FloatArray

POINTS = 100


def integer_points(contributions: FloatArray) -> npt.NDArray[np.int64]:
    """Points of 100 for each contribution, as whole numbers that sum to the rounded total: the largest remainders.

    Each is within 1 of its exact points. Raises ValueError for contributions that are not finite.
    """
    exact = np.asarray(contributions, dtype=float) * POINTS
    if not np.isfinite(exact).all():
        raise ValueError("contributions must be finite")
    points: npt.NDArray[np.int64] = np.floor(exact).astype(np.int64)
    missing = int(np.floor(exact.sum() + 0.5)) - int(points.sum())
    points[np.argsort(-(exact - points), kind="stable")[:missing]] += 1
    return points
