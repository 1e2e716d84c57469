import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import Photo, Piece
from tests.factory import make_handmade, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def piece() -> Piece:
    return make_handmade(slug="tide-ring", name="Tide ring")


def soup(client: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html.parser")


def test_list_shows_the_first_photo_in_its_sizes(client: Client, piece: Piece) -> None:
    photos = [make_photo(piece, alt=alt, has_all_sizes=True) for alt in ("From the front", "From the side")]
    Photo.objects.update(has_all_sizes=True)
    page = soup(client, "/pieces/")
    image = page.select_one(".tile .photo img")
    source = page.select_one(".tile .photo source[type='image/avif']")
    assert image
    assert source
    assert (image["alt"], image["width"], image["height"], image["fetchpriority"]) == (
        "From the front",
        "900",
        "900",
        "high",
    )
    base = f"/media/photos/{photos[0].name}"
    assert source["srcset"] == f"{base}/320.avif 320w, {base}/640.avif 640w, {base}/900.avif 900w"


def test_only_sizes_that_are_there_are_offered(client: Client, piece: Piece) -> None:
    photo = make_photo(piece)
    source = soup(client, "/pieces/").select_one(".tile .photo source")
    assert source
    assert source["srcset"] == f"/media/photos/{photo.name}/640.avif 640w"


def test_page_of_a_piece_shows_every_photo_and_links_to_the_large_one(client: Client, piece: Piece) -> None:
    photos = [make_photo(piece, caption="The seam.", is_rendering=True), make_photo(piece)]
    page = soup(client, "/pieces/tide-ring/")
    assert [link["href"] for link in page.select("a[data-zoom]")] == [photo.largest for photo in photos]
    assert "The seam. A rendering by computer, not a photograph." in page.select(".gallery-item figcaption")[0].text
    assert [link["href"] for link in page.select("a[data-show]")] == ["#photo-1", "#photo-2"]
    first, second = page.select(".gallery-item img")
    assert (first.get("fetchpriority"), second.get("loading")) == ("high", "lazy")


def test_single_photo_needs_no_choice(client: Client, piece: Piece) -> None:
    make_photo(piece)
    assert not soup(client, "/pieces/tide-ring/").select(".gallery-choice")


def test_piece_without_photo_is_drawn(client: Client, piece: Piece) -> None:
    assert soup(client, "/pieces/tide-ring/").select_one(".piece-picture svg")
    assert soup(client, "/pieces/").select_one(".tile .picture svg")


def test_focus_is_kept_by_classes(client: Client, piece: Piece) -> None:
    make_photo(piece, focus_x=24, focus_y=100)
    picture = soup(client, "/pieces/").select_one(".tile .photo")
    assert picture
    assert picture["class"] == ["photo", "focus-x-2", "focus-y-10"]


def test_photos_cost_the_list_no_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    pieces = [make_handmade() for _number in range(3)]
    client.get("/pieces/")
    with django_assert_num_queries(6) as drawn:
        client.get("/pieces/")
    for piece in pieces:
        make_photo(piece)
    with django_assert_num_queries(len(drawn)):
        client.get("/pieces/")
