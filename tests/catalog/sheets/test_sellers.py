import json

import pytest

from catalog.sheets.rows import About, Format
from tests.catalog.sheets.files import ETSY_LONG, ETSY_SHORT, RING, SHOPIFY_NEW, SHOPIFY_OLD, asked, only, read, table

STUDS = {"Handle": "sun-studs", "Title": "Sun studs", "Type": "Earrings", "Variant Price": "60.00"}
PRODUCT = {"@context": "https://schema.org", "@type": "Product", "name": "Moss ring", "sku": "M1"}


@pytest.mark.parametrize("header", [ETSY_SHORT, ETSY_LONG])
def test_both_forms_of_etsy_are_known(header: list[str]) -> None:
    sheet = read(table(header, RING))
    assert sheet.format == Format.ETSY
    assert sheet.rows[0].facts == {
        "name": "Hammered silver ring",
        "kind": "ring",
        "price": "24",
        "story": "A ring.\nMade slowly.",
    }


def test_what_etsy_cannot_say_stays_unsaid() -> None:
    row = only(table(ETSY_SHORT, RING | {"MATERIALS": "Solid_gold,14k_gold,Gold plated", "QUANTITY": "999"}))
    assert row.parts == {}
    assert not row.facts.keys() & {"can_supply", "number_made", "in_stock", "technique", "days_min"}
    assert asked(row, About.MATERIALS) == "Solid gold, 14k gold, Gold plated"


def test_etsy_asks_who_made_it_and_who_helped() -> None:
    assert {ask.about for ask in only(table(ETSY_SHORT, RING)).asks} >= {About.MAKING, About.PARTNERS}


def test_forty_materials_are_one_question() -> None:
    materials = ",".join(f"Material_{number}" for number in range(40))
    assert asked(only(table(ETSY_SHORT, RING | {"MATERIALS": materials})), About.MATERIALS).count(",") == 39


@pytest.mark.parametrize(("cell", "key"), [("A1,A2", "A1"), ("FJC00062| 4-5", "FJC00062| 4-5"), ("", "")])
def test_first_of_several_numbers_names_the_piece(cell: str, key: str) -> None:
    assert only(table(ETSY_SHORT, RING | {"SKU": cell})).sku == key


def test_number_of_two_listings_names_neither() -> None:
    sheet = read(table(ETSY_SHORT, RING | {"SKU": "A"}, RING | {"SKU": "A"}, RING | {"SKU": "B"}))
    assert [row.sku for row in sheet.rows] == ["", "", "B"]


def test_long_title_is_cut_at_a_break_and_kept_as_a_question() -> None:
    title = "Sterling silver stacking ring, dainty hammered band, minimalist jewelry, gift for her, boho ring"
    row = only(table(ETSY_SHORT, RING | {"TITLE": title}))
    assert row.facts["name"] == "Sterling silver stacking ring, dainty hammered band, minimalist jewelry"
    assert asked(row, About.NAME) == title


def test_long_description_keeps_its_rest_as_a_question() -> None:
    row = only(table(ETSY_SHORT, RING | {"DESCRIPTION": "A sentence of words. " * 300}))
    assert len(row.facts["story"]) <= 4000
    assert len(row.facts["story"]) + len(asked(row, About.STORY)) > 6000


def test_variations_and_pictures_are_questions() -> None:
    told = {"VARIATION 1 TYPE": "Custom", "VARIATION 1 NAME": "Ring size", "VARIATION 1 VALUES": "5,6,7"}
    row = only(
        table(ETSY_LONG, RING | told | {"IMAGE1": "https://a.example/1.jpg", "IMAGE10": "https://a.example/2.jpg"})
    )
    assert asked(row, About.OPTIONS) == "Ring size: 5, 6, 7"
    assert asked(row, About.PHOTOS) == "https://a.example/1.jpg\nhttps://a.example/2.jpg"


def test_price_that_is_none_names_row_and_column() -> None:
    (error,) = read(table(ETSY_SHORT, RING, RING | {"PRICE": "ask me"})).errors
    assert (error.row, error.column, error.values) == (3, "PRICE", {"value": "ask me"})


def test_rows_of_one_handle_are_one_product() -> None:
    image = {"Handle": "sun-studs", "Image Src": "https://a.example/2.jpg"}
    sheet = read(table(SHOPIFY_OLD, STUDS, image, STUDS | {"Handle": "moon-studs", "Title": "Moon studs"}, image))
    assert [row.facts["name"] for row in sheet.rows] == ["Sun studs", "Moon studs"]
    assert asked(sheet.rows[0], About.PHOTOS) == "https://a.example/2.jpg"


def test_new_words_of_shopify_mean_the_same() -> None:
    told = {
        "Title": "Sun studs",
        "URL handle": "sun-studs",
        "Price": "60",
        "Type": "Earrings",
        "SKU": "S",
        "Status": "active",
    }
    row = only(table(SHOPIFY_NEW, told | {"Description": "<p>Small <b>suns</b>.</p><p>Light.</p>"}))
    assert row.facts == {"name": "Sun studs", "kind": "earrings", "price": "60", "story": "Small suns.\n\nLight."}
    assert (row.sku, row.currency) == ("S", None)


def test_highest_price_of_variants_is_entered_and_asked() -> None:
    other = {"Handle": "sun-studs", "Option1 Value": "Gold", "Variant Price": "120"}
    row = only(table(SHOPIFY_OLD, STUDS | {"Option1 Name": "Metal", "Option1 Value": "Silver"}, other))
    assert row.facts["price"] == "120"
    assert asked(row, About.PRICE) == "60, 120"
    assert asked(row, About.MATERIALS) == "Silver, Gold"
    assert asked(row, About.OPTIONS) == "Metal: Silver, Gold"


def test_product_without_options_has_none() -> None:
    row = only(table(SHOPIFY_OLD, STUDS | {"Option1 Name": "Title", "Option1 Value": "Default Title"}))
    assert asked(row, About.OPTIONS) == ""


@pytest.mark.parametrize(("grams", "told"), [("0", {}), ("", {}), ("0.0", {}), ("4.5", {"weight_g": "4.5"})])
def test_weight_of_nothing_is_not_told(grams: str, told: dict[str, str]) -> None:
    facts = only(table(SHOPIFY_OLD, STUDS | {"Variant Grams": grams})).facts
    assert {name: value for name, value in facts.items() if name == "weight_g"} == told


def test_structured_data_of_a_page_is_read() -> None:
    offer = {"@type": "Offer", "price": 96.5, "priceCurrency": "EUR", "availability": "https://schema.org/InStock"}
    data = PRODUCT | {
        "offers": offer,
        "weight": {"value": 4, "unitCode": "GRM"},
        "height": "2 cm",
        "material": "Silver",
    }
    row = only(f'<html><script type="application/ld+json">{json.dumps(data)}</script></html>')
    assert row.facts == {
        "name": "Moss ring",
        "kind": "ring",
        "price": "96.5",
        "weight_g": "4",
        "height_mm": "20",
        "in_stock": "true",
    }
    assert (row.sku, row.currency, asked(row, About.MATERIALS)) == ("M1", "EUR", "Silver")


def test_measure_without_unit_is_not_told() -> None:
    assert "weight_g" not in only(json.dumps(PRODUCT | {"weight": 4})).facts


def test_variants_in_several_currencies_are_told_as_such() -> None:
    offers = [{"price": 1, "priceCurrency": "EUR"}, {"price": 2, "priceCurrency": "USD"}]
    assert only(json.dumps([PRODUCT | {"offers": offers}])).currency == "EUR USD"


def test_several_products_are_several_rows() -> None:
    assert [row.facts["name"] for row in read(json.dumps({"@graph": [PRODUCT, PRODUCT | {"name": "Fern"}]})).rows] == [
        "Moss ring",
        "Fern",
    ]


@pytest.mark.parametrize(
    ("price", "told"), [(96.499, "96.5"), ("1299.000", "1299"), ("1,299.00", "1299"), (1299, "1299")]
)
def test_structured_price_has_decimals_and_no_thousands(price: object, told: str) -> None:
    offer = {"price": price, "priceCurrency": "EUR"}
    assert only(json.dumps(PRODUCT | {"offers": offer})).facts["price"] == told
