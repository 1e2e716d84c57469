import json
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from catalog.choices import Coating, Kind, MakerKind, Role, Substance
from tests.factory import make_handmade, make_maker, make_mass_produced, make_photo, make_piece, material

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
PIECE, MAKER = "/pieces/tide/", "/makers/bench/"
# What a program may rely on, by type; each page is held to it.
REQUIRED = {
    "Product": {"name", "description", "url", "sku", "category", "offers", "additionalProperty"},
    "Offer": {"url", "price", "priceCurrency"},
    "PropertyValue": {"name", "value"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "ProfilePage": {"url", "name", "mainEntity"},
    "Person": {"name"},
    "Organization": {"name"},
    "Brand": {"name"},
    "PostalAddress": set[str](),
}


def page(client: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html.parser")


def structures(client: Client, address: str) -> dict[str, Any]:
    scripts = page(client, address).select("head script[type='application/ld+json']")
    found = [json.loads(script.get_text()) for script in scripts]
    assert all(structure.pop("@context") == "https://schema.org" for structure in found)
    return {structure["@type"]: structure for structure in found}


def nodes(value: Any) -> list[dict[str, Any]]:
    """Every object in a structure, with those inside it."""
    if isinstance(value, list):
        return [node for one in value for node in nodes(one)]
    if isinstance(value, dict):
        return [value, *nodes(list(value.values()))]
    return []


def product(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = structures(client, PIECE)["Product"]
    return found


@pytest.mark.parametrize("address", [PIECE, MAKER])
def test_structures_are_complete_and_their_addresses_absolute(client: Client, address: str) -> None:
    maker = make_maker(slug="bench", place="Porto", country="PT", founded=2009, website="https://example.com/")
    make_handmade(slug="tide", maker=maker)
    for node in nodes(list(structures(client, address).values())):
        assert set(node) >= REQUIRED[node["@type"]]
        assert all(node[name].startswith("http") for name in ("url", "item") if name in node)
        assert all(value not in ("", None, [], {}) for value in node.values())


@pytest.mark.parametrize("address", [PIECE, MAKER])
def test_nothing_is_rated_or_reviewed(client: Client, address: str) -> None:
    make_handmade(slug="tide", maker=make_maker(slug="bench"))
    text = client.get(address).content.decode()
    assert not any(word in text for word in ("aggregateRating", '"review', "ratingValue", "Review"))


def test_first_photo_is_told_to_programs_and_to_whoever_shares_the_page(client: Client) -> None:
    piece = make_handmade(slug="tide")
    assert "image" not in product(client)
    assert not page(client, PIECE).select("meta[property='og:image']")
    photo = make_photo(piece, alt="A ring", has_all_sizes=True)
    assert product(client)["image"] == f"{SITE}{photo.largest}"
    told = {tag["property"]: tag["content"] for tag in page(client, PIECE).select("meta[property^='og:image']")}
    assert told == {"og:image": f"{SITE}{photo.middle}", "og:image:alt": "A ring"}


def test_piece_is_a_product_as_its_page_shows_it(client: Client) -> None:
    gilt = material(Substance.YELLOW_GOLD, coating=Coating.PLATED, core=Substance.BRASS, part="band")
    stone = material(Substance.RUBY, role=Role.STONE, part="stone")
    maker = make_maker(name="Bench", slug="bench", kind=MakerKind.WORKSHOP)
    make_mass_produced(slug="tide", name="Tide", maker=maker, price=Decimal("96.5"), materials=[gilt, gilt, stone])
    told = product(client)
    assert (told["name"], told["sku"], told["category"]) == ("Tide", "tide", "Ring")
    assert told["material"] == ["gold-plated brass", "ruby"]
    assert told["manufacturer"] == {"@type": "Organization", "name": "Bench", "url": f"{SITE}/makers/bench/"}
    assert (told["offers"]["price"], told["offers"]["priceCurrency"]) == ("96.50", "EUR")
    assert told["additionalProperty"][0]["value"] == "Mass-produced"
    shown = page(client, PIECE).get_text()
    assert all(text in shown for text in ("Tide", "Bench", "€96.50", "Mass-produced", told["description"]))


@pytest.mark.parametrize(
    ("facts", "availability"),
    [
        ({"in_stock": True}, "https://schema.org/InStock"),
        ({"in_stock": False}, "https://schema.org/MadeToOrder"),
        ({"in_stock": False, "days_min": None, "days_max": None}, None),
    ],
)
def test_offer_is_as_available_as_the_listing_says(
    client: Client, facts: dict[str, Any], availability: str | None
) -> None:
    make_handmade(slug="tide", **facts)
    assert product(client)["offers"].get("availability") == availability


def test_material_that_nobody_told_us_is_left_out(client: Client) -> None:
    make_piece(slug="tide")
    assert "material" not in product(client)


@pytest.mark.parametrize(
    ("kind", "role", "type_name"),
    [
        (MakerKind.ARTISAN, "manufacturer", "Person"),
        (MakerKind.MANUFACTURER, "manufacturer", "Organization"),
        (MakerKind.LABEL, "brand", "Brand"),
    ],
)
def test_label_is_no_manufacturer(client: Client, kind: MakerKind, role: str, type_name: str) -> None:
    make_handmade(slug="tide", maker=make_maker(kind=kind))
    told = product(client)
    assert told[role]["@type"] == type_name
    assert len({"manufacturer", "brand"} & set(told)) == 1


def test_trail_is_the_one_that_the_page_shows(client: Client) -> None:
    make_handmade(slug="tide", name="Tide", kind=Kind.BROOCH)
    trail = structures(client, PIECE)["BreadcrumbList"]["itemListElement"]
    shown = [(link.get_text(), f"{SITE}{link['href']}") for link in page(client, PIECE).select(".breadcrumb a")]
    assert [(place["name"], place["item"]) for place in trail] == [*shown, ("Tide", f"{SITE}{PIECE}")]
    assert [place["position"] for place in trail] == [1, 2, 3]


@pytest.mark.parametrize(
    ("kind", "type_name", "since"),
    [(MakerKind.ARTISAN, "Person", None), (MakerKind.WORKSHOP, "Organization", "2009")],
)
def test_maker_is_a_person_or_an_organization(
    client: Client, kind: MakerKind, type_name: str, since: str | None
) -> None:
    place = {"place": "Porto", "country": "PT", "founded": 2009, "website": "https://example.com/"}
    make_handmade(maker=make_maker(slug="bench", name="Bench", kind=kind, **place))
    told = structures(client, MAKER)["ProfilePage"]["mainEntity"]
    assert (told["@type"], told["name"], told.get("foundingDate")) == (type_name, "Bench", since)
    assert told["address"] == {"@type": "PostalAddress", "addressLocality": "Porto", "addressCountry": "PT"}
    assert told["sameAs"] == ["https://example.com/"]


def test_maker_of_whom_little_is_told_has_no_empty_facts(client: Client) -> None:
    make_handmade(maker=make_maker(slug="bench"))
    told = structures(client, MAKER)["ProfilePage"]["mainEntity"]
    assert set(told) == {"@type", "name", "description"}


@pytest.mark.parametrize("address", [PIECE, MAKER])
def test_what_is_invented_says_so_to_programs_too(client: Client, address: str) -> None:
    make_handmade(slug="tide", maker=make_maker(slug="bench", is_invented=True))
    assert "Invented for the demo." in json.dumps(structures(client, address))


HOSTILE = '</script><!--<script>&amp;\u2028\u2029"\\'


def test_hostile_name_stays_inside_its_element(client: Client) -> None:
    make_handmade(slug="tide", name=HOSTILE, summary=HOSTILE)
    assert product(client)["name"] == HOSTILE
    scripts = page(client, PIECE).select("head script[type='application/ld+json']")
    assert not any(character in script.get_text() for script in scripts for character in "<>&\u2028\u2029")


@pytest.mark.parametrize(
    ("address", "title", "kind"),
    [(PIECE, "Tide by Bench", "product"), (MAKER, "Bench", "profile"), ("/makers/", "Makers", "website")],
)
def test_address_that_is_sent_says_what_it_is(client: Client, address: str, title: str, kind: str) -> None:
    make_handmade(slug="tide", name="Tide", maker=make_maker(slug="bench", name="Bench"))
    head = page(client, f"{address}?utm_source=letter").head
    assert head is not None
    told = {str(tag["property"]): tag["content"] for tag in head.select("meta[property]")}
    assert (told["og:title"], told["og:type"], told["og:url"]) == (title, kind, f"{SITE}{address}")
    assert told["og:description"] == head.select("meta[name=description]")[0]["content"]
    assert head.select("link[rel=canonical]")[0]["href"] == f"{SITE}{address}"
    assert "og:image" not in told
