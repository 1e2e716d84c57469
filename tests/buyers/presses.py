"""Pressing the buttons beside a piece, as a browser does it, with and without htmx."""

from collections.abc import Sequence

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client

HERE = {"origin": "http://testserver"}
HTMX = {**HERE, "HX-Request": "true"}
KEEP, DROP, SHARE = "/shortlist/keep/", "/shortlist/drop/", "/shortlist/share/"
CHOOSE, TAKE_OUT = "/compare/add/", "/compare/drop/"


def press(client: Client, address: str, *slugs: str, **fields: str | Sequence[str]) -> HttpResponse:
    return client.post(address, {"piece": slugs, **fields}, headers=HERE)  # type: ignore[return-value]


def press_with_htmx(client: Client, address: str, slug: str, **fields: str | Sequence[str]) -> BeautifulSoup:
    response = client.post(address, {"piece": slug, **fields}, headers=HTMX)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def page(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def put_into(old: BeautifulSoup, answer: BeautifulSoup) -> BeautifulSoup:
    """What htmx makes of the page: each part of the answer takes the place of the one with its id."""
    for part in answer.find_all(recursive=False):
        target = old.find(id=part["id"])
        assert isinstance(target, Tag), part["id"]
        if part.attrs.pop("data-hx-swap-oob") == "true":
            target.replace_with(part)
    return old


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def pressed(soup: BeautifulSoup) -> list[str]:
    return [words(button) for button in soup.select("button[aria-pressed=true]")]


def in_tray(soup: BeautifulSoup) -> list[str]:
    return [words(link) for link in soup.select("#tray .tray-piece a")]
