from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from buyers.models import SharedPiece, SharedShortlist
from buyers.shortlist import chosen, sharing
from catalog.choices import State
from catalog.models import Piece
from tests.buyers.presses import CHOOSE, DROP, HERE, KEEP, SHARE, page, press, pressed, words
from tests.factory import make_handmade, make_maker, make_mass_produced

pytestmark = pytest.mark.django_db

LIST = "/shortlist/"
LIST_QUERIES, SHARED_QUERIES = 6, 6


@pytest.fixture(autouse=True)
def _pieces() -> None:
    make_handmade(name="Tide", slug="tide")
    make_mass_produced(name="Arc", slug="arc")


def names(soup: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in soup.select(".tile-name a")]


def withdraw(slug: str, state: State = State.ARCHIVED) -> None:
    Piece.objects.filter(slug=slug).update(state=state)


def share(client: Client, *slugs: str) -> str:
    """The address of a new shared list of these pieces."""
    press(client, KEEP, *slugs)
    response = client.post(SHARE, headers=HERE)
    assert response.status_code == 303
    return str(response["Location"])


def revoke(client: Client, address: str) -> HttpResponse:
    return client.post(f"{address}revoke/", headers=HERE)  # type: ignore[return-value]


def test_empty_shortlist_says_what_to_do(client: Client) -> None:
    soup = page(client, LIST)
    assert "Press Keep beside a piece" in words(soup.select_one(".empty"))
    assert soup.select_one(".empty a[href='/pieces/']")
    assert not soup.select("main form")


def test_last_kept_comes_first(client: Client) -> None:
    press(client, KEEP, "tide")
    press(client, KEEP, "arc")
    assert names(page(client, LIST)) == ["Arc", "Tide"]
    press(client, KEEP, "tide")
    assert names(page(client, LIST)) == ["Tide", "Arc"]


def test_kept_piece_can_be_removed(client: Client) -> None:
    press(client, KEEP, "tide", "arc")
    form = page(client, LIST).select_one(f"form[method=post][action='{DROP}']")
    assert form is not None
    assert words(form.button) == "Remove Tide"
    fields = {str(field["name"]): str(field["value"]) for field in form.select("input")}
    response = client.post(DROP, fields, headers=HERE)
    assert names(page(client, response["Location"].partition("#")[0])) == ["Arc"]


def test_two_to_four_can_be_ticked_and_compared_without_scripts(client: Client) -> None:
    press(client, KEEP, "tide", "arc")
    press(client, CHOOSE, "arc")
    soup = page(client, LIST)
    assert soup.select_one("form#compare-these[method=get][action='/compare/'] button[type=submit]")
    boxes = soup.select("input[type=checkbox][name=piece][form=compare-these]")
    assert [box["value"] for box in boxes] == ["tide", "arc"]
    assert [box.has_attr("checked") for box in boxes] == [False, True]


def test_compare_page_offers_what_is_kept(client: Client) -> None:
    press(client, KEEP, "tide")
    assert names(page(client, "/compare/")) == ["Tide"]
    assert names(page(client, "/compare/?piece=tide")) == ["Arc"]


def test_all_compared_pieces_can_be_kept_at_once(client: Client) -> None:
    both = "/compare/?piece=tide&piece=arc"
    form = page(client, both).select_one(f"form[action='{KEEP}']")
    assert form is not None
    slugs = [str(field["value"]) for field in form.select("input[name=piece]")]
    assert press(client, KEEP, *slugs, next=both)["Location"].startswith(both)
    assert client.session["kept"] == ["tide", "arc"]
    assert page(client, both).select_one(".compare-on a[href='/shortlist/']")


def test_withdrawn_piece_is_said_to_be_gone_by_name(client: Client) -> None:
    press(client, KEEP, "tide", "arc")
    withdraw("tide")
    notice = page(client, LIST).select_one(".notice")
    assert "1 piece of this list is gone; its maker withdrew it. It was: Tide." in words(notice)
    assert names(page(client, LIST)) == ["Arc"]


def test_name_that_was_never_published_is_not_told(client: Client) -> None:
    press(client, KEEP, "tide")
    Piece.objects.filter(slug="tide").update(state=State.DRAFT, name="Secret")
    assert "Secret" not in words(page(client, LIST).main)
    assert "1 piece of this list is gone" in words(page(client, LIST).main)


def test_deleted_piece_is_gone_without_a_name_and_can_be_let_go(client: Client) -> None:
    press(client, KEEP, "tide", "arc")
    Piece.objects.get(slug="tide").delete()
    form = page(client, LIST).select_one(f".notice form[action='{DROP}']")
    assert form is not None
    press(client, DROP, *(str(field["value"]) for field in form.select("input[name=piece]")))
    assert client.session["kept"] == ["arc"]
    assert not page(client, LIST).select(".notice")


def test_shortlist_holds_a_hundred_and_says_so(client: Client) -> None:
    session = client.session
    session["kept"] = [f"piece-{number}" for number in range(chosen.MOST_KEPT - 1)]
    session.save()
    client.cookies["sessionid"] = str(session.session_key)
    press(client, KEEP, "arc")
    press(client, KEEP, "tide")
    assert client.session["kept"][:2] == ["tide", "arc"]
    assert len(client.session["kept"]) == 100
    assert "It holds 100 pieces." in words(page(client, LIST).main)


def test_shared_list_shows_the_pieces_in_order_to_anybody(client: Client) -> None:
    address = share(client, "tide", "arc")
    soup = page(Client(), address)
    assert names(soup) == ["Tide", "Arc"]
    assert soup.select_one("a[href='/compare/?piece=tide&piece=arc']")
    assert not soup.select("form[action$='revoke/'], #shared-address")


def test_shared_list_stays_as_it_was_shared(client: Client) -> None:
    address = share(client, "tide")
    press(client, KEEP, "arc")
    press(client, DROP, "tide")
    assert names(page(Client(), address)) == ["Tide"]


def test_shared_list_tells_nobody_who_came_and_no_search_engine(client: Client) -> None:
    response = Client().get(share(client, "tide"))
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Cache-Control"] == "private"
    assert not response.cookies
    assert BeautifulSoup(response.content, "html.parser").select_one("meta[name=robots][content=noindex]")


def test_shared_list_can_be_kept_too(client: Client) -> None:
    address, other = share(client, "tide", "arc"), Client()
    form = page(other, address).select_one(f".shared-actions form[action='{KEEP}']")
    assert form is not None
    press(other, KEEP, *(str(field["value"]) for field in form.select("input[name=piece]")))
    assert names(page(other, LIST)) == ["Tide", "Arc"]
    assert pressed(page(other, address)) == ["Keep Tide", "Keep Arc"]


def test_shared_list_outlives_the_session_that_made_it(client: Client) -> None:
    address = share(client, "tide")
    Session.objects.all().delete()
    assert names(page(Client(), address)) == ["Tide"]


def test_who_shared_sees_the_address_and_can_revoke_it(client: Client) -> None:
    address = share(client, "tide")
    field = page(client, address).select_one("#shared-address")
    assert field is not None
    assert field["value"] == f"http://testserver{address}"
    assert page(client, LIST).select_one(f".shared-links a[href='{address}']")
    assert revoke(client, address)["Location"] == LIST
    assert client.get(address).status_code == 404
    assert not page(client, LIST).select(".shared-links")


def test_nobody_else_can_revoke(client: Client) -> None:
    address, other = share(client, "tide"), Client()
    share(other, "arc")
    assert revoke(other, address).status_code == 404
    assert revoke(Client(), address).status_code == 404
    assert client.post(f"{address}revoke/").status_code == 403
    assert page(Client(), address)


def test_links_remain_revocable_after_all_kept_pieces_are_dropped(client: Client) -> None:
    address = share(client, "tide")
    press(client, DROP, "tide")
    assert page(client, LIST).select_one(f".shared-links form[action='{address}revoke/']")


def test_withdrawn_and_deleted_pieces_leave_a_shared_list(client: Client) -> None:
    address = share(client, "tide", "arc")
    withdraw("tide")
    soup = page(Client(), address)
    assert names(soup) == ["Arc"]
    assert "1 piece of this list is gone" in words(soup.select_one(".notice"))
    assert "Tide" not in words(soup.main)
    Piece.objects.get(slug="arc").delete()
    assert names(page(Client(), address)) == []


@pytest.mark.parametrize("token", ["a" * 22, "x", "keep-me", "a" * 500, "%00", "..%2f..", "<b>"])
def test_unknown_link_is_not_found(client: Client, token: str) -> None:
    assert client.get(f"/shortlist/{token}/").status_code == 404
    assert client.post(f"/shortlist/{token}/revoke/", headers=HERE).status_code == 404


def test_links_cannot_be_guessed(client: Client) -> None:
    tokens = {share(client, "tide").split("/")[2] for _number in range(5)}
    assert len(tokens) == 5
    assert {len(token) for token in tokens} == {22}


def test_nothing_kept_is_nothing_to_share(client: Client) -> None:
    assert client.post(SHARE, headers=HERE)["Location"] == LIST
    press(client, KEEP, "tide")
    withdraw("tide")
    assert client.post(SHARE, headers=HERE)["Location"] == LIST
    assert not SharedShortlist.objects.exists()


def test_one_session_makes_twenty_links_an_hour(client: Client) -> None:
    for _number in range(sharing.MOST_AN_HOUR):
        share(client, "tide")
    response = client.post(SHARE, headers=HERE)
    assert response.status_code == 429
    assert "Enough links for now" in response.content.decode()
    SharedShortlist.objects.update(created=timezone.now() - timedelta(minutes=61))
    assert share(client, "tide")
    assert sharing.MOST_AN_HOUR == 20


def test_all_sessions_together_are_bounded(client: Client) -> None:
    SharedShortlist.objects.bulk_create(SharedShortlist() for _number in range(sharing.MOST_AN_HOUR_BY_ALL - 1))
    assert share(Client(), "tide")
    press(client, KEEP, "tide")
    assert client.post(SHARE, headers=HERE).status_code == 429
    assert SharedShortlist.objects.count() == sharing.MOST_AN_HOUR_BY_ALL


def test_shared_list_ends_before_it_is_forgotten(client: Client) -> None:
    address = share(client, "tide")
    SharedShortlist.objects.update(created=timezone.now() - timedelta(days=401))
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(("days", "is_kept"), [(399, True), (401, False)])
def test_shared_lists_are_forgotten_after_400_days(client: Client, days: int, is_kept: bool) -> None:
    address = share(client, "tide")
    SharedShortlist.objects.update(created=timezone.now() - timedelta(days=days))
    said = StringIO()
    call_command("forget", stdout=said)
    assert (Client().get(address).status_code == 200) is is_kept
    assert said.getvalue().splitlines()[0] == ("0 shared lists forgotten." if is_kept else "1 shared list forgotten.")
    assert SharedPiece.objects.exists() is is_kept


@pytest.mark.parametrize("token", ["", "short", "a" * 21 + "!", "a" * 21 + "\n"])
def test_token_that_is_not_random_enough_is_refused(token: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        SharedShortlist.objects.create(token=token)


def test_list_holds_each_piece_and_each_place_once() -> None:
    shortlist, tide = SharedShortlist.objects.create(), Piece.objects.get(slug="tide")
    SharedPiece.objects.create(shortlist=shortlist, piece=tide, position=0)
    other = Piece.objects.get(slug="arc")
    again: list[dict[str, Any]] = [{"piece": tide, "position": 1}, {"piece": other, "position": 0}]
    for fields in again:
        with pytest.raises(IntegrityError), transaction.atomic():
            SharedPiece.objects.create(shortlist=shortlist, **fields)


def test_same_piece_on_two_shared_lists_is_shown_once_on_each(client: Client) -> None:
    first, second = share(client, "tide", "arc"), share(client, "arc", "tide")
    assert names(page(Client(), first)) == ["Tide", "Arc"]
    assert names(page(Client(), second)) == ["Arc", "Tide"]


def test_sign_in_ends_sooner_than_a_shortlist(client: Client) -> None:
    press(client, KEEP, "tide")
    client.force_login(User.objects.create_user("maker"))
    assert client.session.get_expiry_age() == settings.SIGN_IN_AGE
    assert client.session["kept"] == ["tide"]
    press(client, KEEP, "arc")
    assert client.session.get_expiry_age() == settings.SIGN_IN_AGE


def test_private_pages_are_kept_out_of_search_engines(client: Client) -> None:
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /shortlist/" in robots
    assert "Disallow: /compare/" in robots
    assert page(client, LIST).select_one("meta[name=robots][content=noindex]")


def test_number_of_queries_does_not_grow(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    maker = make_maker()
    slugs = [make_handmade(maker=maker).slug for _number in range(6)]
    address = share(client, *slugs, "tide")
    withdraw("tide")
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)
    with django_assert_num_queries(SHARED_QUERIES):
        client.get(address)
