"""What is held of a visitor: seen, taken along and deleted by them, and by nobody else."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from buyers.models import SharedShortlist, WearerLink
from tests.buyers.presses import CHOOSE, HERE, KEEP, SHARE, page, press, words
from tests.buyers.saving import public, save
from tests.factory import make_handmade, make_mass_produced

pytestmark = pytest.mark.django_db

MINE, DOWNLOAD, DELETE = "/privacy/yours/", "/privacy/yours/download/", "/privacy/yours/delete/"
ASK = "/decide/wearer/?type=ring&who=partner"


@pytest.fixture(autouse=True)
def pieces() -> None:
    make_handmade(slug="tide", name="Tide")
    make_mass_produced(slug="curb", name="Curb")


@pytest.fixture
def holder(client: Client) -> Client:
    """Keeps two, compares one, shares a list and has asked a wearer, who answered."""
    press(client, KEEP, "tide", "curb")
    press(client, CHOOSE, "tide")
    client.post(SHARE, headers=HERE)
    client.post(ASK, headers=HERE)
    Client().post(f"/for/{WearerLink.objects.get().token}/", {"skin": "nickel"}, headers=HERE)
    return client


def test_all_is_counted(holder: Client) -> None:
    said = [words(item) for item in page(holder, MINE).select("main li")]
    assert [int(item.rpartition(" ")[2]) for item in said] == [2, 1, 1, 1]


def test_all_is_taken_along(holder: Client) -> None:
    response = holder.get(DOWNLOAD)
    told = response.json()
    assert (told["pieces_kept"], told["pieces_to_compare"]) == (["tide", "curb"], ["tide"])
    [shared], [link] = told["shortlists_shared"], told["links_for_a_wearer"]
    assert Client().get(shared["address"]).status_code == 200
    assert shared["pieces"] == ["tide", "curb"]
    assert (link["said"], Client().get(link["address"]).status_code) == ({"skin": "nickel"}, 200)
    assert response.headers["Content-Disposition"] == 'attachment; filename="mine.json"'
    assert "no-store" in response.headers["Cache-Control"]


def test_all_is_deleted(holder: Client) -> None:
    response = holder.post(DELETE, headers=HERE, follow=True)
    assert response.redirect_chain == [(MINE, 303)]
    assert words(page(holder, MINE).select_one("main .lead")).startswith("Nothing.")
    for model in (SharedShortlist, WearerLink, Session):
        assert not model._default_manager.exists()
    assert holder.cookies["sessionid"].value == ""


def test_nobody_elses_goes(holder: Client) -> None:
    Client().post(DELETE, headers=HERE)
    assert holder.post(DELETE, headers={"origin": "https://elsewhere.example"}).status_code == 403
    assert holder.get(DELETE).status_code == 405
    assert (SharedShortlist.objects.count(), WearerLink.objects.count()) == (1, 1)
    assert Client().get(DOWNLOAD).json()["shortlists_shared"] == []


def test_saved_verdict_is_deleted_by_its_own_address_alone(holder: Client) -> None:
    own = save(holder)
    holder.post(DELETE, headers=HERE)
    assert holder.get(public(own)).status_code == 200
    holder.post(f"{own}delete/", headers=HERE)
    assert holder.get(public(own)).status_code == 404


def test_stranger_is_told_that_there_is_nothing_and_gets_no_cookie(client: Client) -> None:
    assert words(page(client, MINE).select_one("main .lead")).startswith("Nothing.")
    assert not client.get(DOWNLOAD).cookies
    assert not client.cookies


def test_looking_takes_few_queries(holder: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(5):
        holder.get(MINE)


def test_privacy_leads_there(client: Client) -> None:
    assert page(client, "/privacy/").select_one(f"main a[href='{MINE}']")
