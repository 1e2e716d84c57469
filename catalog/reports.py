"""Reports by visitors, taken no faster than curators can read them: counted in the database all workers share."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from catalog.choices import ReportState
from catalog.models import Piece, Report

KEPT_FOR = timedelta(days=400)
# Stands for what was written, as a report says something.
FORGOTTEN = "…"
WINDOW = timedelta(hours=1)
OPEN_PER_PIECE, IN_ALL = 5, 60


def file_report(report: Report, now: datetime) -> timedelta | None:
    """Keep a report, or tell how long it is until there is room for another."""
    with transaction.atomic():
        # One at a time for a piece, or two workers would both find room for the last one.
        Piece.objects.select_for_update().get(pk=report.piece_id)
        wait = _time_until_room(report.piece, now)
        if wait is None:
            report.save()
    return wait


def forget(now: datetime) -> int:
    """What visitors wrote long ago, once it is settled, and in any case how to reach them. What came of it stays."""
    old = Report.objects.filter(created__lte=now - KEPT_FOR)
    old.exclude(contact="").update(contact="")
    return old.filter(state=ReportState.SETTLED).exclude(text=FORGOTTEN).update(text=FORGOTTEN)


def _time_until_room(piece: Piece, now: datetime) -> timedelta | None:
    recent = Report.objects.filter(created__gt=now - WINDOW)
    open_here = recent.filter(piece=piece, state=ReportState.OPEN)
    limits = ((open_here, OPEN_PER_PIECE), (recent, IN_ALL))
    waits = [wait for reports, limit in limits if (wait := _wait(reports, limit, now))]
    return max(waits, default=None)


def _wait(reports: QuerySet[Report], limit: int, now: datetime) -> timedelta | None:
    """Until the oldest of the newest `limit` reports is past the window; None while there are fewer."""
    oldest = reports.order_by("-created").values_list("created", flat=True)[limit - 1 : limit].first()
    return None if oldest is None else oldest + WINDOW - now
