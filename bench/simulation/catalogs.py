"""Invented catalogs: true levels, and the levels as a curator would see them, with errors and gaps."""

from dataclasses import dataclass

import numpy as np

from buyers.decision import RATED, Criterion
from buyers.decision.arrays import BoolArray, FloatArray, RowArray
from buyers.decision.criteria import COLUMN_COUNT, RESIDUAL_COLUMN, Side
from buyers.decision.values import Encoded, lead_value, price_value

KINDS = 5
SHARE_BY_HAND = 0.45
RATING_ERROR, SHARE_MISSING = 0.2, 0.12
WELL_KNOWN = {Criterion.UNIQUENESS, Criterion.CERTAINTY}
STATED_VARIANCE = 0.09
HIGHEST = 4

# Mean and spread of each level, of mass-produced and of handcrafted pieces; how much it goes with a piece's quality.
PROFILE: dict[Criterion, tuple[tuple[float, float], tuple[float, float]]] = {
    Criterion.PRECISION: ((3.3, 0.5), (2.4, 0.7)),
    Criterion.UNIQUENESS: ((0.6, 0.5), (3.2, 0.6)),
    Criterion.CRAFT: ((2.1, 0.7), (3.0, 0.7)),
    Criterion.CUSTOM: ((0.9, 0.7), (2.7, 0.9)),
    Criterion.CHARACTER: ((2.0, 0.7), (2.9, 0.7)),
    Criterion.PROVENANCE: ((1.5, 0.7), (3.0, 0.8)),
    Criterion.SUSTAIN: ((1.6, 0.8), (2.6, 0.8)),
    Criterion.CERTAINTY: ((3.3, 0.5), (2.2, 0.9)),
    Criterion.LONGEVITY: ((2.3, 0.9), (2.7, 0.8)),
}
QUALITY = {
    Criterion.PRECISION: 0.25,
    Criterion.UNIQUENESS: 0.1,
    Criterion.CRAFT: 0.5,
    Criterion.CUSTOM: 0.0,
    Criterion.CHARACTER: 0.25,
    Criterion.PROVENANCE: 0.15,
    Criterion.SUSTAIN: 0.1,
    Criterion.CERTAINTY: 0.1,
    Criterion.LONGEVITY: 0.5,
}


@dataclass(frozen=True, kw_only=True, eq=False)
class Catalog:
    """n pieces: levels (n, 9) as they are and as they are seen, with their variances; days to the door."""

    is_handcrafted: BoolArray
    kind: RowArray
    price: FloatArray
    days: FloatArray
    latest: FloatArray
    true_levels: FloatArray
    seen_levels: FloatArray
    variances: FloatArray

    def within(self, kind: int, budget: float, deadline: int) -> RowArray:
        """The rows of a kind that keep to a budget and, unless it is 0, to a number of days."""
        is_within = (self.kind == kind) & (self.price <= budget) & ((self.latest <= deadline) | (deadline == 0))
        return np.flatnonzero(is_within)

    def encoded(self, rows: RowArray, budget: float) -> Encoded:
        """These rows as the rule sees them."""
        values, variances = np.zeros((len(rows), COLUMN_COUNT)), np.zeros((len(rows), COLUMN_COUNT))
        values[:, 0] = price_value(self.price[rows], budget)
        values[:, 1] = (lead_value(self.days[rows]) + lead_value(self.latest[rows])) / 2
        values[:, 2:RESIDUAL_COLUMN] = self.seen_levels[rows] / HIGHEST
        values[:, RESIDUAL_COLUMN] = self.is_handcrafted[rows]
        variances[:, 2:RESIDUAL_COLUMN] = np.maximum(self.variances[rows], STATED_VARIANCE) / HIGHEST**2
        return Encoded(
            is_handcrafted=self.is_handcrafted[rows],
            values=values,
            variances=variances,
            feasible=np.ones(len(rows), dtype=bool),
        )


def invent_catalog(count: int, seed: int) -> Catalog:
    """A catalog that is a function of its seed."""
    random = np.random.default_rng(seed)
    by_hand = random.random(count) < SHARE_BY_HAND
    quality = random.normal(size=count)
    typical = np.where(by_hand, np.log(135), np.log(62))
    price = np.exp(typical + 0.28 * quality + 0.5 * random.normal(size=count))
    days = _days(random, by_hand)
    levels = [_levels(random, criterion, by_hand, quality) for criterion in RATED]
    slack = np.where(random.random(count) < 0.3, 1.4, 1.0)
    true, seen, variances = (np.column_stack(columns) for columns in zip(*levels, strict=True))
    return Catalog(
        is_handcrafted=by_hand,
        kind=np.arange(count) % KINDS,
        price=price,
        days=days,
        latest=np.ceil(days * slack),
        true_levels=true,
        seen_levels=seen,
        variances=variances,
    )


def _days(random: np.random.Generator, by_hand: BoolArray) -> FloatArray:
    count = len(by_hand)
    in_stock = random.random(count) < np.where(by_hand, 0.4, 0.9)
    ready, slow, quick = (random.integers(*ends, count) for ends in ((1, 8), (10, 46), (8, 21)))
    days: FloatArray = np.where(in_stock, ready, np.where(by_hand, slow, quick)).astype(float)
    return days


def _levels(
    random: np.random.Generator, criterion: Criterion, by_hand: BoolArray, quality: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """True and seen levels of one criterion, and the variance of those that nobody states."""
    (mean_series, spread_series), (mean_hand, spread_hand) = PROFILE[criterion]
    mean, spread = np.where(by_hand, mean_hand, mean_series), np.where(by_hand, spread_hand, spread_series)
    load = QUALITY[criterion]
    own = np.sqrt(1 - load * load) * random.normal(size=len(quality))
    true = np.clip(mean + spread * (load * quality + own), 0, HIGHEST)
    noisy = true + RATING_ERROR * random.normal(size=len(quality))
    seen = np.clip(np.round(2 * noisy) / 2, 0, HIGHEST)
    missing = random.random(len(quality)) < SHARE_MISSING * (0.25 if criterion in WELL_KNOWN else 1)
    quartile = np.clip(mean - 0.6745 * spread, 0, HIGHEST)
    least, most = np.maximum(mean - 1.645 * spread, 0), np.minimum(mean + 1.645 * spread, HIGHEST)
    return true, np.where(missing, quartile, seen), np.where(missing, (most - least) ** 2 / 12, 0.0)


def invent_reference(seed: int = 4242, problems: int = 6) -> tuple[Encoded, ...]:
    """Markets that stand for "in principle" here: problems of a catalog of their own."""
    catalog, random = invent_catalog(300, seed), np.random.default_rng(seed)
    found: list[Encoded] = []
    while len(found) < problems:
        budget = float(np.clip(np.exp(np.log(150) + 0.6 * random.normal()), 45, 900))
        deadline = int(random.choice([0, 30, 14, 7], p=[0.5, 0.2, 0.15, 0.15]))
        market = catalog.encoded(catalog.within(len(found) % KINDS, budget, deadline), budget)
        if is_choice(market):
            found.append(market)
    return tuple(found)


def is_choice(market: Encoded) -> bool:
    """Whether each side has three pieces or more."""
    return all(len(market.rows_of(side)) >= 3 for side in Side)
