import pytest
from django.test import Client

from catalog.choices import State
from catalog.techniques import TECHNIQUES
from tests.factory import make_handmade, make_maker

pytestmark = pytest.mark.django_db


def test_sitemap_lists_pages_pieces_and_makers(client: Client) -> None:
    make_handmade(slug="tide", maker=make_maker(slug="bench"))
    text = client.get("/sitemap.xml").content.decode()
    for path in ("/", "/decide/", "/pieces/", "/pieces/tide/", "/makers/", "/makers/bench/", "/guide/", "/method/"):
        assert f"<loc>http://testserver{path}</loc>" in text


def test_sitemap_lists_every_page_of_the_guide(client: Client) -> None:
    text = client.get("/sitemap.xml").content.decode()
    rooms = ("/guide/glossary/", "/guide/techniques/", "/guide/names/")
    for path in (*rooms, *(f"/guide/techniques/{slug}/" for slug in TECHNIQUES)):
        assert f"<loc>http://testserver{path}</loc>" in text


def test_sitemap_hides_what_is_not_published(client: Client) -> None:
    make_handmade(slug="tide", state=State.DRAFT, maker=make_maker(slug="bench"))
    text = client.get("/sitemap.xml").content.decode()
    assert "/pieces/tide/" not in text
    assert "/makers/bench/" not in text
