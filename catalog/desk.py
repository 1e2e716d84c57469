"""What waits for the curators, oldest first, how long they usually take, and how much the catalog tells."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from statistics import median

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from catalog.choices import Grade, ReportState, State
from catalog.labels.criteria import CRITERION_WORDS
from catalog.levels import RATED
from catalog.models import Evidence, Piece, Report, StateChange

REMEMBERED = 20
WARNING = timedelta(days=30)
ASKED = {"days": gettext_noop("delivery time"), "returns": gettext_noop("returns")}
DECIDED = frozenset({State.PUBLISHED, State.CHANGES_REQUESTED})


def waiting() -> QuerySet[Piece]:
    """The pieces and changes that were sent, each with the time since when it waits."""
    sent = Max("state_changes__at", filter=Q(state_changes__state=State.SUBMITTED))
    submitted = Piece.objects.filter(state=State.SUBMITTED).select_related("maker", "revises")
    return submitted.annotate(since=sent).order_by(F("since").asc(nulls_first=True), "pk")


def usual_wait() -> timedelta | None:
    """The median time from sending to the answer over the last answers; None before there are any."""
    sent = StateChange.objects.filter(piece=OuterRef("piece"), state=State.SUBMITTED, at__lte=OuterRef("at"))
    decided = StateChange.objects.filter(former=State.SUBMITTED, state__in=DECIDED).order_by("-at")
    spans = decided.annotate(sent=Subquery(sent.order_by("-at").values("at")[:1])).values_list("sent", "at")
    waits = [(at - since).total_seconds() for since, at in spans[:REMEMBERED] if since]
    return timedelta(seconds=median(waits)) if waits else None


def usual_wait_words() -> str:
    wait = usual_wait()
    if wait is None:
        return ""
    days = ceil(wait / timedelta(days=1))
    return ngettext("a day", "%(days)s days", days) % {"days": days}


@dataclass(frozen=True, kw_only=True)
class Told:
    """Of how many published pieces something is told, and how that reads as a share."""

    name: str
    number: int
    of: int

    @property
    def percent(self) -> int:
        return round(100 * self.number / self.of) if self.of else 0


def expiring(today: date) -> QuerySet[Evidence]:
    """Evidence of public pieces that counts in full and will not for long, the first to run out first."""
    span = (today, today + WARNING)
    counting = Evidence.objects.filter(piece__state=State.PUBLISHED, grade__gt=Grade.DECLARED, expires__range=span)
    return counting.select_related("piece").order_by("expires", "pk")


def open_reports() -> QuerySet[Report]:
    return Report.objects.filter(state=ReportState.OPEN).select_related("piece").order_by("created", "pk")


def completeness() -> list[Told]:
    """For each rated criterion and for what shoppers most often ask, in one query."""
    asked = {criterion: Q(**{f"assessment__{criterion}_grade__isnull": False}) for criterion in RATED}
    asked |= {"days": Q(days_max__isnull=False), "returns": Q(returnable_days__isnull=False)}
    counts = {f"of_{name}": Count("pk", filter=is_told) for name, is_told in asked.items()}
    told = Piece.objects.published().aggregate(all=Count("pk"), **counts)
    return [Told(name=_name_of(name), number=told[f"of_{name}"], of=told["all"]) for name in asked]


def _name_of(asked: str) -> str:
    return _(ASKED[asked]) if asked in ASKED else _(CRITERION_WORDS[asked].name)
