"""Weighted particles for the weights given the answers: importance sampling on fixed points (decision-model.md 2.3).

No randomness and no history: the result is a function of the set of answers, to the bit.
"""

from dataclasses import dataclass

import numpy as np

from buyers.decision.arrays import FloatArray
from buyers.decision.criteria import CRITERION_COUNT
from buyers.decision.likelihoods import log_likelihood
from buyers.decision.points import normal_points
from buyers.decision.preferences import Preferences

WEIGHT_SPREAD = 0.85
RESIDUAL_SPREAD = 0.06
SPREADS = np.array([*[WEIGHT_SPREAD] * CRITERION_COUNT, RESIDUAL_SPREAD])
_ROUNDS = 6
_ENOUGH = 1 / 3
_TRUSTWORTHY = 1 / 8
_COOLING = 0.75
_COOLEST = 0.02
_INFLATION = 1.15
_RIDGE = 1e-3


@dataclass(frozen=True, kw_only=True, eq=False)
class Particles:
    """Ways of weighing: `shares` (S, 12), the eleven sum to 1 and the last is the residual; `probabilities` (S,)."""

    shares: FloatArray
    probabilities: FloatArray

    @property
    def effective_count(self) -> float:
        """How many equally probable particles carry as much information."""
        return float(1 / (self.probabilities**2).sum())


@dataclass(frozen=True, kw_only=True, eq=False)
class _Proposal:
    mean: FloatArray
    factor: FloatArray
    is_prior: bool

    def log_weights(self, theta: FloatArray, points: FloatArray, prior_mean: FloatArray) -> FloatArray:
        """Log of prior density over proposal density, up to a constant."""
        if self.is_prior:
            return np.zeros(len(points))
        from_prior = (((theta - prior_mean) / SPREADS) ** 2).sum(axis=1)
        ratio: FloatArray = (points**2).sum(axis=1) / 2 - from_prior / 2
        return ratio


def shares_from(theta: FloatArray) -> FloatArray:
    """Shares (S, 12) of log-weights (S, 12): softmax of the eleven, the residual as it is."""
    logs = theta[:, :CRITERION_COUNT]
    powers = np.exp(logs - logs.max(axis=1, keepdims=True))
    return np.column_stack([powers / powers.sum(axis=1, keepdims=True), theta[:, CRITERION_COUNT:]])


def fit_particles(prior_mean: FloatArray, preferences: Preferences, count: int) -> Particles:
    """Particles for the answers, from the prior mean (11,) of the log-weights; `count` points.

    While too few particles carry the posterior, the points are proposed again around a tempered one; the best round
    is kept.
    """
    center, points = np.append(prior_mean, 0.0), normal_points(count)
    proposal = _Proposal(mean=center, factor=np.diag(SPREADS), is_prior=True)
    rounds: list[Particles] = []
    for _ in range(_ROUNDS):
        theta = proposal.mean + points @ proposal.factor.T
        shares = shares_from(theta)
        prior, evidence = proposal.log_weights(theta, points, center), log_likelihood(preferences, theta, shares)
        rounds.append(Particles(shares=shares, probabilities=_normalised(prior + evidence)))
        if rounds[-1].effective_count >= _ENOUGH * count:
            break
        proposal = _proposal_around(theta, _tempered(prior, evidence))
    return max(rounds, key=lambda particles: particles.effective_count)


def _normalised(log_weights: FloatArray) -> FloatArray:
    weights = np.exp(log_weights - log_weights.max())
    normalised: FloatArray = weights / weights.sum()
    return normalised


def _tempered(prior: FloatArray, evidence: FloatArray) -> FloatArray:
    """Probabilities under the evidence, cooled until enough particles share it to trust their moments."""
    power, probabilities = 1.0, _normalised(prior + evidence)
    while 1 / (probabilities**2).sum() < _TRUSTWORTHY * len(evidence) and power > _COOLEST:
        power *= _COOLING
        probabilities = _normalised(prior + power * evidence)
    return probabilities


def _proposal_around(theta: FloatArray, probabilities: FloatArray) -> _Proposal:
    mean = probabilities @ theta
    centered = theta - mean
    covariance = (centered * probabilities[:, None]).T @ centered
    factor = np.linalg.cholesky(_INFLATION * covariance + _RIDGE * np.diag(SPREADS**2))
    return _Proposal(mean=mean, factor=np.asarray(factor, dtype=np.float64), is_prior=False)
