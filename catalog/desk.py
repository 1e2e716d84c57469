"""What waits for the curators, oldest first, and how long they usually take."""

from datetime import timedelta
from statistics import median

from django.db.models import F, Max, Q, QuerySet

from catalog.choices import State
from catalog.models import Piece, StateChange

REMEMBERED = 20
DECIDED = frozenset({State.PUBLISHED, State.CHANGES_REQUESTED})


def waiting() -> QuerySet[Piece]:
    """The pieces and changes that were sent, each with the time since when it waits."""
    sent = Max("state_changes__at", filter=Q(state_changes__state=State.SUBMITTED))
    submitted = Piece.objects.filter(state=State.SUBMITTED).select_related("maker", "revises")
    return submitted.annotate(since=sent).order_by(F("since").asc(nulls_first=True), "pk")


def usual_wait() -> timedelta | None:
    """The median time from sending to the answer over the last answers; None before there are any."""
    decisions = StateChange.objects.filter(former=State.SUBMITTED, state__in=DECIDED).order_by("-at")[:REMEMBERED]
    waits = [wait.total_seconds() for change in decisions if (wait := _wait(change))]
    return timedelta(seconds=median(waits)) if waits else None


def _wait(change: StateChange) -> timedelta | None:
    log = StateChange.objects.filter(piece=change.piece_id, state=State.SUBMITTED, at__lte=change.at)
    sent = log.order_by("-at").first()
    return change.at - sent.at if sent else None
