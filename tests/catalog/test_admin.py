import pytest
from django.test import Client

from catalog.choices import State
from catalog.copies import revise
from catalog.models import Assessment, Piece
from tests.factory import make_handmade

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", ["maker", "piece", "assessment", "report"])
def test_staff_find_every_section(admin_client: Client, model: str) -> None:
    make_handmade()
    response = admin_client.get(f"/admin/catalog/{model}/")
    assert response.status_code == 200
    assert "JewelCompare" in response.content.decode()


@pytest.mark.parametrize("part", ["person", "step", "material", "option", "evidence"])
def test_part_of_a_piece_has_no_section_of_its_own(admin_client: Client, part: str) -> None:
    assert admin_client.get(f"/admin/catalog/{part}/").status_code == 404


def test_selected_pieces_are_archived_and_not_deleted(admin_client: Client) -> None:
    piece = make_handmade()
    chosen = {"_selected_action": [piece.pk]}
    admin_client.post("/admin/catalog/piece/", {"action": "delete_selected", "post": "yes", **chosen})
    assert Piece.objects.get(pk=piece.pk).state == State.PUBLISHED
    admin_client.post("/admin/catalog/piece/", {"action": "archive", **chosen})
    assert Piece.objects.get(pk=piece.pk).state == State.ARCHIVED


def test_what_cannot_be_archived_is_told_and_the_others_are(admin_client: Client) -> None:
    free, changing = make_handmade(), make_handmade(name="Tide ring")
    change = revise(changing)
    asked = {"action": "archive", "_selected_action": [free.pk, changing.pk, change.pk]}
    page = admin_client.post("/admin/catalog/piece/", asked, follow=True).content.decode()
    assert "Tide ring: A change of it is in work." in page
    assert "1 piece is archived." in page
    for one, state in ((free, State.ARCHIVED), (changing, State.PUBLISHED), (change, State.DRAFT)):
        assert Piece.objects.get(pk=one.pk).state == state


def test_staff_edit_a_piece_with_its_parts(admin_client: Client) -> None:
    piece = make_handmade(name="Tide ring")
    text = admin_client.get(f"/admin/catalog/piece/{piece.pk}/change/").content.decode()
    for part in ("steps", "materials", "options", "evidence"):
        assert f'name="{part}-TOTAL_FORMS"' in text


def test_assessments_can_be_read_and_not_written(admin_client: Client) -> None:
    piece = make_handmade()
    address = f"/admin/catalog/assessment/{piece.pk}/"
    assert admin_client.get("/admin/catalog/assessment/add/").status_code == 403
    assert admin_client.get(f"{address}change/").status_code == 200
    assert admin_client.post(f"{address}change/", {"way": "mass_produced"}).status_code == 403
    assert admin_client.post(f"{address}delete/", {"post": "yes"}).status_code == 403
    assert Assessment.objects.get(pk=piece.pk).way == "handcrafted"


def test_strangers_are_sent_to_sign_in(client: Client) -> None:
    response = client.get("/admin/catalog/piece/")
    assert response.status_code == 302
