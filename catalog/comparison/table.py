"""Pieces side by side as a table: its heads, and its rows with what is marked and what is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from catalog.choices import Role
from catalog.comparison.cells import Cell, Subject, are_alike, subject_of
from catalog.comparison.choice import Choice
from catalog.comparison.marks import best_places
from catalog.comparison.rows import OTHER_PARTS, PRICE, SECTIONS, RowSpec
from catalog.countries import country_name
from catalog.models import Piece


@dataclass(frozen=True, kw_only=True)
class Head:
    piece: Piece
    address_without: str


@dataclass(frozen=True, kw_only=True)
class Row:
    label: str
    hint: str
    cells: tuple[Cell, ...]

    @property
    def is_alike(self) -> bool:
        return are_alike(self.cells)


@dataclass(frozen=True, kw_only=True)
class Section:
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """`choice` names the shown pieces alone; `alike` is the number of rows that do not tell them apart."""

    choice: Choice
    heads: tuple[Head, ...]
    sections: tuple[Section, ...]
    alike: int

    @property
    def kind(self) -> str:
        """The kind of all of them, or "" if they differ in kind."""
        kinds = {head.piece.kind for head in self.heads}
        return kinds.pop() if len(kinds) == 1 else ""

    @property
    def listed(self) -> tuple[str, ...]:
        """Those that the catalog holds."""
        return tuple(head.piece.slug for head in self.heads if not head.piece.own_address)

    @property
    def width(self) -> int:
        return len(self.heads) + 1


def compare(pieces: Sequence[Piece], asked: Choice, today: date) -> Comparison:
    """Pieces read with their facts and assessments, as they were asked for: no further query."""
    choice = replace(asked, slugs=tuple(piece.slug for piece in pieces))
    sections = list(_sections([subject_of(piece, today) for piece in pieces]))
    shown = (
        [replace(section, rows=tuple(_differing(section))) for section in sections]
        if asked.only_differences
        else sections
    )
    return Comparison(
        choice=choice,
        heads=tuple(Head(piece=piece, address_without=choice.without(piece.slug).address) for piece in pieces),
        sections=tuple(section for section in shown if section.rows),
        alike=sum(row.is_alike for section in sections for row in section.rows),
    )


def _differing(section: Section) -> Iterator[Row]:
    return (row for row in section.rows if not row.is_alike)


def _sections(subjects: Sequence[Subject]) -> Iterator[Section]:
    for title, specs in SECTIONS.items():
        rows = (_row(spec, subjects) for spec in specs if spec is not OTHER_PARTS or _have_other_parts(subjects))
        yield Section(title=_(title), rows=tuple(rows))


def _have_other_parts(subjects: Sequence[Subject]) -> bool:
    return any(part.role == Role.OTHER for subject in subjects for part in subject.piece.materials.all())


def _row(spec: RowSpec, subjects: Sequence[Subject]) -> Row:
    cells = [spec.read(subject) for subject in subjects]
    best = best_places([cell.rank for cell in cells], is_lowest=spec.is_lowest) if spec.reason else set()
    marked = (replace(cell, best=_(spec.reason)) if place in best else cell for place, cell in enumerate(cells))
    return Row(label=_(spec.label), hint=_hint(spec), cells=tuple(marked))


def _hint(spec: RowSpec) -> str:
    if spec is PRICE:
        return _("With tax and delivery within %(country)s.") % {"country": country_name(settings.HOME_COUNTRY)}
    return _(spec.hint) if spec.hint else ""
