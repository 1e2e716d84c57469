"""What the answers say about the weights, as particles with their mean and their lean in principle."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

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

_KEPT_POSTERIORS = 128


@dataclass(frozen=True, kw_only=True, eq=False)
class Posterior:
    """The weights given the answers; all arrays are read-only.

    `shares` (S, 12) are the particles: eleven shares that sum to 1 and the residual liking for handcrafted, with
    `probabilities` (S,) that sum to 1; `mean` (12,) is their mean. `p_in_principle` (0 to 1) is the probability of
    handcrafted on the reference market, `gap_variance` the variance of that market's gap plus the squared tolerance.
    """

    shares: FloatArray
    probabilities: FloatArray
    mean: FloatArray
    p_in_principle: float
    gap_variance: float


def posterior_for(
    preferences: Preferences, *, with_residual: bool = False, point_count: int = POINT_COUNT
) -> Posterior:
    """The posterior of the weights: a pure function of the set of answers, to the bit, kept for the latest sets.

    The residual is 0 until a duel is answered (settled.md 15) unless `with_residual` asks for its prior.
    Source: decision-model.md 2.3.
    """
    return _kept_posterior(preferences, with_residual or bool(preferences.duels), point_count)


@lru_cache(maxsize=_KEPT_POSTERIORS)
def _kept_posterior(preferences: Preferences, with_residual: bool, point_count: int) -> Posterior:
    particles = fit_particles(prior_mean_for(preferences.who, preferences.why), preferences, point_count)
    shares = shares_with_weights(particles, preferences.weights).copy()
    if not with_residual:
        shares[:, RESIDUAL_COLUMN] = 0.0
    return summarised(Particles(shares=shares, probabilities=particles.probabilities), reference_markets())


def summarised(particles: Particles, markets: Sequence[Encoded]) -> Posterior:
    """The particles with their mean and what they say of the reference markets (decision-model.md 3)."""
    gaps = reference_gaps(particles.shares, markets)
    in_favour = share_in_favour(gaps).mean(axis=1)
    gap = gaps.mean(axis=1)
    mean = particles.probabilities @ particles.shares
    spread = particles.probabilities @ (gap - particles.probabilities @ gap) ** 2
    for array in (particles.shares, particles.probabilities, mean):
        array.setflags(write=False)
    return Posterior(
        shares=particles.shares,
        probabilities=particles.probabilities,
        mean=mean,
        p_in_principle=float(np.clip(particles.probabilities @ in_favour, 0.0, 1.0)),
        gap_variance=float(spread) + VALUE_TOLERANCE**2,
    )
