"""Nothing of a shopper's own matters is in what is stored of a verdict, or in any byte of its page."""

import json
import re
from datetime import timedelta
from urllib.parse import parse_qs, urlencode

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from buyers.brief import Brief, read_brief
from buyers.models import SavedVerdict
from buyers.questions import QUESTIONS
from buyers.results import verdict_for
from buyers.saved.redaction import TOLD
from buyers.saved.snapshot import Snapshot, stored
from buyers.saved.taking import snapshot_of
from tests.buyers.saving import public, save

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

DAY_SAVED = f"{timezone.localdate().day} {timezone.localdate():%B %Y}"
DAY = timezone.localdate() + timedelta(days=231)
PRIVATE = {
    "budget": "613",
    "must": "size,skin,back",
    "quantity": "7",
    "size": "57.3",
    "skin": "nickel",
    "stretch": "37",
    "when": DAY.isoformat(),
    "who": "group",
}
# The budget and what it stretches to, the date in both forms, the size, and words for wearer and skin.
TELLING = re.compile(
    rf"613|839|57[.,]3|{DAY.isoformat()}|{DAY.day} {DAY:%B}|[Nn]ickel|piercing|for the group|bridesmaid"
    r"|It fits, or can|other sizes|Its sizes|several people|colleague|\b7 alike|[Bb]udget of"
    r"|by \d+ [A-Z][a-z]+\b|percent, not|“Price” counted"
)
CRITERIA = ("price", "lead", "precision", "uniqueness", "craft", "custom", "certainty", "longevity", "sustain")
UNTOLD_BY_ALL = {"who", "budget", "stretch", "when", "quantity", "skin", "size", "must", "gut"}


@st.composite
def open_answers(draw: st.DrawFn) -> dict[str, str]:
    top = draw(st.lists(st.sampled_from(CRITERIA), max_size=3, unique=True))
    answers = {"back": "yes", "type": draw(st.sampled_from(["ring", "bracelet", "any"])), "top": ",".join(top)}
    if draw(st.booleans()):
        answers["t.price.uniqueness"] = draw(st.sampled_from(["a2", "0", "b1"]))
    if draw(st.booleans()):
        answers[f"w.{draw(st.sampled_from(CRITERIA))}"] = "41"
    return {key: answer for key, answer in answers.items() if answer}


def brief_of(answers: dict[str, str]) -> Brief:
    brief, errors = read_brief(parse_qs(urlencode(answers)), timezone.localdate())
    assert not errors
    return brief


def answers_of(answers: dict[str, str]) -> dict[str, str]:
    return dict(brief_of(answers).answers)


def taken(answers: dict[str, str]) -> Snapshot:
    return snapshot_of(verdict_for(brief_of(answers), timezone.localdate()))


@settings(max_examples=25)
@given(open_answers(), st.sets(st.sampled_from(sorted(PRIVATE))), st.sampled_from(["group", "partner", "acquaintance"]))
def test_nothing_private_is_stored_or_shown(answers: dict[str, str], kept: set[str], who: str) -> None:
    cache.clear()
    size = {"size": "167.3"} if answers["type"] == "bracelet" else {}
    private = {key: answer for key, answer in (PRIVATE | size | {"who": who}).items() if key in kept}
    own = save(Client(), **answers_of(answers | private | {"gut": "unsure"}))
    saved = SavedVerdict.objects.latest("pk")
    html = Client().get(public(own)).content.decode().replace(saved.code, "")
    main = html.partition("<main")[2].partition("</main>")[0]
    for text in (json.dumps(saved.snapshot, ensure_ascii=False), main):
        assert not TELLING.findall(text.replace(DAY_SAVED, ""))
        assert not re.search(r"partner|family|41 percent|unsure\b(?!\")|decide/verdict|who=", text)
    assert "613" not in html


@settings(max_examples=15)
@given(open_answers())
def test_answers_that_change_nothing_leave_no_trace(answers: dict[str, str]) -> None:
    unfelt = {"skin": "no", "gut": "handcrafted", "quantity": "1", "when": (DAY + timedelta(days=900)).isoformat()}
    with_all, without = stored(taken(answers | unfelt)), stored(taken(answers))
    assert with_all.pop("guessed") == "handcrafted"
    assert without.pop("guessed") == ""
    assert with_all == without


def test_every_question_is_told_or_known_to_be_private() -> None:
    assert {*TOLD, *UNTOLD_BY_ALL} == set(QUESTIONS)


def test_delivery_is_told_as_the_time_it_takes() -> None:
    text = json.dumps(stored(taken({"top": "lead,price,craft", "type": "ring"})))
    assert "and here within" in text
    assert "here by" not in text
