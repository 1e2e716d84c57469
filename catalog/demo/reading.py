"""A maker's file into unsaved rows, each field checked; refuses unknown names and impossible values by name.

`[every_piece]` and `[every_step]` hold what a maker says of all pieces or steps; one that says otherwise wins.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model

from catalog.choices import State
from catalog.models import Evidence, Maker, Material, Option, Person, Photo, Piece, Step

FOLDER = Path(__file__).parent
TABLES = {"maker", "people", "every_piece", "every_step", "pieces"}
CHILDREN = {"steps": Step, "materials": Material, "options": Option, "evidence": Evidence}
# What the database fills in, or what the loader sets; no file may.
OWNERS = {"piece", "maker"}
NOT_STATED = OWNERS | {"id", "position", "state"}

Row = Mapping[str, Any]
Rows = Sequence[Model]
AnyModel = TypeVar("AnyModel", bound=Model)


class DemoError(Exception):
    """What is wrong in a data file, as a sentence that names the file, the piece and the field."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A piece and the rows that hang on it, by the name of the relation; `photos` wait for their files."""

    piece: Piece
    children: Mapping[str, Rows]
    photos: Sequence[Photo]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One file: a maker with people and pieces, nothing of it saved."""

    file: str
    maker: Maker
    people: Sequence[Person]
    listings: Sequence[Listing]


def read_sheets(folder: Path = FOLDER) -> list[Sheet]:
    """All files of a folder in the order of their names; a slug may occur once among them."""
    paths = sorted(folder.glob("*.toml"))
    sheets = [read_sheet(path) for path in paths]
    _refuse_twice([sheet.maker.slug for sheet in sheets], "maker")
    _refuse_twice([listing.piece.slug for sheet in sheets for listing in sheet.listings], "piece")
    return sheets


def read_sheet(path: Path) -> Sheet:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise DemoError(f"{path.name}: {error}") from error
    if unknown := tables.keys() - TABLES:
        raise DemoError(f"{path.name}: there is no table {sorted(unknown)[0]!r}.")
    people = tables.get("people", [])
    return Sheet(
        file=path.name,
        maker=_checked(Maker, tables.get("maker", {}), path.name),
        people=_numbered(Person, people, f"{path.name}, people"),
        listings=[_listing_from(row, tables, path.name) for row in tables.get("pieces", [])],
    )


def refuse_impossible(sheets: Sequence[Sheet]) -> None:
    """The first row that breaks a rule of the database. One query a rule, so only for naming what it refused."""
    for sheet in sheets:
        _hold_to_rules(sheet.maker, sheet.file)
        for listing in sheet.listings:
            where = f"{sheet.file}, {listing.piece.slug}"
            _hold_to_rules(listing.piece, where)
            for name, rows in listing.children.items():
                for at, row in enumerate(rows, 1):
                    _hold_to_rules(row, f"{where}, {name} {at}")


def _hold_to_rules(instance: Model, where: str) -> None:
    try:
        instance.validate_constraints(exclude=OWNERS)
    except ValidationError as error:
        raise DemoError(f"{where}: {error.messages[0]}") from error


def _listing_from(row: Row, tables: Row, file: str) -> Listing:
    where = f"{file}, {row.get('slug', 'a piece without slug')}"
    stated = {**tables.get("every_piece", {}), **row}
    rows = {name: _rows_of(name, stated.pop(name, []), tables, where) for name in CHILDREN}
    children = {name: _numbered(CHILDREN[name], of_kind, f"{where}, {name}") for name, of_kind in rows.items()}
    photos = _numbered(Photo, stated.pop("photos", []), f"{where}, photos")
    piece = _checked(Piece, stated, where)
    piece.state = State.PUBLISHED
    return Listing(piece=piece, children=children, photos=photos)


def _numbered(model: type[AnyModel], rows: Sequence[Row], where: str) -> list[AnyModel]:
    """The rows in their order; a model that keeps it has a position."""
    instances = [_checked(model, row, f"{where} {at}") for at, row in enumerate(rows, 1)]
    for at, instance in enumerate(instances, 1):
        if hasattr(instance, "position"):
            instance.position = at
    return instances


def _rows_of(name: str, stated: Any, tables: Row, where: str) -> list[Row]:
    """The rows of one relation; options are written as a table from kind to words."""
    if isinstance(stated, dict) != (name == "options") and stated:
        raise DemoError(f"{where}: {name} is not written as it should be.")
    if name == "options":
        return [{"kind": kind, "detail": detail} for kind, detail in dict(stated).items()]
    shared = tables.get("every_step", {}) if name == "steps" else {}
    return [{**shared, **row} for row in stated]


def _checked(model: type[AnyModel], stated: Row, where: str) -> AnyModel:
    known = {field.name for field in model._meta.concrete_fields} - NOT_STATED
    if unknown := stated.keys() - known:
        raise DemoError(f"{where}: there is no field {sorted(unknown)[0]!r}.")
    instance = model(**stated)
    try:
        instance.full_clean(exclude=NOT_STATED, validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise DemoError(f"{where}: {field}: {messages[0]}") from error
    return instance


def _refuse_twice(slugs: Sequence[str], what: str) -> None:
    if twice := {slug for slug in slugs if slugs.count(slug) > 1}:
        raise DemoError(f"The {what} {sorted(twice)[0]!r} is there twice.")
