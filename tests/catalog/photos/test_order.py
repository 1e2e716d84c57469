import pytest

from catalog.models import Photo, Piece
from catalog.photo_order import move
from tests.factory import make_handmade, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def photos() -> list[Photo]:
    piece = make_handmade()
    return [make_photo(piece, alt=alt) for alt in "abc"]


def order() -> str:
    return "".join(Photo.objects.order_by("position").values_list("alt", flat=True))


def cover() -> str | None:
    first = Piece.objects.select_related("cover").get().cover
    return first.alt if first else None


def test_first_photo_is_the_cover(photos: list[Photo]) -> None:
    assert cover() == "a"


@pytest.mark.parametrize(("at", "places", "expected"), [(2, -1, "acb"), (0, 1, "bac"), (0, -1, "abc"), (2, 1, "abc")])
def test_photo_is_moved_and_the_cover_follows(photos: list[Photo], at: int, places: int, expected: str) -> None:
    move(photos[at], places)
    assert (order(), cover()) == (expected, expected[0])


def test_next_photo_becomes_the_cover(photos: list[Photo]) -> None:
    photos[0].delete()
    assert cover() == "b"


def test_piece_without_photos_has_no_cover(photos: list[Photo]) -> None:
    Photo.objects.all().delete()
    assert cover() is None
