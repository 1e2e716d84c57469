"""Makers in their workshop: everything that is theirs, and nothing of anybody else, by any address."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, reverse

from catalog.choices import Claim, Grade, State
from catalog.models import Evidence, Maker, Piece, StateChange
from catalog.sites import workshop
from tests.catalog.admin_forms import filled
from tests.catalog.people import make_member, signed_in
from tests.catalog.photos.files import corners, saved
from tests.factory import make_handmade, make_maker, make_photo

pytestmark = pytest.mark.django_db

SECRET = "Unseen draft"


def member_of(maker: Maker, name: str) -> Client:
    return signed_in(make_member(maker, name, password="pw"))


@pytest.fixture
def piece() -> Piece:
    """Of maker A: a draft that nobody else may know of."""
    piece = make_handmade(name=SECRET, slug="unseen-draft", state=State.DRAFT, maker=make_maker(name="A", slug="a"))
    make_photo(piece, alt="Unseen")
    return piece


@pytest.fixture
def owner(piece: Piece) -> Client:
    return member_of(piece.maker, "ana")


@pytest.fixture
def other() -> Client:
    return member_of(make_maker(name="B", slug="b"), "berta")


def names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from names(one.url_patterns)
        elif one.name:
            yield one.name


def addresses(piece: Piece) -> Iterator[str]:
    """Every page of the workshop, as it would be asked for about that piece or its maker."""
    for name in dict.fromkeys(names(workshop.urls[0])):
        pk = piece.maker_id if "maker" in name else piece.pk
        for args in ([], [pk], ["catalog"]):
            try:
                yield reverse(f"workshop:{name}", args=args)
                break
            except NoReverseMatch:
                continue


def snapshot() -> list[Any]:
    return [list(model.objects.order_by("pk").values()) for model in (Piece, Maker, StateChange, Evidence)]


def change_address(piece: Piece) -> str:
    return reverse("workshop:catalog_piece_change", args=[piece.pk])


def test_every_page_of_the_workshop_is_walked(piece: Piece) -> None:
    found = list(addresses(piece))
    assert len(found) >= 16
    assert {change_address(piece), reverse("workshop:catalog_maker_change", args=[piece.maker_id])} <= set(found)


def test_nothing_of_one_maker_reaches_another(piece: Piece, other: Client) -> None:
    before = snapshot()
    for address in addresses(piece):
        asked: dict[str, Any] = {
            "_move_state": "submit",
            "name": "Taken over",
            "post": "yes",
            "_selected_action": piece.pk,
            "q": "Unseen",
        }
        for response in (other.get(address), other.get(address, asked), other.post(address, asked)):
            said = response.content.decode(errors="replace") + response.headers.get("Location", "")
            assert SECRET not in said, address
            assert "unseen-draft" not in said, address
    assert snapshot() == before


def test_choices_of_a_form_hold_no_other_maker(piece: Piece, other: Client) -> None:
    make_maker(name="C", slug="c").members.add(User.objects.get(username="berta"))
    page = other.get(reverse("workshop:catalog_piece_add"))
    assert [maker.slug for maker in page.context["adminform"].form.fields["maker"].queryset] == ["b", "c"]


def test_strangers_are_asked_to_sign_in_and_staff_go_to_their_own_site(piece: Piece, admin_client: Client) -> None:
    stranger = Client()
    for address in addresses(piece):
        if "/log" not in address and "jsi18n" not in address:
            assert stranger.get(address).headers["Location"].startswith("/workshop/login/"), address
    response = admin_client.get("/workshop/", follow=True)
    assert response.redirect_chain[-1][0] == "/admin/"


def test_maker_who_comes_to_the_staff_door_lands_in_the_workshop(owner: Client) -> None:
    response = owner.get("/admin/catalog/piece/", follow=True)
    assert response.redirect_chain[-1][0] == "/workshop/"


def test_maker_signs_in_at_either_door(piece: Piece) -> None:
    member_of(piece.maker, "ana")
    for door in ("/admin/", "/workshop/"):
        client = Client()
        address = client.get(door, follow=True).redirect_chain[-1][0]
        response = client.post(address, {"login": "ana", "password": "pw"}, follow=True)
        assert response.request["PATH_INFO"] == "/workshop/"


def test_draft_is_edited_and_sent(owner: Client, piece: Piece) -> None:
    told = filled(owner, change_address(piece)) | {"name": "Seen soon", "_move_state": "submit"}
    response = owner.post(change_address(piece), told, follow=True)
    assert "Sent. The curators look at it" in response.content.decode()
    piece.refresh_from_db()
    assert (piece.name, piece.state, piece.slug) == ("Seen soon", State.SUBMITTED, "unseen-draft")


@pytest.mark.parametrize("state", [State.SUBMITTED, State.PUBLISHED, State.ARCHIVED])
def test_what_is_reviewed_or_public_can_be_read_and_not_edited(state: State, owner: Client, piece: Piece) -> None:
    told = filled(owner, change_address(piece)) | {"name": "Changed behind the curators' back"}
    Piece.objects.filter(pk=piece.pk).update(state=state)
    page = owner.get(change_address(piece))
    assert page.status_code == 200
    assert "_move_photo" not in page.content.decode()
    assert owner.post(change_address(piece), told).status_code == 403
    piece.refresh_from_db()
    assert piece.name == SECRET


def test_sent_piece_is_taken_back_by_a_button(owner: Client, piece: Piece) -> None:
    Piece.objects.filter(pk=piece.pk).update(state=State.SUBMITTED)
    page = owner.get(change_address(piece)).content.decode()
    assert "Take back" in page
    owner.post(f"/workshop/catalog/piece/{piece.pk}/move/", {"_move_state": "withdraw"})
    piece.refresh_from_db()
    assert piece.state == State.DRAFT


def test_state_grade_and_address_cannot_be_sent(owner: Client, piece: Piece) -> None:
    told = filled(owner, change_address(piece)) | {"state": "published", "slug": "mine", "evidence-TOTAL_FORMS": 1}
    told |= {"evidence-0-claim": Claim.HANDMADE, "evidence-0-grade": Grade.CHECKED, "evidence-0-reviewer": "Me"}
    owner.post(change_address(piece), told)
    piece.refresh_from_db()
    assert (piece.state, piece.slug) == (State.DRAFT, "unseen-draft")
    added = piece.evidence.get(claim=Claim.HANDMADE)
    assert (added.grade, added.reviewer) == (Grade.DECLARED, "")


def test_graded_claim_is_declared_again_once_its_maker_changes_it(owner: Client, piece: Piece) -> None:
    graded = piece.evidence.get()
    untouched = filled(owner, change_address(piece))
    owner.post(change_address(piece), untouched)
    assert piece.evidence.get().grade == graded.grade == Grade.SHOWN
    owner.post(change_address(piece), untouched | {"evidence-0-source": "Trust me"})
    assert piece.evidence.get().grade == Grade.DECLARED


def test_new_piece_gets_an_address_of_its_own(owner: Client, piece: Piece) -> None:
    told = filled(owner, reverse("workshop:catalog_piece_add")) | {"name": SECRET, "kind": "ring", "price": "9"}
    assert owner.post(reverse("workshop:catalog_piece_add"), told).status_code == 302
    added = Piece.objects.get(slug="unseen-draft-2")
    assert (added.state, added.maker) == (State.DRAFT, piece.maker)


def test_new_piece_is_laid_down_with_its_photo(owner: Client, piece: Piece) -> None:
    address = reverse("workshop:catalog_piece_add")
    assert 'enctype="multipart/form-data"' in owner.get(address).content.decode()
    told = filled(owner, address) | {"name": "New", "kind": "ring", "price": "9"}
    told["photos-0-file"] = SimpleUploadedFile("ring.jpg", saved(corners()), "image/jpeg")
    page = owner.post(address, told, follow=True).content.decode()
    assert "Kept. Nobody sees it yet." in page
    assert Piece.objects.get(slug="new").photos.count() == 1


def test_only_drafts_are_deleted(owner: Client, piece: Piece) -> None:
    address = reverse("workshop:catalog_piece_delete", args=[piece.pk])
    Piece.objects.filter(pk=piece.pk).update(state=State.PUBLISHED)
    assert owner.post(address, {"post": "yes"}).status_code == 403
    Piece.objects.filter(pk=piece.pk).update(state=State.DRAFT)
    owner.post(address, {"post": "yes"})
    assert not Piece.objects.filter(pk=piece.pk).exists()


def test_member_who_left_is_outside(owner: Client, piece: Piece) -> None:
    piece.maker.members.clear()
    assert owner.get(change_address(piece)).status_code == 302


def test_nobody_is_anonymous_behind_a_door(rf: Any) -> None:
    from django.contrib.auth.models import AnonymousUser

    from catalog.sites import person_of

    request = rf.get("/workshop/")
    request.user = AnonymousUser()
    with pytest.raises(PermissionDenied):
        person_of(request)
