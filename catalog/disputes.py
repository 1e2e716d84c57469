"""What came of a report: told to everybody on the page of the piece, and to whoever reported it."""

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.choices import ReportOutcome, ReportState
from catalog.models import Piece, Report

PUBLIC = (ReportOutcome.CORRECTED, ReportOutcome.CONFIRMED, ReportOutcome.UNDECIDED)
MOST_SHOWN = 5


def settled_disputes(piece: Piece) -> QuerySet[Report]:
    """The latest that were looked into. Never what the visitor wrote: that is for curators alone."""
    settled = piece.reports.filter(state=ReportState.SETTLED, outcome__in=PUBLIC).exclude(answer="")
    return settled.defer("text", "contact").order_by("-settled_on", "-pk")[:MOST_SHOWN]


@transaction.atomic
def settle(report: Report, by: str) -> None:
    """Whoever reported is told, and can be reached no longer than that."""
    contact, report.contact = report.contact, ""
    report.state = ReportState.SETTLED
    report.settled_on, report.settled_by = timezone.localdate(), by
    report.save()
    if contact and report.outcome in PUBLIC:
        transaction.on_commit(lambda: _tell(report, contact), robust=True)


def _tell(report: Report, contact: str) -> None:
    told = {"site": settings.SITE_NAME, "piece": report.piece.name}
    subject = _("%(site)s: what you told us of %(piece)s") % told
    said = _("We have looked into what you told us of “%(piece)s”. Thank you.") % told
    body = f"{said}\n\n{capfirst(report.get_outcome_display())}. {report.answer}\n"
    send_mail(subject, body, None, [contact])
