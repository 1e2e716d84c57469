"""Bytes into a table: whatever programs on whatever computers make of CSV. Plain."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalog.sheets.rows import SheetError

MOST_BYTES = 5_000_000
MOST_ROWS = 5_000
DELIMITERS = ",;\t|"
NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff")
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def _(words: str) -> str:
    return words


@dataclass(frozen=True, kw_only=True)
class Table:
    """`columns` as the file calls them by their plain names; each row with its number, the header being 1."""

    columns: Mapping[str, str]
    rows: Sequence[tuple[int, Mapping[str, str]]]


def text_of(data: bytes) -> str:
    """Raises SheetError for what is no text."""
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf\xfe\xff"):
        raise SheetError(_("The file is empty. Choose the one you downloaded."))
    if len(data) > MOST_BYTES:
        raise SheetError(_("The file is larger than 5 MB. Cut it into several, each with the first row on top."))
    if data.startswith(NOT_TEXT):
        raise SheetError(_("This is no text file. Open it in your spreadsheet and save it as CSV."))
    return seen(data.decode(_encoding_of(data), errors="replace"))


def seen(text: str) -> str:
    """Without what no letter is: control characters, and halves of letters, which JSON can spell."""
    return UNSEEN.sub("", text)


def table_of(text: str) -> Table:
    """Rows without any cell are left out. Raises SheetError where quotes or cells do not fit together."""
    separator = re.match(r"sep=(.)\r?\n", text)
    body = text[separator.end() :] if separator else text
    delimiter = separator[1] if separator else _delimiter_of(body)
    records = list(_records(body, delimiter))
    if not records:
        raise SheetError(_("The file is empty. Choose the one you downloaded."))
    _first, header = records[0]
    columns: dict[str, str] = {}
    for cell in filter(str.strip, header):
        columns.setdefault(plain_name(cell), cell.strip())
    if len(records) - 1 > MOST_ROWS:
        raise SheetError(_("More than 5,000 rows. Cut the file into several, each with the first row on top."))
    names = [plain_name(cell) for cell in header]
    return Table(columns=columns, rows=[(row, _named(names, cells, row)) for row, cells in records[1:]])


def plain_name(header: str) -> str:
    return " ".join(re.sub(r"[\s_]+", " ", header).split()).casefold()


def _encoding_of(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = data[:400]
    if start[1::2].count(0) * 3 > len(start):
        return "utf-16-le"
    if start[::2].count(0) * 3 > len(start):
        return "utf-16-be"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _delimiter_of(text: str) -> str:
    """The one that parts the first row into most cells."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda one: (len(next(csv.reader([first], delimiter=one), [])), one == ","))


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        raise SheetError(
            _("A quotation mark is missing or too many here. Save the file as CSV from your spreadsheet again."),
            row=number + 1,
        ) from error


def _named(names: list[str], cells: list[str], row: int) -> dict[str, str]:
    """Of two columns of one name the first that says something counts."""
    if any(cell.strip() for cell in cells[len(names) :]):
        raise SheetError(
            _("This row has more cells than the first row. A text with a comma may lack its quotation marks."), row=row
        )
    named: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        named[name] = named.get(name) or cell
    return named
