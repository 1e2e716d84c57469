"""A piece copied: as a new draft, or as the change of a public one, unseen until a curator takes it over."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Field, Model
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalog.assessment import assess
from catalog.choices import Grade, State
from catalog.models import Evidence, Piece
from catalog.models.piece import PARTS
from catalog.photo_files import copy_files
from catalog.photo_order import choose_cover

SLUG_LENGTH = 60
# What a listing is rather than what it says.
OWN = frozenset({"id", "slug", "state", "cover", "added_on", "revises"})
SAID = tuple(field for field in Piece._meta.concrete_fields if field.name not in OWN)


def free_slug(name: str) -> str:
    """An address that no piece has: with a number where the name alone is taken."""
    stem = slugify(name)[:SLUG_LENGTH] or "piece"
    taken = set(Piece.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)


@transaction.atomic
def copy_as_draft(piece: Piece) -> Piece:
    """Another piece like this one. Nobody has seen its evidence or taken its word yet."""
    name = _("%(piece)s, copy") % {"piece": piece.name}
    copy = _copy(piece, name=name[: Piece._meta.get_field("name").max_length], sku="", declared_on=None)
    _declare_again(copy.evidence.all())
    assess([copy], timezone.localdate())
    return copy


@transaction.atomic
def revise(piece: Piece) -> Piece:
    """The change of a public piece that is in work, begun if there is none."""
    piece = Piece.objects.select_for_update().get(pk=piece.pk)
    begun = Piece.objects.filter(revises=piece).first()
    return begun or _copy(piece, revises=piece)


def take_over(revision: Piece) -> Piece:
    """What the change says becomes what the public piece says; its log goes on there, and it is no more."""
    piece = Piece.objects.get(revision=revision)
    for field in SAID:
        setattr(piece, field.attname, getattr(revision, field.attname))
    piece.save()
    for part in (*PARTS, "photos"):
        getattr(piece, part).all().delete()
        getattr(revision, part).update(piece=piece)
    revision.state_changes.update(piece=piece, of_revision=True)
    revision.delete()
    choose_cover(piece.pk)
    assess([piece], timezone.localdate())
    return piece


def _copy(piece: Piece, **changes: Any) -> Piece:
    told = _fields(piece, SAID) | {"state": State.DRAFT, "added_on": timezone.localdate()} | changes
    copy = Piece.objects.create(slug=free_slug(told["name"]), **told)
    for part in PARTS:
        rows = getattr(piece, part).all()
        rows.model.objects.bulk_create(_copied(row, piece=copy) for row in rows)
    for photo in piece.photos.all():
        _copied(photo, piece=copy, name=copy_files(photo)).save()
    assess([copy], timezone.localdate())
    copy.refresh_from_db(fields=["cover"])
    return copy


def _copied(row: Any, **changes: Any) -> Any:
    fields = [field for field in row._meta.concrete_fields if not field.primary_key and field.name != "piece"]
    return type(row)(**_fields(row, fields) | changes)


def _fields(row: Model, fields: Iterable[Field[Any, Any]]) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in fields}


def _declare_again(rows: Iterable[Evidence]) -> None:
    for row in rows:
        row.grade, row.reviewer, row.reviewed_on, row.expired_on = Grade.DECLARED, "", None, None
        row.save()
