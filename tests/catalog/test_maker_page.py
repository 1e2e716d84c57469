from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from catalog.choices import Claim, Control, Grade, MakerKind, Method, Preview, Stage, State
from catalog.facts import EvidenceFacts
from catalog.makers import MAKERS_PER_PAGE, UNSAID, Verified, extent_of, verified_of
from catalog.models import Maker, Person
from tests.factory import (
    evidence,
    make_handmade,
    make_maker,
    make_mass_produced,
    make_piece,
    material,
    step,
)

pytestmark = pytest.mark.django_db

TODAY = date(2025, 6, 1)
MAKER, MAKERS = "/makers/bench/", "/makers/"


@pytest.fixture
def maker() -> Maker:
    return make_maker(name="Bench", slug="bench", place="Porto", country="PT")


def page(client: Client, address: str = MAKER) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text(element: Tag | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").split())


def facts(shown: BeautifulSoup) -> dict[str, str]:
    return {text(row.dt): text(row.dd) for row in shown.select(".facts-two > div")}


def show(maker: Maker, *shown: EvidenceFacts, **fields: Any) -> None:
    make_piece(maker=maker, evidence=shown, **fields)


def verified(maker: Maker) -> dict[str, Verified]:
    return {one.title: one for one in verified_of(maker, TODAY)}


def test_list_says_place_kind_number_and_ways(client: Client, maker: Maker) -> None:
    make_handmade(maker=maker)
    for _ in range(2):
        make_mass_produced(maker=maker)
    make_handmade(maker=maker, state=State.DRAFT)
    row = text(page(client, MAKERS).select_one(".maker-row"))
    assert row == "Bench Makes. Workshop, Porto, Portugal 3 pieces Handcrafted 1 Mass-produced 2"


def test_list_says_what_a_label_does_not_tell(client: Client) -> None:
    make_piece(maker=make_maker(name="Box", kind=MakerKind.LABEL))
    row = text(page(client, MAKERS).select_one(".maker-row"))
    assert row.endswith("Label that does not say who makes, place not disclosed 1 piece Not disclosed 1")


def test_long_list_has_pages(client: Client) -> None:
    for number in range(MAKERS_PER_PAGE + 1):
        make_piece(maker=make_maker(name=f"Maker {number:03}", slug=f"m-{number}"))
    first, second = (page(client, f"/makers/?page={number}") for number in (1, 2))
    assert [len(shown.select(".maker-row")) for shown in (first, second)] == [MAKERS_PER_PAGE, 1]
    assert [link["href"] for link in first.select(".pages a")] == ["?page=2"]
    assert [link["href"] for link in second.select(".pages a")] == ["?page=1"]
    assert second.select("link[rel=canonical]")[0]["href"] == "http://testserver/makers/?page=2"


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "²", "9" * 30])
def test_what_is_no_number_of_a_page_is_the_first(client: Client, maker: Maker, number: str) -> None:
    make_piece(maker=maker)
    assert len(page(client, f"/makers/?page={number}").select(".maker-row")) == 1


def test_page_beyond_the_last_is_not_found(client: Client, maker: Maker) -> None:
    make_piece(maker=maker)
    assert client.get("/makers/?page=2").status_code == 404


def test_empty_list_says_what_to_do(client: Client) -> None:
    assert page(client, MAKERS).select_one(".empty a[href='/guide/']")


def test_place_is_told_with_its_country(client: Client, maker: Maker) -> None:
    make_piece(maker=maker)
    assert facts(page(client))["Place"] == "Porto, Portugal"


def test_maker_of_whom_nothing_is_told_says_so(client: Client) -> None:
    make_piece(maker=make_maker(slug="bench"))
    told = facts(page(client))
    assert {told[name] for name in ("Place", "Since", "To reach them", "People", "Techniques")} == {"not disclosed"}


def test_people_are_told_with_what_they_do(client: Client, maker: Maker) -> None:
    Person.objects.create(maker=maker, name="Ada Reis", role="goldsmith")
    make_piece(maker=maker)
    assert facts(page(client))["People"] == "Ada Reis, goldsmith"


def test_techniques_are_each_told_once_in_the_order_of_the_bench(client: Client, maker: Maker) -> None:
    polished, bought = step(Stage.FINISH, Method.POLISH), step(Stage.ASSEMBLE, Method.BOUGHT_FINDING, Control.AUTOMATIC)
    make_piece(maker=maker, steps=[polished, step(Stage.JOIN, Method.SOLDER)], technique="forging")
    make_piece(maker=maker, steps=[step(Stage.FORM, Method.FORGE), polished, bought], technique="forging")
    make_piece(maker=maker, steps=[step(Stage.FORM, Method.CARVE)], state=State.DRAFT)
    words = "Forging Forged, soldered, polished Forging and hammering Soldering, welding and riveting"
    assert facts(page(client))["Techniques"] == words


def test_what_was_seen_is_told_by_claim_with_the_latest_of_it(maker: Maker) -> None:
    show(maker, evidence(Claim.PROCESS), evidence(Claim.PROCESS), evidence(Claim.MARK, Grade.CHECKED))
    show(maker, evidence(Claim.PROCESS))
    newest = maker.pieces.order_by("-pk")[0].evidence.all()
    newest.update(source="Film at the wheel", dated=date(2025, 3, 1))
    told = verified(maker)
    assert list(told) == ["Photographs of the making", "Hallmark or certificate"]
    photographs = told["Photographs of the making"]
    assert (photographs.number, photographs.source, photographs.dated) == (2, "Film at the wheel", date(2025, 3, 1))


@pytest.mark.parametrize(
    ("shown", "is_told"),
    [
        (evidence(Claim.MARK, Grade.DECLARED), False),
        (evidence(Claim.MARK, Grade.DOCUMENTED, expires=TODAY - timedelta(days=1)), False),
        (evidence(Claim.MARK, Grade.DOCUMENTED, expires=TODAY), True),
    ],
)
def test_only_proof_that_holds_today_is_verified(maker: Maker, shown: EvidenceFacts, is_told: bool) -> None:
    show(maker, shown)
    assert bool(verified(maker)) is is_told


def test_proof_for_a_hidden_piece_or_of_another_maker_is_not_told(maker: Maker) -> None:
    show(maker, evidence(Claim.MARK), state=State.DRAFT)
    show(make_maker(), evidence(Claim.MARK))
    assert not verified(maker)


def test_makers_page_does_not_call_anything_handmade(maker: Maker) -> None:
    show(maker, evidence(Claim.HANDMADE))
    assert list(verified(maker)) == ["Hand work"]


def test_page_shows_what_is_verified_and_of_how_many(client: Client, maker: Maker) -> None:
    show(maker, evidence(Claim.MARK))
    show(maker)
    row = text(page(client).select_one(".facts-seen > div"))
    assert row == "Hallmark or certificate Photograph, 15 January 2025 for 1 of 2"


def test_page_says_where_no_proof_was_seen(client: Client, maker: Maker) -> None:
    make_piece(maker=maker)
    assert "We have seen no proof yet." in page(client).get_text()


@pytest.mark.parametrize(
    ("silent", "told", "sentence"),
    [
        (1, 2, "1 of 3 pieces does not say how many are made."),
        (2, 1, "2 of 3 pieces do not say how many are made."),
        (2, 0, "None of its 2 pieces says how many are made."),
        (1, 0, "Its only piece does not say how many are made."),
    ],
)
def test_what_pieces_do_not_say_is_counted(maker: Maker, silent: int, told: int, sentence: str) -> None:
    for number in [None] * silent + [5] * told:
        make_piece(maker=maker, number_made=number)
    make_piece(maker=maker, state=State.DRAFT)
    assert sentence in extent_of(maker).unsaid


def test_whole_record_leaves_nothing_unsaid(client: Client, maker: Maker) -> None:
    whole = {"width_mm": 20, "preview": Preview.VIDEO, "returnable_days": 0, "repaired_by_maker": False}
    steps = [step(Stage.FORM, Method.FORGE, country="PT"), step(Stage.FINISH, Method.POLISH, country="PT")]
    make_handmade(maker=maker, steps=steps, materials=[material()], **whole)
    assert extent_of(maker).unsaid == ()
    assert "Nothing that we ask of every piece is missing." in page(client).get_text()


def test_piece_of_which_nothing_is_told_leaves_everything_unsaid(maker: Maker) -> None:
    make_piece(maker=maker, days_min=None, days_max=None, in_stock=False)
    assert len(extent_of(maker).unsaid) == len(UNSAID)


def test_pieces_of_a_busy_maker_come_by_the_page(client: Client, maker: Maker) -> None:
    for _ in range(25):
        make_piece(maker=maker)
    first, second = (page(client, f"{MAKER}?page={number}") for number in (1, 2))
    assert [len(shown.select(".tile")) for shown in (first, second)] == [24, 1]
    assert [link["href"] for link in first.select(".pages a")] == ["?page=2#pieces"]
    assert second.select("link[rel=canonical]")[0]["href"] == f"http://testserver{MAKER}?page=2"


def test_number_of_queries_is_fixed(
    client: Client, maker: Maker, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Person.objects.create(maker=maker, name="Ada Reis", role="goldsmith")
    for _ in range(30):
        make_handmade(maker=maker)
    with django_assert_num_queries(8):
        client.get(MAKER)
    with django_assert_num_queries(2):
        client.get(MAKERS)


def test_evidence_seen_today_counts_on_the_page(client: Client, maker: Maker) -> None:
    show(maker, evidence(Claim.MARK, Grade.DOCUMENTED, expires=timezone.localdate()))
    assert page(client).select(".facts-seen > div")
