"""Naughty text in every parameter of every address of the public site, by GET and by POST, as strangers send it."""

import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus, urlsplit

import pytest
from django.conf import LazySettings, settings

from buyers.questions import QUESTIONS
from catalog.facets.vocabulary import FACETS
from tests.deployed.conftest import HOST, Visitor
from tests.deployed.rows import Rows, addresses_by_name

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"
NAMED = re.compile(r"""\bname="([-\w.]+)[">]""")
SENT = {"go", "next", "from", "was", "page", "q", "sort", "answers", "only", "way", "ready", "limit", "after", "revoke"}
HIDDEN = {"t.price.craft", "d.curb.tide", "w.price", "own.1", "told.tide", "zzz"}
MARKUP = "<script>hurt()</script>'\"><img src=x onerror=hurt()></title></textarea><svg onload=hurt()>"
TEXTS = {
    "markup": MARKUP,
    "code": "hurt{{7|add:7}}{%now 'Y'%}${7*7}'; DROP TABLE catalog_piece; -- ' OR '1'='1 %s%n%(x)s{x!r} ../../x",
    "new header": "x\r\nSet-Cookie: hurt=1\r\n\r\nhurt",
    "other site": "https://hurt.example/",
    "other site without scheme": "//hurt.example/\\hurt.example",
    "code as address": "javascript:hurt()",
    "marks": "\u202ehurt\u202c\u2066\u200f\u2028\ufeff\U0001f48d\U0001f469\U0001f3fd\u200d\U0001f3ed\U0010ffff\ufffe",
    "NUL": "\x00hurt\x00\x01\x7f",
    "numbers": "-1e999",
    "digits of others": "\u0661\u0662\u00b2\u2460",
    "long": "x" * 300,
}
# No UTF-8, a lone surrogate, cut off, nothing.
BYTES = "%ff%fe%c0%af%ed%a0%80%ed%b0%80%f0%9f%92%"
NAUGHTY = {**{name: quote_plus(text) for name, text in TEXTS.items()}, "bytes": BYTES}
UNSAFE = re.compile(r"<script>hurt|<img src=x|<svg onload|hurt14|\$49|href=[\"']?javascript:hurt", re.IGNORECASE)
HEADERS = ["referer", "user-agent", "accept-language", "if-none-match", "x-forwarded-for", "cookie"]


@cache
def parameters() -> list[str]:
    """Every name that a form of ours gives, every question and facet, and what only addresses hold."""
    templates = [*settings.BASE_DIR.glob("templates/**/*.html")]
    named = {name for path in templates for name in NAMED.findall(Path(path).read_text(encoding="utf-8"))}
    return sorted({*named, *QUESTIONS, *(facet.key for facet in FACETS), *SENT, *HIDDEN})


@pytest.fixture(autouse=True)
def patient(settings: LazySettings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {}


def check_answer(response: Any, address: str) -> None:
    assert response.status_code < 500, address
    assert "hurt" not in response.cookies, address
    target = urlsplit(response.headers.get("Location", ""))
    assert (target.scheme, target.netloc) in {("", ""), ("https", HOST)}, address
    if response.headers.get("Content-Type", "").startswith("text/html"):
        assert not UNSAFE.search(response.content.decode()), address
    response.getvalue()


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_every_parameter_bears_naughty_text(rows: Rows, naughty: str) -> None:
    sent = "&".join(f"{name}={NAUGHTY[naughty]}" for name in parameters())
    chunks = [sent] if len(sent) < 3_900 else [sent, f"q={NAUGHTY[naughty]}&answers={NAUGHTY[naughty]}"]
    visitor = Visitor(origin=f"https://{HOST}")
    for address in addresses_by_name(rows).values():
        for query in chunks:
            check_answer(visitor.get(f"{address}?{query}"), address)
        check_answer(visitor.post(address, sent, content_type=FORM), address)


@pytest.mark.parametrize("address", ["/pieces/", "/compare/", "/bring/1/"])
def test_each_parameter_bears_it_alone(rows: Rows, address: str) -> None:
    for name in parameters():
        check_answer(Visitor().get(f"{address}?{name}={quote_plus(MARKUP)}%00%ff"), f"{address} {name}")


@pytest.mark.parametrize("naughty", ["markup", "other site without scheme", "marks", "NUL", "bytes"])
def test_every_address_bears_it_within(rows: Rows, naughty: str) -> None:
    visitor, text = Visitor(), NAUGHTY[naughty].replace("+", "%20")
    for address in addresses_by_name(rows).values():
        folders = address.split("/")
        for at in range(1, len(folders)):
            changed = "/".join([*folders[:at], text, *folders[at + 1 :]])
            check_answer(visitor.get(changed), changed)


@pytest.mark.parametrize("header", HEADERS)
def test_every_header_bears_it(rows: Rows, header: str) -> None:
    for text in (MARKUP, "https://[", "\x00", "__Host-sessionid=../../x", "x" * 3_000):
        for address in ("/", "/pieces/tide/", "/decide/verdict/?type=ring", "/account/login/", "/no-such-page/"):
            check_answer(Visitor(**{header: text}).get(address), address)


def test_address_forges_no_line_of_the_log(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    visitor.get("/hurt%0a%0dCRITICAL%20forged%1b[31m/")
    assert any("hurt" in record.getMessage() for record in caplog.records)
    assert not any(re.search(r"[\r\n\x1b]", record.getMessage()) for record in caplog.records)
