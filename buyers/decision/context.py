"""How the prior means are made: value tree, shifts by motive and recipient, and the tilt that keeps them neutral.

`python -m buyers.decision.context` writes them anew to prior_means.json, from which the product reads them
(decision-model.md 2.1; every number is from there).
"""

import json
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from buyers.decision.arrays import FloatArray
from buyers.decision.criteria import CRITERIA, CRITERION_COUNT, Criterion
from buyers.decision.particles import SPREADS, shares_from
from buyers.decision.points import normal_points
from buyers.decision.preferences import MOST_MOTIVES, MOTIVES, RECIPIENTS
from buyers.decision.priors import PRIOR_MEANS_FILE, context_key
from buyers.decision.reference import reference_gaps, reference_markets
from buyers.decision.values import Encoded
from buyers.decision.weighing import share_in_favour

NEUTRAL = 0.5
MOST_BY_CONTEXT = 0.65
_POINT_COUNT = 1024
_LARGEST_TILT = 8.0
_BISECTIONS = 24

CONTEXTS = tuple(
    (who, why)
    for who in RECIPIENTS
    for number_of_motives in range(MOST_MOTIVES + 1)
    for why in combinations(sorted(MOTIVES), number_of_motives)
)

TREE = {
    Criterion.PRICE: 0.12,
    Criterion.LEAD: 0.08,
    Criterion.PRECISION: 0.09,
    Criterion.UNIQUENESS: 0.08,
    Criterion.CRAFT: 0.11,
    Criterion.CUSTOM: 0.06,
    Criterion.CHARACTER: 0.06,
    Criterion.PROVENANCE: 0.10,
    Criterion.SUSTAIN: 0.10,
    Criterion.CERTAINTY: 0.11,
    Criterion.LONGEVITY: 0.09,
}

# A typical handcrafted piece minus a typical mass-produced one, in value: 80 against 40 % of the budget,
# 14 against 3 days, and the difference of the mean levels over 4.
TYPICAL_DIFFERENCE = {
    Criterion.PRICE: -0.5,
    Criterion.LEAD: -0.32152673218742056,
    Criterion.PRECISION: -0.225,
    Criterion.UNIQUENESS: 0.65,
    Criterion.CRAFT: 0.225,
    Criterion.CUSTOM: 0.45,
    Criterion.CHARACTER: 0.225,
    Criterion.PROVENANCE: 0.375,
    Criterion.SUSTAIN: 0.25,
    Criterion.CERTAINTY: -0.275,
    Criterion.LONGEVITY: 0.1,
}

# Additive shifts of the log-weights; + 0.5 multiplies a weight by 1.65.
MOTIVE_SHIFTS: dict[str, dict[Criterion, float]] = {
    "care": {
        Criterion.CHARACTER: 0.3,
        Criterion.CUSTOM: 0.2,
        Criterion.PROVENANCE: 0.2,
        Criterion.CERTAINTY: 0.2,
        Criterion.LEAD: 0.2,
    },
    "memory": {
        Criterion.CUSTOM: 0.5,
        Criterion.UNIQUENESS: 0.3,
        Criterion.LONGEVITY: 0.3,
        Criterion.PRICE: -0.2,
    },
    "self_treat": {Criterion.CHARACTER: 0.3, Criterion.PRICE: 0.2, Criterion.CERTAINTY: 0.2},
    "collection": {
        Criterion.UNIQUENESS: 0.5,
        Criterion.PROVENANCE: 0.3,
        Criterion.CHARACTER: 0.3,
        Criterion.CRAFT: 0.3,
        Criterion.CUSTOM: -0.3,
        Criterion.LEAD: -0.4,
    },
    "heritage": {
        Criterion.LONGEVITY: 0.8,
        Criterion.CRAFT: 0.4,
        Criterion.PROVENANCE: 0.3,
        Criterion.PRICE: -0.3,
        Criterion.LEAD: -0.4,
    },
    "statement": {Criterion.UNIQUENESS: 0.5, Criterion.CHARACTER: 0.6, Criterion.PRECISION: -0.2},
    "support_artist": {
        Criterion.PROVENANCE: 0.7,
        Criterion.CRAFT: 0.3,
        Criterion.SUSTAIN: 0.3,
        Criterion.PRICE: -0.3,
        Criterion.PRECISION: -0.3,
    },
    "sustain_local": {
        Criterion.SUSTAIN: 0.9,
        Criterion.PROVENANCE: 0.4,
        Criterion.LONGEVITY: 0.2,
        Criterion.PRECISION: -0.2,
        Criterion.LEAD: -0.2,
    },
}
RECIPIENT_SHIFTS: dict[str, dict[Criterion, float]] = {
    "self": {},
    "partner": {
        Criterion.UNIQUENESS: 0.2,
        Criterion.CUSTOM: 0.2,
        Criterion.CHARACTER: 0.1,
        Criterion.PRICE: -0.2,
    },
    "family": {Criterion.LONGEVITY: 0.3, Criterion.PROVENANCE: 0.1},
    "friend": {Criterion.PRICE: 0.2, Criterion.CERTAINTY: 0.2},
    "acquaintance": {
        Criterion.PRICE: 0.4,
        Criterion.CERTAINTY: 0.4,
        Criterion.LEAD: 0.2,
        Criterion.UNIQUENESS: -0.3,
        Criterion.CUSTOM: -0.3,
        Criterion.PROVENANCE: -0.2,
    },
    "group": {
        Criterion.PRECISION: 0.7,
        Criterion.PRICE: 0.4,
        Criterion.LEAD: 0.2,
        Criterion.UNIQUENESS: -0.6,
    },
}


def neutral_mean(markets: Sequence[Encoded]) -> FloatArray:
    """Mean log-weights (11,) without context: the tree, tilted until the reference markets are level."""
    return _tilted(np.log(_in_order(TREE)), NEUTRAL, markets)


def context_mean(neutral: FloatArray, who: str, why: tuple[str, ...], markets: Sequence[Encoded]) -> FloatArray:
    """Mean log-weights (11,) in a context: the neutral ones shifted, tilted back to the edge of 35 to 65 %."""
    shifts = sum((_in_order(MOTIVE_SHIFTS[motive]) for motive in why), np.zeros(CRITERION_COUNT))
    mean: FloatArray = neutral + shifts / np.sqrt(max(1, len(why))) + _in_order(RECIPIENT_SHIFTS[who])
    probability = probability_in_principle(mean, markets)
    allowed = min(max(probability, 1 - MOST_BY_CONTEXT), MOST_BY_CONTEXT)
    return mean if probability == allowed else _tilted(mean, allowed, markets)


def probability_in_principle(mean: FloatArray, markets: Sequence[Encoded]) -> float:
    """Probability that handcrafted is better on the reference markets, under the prior with these means (11,)."""
    points = normal_points(_POINT_COUNT)
    shares = shares_from(np.append(mean, 0.0) + points * SPREADS)
    return float(share_in_favour(reference_gaps(shares, markets)).mean())


def prior_means(markets: Sequence[Encoded]) -> dict[str, list[float]]:
    """The mean log-weights of every context, as they are kept in the file."""
    neutral = neutral_mean(markets)
    return {context_key(who, why): context_mean(neutral, who, why, markets).tolist() for who, why in CONTEXTS}


def _tilted(mean: FloatArray, target: float, markets: Sequence[Encoded]) -> FloatArray:
    """The least change of the weights, along the typical difference, that brings the probability to the target."""
    direction, least, most = _in_order(TYPICAL_DIFFERENCE), -_LARGEST_TILT, _LARGEST_TILT
    for _ in range(_BISECTIONS):
        middle = (least + most) / 2
        if probability_in_principle(mean - middle * direction, markets) > target:
            least = middle
        else:
            most = middle
    return mean - middle * direction


def _in_order(numbers: Mapping[Criterion, float]) -> FloatArray:
    return np.array([numbers.get(criterion, 0.0) for criterion in CRITERIA])


def _write() -> None:
    lines = [f"  {json.dumps(key)}: {json.dumps(mean)}" for key, mean in prior_means(reference_markets()).items()]
    PRIOR_MEANS_FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
