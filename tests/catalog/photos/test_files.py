from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from catalog import photo_files
from catalog.models import Photo, Piece
from catalog.photos import read_photo
from tests.catalog.photos import files
from tests.factory import make_handmade, make_photo

pytestmark = pytest.mark.django_db

ALL_SIZES = {f"{width}.{suffix}" for width in (320, 640, 900) for suffix in ("avif", "jpg")}


@pytest.fixture
def photo(media: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Photo:
    picture = read_photo(files.saved(files.corners((900, 900))))
    with django_capture_on_commit_callbacks(execute=True):
        made = make_photo(make_handmade(), picture=picture)
    made.refresh_from_db()
    return made


def sizes_of(media: Path, photo: Photo) -> set[str]:
    return {file.name for file in (media / "public" / "photos" / photo.name).glob("*")}


def put_in_order(**options: bool) -> str:
    out = StringIO()
    call_command("photos", stdout=out, stderr=out, **options)
    return out.getvalue()


def test_first_size_is_there_before_the_others(media: Path) -> None:
    photo = make_photo(make_handmade(), picture=read_photo(files.saved(files.corners((900, 900)))))
    assert sizes_of(media, photo) == {"640.avif", "640.jpg"}
    assert photo.widths == [640]


def test_all_sizes_are_made_once_the_row_is_saved(photo: Photo, media: Path) -> None:
    assert photo.has_all_sizes
    assert sizes_of(media, photo) == ALL_SIZES
    assert photo.widths == [320, 640, 900]


def test_master_is_private(photo: Photo, media: Path) -> None:
    assert [file.name for file in (media / "private").iterdir()] == [f"{photo.name}.jpg"]
    assert not list((media / "public").rglob("*master*"))


def test_deleted_photo_leaves_no_file(
    photo: Photo, media: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        photo.delete()
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_photos_of_a_deleted_piece_leave_no_file(
    photo: Photo, media: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        Piece.objects.all().delete()
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_file_without_a_photo_is_removed_once_its_upload_is_over(
    photo: Photo, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Piece.objects.update(cover=None)
    Photo.objects.all()._raw_delete("default")
    assert put_in_order().startswith("0 photos without")
    monkeypatch.setattr(photo_files, "UPLOAD_TIME", timedelta(0))
    assert put_in_order(dry_run=True) == "1 photos without a piece, 0 photos without all their sizes.\n"
    assert put_in_order().startswith("1 photos without a piece removed")
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_lost_size_is_made_again(photo: Photo, media: Path) -> None:
    (media / "public" / "photos" / photo.name / "320.avif").unlink()
    assert "1 photos without all their sizes" in put_in_order(dry_run=True)
    assert "0 photos still" in put_in_order()
    assert sizes_of(media, photo) == ALL_SIZES


def test_lost_master_is_told_of(photo: Photo, media: Path) -> None:
    (media / "private" / f"{photo.name}.jpg").unlink()
    (media / "public" / "photos" / photo.name / "320.avif").unlink()
    assert "upload it again" in put_in_order()


def test_new_files_take_the_place_of_the_former(
    photo: Photo, media: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    former = photo.name
    with django_capture_on_commit_callbacks(execute=True):
        photo_files.lay_down(photo, read_photo(files.saved(files.corners())))
        photo.save()
    assert former != photo.name
    assert photo_files.stored_names() == {photo.name}


def test_upload_is_over_after_an_hour(photo: Photo) -> None:
    assert photo_files.is_being_uploaded(photo.name, timezone.now())
    assert not photo_files.is_being_uploaded(photo.name, timezone.now() + timedelta(hours=2))
