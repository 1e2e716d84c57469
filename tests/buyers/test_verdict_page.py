from datetime import timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from catalog.choices import Side, Way
from catalog.models import Assessment
from tests.factory import make_handmade, make_mass_produced, repack

pytestmark = pytest.mark.django_db

ADDRESS = "/decide/verdict/"
ASKED = {"budget": "300", "top": "uniqueness,craft,custom", "type": "ring", "who": "family", "why": "memory"}
MOST_QUERIES = 4


def page(client: Client, **query: str) -> BeautifulSoup:
    response = client.get(ADDRESS, dict(sorted(query.items())))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.main.get_text(" ").split()) if soup.main else ""


@pytest.fixture
def pieces() -> None:
    make_handmade(name="Tide", slug="tide")
    make_mass_produced(name="Arc", slug="arc", price=Decimal(40))


@pytest.mark.usefixtures("pieces")
def test_called_verdict_names_side_wearer_and_piece(client: Client) -> None:
    soup = page(client, **ASKED)
    assert soup.h1 is not None
    assert soup.h1.get_text() == "Handcrafted, for a relative."
    assert "Because nobody else should have it. Only one was made." in words(soup)
    assert soup.select_one(".choice-piece-main a.button-primary[href='/pieces/tide/']")


@pytest.mark.usefixtures("pieces")
def test_sureness_is_told_once_in_twenties(client: Client) -> None:
    fold = page(client, **ASKED).select_one(".verdict-fold")
    assert fold is not None
    assert [one.get_text().count("in 20") for one in fold.select(".sureness summary")] == [1]
    assert "%" not in fold.get_text()


@pytest.mark.usefixtures("pieces")
def test_other_way_is_told_with_when_to_take_it(client: Client) -> None:
    text = words(page(client, **ASKED))
    assert "The other way: Arc" in text
    assert "Take it if" in text


@pytest.mark.usefixtures("pieces")
def test_ledger_has_sixteen_lines_and_their_sum(client: Client) -> None:
    soup = page(client, **ASKED)
    assert [len(part.select(".entry")) for part in soup.select(".ledger-list")] == [8, 8]
    points = [line.get_text().split() for line in soup.select(".entry-points")]
    gap = sum(int(number) * (1 if side == "handcrafted" else -1) for number, side in points)
    total = soup.select_one(".ledger-sum")
    assert total is not None
    assert f"ahead by {abs(gap)}" in total.get_text()


@pytest.mark.usefixtures("pieces")
def test_two_answers_are_too_early_and_lead_to_the_three(client: Client) -> None:
    soup = page(client, **ASKED | {"top": "uniqueness,craft"})
    assert soup.h1 is not None
    assert soup.h1.get_text() == "Not enough to say yet."
    button = soup.select_one("a.button-primary")
    assert button is not None
    assert str(button["href"]).startswith("/decide/top/?")
    assert len(soup.select(".verdict-pair .choice-piece")) == 2


def test_equal_pieces_are_level_and_stand_side_by_side(client: Client) -> None:
    make_handmade()
    Assessment.objects.filter(piece=make_handmade()).update(side=Side.MASS_PRODUCED, way=Way.MASS_PRODUCED)
    repack()
    soup = page(client, **ASKED)
    assert soup.h1 is not None
    assert soup.h1.get_text() == "Level. Take the one you like looking at."
    assert len(soup.select(".verdict-pair .choice-piece")) == 2


def test_only_one_side_possible_is_said_without_a_figure(client: Client) -> None:
    make_handmade(price=Decimal(800))
    make_mass_produced()
    soup = page(client, **ASKED)
    assert soup.h1 is not None
    assert soup.h1.get_text() == "Only mass-produced can be had for €300."
    assert "in 20" not in words(soup)
    assert "€800" in words(soup)


def test_limit_that_keeps_a_side_out_is_named(client: Client) -> None:
    make_handmade(days_min=20, days_max=30)
    make_mass_produced()
    day = timezone.localdate() + timedelta(days=9)
    soup = page(client, **ASKED | {"when": day.isoformat()})
    assert soup.h1 is not None
    assert soup.h1.get_text() == f"Only mass-produced can be here by {day.day} {day:%B}."


def test_several_limits_that_keep_a_side_out_name_the_wearer(client: Client) -> None:
    make_handmade(price=Decimal(800), kind="brooch")
    make_mass_produced()
    soup = page(client, **ASKED)
    assert soup.h1 is not None
    assert soup.h1.get_text() == "Only mass-produced is possible for a relative."


def test_nothing_that_fits_offers_the_way_out(client: Client) -> None:
    make_handmade(price=Decimal(318))
    soup = page(client, **ASKED)
    assert soup.h1 is not None
    assert soup.h1.get_text() == "Nothing fits."
    button = soup.select_one("a.button-primary")
    assert button is not None
    assert "budget=318" in str(button["href"])


def test_empty_catalog_still_answers(client: Client) -> None:
    assert "Nothing fits." in words(page(client))


def test_piece_that_may_be_late_is_named(client: Client) -> None:
    make_handmade(name="Slow", days_min=3, days_max=20)
    make_mass_produced()
    asked = ASKED | {"when": (timezone.localdate() + timedelta(days=9)).isoformat()}
    assert "may arrive in time, and may not. They stand outside the verdict: Slow" in words(page(client, **asked))


def test_contradicting_answers_are_said_before_the_pieces(client: Client) -> None:
    assert "More than one can never be the only one" in words(page(client, **ASKED | {"quantity": "6"}))


@pytest.mark.usefixtures("pieces")
def test_bad_answer_goes_to_its_own_question(client: Client) -> None:
    response = client.get(ADDRESS, ASKED | {"budget": "lots"})
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/decide/budget/?")


@pytest.mark.usefixtures("pieces")
def test_verdict_is_kept_from_search_engines_and_shared_caches(client: Client) -> None:
    response = client.get(ADDRESS, ASKED)
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert "private" in response.headers["Cache-Control"]


@pytest.mark.usefixtures("pieces")
def test_page_takes_four_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(MOST_QUERIES):
        page(client, **ASKED)


@pytest.mark.usefixtures("pieces")
def test_piece_leads_back_to_the_verdict_it_was_opened_from(client: Client) -> None:
    before = f"http://testserver{ADDRESS}?budget=300&who=self"
    soup = BeautifulSoup(client.get("/pieces/tide/", HTTP_REFERER=before).content, "html.parser")
    assert soup.select_one(f"a.back[href='{ADDRESS}?budget=300&who=self']")


@pytest.mark.usefixtures("pieces")
@pytest.mark.parametrize("before", ["", "http://elsewhere.example/decide/verdict/?a=1", "http://testserver/pieces/"])
def test_piece_opened_from_elsewhere_has_no_way_back(client: Client, before: str) -> None:
    soup = BeautifulSoup(client.get("/pieces/tide/", HTTP_REFERER=before).content, "html.parser")
    assert soup.select_one("a.back") is None


@pytest.mark.usefixtures("pieces")
def test_verdict_leads_to_all_pieces_by_fit_and_back(client: Client) -> None:
    link = page(client, **ASKED).select_one("a[href^='/pieces/?answers=']")
    assert link is not None
    listed = BeautifulSoup(client.get(str(link["href"])).content, "html.parser")
    assert listed.select(".tile-name a")[0].get_text() == "Tide"
    back = listed.select_one("a[href^='/decide/verdict/?']")
    assert back is not None
    assert words(BeautifulSoup(client.get(str(back["href"])).content, "html.parser")) == words(page(client, **ASKED))
