"""Shopify's product export, in its old and its new words: rows of one handle are one product. Plain.

The first row tells the product, the others a variant or one more picture each. It never names a currency.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from catalog.sheets.cells import listed, one_line, weight
from catalog.sheets.rows import About, Ask, Format, RowError, Sheet
from catalog.sheets.seller import Product, ask_for_list, row_of, without_shared_keys
from catalog.sheets.table import Table

Cells = Mapping[str, str]
Group = list[tuple[int, Cells]]

# Each by its new and its old name.
HANDLE = ("url handle", "handle")
STORY = ("description", "body (html)")
PRICE = ("price", "variant price")
SKU = ("sku", "variant sku")
GRAMS = ("weight value (grams)", "variant grams")
IMAGE = ("product image url", "image src")
VARIANT_IMAGE = ("variant image url", "variant image")
ALT = ("image alt text",)
KIND = ("type", "product category", "google shopping / google product category", "tags")
OPTIONS = ("option1", "option2", "option3")
OLD = {"variant price", "variant sku", "body (html)", "image src", "variant grams", "image position"}
NEW = {
    "url handle",
    "option1 name",
    "product image url",
    "published on online store",
    "continue selling when out of stock",
}
OF_MATERIAL = ("material", "metal")
UNREAD = ("vendor", "barcode", "compare-at price", "variant compare at price", "seo title", "seo description")


def is_shopify(columns: set[str]) -> bool:
    return ("handle" in columns and bool(columns & OLD)) or ("title" in columns and bool(columns & NEW))


def read_shopify(table: Table) -> Sheet:
    columns = _columns_of(table)
    read = [row_of(_product(group), columns) for group in _groups(table.rows)]
    errors: list[RowError] = [error for _row, found in read for error in found]
    unread = [table.columns[name] for name in UNREAD if any(cells.get(name, "").strip() for _row, cells in table.rows)]
    rows = without_shared_keys(row for row, _found in read)
    return Sheet(format=Format.SHOPIFY, rows=rows, errors=errors, unread=unread)


def _columns_of(table: Table) -> dict[str, str]:
    names = {
        "name": ("title",),
        "kind": ("type", "title"),
        "story": STORY,
        "price": PRICE,
        "sku": SKU,
        "weight_g": GRAMS,
    }
    found = {fact: next((name for name in known if name in table.columns), "") for fact, known in names.items()}
    return {fact: table.columns[name] for fact, name in found.items() if name}


def _groups(rows: Sequence[tuple[int, Cells]]) -> Iterable[Group]:
    """By handle, wherever its rows stand; a row without handle and title goes on with the one before."""
    groups: dict[str, Group] = {}
    key = ""
    for number, cells in rows:
        handle = _first(cells, HANDLE)
        if handle or cells.get("title", "").strip():
            key = handle or f"row {number}"
        groups.setdefault(key, []).append((number, cells))
    return groups.values()


def _product(group: Group) -> Product:
    number, first = next(((at, cells) for at, cells in group if cells.get("title", "").strip()), group[0])
    rows = [cells for _number, cells in group]
    return Product(
        row=number,
        name=first.get("title", ""),
        story=_first(first, STORY),
        sku=next((_first(cells, SKU) for cells in rows if _first(cells, SKU)), "") or _first(first, HANDLE),
        prices=[_first(cells, PRICE) for cells in rows],
        currency=None,
        kind_words=[first.get(name, "") for name in KIND],
        facts=_weight(rows),
        asks=[
            ask_for_list(About.MATERIALS, _materials(first, rows)),
            Ask(about=About.OPTIONS, said="\n".join(_options(first, rows))),
            Ask(about=About.PHOTOS, said="\n".join(dict.fromkeys(_photos(rows)))),
        ],
    )


def _first(cells: Cells, names: Iterable[str]) -> str:
    return next((value for name in names if (value := cells.get(name, "").strip())), "")


def _weight(rows: Iterable[Cells]) -> dict[str, str]:
    weights = {weight(_first(cells, GRAMS)) for cells in rows} - {""}
    return {"weight_g": weights.pop()} if len(weights) == 1 else {}


def _options(first: Cells, rows: Iterable[Cells]) -> Iterator[str]:
    """What a product without options has as its only one is none."""
    rows = list(rows)
    for option in OPTIONS:
        name = one_line(first.get(f"{option} name", ""))
        values = list(dict.fromkeys(filter(None, (one_line(cells.get(f"{option} value", "")) for cells in rows))))
        if values and (name, values) != ("Title", ["Default Title"]):
            yield f"{name}: {', '.join(values)}" if name else ", ".join(values)


def _materials(first: Cells, rows: Iterable[Cells]) -> Iterator[str]:
    rows = list(rows)
    for option in OPTIONS:
        if any(word in first.get(f"{option} name", "").casefold() for word in OF_MATERIAL):
            yield from (one_line(cells.get(f"{option} value", "")) for cells in rows)
    for name, value in first.items():
        if "metafields" in name and any(word in name for word in OF_MATERIAL):
            yield from listed(value.replace(";", ","))
    yield from listed(first.get("tags", ""))


def _photos(rows: Iterable[Cells]) -> Iterator[str]:
    for cells in rows:
        alt = one_line(_first(cells, ALT))
        for address in (_first(cells, IMAGE), _first(cells, VARIANT_IMAGE)):
            if address:
                yield f"{address} ({alt})" if alt and address == _first(cells, IMAGE) else address
