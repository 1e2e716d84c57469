"""Etsy's "Currently for Sale Listings", with and without its columns of variations. Plain.

It has no listing id, no category and no word on who made a piece, and its materials are all those ever offered.
"""

from collections.abc import Mapping

from catalog.sheets.cells import listed, one_line
from catalog.sheets.rows import About, Ask, Format, RowError, Sheet
from catalog.sheets.seller import Product, ask_for_list, row_of, without_shared_keys
from catalog.sheets.table import Table

NEEDED = {"title", "price"}
TELLING = {"currency code", "materials", "image1", "variation 1 type"}
COLUMNS = {"name": "title", "kind": "title", "story": "description", "price": "price"}
IMAGES = [f"image{number}" for number in range(1, 11)]
VARIATIONS = [f"variation {number}" for number in (1, 2)]
UNREAD = ("tags",)


def is_etsy(columns: set[str]) -> bool:
    return columns >= NEEDED and bool(columns & TELLING)


def read_etsy(table: Table) -> Sheet:
    columns = {fact: table.columns[name] for fact, name in COLUMNS.items() if name in table.columns}
    columns |= {name: table.columns.get(name, "") for name in ("sku",)}
    columns["currency"] = table.columns.get("currency code", "")
    read = [row_of(_product(number, cells), columns) for number, cells in table.rows]
    errors: list[RowError] = [error for _row, found in read for error in found]
    unread = [table.columns[name] for name in UNREAD if any(cells.get(name, "").strip() for _row, cells in table.rows)]
    rows = without_shared_keys(row for row, _found in read)
    return Sheet(format=Format.ETSY, rows=rows, errors=errors, unread=unread)


def _product(number: int, cells: Mapping[str, str]) -> Product:
    currency = cells.get("currency code", "").strip().upper()
    return Product(
        row=number,
        name=cells.get("title", ""),
        story=cells.get("description", ""),
        sku=cells.get("sku", "").split(",")[0],
        prices=[cells.get("price", "")],
        currency=currency or None,
        asks=[
            Ask(about=About.MAKING),
            Ask(about=About.PARTNERS),
            ask_for_list(About.MATERIALS, listed(cells.get("materials", ""))),
            Ask(about=About.OPTIONS, said="\n".join(filter(None, (_variation(cells, name) for name in VARIATIONS)))),
            Ask(about=About.STOCK, said=cells.get("quantity", "").strip()),
            Ask(about=About.PHOTOS, said="\n".join(filter(None, (cells.get(name, "").strip() for name in IMAGES)))),
        ],
    )


def _variation(cells: Mapping[str, str], name: str) -> str:
    values = ", ".join(listed(cells.get(f"{name} values", "")))
    called = one_line(cells.get(f"{name} name", "") or cells.get(f"{name} type", ""))
    return f"{called}: {values}" if values else ""
