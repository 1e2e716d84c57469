"""What the first paint of a page needs is asked for at once, and what it does not need stands in nobody's way."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.staticfiles.storage import staticfiles_storage

from tests.deployed.conftest import Visitor
from tests.deployed.rows import Rows, addresses_by_name

pytestmark = pytest.mark.django_db

FONT = "vendor/fonts/ysabeau-latin-wght-normal.woff2"


def pages(rows: Rows) -> list[tuple[str, BeautifulSoup]]:
    found = []
    for name, address in addresses_by_name(rows).items():
        response = Visitor().get(address)
        if response.headers.get("Content-Type", "").startswith("text/html") and response.content:
            found.append((name, BeautifulSoup(response.content, "html.parser")))
        response.getvalue()
    return found


def position(tags: list[Tag], **attributes: str) -> int:
    return next(at for at, tag in enumerate(tags) if all(tag.get(name) == value for name, value in attributes.items()))


def test_font_and_style_are_asked_for_first_and_no_script_blocks(rows: Rows) -> None:
    shown = pages(rows)
    assert len(shown) > 40
    for name, page in shown:
        assert page.head, name
        tags = page.head.select("link[href], script[src]")
        font = position(tags, href=staticfiles_storage.url(FONT))
        style = position(tags, href=staticfiles_storage.url("css/site.css"))
        scripts = [at for at, tag in enumerate(tags) if tag.name == "script"]
        assert max(font, style) < min(scripts), name
        assert (tags[font]["rel"], tags[font]["as"], tags[font].has_attr("crossorigin")) == (["preload"], "font", True)
        assert all(tags[at].has_attr("defer") for at in scripts), name


def test_every_file_of_a_page_is_kept_for_ever(rows: Rows) -> None:
    tags = [tag for _name, page in pages(rows) for tag in page.select("link, script[src]")]
    asked = {str(tag.get("href") or tag.get("src")) for tag in tags}
    files = {address for address in asked if address.startswith("/static/")}
    assert len(files) >= 5
    for address in files:
        response = Visitor().get(address)
        assert "immutable" in response.headers["Cache-Control"], address
        response.getvalue()
