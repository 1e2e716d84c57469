import re

import pytest
from django.test import Client

from catalog.choices import State
from catalog.sitemaps import PieceSitemap
from catalog.techniques import TECHNIQUES
from tests.factory import make_handmade, make_maker

pytestmark = pytest.mark.django_db


def addresses(client: Client) -> list[str]:
    """What the index leads to, part by part."""
    parts = re.findall(r"<loc>http://testserver(.*?)</loc>", client.get("/sitemap.xml").content.decode())
    texts = [client.get(part.replace("&amp;", "&")).content.decode() for part in parts]
    return [path for text in texts for path in re.findall(r"<loc>http://testserver(.*?)</loc>", text)]


def test_sitemap_lists_pages_pieces_makers_and_techniques(client: Client) -> None:
    make_handmade(slug="tide", maker=make_maker(slug="bench"))
    found = addresses(client)
    pages = {"/", "/decide/", "/pieces/", "/pieces/tide/", "/makers/", "/makers/bench/", "/guide/", "/method/"}
    techniques = {f"/guide/techniques/{slug}/" for slug in TECHNIQUES}
    assert pages | techniques | {"/guide/glossary/", "/guide/names/", "/guide/techniques/"} <= set(found)
    assert len(found) == len(set(found))


def test_every_address_of_the_sitemap_is_a_page_for_search_engines(client: Client) -> None:
    make_handmade(slug="tide", maker=make_maker(slug="bench"))
    for address in addresses(client):
        response = client.get(address)
        assert response.status_code == 200, address
        assert b"noindex" not in response.content, address


def test_sitemap_hides_what_is_not_published(client: Client) -> None:
    make_handmade(slug="tide", state=State.DRAFT, maker=make_maker(slug="bench"))
    assert {"/pieces/tide/", "/makers/bench/"}.isdisjoint(addresses(client))


def test_more_pieces_than_one_file_holds_are_in_several(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PieceSitemap, "limit", 2)
    pieces = [make_handmade() for _number in range(5)]
    assert "p=3" in client.get("/sitemap.xml").content.decode()
    assert {piece.get_absolute_url() for piece in pieces} <= set(addresses(client))
