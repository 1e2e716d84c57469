import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

import numpy as np

from buyers.decision import Criterion, Limits, Market, Preferences, Tradeoff, changes_for, decide, integer_points
from buyers.decision.cards import Asked, next_card
from buyers.decision.particles import fit_particles
from buyers.decision.points import POINT_COUNT
from buyers.decision.posterior import posterior_for
from buyers.decision.priors import prior_mean_for

RUNS = 9
COUNTS = (60, 1_000, 10_000)
LIMITS = Limits(budget=200.0, days=30)
ANSWERS = Preferences(
    who="partner",
    why=("care", "memory"),
    top=(Criterion.UNIQUENESS, Criterion.CRAFT, Criterion.PRICE),
    tradeoffs=tuple(
        Tradeoff(first=Criterion(first), second=Criterion(second), answer=answer)
        for first, second, answer in (("price", "craft", 3), ("lead", "custom", 1), ("craft", "certainty", 0))
    ),
)
# Mean level of a mass-produced and of a handcrafted piece, precision to longevity (decision-model.md 1.2).
TYPICAL_LEVELS = np.array(
    [[3.3, 0.6, 2.1, 0.9, 2.0, 1.5, 1.6, 3.3, 2.3], [2.4, 3.2, 3.0, 2.7, 2.9, 3.0, 2.6, 2.2, 2.7]]
)


def random_market(count: int) -> Market:
    random = np.random.default_rng(count)
    is_handcrafted = random.random(count) < 0.45
    levels = np.clip(TYPICAL_LEVELS[is_handcrafted.astype(int)] + random.normal(0, 0.7, (count, 9)), 0, 4)
    soonest = random.integers(1, np.where(is_handcrafted, 30, 8)).astype(float)
    return Market(
        is_handcrafted=is_handcrafted,
        price=np.exp(random.normal(np.where(is_handcrafted, 4.9, 4.1), 0.55)),
        lead_min=soonest,
        lead_max=soonest + random.integers(0, 8, count),
        levels=np.round(2 * levels) / 2,
        level_variances=random.choice([0.09, 0.16, 0.25], (count, 9)),
    )


def milliseconds(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return 1000 * median(times)


def measure() -> Iterator[str]:
    """Medians of CPU time over all threads: OMP_NUM_THREADS=1 gives that of one core."""
    fit = milliseconds(partial(fit_particles, prior_mean_for(ANSWERS.who, ANSWERS.why), ANSWERS, POINT_COUNT))
    yield f"{fit:.1f} ms of CPU for a new posterior of {ANSWERS.count} answers, then kept"
    posterior_for(ANSWERS)
    for count in COUNTS:
        market = random_market(count)
        decision = decide(market, LIMITS, ANSWERS)
        verdict = milliseconds(partial(decide, market, LIMITS, ANSWERS))
        points = milliseconds(partial(integer_points, decision.weights))
        changes = milliseconds(partial(changes_for, market, LIMITS, ANSWERS, decision))
        opened = posterior_for(ANSWERS, with_residual=True)
        card = milliseconds(partial(next_card, decision, ANSWERS, opened, Asked()))
        yield (
            f"{count} pieces, {decision.feasible.sum()} feasible: {verdict:.1f} ms for the verdict, "
            f"{points:.2f} ms for whole points, {changes:.1f} ms for changes, {card:.1f} ms for the next card"
        )
