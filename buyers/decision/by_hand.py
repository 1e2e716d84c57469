"""Weights that the shopper set by hand, imposed on every way of weighing (settled.md 6)."""

import numpy as np

from buyers.decision.arrays import FloatArray
from buyers.decision.criteria import CRITERION_COUNT, Criterion
from buyers.decision.particles import Particles

_MOST_STEPS = 100
_PRECISION = 1e-13
_SHORTEST_STEP = 1e-6


def shares_with_weights(particles: Particles, weights: tuple[tuple[Criterion, float], ...]) -> FloatArray:
    """The particles' shares (S, 12) with one factor on each named share, so that its mean is the given percentage.

    The other shares keep their proportions within every particle; several weights are solved together. The
    percentages must be above 0 and sum to less than 100, as Preferences sees to; then there is exactly one solution.
    """
    scaled = particles.shares.copy()
    if not weights:
        return scaled
    columns = [criterion.column for criterion, _ in weights]
    targets = np.array([percent for _, percent in weights]) / 100
    logs = _solved_log_factors(particles.shares[:, columns], particles.probabilities, targets)
    scaled[:, columns] *= np.exp(logs)
    scaled[:, :CRITERION_COUNT] /= scaled[:, :CRITERION_COUNT].sum(axis=1, keepdims=True)
    return scaled


def _solved_log_factors(shares: FloatArray, probabilities: FloatArray, targets: FloatArray) -> FloatArray:
    """Newton's method on a convex function of the log-factors whose gradient is mean share minus target."""
    logs = _log_odds(targets) - _log_odds(probabilities @ shares)
    for _ in range(_MOST_STEPS):
        scaled = _scaled(shares, logs)
        means = probabilities @ scaled
        if np.abs(means - targets).max() < _PRECISION:
            break
        curvature = np.diag(means) - (scaled * probabilities[:, None]).T @ scaled
        step = np.asarray(np.linalg.solve(curvature, targets - means), dtype=np.float64)
        logs = _after_step(logs, step, shares, probabilities, targets)
    return logs


def _after_step(
    logs: FloatArray, step: FloatArray, shares: FloatArray, probabilities: FloatArray, targets: FloatArray
) -> FloatArray:
    """The step, halved until the largest miss of a target shrinks."""
    miss = np.abs(probabilities @ _scaled(shares, logs) - targets).max()
    length = 1.0
    while length > _SHORTEST_STEP:
        if np.abs(probabilities @ _scaled(shares, logs + length * step) - targets).max() < miss:
            break
        length /= 2
    moved: FloatArray = logs + length * step
    return moved


def _scaled(shares: FloatArray, logs: FloatArray) -> FloatArray:
    factors = np.exp(logs)
    total = 1 + shares @ (factors - 1)
    scaled: FloatArray = shares * factors / total[:, None]
    return scaled


def _log_odds(mean: FloatArray) -> FloatArray:
    odds: FloatArray = np.log(mean) - np.log1p(-mean)
    return odds
