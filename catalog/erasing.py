"""All that the site holds of a maker, deleted when they ask for it: the other half of `catalog.archive`."""

from collections.abc import Iterable
from typing import Any

from auditlog.models import LogEntry
from django.contrib.admin.models import LogEntry as DeskEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet

from catalog.models import Entry, Evidence, Maker, Material, Option, Person, Photo, Piece, Report, Step, Word

PARTS: tuple[type[Model], ...] = (Step, Material, Option, Evidence, Photo, Report)
CHUNK = 500


def accounts_of(maker: Maker) -> QuerySet[User]:
    """Of those who work for it, and for nobody else."""
    elsewhere = Maker.objects.exclude(pk=maker.pk).filter(members__isnull=False).values("members")
    return User.objects.filter(makers=maker, is_staff=False, is_superuser=False).exclude(pk__in=elsewhere)


@transaction.atomic
def erase(maker: Maker) -> None:
    """With its pieces, their files, its accounts, and what both trails say of any of them."""
    accounts = User.objects.filter(pk__in=[*accounts_of(maker).values_list("pk", flat=True)])
    rows = [(type(one), one.pk) for one in _rows_of(maker, accounts)]
    LogEntry.objects.filter(actor__in=accounts).update(actor_email=None, remote_addr=None)
    accounts.delete()
    maker.pieces.all().delete()
    maker.delete()
    _forget_words()
    # Last, as deleting is kept too.
    for model, pk in rows:
        of_model = ContentType.objects.get_for_model(model)
        LogEntry.objects.filter(content_type=of_model, object_pk=str(pk)).delete()
        DeskEntry.objects.filter(content_type=of_model, object_id=str(pk)).delete()


def _forget_words() -> None:
    """Those of the search that no entry holds any more, in one pass over all entries."""
    held = {word for words in Entry.objects.values_list("words", flat=True).iterator() for word in words.split()}
    gone = [text for text in Word.objects.values_list("text", flat=True) if text not in held]
    for at in range(0, len(gone), CHUNK):
        Word.objects.filter(text__in=gone[at : at + CHUNK]).delete()


def _rows_of(maker: Maker, accounts: Iterable[User]) -> list[Any]:
    pieces = Piece.objects.filter(maker=maker)
    parts = [row for model in PARTS for row in model._default_manager.filter(piece__in=pieces)]
    return [maker, *Person.objects.filter(maker=maker), *pieces, *parts, *accounts]
