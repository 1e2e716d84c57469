"""The order of a piece's photos; the first one is its cover."""

from django.db import transaction

from catalog.models import Photo, Piece


def choose_cover(piece_pk: int) -> None:
    """Without a signal, since nothing that is derived from a piece's facts depends on its pictures."""
    first = Photo.objects.filter(piece=piece_pk).order_by("position", "pk").first()
    Piece.objects.filter(pk=piece_pk).update(cover=first)


@transaction.atomic
def move(photo: Photo, places: int) -> None:
    """Further up by a negative number of places, further down by a positive one, and no further than there are."""
    photos = list(Photo.objects.filter(piece=photo.piece_id).order_by("position", "pk"))
    at = photos.index(photo)
    photos.insert(min(max(at + places, 0), len(photos) - 1), photos.pop(at))
    for position, one in enumerate(photos, 1):
        one.position = position
    Photo.objects.bulk_update(photos, ["position"])
    choose_cover(photo.piece_id)


def next_position(piece: Piece) -> int:
    last = Photo.objects.filter(piece=piece).order_by("position").last()
    return last.position + 1 if last else 1
