"""The structured data (schema.org Product) in the source of a seller's page, or several such as a list. Plain."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from catalog.reading.json_ld import listed, products_in
from catalog.reading.json_ld import text_in as said_in
from catalog.sheets.cells import number
from catalog.sheets.rows import About, Ask, Format, Sheet, SheetError
from catalog.sheets.seller import Product, ask_for_list, row_of, without_shared_keys
from catalog.sheets.table import seen

Data = Mapping[str, Any]
Units = Mapping[str, int | Decimal]

COLUMNS = {"name": "name", "story": "description", "price": "offers.price", "sku": "sku", "kind": "category"}
COLUMNS |= {
    "weight_g": "weight",
    "height_mm": "height",
    "width_mm": "width",
    "page": "url",
    "currency": "priceCurrency",
}
GRAMS: Units = {
    "GRM": 1,
    "g": 1,
    "gram": 1,
    "grams": 1,
    "KGM": 1000,
    "kg": 1000,
    "MGM": Decimal("0.001"),
    "CTM": Decimal("0.2"),
}
MILLIMETRES: Units = {"MMT": 1, "mm": 1, "CMT": 10, "cm": 10, "INH": Decimal("25.4"), "in": Decimal("25.4")}
MEASURES = {
    "weight_g": ("weight", GRAMS),
    "height_mm": ("height", MILLIMETRES),
    "width_mm": ("width", MILLIMETRES),
}
READY = "InStock"


def _(words: str) -> str:
    return words


def text_in(value: Any) -> str:
    return seen(said_in(value))


def read_json_ld(text: str) -> Sheet:
    """A product is counted as a row from 1. Raises SheetError where there is none."""
    found = list(products_in(text))
    if not found:
        raise SheetError(
            _("There is no product in this data. Save the page's source, or the whole of its “application/ld+json”.")
        )
    read = [row_of(_product(at, data), COLUMNS) for at, data in enumerate(found, 1)]
    errors = [error for _row, wrong in read for error in wrong]
    return Sheet(format=Format.JSON_LD, rows=without_shared_keys(row for row, _wrong in read), errors=errors)


def _product(at: int, data: Data) -> Product:
    offers = [offer for holder in (data, *_variants(data)) for offer in listed(holder.get("offers")) if _is_data(offer)]
    offers = [one for offer in offers for one in (listed(offer.get("offers")) or [offer]) if _is_data(one)]
    currencies = {text_in(offer.get("priceCurrency")).upper() for offer in offers} - {""}
    return Product(
        row=at,
        name=text_in(data.get("name")),
        story=text_in(data.get("description")),
        sku=text_in(data.get("sku") or data.get("productGroupID") or data.get("mpn")),
        prices=[price for offer in offers for price in _prices(offer)],
        currency=" ".join(sorted(currencies)) or None,
        kind_words=[text_in(one) for one in listed(data.get("category"))],
        facts=_facts(data, offers),
        asks=[
            ask_for_list(About.MATERIALS, (text_in(one) for one in listed(data.get("material")))),
            Ask(
                about=About.OPTIONS, said="\n".join(dict.fromkeys(text_in(one.get("name")) for one in _variants(data)))
            ),
            Ask(about=About.PHOTOS, said="\n".join(dict.fromkeys(_photos(data)))),
        ],
    )


def _is_data(value: Any) -> bool:
    return isinstance(value, dict)


def _variants(data: Data) -> list[Data]:
    return [one for one in listed(data.get("hasVariant")) if _is_data(one)]


def _prices(offer: Data) -> Iterator[str]:
    """The highest of a range, as of variants. The vocabulary knows no thousands: a point stands before decimals."""
    specified = [one for one in listed(offer.get("priceSpecification")) if _is_data(one)]
    for value in (
        offer.get("price"),
        offer.get("highPrice") or offer.get("lowPrice"),
        *(one.get("price") for one in specified),
    ):
        if text := text_in(value):
            figure = number(text)
            yield text if figure is None else f"{Decimal(figure):.2f}"
            return


def _facts(data: Data, offers: list[Data]) -> dict[str, str]:
    told = {fact: _measured(data.get(name), units) for fact, (name, units) in MEASURES.items()}
    address = text_in(data.get("url"))
    stock = {text_in(offer.get("availability")).rpartition("/")[2] for offer in offers}
    return told | {
        "page": address if address.startswith(("https://", "http://")) and len(address) <= 200 else "",
        "in_stock": "true" if stock == {READY} else "",
    }


def _measured(value: Any, units: Units) -> str:
    """In our unit; nothing where the unit is not told, for a bare number would be a guess."""
    if _is_data(value):
        said, unit = text_in(value.get("value")), text_in(value.get("unitCode") or value.get("unitText"))
    else:
        said, _space, unit = text_in(value).strip().partition(" ")
    figure = number(said) if said else None
    if figure is None or unit not in units or Decimal(figure) <= 0:
        return ""
    return f"{(Decimal(figure) * units[unit]).quantize(Decimal('0.1')).normalize():f}"


def _photos(data: Data) -> Iterator[str]:
    for image in listed(data.get("image")):
        address = image.get("contentUrl") or image.get("url") if _is_data(image) else image
        if isinstance(address, str) and address.strip():
            yield seen(address.strip())
