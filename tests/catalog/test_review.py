"""The curators' desk: what waits, oldest first, and a page on which one is decided."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from catalog.choices import State
from catalog.copies import revise
from catalog.demo.logins import curators
from catalog.desk import usual_wait, waiting
from catalog.models import Piece, StateChange
from tests.catalog.people import make_curator, signed_in
from tests.factory import make_handmade, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> Client:
    return signed_in(make_curator())


def sent(name: str, days_ago: int) -> Piece:
    piece = make_handmade(name=name, state=State.SUBMITTED)
    make_photo(piece, alt="A ring")
    at = timezone.now() - timedelta(days=days_ago)
    StateChange.objects.create(piece=piece, former="draft", state="submitted", by_name="ines", at=at)
    return piece


def review(piece: Piece) -> str:
    return f"/admin/catalog/piece/{piece.pk}/review/"


def test_oldest_waits_first() -> None:
    late, early = sent("Late", 1), sent("Early", 5)
    assert list(waiting()) == [early, late]


def test_what_was_sent_again_waits_since_then() -> None:
    early, late = sent("Early", 5), sent("Late", 1)
    StateChange.objects.create(piece=early, former="changes_requested", state="submitted", by_name="ines")
    assert list(waiting()) == [late, early]


def test_decision_leads_to_the_next_that_waits(curator: Client) -> None:
    late, early = sent("Late", 1), sent("Early", 5)
    response = curator.post(review(early), {"_move_state": "publish"})
    assert response.headers["Location"] == review(late)
    response = curator.post(review(late), {"_move_state": "return", "_note": "Which metal?", "_about": "materials"})
    assert response.headers["Location"] == "/admin/"
    assert StateChange.objects.get(piece=late, state="changes_requested").note == "Which metal?"


def test_note_that_is_refused_is_not_lost(curator: Client) -> None:
    piece = sent("Ring", 1)
    page = curator.post(review(piece), {"_move_state": "return", "_note": "x" * 1001, "_about": "fit"}).content.decode()
    assert "x" * 1001 in page
    assert '<option value="fit" selected>' in page
    piece.refresh_from_db()
    assert piece.state == State.SUBMITTED


def test_curator_sees_what_a_change_would_change(curator: Client) -> None:
    piece = make_handmade(name="Tide ring")
    change = revise(piece)
    Piece.objects.filter(pk=change.pk).update(name="Ebb ring", state=State.SUBMITTED)
    page = curator.get(review(change)).content.decode()
    assert "<del>Tide ring</del>" in page
    assert "<ins>Ebb ring</ins>" in page


def test_taken_over_change_leads_back_to_its_piece(curator: Client) -> None:
    piece = make_handmade(name="Tide ring")
    change = revise(piece)
    Piece.objects.filter(pk=change.pk).update(state=State.SUBMITTED)
    response = curator.post(f"/admin/catalog/piece/{change.pk}/move/", {"_move_state": "publish"})
    assert response.headers["Location"] == f"/admin/catalog/piece/{piece.pk}/change/"


def test_review_is_for_those_who_may_review(curator: Client) -> None:
    piece = sent("Ring", 1)
    curators().permissions.remove(*curators().permissions.filter(codename="review_piece"))
    assert curator.get(review(piece)).status_code == 403
    assert curator.post(review(piece), {"_move_state": "publish"}).status_code == 403


def test_desk_is_laid_for_those_who_may_review(curator: Client) -> None:
    sent("Unseen ring", 1)
    assert "Unseen ring" in curator.get("/admin/").content.decode()
    clerk = signed_in(User.objects.create_user("clerk", is_staff=True))
    assert "Unseen ring" not in clerk.get("/admin/").content.decode()


def test_usual_wait_is_the_median_there_was(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    assert usual_wait() is None
    for days in (1, 2, 9):
        piece = sent("Ring", days)
        StateChange.objects.create(piece=piece, former="submitted", state="published", by_name="curator")
    with django_assert_num_queries(1):
        wait = usual_wait()
    assert wait is not None
    assert round(wait / timedelta(days=1)) == 2


def test_forms_of_the_desk_bring_the_token_that_they_need(curator: Client) -> None:
    piece = sent("Ring", 1)
    change = f"/admin/catalog/piece/{piece.pk}/change/"
    for address in (review(piece), change):
        page = BeautifulSoup(curator.get(address).content, "html.parser")
        forms = page.select("#content form[method=post]")
        assert forms
        assert all(form.select_one("[name=csrfmiddlewaretoken]") for form in forms), address
