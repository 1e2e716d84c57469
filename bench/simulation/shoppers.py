"""Invented shoppers: what truly matters to them, and how they answer, with noise and lapses."""

from dataclasses import dataclass

import numpy as np

from bench.simulation.catalogs import HIGHEST, KINDS, Catalog
from buyers.decision import CRITERIA, MOTIVES, RECIPIENTS, Criterion
from buyers.decision.arrays import FloatArray, RowArray
from buyers.decision.criteria import CRITERION_COUNT
from buyers.decision.values import lead_value, price_value

TRUE_WEIGHTS = (0.20, 0.09, 0.10, 0.05, 0.10, 0.04, 0.08, 0.06, 0.05, 0.13, 0.10)
SPREAD, CURVATURE, WORST_COUNTS = 0.5, 0.3, 0.2
SHARPNESS, LAPSE, PROMINENCE, RANGE_ERROR, RANKING = 32.0, 0.03, 0.15, 0.5, 1.5
DUEL_SHARPNESS, LIKING, LOVE = 0.6, 0.025, 0.01
CUTS = np.array([0.35, 1.8])
LOVED = {"partner", "family"}


@dataclass(frozen=True, kw_only=True)
class Cluster:
    share: float
    shifts: dict[Criterion, float]
    why: tuple[str, ...]
    who: tuple[str, ...]


def _cluster(share: float, why: str, who: str, **shifts: float) -> Cluster:
    by_criterion = {Criterion(name): shift for name, shift in shifts.items()}
    return Cluster(share=share, shifts=by_criterion, why=tuple(why.split()), who=tuple(who.split()))


CLUSTERS = (
    _cluster(0.18, "self_treat", "self acquaintance friend", price=1.0, certainty=0.3, longevity=0.3),
    _cluster(0.12, "care", "friend acquaintance family", lead=1.2, certainty=0.7, price=0.2),
    _cluster(0.14, "statement collection", "self partner", uniqueness=1.2, character=0.8, custom=0.3),
    _cluster(0.13, "sustain_local support_artist", "self friend family", provenance=1.0, sustain=1.2, craft=0.4),
    _cluster(0.15, "self_treat collection", "self group partner", precision=1.1, certainty=0.7, craft=0.2),
    _cluster(
        0.12, "heritage memory", "family partner", longevity=1.0, craft=0.6, provenance=0.4, precision=0.2, price=-0.3
    ),
    _cluster(0.08, "memory care", "partner self", custom=1.3, certainty=0.4, character=0.4),
    _cluster(0.08, "", "self"),
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Shopper:
    """`weights` (11,) are true; `exponents` curve the values; the rest tells how they answer and what limits them."""

    weights: FloatArray
    ranked: FloatArray
    who: str
    why: tuple[str, ...]
    exponents: FloatArray
    price_exponent: float
    patience: float
    worst_share: float
    sharpness: float
    cuts: FloatArray
    prominence: float
    ranking: float
    budget: float
    deadline: int
    kind: int
    duel_sharpness: float
    liking: float

    def valued(self, column: int, value: FloatArray) -> FloatArray:
        """What a value of the model, 0 to 1, is truly worth to them; 0 and 1 stay."""
        if column == 0:
            power = self.price_exponent
            left = np.clip(1 - 0.8 * value, 1e-9, None)
            return np.asarray((1 - left**power) / (1 - 0.2**power))
        if column == 1:
            last = np.exp(-60 / self.patience)
            return np.asarray((np.exp(-(61 ** (1 - value) - 1) / self.patience) - last) / (1 - last))
        return np.asarray(value ** self.exponents[column])

    def utilities(self, catalog: Catalog, rows: RowArray) -> FloatArray:
        """True utilities of pieces: a weighted mean, partly the worst of the three that matter most, and a liking."""
        values = np.column_stack(
            [
                price_value(catalog.price[rows], self.budget),
                lead_value(catalog.days[rows]),
                catalog.true_levels[rows] / HIGHEST,
            ]
        )
        worth = np.column_stack([self.valued(column, values[:, column]) for column in range(CRITERION_COUNT)])
        worst = worth[:, np.argsort(-self.weights)[:3]].min(axis=1)
        mean = (1 - self.worst_share) * (worth @ self.weights) + self.worst_share * worst
        utilities: FloatArray = mean + self.liking * catalog.is_handcrafted[rows]
        return utilities

    def swing_advantage(self, first: int, second: int) -> float:
        """How much a full swing of one criterion beats another's, the most important one overweighted."""
        weights = self.weights.copy()
        weights[np.argmax(weights)] *= 1 + self.prominence
        ends = np.array([0.0, 1.0])
        swings = [float(np.diff(self.valued(column, ends))[0]) for column in (first, second)]
        return self.sharpness * float(weights[first] * swings[0] - weights[second] * swings[1])

    def answer(self, advantage: float, random: np.random.Generator) -> int:
        """0 the first clearly to 4 the second clearly, with logistic noise and now and then any answer."""
        noisy = advantage + random.logistic()
        if random.random() < LAPSE:
            return int(random.integers(5))
        low, high = self.cuts
        return int(noisy <= high) + int(noisy <= low) + int(noisy < -low) + int(noisy < -high)


def draw_shopper(random: np.random.Generator) -> Shopper:
    """The next shopper of a stream; the order of the draws is the prototype's."""
    cluster = CLUSTERS[random.choice(len(CLUSTERS), p=[one.share for one in CLUSTERS])]
    logs = np.log(TRUE_WEIGHTS) + SPREAD * random.normal(size=CRITERION_COUNT)
    for criterion, shift in cluster.shifts.items():
        logs[criterion.column] += shift
    why, who = _motive(random, cluster), _recipient(random, cluster)
    exponents = np.exp(CURVATURE * random.normal(size=CRITERION_COUNT))
    price_exponent = np.exp(np.log(0.7) + CURVATURE * random.normal())
    patience = np.exp(np.log(18) + 0.5 * random.normal())
    worst_share = random.uniform(0, WORST_COUNTS)
    sharpness = SHARPNESS * np.exp(0.5 * random.normal())
    cuts = CUTS * np.exp(0.4 * random.normal())
    prominence = max(0.0, random.normal(PROMINENCE, 0.1))
    _unused = random.normal(size=CRITERION_COUNT)
    ranked = logs + 0.5 * RANGE_ERROR * random.normal(size=CRITERION_COUNT)
    _style = random.normal(), random.normal()
    ranking = RANKING * np.exp(0.3 * random.normal())
    powers = np.exp(logs - logs.max())
    return Shopper(
        weights=powers / powers.sum(),
        ranked=ranked,
        who=who,
        why=why,
        exponents=exponents,
        price_exponent=float(price_exponent),
        patience=float(patience),
        worst_share=worst_share,
        sharpness=float(sharpness),
        cuts=cuts,
        prominence=prominence,
        ranking=float(ranking),
        budget=float(np.clip(np.exp(np.log(150) + 0.6 * random.normal()), 45, 900)),
        deadline=int(random.choice([0, 30, 14, 7, 4], p=[0.5, 0.15, 0.15, 0.12, 0.08])),
        kind=int(random.integers(KINDS)),
        duel_sharpness=float(DUEL_SHARPNESS * np.exp(0.2 * random.normal())),
        liking=float(LIKING * random.normal()) + (LOVE if who in LOVED else 0.0),
    )


def _motive(random: np.random.Generator, cluster: Cluster) -> tuple[str, ...]:
    if random.random() >= 0.9:
        return ()
    typical = bool(cluster.why) and random.random() < 0.6
    return (str(random.choice(cluster.why if typical else MOTIVES)),)


def _recipient(random: np.random.Generator, cluster: Cluster) -> str:
    typical = random.random() < 0.6
    return str(random.choice(cluster.who if typical else RECIPIENTS))


def picks_of(shopper: Shopper, random: np.random.Generator) -> tuple[Criterion, ...]:
    """The three that they say matter most; the prototype's shoppers rate everything first, which is not used."""
    _rates = random.normal(size=CRITERION_COUNT)
    order = np.argsort(-(shopper.ranking * shopper.ranked + random.gumbel(size=CRITERION_COUNT)))
    return tuple(CRITERIA[column] for column in order[:3])
