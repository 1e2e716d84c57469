from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from catalog.choices import ReportAbout, ReportState, State
from catalog.demo.logins import create_logins
from catalog.models import Piece, Report
from catalog.reports import IN_ALL, OPEN_PER_PIECE, file_report
from tests.factory import make_handmade, make_report

pytestmark = pytest.mark.django_db

WRONG, THANKS = "/pieces/tide/wrong/", "/pieces/tide/wrong/thank-you/"
TOLD = {"about": "materials", "text": "It is 935 silver.", "contact": "ada@example.com", "website": ""}


@pytest.fixture
def client() -> Client:
    """A browser says from which page a form is sent."""
    return Client(headers={"origin": "http://testserver"})


@pytest.fixture(autouse=True)
def piece() -> Piece:
    return make_handmade(slug="tide", name="Tide")


def form(client: Client, **told: str) -> BeautifulSoup:
    """The answer to the form, sent with what is told."""
    return BeautifulSoup(client.post(WRONG, TOLD | told).content, "html.parser")


def element(shown: BeautifulSoup, selector: str) -> Tag:
    found = shown.select_one(selector)
    assert found is not None
    return found


def report_at(piece: Piece, when: datetime) -> timedelta | None:
    return file_report(Report(piece=piece, about=ReportAbout.OTHER, text="No.", created=when), when)


def test_piece_leads_to_the_form(client: Client) -> None:
    shown = BeautifulSoup(client.get("/pieces/tide/").content, "html.parser")
    assert element(shown, f"a[href='{WRONG}']").get_text() == "Something wrong here?"


def test_what_is_told_is_kept_for_the_curators(client: Client, piece: Piece) -> None:
    response = client.post(WRONG, TOLD)
    assert (response.status_code, response.headers["Location"]) == (302, THANKS)
    report = Report.objects.get()
    assert (report.piece, report.about, report.text) == (piece, "materials", "It is 935 silver.")
    assert (report.contact, report.state) == ("ada@example.com", ReportState.OPEN)
    assert abs(timezone.now() - report.created) < timedelta(minutes=1)


def test_thanks_say_what_happens_next(client: Client) -> None:
    shown = BeautifulSoup(client.get(THANKS).content, "html.parser")
    assert "One of them reads it" in shown.get_text()
    assert "shown to nobody else" in shown.get_text()
    assert element(shown, "a[href='/pieces/tide/']")


@pytest.mark.parametrize("address", [WRONG, THANKS])
def test_neither_page_is_for_search_engines(client: Client, address: str) -> None:
    shown = BeautifulSoup(client.get(address).content, "html.parser")
    assert element(shown, "meta[name=robots]")["content"] == "noindex"


@pytest.mark.parametrize("address", [WRONG, THANKS])
@pytest.mark.parametrize("state", [State.DRAFT, State.ARCHIVED])
def test_piece_that_is_not_published_has_no_form(client: Client, address: str, state: State) -> None:
    Piece.objects.update(state=state)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("told", "field", "error"),
    [
        ({"about": ""}, "about_0", "Choose what is wrong."),
        ({"about": "magic"}, "about_0", "Choose one of the list."),
        ({"text": "  "}, "text", "Say what is right, or what looks wrong to you."),
        ({"text": "x" * 1001}, "text", "Use at most 1,000 characters."),
        ({"contact": "next door"}, "contact", "Enter an e-mail address such as name@example.com, or leave it empty."),
        ({"contact": f"{'x' * 190}@example.com"}, "contact", ""),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_field(
    client: Client, told: dict[str, str], field: str, error: str
) -> None:
    shown = form(client, **told)
    link = element(shown, ".error-summary a")
    assert link["href"] == f"#id_{field}"
    assert link.get_text().startswith(error)
    assert element(shown, f"#id_{field}")
    assert element(shown, ".field-invalid .field-error")
    assert not Report.objects.exists()


def test_what_was_typed_is_kept_beside_an_error(client: Client) -> None:
    shown = form(client, contact="next <door>", text="Two\r\nlines & more")
    assert element(shown, "input[value=materials]").has_attr("checked")
    assert element(shown, "textarea").get_text() == "Two\r\nlines & more"
    assert element(shown, "#id_contact")["value"] == "next <door>"


def test_end_of_a_line_counts_as_one_character(client: Client) -> None:
    client.post(WRONG, TOLD | {"text": "x" * 500 + "\r\n" + "x" * 499})
    assert len(Report.objects.get().text) == 1000


def test_address_to_reply_to_may_be_left_out(client: Client) -> None:
    client.post(WRONG, TOLD | {"contact": ""})
    assert Report.objects.get().contact == ""


@pytest.mark.parametrize(
    "text",
    ["\x00", "\u202eright to left", "'; DROP TABLE piece; --", "<script>x</script>", "\U0001d54f" * 1000],
)
def test_hostile_text_is_an_error_or_is_kept_as_it_is(client: Client, text: str) -> None:
    response = client.post(WRONG, TOLD | {"text": text})
    assert response.status_code in (200, 302)
    assert [report.text for report in Report.objects.all()] == ([text] if response.status_code == 302 else [])


def test_program_that_fills_every_field_is_thanked_and_not_kept(client: Client) -> None:
    response = client.post(WRONG, TOLD | {"website": "https://example.com"})
    assert response.headers["Location"] == THANKS
    assert not Report.objects.exists()


def test_people_and_their_readers_do_not_meet_the_trap(client: Client) -> None:
    trap = element(BeautifulSoup(client.get(WRONG).content, "html.parser"), "[name=website]")
    assert (trap["tabindex"], trap["autocomplete"]) == ("-1", "off")
    assert trap.find_parent(attrs={"aria-hidden": "true"})


def test_form_cannot_be_sent_from_another_site(client: Client) -> None:
    assert client.post(WRONG, TOLD, headers={"origin": "https://elsewhere.example"}).status_code == 403
    assert not Report.objects.exists()


def test_form_sets_no_cookie_and_is_not_stored(client: Client) -> None:
    assert not client.get(WRONG).cookies
    assert not client.post(WRONG, TOLD).cookies
    assert "no-store" in client.get(WRONG).headers["Cache-Control"]


def test_too_many_about_one_piece_have_to_wait(client: Client, piece: Piece) -> None:
    for minutes in (50, 40, 30, 20, 10):
        make_report(piece, created=timezone.now() - timedelta(minutes=minutes))
    response = client.post(WRONG, TOLD)
    shown = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 429
    assert "Please send it again in 10 minutes." in element(shown, ".error-summary").get_text()
    assert 590 < int(response.headers["Retry-After"]) <= 600
    assert element(shown, "textarea").get_text() == TOLD["text"]
    assert Report.objects.count() == 5


def test_settled_reports_leave_room(piece: Piece) -> None:
    now = timezone.now()
    assert [report_at(piece, now) for _ in range(OPEN_PER_PIECE)] == [None] * OPEN_PER_PIECE
    assert report_at(piece, now) == timedelta(hours=1)
    Report.objects.update(state=ReportState.SETTLED)
    assert report_at(piece, now) is None


def test_there_is_room_again_after_an_hour(piece: Piece) -> None:
    start = timezone.now()
    for minute in range(OPEN_PER_PIECE):
        report_at(piece, start + timedelta(minutes=minute))
    assert report_at(piece, start + timedelta(minutes=59)) == timedelta(minutes=1)
    assert report_at(piece, start + timedelta(minutes=60)) is None
    assert report_at(piece, start + timedelta(minutes=60)) == timedelta(minutes=1)


def test_too_many_in_all_have_to_wait_whatever_they_are_about(piece: Piece) -> None:
    now = timezone.now()
    other = make_handmade()
    Report.objects.bulk_create(
        Report(piece=other, about="other", text="No.", created=now, state=ReportState.SETTLED) for _ in range(IN_ALL)
    )
    assert report_at(piece, now) == timedelta(hours=1)
    assert report_at(piece, now + timedelta(hours=1)) is None


def test_other_pieces_are_free_to_be_reported(piece: Piece) -> None:
    for _ in range(OPEN_PER_PIECE):
        make_report(piece)
    assert report_at(make_handmade(), timezone.now()) is None


def test_number_of_queries_is_fixed(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        client.get(WRONG)
    ContentType.objects.get_for_model(Report)  # remembered by a process once it is asked for
    with django_assert_num_queries(8):  # with the two of a savepoint and the audit trail
        client.post(WRONG, TOLD)


@pytest.mark.parametrize("fields", [{"about": "magic"}, {"about": ""}, {"text": ""}, {"state": "lost"}, {"state": ""}])
def test_database_keeps_no_impossible_report(piece: Piece, fields: dict[str, str]) -> None:
    with pytest.raises(IntegrityError):
        make_report(piece, **fields)


def test_curators_read_the_newest_open_report_first(admin_client: Client, piece: Piece) -> None:
    now = timezone.now()
    for text, minutes, state in (("Older", 9, "open"), ("Newer", 5, "open"), ("Done", 1, "settled")):
        make_report(piece, text=text, created=now - timedelta(minutes=minutes), state=state)
    page = BeautifulSoup(admin_client.get("/admin/catalog/report/").content, "html.parser")
    assert [cell.get_text() for cell in page.select("td.field-text")] == ["Newer", "Older", "Done"]


def test_dismissing_forgets_whom_to_reply_to(admin_client: Client, piece: Piece) -> None:
    report = make_report(piece, contact="ada@example.com")
    admin_client.post("/admin/catalog/report/", {"action": "dismiss", "_selected_action": [report.pk]})
    report.refresh_from_db()
    assert (report.state, report.contact) == (ReportState.SETTLED, "")


def test_reports_are_read_and_not_rewritten(admin_client: Client, piece: Piece) -> None:
    address = f"/admin/catalog/report/{make_report(piece).pk}/change/"
    assert admin_client.get("/admin/catalog/report/add/").status_code == 403
    shown = BeautifulSoup(admin_client.get(address).content, "html.parser")
    fields = shown.select("#report_form fieldset :is(input, select, textarea)")
    assert [field["name"] for field in fields] == ["outcome", "answer"]


@pytest.mark.parametrize(("name", "may_read"), [("curator", True), ("maker", False)])
def test_only_curators_of_the_demo_read_reports(settings: LazySettings, name: str, may_read: bool) -> None:
    settings.DEBUG = True
    create_logins()
    assert User.objects.get(username=name).has_perm("catalog.view_report") is may_read
