import pytest
from bs4 import BeautifulSoup
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.choices import State
from catalog.models import Piece
from tests.buyers.presses import (
    CHOOSE,
    DROP,
    HERE,
    HTMX,
    KEEP,
    TAKE_OUT,
    in_tray,
    page,
    press,
    press_with_htmx,
    pressed,
    put_into,
    words,
)
from tests.factory import make_handmade, make_maker, make_mass_produced

pytestmark = pytest.mark.django_db

LIST = "/pieces/?kind=ring"
READING = [
    *(
        "/",
        "/decide/",
        "/decide/who/",
        "/decide/check/?budget=60",
        "/decide/verdict/?type=ring",
        "/decide/verdict.json",
    ),
    *("/pieces/", "/pieces/tide/", "/makers/", "/makers/bench/", "/guide/", "/method/", "/about/", "/privacy/"),
    *("/compare/", "/compare/?piece=tide&piece=arc", "/shortlist/", "/robots.txt", "/sitemap.xml", "/healthz"),
    *("/nothing/here/", "/shortlist/no-such-list/", "/shortlist/keep/"),
]
PRESSES = [KEEP, DROP, CHOOSE, TAKE_OUT]


@pytest.fixture(autouse=True)
def _pieces() -> None:
    maker = make_maker(slug="bench")
    make_handmade(name="Tide", slug="tide", maker=maker)
    make_mass_produced(name="Arc", slug="arc", maker=maker)


def make_rings(number: int) -> list[str]:
    return [make_handmade(slug=f"extra-{place}", name=f"Extra {place}").slug for place in range(number)]


@pytest.mark.parametrize("address", READING)
def test_reading_makes_no_session_and_sets_no_cookie(client: Client, address: str) -> None:
    response = client.get(address)
    assert not response.cookies
    assert not Session.objects.exists()


def test_first_keep_sets_one_cookie_for_a_season(client: Client) -> None:
    response = press(client, KEEP, "tide")
    (cookie,) = response.cookies.values()
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 90 * 86_400)
    assert client.session["kept"] == ["tide"]


def test_taking_the_last_thing_out_ends_session_and_cookie(client: Client) -> None:
    press(client, KEEP, "tide")
    press(client, CHOOSE, "tide")
    press(client, DROP, "tide")
    assert Session.objects.count() == 1
    response = press(client, TAKE_OUT, "tide")
    assert response.cookies["sessionid"]["max-age"] == 0
    assert not Session.objects.exists()


def test_dropping_without_a_session_makes_none(client: Client) -> None:
    assert not press(client, DROP, "tide").cookies
    assert not press(client, TAKE_OUT, "tide").cookies
    assert not Session.objects.exists()


@pytest.mark.parametrize("address", PRESSES)
def test_press_leads_back_to_where_it_was_pressed(client: Client, address: str) -> None:
    response = press(client, address, "tide", next=LIST)
    assert (response.status_code, response["Location"]) == (303, f"{LIST}#keep-tide")
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize("address", PRESSES)
@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", ""]
)
def test_press_leads_to_no_other_site(client: Client, address: str, elsewhere: str) -> None:
    assert press(client, address, "tide", next=elsewhere)["Location"] == "/shortlist/#keep-tide"


@pytest.mark.parametrize("address", PRESSES)
def test_addresses_that_change_something_cannot_be_fetched(client: Client, address: str) -> None:
    assert client.get(address).status_code in {404, 405}


@pytest.mark.parametrize("address", [KEEP, CHOOSE])
@pytest.mark.parametrize("slug", ["", "nope", "draft", "a\x00b", "x" * 5000, "<b>", "../tide", "\u202etide"])
def test_what_is_no_published_piece_is_not_kept(client: Client, address: str, slug: str) -> None:
    make_handmade(slug="draft", state=State.DRAFT)
    response = press(client, address, slug)
    assert response.status_code == 404
    assert not response.cookies


def test_hostile_slugs_can_be_dropped(client: Client) -> None:
    press(client, KEEP, "tide")
    assert press(client, DROP, "a\x00b", "x" * 5000, "<b>").status_code == 303
    assert client.session["kept"] == ["tide"]


def test_tile_says_what_its_buttons_do(client: Client) -> None:
    form = page(client, LIST).select_one("form#keep-tide[method=post][action='/shortlist/keep/']")
    assert form is not None
    buttons = form.select("button[type=submit]")
    assert [words(button) for button in buttons] == ["Keep Tide", "Compare Tide"]
    assert [button["aria-pressed"] for button in buttons] == ["false", "false"]
    assert (
        [button["formaction"] for button in buttons] == [button["data-hx-post"] for button in buttons] == [KEEP, CHOOSE]
    )
    assert form.select_one("input[name=next]")["value"] == LIST  # type: ignore[index]


@pytest.mark.parametrize("address", [LIST, "/", "/makers/bench/", "/pieces/tide/"])
def test_every_place_that_shows_a_piece_knows_what_is_chosen(client: Client, address: str) -> None:
    press(client, KEEP, "tide")
    press(client, CHOOSE, "tide")
    assert pressed(page(client, address)) == ["Keep Tide", "Compare Tide"]


def test_pressed_button_takes_back(client: Client) -> None:
    press(client, KEEP, "tide")
    button = page(client, LIST).select_one("#keep-it-tide")
    assert button is not None
    press(client, str(button["formaction"]), "tide")
    assert pressed(page(client, LIST)) == []


def test_tray_follows_with_names_and_a_way_to_compare(client: Client) -> None:
    press(client, CHOOSE, "tide")
    alone = page(client, "/guide/")
    assert in_tray(alone) == ["Tide"]
    assert "Choose one more to compare." in words(alone.select_one("#tray"))
    press(client, CHOOSE, "arc")
    tray = page(client, "/guide/").select_one("#tray:not([hidden])")
    assert tray is not None
    link = tray.select_one("a.tray-compare")
    assert link is not None
    assert (words(link), link["href"]) == ("Compare 2 pieces", "/compare/?piece=tide&piece=arc")


def test_tray_is_hidden_while_empty_and_absent_where_it_would_disturb(client: Client) -> None:
    assert page(client, LIST).select_one("#tray[hidden]")
    press(client, CHOOSE, "tide")
    press(client, CHOOSE, "arc")
    for address in ("/decide/", "/decide/who/", "/compare/?piece=tide&piece=arc", "/shortlist/"):
        assert not page(client, address).select("#tray")


def test_fifth_piece_is_not_taken_and_none_is_lost(client: Client) -> None:
    slugs = make_rings(5)
    for slug in slugs:
        response = press(client, CHOOSE, slug, next=LIST)
    assert response["Location"] == f"{LIST}#keep-extra-4"
    tray = page(client, LIST).select_one("#tray")
    assert [one["slug"] for one in client.session["tray"]] == slugs[:4]
    assert "Four fit side by side. Take one out to choose another." in words(tray)
    assert "Compare 4 pieces" in words(tray)


def test_fifth_piece_is_told_to_who_presses_with_htmx(client: Client) -> None:
    slugs = make_rings(5)
    for slug in slugs[:4]:
        press(client, CHOOSE, slug)
    answer = press_with_htmx(client, CHOOSE, slugs[4], tile=slugs[4], next=LIST)
    assert words(answer.select_one("#said")) == "Four fit side by side. Compare them, or take one out first."
    assert pressed(answer) == []


def test_piece_that_is_in_the_tray_already_stays_once(client: Client) -> None:
    for slug in make_rings(4):
        press(client, CHOOSE, slug)
    press(client, CHOOSE, "extra-0")
    assert sorted(one["slug"] for one in client.session["tray"]) == ["extra-0", "extra-1", "extra-2", "extra-3"]


def test_name_in_the_tray_is_text(client: Client) -> None:
    make_handmade(slug="mark", name="<script>alert(1)</script> & co")
    press(client, CHOOSE, "mark")
    tray = page(client, "/about/").select_one("#tray")
    assert "<script>alert(1)</script> & co" in words(tray)
    assert not tray.select("script")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("before", "address", "said"),
    [
        ([], KEEP, "Kept: Tide."),
        ([KEEP], DROP, "No longer kept: Tide."),
        ([], CHOOSE, "Chosen to compare: Tide."),
        ([CHOOSE], TAKE_OUT, "No longer compared: Tide."),
        ([KEEP, CHOOSE], TAKE_OUT, "No longer compared: Tide."),
        ([KEEP, CHOOSE], DROP, "No longer kept: Tide."),
    ],
)
@pytest.mark.parametrize("where", [LIST, "/", "/makers/bench/", "/pieces/tide/"])
def test_answer_put_into_the_old_page_is_the_reloaded_page(
    client: Client, where: str, before: list[str], address: str, said: str
) -> None:
    for earlier in before:
        press(client, earlier, "tide")
    old = page(client, where)
    answer = press_with_htmx(client, address, "tide", tile="tide", next=where)
    assert words(answer.select_one("#said")) == said
    assert str(put_into(old, answer)) == str(page(client, where))


@pytest.mark.parametrize(("where", "tiles"), [(LIST, ["tide"]), ("/guide/", [])])
def test_answer_to_the_tray_put_into_the_old_page_is_the_reloaded_page(
    client: Client, where: str, tiles: list[str]
) -> None:
    for slug in ("tide", "arc"):
        press(client, CHOOSE, slug)
    old = page(client, where)
    answer = press_with_htmx(client, TAKE_OUT, "tide", tile=tiles, in_tray="on", next=where)
    assert [button["id"] for button in answer.select("[autofocus]")] == ["tray-arc"]
    del answer.select("[autofocus]")[0]["autofocus"]
    assert str(put_into(old, answer)) == str(page(client, where))


def test_region_that_speaks_is_there_before_it_speaks(client: Client) -> None:
    region = page(client, LIST).select_one("#said[role=status]")
    assert region is not None
    assert words(region) == ""


def test_header_counts_what_is_kept_and_the_footer_leads_there_always(client: Client) -> None:
    empty = page(client, "/about/")
    assert empty.select_one(".site-nav #kept-link[hidden]")
    assert empty.select_one(".site-footer a[href='/shortlist/']")
    press(client, KEEP, "tide", "arc")
    assert words(page(client, "/about/").select_one(".site-nav #kept-link:not([hidden])")) == "Kept (2)"


def test_pages_that_depend_on_the_cookie_say_so(client: Client) -> None:
    assert "Cookie" in client.get(LIST)["Vary"]


def test_choices_cost_one_query_with_a_session_and_none_without(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        client.get("/about/")
    press(client, KEEP, "tide")
    press(client, CHOOSE, "tide")
    with django_assert_num_queries(1):
        client.get("/about/")


def test_choices_outlive_a_new_start_of_the_server(client: Client) -> None:
    press(client, KEEP, "tide")
    later = Client()
    later.cookies["sessionid"] = client.cookies["sessionid"].value
    call_command("clearsessions")
    assert pressed(page(later, LIST)) == ["Keep Tide"]


def test_cookie_of_a_lost_session_is_taken_back(client: Client) -> None:
    press(client, KEEP, "tide")
    Session.objects.all().delete()
    response = client.get(LIST)
    assert response.cookies["sessionid"]["max-age"] == 0


def test_no_form_stands_within_another(client: Client) -> None:
    press(client, KEEP, "tide", "arc")
    press(client, CHOOSE, "tide")
    for address in (LIST, "/shortlist/", "/compare/", "/compare/?piece=tide&piece=arc", "/pieces/tide/"):
        assert not page(client, address).select("form form")
        assert not page(client, address).select("a form, a button, label button")


@pytest.mark.parametrize("headers", [HERE, HTMX])
def test_number_of_queries_of_a_press_is_fixed(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, headers: dict[str, str]
) -> None:
    press(client, KEEP, *make_rings(5))
    with django_assert_max_num_queries(6):
        client.post(KEEP, {"piece": "tide", "tile": "tide", "next": LIST}, headers=headers)


def test_withdrawn_piece_stays_in_the_tray_until_taken_out(client: Client) -> None:
    press(client, CHOOSE, "tide")
    Piece.objects.filter(slug="tide").update(state=State.ARCHIVED)
    assert in_tray(page(client, "/about/")) == ["Tide"]
    answer = press_with_htmx(client, TAKE_OUT, "tide", in_tray="on", next="/about/")
    assert answer.select_one("#tray[hidden]")
    assert isinstance(answer, BeautifulSoup)
