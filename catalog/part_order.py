"""The order of a piece's steps and materials, each of which has a place of its own."""

from django.db import transaction
from django.db.models import F, Max

from catalog.models import Material, Piece, Step

OUT_OF_THE_WAY = 10_000


@transaction.atomic
def move_part(part: Step | Material, places: int) -> None:
    """Further up by a negative number of places, further down by a positive one, and no further than there are."""
    Piece.objects.select_for_update().get(pk=part.piece_id)
    rows = type(part)._default_manager.filter(piece=part.piece_id)
    parts = list(rows.order_by("position"))
    at = parts.index(part)
    parts.insert(min(max(at + places, 0), len(parts) - 1), parts.pop(at))
    # No two may stand in one place, not even while they are put in order.
    rows.update(position=F("position") + OUT_OF_THE_WAY)
    for position, one in enumerate(parts, 1):
        rows.filter(pk=one.pk).update(position=position)


def next_place(part: Step | Material) -> int:
    last = type(part)._default_manager.filter(piece=part.piece_id).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1
