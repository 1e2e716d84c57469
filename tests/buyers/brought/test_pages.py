"""Bringing a piece: paste it or answer eight facts, correct what was understood, and see where it stands."""

import logging
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from django.apps import apps
from django.core import mail
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.reading import LONGEST_TEXT
from tests.buyers.shopper import Shopper, link_called, soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

BRING = "/bring/"
LISTING = """Moon ring in sterling silver, 96 €
I saw, file and solder every ring by hand. Hypoallergenic. Delivered in 3-5 days, 14-day returns."""
OWN = "own.1=name.Moon ring~kind.ring~price.70~metal.silver~by_hand.saw,solder"
ANSWERS = "type=ring&budget=90&top=price,lead,craft"


def paste(client: Client, text: Any, query: str = "") -> Any:
    return client.post(f"{BRING}?{query}" if query else BRING, {"text": text})


def page(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return soup_of(response.content)


def value_of(soup: BeautifulSoup, name: str) -> str:
    field = soup.find("input", {"name": name})
    assert isinstance(field, Tag)
    return str(field["value"])


def said(soup: BeautifulSoup) -> str:
    assert soup.main is not None
    return soup.main.get_text(" ", strip=True)


def test_pasted_listing_becomes_facts_in_the_address(client: Client) -> None:
    response = paste(client, LISTING, ANSWERS)
    assert response.status_code == 303
    address = urlsplit(response.headers["Location"])
    assert address.path == "/bring/1/"
    query = parse_qs(address.query)
    assert "kind.ring~price.96~metal.silver~coating.solid" in query["own.1"][0]
    assert query["budget"] == ["90"]
    assert "hypoallergenic" in query["words"][0]


def test_what_was_understood_is_shown_for_correction_with_its_words_explained(client: Client) -> None:
    shown = page(client, paste(client, LISTING).headers["Location"])
    chosen = {
        str(option.parent["name"]): str(option["value"])
        for option in shown.find_all("option", selected=True)
        if option.parent
    }
    assert [chosen[f"f-{name}"] for name in ("kind", "metal", "coating")] == ["ring", "silver", "solid"]
    assert value_of(shown, "f-price") == "96"
    assert "has no legal meaning" in said(shown) or "Hypoallergenic" in said(shown)


def test_correction_is_kept_and_the_rest_stays(client: Client) -> None:
    shopper = Shopper(client).visit(f"/bring/1/?{OWN}&{ANSWERS}")
    fields = {str(field["name"]): str(field.get("value", "")) for field in shopper.page.find_all("input", type="text")}
    shopper.send(
        {
            **fields,
            "f-kind": "ring",
            "f-price": "80,50 €",
            "f-metal": "silver",
            "f-coating": "plated",
            "f-making": "read",
        }
    )
    assert (
        shopper.answers["own.1"] == "name.Moon ring~kind.ring~price.80.5~metal.silver~coating.plated~by_hand.saw,solder"
    )
    assert shopper.answers["top"] == "price,lead,craft"


def test_eight_facts_make_a_piece_without_any_text(client: Client) -> None:
    shopper = Shopper(client).visit(BRING).follow("Or enter what you know")
    facts = {"f-kind": "brooch", "f-price": "40", "f-metal": "steel", "f-coating": "solid", "f-making": "struck"}
    shopper.send({**facts, "f-made": "1000", "f-days": "3", "f-returns": "0", "f-preview": "same_model"})
    assert shopper.answers["own.1"].startswith("kind.brooch~price.40~metal.steel~coating.solid~methods.strike,tumble")
    assert "The brooch you brought" in said(shopper.page)


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        ({}, "Choose what it is"),
        ({"f-kind": "ring"}, "Give the price"),
        ({"f-kind": "ring", "f-price": "a lot"}, "Give the price in figures"),
        ({"f-kind": "tiara", "f-price": "9"}, "Choose one of the list"),
        ({"f-kind": "ring", "f-price": "9", "f-made": "0"}, "greater than or equal to 1"),
    ],
)
def test_bad_facts_are_refused_and_nothing_is_lost(client: Client, facts: dict[str, str], error: str) -> None:
    shopper = Shopper(client).visit(f"/bring/1/?{ANSWERS}").send({**facts, "f-maker": "Ines"})
    assert shopper.screen == "/bring/1" or "bring" in shopper.address
    assert error in said(shopper.page)
    assert value_of(shopper.page, "f-maker") == "Ines"


def test_address_can_be_reloaded_and_sent(client: Client) -> None:
    address = client.get(f"{BRING}?{OWN}&{ANSWERS}").headers["Location"]
    here, elsewhere = client.get(address), Client().get(address)
    assert here.status_code == 200
    assert here.content == elsewhere.content
    assert here.headers["X-Robots-Tag"] == "noindex"
    assert not here.cookies


def test_piece_stands_in_the_same_verdict(client: Client) -> None:
    verdict = page(client, f"/decide/verdict/?{OWN}&{ANSWERS}")
    assert "The piece you brought" in said(verdict)
    assert "It competes as handcrafted" in said(verdict)
    assert link_called(verdict, "Its facts").startswith("/bring/1/?")


def test_piece_that_alone_fits_is_named_and_leads_to_its_facts(client: Client) -> None:
    query = "type=ring&budget=6&top=price&own.1=name.Moon ring~kind.ring~price.5~methods.strike"
    data = client.get(f"/decide/verdict.json?{query}").json()
    assert [piece["slug"] for piece in data["pieces"]["mass_produced"]] == ["own.1"]
    verdict = page(client, f"/decide/verdict/?{query}")
    assert "It is the piece that the verdict names." in said(verdict)
    assert link_called(verdict, "See this ring").startswith("/bring/1/?")


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ("kind.ring~price.900~by_hand.forge", "over your budget"),
        ("kind.brooch~price.9~by_hand.forge", "another kind"),
        ("kind.ring~price.9", "Nobody told how it is made"),
        ("name.Moon~metal.silver", "must be known before it can be weighed"),
    ],
)
def test_what_keeps_a_piece_out_is_said(client: Client, facts: str, reason: str) -> None:
    assert reason in said(page(client, f"{BRING}?own.1={facts}&{ANSWERS}"))


def test_reply_moves_the_piece_as_it_said(client: Client) -> None:
    shopper = Shopper(client).visit(f"{BRING}?{OWN}&{ANSWERS}")
    replies = shopper.page.select(".asking-replies li")
    reply = next(item for item in replies if item.a)
    assert isinstance(reply.a, Tag)
    foreseen = reply.get_text(" ", strip=True)
    points = foreseen.split(" ahead by ")[1].split(" point")[0]
    shopper.visit(str(reply.a["href"]))
    assert f"ahead of it by {points} point" in said(shopper.page)


def test_reply_on_the_verdict_shows_both_verdicts(client: Client) -> None:
    verdict = page(client, f"/decide/verdict/?{OWN}&{ANSWERS}")
    link = verdict.select_one(".asking-replies a")
    assert link is not None
    tried = page(client, str(link["href"]))
    assert "Before" in said(tried)
    assert "Moon ring" in said(tried)


def test_four_can_be_brought_and_no_fifth(client: Client) -> None:
    four = "&".join(f"own.{number}=kind.ring~price.{number}0~by_hand.forge" for number in range(1, 5))
    shown = page(client, f"{BRING}?{four}")
    assert len(shown.select(".own-piece")) == 4
    assert "Take one out to bring another" in said(shown)
    assert paste(client, LISTING, four).status_code == 200


def test_piece_is_taken_out_alone(client: Client) -> None:
    shopper = (
        Shopper(client).visit(f"{BRING}?{OWN}&own.2=kind.ring~price.10~by_hand.forge&{ANSWERS}").follow("Take out")
    )
    assert "own.1" not in shopper.answers
    assert shopper.answers["own.2"] == "kind.ring~price.10~by_hand.forge"


def test_pieces_stand_side_by_side_with_listed_ones(client: Client) -> None:
    shopper = Shopper(client).visit(f"{BRING}?{OWN}&{ANSWERS}").follow("Side by side")
    heads = [head.get_text(" ", strip=True) for head in shopper.page.select(".compare-names th")]
    assert heads[0].startswith("Moon ring")
    assert len(heads) == 3
    assert "fits your answers most" in said(shopper.page)
    assert shopper.page.select_one(".asking-replies") is not None


def test_reply_on_a_comparison_stays_there_and_fills_the_table(client: Client) -> None:
    compared = page(client, f"/compare/?piece=own.1&piece=arc-ring&answers={OWN.replace('=', '%3D')}")
    link = compared.select_one(".asking-replies a")
    assert link is not None
    assert str(link["href"]).startswith("/compare/?piece=own.1&piece=arc-ring&answers=")
    before, after = compared.select(".not-disclosed"), page(client, str(link["href"])).select(".not-disclosed")
    assert len(after) < len(before)


def test_empty_text_is_refused_gently(client: Client) -> None:
    response = paste(client, "  \n ")
    assert response.status_code == 200
    assert "Paste the text of the listing" in said(soup_of(response.content))


def test_longest_text_is_read_and_one_letter_more_is_refused_and_kept(client: Client) -> None:
    text = ("Silver ring. " * LONGEST_TEXT)[:LONGEST_TEXT]
    assert paste(client, text).status_code == 303
    refused = paste(client, f"{text}!")
    assert refused.status_code == 413
    assert "20,000 characters fit" in said(soup_of(refused.content))
    assert soup_of(refused.content).find_all("textarea")[0].get_text() == f"{text}!"


def test_far_too_long_text_is_refused_with_a_page(client: Client) -> None:
    response = paste(client, "x" * 2_000_000)
    assert response.status_code == 413
    assert "This is too long" in said(soup_of(response.content))


def test_text_that_tells_nothing_leads_to_the_facts(client: Client) -> None:
    response = paste(client, "\x00\x01")
    shown = page(client, response.headers["Location"])
    assert "We found nothing in the text" in said(shown)


def test_price_in_another_currency_is_left_to_the_shopper(client: Client) -> None:
    shown = page(client, paste(client, "Silver ring, $40").headers["Location"])
    assert "The price is in USD" in said(shown)
    assert value_of(shown, "f-price") == ""


@given(st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_bytes_give_a_page(client: Client, data: bytes) -> None:
    body = b"text=" + data
    response = client.post(BRING, body, content_type="application/x-www-form-urlencoded")
    assert response.status_code in {200, 303, 413}


@given(st.text(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_text_leads_to_a_page_that_can_be_reloaded(client: Client, text: str) -> None:
    response = paste(client, text.encode("utf-8", "ignore").decode())
    if response.status_code == 303:
        assert client.get(response.headers["Location"]).status_code == 200


def number_of_rows() -> list[int]:
    return [model._default_manager.count() for model in apps.get_models()]


def test_nothing_is_stored_or_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    before = number_of_rows()
    address = paste(client, LISTING, ANSWERS).headers["Location"]
    page(client, address)
    page(client, f"/decide/verdict/?{OWN}&{ANSWERS}")
    assert number_of_rows() == before
    assert not client.cookies
    assert not mail.outbox
    logged = " ".join(record.getMessage() for record in caplog.records if not record.name.startswith("django.db"))
    assert "Moon ring" not in logged
    assert "solder" not in logged


def test_hostile_name_is_escaped_everywhere(client: Client) -> None:
    facts = "own.1=name.<script>alert(1)</script>~kind.ring~price.9~by_hand.forge"
    for path in (BRING, "/bring/1/", "/decide/verdict/", "/decide/check/"):
        response = client.get(f"{path}?{facts}&{ANSWERS}", follow=True)
        assert b"<script>alert" not in response.content


def test_facts_that_cannot_be_read_are_refused_on_the_check_page(client: Client) -> None:
    shown = page(client, f"{BRING}?own.1=price.none&{ANSWERS}")
    assert "cannot be read in this address" in said(shown)
    without = page(client, link_called(shown, "Go on without these answers"))
    assert "cannot be read" not in said(without)


def test_brought_pieces_and_replies_ride_through_the_questions(client: Client) -> None:
    shopper = Shopper(client).visit(f"/decide/who/?{OWN}&told.tide-ring=returns.14").send({"who": "self"})
    assert shopper.answers["own.1"].startswith("name.Moon ring")
    assert shopper.answers["told.tide-ring"] == "returns.14"
    check = page(client, f"/decide/check/?{OWN}&told.tide-ring=returns.14")
    assert "What you were told of Tide ring" in said(check)


def test_no_card_shows_a_brought_piece(client: Client) -> None:
    query = f"{OWN}&type=ring&top=price,lead,craft"
    for _card in range(12):
        response = client.get(f"/decide/card/?{query}", follow=True)
        path, _question, query = response.request["PATH_INFO"], "", response.request["QUERY_STRING"]
        assert response.status_code == 200
        assert "own" not in path
        query = f"{query}&{path.split('/')[2]}=unsure" if path != "/decide/card/" else query
