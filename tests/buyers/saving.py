"""Saving a verdict as a browser does it, and looking at what was saved."""

from urllib.parse import urlencode

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from tests.buyers.presses import HERE, page

SAVE = "/decide/verdict/save/"
ASKED = {"budget": "300", "top": "uniqueness,craft,custom", "type": "ring", "who": "family", "why": "memory"}


def post(client: Client, path: str, answers: dict[str, str], **fields: str) -> HttpResponse:
    query = urlencode(sorted(answers.items()), safe=",")
    return client.post(f"{path}?{query}", fields, headers=HERE)  # type: ignore[return-value]


def save(client: Client, **answers: str) -> str:
    """The owner's address of a new saved verdict."""
    response = post(client, SAVE, answers or ASKED)
    assert response.status_code == 303
    return str(response["Location"])


def public(own: str) -> str:
    return own.rsplit("/", 2)[0] + "/"


def shown_then(client: Client, address: str) -> str:
    """All that a saved verdict says, but for what has changed since."""
    soup = page(client, address)
    for notes in soup.select(".saved-since"):
        notes.decompose()
    assert soup.main is not None
    return " ".join(soup.main.get_text(" ").split())


def notes(soup: BeautifulSoup) -> list[str]:
    return [note.get_text() for note in soup.select(".saved-since li")]
