from typing import Any
from urllib.parse import parse_qs

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from buyers.brief import read_brief
from buyers.decision import CRITERIA
from buyers.results import verdict_for
from buyers.verdict.changes import lines_for
from buyers.verdict.result import Outcome, Result, Side
from catalog.models import Piece

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

SLUGS = ("tide-ring", "arc-ring", "dune-ring")
NAMES = {Side.HANDCRAFTED: "handcrafted", Side.MASS_PRODUCED: "mass-produced"}


def verdict(query: str) -> Result:
    brief, errors = read_brief(parse_qs(query), timezone.localdate())
    assert not errors
    return verdict_for(brief, timezone.localdate())


def answers_in(address: str) -> str:
    """The query of an address without the answers before the change."""
    return address.partition("?")[2].partition("&was=")[0]


@st.composite
def queries(draw: st.DrawFn) -> str:
    parts = [f"type={draw(st.sampled_from(['ring', 'earrings', 'bracelet', 'any']))}"]
    parts += [f"budget={draw(st.integers(15, 900))}"] if draw(st.booleans()) else []
    top = draw(st.lists(st.sampled_from([str(one) for one in CRITERIA]), max_size=3, unique=True))
    parts += [f"top={','.join(top)}"] if top else []
    duel = draw(st.permutations(SLUGS).map(lambda slugs: ".".join(sorted(slugs[:2]))))
    parts += [f"d.{duel}={draw(st.sampled_from(['a2', 'b1', 'b2']))}"] if draw(st.booleans()) else []
    held = draw(st.sampled_from([str(one) for one in CRITERIA]))
    parts += [f"w.{held}={draw(st.integers(1, 60))}"] if draw(st.booleans()) else []
    return "&".join(parts)


@settings(max_examples=15)
@given(queries())
def test_what_a_change_says_is_what_its_address_gives(query: str) -> None:
    now = verdict(query)
    outcomes = {change.query: change.outcome for change in now.changes}
    for line in lines_for(now):
        there = verdict(answers_in(line.address))
        assert there.outcome == outcomes[answers_in(line.address)]
        if now.outcome is Outcome.NONE:
            assert "the first piece fits" in line.sentence
        elif now.forced:
            assert "fits, too" in line.sentence
            assert not there.forced
        elif there.forced:
            assert there.lean is not None
            assert f"only {NAMES[there.lean]} is left" in line.sentence
        else:
            assert there.leader is not None
            assert there.leader is not now.leader
            assert f"tips to {NAMES[there.leader]}" in line.sentence


@settings(max_examples=10)
@given(queries())
def test_whole_points_sum_to_the_rounded_difference(query: str) -> None:
    result = verdict(query)
    if result.difference is not None:
        assert abs(sum(line.whole for line in result.ledger) - result.difference) <= 0.5 + 1e-9
        assert sum(line.points for line in result.ledger) == pytest.approx(result.difference, abs=1e-9)


def test_verdict_that_nothing_near_would_change_says_so(client: Client) -> None:
    """Once the handcrafted bracelet is gone that comes near in price."""
    Piece.objects.get(slug="bottle-bracelet").delete()
    page = client.get("/decide/verdict/?budget=60&quantity=6&top=precision,price,lead&type=bracelet&who=group&why=care")
    assert "Nothing near your answers would change it." in page.content.decode()


tops = st.lists(st.sampled_from([str(one) for one in CRITERIA]), max_size=3, unique=True)


def scores_of(client: Client, answers: dict[str, str]) -> Any:
    verdict = client.get("/decide/verdict.json", answers).json()
    changes = [{**one, "url": ""} for one in verdict["changes"]]
    return {**verdict, "answers": {}, "changes": changes}


@settings(max_examples=15)
@given(tops, st.sampled_from(["handcrafted", "mass_produced", "unsure"]), st.sampled_from(["", "60", "300"]))
def test_guess_is_never_scored(top: list[str], gut: str, budget: str) -> None:
    answers = {key: answer for key, answer in {"budget": budget, "top": ",".join(top)}.items() if answer}
    client = Client()
    assert scores_of(client, answers) == scores_of(client, answers | {"gut": gut})
