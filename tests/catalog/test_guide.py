import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.choices import Control, Method, Stage
from catalog.glossary import TERMS
from catalog.techniques import TECHNIQUES
from tests.factory import make_maker, make_mass_produced, make_piece, step

pytestmark = pytest.mark.django_db

TECHNIQUE_QUERIES = 4


def page(client: Client, slug: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(f"/guide/techniques/{slug}/").content, "html.parser")


def test_page_tells_the_steps_and_shows_at_most_eight_pieces(client: Client) -> None:
    maker = make_maker(slug="press-hall", place="Birmingham")
    for _number in range(9):
        make_mass_produced(maker=maker)
    shown = page(client, "die-striking")
    assert [line.get_text() for line in shown.select(".way-steps li")] == list(TECHNIQUES["die-striking"].steps)
    assert len(shown.select(".tile")) == 8
    assert [link["href"] for link in shown.select(".maker-links a")] == ["/makers/press-hall/"]
    assert [mark.get_text(strip=True) for mark in shown.select(".technique-head .making")] == ["By machine"]


def test_page_of_no_piece_says_so(client: Client) -> None:
    shown = page(client, "mokume-gane")
    assert "No piece here is made so yet." in shown.get_text()
    assert shown.select(".tile, .maker-links") == []


def test_page_takes_a_fixed_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(5):
        make_piece(steps=[step(Stage.FORM, Method.PRESS, Control.AUTOMATIC)])
    with django_assert_num_queries(TECHNIQUE_QUERIES):
        client.get("/guide/techniques/pressing/")


def test_unknown_technique_is_not_found(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert client.get("/guide/techniques/alchemy/").status_code == 404


def test_list_leads_to_every_technique(client: Client) -> None:
    shown = BeautifulSoup(client.get("/guide/techniques/").content, "html.parser")
    links = [str(link["href"]) for link in shown.select(".technique-row a")]
    assert links == [f"/guide/techniques/{slug}/" for slug in TECHNIQUES]


def test_glossary_tells_every_term_with_a_source_or_own_words(client: Client) -> None:
    shown = BeautifulSoup(client.get("/guide/glossary/").content, "html.parser")
    told = shown.select(".term")
    assert [one["id"] for one in told] == [term.slug for term in TERMS]
    for one, term in zip(told, TERMS, strict=True):
        assert term.text in one.get_text()
        assert (term.source.title if term.source else "Own words") in one.get_text()
