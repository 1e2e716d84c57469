"""The next card of a questionnaire, over a filled catalog, without the posterior that it needs."""

from collections.abc import Iterator
from functools import partial

from django.utils import timezone

from bench.addresses import OF_RINGS, WITH_ANSWER
from bench.catalogs import figures_at
from bench.figures import Figure
from bench.timing import milliseconds
from bench.whole import brief_of
from buyers.decision import posterior_for
from buyers.decision.cards import Asked, next_card
from buyers.field import decide_field

SIZE = 10_000
MOST = 25


def measure() -> Iterator[Figure]:
    yield from figures_at(SIZE, "bench.card:cards")


def cards(size: int) -> Iterator[Figure]:
    for name, asked in {"rings": OF_RINGS, "all kinds": WITH_ANSWER}.items():
        field = decide_field(brief_of(asked), timezone.localdate())
        opened = posterior_for(field.preferences, with_residual=True)
        taken = milliseconds(partial(next_card, field.decision, field.preferences, opened, Asked()))
        part = f"Next trade-off card at {size:,} pieces, without the refit"
        yield Figure(part=part, what=f"{name}, {len(field.rows):,} contenders", value=taken, unit="ms", most=MOST)
