"""What the reader must not take for a fact, and that no text breaks it."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buyers.brought.written import read_told, tidied, written
from catalog.choices import Coating, Edition, Kind, Method, Preview, Substance
from catalog.reading import LONGEST_TEXT, read_listing
from catalog.reading.regulated import REGULATED, WORD_BY_SLUG
from catalog.told import Told

WORDS = (
    *(
        "gold",
        "silver",
        "plated",
        "not",
        "no",
        "or",
        "by hand",
        "cast",
        "soldered",
        "€",
        "$",
        "96",
        "12-14",
        "days",
        "weeks",
    ),
    *(
        "returns",
        "made in",
        "Portugal",
        "ring",
        "earrings",
        "sapphire",
        "lab-grown",
        "from",
        "shipping",
        ".",
        ",",
        "\n",
    ),
    *("size", "US 7", "limited edition of", "choose your", "<b>", "</s>", "{", '"', "stamped 925", "14k", "recycled"),
)


def told(text: str) -> Told:
    return read_listing(text, "EUR").told


def test_praise_tells_nothing_of_the_making() -> None:
    read = told("Handmade artisan ring, handcrafted with love. Hammered finish, polished look.")
    assert (read.by_hand, read.methods) == ((), ())


@pytest.mark.parametrize(
    ("text", "metal", "coating"),
    [
        ("A gold ring", Substance.YELLOW_GOLD, None),
        ("A 14k rose gold ring", Substance.ROSE_GOLD, Coating.SOLID),
        ("Ring of gold plated brass", Substance.YELLOW_GOLD, Coating.PLATED),
        ("Gold-tone ring", None, None),
        ("Silver coloured alloy ring", None, None),
        ("Ring, gold vermeil", Substance.YELLOW_GOLD, Coating.VERMEIL),
        ("14k gold filled ring", Substance.YELLOW_GOLD, Coating.FILLED),
        ("Sterling silver ring, never plated", Substance.SILVER, Coating.SOLID),
        ("Ring in silver or gold", None, None),
        ("Ring, available in silver", None, None),
        ("Solid 9ct gold and sterling silver two-tone ring", None, None),
        ("Ring in 18ct white gold on a silver stand. Gift box in gold.", Substance.WHITE_GOLD, Coating.SOLID),
    ],
)
def test_metal_is_read_with_how_it_sits(text: str, metal: Substance | None, coating: Coating | None) -> None:
    read = told(text)
    assert (read.metal, read.coating) == (metal, coating)


@pytest.mark.parametrize(
    ("text", "price", "other"),
    [
        ("Ring, €96,00", "96", ""),
        ("Ring 1.250,- €", "1250", ""),
        ("Ring EUR 1,250.50", "1250.5", ""),
        ("Ring was €50 now €40", "40", ""),
        ("Ring €40 plus €5 shipping", "45", ""),
        ("Ring from €40", None, ""),
        ("Ring €40-60", None, ""),
        ("Ring €40 or €50", None, ""),
        ("Ring $40", None, "USD"),
        ("Ring £40", None, "GBP"),
        ("Ring €40, engraving +€10, free shipping over €100", "40", ""),
        ("Ring. Shipping €5. No price.", None, ""),
        ("Ring €40. Shipping: Italy €5, EU €9.", None, ""),
    ],
)
def test_one_price_in_our_currency_or_none(text: str, price: str | None, other: str) -> None:
    reading = read_listing(text, "EUR")
    assert reading.told.price == (None if price is None else Decimal(price))
    assert reading.other_currency == other


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Delivered in 3-5 days", (3, 5)),
        ("Delivered in 3-5 working days", (3, 7)),
        ("At your door within 10 days", (1, 10)),
        ("Ships in 2 days", (None, None)),
        ("Made in 2 weeks, delivery takes 3 days", (17, 17)),
        ("Return within 30 days", (None, None)),
        ("Delivered in 3 days. Delivered in 9 days.", (None, None)),
    ],
)
def test_days_are_those_to_the_door(text: str, days: tuple[int | None, int | None]) -> None:
    read = told(text)
    assert (read.days_min, read.days_max) == days


@pytest.mark.parametrize(
    ("text", "returns"),
    [
        ("30-day returns", 30),
        ("No returns", 0),
        ("Returns accepted", None),
        ("All sales final", 0),
        ("No returns once worn", None),
    ],
)
def test_returns(text: str, returns: int | None) -> None:
    assert told(text).returns == returns


def test_hand_is_told_of_each_technique() -> None:
    read = told("Ring, hand-forged and laser engraved. Lost-wax cast bezel. Stones set by hand.")
    assert set(read.by_hand) == {Method.FORGE, Method.SET_BY_HAND}
    assert set(read.methods) == {Method.LASER_ENGRAVE, Method.CAST_MOULD}


def test_what_is_denied_or_of_another_piece_is_no_fact() -> None:
    read = told("Ring. Not cast, never soldered, without stones. Matching sapphire earrings sold separately.")
    assert (read.kind, read.by_hand, read.methods, read.stones) == (Kind.RING, (), (), ())


def test_what_may_be_ordered_is_no_fact_of_the_piece() -> None:
    read = told("Ring. It can be engraved on request. Choose your stone: ruby or emerald.")
    assert Method.ENGRAVE not in (*read.by_hand, *read.methods)
    assert read.stones == ()


def test_only_one_is_one_and_unique_says_nothing() -> None:
    assert (told("One of a kind ring").edition, told("One of a kind ring").made) == (Edition.ONE_OFF, 1)
    assert told("Every ring is unique").edition is None
    assert told("Limited edition of 1,000 rings").made == 1000


def test_what_stands_beside_the_piece_on_its_page_is_left_out() -> None:
    read = told("Ring, sterling silver, €40\nYou may also like\nGold plated ring €20\nDelivered in 2 days")
    assert (read.metal, read.price, read.days_max) == (Substance.SILVER, Decimal(40), None)


def test_structured_data_is_read_and_agrees_or_stays_open() -> None:
    product = {
        "@type": "Product",
        "name": "Arc ring",
        "description": "Returns within 14 days. You get the exact ring pictured.",
    }
    offer = {"price": "41.00", "priceCurrency": "EUR", "hasMerchantReturnPolicy": {"merchantReturnDays": 30}}
    read = told(json.dumps({**product, "offers": offer}))
    assert (read.kind, read.price, read.preview) == (Kind.RING, Decimal(41), Preview.THIS_PIECE)
    assert read.returns is None


@pytest.mark.parametrize(
    "offers",
    [
        {"lowPrice": "1", "highPrice": "9"},
        [{"price": "1"}, {"price": "2"}],
        {"price": "x"},
        {"price": []},
        [],
        "free",
        {"price": "1e999"},
    ],
)
def test_a_price_that_is_not_one_stays_open(offers: Any) -> None:
    assert told(json.dumps({"@type": "Product", "name": "Arc ring", "offers": offers})).price is None


@pytest.mark.parametrize(
    "text",
    ["[" * 19_000, '{"a":' * 3_000, '{"@type":"Product"', "<script type=application/ld+json>{", "\x00", "\ud800"],
)
def test_broken_data_is_read_as_text(text: str) -> None:
    assert isinstance(told(text), Told)


def test_regulated_words_are_named_denied_or_not() -> None:
    words = read_listing("Not hypoallergenic. Gold vermeil, natural sapphire, handmade.", "EUR").words
    assert set(words) >= {"hypoallergenic", "gold", "vermeil", "natural", "handmade", "unqualified-stone"}


def test_every_word_says_what_it_means_and_where_that_is_from() -> None:
    assert {"handmade", "gold", "hypoallergenic", "vermeil", "natural"} <= WORD_BY_SLUG.keys()
    assert all(word.text.endswith(".") for word in REGULATED)
    assert sum(word.source is not None for word in REGULATED) >= len(REGULATED) - 8


@given(st.text(max_size=3_000) | st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join))
def test_any_text_is_read_and_can_be_written_into_an_address(text: str) -> None:
    read = told(text)
    assert read_told(written(read)) == tidied(read_told(written(read)))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    (
                        "@type",
                        "@graph",
                        "name",
                        "offers",
                        "price",
                        "material",
                        "size",
                        "additionalProperty",
                        "countryOfOrigin",
                        "shippingDetails",
                        "shippingRate",
                        "value",
                        "hasMerchantReturnPolicy",
                    )
                ),
                inner,
                max_size=6,
            )
        ),
        max_leaves=20,
    )
)
def test_any_structured_data_is_read(data: Any) -> None:
    product = {"@type": "Product", "name": "ring", **data} if isinstance(data, dict) else data
    assert isinstance(told(json.dumps(product)), Told)


@pytest.mark.parametrize(
    "piece",
    ["€5 from ", "gold over ", "no ", "<", "by hand ", '"a ', "1,", "size 50 ", "<script type=ld+json>", "\u0130"],
)
def test_the_longest_text_of_one_word_is_read(piece: str) -> None:
    assert isinstance(told((piece * LONGEST_TEXT)[:LONGEST_TEXT]), Told)
