"""Facts of a piece as one answer of an address."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buyers.answers import RefusedAnswerError
from buyers.brief import canonical_query, read_brief
from buyers.brought.written import MOST_OF_EACH, joined, read_told, tidied, tidy_name, written
from catalog.choices import Coating, Edition, Kind, Method, Substance
from catalog.told import Told
from tests.told import NAMES, TOLD

TODAY = date(2026, 11, 27)
RING = Told(kind=Kind.RING, price=Decimal(96), metal=Substance.SILVER)


def test_facts_are_spelled_in_one_way() -> None:
    told = replace(RING, name="Tide ring", by_hand=(Method.FORGE,), days_min=2, days_max=5, repair=True)
    text = "name.Tide ring~kind.ring~price.96~metal.silver~by_hand.forge~days_min.2~days_max.5~repair.yes"
    assert written(told) == text
    assert read_told(text) == told


@given(TOLD)
def test_what_is_written_is_read_again(told: Told) -> None:
    assert read_told(written(told)) == told


@given(NAMES, NAMES)
def test_any_name_survives_the_address(name: str, maker: str) -> None:
    told = replace(RING, name=tidy_name(name), maker=tidy_name(maker))
    query = canonical_query({"own.1": written(told)})
    brief, errors = read_brief(parse_qs(query), TODAY)
    assert errors == {}
    assert brief.own == (("1", told),)


@given(st.text(max_size=80) | st.from_regex(r"(name|price|kind|made|by_hand|size_min)\.[ -~]{0,20}", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        told = read_told(text)
    except RefusedAnswerError:
        return
    assert read_told(written(told)) == told


@pytest.mark.parametrize(
    "text",
    [
        *("price.-1", "price.1e5", "price.0", "price.96.555", "made.0", "made.x", "made.\u0661", "days_max.1000"),
        *("kind.tiara", "by_hand.forge,magic", "country.pt", "ready.maybe", "size_min.9", "warranty.100"),
        "name." + "x" * 2000,
    ],
)
def test_what_no_piece_can_be_is_refused(text: str) -> None:
    with pytest.raises(RefusedAnswerError, match="bring it again"):
        read_told(text)


def test_unknown_and_empty_fields_are_dropped() -> None:
    assert read_told("kind.ring~price.96~metal.silver~karma.9~made.~nonsense") == RING


def test_contradictions_are_settled_without_a_guess() -> None:
    told = Told(
        metal=Substance.SILVER, coating=Coating.SOLID, core=Substance.BRASS, days_min=9, days_max=2, supply=5, made=7
    )
    settled = tidied(replace(told, edition=Edition.ONE_OFF))
    assert settled.core is None
    assert (settled.days_min, settled.days_max) == (2, 9)
    assert (settled.made, settled.supply) == (1, 1)


def test_no_list_grows_beyond_what_an_address_holds() -> None:
    told = tidied(Told(methods=tuple(Method)))
    assert len(told.methods) == MOST_OF_EACH
    assert read_told(written(told)) == told


@given(TOLD, TOLD)
def test_a_reply_lies_on_top(told: Told, reply: Told) -> None:
    both = joined(told, reply)
    for field in (field.name for field in fields(Told) if field.name in {"kind", "price", "repair", "returns"}):
        value = getattr(reply, field)
        assert getattr(both, field) == (getattr(told, field) if value is None else value)


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        ("own.5=kind.ring", "own"),
        ("own.1=kind.tiara", "own.1"),
        ("own.1=kind.ring&own.1=kind.brooch", "own.1"),
        ("told.Tide!=made.1", "told"),
        ("told.tide=made.none", "told.tide"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_key(query: str, refused: str) -> None:
    brief, errors = read_brief(parse_qs(query), TODAY)
    assert list(errors) == [refused]
    assert "own.1" not in brief.answers
