"""A piece as it leaves: rows of our own table or a record of JSON Lines, both read back by `catalog.sheets.own`."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Field

from catalog.copies import SAID
from catalog.models import Evidence, Material, Option, Piece, Step
from catalog.models.piece import PARTS
from catalog.sheets import Layout
from catalog.sheets.cells import escaped

NOT_TOLD = frozenset({"maker", "sku", "declared_on"})
FACTS: Mapping[str, Field[Any, Any]] = {field.name: field for field in SAID if field.name not in NOT_TOLD}
MODELS = dict(zip(PARTS, (Step, Material, Option, Evidence), strict=True))
SINGULAR = dict(zip(PARTS, ("step", "material", "option", "evidence"), strict=True))
# Given by curators: it is told, and never taken from a file.
GRADED = frozenset({"grade", "reviewer", "reviewed_on", "expired_on"})
OF_PART = frozenset({"id", "piece", "position"}) | GRADED
PART_FACTS: Mapping[str, Mapping[str, Field[Any, Any]]] = {
    part: {field.name: field for field in model._meta.concrete_fields if field.name not in OF_PART}
    for part, model in MODELS.items()
}
TOLD_FIRST = ("address", "sku", "maker", "state")
TOLD_LAST = ("declared_on", "added_on")
GRADE_COLUMN = "evidence_grade"
PART_COLUMNS = {part: {f"{SINGULAR[part]}_{name}": name for name in facts} for part, facts in PART_FACTS.items()}
# What open data tells besides: it is derived, or hangs on the site.
DERIVED = ("making_class", "way", "photos", "url", "licence")
LAYOUT = Layout(facts=tuple(FACTS), parts=PART_COLUMNS, ignored=("maker", "state", *TOLD_LAST, GRADE_COLUMN, *DERIVED))
HEADER = [
    *TOLD_FIRST,
    *FACTS,
    *(column for columns in PART_COLUMNS.values() for column in columns),
    GRADE_COLUMN,
    *TOLD_LAST,
]


def record_of(piece: Piece) -> dict[str, Any]:
    """Facts by the names of the model; null is what nobody told. Its parts are lists, in their order."""
    parts = {part: [_facts(row, PART_FACTS[part]) for row in getattr(piece, part).all()] for part in PARTS}
    for told, row in zip(parts["evidence"], piece.evidence.all(), strict=True):
        told["grade"] = row.grade
    return {
        **_identity(piece),
        **_facts(piece, FACTS),
        **parts,
        **{name: _value(getattr(piece, name)) for name in TOLD_LAST},
    }


def json_line(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def json_lines(pieces: Iterable[Piece]) -> Iterator[str]:
    return (json_line(record_of(piece)) for piece in pieces)


def csv_lines(pieces: Iterable[Piece]) -> Iterator[str]:
    """With the header first. A text that a spreadsheet would run as a formula begins with an apostrophe."""
    writer: Any = csv.writer(_Lines(), lineterminator="\r\n")
    yield "\ufeff" + writer.writerow(HEADER)
    for piece in pieces:
        for row in rows_of(record_of(piece)):
            yield writer.writerow([row.get(name, "") for name in HEADER])


def rows_of(record: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """The first row tells the piece, its first step, material, option and evidence; the next the second of each."""
    told = {name: _cell(value) for name, value in record.items() if name not in PARTS}
    longest = max(1, *(len(record[part]) for part in PARTS))
    for at in range(longest):
        row = dict(told) if at == 0 else {name: told[name] for name in ("address", "sku")}
        for part in PARTS:
            facts = record[part][at] if at < len(record[part]) else {}
            row |= {f"{SINGULAR[part]}_{name}": _cell(value) for name, value in facts.items()}
        yield row


def own_piece(piece: Piece) -> Piece:
    """As its maker last wrote it: the change of it that is in work, or itself."""
    return getattr(piece, "revision", None) or piece


class _Lines:
    def write(self, line: str) -> str:
        """A line is handed on instead of written."""
        return line


def _identity(piece: Piece) -> dict[str, Any]:
    public = piece.revises or piece
    return {"address": public.slug, "sku": piece.sku, "maker": piece.maker.slug, "state": public.state}


def _facts(row: Any, fields: Mapping[str, Field[Any, Any]]) -> dict[str, Any]:
    return {name: _value(getattr(row, name)) for name in fields}


def _value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else escaped(str(value))


WRITERS: Mapping[str, Callable[[Iterable[Piece]], Iterator[str]]] = {"csv": csv_lines, "jsonl": json_lines}
CONTENT_TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}
