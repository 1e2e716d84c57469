"""A whole verdict over a filled catalog: posterior, decision with its contributions, and what would change it."""

from collections.abc import Iterator
from urllib.parse import parse_qs

from django.utils import timezone

from bench.addresses import OF_RINGS, WITH_ANSWER
from bench.catalogs import figures_at
from bench.figures import Figure
from bench.timing import milliseconds
from buyers.brief import Brief, canonical_query, read_brief
from buyers.decision import changes_for, integer_points
from buyers.decision.posterior import _kept_particles, _kept_posterior
from buyers.field import decide_field
from buyers.stock.loading import listed_stock

MOST = {1_000: 30, 10_000: 40, 100_000: 60, 1_000_000: 150}
BRIEFS = {"rings": OF_RINGS, "all kinds": WITH_ANSWER}
PART = "Whole verdict: posterior, decision, contributions, changes"


def measure() -> Iterator[Figure]:
    for size in MOST:
        yield from figures_at(size, "bench.whole:verdicts")


def verdicts(size: int) -> Iterator[Figure]:
    """With the pieces that can decide for these musts kept from another verdict, and found anew."""
    for name, asked in BRIEFS.items():
        brief = brief_of(asked)
        for front, work in (("kept", lambda b=brief: decided(b)), ("found anew", lambda b=brief: _cold(b))):
            what = f"{size:,} pieces, {name}, front {front}"
            yield Figure(part=PART, what=what, value=milliseconds(work), unit="ms", most=MOST[size])


def brief_of(asked: dict[str, str]) -> Brief:
    brief, errors = read_brief(parse_qs(canonical_query(asked)), timezone.localdate())
    if errors:
        raise RuntimeError(f"{asked} is refused: {errors}")
    return brief


def decided(brief: Brief) -> None:
    """The posterior is kept from nobody with the same answers."""
    _kept_posterior.cache_clear()
    _kept_particles.cache_clear()
    field = decide_field(brief, timezone.localdate())
    integer_points(field.decision.weights)
    changes_for(field.market, field.limits, field.preferences, field.decision)


def _cold(brief: Brief) -> None:
    for part in listed_stock(timezone.localdate()).parts:
        part.fronts.clear()
    decided(brief)
