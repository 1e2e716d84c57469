"""Files as shops write them, made up for the tests."""

import csv
import io
from collections.abc import Mapping, Sequence

from catalog.records import LAYOUT
from catalog.sheets import Sheet, read_sheet
from catalog.sheets.rows import About, Row

ETSY_SHORT = [
    *("TITLE", "DESCRIPTION", "PRICE", "CURRENCY_CODE", "QUANTITY", "TAGS", "MATERIALS"),
    *(f"IMAGE{number}" for number in range(1, 11)),
    "SKU",
]
ETSY_LONG = [
    *ETSY_SHORT[:-1],
    *(f"VARIATION {number} {word}" for number in (1, 2) for word in ("TYPE", "NAME", "VALUES")),
    "SKU",
]
SHOPIFY_OLD = [
    *("Handle", "Title", "Body (HTML)", "Vendor", "Type", "Tags", "Published", "Option1 Name", "Option1 Value"),
    *("Variant SKU", "Variant Grams", "Variant Price", "Image Src", "Image Position", "Image Alt Text", "Status"),
]
SHOPIFY_NEW = [
    *("Title", "URL handle", "Description", "Vendor", "Product category", "Type", "Tags", "Status", "SKU"),
    *("Option1 name", "Option1 value", "Price", "Weight value (grams)", "Product image URL", "Image alt text"),
    "Material (product.metafields.custom.material)",
]
RING = {
    "TITLE": "Hammered silver ring",
    "DESCRIPTION": "A ring.\nMade slowly.",
    "PRICE": "24.00",
    "CURRENCY_CODE": "EUR",
}


def table(header: Sequence[str], *rows: Mapping[str, str], delimiter: str = ",") -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, header, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def read(text: str | bytes) -> Sheet:
    return read_sheet(text if isinstance(text, bytes) else text.encode(), LAYOUT)


def only(text: str | bytes) -> Row:
    sheet = read(text)
    assert sheet.errors == []
    (row,) = sheet.rows
    return row


def asked(row: Row, about: About) -> str:
    return next((ask.said for ask in row.asks if ask.about == about), "")
