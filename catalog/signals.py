"""An assessment follows every change of what it is derived from; bulk writers call `assess` themselves."""

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from catalog.assessment import assess
from catalog.entries import begin_epoch
from catalog.models import Evidence, Maker, Material, Option, Photo, Piece, Step
from catalog.photo_files import remove_files
from catalog.photo_order import choose_cover
from catalog.tasks import complete_photo

PARTS = (Step, Material, Option, Evidence)
Part = Step | Material | Option | Evidence


def renew_after_saving_piece(instance: Piece, raw: bool, **_kwargs: Any) -> None:
    if not raw:
        assess([instance], timezone.localdate())


def renew_after_saving_maker(instance: Maker, raw: bool, created: bool, **_kwargs: Any) -> None:
    if not raw and not created:
        assess(instance.pieces.all(), timezone.localdate())


def renew_after_saving_part(instance: Part, raw: bool, **_kwargs: Any) -> None:
    if not raw:
        assess(Piece.objects.filter(pk=instance.piece_id), timezone.localdate())


def renew_after_deleting_part(sender: type[Model], instance: Part, origin: Any, **_kwargs: Any) -> None:
    """Not while the whole piece is being deleted: its assessment goes with it."""
    if getattr(origin, "model", type(origin)) is sender:
        assess(Piece.objects.filter(pk=instance.piece_id), timezone.localdate())


def forget_after_deleting_piece(**_kwargs: Any) -> None:
    begin_epoch()


def complete_after_saving_photo(instance: Photo, raw: bool, **_kwargs: Any) -> None:
    if raw:
        return
    choose_cover(instance.piece_id)
    if not instance.has_all_sizes:
        transaction.on_commit(lambda: complete_photo.enqueue(instance.pk))


def forget_after_deleting_photo(instance: Photo, **_kwargs: Any) -> None:
    choose_cover(instance.piece_id)
    transaction.on_commit(lambda: remove_files(instance.name))


def connect() -> None:
    post_save.connect(complete_after_saving_photo, sender=Photo)
    post_delete.connect(forget_after_deleting_photo, sender=Photo)
    post_delete.connect(forget_after_deleting_piece, sender=Piece)
    post_save.connect(renew_after_saving_piece, sender=Piece)
    post_save.connect(renew_after_saving_maker, sender=Maker)
    for part in PARTS:
        post_save.connect(renew_after_saving_part, sender=part)
        post_delete.connect(renew_after_deleting_part, sender=part)
