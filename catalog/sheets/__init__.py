"""Reads sellers' files of five kinds into rows; what a file cannot say is no fact, no bytes raise. Plain."""

from catalog.sheets.etsy import is_etsy, read_etsy
from catalog.sheets.json_ld import read_json_ld
from catalog.sheets.own import is_own, looks_like_lines, read_lines, read_own
from catalog.sheets.rows import Layout, RowError, Sheet, SheetError
from catalog.sheets.shopify import is_shopify, read_shopify
from catalog.sheets.table import Table, table_of, text_of

__all__ = ["Layout", "RowError", "Sheet", "read_sheet"]


def _(words: str) -> str:
    return words


def read_sheet(data: bytes, layout: Layout) -> Sheet:
    """Whatever the bytes: a file that cannot be read is one error that says why, and no row."""
    try:
        return _sheet(text_of(data), layout)
    except SheetError as error:
        return Sheet(format=None, errors=[error.error])


def _sheet(text: str, layout: Layout) -> Sheet:
    start = text.lstrip()[:1]
    if start == "{" and looks_like_lines(text):
        return read_lines(text, layout)
    if start in ("{", "[", "<"):
        return read_json_ld(text)
    table = table_of(text)
    sheet = _of_table(table, layout)
    if not sheet.rows and not sheet.errors:
        raise SheetError(_("There is nothing below the first row. Choose a file with at least one piece."))
    return sheet


def _of_table(table: Table, layout: Layout) -> Sheet:
    columns = set(table.columns)
    if is_shopify(columns):
        return read_shopify(table)
    if is_etsy(columns):
        return read_etsy(table)
    if is_own(columns, layout):
        return read_own(table, layout)
    raise SheetError(
        _("We do not know this file: its first row begins with %(columns)s. Choose one of those listed."),
        columns=", ".join(list(table.columns.values())[:5])[:120],
    )
