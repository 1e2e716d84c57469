"""Checked sheets into the database: found again by slug, rows that hang on a maker or a piece replaced."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, router, transaction
from django.db.models import Model

from catalog.assessment import assess
from catalog.demo.reading import CHILDREN, DemoError, Sheet, refuse_impossible
from catalog.models import Maker, Person, Piece


def store(sheets: Sequence[Sheet], today: date) -> int:
    """All or nothing; the number of pieces stored and assessed. Refuses by name what a rule of the database refuses."""
    try:
        return _store(sheets, today)
    except IntegrityError as error:
        refuse_impossible(sheets)
        raise DemoError(f"The database refuses it: {error}") from error


@transaction.atomic
def _store(sheets: Sequence[Sheet], today: date) -> int:
    listings = [listing for sheet in sheets for listing in sheet.listings]
    makers, pieces = [sheet.maker for sheet in sheets], [listing.piece for listing in listings]
    _upsert(Maker, makers)
    for sheet in sheets:
        _hang([*sheet.people, *(listing.piece for listing in sheet.listings)], maker=sheet.maker)
    _replace(Person, [person for sheet in sheets for person in sheet.people], maker__in=makers)
    _upsert(Piece, pieces)
    for listing in listings:
        _hang([row for rows in listing.children.values() for row in rows], piece=listing.piece)
    for name, model in CHILDREN.items():
        _replace(model, [row for listing in listings for row in listing.children[name]], piece__in=pieces)
    return assess(pieces, today)


def _upsert(model: type[Model], rows: Sequence[Model]) -> None:
    """The row of a known slug keeps its key, and with it all that points to it."""
    written = [field.name for field in model._meta.concrete_fields if not field.primary_key and field.editable]
    model._default_manager.bulk_create(rows, update_conflicts=True, unique_fields=["slug"], update_fields=written)


def _hang(rows: Sequence[Model], **owner: Model) -> None:
    for row in rows:
        for name, value in owner.items():
            setattr(row, name, value)


def _replace(model: type[Model], rows: Sequence[Model], **owners: Any) -> None:
    """Without a signal per row, which would assess a piece once for each: `store` assesses all of them once."""
    model._default_manager.filter(**owners)._raw_delete(router.db_for_write(model))
    model._default_manager.bulk_create(rows)
