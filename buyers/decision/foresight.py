"""What each answer to a card would make of the verdict: the same particles, weighed again, without a refit."""

from dataclasses import dataclass

import numpy as np

from buyers.decision.arrays import FloatArray, RowArray
from buyers.decision.criteria import COLUMN_COUNT, CRITERION_COUNT, Side
from buyers.decision.likelihoods import ANSWER_COUNT, answer_probabilities
from buyers.decision.posterior import Posterior
from buyers.decision.values import Encoded
from buyers.decision.verdict import LEAST_CONFIDENCE, attenuated, called_side
from buyers.decision.weighing import VALUE_TOLERANCE, best_utilities, share_in_favour

_LEAST = 1e-12
_ROUNDING = 1e-6


@dataclass(frozen=True, kw_only=True, eq=False)
class Foresight:
    """What holds after each answer 0 to 4 to each of Q cards, all (5, Q), and `ahead_now` as it is before.

    `chances` of the answers; `ahead`, the probability that handcrafted is better, were every fact certain; `weights`
    (5, Q, 12), the mean weights; `gap_variances`, how much the weights leave open.
    """

    chances: FloatArray
    ahead: FloatArray
    weights: FloatArray
    gap_variances: FloatArray
    ahead_now: float


def foresee(leads: FloatArray, posterior: Posterior, differences: FloatArray) -> Foresight:
    """For cards that differ by so much in value (Q, 12), their sharpness included.

    `leads` (S,) are by how much the best handcrafted piece is better under each way of weighing. One product of
    matrices, in single precision, weighs all particles again for all answers.
    """
    by_hand = share_in_favour(leads)
    shares, shape = posterior.shares.astype(np.float32), (ANSWER_COUNT, len(differences))
    answered = answer_probabilities(shares, differences.astype(np.float32)).reshape(len(shares), -1)
    gap = posterior.reference_gap
    moments = np.column_stack([np.ones(len(shares)), by_hand, gap, gap**2, posterior.shares])
    summed = (moments * posterior.probabilities[:, None]).astype(np.float32).T @ answered
    chances = np.maximum(summed[0], _LEAST)
    means = summed[1:] / chances
    return Foresight(
        chances=chances.reshape(shape),
        ahead=np.clip(means[0], 0.0, 1.0).reshape(shape),
        weights=means[3:].T.reshape(*shape, COLUMN_COUNT),
        gap_variances=(np.maximum(means[2] - means[1] ** 2, 0.0) + VALUE_TOLERANCE**2).reshape(shape),
        ahead_now=float(posterior.probabilities @ by_hand),
    )


def information(foresight: Foresight) -> FloatArray:
    """Mutual information (Q,) in nats between a card's answer and which side is better."""
    ahead, now = foresight.ahead, foresight.ahead_now
    known: FloatArray = _doubt(np.array(now)) - (foresight.chances * _doubt(ahead)).sum(axis=0)
    return known


def worth(encoded: Encoded, posterior: Posterior, foresight: Foresight) -> FloatArray:
    """How much more utility (Q,) the best piece is expected to have once a card is answered (EVOI)."""
    weights = foresight.weights.reshape(-1, COLUMN_COUNT)
    rows = np.concatenate([contenders(encoded, side, weights) for side in Side])
    after = best_utilities(weights, encoded.values[rows]).reshape(foresight.chances.shape)
    now = best_utilities(posterior.mean[None, :], encoded.values[encoded.feasible])[0]
    expected: FloatArray = (foresight.chances * after).sum(axis=0) - now
    return expected


def sides_called_after(
    encoded: Encoded, foresight: Foresight, least_confidence: float = LEAST_CONFIDENCE
) -> set[Side | None]:
    """Every verdict that some answer to some card leads to by the whole rule; None is one less sure than that."""
    weights = foresight.weights.reshape(-1, COLUMN_COUNT)
    by_hand, by_machine = (_finalists(encoded, side, weights) for side in Side)
    gaps = (weights * (encoded.values[by_hand] - encoded.values[by_machine])).sum(axis=1)
    variances = (weights**2 * (encoded.variances[by_hand] + encoded.variances[by_machine])).sum(axis=1)
    ratios = variances / foresight.gap_variances.ravel()
    return {
        called_side(attenuated(ahead, ratio), gap, least_confidence)
        for ahead, ratio, gap in zip(foresight.ahead.ravel().tolist(), ratios.tolist(), gaps.tolist(), strict=True)
    }


def contenders(encoded: Encoded, side: Side, weights: FloatArray) -> RowArray:
    """The feasible rows of a side that can be its best under any of the weights (M, 12), with and without residual.

    Exact: a row is left out only where the side's best by the middle of the weights is better even if each weight is
    as kind to the row as the least and the greatest of them allow.
    """
    rows = encoded.rows_of(side)
    least, most = weights.min(axis=0), weights.max(axis=0)
    values = encoded.values[rows]
    leader = values[np.argmax(values @ (least + most))]
    lead = values - leader
    kindest = np.maximum(lead * least, lead * most).sum(axis=1)
    hopeful: RowArray = rows[kindest >= -_ROUNDING]
    return hopeful


def _finalists(encoded: Encoded, side: Side, weights: FloatArray) -> RowArray:
    """The row of a side's best piece under each of the weights, without the residual, as the verdict names it."""
    rows = contenders(encoded, side, weights)
    finalists: RowArray = rows[(weights[:, :CRITERION_COUNT] @ encoded.values[rows, :CRITERION_COUNT].T).argmax(axis=1)]
    return finalists


def _doubt(probability: FloatArray) -> FloatArray:
    """Entropy in nats of one of two sides."""
    sides = np.clip(np.stack([probability, 1 - probability]), _LEAST, 1.0)
    doubt: FloatArray = -(sides * np.log(sides)).sum(axis=0)
    return doubt
