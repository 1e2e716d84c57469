from decimal import Decimal
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.choices import Kind, State, Substance
from catalog.facets.vocabulary import FACETS
from tests.catalog.test_search import HOSTILE
from tests.factory import make_handmade, make_maker, make_mass_produced, make_piece, material

pytestmark = pytest.mark.django_db

HTMX = {"HTTP_HX_REQUEST": "true"}


def soup(client: Client, address: str, **headers: str) -> BeautifulSoup:
    response = client.get(address, follow=True, **headers)  # type: ignore[arg-type]
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def names(client: Client, address: str) -> list[str]:
    return [link.get_text() for link in soup(client, address).select(".tile-name a")]


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=brooch", ["Pin"]),
        ("way=mass_produced", ["Band"]),
        ("kind=brooch&way=mass_produced", []),
        ("kind=brooch,ring&metal=steel", ["Band"]),
        ("price=50", ["Band"]),
        ("ready=3", []),
        ("ready=7", ["Band", "Pin"]),
        ("alike=40", ["Band"]),
        ("q=forged", ["Pin"]),
        ("maker=bench", ["Pin"]),
        ("maker=nobody", []),
        ("proof=handmade", ["Pin"]),
    ],
)
def test_filters_narrow_the_list(client: Client, query: str, expected: list[str]) -> None:
    make_handmade(name="Pin", kind=Kind.BROOCH, maker=make_maker(slug="bench"))
    make_mass_produced(name="Band", price=Decimal(40), materials=[material(Substance.STEEL)])
    assert names(client, f"/pieces/?{query}") == expected


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("kind=crown&way=magic&page=x", ""),
        ("q=&kind=ring&sort=&ready=", "?kind=ring"),
        ("kind=brooch&kind=ring", "?kind=ring,brooch"),
        ("page=9", ""),
        ("answers=nonsense&sort=fit", "?sort=fit"),
        ("q=%20tide%20", "?q=tide"),
    ],
)
def test_every_list_has_one_address(client: Client, sent: str, kept: str) -> None:
    make_handmade(kind=Kind.BROOCH)
    response = client.get(f"/pieces/?{sent}")
    assert (response.status_code, response.headers["Location"]) == (302, f"/pieces/{kept}")
    assert client.get(f"/pieces/{kept}").status_code == 200


def test_fragment_tells_its_own_address(client: Client) -> None:
    response = client.get("/pieces/?q=&kind=ring&kind=brooch", **HTMX)  # type: ignore[arg-type]
    assert response.headers["HX-Push-Url"] == "/pieces/?kind=ring,brooch"
    assert "HX-Request" in response.headers["Vary"]


@pytest.mark.parametrize("query", ["kind=ring", "q=tide&sort=price", "kind=brooch&way=in_between", "page=2&q=tid"])
def test_fragment_put_into_the_old_page_equals_the_reloaded_page(client: Client, query: str) -> None:
    for number in range(26):
        make_handmade(name=f"Tide {number}")
    old, fragment = soup(client, "/pieces/"), soup(client, f"/pieces/?{query}", **HTMX)
    place, swapped = old.select_one("main #listing"), fragment.select_one("#listing")
    assert place is not None
    assert swapped is not None
    assert fragment.find("html") is None
    place.replace_with(swapped)
    reloaded = soup(client, f"/pieces/?{query}")
    assert str(old.select_one("main")) == str(reloaded.select_one("main"))


def test_restored_history_gets_the_whole_page(client: Client) -> None:
    assert soup(client, "/pieces/", HTTP_HX_REQUEST="true", HTTP_HX_HISTORY_RESTORE_REQUEST="true").find("html")


def test_form_offers_every_facet_with_counts(client: Client) -> None:
    make_handmade(kind=Kind.BROOCH, maker=make_maker(slug="bench", name="Bench"))
    make_mass_produced()
    page = soup(client, "/pieces/?kind=brooch")
    assert {str(one["name"]) for one in page.select(".facet input")} == {facet.key for facet in FACETS} | {"maker"}
    assert words(page.select_one("label[for=kind-ring]")) == "Ring pieces: 1"
    assert words(page.select_one("label[for=way-mass_produced]")).endswith("0")
    assert page.select_one("#way-mass_produced[disabled]")
    assert page.select_one("#kind-brooch[checked]")
    assert page.select_one("#ready-any[checked]")


def test_counts_lead_to_as_many_pieces(client: Client) -> None:
    make_handmade(materials=[material(Substance.YELLOW_GOLD), material(Substance.SILVER)])
    make_handmade(kind=Kind.BROOCH, in_stock=False, days_min=20, days_max=28)
    make_mass_produced(materials=[material(Substance.STEEL)])
    make_piece(state=State.DRAFT)
    page = soup(client, "/pieces/?kind=ring")
    for one in page.select(".facet input[value]:not([value=''])"):
        count = int(words(page.select_one(f"label[for='{one['id']}']")).split()[-1])
        query = {"kind": "ring", str(one["name"]): str(one["value"])}
        assert len(names(client, f"/pieces/?{urlencode(query)}")) == count, one["id"]


def test_chips_take_one_filter_away_each(client: Client) -> None:
    make_handmade()
    links = soup(client, "/pieces/?kind=ring&price=50,250&q=ring").select(".listing-chips a")
    assert {words(link): link["href"] for link in links} == {
        "Remove “ring”": "/pieces/?kind=ring&price=50,250",
        "Remove Ring": "/pieces/?price=50,250&q=ring",
        "Remove Price in EUR: below 50": "/pieces/?kind=ring&price=250&q=ring",
        "Remove Price in EUR: 100 to 250": "/pieces/?kind=ring&price=50&q=ring",
        "Show all": "/pieces/",
    }


def test_empty_list_says_which_wish_to_drop_and_what_that_brings(client: Client) -> None:
    make_handmade()
    make_handmade()
    make_mass_produced(kind=Kind.BROOCH)
    ways = soup(client, "/pieces/?kind=brooch&way=handcrafted").select(".ways-out li")
    assert [words(way) for way in ways] == ["Without Brooch 2 pieces", "Without Handcrafted 1 piece"]
    assert [way.a["href"] for way in ways if way.a] == ["/pieces/?way=handcrafted", "/pieces/?kind=brooch"]


def test_empty_list_offers_the_words_that_were_meant(client: Client) -> None:
    make_handmade(name="Filigree heart")
    empty = soup(client, "/pieces/?q=philigree").select_one(".empty")
    assert "Did you mean filigree ? 1 piece" in words(empty)
    assert empty is not None
    assert empty.select_one("a[href='/pieces/?q=filigree']")


@pytest.mark.parametrize("query", ["", "q=zzzz", "kind=brooch&price=50", "q=zzzz&kind=ring"])
def test_every_empty_list_leads_on(client: Client, query: str) -> None:
    if query:
        make_handmade(kind=Kind.EARRINGS)
    empty = soup(client, f"/pieces/?{query}").select_one(".empty")
    assert empty is not None
    assert empty.select_one("a[href]")


def test_long_list_has_pages_that_keep_the_filter(client: Client) -> None:
    maker = make_maker()
    for _number in range(25):
        make_handmade(maker=maker)
    page = soup(client, "/pieces/?kind=ring&sort=price")
    following = page.select_one("a[rel=next]")
    assert following is not None
    assert following["href"] == "/pieces/?kind=ring&page=2&sort=price"
    assert len(names(client, "/pieces/?kind=ring&page=2")) == 1
    assert names(client, "/pieces/?page=77") == names(client, "/pieces/?page=2")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sort=price", ["Cheap", "Tide", "Dear"]),
        ("sort=dearest", ["Dear", "Tide", "Cheap"]),
        ("sort=soonest", ["Dear", "Cheap", "Tide"]),
        ("q=tide", ["Tide", "Dear"]),
        ("q=tide&sort=newest", ["Dear", "Tide"]),
    ],
)
def test_list_is_sorted_as_asked(client: Client, query: str, expected: list[str]) -> None:
    make_handmade(name="Tide", price=Decimal(50), days_min=None, days_max=None, added_on="2025-01-01")
    make_handmade(name="Cheap", price=Decimal(10), days_max=9, added_on="2025-01-02")
    make_handmade(name="Dear", price=Decimal(90), summary="As the tide.", added_on="2025-01-03")
    assert names(client, f"/pieces/?{query}") == expected


def test_answers_of_a_verdict_sort_by_fit(client: Client) -> None:
    make_handmade(name="One of one", price=Decimal(90), added_on="2025-01-01")
    make_mass_produced(name="One of many", price=Decimal(20), added_on="2025-01-02")
    rare = urlencode({"answers": "top=uniqueness,craft,character", "sort": "fit"})
    cheap = urlencode({"answers": "budget=100&top=price", "sort": "fit"})
    assert names(client, f"/pieces/?{rare}")[0] == "One of one"
    assert names(client, f"/pieces/?{cheap}")[0] == "One of many"
    assert "fit for your answers" in words(soup(client, f"/pieces/?{rare}").select_one(".sorting [aria-current]"))


OFFERED = ("", "kind=ring", "way=handcrafted", "page=2")
KEPT_OUT = ("kind=ring,brooch", "kind=ring&way=handcrafted", "q=ring", "sort=price", "price=250")


@pytest.mark.parametrize("query", [*OFFERED, *KEPT_OUT])
def test_only_plain_lists_are_offered_to_search_engines(client: Client, query: str) -> None:
    for _number in range(25):
        make_handmade(kind=Kind.RING)
    page = soup(client, f"/pieces/?{query}" if query else "/pieces/")
    canonical = [link["href"] for link in page.select("link[rel=canonical]")]
    address = "http://testserver/pieces/" + (f"?{query}" if query else "")
    assert canonical == ([address] if query in OFFERED else [])
    assert bool(page.select_one("meta[name=robots][content^=noindex]")) is (query in KEPT_OUT)


@pytest.mark.parametrize("key", ["q", "kind", "maker", "answers", "sort", "page"])
def test_hostile_text_gives_a_list(client: Client, key: str) -> None:
    make_handmade(name="Tide")
    for text in HOSTILE:
        query = urlencode({key: text}, errors="surrogatepass")
        assert soup(client, f"/pieces/?{query}").select_one("#listing"), text


@pytest.mark.parametrize(("query", "queries"), [("kind=ring", 6), ("kind=ring&q=ring", 7), ("kind=brooch&q=tine", 6)])
def test_number_of_queries_does_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, query: str, queries: int
) -> None:
    for number in range(3):
        make_handmade(name=f"Tide {number}")
    with django_assert_num_queries(queries):
        client.get(f"/pieces/?{query}")
