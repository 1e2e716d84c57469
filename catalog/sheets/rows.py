"""What every reader of sellers' files gives: rows in the words of the file, questions to their maker, errors. Plain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


def _(words: str) -> str:
    return words


class Format(StrEnum):
    OWN = "own"
    LINES = "lines"
    ETSY = "etsy"
    SHOPIFY = "shopify"
    JSON_LD = "json_ld"


FORMAT_NAMES = {
    Format.OWN: _("Our own table (CSV)"),
    Format.LINES: _("Our own records (JSON Lines)"),
    Format.ETSY: _("Etsy, listings for sale (CSV)"),
    Format.SHOPIFY: _("Shopify, products (CSV)"),
    Format.JSON_LD: _("A page's structured data (JSON-LD)"),
}
# What a piece is called by in our own files beside its facts; `maker` and `state` are told and never taken from a file.
KEYS = ("address", "sku")


class About(StrEnum):
    """What a maker is asked about a draft, because a file cannot answer it."""

    MAKING = "making"
    PARTNERS = "partners"
    MATERIALS = "materials"
    OPTIONS = "options"
    PRICE = "price"
    STOCK = "stock"
    NAME = "name"
    STORY = "story"
    PHOTOS = "photos"


@dataclass(frozen=True, kw_only=True)
class Ask:
    about: About
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class RowError:
    """`words` name what is wrong and what to do; `values` go into them. Row 0 is the file as a whole."""

    row: int
    column: str
    words: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One piece as its file tells it: `row` as a spreadsheet counts, `facts` and `parts` as text by our names.

    A fact that is not in `facts` is one the file cannot tell; an empty one is told to be unknown. `columns` says
    how the file itself calls a fact. `currency` is None where the file has no word on it.
    """

    row: int
    facts: Mapping[str, str]
    address: str = ""
    sku: str = ""
    currency: str | None = ""
    parts: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    asks: Sequence[Ask] = ()


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """`unread` are the columns that hold something and that no piece has a place for."""

    format: Format | None
    rows: Sequence[Row] = ()
    errors: Sequence[RowError] = ()
    unread: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Our own table: the facts of a piece, and of each part its columns and what they tell."""

    facts: Sequence[str]
    parts: Mapping[str, Mapping[str, str]]
    ignored: Sequence[str] = ()


class SheetError(Exception):
    """The file as a whole cannot be read."""

    def __init__(self, words: str, row: int = 0, **values: object) -> None:
        super().__init__(words)
        self.error = RowError(row=row, column="", words=words, values=values)
