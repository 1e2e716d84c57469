"""Who may keep an answer, for every address; and that whoever has it already is not sent it again."""

from typing import Any

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage

from jewelcompare.headers import EVERYBODYS
from tests.deployed.conftest import HOST, Visitor
from tests.deployed.rows import Rows, addresses_by_name

pytestmark = pytest.mark.django_db

# Nothing on them is of whoever asks. All that is not named here is nobody else's.
FOR_EVERYBODY = {
    *("home", "guide", "names", "method", "about", "privacy", "robots", "sitemap", "sitemap_part"),
    *("catalog:pieces", "catalog:makers", "catalog:maker", "catalog:data"),
    *("catalog:glossary", "catalog:techniques", "catalog:technique", "buyers:questions_json"),
}
MINUTES = {"api:pieces", "api:piece", "api:makers", "api:maker"}
FOR_EVER = {"catalog:data_file", "photo"}
OF_PROGRAMS = {"robots", "sitemap", "sitemap_part", "buyers:questions_json"}


def kept_by(response: Any) -> set[str]:
    return {one.strip() for one in response.headers["Cache-Control"].split(",")}


def vary_of(response: Any) -> set[str]:
    return {one.strip() for one in response.headers.get("Vary", "").split(",")}


def expected(name: str) -> str:
    public = {**dict.fromkeys(FOR_EVERYBODY, EVERYBODYS), **dict.fromkeys(MINUTES, "public, max-age=300")}
    return {**public, **dict.fromkeys(FOR_EVER, "public, max-age=31536000, immutable")}.get(name, "")


def test_only_what_is_nobodys_is_kept_by_shared_caches(rows: Rows) -> None:
    for name, address in addresses_by_name(rows).items():
        response = Visitor().get(address)
        if public := expected(name):
            assert (response.status_code, response.headers["Cache-Control"]) == (200, public), address
        else:
            assert not {"private", "no-store"}.isdisjoint(kept_by(response)), address
            assert "public" not in kept_by(response), address
        response.getvalue()


def test_pages_for_everybody_are_told_apart_by_cookie(visitor: Visitor, rows: Rows) -> None:
    addresses = addresses_by_name(rows)
    for name in FOR_EVERYBODY - OF_PROGRAMS:
        assert {"Cookie", "Accept-Encoding"} <= vary_of(visitor.get(addresses[name])), name


def test_language_is_told_by_the_address_alone(rows: Rows) -> None:
    for address in addresses_by_name(rows).values():
        response = Visitor(**{"accept-language": "fr"}).get(address)
        assert response.headers.get("Content-Language", "en") == "en", address
        assert "Accept-Language" not in vary_of(response), address
        response.getvalue()


@pytest.mark.parametrize("query", ["answers=budget%3D300", "utm=x", "page=1"])
def test_page_with_a_query_is_nobody_elses(visitor: Visitor, rows: Rows, query: str) -> None:
    addresses = addresses_by_name(rows)
    for name in FOR_EVERYBODY:
        assert "public" not in kept_by(visitor.get(f"{addresses[name]}?{query}")), name


def test_page_of_somebody_with_a_shortlist_is_nobody_elses(rows: Rows) -> None:
    visitor = Visitor(origin=f"https://{HOST}")
    visitor.post("/shortlist/keep/", {"piece": "tide"})
    visitor.post("/compare/add/", {"piece": "tide"})
    for name, address in addresses_by_name(rows).items():
        response = visitor.get(address)
        assert name in MINUTES | FOR_EVER or "public" not in kept_by(response), address
        response.getvalue()


def test_piece_that_leads_back_to_a_verdict_is_nobody_elses(rows: Rows) -> None:
    visitor = Visitor(referer=f"https://{HOST}/decide/verdict/?budget=300&type=ring")
    response = visitor.get("/pieces/tide/")
    assert "budget=300" in response.content.decode()
    assert "private" in kept_by(response)


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_who_has_a_page_is_not_sent_it_again(rows: Rows, encoding: str) -> None:
    visitor, marked = Visitor(**{"accept-encoding": encoding}), set()
    for name, address in addresses_by_name(rows).items():
        first = visitor.get(address)
        first.getvalue()
        if first.status_code != 200 or first.streaming or "ETag" not in first.headers:
            continue
        marked.add(name)
        again = visitor.get(address, headers={"if-none-match": first.headers["ETag"]})
        assert (again.status_code, again.getvalue()) == (304, b""), address
        for header in ("ETag", "Cache-Control", "Vary", "Content-Security-Policy"):
            assert again.headers.get(header) == first.headers.get(header), address
    assert marked >= FOR_EVERYBODY | MINUTES | {"catalog:piece", "buyers:verdict", "catalog:compare", "shortlist:list"}


def test_page_that_changed_is_sent(visitor: Visitor, rows: Rows) -> None:
    mark = visitor.get("/pieces/tide/").headers["ETag"]
    rows.piece.name = "Ebb"
    rows.piece.save()
    assert b"Ebb" in visitor.get("/pieces/tide/", headers={"if-none-match": mark}).content


@pytest.mark.parametrize("name", ["css/site.css", "js/site.js", "vendor/fonts/ysabeau-latin-wght-normal.woff2"])
def test_file_with_its_content_in_its_name_is_kept_for_ever(visitor: Visitor, name: str) -> None:
    response = visitor.get(staticfiles_storage.url(name))
    assert {"public", "immutable"} <= kept_by(response)
    [age] = [int(one.removeprefix("max-age=")) for one in kept_by(response) if one.startswith("max-age=")]
    assert age >= 31_536_000
    response.getvalue()


@pytest.mark.parametrize(("accepted", "sent"), [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", None)])
@pytest.mark.parametrize("name", ["css/site.css", "js/site.js", "django_htmx/htmx-2.min.js", "icons/sprite.svg"])
def test_file_is_sent_as_small_as_the_browser_reads(name: str, accepted: str, sent: str | None) -> None:
    response = Visitor(**{"accept-encoding": accepted}).get(staticfiles_storage.url(name))
    assert response.headers.get("Content-Encoding") == sent
    assert "Accept-Encoding" in response.headers["Vary"]
    response.getvalue()
