from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from buyers.article import POINTS
from buyers.guide.names import NAMES
from catalog.techniques import TECHNIQUES
from tests.factory import make_handmade, make_mass_produced

pytestmark = pytest.mark.django_db

GUIDE_QUERIES = 3
ROOMS = ("/guide/", "/guide/names/", "/guide/glossary/", "/guide/techniques/")
PAGES = (*ROOMS, *(f"/guide/techniques/{slug}/" for slug in TECHNIQUES))


def page(client: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html.parser")


def own_links(shown: BeautifulSoup) -> Iterator[str]:
    for link in shown.select("main a[href]"):
        if not str(link["href"]).startswith("http"):
            yield str(link["href"])


def term_of(point: Tag, label: str) -> list[str]:
    return [str(one.find_next("dd")) for one in point.select("dt") if one.get_text(strip=True) == label]


@pytest.mark.parametrize("address", ROOMS)
def test_every_room_of_the_guide_leads_to_all_others(client: Client, address: str) -> None:
    nav = page(client, address).select_one(".guide-nav")
    assert nav is not None
    assert {link["href"] for link in nav.select("a")} == set(ROOMS)
    assert [link["href"] for link in nav.select("[aria-current=page]")] == [address]


def test_every_link_within_the_site_arrives(client: Client) -> None:
    make_handmade()
    make_mass_produced()
    pages = {address: page(client, address) for address in PAGES}
    for address, shown in pages.items():
        for link in own_links(shown):
            path, _hash, anchor = link.partition("#")
            target = pages.get(path or address) or page(client, path)
            assert target.title
            assert "not here" not in target.title.get_text(), link
            assert not anchor or target.find(id=anchor), link


@pytest.mark.parametrize("address", PAGES)
def test_pages_of_the_guide_may_be_found_and_have_unique_ids(client: Client, address: str) -> None:
    shown = page(client, address)
    assert not shown.select("meta[name=robots]")
    ids = [one["id"] for one in shown.select("[id]")]
    assert len(ids) == len(set(ids))


def test_each_point_shows_three_readings_and_its_sources(client: Client) -> None:
    points = page(client, "/guide/").select(".point")
    assert [point["id"] for point in points] == [point.key for point in POINTS]
    for shown, point in zip(points, POINTS, strict=True):
        labels = [one.get_text() for one in shown.select(".point-readings dt")]
        assert labels == ["Holds", "Depends", "Only a tendency"]
        assert all(source.title in shown.get_text() for source in point.sources)


def test_points_name_pieces_from_the_catalog(client: Client) -> None:
    make_handmade(slug="only-ring", name="Only ring")
    point = page(client, "/guide/").select_one("#unique_design")
    assert point is not None
    assert point.select_one(".point-examples a[href='/pieces/only-ring/']")
    assert "Only one was made." in term_of(point, "Here, for it")[0]
    assert term_of(point, "Here, against it") == []


def test_guide_of_an_empty_catalog_has_no_examples(client: Client) -> None:
    assert page(client, "/guide/").select(".point-examples") == []


def test_guide_asks_a_fixed_number_of_questions(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(4):
        make_handmade()
        make_mass_produced()
    with django_assert_num_queries(GUIDE_QUERIES):
        client.get("/guide/")


@pytest.mark.parametrize("address", ["/guide/names/", "/guide/glossary/", "/guide/techniques/"])
def test_pages_of_words_ask_nothing(
    client: Client, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        client.get(address)


def test_names_tell_what_was_found_with_its_source_and_what_was_not(client: Client) -> None:
    shown = page(client, "/guide/names/")
    assert len(NAMES) == 6
    for name in NAMES:
        section = shown.find(id=name.slug)
        assert isinstance(section, Tag)
        for text in (name.claim, name.unknown, name.reading, *(finding.text for finding in name.found)):
            assert text in section.get_text()
        assert len(section.select("a[href^=http]")) == len(name.found)
    assert "November 2026" in shown.get_text()
