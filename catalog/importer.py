"""A seller's rows against the database: what would change, then all of it or nothing. The only joint of the two.

Everything arrives as a draft of the importing maker, whatever its file says; what is public gets a change in work.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from catalog.bench import lay
from catalog.choices import Grade, State
from catalog.differences import Difference, differences
from catalog.imported_values import Problem, Values, facts_of, parts_of
from catalog.models import Maker, Piece, ToConfirm, Upload
from catalog.models.piece import PARTS
from catalog.records import FACTS, LAYOUT, MODELS, OF_PART, own_piece
from catalog.rules import clean
from catalog.sheets import RowError, Sheet, read_sheet
from catalog.sheets.rows import Ask, Row

# Set by us, or of no concern to the models' own rules.
UNTOLD = {"id", "maker", "slug", "state", "cover", "revises", "added_on", "piece", "position"}
NEW = "new"
Match = tuple[Piece | None, bool]


@dataclass(kw_only=True)
class Line:
    """One piece of the file; `piece` is what it is taken for, as its maker last wrote it, `is_guess` by name alone."""

    row: int
    name: str
    piece: Piece | None = None
    is_guess: bool = False
    is_left_out: bool = False
    lacks_kind: bool = False
    draft: Piece
    parts: Mapping[str, list[Any]] = field(default_factory=dict)
    changes: list[Difference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    asks: Iterable[Ask] = ()

    @property
    def questions(self) -> list[ToConfirm]:
        return [ToConfirm(about=ask.about, said=ask.said) for ask in self.asks]

    @property
    def status(self) -> str:
        if self.is_left_out:
            return "left_out"
        if self.problems:
            return "wrong"
        if self.piece is None:
            return "new"
        return "changed" if self.changes else "unchanged"


@dataclass(frozen=True, kw_only=True)
class Plan:
    sheet: Sheet
    lines: list[Line]
    problems: list[Problem]
    asks_currency: bool

    @property
    def is_clear(self) -> bool:
        return not self.problems and not self.asks_currency and not any(line.status == "wrong" for line in self.lines)

    @property
    def to_write(self) -> list[Line]:
        return [*self.of("new"), *self.of("changed")]

    def of(self, status: str) -> list[Line]:
        return [line for line in self.lines if line.status == status]


def plan_for(upload: Upload) -> Plan:
    """What taking it over would do now, with what its maker has answered so far. Stores nothing."""
    sheet = read_sheet(bytes(upload.data), LAYOUT)
    known = Known(upload.maker)
    rows = list(sheet.rows)
    matches = zip(rows, known.matches(rows), strict=True)
    lines = [_line(row, match, known, upload.choices) for row, match in matches]
    _refuse_twice(lines, rows)
    asks_currency = any(row.currency is None for row in rows) and upload.choices.get("currency") != settings.CURRENCY
    by_row = {line.row: line for line in lines}
    problems: list[Problem] = []
    for problem in map(_said, sheet.errors):
        (by_row[problem.row].problems if problem.row in by_row else problems).append(problem)
    return Plan(sheet=sheet, lines=lines, problems=problems, asks_currency=asks_currency)


class Known:
    """A maker's pieces by what a file may call them."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        pieces: QuerySet[Piece] = Piece.objects.filter(maker=maker, revises=None).with_facts()
        pieces = pieces.prefetch_related(
            "revision", "photos", "revision__photos", *(f"revision__{part}" for part in PARTS)
        )
        self.by_address = {piece.slug: piece for piece in pieces}
        self.by_sku = {piece.sku: piece for piece in pieces if piece.sku}
        self.by_name: dict[str, list[Piece]] = {}
        for piece in pieces:
            self.by_name.setdefault(_plain(own_piece(piece).name), []).append(piece)

    def matches(self, rows: Iterable[Row]) -> list[Match]:
        """For each row the piece that it is, and whether its name alone says so. No piece is meant by two rows."""
        sure = [self.by_address.get(row.address) or self.by_sku.get(row.sku) for row in rows]
        taken = {piece.pk for piece in sure if piece}
        return [
            (piece, False) if piece else (self._named(row, taken), True) for row, piece in zip(rows, sure, strict=True)
        ]

    def owner_of(self, sku: str, other_than: Piece | None) -> Piece | None:
        owner = self.by_sku.get(sku)
        return owner if owner and owner != other_than else None

    def _named(self, row: Row, taken: set[int]) -> Piece | None:
        namesakes = self.by_name.get(_plain(row.facts.get("name", "")), [])
        found = next((piece for piece in namesakes if piece.pk not in taken), None)
        taken.update({found.pk} if found else ())
        return found


def _line(row: Row, match: Match, known: Known, choices: Mapping[str, Any]) -> Line:
    number = str(row.row)
    found, is_guess = match
    guess = found if is_guess else None
    if guess and choices.get("match", {}).get(number) == NEW:
        found = None
    piece = own_piece(found) if found else None
    values, problems = _values(row, choices.get("kind", {}).get(number, ""), piece)
    line = Line(
        row=row.row,
        name=row.facts.get("name", "") or _("without a name"),
        piece=piece,
        is_guess=guess is not None,
        is_left_out=number in choices.get("left_out", []),
        lacks_kind=not row.facts.get("kind") and piece is None,
        draft=Piece(maker=known.maker, state=State.DRAFT),
        problems=problems,
        asks=row.asks,
    )
    if owner := known.owner_of(row.sku, found):
        said = _("“%(piece)s” has this number. Give each piece its own.") % {"piece": owner.name}
        line.problems.append(Problem(row=row.row, column=row.columns.get("sku", "sku"), said=said))
    _lay(line, row, values)
    return line


def _values(row: Row, kind: str, piece: Piece | None) -> tuple[Values, list[Problem]]:
    """A kind is asked for where a file cannot name it; of a piece that is known it stays as it is."""
    told = dict(row.facts)
    if not told.get("kind"):
        told.pop("kind", None)
        told |= {"kind": kind} if kind else {}
    facts, problems = facts_of(told, FACTS, row.columns, row.row)
    parts, wrong = parts_of(row.parts, row.row)
    if row.sku:
        facts["sku"] = row.sku
    if row.currency not in ("", None, settings.CURRENCY):
        said = _("The price is in %(currency)s, and this site counts in %(own)s. Change both in the file.")
        said %= {"currency": str(row.currency)[:40], "own": settings.CURRENCY}
        problems.append(Problem(row=row.row, column=row.columns.get("currency", "currency"), said=said))
    return Values(facts=facts, parts=parts), [*problems, *wrong]


def _lay(line: Line, row: Row, values: Values) -> None:
    """The draft as it would be, held to the models' rules, and what differs from the piece."""
    draft = line.draft
    if line.piece:
        draft.pk = line.piece.pk
        for name in ("sku", *FACTS):
            setattr(draft, FACTS[name].attname if name in FACTS else name, getattr(line.piece, name))
    for name, value in values.facts.items():
        setattr(draft, name, value)
    line.parts = {part: [*_rows(part, items, line.piece)] for part, items in values.parts.items()}
    if not line.problems:
        line.problems += _broken(line, row)
    if line.piece and not line.problems:
        line.changes = _changes(line.piece, draft, line.parts)
        line.problems += _closed(line)


def _rows(part: str, items: list[dict[str, Any]], piece: Piece | None) -> Iterator[Any]:
    """What is told as before keeps its grade; a maker's new word is a declaration."""
    before = [*getattr(piece, part).all()] if piece else []
    for at, item in enumerate(items, 1):
        row: Any = MODELS[part](**item)
        if part == "evidence":
            same = next((old for old in before if _told(old) == _told(row)), None)
            row.grade = same.grade if same else Grade.DECLARED
            if same:
                before.remove(same)
                row.reviewer, row.reviewed_on, row.expired_on = same.reviewer, same.reviewed_on, same.expired_on
        elif hasattr(row, "position"):
            row.position = at
        yield row


def _told(row: Any) -> list[Any]:
    return [getattr(row, one.attname) for one in row._meta.concrete_fields if one.name not in OF_PART]


def _broken(line: Line, row: Row) -> Iterator[Problem]:
    columns = row.columns
    yield from _refused(line.draft, UNTOLD, columns, row.row)
    for part, rows in line.parts.items():
        for at, one in enumerate(rows):
            yield from _refused(one, UNTOLD, {}, row.row + at, part)
        if part == "options" and len({one.kind for one in rows}) < len(rows):
            said = _("An option is told twice. Keep one of the two.")
            yield Problem(row=row.row, column="option_kind", said=said)


def _refused(row: Any, exclude: set[str], columns: Mapping[str, str], number: int, part: str = "") -> Iterator[Problem]:
    try:
        clean(row, exclude)
    except ValidationError as error:
        by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for name, said in by_field.items():
            called = columns.get(name, f"{part}_{name}".strip("_")) if name != "__all__" else part
            yield Problem(row=number, column=called, said=_remedy(row, name, said[0]))


def _remedy(row: Any, name: str, said: str) -> str:
    if isinstance(row, Piece) and getattr(row, name, None) in ("", None):
        remedies = {
            "name": _("Enter a name: it has none."),
            "kind": _("Choose below whether it is a ring, a necklace or what else."),
            "price": _("Enter a price, such as 24.50."),
        }
        return remedies.get(name, said)
    return said


def _changes(piece: Piece, draft: Piece, parts: Mapping[str, list[Any]]) -> list[Difference]:
    """Parts that the file does not tell are as they were."""
    before = {part: [*getattr(piece, part).all()] for part in (*PARTS, "photos")}
    lay(draft, {**before, **parts})
    return differences(piece, draft)


def _closed(line: Line) -> Iterator[Problem]:
    """What is under review or put away is not changed behind anybody's back."""
    piece = line.piece
    if piece is None or not line.changes:
        return
    said = {
        State.SUBMITTED: _("It is with the curators. Take it back first, or leave the row out."),
        State.ARCHIVED: _("It is put away. Leave the row out, or enter it as a new piece."),
    }.get(State(piece.state))
    if said:
        yield Problem(row=line.row, column="", said=said)


def _refuse_twice(lines: Iterable[Line], rows: Iterable[Row]) -> None:
    """The later of two rows that are one piece, by a key in the file or by the piece that both find."""
    first: dict[tuple[str, object], int] = {}
    for line, row in zip(lines, rows, strict=True):
        if line.is_left_out:
            continue
        keys = {"address": row.address, "sku": row.sku, "piece": line.piece.pk if line.piece else ""}
        others = [first.setdefault(key, line.row) for key in keys.items() if key[1]]
        if same := [other for other in others if other != line.row]:
            said = _("Row %(row)s is the same piece. Keep one.") % {"row": same[0]}
            line.problems.append(Problem(row=line.row, column="sku", said=said))


def _said(error: RowError) -> Problem:
    return Problem(row=error.row, column=error.column, said=_(error.words) % error.values)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
