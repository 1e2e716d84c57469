from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from catalog.choices import State
from catalog.models import Photo, Piece
from catalog.photos.refusals import LARGEST_FILE
from tests.catalog.admin_forms import filled
from tests.catalog.photos import files
from tests.factory import make_handmade, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def piece() -> Piece:
    return make_handmade(name="Tide ring")


def address_of(piece: Piece) -> str:
    return f"/admin/catalog/piece/{piece.pk}/change/"


def upload(client: Client, piece: Piece, data: bytes, name: str = "ring.jpg", **fields: Any) -> Any:
    sent = filled(client, address_of(piece)) | {
        "photos-TOTAL_FORMS": 1,
        "photos-0-piece": piece.pk,
        "photos-0-id": "",
        "photos-0-alt": "A ring.",
        "photos-0-focus_x": 50,
        "photos-0-focus_y": 50,
        "photos-0-file": SimpleUploadedFile(name, data, "image/jpeg"),
    }
    return client.post(address_of(piece), sent | fields)


def errors(response: Any) -> str:
    page = BeautifulSoup(response.content, "html.parser")
    return " ".join(error.get_text(" ", strip=True) for error in page.select(".errorlist"))


def test_photo_is_taken_in_the_form_of_its_piece(admin_client: Client, piece: Piece) -> None:
    assert upload(admin_client, piece, files.with_gps()).status_code == 302
    photo = Photo.objects.get()
    assert (photo.piece, photo.width, photo.height, photo.position) == (piece, 400, 300, 1)
    assert Piece.objects.get().cover == photo


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"GIF89a" + b"\0" * 100, "This is a GIF. Save the photo as JPEG."),
        (b"<svg onload='alert(1)'>", "Export it as PNG"),
        (files.png_header(15_000, 15_000), "too many pixels"),
        (files.saved(files.corners())[:2_500], "damaged"),
        (b"\xff\xd8\xff" + b"\0" * LARGEST_FILE, "larger than 15 MB"),
    ],
)
def test_hostile_file_is_a_form_error(admin_client: Client, piece: Piece, data: bytes, said: str) -> None:
    response = upload(admin_client, piece, data)
    assert response.status_code == 200
    assert said in errors(response)
    assert not Photo.objects.exists()


def test_published_piece_needs_words_for_each_photo(admin_client: Client, piece: Piece) -> None:
    said = errors(upload(admin_client, piece, files.saved(files.corners()), **{"photos-0-alt": ""}))
    assert "Say what each photo shows" in said
    Piece.objects.filter(pk=piece.pk).update(state=State.DRAFT)
    draft = upload(admin_client, piece, files.saved(files.corners()), **{"photos-0-alt": ""})
    assert draft.status_code == 302
    assert Photo.objects.get().alt == ""


def test_photo_is_moved_by_a_button_and_all_else_is_saved(admin_client: Client, piece: Piece) -> None:
    photos = [make_photo(piece, alt=alt) for alt in "ab"]
    fields = filled(admin_client, address_of(piece)) | {"name": "Ebb ring", "_move_photo": f"{photos[1].pk} -1"}
    response = admin_client.post(address_of(piece), fields)
    assert response.headers["Location"].endswith("#photos-group")
    assert "".join(Photo.objects.order_by("position").values_list("alt", flat=True)) == "ba"
    assert Piece.objects.get().name == "Ebb ring"


@pytest.mark.parametrize("asked", ["x 1", "1", "999999 1", "1 7", " ", "²² 1"])
def test_nonsense_moves_nothing(admin_client: Client, piece: Piece, asked: str) -> None:
    make_photo(piece)
    assert (
        admin_client.post(
            address_of(piece), filled(admin_client, address_of(piece)) | {"_move_photo": asked}
        ).status_code
        == 302
    )
