"""What the answers say about the weights, as particles with their mean and their lean in principle."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from buyers.decision.arrays import FloatArray
from buyers.decision.by_hand import shares_with_weights
from buyers.decision.criteria import RESIDUAL_COLUMN
from buyers.decision.particles import Particles, fit_particles
from buyers.decision.points import POINT_COUNT
from buyers.decision.preferences import Preferences
from buyers.decision.priors import prior_mean_for
from buyers.decision.reference import reference_gaps, reference_markets
from buyers.decision.values import Encoded
from buyers.decision.weighing import VALUE_TOLERANCE, share_in_favour

_KEPT = 64


@dataclass(frozen=True, kw_only=True, eq=False)
class Posterior:
    """The weights given the answers.

    `shares` (S, 12) are the particles, read-only: eleven shares that sum to 1 and the residual liking for handcrafted,
    with `probabilities` (S,) that sum to 1. `reference` are the markets that "in principle" refers to.
    """

    shares: FloatArray
    probabilities: FloatArray
    reference: Sequence[Encoded]

    @cached_property
    def mean(self) -> FloatArray:
        """Mean share (12,) of each criterion and of the residual, read-only."""
        mean: FloatArray = self.probabilities @ self.shares
        mean.setflags(write=False)
        return mean

    @cached_property
    def p_in_principle(self) -> float:
        """Probability, 0 to 1, that handcrafted is better on the reference markets (decision-model.md 3)."""
        in_favour = share_in_favour(self._reference_gaps).mean(axis=1)
        return float(np.clip(self.probabilities @ in_favour, 0.0, 1.0))

    @cached_property
    def gap_variance(self) -> float:
        """How much the weights leave open: variance of the reference gap plus the squared tolerance (3)."""
        gap = self.reference_gap
        return float(self.probabilities @ (gap - self.probabilities @ gap) ** 2) + VALUE_TOLERANCE**2

    @cached_property
    def reference_gap(self) -> FloatArray:
        """Best handcrafted minus best mass-produced piece (S,), on average over the reference markets."""
        gap: FloatArray = self._reference_gaps.mean(axis=1)
        return gap

    @cached_property
    def _reference_gaps(self) -> FloatArray:
        return reference_gaps(self.shares, self.reference)


def posterior_for(
    preferences: Preferences, *, with_residual: bool = False, point_count: int = POINT_COUNT
) -> Posterior:
    """The posterior of the weights: a pure function of the set of answers, to the bit; the latest are kept.

    The residual is 0 until a duel is answered (settled.md 15) unless `with_residual` asks for its prior.
    Source: decision-model.md 2.3.
    """
    return _kept_posterior(preferences, with_residual or bool(preferences.duels), point_count)


def fresh_posterior(preferences: Preferences, with_residual: bool, point_count: int = POINT_COUNT) -> Posterior:
    """The same with the residual as told, and not kept: for trying many weights set by hand on the same answers."""
    particles = _kept_particles(replace(preferences, weights=()), point_count)
    shares = shares_with_weights(particles, preferences.weights)
    if not with_residual:
        shares[:, RESIDUAL_COLUMN] = 0.0
    shares.setflags(write=False)
    return Posterior(shares=shares, probabilities=particles.probabilities, reference=reference_markets())


_kept_posterior = lru_cache(maxsize=_KEPT)(fresh_posterior)


@lru_cache(maxsize=_KEPT)
def _kept_particles(preferences: Preferences, point_count: int) -> Particles:
    particles = fit_particles(prior_mean_for(preferences.who, preferences.why), preferences, point_count)
    particles.probabilities.setflags(write=False)
    return particles
