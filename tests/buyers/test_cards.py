from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from buyers.brief import read_brief
from buyers.cards.wording import alternatives_for
from buyers.phrases import PHRASES
from catalog.models import Piece
from tests.buyers.shopper import Shopper
from tests.factory import make_handmade, make_mass_produced, repack

pytestmark = pytest.mark.django_db

CARD = "/decide/card/"
ASKED = {"budget": "150", "top": "uniqueness,price", "type": "ring", "who": "friend"}
TODAY = date(2030, 6, 1)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)


@pytest.fixture
def pieces() -> None:
    make_handmade(name="Tide", slug="tide", price=Decimal(120))
    make_mass_produced(name="Arc", slug="arc", price=Decimal(100))


def address(path: str, answers: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(sorted(answers.items()), safe=',')}"


def page(client: Client, path: str, answers: Mapping[str, str]) -> BeautifulSoup:
    response = client.get(address(path, answers))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def next_after(client: Client, answers: Mapping[str, str]) -> str:
    """The key of the card that comes next, empty where none does."""
    response = client.get(address(CARD, answers))
    return urlsplit(response.headers["Location"]).path.split("/")[2] if response.status_code == 302 else ""


@pytest.mark.usefixtures("pieces")
def test_next_card_has_its_own_address(client: Client) -> None:
    key = next_after(client, ASKED)
    shown = page(client, f"/decide/{key}/", ASKED)
    assert [one["value"] for one in shown.select("input[type=radio]")] == ["a2", "a1", "0", "b1", "b2"]
    assert {one["name"] for one in shown.select("input[type=radio]")} == {key}
    assert "Asked because" in shown.get_text()


@pytest.mark.usefixtures("pieces")
def test_answer_is_carried_to_the_next_card(client: Client) -> None:
    key = next_after(client, ASKED)
    response = client.get(address(f"/decide/{key}/", ASKED | {key: "a1", "go": "on"}))
    assert dict(parse_qsl(urlsplit(response.headers["Location"]).query)) == ASKED | {key: "a1"}
    assert next_after(client, ASKED | {key: "a1"}) != key


@pytest.mark.usefixtures("pieces")
def test_skipped_card_moves_nothing_and_does_not_come_again(client: Client) -> None:
    key = next_after(client, ASKED)
    skip = page(client, f"/decide/{key}/", ASKED).find("a", string="Not sure: skip this card")
    assert skip
    answers = dict(parse_qsl(urlsplit(str(skip["href"])).query))
    assert answers == ASKED | {key: "unsure"}
    verdicts = [client.get(address("/decide/verdict.json", one)).json() for one in (ASKED, answers)]
    assert verdicts[0]["confidence"] == verdicts[1]["confidence"]
    assert next_after(client, answers) != key


@pytest.mark.usefixtures("pieces")
def test_continue_without_an_answer_offers_to_skip(client: Client) -> None:
    shown = page(client, "/decide/t.price.craft/", ASKED | {"go": "on"})
    assert [one.get_text(strip=True) for one in shown.select(".error-summary a")] == [
        "Choose one of the five, or skip this card."
    ]


@pytest.mark.usefixtures("pieces")
def test_cards_end_when_nothing_is_left_to_ask(client: Client) -> None:
    answers, seen = dict(ASKED), set[str]()
    while key := next_after(client, answers):
        assert key not in seen
        seen.add(key)
        answers[key] = "b2" if key.startswith("d.") else "a2"
    assert len(seen) < 58
    assert "Nothing more to ask" in page(client, CARD, answers).get_text()


@pytest.mark.usefixtures("pieces")
def test_at_most_three_pairs_of_pieces_are_shown(client: Client) -> None:
    for name in ("bay", "cape", "dune"):
        make_handmade(name=name.title(), slug=name, price=Decimal(110))
    duels = {f"d.{name}.tide": "unsure" for name in ("bay", "cape", "dune")}
    tradeoffs, answers = set[str](), ASKED | duels
    while len(tradeoffs) < 10 and (key := next_after(client, answers)):
        answers[key] = "unsure"
        tradeoffs.add(key)
    assert {key[0] for key in tradeoffs} == {"t"}


def test_nothing_is_asked_where_one_side_has_no_piece(client: Client) -> None:
    make_handmade(price=Decimal(100))
    assert "nothing to weigh" in page(client, CARD, ASKED).get_text()


@pytest.mark.usefixtures("pieces")
def test_duel_shows_two_real_pieces_with_price_and_arrival(client: Client) -> None:
    shown = page(client, "/decide/d.arc.tide/", ASKED)
    assert shown.h1 is not None
    assert shown.h1.get_text() == "Which of these two would you rather give?"
    assert [one.get_text() for one in shown.select(".card-better")] == ["Arc", "Tide"]
    assert [one.get_text() for one in shown.select(".card-side .price")] == ["€100", "€120"]


@pytest.mark.usefixtures("pieces")
@pytest.mark.parametrize(
    "key", ["t.craft.price", "t.price.price", "t.price.luck", "d.tide.arc", "d.arc.gone", "d.arc.arc"]
)
def test_card_that_cannot_be_is_not_found(client: Client, key: str) -> None:
    assert client.get(f"/decide/{key}/").status_code == 404


@pytest.mark.usefixtures("pieces")
def test_piece_withdrawn_since_a_duel_leaves_the_cards_standing(client: Client) -> None:
    Piece.objects.filter(slug="arc").update(state="archived")
    repack()
    make_mass_produced(name="Bow", slug="bow", price=Decimal(90))
    assert next_after(client, ASKED | {"d.arc.tide": "a2"})


@pytest.mark.usefixtures("pieces")
def test_change_from_the_check_page_returns_to_it(client: Client) -> None:
    answers = ASKED | {"t.price.craft": "a2", "d.arc.tide": "b1"}
    shown = page(client, "/decide/check/", answers)
    links = {one.get_text(" ", strip=True): str(one["href"]) for one in shown.select(".answers a")}
    change = links["Change Arc or Tide"]
    assert change == address("/decide/d.arc.tide/", answers) + "&from=check"
    response = client.get(f"{change}&go=on")
    assert response.headers["Location"] == address("/decide/check/", answers)


@pytest.mark.parametrize(
    ("first", "second", "budget", "expected"),
    [
        ("price", "uniqueness", "150", ("It costs €30, which is €120 less.", "It costs €150, your whole budget.")),
        ("price", "uniqueness", "", ("It costs €60, which is €240 less.", "It costs €300.")),
        ("price", "uniqueness", "2", ("It costs €0.40, which is €1.60 less.", "It costs €2, your whole budget.")),
    ],
)
def test_money_is_the_shoppers_own(first: str, second: str, budget: str, expected: tuple[str, str]) -> None:
    brief, _ = read_brief({"budget": [budget]}, TODAY)
    one, other = alternatives_for((first, second), brief, TODAY)
    assert (one.better, other.worse) == expected
    assert (one.worse, other.better) == (PHRASES[second].low, PHRASES[second].high)


@pytest.mark.parametrize(("when", "supposed"), [("2030-06-20", True), ("2030-12-20", False), ("", False)])
def test_days_are_dates_and_a_late_one_is_supposed_to_be_in_time(when: str, supposed: bool) -> None:
    brief, _ = read_brief({"when": [when]}, TODAY)
    one, other = alternatives_for(("lead", "craft"), brief, TODAY)
    assert one.better == "It is here tomorrow, on 2 June."
    assert other.worse.startswith("It comes on 31 July.")
    assert ("Suppose that were in time." in other.worse) is supposed


@pytest.mark.usefixtures("pieces")
@pytest.mark.parametrize(("path", "queries"), [(CARD, 1), ("/decide/t.price.craft/", 1), ("/decide/d.arc.tide/", 4)])
def test_queries_are_few(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str, queries: int
) -> None:
    with django_assert_num_queries(queries):
        client.get(address(path, ASKED))


CARDS = ("t.price.craft", "t.lead.uniqueness", "d.arc.tide")
STEPS = st.tuples(
    st.sampled_from(["answer", "skip", "change", "back", "remove", "budget", "again"]),
    st.sampled_from(CARDS),
    st.sampled_from(["a2", "a1", "0", "b1", "b2"]),
)


def walk_on(shopper: Shopper, step: tuple[str, str, str], expected: dict[str, str]) -> dict[str, str]:
    """Go one way from the check page, and say what the answers must be then."""
    way, key, answer = step
    here = urlencode(sorted(expected.items()), safe=",")
    if way == "again":
        shopper.visit(f"/decide/check/?{here}")
        return {} if not expected or shopper.follow("Start again").screen == "" else expected
    if way == "budget":
        shopper.visit(f"/decide/budget/?{here}&from=check").send({"budget": "90"})
        return expected | {"budget": "90"}
    if way == "remove":
        shopper.visit(f"/decide/check/?{urlencode(sorted({**expected, key: answer}.items()), safe=',')}")
        shopper.visit(next(str(one["href"]) for one in shopper.page.select(".answers a") if removes(one, key)))
        return {one: said for one, said in expected.items() if one != key}
    shopper.visit(f"/decide/{key}/?{here}" + ("&from=check" if way == "change" else ""))
    if way in {"skip", "back"}:
        shopper.follow("Not sure" if way == "skip" else "Back")
        return expected | ({key: "unsure"} if way == "skip" else {})
    shopper.send({key: answer})
    return expected | {key: answer}


def removes(link: Tag, key: str) -> bool:
    return str(link["href"]).startswith("/decide/check/") and key not in str(link["href"])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=6))
def test_no_answer_is_lost_or_mixed_up_whatever_the_way(pieces: None, steps: list[tuple[str, str, str]]) -> None:
    shopper, expected = Shopper(), {"top": "lead,price", "type": "ring"}
    for step in steps:
        expected = walk_on(shopper, step, expected)
        assert shopper.answers == expected
