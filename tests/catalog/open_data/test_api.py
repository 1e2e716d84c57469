import pytest
from django.test import Client

from catalog.choices import State
from catalog.copies import revise
from catalog.models import Piece
from tests.factory import make_handmade, make_maker, make_photo, make_piece

pytestmark = pytest.mark.django_db


def test_piece_tells_facts_and_parts_and_nothing_of_its_makers_own(client: Client) -> None:
    piece = make_handmade(name="Tide", slug="tide", sku="SECRET-1")
    make_photo(piece, alt="A ring.")
    response = client.get("/api/pieces/tide/")
    told = response.json()
    assert (told["name"], told["maker"], told["licence"]) == ("Tide", piece.maker.slug, "CC-BY-4.0")
    assert len(told["steps"]) == piece.steps.count()
    assert told["photos"][0]["alt"] == "A ring."
    assert "SECRET-1" not in response.content.decode()


@pytest.mark.parametrize("state", [state for state in State if state != State.PUBLISHED])
def test_only_what_is_published_is_told(client: Client, state: State) -> None:
    make_piece(slug="hidden", state=state)
    assert client.get("/api/pieces/hidden/").status_code == 404
    assert client.get("/api/pieces/").json() == {"pieces": [], "next": None}


def test_change_in_work_is_not_told(client: Client) -> None:
    change = revise(make_piece(slug="tide", name="Tide"))
    Piece.objects.filter(pk=change.pk).update(name="Unseen")
    assert [piece["name"] for piece in client.get("/api/pieces/").json()["pieces"]] == ["Tide"]


def test_pages_follow_one_another_though_pieces_are_added(client: Client) -> None:
    for slug in "bcd":
        make_piece(slug=slug)
    seen, address = [], "/api/pieces/?limit=2"
    while address:
        told = client.get(address).json()
        seen += [piece["address"] for piece in told["pieces"]]
        make_piece(slug=f"a{len(seen)}")
        address = told["next"]
    assert seen == ["b", "c", "d"]


@pytest.mark.parametrize("limit", ["0", "201", "-1", "x", "", "9" * 5000, "²", "0000019999"])
def test_impossible_limit_is_refused_with_what_is_possible(client: Client, limit: str) -> None:
    response = client.get("/api/pieces/", {"limit": limit})
    assert (response.status_code, response.json()) == (400, {"errors": {"limit": ["Enter a number from 1 to 200."]}})


@pytest.mark.parametrize("after", ["\x00", "é", "'; --", "z" * 5000])
def test_any_cursor_is_answered(client: Client, after: str) -> None:
    make_piece(slug="tide")
    assert client.get("/api/pieces/", {"after": after}).status_code == 200


ADDRESSES = ("/api/pieces/", "/api/pieces/tide/", "/api/makers/", "/api/makers/ines/", "/decide/questions.json")


@pytest.mark.parametrize("address", [*ADDRESSES, "/decide/verdict.json?type=ring", "/data/"])
def test_what_has_not_changed_is_answered_without_a_body(client: Client, address: str) -> None:
    piece = make_piece(slug="tide", maker=make_maker(slug="ines"))
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    piece.name = "Other"
    piece.save()
    changed = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    assert (changed.status_code == 200) == (address.startswith("/api/pieces/"))


def test_other_pages_may_read_it_and_no_cookie_is_set(client: Client) -> None:
    response = client.get("/api/makers/")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies


def test_page_of_pieces_costs_the_same_for_many(client: Client, django_assert_num_queries: object) -> None:
    for _number in range(5):
        make_handmade()
    with django_assert_num_queries(6):  # type: ignore[operator]
        client.get("/api/pieces/")
