from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.choices import Claim, Edition, Grade, Kind, Method, Stage
from catalog.models import Piece
from tests.factory import (
    evidence,
    make_handmade,
    make_maker,
    make_mass_produced,
    make_photo,
    make_piece,
    step,
    steps_by_hand,
    steps_of_casting,
)

pytestmark = pytest.mark.django_db

# The piece with its maker, its counterpart, the four parts of both, the photos, and what came of reports.
QUERIES = 8


def page(client: Client, slug: str = "tide") -> BeautifulSoup:
    response = client.get(f"/pieces/{slug}/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text(element: Tag | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").split())


def scores(shown: BeautifulSoup) -> dict[str, Tag]:
    return {row.select("dt")[0].get_text(): row for row in shown.select(".score")}


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"steps": steps_by_hand(), "evidence": [evidence(Claim.PROCESS)]}, "met Every step of shaping"),
        ({"steps": steps_by_hand()}, "not yet shown The maker says that every step is done by hand"),
        ({"steps": steps_of_casting()}, "hand-finished only It is cast from a mould"),
        (
            {"steps": steps_of_casting(method=Method.CAST_ONE_OFF), "edition": Edition.ONE_OFF, "number_made": 1},
            "contested It is cast as a single piece",
        ),
        ({"steps": [step(Stage.FORM, Method.STRIKE)]}, "not met It is formed by a die"),
        ({}, "not disclosed The maker has not told how this piece is made."),
    ],
)
def test_claim_is_one_line_with_its_standing_and_reason(client: Client, facts: dict[str, Any], line: str) -> None:
    make_piece(slug="tide", **facts | ({"can_supply": 1} if "edition" in facts else {}))
    assert text(page(client).select_one(".piece-head .claim-line")).startswith(f"“Handmade” {line}")


def test_claim_says_which_steps_stand_against_it(client: Client) -> None:
    make_piece(slug="tide", steps=[*steps_by_hand(), step(Stage.ASSEMBLE, Method.MACHINE_CHAIN)])
    assert "What stands against it: machine-made chain." in text(page(client).select_one(".claim"))
    make_handmade(slug="reed")
    assert "What stands against it" not in page(client, "reed").get_text()


def test_claim_leads_to_the_steps(client: Client) -> None:
    make_handmade(slug="tide")
    shown = page(client)
    assert [link["href"] for link in shown.select(".claim-line a")] == ["#making"]
    assert shown.select_one("#making .steps")


def test_proof_that_ran_out_yesterday_counts_no_longer_today(client: Client) -> None:
    """Before the nightly renewal, what is stored is of yesterday."""
    make_handmade(slug="tide")
    Piece.objects.get().evidence.update(expires=date(2025, 1, 31))
    assert "not yet shown" in text(page(client).select_one(".claim-line"))
    assert "May it be called handmade? Not yet." in page(client).get_text()
    assert "One step worked by hand" in text(scores(page(client))["Workmanship"])


def test_nine_scores_have_a_bar_words_and_how_well_they_are_known(client: Client) -> None:
    make_handmade(slug="tide")
    shown = scores(page(client))
    assert len(shown) == 9
    assert all(len(row.select("svg[aria-hidden] .rung")) == 4 for row in shown.values())
    assert text(shown["Workmanship"]) == "Workmanship 3 of 4 Three steps worked by hand, with photographs seen"
    assert text(shown["Sustainability"]) == (
        "Sustainability 0 of 4 Nobody told us. We counted it as “Nothing said”. not disclosed"
    )


def test_scores_are_said_to_be_of_facts_and_lead_to_the_method(client: Client) -> None:
    make_handmade(slug="tide")
    section = page(client).select_one("section:has(.scores)")
    assert "no piece scores for being called handcrafted" in text(section)
    assert section is not None
    assert section.select_one("a[href='/method/']")


def test_siblings_have_one_text_for_all_drawings(client: Client) -> None:
    make_mass_produced(slug="tide", width_mm=20, height_mm=4)
    drawn = page(client).select(".siblings [role=img]")
    assert [one["aria-label"] for one in drawn] == ["Drawing: the piece 6 times. At life size."]
    assert len(drawn[0].select("svg[aria-hidden=true]")) == 6


@pytest.mark.parametrize("make", [make_handmade, make_mass_produced, make_piece])
def test_every_id_on_the_page_is_unique(client: Client, make: Any) -> None:
    make(slug="tide", kind=Kind.EARRINGS)
    make_handmade(kind=Kind.EARRINGS, edition=Edition.CLOSED, number_made=9)
    make_mass_produced(kind=Kind.EARRINGS)
    names = [element["id"] for element in page(client).select("[id]")]
    assert len(names) == len(set(names))


def test_counterpart_is_drawn_with_what_differs(client: Client) -> None:
    make_handmade(slug="tide", name="Tide")
    make_mass_produced(slug="arc", name="Arc")
    section = page(client).select_one("section:has(.counterpart)")
    assert section is not None
    assert text(section.select_one("h2")) == "The mass-produced counterpart"
    assert text(section.select_one(".tile-name")) == "Arc"
    assert text(section.select_one(".differences li")) == "Both cost €100."
    assert section.select_one("a[href='/compare/?piece=tide&piece=arc']")


def test_piece_without_a_counterpart_shows_none(client: Client) -> None:
    make_piece(slug="tide")
    make_handmade()
    assert not page(client).select(".counterpart")


def test_piece_of_which_nothing_is_known_has_a_whole_page(client: Client) -> None:
    make_piece(slug="tide", days_min=None, days_max=None, in_stock=False)
    shown = page(client)
    assert "Nobody told us how many there are." in shown.get_text()
    assert all(row.select(".known.not-disclosed") for name, row in scores(shown).items() if name != "Origin")
    assert not shown.select("section:has(.steps)")


def test_every_step_of_many_is_shown(client: Client) -> None:
    make_piece(slug="tide", steps=[step(Stage.FORM, Method.FORGE, place=f"Bench {number}") for number in range(40)])
    assert len(page(client).select(".step")) == 40


def test_number_of_queries_is_fixed(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    piece = make_handmade(slug="tide", evidence=[evidence(Claim.PROCESS, Grade.SHOWN)] * 3)
    make_photo(piece)
    for price in (20, 50, 200, 500):
        make_mass_produced(price=Decimal(price))
    with django_assert_num_queries(QUERIES):
        client.get("/pieces/tide/")


def test_piece_and_maker_lead_to_how_it_is_done(client: Client) -> None:
    make_handmade(slug="tide", maker=make_maker(slug="bench"))
    for address in ("/pieces/tide/", "/makers/bench/"):
        links = BeautifulSoup(client.get(address).content, "html.parser").select(".techniques-told a")
        assert "/guide/techniques/forging/" in [link["href"] for link in links], address
