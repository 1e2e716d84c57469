"""What is kept of people, and for how long: the daily command deletes it, and nothing younger."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
from auditlog.models import LogEntry
from django.contrib.admin.models import CHANGE
from django.contrib.admin.models import LogEntry as DeskEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import RequestFactory
from django.utils import timezone

from catalog import audit, invitations, reports
from catalog.choices import ReportState
from catalog.models import Piece, Report
from tests.catalog.people import make_curator
from tests.factory import make_handmade, make_maker, make_report

pytestmark = pytest.mark.django_db


def days_ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def forget() -> str:
    said = StringIO()
    call_command("forget", stdout=said)
    return said.getvalue()


@pytest.mark.parametrize(("days", "text"), [(399, "Not silver."), (401, reports.FORGOTTEN)])
def test_what_a_visitor_wrote_is_kept_400_days(days: int, text: str) -> None:
    told = {"text": "Not silver.", "answer": "It is brass.", "state": ReportState.SETTLED, "created": days_ago(days)}
    make_report(make_handmade(), **told)
    assert ("1 report's text forgotten." in forget()) is (days > 400)
    assert Report.objects.values_list("text", "answer").get() == (text, "It is brass.")
    assert "0 reports' texts forgotten." in forget()


def test_what_is_not_settled_stays_but_for_the_address() -> None:
    make_report(make_handmade(), text="Not silver.", contact="ada@example.com", created=days_ago(401))
    forget()
    assert Report.objects.values_list("text", "contact").get() == ("Not silver.", "")


@pytest.mark.parametrize(("days", "is_kept"), [(729, True), (731, False)])
def test_trails_are_kept_two_years(days: int, is_kept: bool) -> None:
    piece, curator = make_handmade(), make_curator()
    of_pieces = ContentType.objects.get_for_model(Piece)
    DeskEntry.objects.create(user=curator, content_type=of_pieces, object_id=str(piece.pk), action_flag=CHANGE)
    DeskEntry.objects.update(action_time=days_ago(days))
    LogEntry.objects.update(timestamp=days_ago(days))
    audit.forget(timezone.now())
    assert (DeskEntry.objects.exists(), LogEntry.objects.exists()) == (is_kept, is_kept)


@pytest.mark.parametrize(("days", "is_kept"), [(89, True), (91, False)])
def test_invitation_that_nobody_takes_up_is_kept_90_days(days: int, is_kept: bool) -> None:
    invitations.invite(make_maker(), "ines@example.com", RequestFactory().get("/"))
    User.objects.update(date_joined=days_ago(days))
    assert invitations.forget(timezone.now()) == (0 if is_kept else 1)
    assert User.objects.exists() is is_kept


def test_who_is_invited_again_has_time_again() -> None:
    maker, request = make_maker(), RequestFactory().get("/")
    invitations.invite(maker, "ines@example.com", request)
    User.objects.update(date_joined=days_ago(91))
    invitations.invite(maker, "ines@example.com", request)
    assert invitations.forget(timezone.now()) == 0


@pytest.mark.parametrize("fields", [{"is_staff": True}, {"last_login": days_ago(91)}, {"password": "seven hammers"}])
def test_other_accounts_stay(fields: dict[str, object]) -> None:
    User.objects.create_user("ines", date_joined=days_ago(91), **fields)  # type: ignore[arg-type]
    assert invitations.forget(timezone.now()) == 0


def test_sessions_that_ended_go() -> None:
    for key, days in (("ended", 1), ("open", -1)):
        Session.objects.create(session_key=key, session_data="", expire_date=days_ago(days))
    assert "1 ended session forgotten." in forget()
    assert Session.objects.get().session_key == "open"


def test_nothing_old_is_nothing_forgotten() -> None:
    assert [line.partition(" ")[0] for line in forget().splitlines()] == 8 * ["0"]
