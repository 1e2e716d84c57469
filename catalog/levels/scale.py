"""The 0 to 4 scale: priors of both sides, variances by grade, and what counts as unknown (settled 9 and 10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.choices import Grade, Side

TOP = 4.0
VARIANCE = {
    Grade.BARE: 0.25,
    Grade.DECLARED: 0.16,
    Grade.SHOWN: 0.09,
    Grade.DOCUMENTED: 0.09,
    Grade.CHECKED: 0.09,
}
LOWER_QUARTILE, NINETY_FIFTH = 0.6745, 1.645  # of the standard normal, as in the reference model


@dataclass(frozen=True, kw_only=True)
class Prior:
    """What is assumed of one side's pieces before any fact, on the 0 to 4 scale."""

    mean: float
    sd: float


@dataclass(frozen=True, kw_only=True)
class Level:
    """A value from 0 to 4 with its variance; the grade is that of the weakest fact in it, None if nothing is told."""

    value: float
    variance: float
    grade: Grade | None


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One way to read the facts: the rung they reach and the weakest grade among them."""

    rung: float
    grade: Grade


def _priors(mass: tuple[float, float], hand: tuple[float, float]) -> dict[Side, Prior]:
    pairs = {Side.MASS_PRODUCED: mass, Side.HANDCRAFTED: hand}
    return {side: Prior(mean=mean, sd=sd) for side, (mean, sd) in pairs.items()}


# By criterion and side: decision model 1.2, equal to PROFILE of the reference model.
PRIORS: Mapping[str, Mapping[Side, Prior]] = {
    "precision": _priors((3.3, 0.5), (2.4, 0.7)),
    "uniqueness": _priors((0.6, 0.5), (3.2, 0.6)),
    "craft": _priors((2.1, 0.7), (3.0, 0.7)),
    "custom": _priors((0.9, 0.7), (2.7, 0.9)),
    "character": _priors((2.0, 0.7), (2.9, 0.7)),
    "provenance": _priors((1.5, 0.7), (3.0, 0.8)),
    "sustain": _priors((1.6, 0.8), (2.6, 0.8)),
    "certainty": _priors((3.3, 0.5), (2.2, 0.9)),
    "longevity": _priors((2.3, 0.9), (2.7, 0.8)),
}
RATED = tuple(PRIORS)
ZERO_IF_UNSTATED = frozenset({"custom", "provenance", "sustain", "certainty"})
NOTHING_STATED = Level(value=0.0, variance=VARIANCE[Grade.DECLARED], grade=None)


def unknown_level(criterion: str) -> Level:
    """The lower of both sides' lower quartiles, and the wider of their 5 to 95 % intervals (settled 10)."""
    sides = PRIORS[criterion].values()
    value = min(prior.mean - LOWER_QUARTILE * prior.sd for prior in sides)
    return Level(value=clip(value), variance=max(map(_variance_of, sides)), grade=None)


def bare_claim_limit(criterion: str) -> float:
    """The highest level that bare claims reach: the mean of both sides' prior means (settled 9)."""
    means = [prior.mean for prior in PRIORS[criterion].values()]
    return sum(means) / len(means)


def unstated_level(criterion: str) -> Level:
    """What no fact speaks of: level 0 where nothing stated means nothing offered, else unknown (settled 10)."""
    return NOTHING_STATED if criterion in ZERO_IF_UNSTATED else unknown_level(criterion)


def best_level(criterion: str, readings: Sequence[Reading]) -> Level:
    """The best reading, bare claims reaching no further than their limit; a tie goes to the better grade."""
    if not readings:
        return unstated_level(criterion)
    bare_limit = bare_claim_limit(criterion)
    limits = {grade: bare_limit if grade == Grade.BARE else TOP for grade in Grade}
    value, grade = max((min(reading.rung, limits[reading.grade]), reading.grade) for reading in readings)
    return Level(value=value, variance=VARIANCE[grade], grade=grade)


def counted(grades: Sequence[Grade]) -> list[Reading]:
    """One rung for each fact, the best supported first: as many readings as facts, of which the best will count."""
    ordered = sorted(grades, reverse=True)
    return [Reading(rung=count, grade=grade) for count, grade in enumerate(ordered, start=1)]


def clip(value: float) -> float:
    return min(max(value, 0.0), TOP)


def _variance_of(prior: Prior) -> float:
    low, high = (clip(prior.mean + sign * NINETY_FIFTH * prior.sd) for sign in (-1, 1))
    return (high - low) ** 2 / 12
