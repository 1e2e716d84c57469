from collections.abc import Callable
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from buyers.brief import LONGEST_QUERY
from buyers.questions import PAGES, QUESTIONS
from tests.browser.addresses import REFUSED, go

MARKUP = [
    "<img src=x onerror=window.hurt=1>",
    '"><script>window.hurt=1</script>',
    "' autofocus onfocus=window.hurt=1 x='",
    "</title><svg onload=window.hurt=1>",
    "{{ 7|add:7 }}{% now 'Y' %}",
    "javascript:window.hurt=1",
]
NAUGHTY = [
    *MARKUP,
    "\u202egnir\u202c \u2066\u200f",
    "\U0001f48d \U0001f469\U0001f3fd\u200d\U0001f3ed \U0001f3f4\U000e0067\U000e0062\U000e007f",
    "\uff32\uff49\uff4e\uff47 \ufdfd Z\u0338\u0361\u0320a\u0336\u0335",
    "\x00\x01\x1f\x7f\x85\u2028",
    "\ud7ff\ufffe\uffff\U0010ffff",
    "NaN",
    "-1e999",
    "9" * 400,
    "\u0661\u0662\u0660",
    "1,,2,,,,",
    "%s%n%(x)s%%",
    "../../etc/passwd",
    "'; DROP TABLE catalog_piece; --",
    "0000-00-00",
    "+99999-12-31",
    "[]",
    "x" * 3900,
]
ASKED = [f"/decide/{page.slug}/" for page in PAGES] + ["/decide/", "/decide/check/", "/decide/verdict/"]
ADDRESSES = [*ASKED, "/decide/verdict.json", "/pieces/", "/compare/"]
ANSWERS = [*QUESTIONS, "t.price.craft", "d.tide-ring.arc-ring", "w.price"]
KEYS = [*ANSWERS, "from", "go", "kind", "way", "page", "piece", "only", "zzz"]
Fetch = Callable[[str], tuple[int, str]]
BROKEN_BYTES = [
    "budget=%ff%fe",
    "who=%c0%af",
    "%00=%00",
    "=&=&&",
    "who",
    "t.=1&w.=1&d.=1",
    "who=%u0041",
    "page=%F0%28%8C%28",
]


def keys_of(address: str) -> list[str]:
    """The keys that this page itself reads, or all."""
    own = [list(page.keys) for page in PAGES if address == f"/decide/{page.slug}/"]
    return own[0] if own else KEYS


@pytest.fixture
def fetch(client: Client, site: str) -> Fetch:
    """Status and text at the end of all redirects. Not through the browser: there are a thousand."""

    def answer(address: str) -> tuple[int, str]:
        response = client.get(address, follow=True)
        is_page = response.headers["Content-Type"].startswith("text/html")
        return response.status_code, response.content.decode() if is_page else ""

    return answer


@pytest.mark.parametrize("address", ADDRESSES)
def test_naughty_answers_neither_fail_nor_come_back_as_markup(fetch: Fetch, address: str) -> None:
    for text in NAUGHTY:
        status, body = fetch(f"{address}?{urlencode(dict.fromkeys(keys_of(address), text))}")
        assert status == 200 or len(text) > 200 or address.endswith("json"), text
        assert text not in MARKUP or "<" not in text or text not in body


@pytest.mark.parametrize("key", ANSWERS)
def test_each_answer_alone_bears_naughty_text(fetch: Fetch, key: str) -> None:
    for text in NAUGHTY:
        assert fetch(f"/decide/check/?{urlencode({key: text})}")[0] == 200, text


@pytest.mark.parametrize("query", BROKEN_BYTES)
def test_broken_bytes_are_borne(page: Page, query: str) -> None:
    for address in ("/decide/", "/decide/who/", "/decide/check/", "/decide/verdict.json", "/pieces/", "/compare/"):
        assert page.request.get(f"{address}?{query}").status in {200, 400}, address


@pytest.mark.parametrize("folder", ["/decide/", "/pieces/", "/makers/", "/shortlist/", "/"])
def test_naughty_addresses_are_not_found(fetch: Fetch, folder: str) -> None:
    for text in NAUGHTY:
        status, body = fetch(f"{folder}{quote(text, safe='')}/")
        assert status == 404, text
        assert text not in MARKUP or "<" not in text or text not in body


@pytest.mark.parametrize("text", MARKUP)
def test_markup_typed_into_a_field_stays_text(page: Page, text: str) -> None:
    go(page, "/decide/budget/")
    field = page.get_by_label("What is the most")
    field.fill(text)
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".error-summary")).to_be_focused()
    expect(field).to_have_value(text)
    assert page.evaluate("window.hurt") is None


def test_unknown_address_offers_a_way_on(page: Page) -> None:
    go(page, REFUSED["not found"])
    expect(page.locator("h1")).to_have_text("This page is not here.")
    page.locator(".button-primary").click()
    expect(page.locator("h1")).to_have_text("Pieces")


@pytest.mark.parametrize("path", ["/decide/", "/decide/who/", "/decide/check/", "/decide/verdict/"])
def test_too_long_an_address_is_refused_with_a_way_on(page: Page, path: str) -> None:
    refused = page.goto(f"{path}?who={'x' * LONGEST_QUERY}")
    assert refused is not None
    assert refused.status == 400
    expect(page.locator("h1")).to_have_text("This address is too long")
    page.locator(".button-primary").click()
    expect(page).to_have_url("/decide/")
