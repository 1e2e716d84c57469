"""Our own files: a table in which rows without a name go on with the piece above, and records, one in a line. Plain."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from catalog.sheets.cells import unescaped
from catalog.sheets.rows import Format, Layout, Row, RowError, Sheet
from catalog.sheets.table import MOST_ROWS, Table, plain_name, seen

NAME = "name"


def _(words: str) -> str:
    return words


UNKNOWN_COLUMN = _("There is no such column in our table. Take its name from the template, or remove it.")
NOTHING_ABOVE = _("This row has no name, and no piece stands above it. Enter the name.")
OTHER_PIECE = _("This row has no name and another key than the piece above. Enter the name, or clear the key.")
NOT_A_RECORD = _('This line is no record. Each line is one piece as a JSON object, such as {"name": "Tide ring"}.')
NOT_A_VALUE = _("Here stands a list or an object. Write a text, a number, true, false or null.")
NOT_A_LIST = _('Here a list of objects is needed, such as [{"part": "Band"}].')
TOO_MANY = _("More than 5,000 pieces. Cut the file into several.")


def is_own(columns: set[str], layout: Layout) -> bool:
    return NAME in columns and len(columns & {plain_name(name) for name in layout.facts}) > 1


def read_own(table: Table, layout: Layout) -> Sheet:
    known = _known(layout)
    errors = [
        RowError(row=1, column=called, words=UNKNOWN_COLUMN)
        for name, called in table.columns.items()
        if name not in known
    ]
    rows = [_row(number, group, table, layout) for number, group in _groups(table, errors)]
    return Sheet(format=Format.OWN, rows=rows, errors=errors)


def read_lines(text: str, layout: Layout) -> Sheet:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST_ROWS:
        return Sheet(format=Format.LINES, errors=[RowError(row=0, column="", words=TOO_MANY)])
    rows: list[Row] = []
    errors: list[RowError] = []
    for number, line in lines:
        record = _parsed(line)
        if isinstance(record, dict):
            rows.append(_record(number, record, layout, errors))
        else:
            errors.append(RowError(row=number, column="", words=NOT_A_RECORD))
    return Sheet(format=Format.LINES, rows=rows, errors=errors)


def looks_like_lines(text: str) -> bool:
    """The first line is a whole object that claims to be nothing of schema.org."""
    first = _parsed(text.strip().partition("\n")[0])
    return isinstance(first, dict) and NAME in first and "@type" not in first


def _known(layout: Layout) -> set[str]:
    parts = [column for columns in layout.parts.values() for column in columns]
    return {plain_name(name) for name in (*layout.facts, *layout.ignored, "address", "sku", *parts)}


def _groups(table: Table, errors: list[RowError]) -> list[tuple[int, list[Mapping[str, str]]]]:
    groups: list[tuple[int, list[Mapping[str, str]]]] = []
    for number, cells in table.rows:
        if cells.get(NAME, "").strip():
            groups.append((number, [cells]))
        elif not groups or _is_other(cells, groups[-1][1][0]):
            words = OTHER_PIECE if groups else NOTHING_ABOVE
            errors.append(RowError(row=number, column=table.columns[NAME], words=words))
        else:
            groups[-1][1].append(cells)
    return groups


def _is_other(cells: Mapping[str, str], first: Mapping[str, str]) -> bool:
    return any(cells.get(key, "").strip() not in ("", first.get(key, "").strip()) for key in ("address", "sku"))


def _row(number: int, group: Sequence[Mapping[str, str]], table: Table, layout: Layout) -> Row:
    first = group[0]
    told = {name: unescaped(first[plain]) for name in layout.facts if (plain := plain_name(name)) in first}
    parts = {
        part: [*_part_rows(group, columns)]
        for part, columns in layout.parts.items()
        if any(plain_name(column) in table.columns for column in columns)
    }
    return Row(
        row=number,
        address=first.get("address", "").strip(),
        sku=unescaped(first.get("sku", "")).strip(),
        facts=told,
        parts=parts,
        columns={name: name for name in layout.facts},
    )


def _part_rows(group: Sequence[Mapping[str, str]], columns: Mapping[str, str]) -> Iterator[dict[str, str]]:
    for cells in group:
        told = {name: unescaped(cells.get(plain_name(column), "")) for column, name in columns.items()}
        if any(value.strip() for value in told.values()):
            yield told


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _record(number: int, record: Mapping[str, Any], layout: Layout, errors: list[RowError]) -> Row:
    ignored = {*layout.ignored, "address", "sku"}
    for name in record.keys() - {*layout.facts, *layout.parts, *ignored}:
        errors.append(RowError(row=number, column=str(name)[:60], words=UNKNOWN_COLUMN))
    return Row(
        row=number,
        address=_cell(record.get("address"), number, "address", errors),
        sku=_cell(record.get("sku"), number, "sku", errors),
        facts={name: _cell(record[name], number, name, errors) for name in layout.facts if name in record},
        parts={
            part: _part_records(record[part], number, part, layout, errors) for part in layout.parts if part in record
        },
        columns={name: name for name in layout.facts},
    )


def _part_records(value: Any, number: int, part: str, layout: Layout, errors: list[RowError]) -> list[dict[str, str]]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        errors.append(RowError(row=number, column=part, words=NOT_A_LIST))
        return []
    names = layout.parts[part].values()
    return [{name: _cell(item.get(name), number, f"{part}.{name}", errors) for name in names} for item in value]


def _cell(value: Any, number: int, column: str, errors: list[RowError]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, str | int | float):
        return "" if value is None else seen(str(value))
    errors.append(RowError(row=number, column=column, words=NOT_A_VALUE))
    return ""
