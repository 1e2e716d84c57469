import pytest
from django.test import Client

from catalog.models import Assessment
from tests.factory import make_handmade

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", ["maker", "person", "piece", "step", "material", "option", "evidence", "assessment"])
def test_staff_find_every_table(admin_client: Client, model: str) -> None:
    make_handmade()
    assert admin_client.get(f"/admin/catalog/{model}/").status_code == 200


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
