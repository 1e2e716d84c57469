"""A file taken over as a whole, or not at all; and the last one undone as long as nothing went on from it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.core import serializers
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import router, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.assessment import assess
from catalog.choices import State
from catalog.copies import free_slug, revise
from catalog.importer import Line, Plan, plan_for
from catalog.models import Piece, ToConfirm, Upload
from catalog.models.piece import PARTS
from catalog.records import FACTS, MODELS

STATES = ("new", "changed", "unchanged", "left_out")
# After so many seconds without a sign of life somebody else may begin again.
ALIVE = 60
EVERY = 20
MOST_KEPT = 20
KEPT_FOR = timedelta(days=90)

Tell = Callable[[int, int], None]


def progress_of(upload: Upload) -> tuple[int, int] | None:
    """Done, and of how many; None if nobody is at it."""
    found: tuple[int, int] | None = cache.get(_key(upload.pk))
    return found


def take_over_upload(pk: int) -> None:
    """All rows or none. Whoever is killed in the middle leaves nothing behind, and it can be begun again."""
    try:
        with transaction.atomic():
            upload = Upload.objects.select_for_update(of=("self",)).select_related("maker").get(pk=pk)
            if upload.applied_at is None:
                _take_over(upload, lambda done, of: cache.set(_key(pk), (done, of), ALIVE))
    finally:
        cache.delete(_key(pk))


def begin(upload: Upload, of: int) -> bool:
    """False if somebody is at it already."""
    return bool(cache.add(_key(upload.pk), (0, max(of, 1)), ALIVE))


def undo(upload: Upload) -> None:
    """Raises ValidationError, and undoes nothing, where a piece went on since or another file came after."""
    with transaction.atomic():
        upload = Upload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
        if not may_undo(upload):
            raise ValidationError(_("Only the last file taken over can be undone."))
        if went_on := [*_gone_on(upload)]:
            said = _("Nothing is undone: since then these were changed, sent or removed: %(pieces)s.")
            raise ValidationError(said % {"pieces": ", ".join(went_on)})
        _put_back(upload.report["pieces"])
        assess(Piece.objects.filter(pk__in=[kept["pk"] for kept in upload.report["pieces"]]), timezone.localdate())
        upload.undone_at = timezone.now()
        upload.save(update_fields=["undone_at"])


def may_undo(upload: Upload) -> bool:
    standing = Upload.objects.filter(maker=upload.maker_id, applied_at__isnull=False, undone_at__isnull=True)
    last = standing.order_by("-applied_at", "-pk").first()
    return last is not None and last.pk == upload.pk


def forget_older(upload: Upload) -> None:
    """Files that were looked at and not taken over; the last ones stay."""
    waiting = Upload.objects.filter(maker=upload.maker_id, applied_at__isnull=True)
    waiting.filter(pk__lt=min([*waiting.values_list("pk", flat=True)[:MOST_KEPT]])).delete()


def forget(now: datetime) -> int:
    """Files long brought, with what it takes to undo them; their pieces stay."""
    number, _by_model = Upload.objects.filter(at__lt=now - KEPT_FOR).delete()
    return number


def _take_over(upload: Upload, tell: Tell) -> None:
    plan = plan_for(upload)
    if not plan.is_clear:
        return
    kept = []
    lines = plan.to_write
    for done, line in enumerate(lines):
        if done % EVERY == 0:
            tell(done, len(lines))
        kept.append(_write(line))
    assess([Piece(pk=one["pk"]) for one in kept], timezone.localdate())
    pieces = Piece.objects.with_facts().in_bulk([one["pk"] for one in kept])
    for one in kept:
        one["is"] = _digest(pieces[one["pk"]])
    upload.report = {"counts": counts_of(plan), "pieces": kept}
    upload.applied_at, upload.data = timezone.now(), b""
    upload.save(update_fields=["report", "applied_at", "data"])


def counts_of(plan: Plan) -> dict[str, int]:
    return {status: len(plan.of(status)) for status in STATES}


def _write(line: Line) -> dict[str, Any]:
    """What it takes to undo it: nothing was there before a new piece or the change of a public one."""
    draft, piece = line.draft, line.piece
    if piece is None:
        return _add(line)
    is_begun = piece.state == State.PUBLISHED
    was = None if is_begun else _text_of(Piece.objects.with_facts().get(pk=piece.pk))
    piece = revise(piece) if is_begun else piece
    told = {name: getattr(draft, FACTS[name].attname if name in FACTS else name) for name in ("sku", *FACTS)}
    Piece.objects.filter(pk=piece.pk).update(**told)
    _replace_parts(piece, line)
    return {"pk": piece.pk, "name": draft.name, "status": "changed", "was": was}


def _add(line: Line) -> dict[str, Any]:
    piece = line.draft
    piece.slug, piece.added_on = free_slug(piece.name), timezone.localdate()
    Piece.objects.bulk_create([piece])
    _replace_parts(piece, line)
    ToConfirm.objects.bulk_create(ToConfirm(piece=piece, about=ask.about, said=ask.said) for ask in line.asks)
    return {"pk": piece.pk, "name": piece.name, "status": "new", "was": None}


def _replace_parts(piece: Piece, line: Line) -> None:
    """Without a signal per row, which would assess the piece once for each."""
    for part, rows in line.parts.items():
        model: Any = MODELS[part]
        _clear(piece, part)
        for row in rows:
            row.piece_id = piece.pk
        model.objects.bulk_create(rows)


def _clear(piece: Piece, part: str) -> None:
    rows: Any = MODELS[part].objects.filter(piece=piece)  # type: ignore[attr-defined]
    rows._raw_delete(router.db_for_write(rows.model))


def _text_of(piece: Piece) -> str:
    rows = [piece, *(row for part in PARTS for row in getattr(piece, part).all())]
    return str(serializers.serialize("json", rows))


def _digest(piece: Piece) -> str:
    return sha256(_text_of(piece).encode()).hexdigest()


def _gone_on(upload: Upload) -> Iterator[str]:
    kept = upload.report["pieces"]
    pieces = Piece.objects.with_facts().in_bulk([one["pk"] for one in kept])
    for one in kept:
        piece = pieces.get(one["pk"])
        if piece is None or _digest(piece) != one["is"] or hasattr(piece, "revision"):
            yield piece.name if piece else one["name"]


def _put_back(pieces: list[dict[str, Any]]) -> None:
    Piece.objects.filter(pk__in=[kept["pk"] for kept in pieces if kept["was"] is None]).delete()
    for kept in pieces:
        if kept["was"] is not None:
            piece = Piece(pk=kept["pk"])
            for part in PARTS:
                _clear(piece, part)
            for row in serializers.deserialize("json", kept["was"]):
                row.save()


def _key(pk: int) -> str:
    return f"upload:{pk}"
