"""Nothing typed is lost: a session that ended, a button pressed twice, somebody who was faster."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from catalog import returning
from catalog.choices import State
from catalog.models import Piece, StateChange
from tests.catalog.admin_forms import filled
from tests.catalog.people import make_member, signed_in
from tests.catalog.photos.files import corners, saved
from tests.factory import make_handmade, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


@pytest.fixture
def piece() -> Piece:
    piece = make_handmade(name="Tide ring", state=State.DRAFT)
    make_photo(piece, alt="A ring")
    make_member(piece.maker, password="a file and seven hammers")
    return piece


@pytest.fixture
def ines(piece: Piece) -> Client:
    return signed_in(piece.maker.members.get())


def form_of(piece: Piece) -> str:
    return f"/workshop/catalog/piece/{piece.pk}/change/"


def step_added(told: dict[str, Any]) -> dict[str, Any]:
    number = told["steps-TOTAL_FORMS"]
    step = {"stage": "decorate", "method": "engrave", "control": "hand"}
    return {f"steps-{number}-{name}": value for name, value in step.items()} | {"steps-TOTAL_FORMS": int(number) + 1}


def sign_in_again(client: Client, address: str) -> str:
    told = {"login": "ines", "password": "a file and seven hammers", "next": address}
    return client.post(f"/account/login/?next={address}", told, follow=True).content.decode()


def test_form_of_an_ended_session_comes_back_filled(ines: Client, piece: Piece) -> None:
    told = filled(ines, form_of(piece)) | {"name": "Ebb ring"}
    ines.logout()
    assert ines.post(form_of(piece), told).status_code == 302
    page = sign_in_again(ines, form_of(piece))
    assert "You had been signed out." in page
    assert 'value="Ebb ring"' in page
    assert Piece.objects.get(pk=piece.pk).name == "Tide ring"
    assert "You had been signed out." not in ines.get(form_of(piece)).content.decode()


def test_form_of_an_ended_session_is_kept_for_its_page_and_its_time(
    ines: Client, piece: Piece, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = filled(ines, form_of(piece)) | {"name": "Ebb ring"}
    ines.logout()
    ines.post(form_of(piece), told)
    monkeypatch.setattr(returning, "KEPT_SECONDS", -1)
    assert "Ebb ring" not in sign_in_again(ines, form_of(piece))


def test_anonymous_sends_nothing_long_and_nothing_elsewhere(piece: Piece) -> None:
    stranger = Client()
    stranger.post(form_of(piece), {"name": "x" * returning.LONGEST_FORM})
    stranger.post(f"/workshop/catalog/piece/{piece.pk}/move/", {"_move_state": "submit"})
    stranger.post("/admin/auth/user/add/", {"password1": "a file and seven hammers"})
    assert returning.KEY not in stranger.session


def test_kept_form_of_one_is_no_way_into_the_piece_of_another(piece: Piece) -> None:
    stranger = Client()
    stranger.post(form_of(piece), {"name": "Taken over"})
    stranger.force_login(User.objects.create_user("berta"))
    assert stranger.get(form_of(piece)).status_code == 302
    assert Piece.objects.get(pk=piece.pk).name == "Tide ring"


def test_form_sent_twice_is_kept_once(ines: Client, piece: Piece) -> None:
    told = filled(ines, form_of(piece))
    told |= step_added(told)
    steps = piece.steps.count()
    first, second = ines.post(form_of(piece), told), ines.post(form_of(piece), told)
    assert first.headers["Location"] == second.headers["Location"]
    assert piece.steps.count() == steps + 1


def test_piece_laid_down_twice_is_one_piece(ines: Client, piece: Piece) -> None:
    told = filled(ines, "/workshop/catalog/piece/add/") | {"name": "New ring", "kind": "ring", "price": "9"}
    responses = [ines.post("/workshop/catalog/piece/add/", told) for _ in range(2)]
    assert responses[0].headers["Location"] == responses[1].headers["Location"]
    assert Piece.objects.filter(name="New ring").count() == 1


def test_another_photo_in_the_same_form_is_another_form(ines: Client, piece: Piece) -> None:
    told = filled(ines, form_of(piece)) | {"photos-TOTAL_FORMS": 2, "photos-1-focus_x": 50, "photos-1-focus_y": 50}
    del told["_seen"]
    for name in ("early.jpg", "late.jpg"):
        picture = SimpleUploadedFile(name, saved(corners()), "image/jpeg")
        assert ines.post(form_of(piece), told | {"photos-1-file": picture}).status_code == 302
    assert piece.photos.count() == 3


def test_piece_sent_to_the_curators_twice_is_sent_once(ines: Client, piece: Piece) -> None:
    told = filled(ines, form_of(piece)) | {"_move_state": "submit"}
    for _ in range(2):
        assert ines.post(form_of(piece), told).status_code == 302
    assert StateChange.objects.filter(piece=piece).count() == 1


def test_who_was_slower_is_told_and_keeps_what_was_typed(ines: Client, piece: Piece) -> None:
    early, late = (filled(ines, form_of(piece)) for _ in range(2))
    ines.post(form_of(piece), early | {"name": "Early ring"})
    page = ines.post(form_of(piece), late | {"name": "Late ring"}).content.decode()
    assert "This was changed in the meantime." in page
    assert 'value="Late ring"' in page
    assert Piece.objects.get(pk=piece.pk).name == "Early ring"
    again = late | {"name": "Late ring", "_seen": filled(ines, form_of(piece))["_seen"]}
    assert ines.post(form_of(piece), again).status_code == 302
    assert Piece.objects.get(pk=piece.pk).name == "Late ring"


def test_form_that_failed_is_not_taken_for_kept(ines: Client, piece: Piece) -> None:
    told = filled(ines, form_of(piece)) | {"price": "cheap"}
    for _ in range(2):
        assert "Enter a number." in ines.post(form_of(piece), told).content.decode()
