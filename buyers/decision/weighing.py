"""Utilities of pieces under many ways of weighing."""

import numpy as np

from buyers.decision.arrays import BoolArray, FloatArray

VALUE_TOLERANCE = 0.01
_PROBIT_TO_LOGIT = 1.702
_BLOCK = 128
_ROUNDING = 1e-12


def weighed(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Utilities (n,) of values (n, k) under one weighing (k,); equal rows give equal bits, so that ties are ties."""
    utilities: FloatArray = (values * weights).sum(axis=1)
    return utilities


def best_utilities(shares: FloatArray, values: FloatArray) -> FloatArray:
    """The highest utility (S,) that any of the pieces (n, k) reaches under each way of weighing (S, k).

    Works through the pieces in blocks that stay in the processor's cache; -inf where there is no piece.
    """
    best = np.full(len(shares), -np.inf)
    for start in range(0, len(values), _BLOCK):
        np.maximum(best, (values[start : start + _BLOCK] @ shares.T).max(axis=0), out=best)
    return best


def ahead(first: FloatArray, second: FloatArray) -> BoolArray:
    """Where the first utility is the higher one; what differs by rounding only is level, and level is no lead."""
    is_ahead: BoolArray = first > second + _ROUNDING
    return is_ahead


def share_in_favour(differences: FloatArray) -> FloatArray:
    """How far each difference in utility counts for the first side, 0 to 1: a step softened by the value tolerance.

    The tolerance is that of SMAA-2's category acceptability (decision-model.md 3).
    """
    softened: FloatArray = (1 + np.tanh(_PROBIT_TO_LOGIT * differences / VALUE_TOLERANCE / 2)) / 2
    return softened
