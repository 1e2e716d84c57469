"""How probable each answer is for each way of weighing (decision-model.md 2.2); all constants are from there."""

import numpy as np

from buyers.decision.arrays import AnyFloatArray, FloatArray
from buyers.decision.criteria import CRITERION_COUNT
from buyers.decision.preferences import Duel, Preferences, Tradeoff

LAPSE = 0.05
PICK_SHARPNESS = 1.5
ANSWER_SHARPNESS = 26.0
DUEL_SHARPNESS = 0.5
_LONGEST_EXPONENT = 40.0
ANSWER_COUNT = 5
_CUTS = (1.8, 0.35, -0.35, -1.8)


def log_likelihood(preferences: Preferences, theta: FloatArray, shares: FloatArray) -> FloatArray:
    """Log-probability (S,) of all answers, for particles given as log-weights and as shares, each (S, 12)."""
    total = np.zeros(len(shares))
    comparisons: tuple[Tradeoff | Duel, ...] = (*preferences.tradeoffs, *preferences.duels)
    if comparisons:
        rows = np.array([weighed_difference(comparison) for comparison in comparisons])
        answers = np.array([comparison.answer for comparison in comparisons], dtype=np.intp)
        probabilities = answer_probabilities(shares, rows)[:, answers, np.arange(len(answers))]
        total += np.log(probabilities).sum(axis=1)
    if preferences.top:
        total += _log_probability_of_picks(theta, [criterion.column for criterion in preferences.top])
    return total


def answer_probabilities(shares: AnyFloatArray, differences: AnyFloatArray) -> AnyFloatArray:
    """Probability (S, 5, Q) of each answer 0 to 4 to each of Q comparisons: ordered logit with a lapse.

    `shares` (S, 12) weigh the `differences` (Q, 12) in value of the first card to the second; both may be of single
    precision, and so is the result then.
    """
    advantage = np.clip(ANSWER_SHARPNESS * (shares @ differences.T), -_LONGEST_EXPONENT, _LONGEST_EXPONENT)
    odds_against = np.exp(-advantage)
    probabilities = np.full((len(shares), ANSWER_COUNT, len(differences)), LAPSE / ANSWER_COUNT, dtype=shares.dtype)
    below: AnyFloatArray | float = 0.0
    for answer, cut in enumerate(_CUTS):
        exceeding = 1 / (1 + odds_against * shares.dtype.type(np.exp(cut)))
        probabilities[:, answer] += (1 - LAPSE) * (exceeding - below)
        below = exceeding
    probabilities[:, -1] += (1 - LAPSE) * (1 - below)
    return probabilities


def weighed_difference(comparison: Tradeoff | Duel) -> FloatArray:
    """What an answer tells by (12,): a choice between real pieces, which differ in much, counts half as sharply."""
    sharpness = DUEL_SHARPNESS if isinstance(comparison, Duel) else 1.0
    return sharpness * np.array(comparison.difference)


def _log_probability_of_picks(theta: FloatArray, picks: list[int]) -> FloatArray:
    """Plackett-Luce: each pick against what was left, with a lapse."""
    appeal = np.exp(PICK_SHARPNESS * theta[:, :CRITERION_COUNT])
    left, total = list(range(CRITERION_COUNT)), np.zeros(len(theta))
    for pick in picks:
        total += np.log((1 - LAPSE) * appeal[:, pick] / appeal[:, left].sum(axis=1) + LAPSE / len(left))
        left.remove(pick)
    return total
