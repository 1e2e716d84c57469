from datetime import date
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.choices import Claim, Grade, Kind, Role, State, Substance
from catalog.models import Person
from tests.factory import evidence, make_handmade, make_maker, make_mass_produced, make_piece, material

pytestmark = pytest.mark.django_db

PIECE_QUERIES, MAKERS_QUERIES, MAKER_QUERIES = 7, 2, 8


def page(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def names(client: Client, address: str) -> list[str]:
    return [link.get_text() for link in page(client, address).select(".tile-name a")]


def known(client: Client, slug: str) -> dict[str, str]:
    shown = page(client, f"/pieces/{slug}/")
    for card in shown.select(".hint-card"):
        card.decompose()
    rows = shown.select(".facts > div")
    return {row.dt.get_text(): " ".join(row.get_text(" ").split()) for row in rows if row.dt}


def test_list_shows_published_pieces_newest_first(client: Client) -> None:
    make_handmade(name="Older", added_on="2025-01-01")
    make_mass_produced(name="Newer", added_on="2025-02-01")
    make_handmade(name="Hidden", state=State.DRAFT)
    assert names(client, "/pieces/") == ["Newer", "Older"]


def test_tile_says_price_arrival_and_making(client: Client) -> None:
    make_mass_produced(price=Decimal("59.90"), days_min=1, days_max=60, in_stock=False)
    tile = page(client, "/pieces/").select_one(".tile")
    assert tile is not None
    text = " ".join(tile.get_text(" ").split())
    assert "€59.90" in text
    assert "made for you in 9 weeks" in text
    assert "Mass-produced Struck with a die, tumble-polished" in text


def test_piece_says_how_well_each_fact_is_known(client: Client) -> None:
    shown = [evidence(Claim.FINENESS, Grade.DOCUMENTED)]
    make_handmade(slug="tide", evidence=shown, materials=[material(Substance.SILVER, fineness=925, part="band")])
    facts = known(client, "tide")
    assert facts["Band"].startswith("Band Silver, 925 parts in 1000")
    assert facts["Band"].endswith("seen")
    assert facts["Number made"] == "Number made Only this one declared"
    assert facts["Warranty"] == "Warranty not disclosed"


def test_expired_evidence_is_no_longer_seen(client: Client) -> None:
    make_handmade(slug="tide", evidence=[evidence(Claim.RECYCLED, Grade.DOCUMENTED, expires=date(2025, 6, 1))])
    assert known(client, "tide")["Recycled metal"] == "Recycled metal not disclosed"


def test_treatment_of_a_stone_is_missed_aloud(client: Client) -> None:
    stone = material(Substance.RUBY, role=Role.STONE, part="stone")
    make_handmade(slug="tide", materials=[material(), stone])
    assert known(client, "tide")["Stone"] == "Stone Ruby, treatment not disclosed declared"


def test_piece_says_whether_it_may_be_called_handmade(client: Client) -> None:
    make_handmade(slug="tide")
    make_mass_produced(slug="arc")
    assert "May it be called handmade? Yes." in page(client, "/pieces/tide/").get_text()
    assert "It is formed by a die or in a bath" in page(client, "/pieces/arc/").get_text()


def test_piece_without_steps_says_that_nobody_told_us(client: Client) -> None:
    make_piece(slug="mute")
    text = page(client, "/pieces/mute/").get_text()
    assert "Nobody told us how it is made." in text
    assert "May it be called handmade? Nobody can tell." in text


def test_shoppers_never_see_grades(client: Client) -> None:
    make_handmade(slug="tide")
    text = page(client, "/pieces/tide/").get_text()
    assert not any(grade in text for grade in ("E0", "E1", "E2", "E3", "E4", "documented"))


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.ARCHIVED])
def test_piece_that_is_not_published_is_not_found(client: Client, state: State) -> None:
    make_handmade(slug="tide", state=state)
    response = client.get("/pieces/tide/")
    assert response.status_code == 404
    assert "This page is not here." in response.content.decode()


def test_piece_says_what_its_price_includes(client: Client) -> None:
    make_handmade(slug="tide", price=Decimal(96))
    price = page(client, "/pieces/tide/").select_one(".piece-price")
    assert price is not None
    assert " ".join(price.get_text(" ").split()) == "€96 with tax and delivery within Portugal"


def test_piece_leads_to_the_questionnaire_with_its_kind(client: Client) -> None:
    make_handmade(slug="tide", kind=Kind.BROOCH)
    assert page(client, "/pieces/tide/").select_one("a[href='/decide/?type=brooch']")


def test_makers_without_published_pieces_are_not_shown(client: Client) -> None:
    make_handmade(maker=make_maker(name="Seen", slug="seen"))
    make_handmade(maker=make_maker(name="Unseen", slug="unseen"), state=State.DRAFT)
    assert [link.get_text() for link in page(client, "/makers/").select("h2 a")] == ["Seen"]
    assert client.get("/makers/unseen/").status_code == 404


def test_maker_shows_people_and_pieces(client: Client) -> None:
    maker = make_maker(slug="bench", place="Porto")
    Person.objects.create(maker=maker, name="Ada Reis", role="goldsmith")
    make_handmade(maker=maker, name="Tide")
    text = page(client, "/makers/bench/").get_text()
    assert "Ada Reis, goldsmith" in text
    assert "Porto" in text
    assert names(client, "/makers/bench/") == ["Tide"]


def test_invented_makers_are_said_to_be_invented(client: Client) -> None:
    make_handmade(slug="real")
    assert "invented" not in page(client, "/pieces/real/").get_text()
    make_handmade(slug="demo", maker=make_maker(is_invented=True))
    assert "invented for the demo" in page(client, "/pieces/demo/").get_text()
    assert "invented for the demo" in page(client, "/pieces/").get_text()


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/pieces/one/", PIECE_QUERIES),
        ("/makers/", MAKERS_QUERIES),
        ("/makers/bench/", MAKER_QUERIES),
    ],
)
def test_number_of_queries_does_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, address: str, queries: int
) -> None:
    maker = make_maker(slug="bench")
    for slug in ("one", "two", "three"):
        make_handmade(maker=maker, slug=slug)
    with django_assert_num_queries(queries):
        client.get(address)
