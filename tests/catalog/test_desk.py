"""What curators decide and everybody can see: grades, what came of reports, and who a maker is."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from catalog.choices import Claim, Grade, State
from catalog.expiry import mark_expired
from catalog.models import Evidence, Maker, Piece, Report
from tests.catalog.admin_forms import filled
from tests.catalog.people import make_curator, make_member, signed_in
from tests.factory import evidence, make_handmade, make_maker, make_report

pytestmark = pytest.mark.django_db

TEXT, CONTACT = "It is brass, I have scratched it", "eve@example.com"


@pytest.fixture
def curator() -> Client:
    return signed_in(make_curator(first_name="Clara", last_name="Vogt"))


@pytest.fixture
def piece() -> Piece:
    piece = make_handmade(name="Tide ring", slug="tide-ring")
    make_member(piece.maker)
    return piece


@pytest.fixture
def report(piece: Piece) -> Report:
    return make_report(piece, about="materials", text=TEXT, contact=CONTACT)


def decide(curator: Client, report: Report, **told: str) -> str:
    address = f"/admin/catalog/report/{report.pk}/change/"
    return curator.post(address, filled(curator, address) | told, follow=True).content.decode()


def public_page(piece: Piece) -> str:
    return Client().get(piece.get_absolute_url()).content.decode()


def test_outcome_is_public_and_the_report_is_not(curator: Client, piece: Piece, report: Report) -> None:
    decide(curator, report, outcome="corrected", answer="It is gold-plated brass now.")
    page = public_page(piece)
    assert "What it is made of: the listing was corrected." in page
    assert "It is gold-plated brass now." in page
    assert TEXT not in page
    assert CONTACT not in page
    report.refresh_from_db()
    assert (report.state, report.settled_by, report.contact) == ("settled", "Clara Vogt", "")


def test_outcome_needs_its_sentence(curator: Client, piece: Piece, report: Report) -> None:
    assert "Say in one sentence what you found." in decide(curator, report, outcome="confirmed", answer=" ")
    report.refresh_from_db()
    assert (report.state, report.contact) == ("open", CONTACT)


@pytest.mark.parametrize(("outcome", "told"), [("undecided", [[CONTACT]]), ("dismissed", [])])
def test_whoever_reported_is_told_what_came_of_it(
    outcome: str,
    told: list[list[str]],
    curator: Client,
    report: Report,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        decide(curator, report, outcome=outcome, answer="Nobody could tell.")
    assert [message.to for message in mail.outbox] == told
    assert ("Nobody could tell." in public_page(report.piece)) == bool(told)


def test_grade_has_a_reviewer_and_a_day(curator: Client, piece: Piece) -> None:
    address = f"/admin/catalog/piece/{piece.pk}/change/"
    told = filled(curator, address) | {"evidence-0-grade": str(Grade.CHECKED.value), "evidence-0-reviewer": "Somebody"}
    assert curator.post(address, told).status_code == 302
    row = piece.evidence.get()
    assert (row.grade, row.reviewer, row.reviewed_on) == (Grade.CHECKED, "Clara Vogt", timezone.localdate())


def test_wrong_grade_says_what_to_do(curator: Client, piece: Piece) -> None:
    address = f"/admin/catalog/piece/{piece.pk}/change/"
    page = curator.post(address, filled(curator, address) | {"evidence-0-source": ""}).content.decode()
    assert "What was seen needs a source and its date." in page


def ran_out(piece: Piece, days_ago: int, claim: Claim = Claim.FAIR) -> Evidence:
    expires = timezone.localdate() - timedelta(days=days_ago)
    told: dict[str, Any] = {"source": "RJC 1", "dated": date(2020, 1, 1), "expires": expires}
    return Evidence.objects.create(piece=piece, claim=claim, grade=Grade.DOCUMENTED, **told)


def test_maker_is_told_once_of_what_has_run_out(
    piece: Piece, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    ran_out(piece, 9), ran_out(piece, 1, Claim.RECYCLED), ran_out(piece, -1, Claim.MARK)
    for _ in range(3):
        with django_capture_on_commit_callbacks(execute=True):
            call_command("assess", verbosity=0)
    assert [message.to for message in mail.outbox] == [["ines@example.com"]]
    body = str(mail.outbox[0].body)
    assert "Tide ring: Fairly mined metal" in body
    assert "Tide ring: Recycled metal" in body
    assert "Hallmark" not in body


def test_only_what_counted_and_is_public_runs_out() -> None:
    today = timezone.localdate()
    ran_out(make_handmade(state=State.DRAFT), 1)
    declared = make_handmade(evidence=[evidence(Claim.FAIR, Grade.DECLARED)])
    declared.evidence.update(expires=today - timedelta(days=1))
    assert mark_expired(today) == 0


def test_newer_paper_can_run_out_again(curator: Client, piece: Piece) -> None:
    row = ran_out(piece, 1)
    assert mark_expired(timezone.localdate()) == 1
    address = f"/admin/catalog/piece/{piece.pk}/change/"
    number = [one.pk for one in piece.evidence.all()].index(row.pk)
    told = filled(curator, address) | {f"evidence-{number}-expires": str(timezone.localdate() + timedelta(days=9))}
    curator.post(address, told)
    row.refresh_from_db()
    assert row.expired_on is None


def verify(curator: Client, maker: Maker, how: str) -> None:
    address = f"/admin/catalog/maker/{maker.pk}/change/"
    curator.post(address, filled(curator, address) | {"verification": how})
    maker.refresh_from_db()


def test_check_of_a_maker_is_public_with_its_day(curator: Client, piece: Piece) -> None:
    maker = piece.maker
    assert "not checked who this is" in Client().get(maker.get_absolute_url()).content.decode()
    verify(curator, maker, "We visited the workshop")
    assert (maker.verified_by, maker.verified_on) == ("Clara Vogt", timezone.localdate())
    assert "We visited the workshop" in Client().get(maker.get_absolute_url()).content.decode()
    verify(curator, maker, "")
    assert (maker.verified_by, maker.verified_on) == ("", None)


def test_invented_maker_is_not_said_to_be_unchecked() -> None:
    piece = make_handmade(maker=make_maker(is_invented=True))
    assert "not checked who this is" not in Client().get(piece.maker.get_absolute_url()).content.decode()


def test_maker_cannot_check_itself(piece: Piece) -> None:
    ines = signed_in(piece.maker.members.get())
    address = f"/workshop/catalog/maker/{piece.maker_id}/change/"
    ines.post(address, filled(ines, address) | {"verification": "By me", "summary": "We forge."})
    piece.maker.refresh_from_db()
    assert (piece.maker.verification, piece.maker.summary) == ("", "We forge.")


def test_desk_shows_what_waits(curator: Client, report: Report) -> None:
    ran_out(report.piece, -9)
    page = curator.get("/admin/").content.decode()
    assert f"/admin/catalog/report/{report.pk}/change/" in page
    assert "fairly mined metal" in page
