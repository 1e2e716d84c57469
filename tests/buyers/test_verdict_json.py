import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from catalog.models import Piece

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

ADDRESS = "/decide/verdict.json"
ASKED = {"who": "partner", "why": "memory", "type": "ring", "budget": "600", "top": "uniqueness,custom,craft"}


def verdict(client: Client, **query: str) -> dict[str, Any]:
    response = client.get(ADDRESS, query)
    assert response.status_code == 200
    answer: dict[str, Any] = response.json()
    return answer


def test_answer_has_every_key_of_the_contract(client: Client) -> None:
    assert list(verdict(client, **ASKED)) == [
        "rules",
        "answers",
        "verdict",
        "forced",
        "lean",
        "confidence",
        "in_principle",
        "difference",
        "ledger",
        "changes",
        "pieces",
        "left_out",
    ]


def test_points_of_the_ledger_sum_to_the_difference(client: Client) -> None:
    answer = verdict(client, **ASKED)
    assert sum(line["points"] for line in answer["ledger"]) == pytest.approx(answer["difference"], abs=1e-9)
    assert len(answer["ledger"]) == 12


def test_a_line_is_weight_times_difference_in_value(client: Client) -> None:
    for line in verdict(client, **ASKED)["ledger"]:
        difference = line["handcrafted"] - line["mass_produced"]
        assert line["points"] == pytest.approx(100 * line["weight"] * difference, abs=1e-9)


def test_same_answers_in_any_order_give_the_same_bytes(client: Client) -> None:
    forwards = client.get(ADDRESS, ASKED).content
    assert client.get(ADDRESS, dict(reversed(ASKED.items()))).content == forwards


def test_answers_are_the_canonical_query(client: Client) -> None:
    given = ASKED | {"why": "memory,care", "nonsense": "1", "see": ""}
    assert verdict(client, **given)["answers"] == ASKED | {"why": "care,memory"}


def test_pieces_are_within_every_must(client: Client) -> None:
    soon = (timezone.localdate() + timedelta(days=14)).isoformat()
    pieces = verdict(client, **ASKED | {"when": soon, "metal": "solid"})["pieces"]
    slugs = [piece["slug"] for side in pieces.values() for piece in side]
    shown = Piece.objects.filter(slug__in=slugs, kind="ring", price__lte=600, days_max__lte=14)
    assert slugs
    assert shown.filter(assessment__surface="solid").count() == len(slugs)
    assert max(map(len, pieces.values())) <= 3


def test_pieces_come_best_first(client: Client) -> None:
    for pieces in verdict(client, **ASKED)["pieces"].values():
        assert [piece["fit"] for piece in pieces] == sorted((piece["fit"] for piece in pieces), reverse=True)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"who": "family"},
        {"who": "family", "why": "heritage", "type": "ring", "budget": "500"},
        {"who": "group", "why": "support_artist", "type": "any", "budget": "90"},
        {"top": "uniqueness,craft"},
    ],
)
def test_context_alone_or_two_answers_is_too_early(client: Client, query: dict[str, str]) -> None:
    assert verdict(client, **query)["verdict"] == "too_early"


def test_nothing_that_fits_is_said_with_what_stands_in_the_way(client: Client) -> None:
    answer = verdict(client, **ASKED | {"budget": "2"})
    assert (answer["verdict"], answer["forced"], answer["lean"], answer["confidence"]) == ("none", False, None, None)
    assert "budget" in {lost["must"] for lost in answer["left_out"]}
    assert answer["ledger"] == []
    assert answer["difference"] is None


def test_one_side_alone_is_forced_without_a_figure(client: Client) -> None:
    answer = verdict(client, **ASKED | {"type": "any", "proof": "hand", "must": "proof"})
    assert (answer["verdict"], answer["lean"], answer["forced"]) == ("handcrafted", "handcrafted", True)
    assert (answer["confidence"], answer["difference"], answer["ledger"]) == (None, None, [])
    assert answer["pieces"]["mass_produced"] == []


def test_every_change_leads_to_what_it_says(client: Client) -> None:
    answer = verdict(client, **ASKED)
    assert answer["changes"]
    for change in answer["changes"]:
        there = client.get(change["url"].replace("/verdict/", "/verdict.json")).json()
        assert there["verdict"] == change["verdict"]
        assert there["difference"] is None or there["difference"] * answer["difference"] < 0


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ({"budget": "lots"}, "budget"),
        ({"when": "2001-01-01"}, "when"),
        ({"who": "nobody"}, "who"),
        ({"top": "price,price"}, "top"),
        ({"t.price.price": "a2"}, "t.price.price"),
    ],
)
def test_bad_answers_are_refused_by_key(client: Client, query: dict[str, str], key: str) -> None:
    response = client.get(ADDRESS, query)
    assert response.status_code == 400
    assert response.json()["errors"][key]


def test_huge_query_is_refused(client: Client) -> None:
    response = client.get(ADDRESS, {"who": "x" * 9000})
    assert response.status_code == 400
    assert "query" in response.json()["errors"]


def test_numbers_keep_their_precision(client: Client) -> None:
    text = client.get(ADDRESS, ASKED).content.decode()
    assert len(str(json.loads(text)["confidence"])) > 6
