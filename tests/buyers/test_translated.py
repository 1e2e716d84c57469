"""No word of ours escapes the translation: each is marked as it goes through gettext; what is left is shown."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString
from django.conf import settings
from django.test import Client
from django.utils import translation

from catalog.templatetags import glossary
from tests.browser.addresses import OWN_PAGES

MARK, END = "⟦", "⟧"
FUNCTIONS = ("gettext", "ngettext", "pgettext", "npgettext")
# What all of `django.utils.translation` asks in the end.
TRANSLATED_BY = getattr(translation, "_trans")  # noqa: B009
ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")
WORDS = re.compile(r"[A-Za-z]{3}")
# Titles of sources and what makers write are in their own language, sizes and codes in none.
FOREIGN = ("cite", "code", "[lang]:not(html)", "script", "style", ".hinted", "option")
DEMO = Path(settings.BASE_DIR) / "catalog" / "demo"

pytestmark = pytest.mark.django_db


def marked(translate: Callable[..., str]) -> Callable[..., str]:
    def answer(*messages: object) -> str:
        text = translate(*messages)
        return f"{MARK}{text}{END}" if text else text

    return answer


@pytest.fixture(autouse=True)
def marks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in FUNCTIONS:
        monkeypatch.setattr(TRANSLATED_BY, name, marked(getattr(TRANSLATED_BY, name)))
    glossary._matcher.cache_clear()
    yield
    glossary._matcher.cache_clear()


def texts_in(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data.strip()
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from texts_in(part)


def words_of_makers() -> list[str]:
    files = (tomllib.loads(path.read_text(encoding="utf-8")) for path in DEMO.glob("*.toml"))
    texts = {text for file in files for text in texts_in(file)}
    spelled = {*texts, *(text.capitalize() for text in texts)}
    return sorted((text for text in spelled if re.search("[A-Z ]", text)), key=len, reverse=True)


def unmarked(soup: BeautifulSoup) -> Iterator[str]:
    """The texts outside all marks, in the order of the page: a sentence with a link in it is one message."""
    for tag in soup.select(", ".join(FOREIGN)):
        tag.decompose()
    depth = 0
    for text in soup.find_all(string=True):
        if type(text) is NavigableString:
            if depth == 0 and MARK not in text:
                yield str(text)
            depth += text.count(MARK) - text.count(END)
    for tag in soup.find_all(True):
        values = [str(tag.get(name, "")) for name in ATTRIBUTES]
        yield from (value for value in values if MARK not in value)


def ours_in(soup: BeautifulSoup, theirs: list[str]) -> list[str]:
    """What is left of the unmarked texts without the words of makers."""
    left = []
    for text in unmarked(soup):
        rest = text
        for words in theirs if WORDS.search(text) else ():
            rest = rest.replace(words, "")
        left += [text.strip()] if WORDS.search(rest) else []
    return left


@pytest.fixture(scope="module")
def theirs() -> list[str]:
    return [*words_of_makers(), settings.SITE_NAME, settings.CURRENCY, "A ring from the market", "tiara"]


@pytest.mark.parametrize("name", OWN_PAGES)
def test_every_word_of_a_page_can_be_translated(demo: None, client: Client, theirs: list[str], name: str) -> None:
    response = client.get(OWN_PAGES[name], follow=True)
    soup = BeautifulSoup(response.content, "html.parser")
    assert ours_in(soup, theirs) == []


def test_word_without_translation_is_seen() -> None:
    soup = BeautifulSoup("<body><p>⟦Ours, <b>whole</b>⟧</p><p>Not ours</p><img alt='nor this'></body>", "html.parser")
    assert ours_in(soup, []) == ["Not ours", "nor this"]
