"""Saved verdicts: made from a result, found by code and key, forgotten after a time."""

from datetime import datetime, timedelta
from secrets import compare_digest

from allauth.core import ratelimit
from django.http import HttpRequest

from buyers import questions
from buyers.models import SavedVerdict
from buyers.saved.snapshot import stored
from buyers.saved.taking import snapshot_of
from buyers.verdict.result import Result

MOST_AN_HOUR_BY_ALL = 1_000
KEPT_FOR = timedelta(days=400)


def may_save(request: HttpRequest, now: datetime) -> bool:
    """By network address, which only the cache remembers, and by all together."""
    lately = SavedVerdict.objects.filter(created__gt=now - timedelta(hours=1))
    return lately.count() < MOST_AN_HOUR_BY_ALL and ratelimit.consume(request, action="save_verdict")


def save(result: Result) -> SavedVerdict:
    return SavedVerdict.objects.create(rules=questions.RULES, snapshot=stored(snapshot_of(result)))


def find(code: str, now: datetime) -> SavedVerdict | None:
    """None where it was deleted or has ended, also before it is forgotten."""
    return SavedVerdict.objects.filter(code=code, created__gt=now - KEPT_FOR).select_related("outcome").first()


def is_owner(saved: SavedVerdict, key: str) -> bool:
    return compare_digest(saved.key, key)


def forget(now: datetime) -> int:
    """Delete what has been saved for longer than it is kept; the number of verdicts."""
    return SavedVerdict.objects.filter(created__lte=now - KEPT_FOR).delete()[1].get("buyers.SavedVerdict", 0)
