"""Counting outcomes, and adding them up. Nothing else is stored of who answered: no address, no day."""

from collections.abc import Mapping
from dataclasses import dataclass

from allauth.core import ratelimit
from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils import timezone

from buyers.models import Outcome, SavedVerdict
from buyers.outcomes.choices import Guess, Told, Took, WasRight

ALL_TOGETHER = "all"
FEWEST_TELLING = 30


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is known of a verdict before its shopper answers; `saved` keeps a second answer from counting twice."""

    guessed: str
    told: str
    rules: str
    saved: SavedVerdict | None = None


@dataclass(frozen=True, kw_only=True)
class Column:
    """How often a side was guessed, told or taken, and how often neither of the two."""

    handcrafted: int
    mass_produced: int
    neither: int


@dataclass(frozen=True, kw_only=True)
class Tally:
    total: int
    guessed: Column
    told: Column
    took: Column
    right: int
    wrong: int

    @property
    def judged(self) -> int:
        return self.right + self.wrong

    @property
    def is_telling(self) -> bool:
        return self.total >= FEWEST_TELLING


def may_count(request: HttpRequest) -> bool:
    return ratelimit.consume(request, action="outcome", key=ALL_TOGETHER)


def count(asked: Asked, given: Mapping[str, str]) -> None:
    answer = {
        "guessed": asked.guessed,
        "told": asked.told,
        "rules": asked.rules,
        "took": given["took"],
        "was_right": given["was_right"],
        "month": timezone.localdate().replace(day=1),
    }
    if asked.saved is None:
        Outcome.objects.create(**answer)
    else:
        Outcome.objects.update_or_create(verdict=asked.saved, defaults=answer)


def tally() -> Tally:
    """One query."""
    fields = {
        "guessed": (Guess.HANDCRAFTED, Guess.MASS_PRODUCED, (Guess.UNSURE,)),
        "told": (Told.HANDCRAFTED, Told.MASS_PRODUCED, (Told.CLOSE, Told.TOO_EARLY, Told.NONE)),
        "took": (Took.HANDCRAFTED, Took.MASS_PRODUCED, (Took.NEITHER,)),
    }
    counts = {"total": Count("pk"), "right": _those(was_right=WasRight.YES), "wrong": _those(was_right=WasRight.NO)}
    for field, (by_hand, by_machine, neither) in fields.items():
        counts |= {
            f"{field}_handcrafted": _those(**{field: by_hand}),
            f"{field}_mass_produced": _those(**{field: by_machine}),
            f"{field}_neither": _those(**{f"{field}__in": neither}),
        }
    found = Outcome.objects.aggregate(**counts)
    columns = {field: _column(field, found) for field in fields}
    return Tally(total=found["total"], right=found["right"], wrong=found["wrong"], **columns)


def _those(**fields: object) -> Count:
    return Count("pk", filter=Q(**fields))


def _column(field: str, found: Mapping[str, int]) -> Column:
    return Column(**{name: found[f"{field}_{name}"] for name in ("handcrafted", "mass_produced", "neither")})
