"""Every page has an address in each language, each names the others, and every catalog of messages is whole."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from django.conf import LazySettings, settings
from django.test import Client
from django.utils import translation

from catalog.money import money

CATALOGS = sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po"))
QUERY = "/decide/budget/?budget=200&type=ring"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")

pytestmark = pytest.mark.django_db


def soup_of(client: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html.parser")


def test_every_language_but_english_has_a_catalog() -> None:
    assert {path.parts[-3] for path in CATALOGS} == {code for code, _name in settings.LANGUAGES} - {"en"}


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])
def test_nothing_is_left_to_translate(path: Path) -> None:
    with path.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    assert len(messages) > 3000
    assert [message.id for message in messages if message.fuzzy or not all(texts_of(message.string))] == []
    assert [message.id for message in messages if not keeps_placeholders(message)] == []


def texts_of(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text or ""] if text is None or isinstance(text, str) else list(text)


def keeps_placeholders(message: Message) -> bool:
    """A singular may leave its number out; nothing may name what is not given."""
    given = {name for text in texts_of(message.id) for name in PLACEHOLDER.findall(text)}
    used = [set(PLACEHOLDER.findall(text)) for text in texts_of(message.string)]
    return used[-1] == given if len(used) == 1 else all(names <= given for names in used)


def test_page_names_itself_in_the_other_languages(client: Client) -> None:
    soup = soup_of(client, f"/fr{QUERY}")
    links = {link["hreflang"]: link["href"] for link in soup.select("link[rel=alternate]")}
    here = "http://testserver"
    assert links == {"en": here + QUERY, "fr": f"{here}/fr{QUERY}", "x-default": here + QUERY}
    assert soup.html is not None
    assert soup.html["lang"] == "fr"
    assert [(link["href"], link["lang"]) for link in soup.select(".site-languages a")] == [(QUERY, "en")]


def test_language_is_the_addresss_and_not_the_browsers(client: Client) -> None:
    answer = client.get("/about/", headers={"accept-language": "fr"})
    assert 'lang="en"' in answer.text
    assert 'lang="fr"' in client.get("/fr/about/", headers={"accept-language": "en"}).text


def test_language_of_a_page_that_is_not_there_leads_to_the_first(client: Client) -> None:
    assert [link["href"] for link in soup_of(client, "/fr/nowhere/").select(".site-languages a")] == ["/"]
    assert [link["href"] for link in soup_of(client, "/nowhere/").select(".site-languages a")] == ["/fr/"]


@pytest.mark.parametrize(
    "address", ["//evil.example/", "/fr//evil.example/", "/fr/%00/", "/fr/?q=%F0%28", "/fr/%2e%2e/"]
)
def test_no_address_leads_elsewhere_or_fails(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in {200, 404}
    links = BeautifulSoup(answer.content, "html.parser").select(".site-languages a")
    assert all(re.match(r"/(?!/)", str(link["href"])) for link in links)


def test_redirect_stays_in_the_language(client: Client) -> None:
    answer = client.get("/fr/decide/budget/?budget=200&go=on&type=ring")
    assert answer.headers["Location"].startswith("/fr/decide/")


def test_private_addresses_are_closed_to_robots_in_every_language(client: Client) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    closed = {line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow: ")}
    english = {path for path in closed if not path.startswith("/fr/")}
    assert closed == english | {f"/fr{path}" for path in english}


def test_sitemap_names_both_languages_of_a_page(client: Client) -> None:
    text = client.get("/sitemap-pages.xml").text
    assert '<xhtml:link rel="alternate" hreflang="fr" href="http://testserver/fr/guide/"/>' in text
    assert "<loc>http://testserver/guide/</loc>" in text


@pytest.mark.parametrize(
    ("language", "amount", "text"),
    [("en", "1240", "€1,240"), ("en", "96.50", "€96.50"), ("fr", "1240", "1 240 €"), ("fr", "96.5", "96,50 €")],
)
def test_money_is_written_as_the_language_does(language: str, amount: str, text: str) -> None:
    with translation.override(language):
        assert re.sub(r"\s", " ", money(Decimal(amount))) == text


def test_styles_are_shown_to_those_who_work_on_them(client: Client, settings: LazySettings) -> None:
    assert client.get("/styles/").status_code == 404
    settings.DEBUG = True
    assert client.get("/styles/").status_code == 200
