from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from buyers.article import POINTS
from buyers.decision.quality import measured_quality
from catalog.choices import Kind
from catalog.labels.criteria import CRITERION_WORDS
from tests.factory import make_handmade, make_maker, make_mass_produced

pytestmark = pytest.mark.django_db

GUIDE = ["/guide/", "/guide/names/", "/guide/glossary/", "/guide/techniques/", "/guide/techniques/filigree/"]
ADDRESSES = ["/", *GUIDE, "/method/", "/about/", "/privacy/", "/pieces/", "/makers/", "/decide/"]
HOME_QUERIES = 6


def page(client: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html.parser")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_has_one_heading_a_title_and_a_description(client: Client, address: str) -> None:
    shown = page(client, address)
    assert len(shown.select("h1")) == 1
    assert shown.title is not None
    assert "JewelCompare" in shown.title.get_text()
    assert shown.select_one("meta[name=description][content]")
    assert shown.select_one("html[lang=en] a.skip-link[href='#content']")
    assert shown.select_one("main#content")


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_sets_a_cookie_or_holds_inline_code(client: Client, address: str) -> None:
    response = client.get(address)
    assert not response.cookies
    shown = BeautifulSoup(response.content, "html.parser")
    assert not shown.select("[style], style, script:not([src])")


@pytest.mark.parametrize("address", ADDRESSES)
def test_headings_leave_out_no_level(client: Client, address: str) -> None:
    make_handmade()
    make_mass_produced()
    levels = [int(heading.name[1]) for heading in page(client, address).select("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_home_has_one_button_and_three_new_pieces_of_each_way(client: Client) -> None:
    for kind in (Kind.RING, Kind.RING, Kind.BROOCH, Kind.NECKLACE):
        make_handmade(kind=kind)
        make_mass_produced(kind=kind)
    home = page(client, "/")
    assert [link["href"] for link in home.select(".button-primary")] == ["/decide/"]
    assert [len(one.select(".tile")) for one in home.select(".tiles-three")] == [3, 3]


def test_home_shows_different_kinds_first(client: Client) -> None:
    maker = make_maker()
    for name, kind in (("A", Kind.RING), ("B", Kind.RING), ("C", Kind.RING), ("D", Kind.BROOCH)):
        make_handmade(name=name, slug=f"piece-{name.lower()}", kind=kind, maker=maker)
    shown = [link.get_text() for link in page(client, "/").select(".tile-name a")]
    assert shown == ["A", "D", "B"]


def test_empty_catalog_has_a_home(client: Client) -> None:
    home = page(client, "/")
    assert "New on the bench" not in home.get_text()
    assert home.select_one(".button-primary")


def test_twins_answer_without_scripts(client: Client) -> None:
    answers = page(client, "/").select(".twin details[name=twins]")
    assert ["No." in answers[0].get_text(), "Yes." in answers[1].get_text()] == [True, True]
    assert answers[0].select_one(".making-mass_produced")
    assert answers[1].select_one(".making-handcrafted")


def test_guide_tells_all_sixteen_points_and_their_source(client: Client) -> None:
    guide = page(client, "/guide/")
    assert [point["id"] for point in guide.select(".point")] == [point.key for point in POINTS]
    assert "Azuro Republic" in guide.get_text()


def test_navigation_marks_where_one_is(client: Client) -> None:
    current = page(client, "/guide/").select(".site-nav [aria-current]")
    assert [link.get_text() for link in current] == ["Guide"]


def test_robots_keep_out_of_answers_but_not_of_the_start(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /decide/verdict/" in text
    assert "Disallow: /decide/\n" not in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_unknown_address_is_answered_kindly(client: Client) -> None:
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    assert "This page is not here." in response.content.decode()


def test_pages_refuse_to_be_posted_to(client: Client) -> None:
    assert client.post("/guide/").status_code == 405


def test_home_asks_the_database_a_fixed_number_of_questions(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(5):
        make_handmade()
        make_mass_produced()
    with django_assert_num_queries(HOME_QUERIES):
        client.get("/")


def test_method_computes_its_example_from_the_catalog(client: Client) -> None:
    make_handmade(name="Tide")
    make_mass_produced(name="Arc")
    table = page(client, "/method/").select("table:has(tfoot)")[0]
    points = [float(row.select("td")[-1].get_text()) for row in table.select("tbody tr")]
    assert len(points) == 11
    assert sum(points) == pytest.approx(float(table.select("tfoot td")[-1].get_text()), abs=0.6)


def test_method_names_every_ladder_and_rung_in_the_words_of_the_catalog(client: Client) -> None:
    rows = page(client, "/method/").select(".ladders tbody tr")
    shown = [[cell.get_text() for cell in row.select("th, td")] for row in rows]
    assert shown == [[words.name, *(words.rungs or [words.counted])] for words in CRITERION_WORDS.values()]


def test_method_stands_without_an_example(client: Client) -> None:
    assert page(client, "/method/").select("table:has(tfoot)") == []


def test_method_tells_the_measured_quality_and_how_to_measure_it_again(client: Client) -> None:
    soup = page(client, "/method/")
    rows = [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in soup.select("table tbody tr")]
    found = measured_quality()["points"]["8 answers"]
    expected = [found[key] for key in ("right", "right_where_it_matters", "called", "right_when_called", "given_up")]
    assert ["At most 8 answers", f"{found['answers']:.1f}", *(f"{100 * share:.0f}" for share in expected)] in rows
    assert "make simulate" in soup.get_text()
