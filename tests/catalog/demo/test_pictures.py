from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks

from catalog.demo.reading import FOLDER
from catalog.models import Photo, Piece
from catalog.photo_files import is_whole, remove_files
from tests.catalog.photos.files import corners, saved
from tests.factory import make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One maker's file with its pictures, each of another colour."""
    text = (FOLDER / "ilda-sarmeira.toml").read_text(encoding="utf-8")
    (tmp_path / "ilda-sarmeira.toml").write_text(text, encoding="utf-8")
    (tmp_path / "photos").mkdir()
    for number, path in enumerate(sorted((FOLDER / "photos").glob("*.webp"))):
        image = Image.new("RGB", (400, 400), (number % 256, 90, 90))
        (tmp_path / "photos" / path.name).write_bytes(saved(image, "WEBP"))
    return tmp_path


def load(folder: Path) -> None:
    call_command("load_demo", folder=folder, verbosity=0)


def names() -> dict[int, str]:
    return dict(Photo.objects.values_list("pk", "name"))


def test_every_stated_picture_hangs_with_its_words_and_files(folder: Path) -> None:
    load(folder)
    first, second = Photo.objects.filter(piece__slug="tide-ring")
    assert first.piece.cover == first
    assert second.caption == "The seam: bent from bar and soldered."
    assert all(photo.alt and photo.is_rendering and is_whole(photo) for photo in Photo.objects.all())
    assert Photo.objects.count() == Piece.objects.count() + 3


def test_loading_again_makes_nothing_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(folder)
    before = names()
    written = []
    monkeypatch.setattr(default_storage, "save", lambda path, content: written.append(path))
    load(folder)
    assert names() == before
    assert written == []


def test_changed_picture_takes_the_place_of_the_former(
    folder: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    load(folder)
    former = Photo.objects.get(piece__slug="coin-studs").name
    (folder / "photos/coin-studs.webp").write_bytes(saved(corners((400, 400)), "WEBP"))
    with django_capture_on_commit_callbacks(execute=True):
        load(folder)
    photo = Photo.objects.get(piece__slug="coin-studs")
    assert photo.name != former
    assert photo.piece.cover == photo
    assert not default_storage.exists(f"photos/{former}/320.jpg")


def test_changed_words_are_told_again_without_new_files(folder: Path) -> None:
    load(folder)
    before = names()
    sheet = folder / "ilda-sarmeira.toml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("hammered all round", "hammered"), encoding="utf-8")
    load(folder)
    assert names() == before
    assert Photo.objects.filter(piece__slug="tide-ring").first().alt == "A wide silver ring, hammered."  # type: ignore[union-attr]


def test_lost_files_are_made_again(folder: Path) -> None:
    load(folder)
    before = names()
    photo = Photo.objects.get(piece__slug="coin-studs")
    remove_files(photo.name)
    load(folder)
    assert names() == before
    assert is_whole(photo)


def test_photos_of_people_stay(folder: Path) -> None:
    load(folder)
    own = make_photo(Piece.objects.get(slug="coin-studs"), alt="On an ear", is_rendering=True)
    load(folder)
    assert Photo.objects.filter(pk=own.pk).exists()


def test_missing_picture_is_named(folder: Path) -> None:
    (folder / "photos/tide-ring-2.webp").unlink()
    with pytest.raises(CommandError, match=r"tide-ring-2\.webp: .*make studio"):
        load(folder)
