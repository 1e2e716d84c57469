import re

import pytest

from buyers.decision.criteria import CRITERIA
from buyers.phrases import PHRASES
from buyers.questions import (
    HELD_ELSEWHERE,
    PAGE_BY_KEY,
    PAGES,
    PATTERNS,
    QUESTIONS,
    RULES,
    Deal,
    is_asked,
    page_after,
    page_before,
)
from buyers.questions.contract import questionnaire

TABLE = "who why type budget stretch when quantity top gut style skin metal size see back proof must"
SCREENS_TO_A_VERDICT = 7


def test_every_key_of_the_query_string_is_a_question() -> None:
    assert set(QUESTIONS) == set(TABLE.split())
    assert set(PATTERNS) == {"t", "d", "w"}


def test_wishes_stand_in_the_order_of_the_model() -> None:
    assert tuple(PHRASES) == CRITERIA
    assert QUESTIONS["top"].allowed == CRITERIA


def test_every_question_stands_on_exactly_one_screen() -> None:
    held = [key for page in PAGES for key in page.keys]
    assert sorted([*held, *HELD_ELSEWHERE]) == sorted(QUESTIONS)
    assert all(page.slug == page.keys[0] for page in PAGES)


def test_verdict_comes_after_at_most_seven_screens() -> None:
    assert 1 + sum(page.is_first for page in PAGES) <= SCREENS_TO_A_VERDICT


def test_first_round_ends_before_the_questions_that_make_surer() -> None:
    assert page_after(PAGE_BY_KEY["when"]) is None
    assert page_after(PAGE_BY_KEY["proof"]) is None
    assert page_after(PAGE_BY_KEY["skin"]) is PAGE_BY_KEY["metal"]


def test_back_undoes_continue() -> None:
    assert page_before(PAGES[0]) is None
    assert all(page_before(following) is page for page in PAGES if (following := page_after(page)))


@pytest.mark.parametrize("key", QUESTIONS)
def test_values_of_a_question_differ(key: str) -> None:
    question = QUESTIONS[key]
    assert len(set(question.allowed)) == len(question.values)
    assert len({value.label for value in question.values}) == len(question.values)


@pytest.mark.parametrize("key", sorted(set(QUESTIONS) - {"gut", "must", "stretch", "quantity"}))
def test_every_screen_says_why_it_asks(key: str) -> None:
    assert QUESTIONS[key].reason


def test_words_are_dry() -> None:
    texts = re.findall(r"'(?:[^'\\]|\\.)*'", str(QUESTIONS) + str(PHRASES))
    assert not any("!" in text or "luxury" in text.lower() for text in texts)


def test_deal_breakers_are_the_answers_that_can_be_one() -> None:
    possible = [key for key, question in QUESTIONS.items() if question.deal is Deal.POSSIBLE]
    assert possible == ["size", "style", "see", "back", "proof"]
    assert set(possible) < set(QUESTIONS["must"].allowed)


@pytest.mark.parametrize(
    ("key", "answers", "asked"),
    [
        ("size", {"type": "ring"}, True),
        ("size", {"type": "bracelet"}, True),
        ("size", {"type": "brooch"}, False),
        ("size", {}, False),
        ("quantity", {"who": "group"}, True),
        ("quantity", {"who": "friend"}, False),
        ("stretch", {"budget": "100"}, True),
        ("stretch", {}, False),
        ("who", {}, True),
    ],
)
def test_question_is_asked_where_it_has_its_place(key: str, answers: dict[str, str], asked: bool) -> None:
    assert is_asked(QUESTIONS[key], answers) is asked


def test_titles_speak_of_the_wearer() -> None:
    top = QUESTIONS["top"]
    assert top.title_for("self") == top.title_for(None) == "Which three matter most to you?"
    assert top.title_for("friend") == "Which three matter most for them?"
    assert QUESTIONS["who"].title_for("friend") == "Who will wear it?"


def test_contract_tells_programs_every_question_value_and_limit() -> None:
    contract = questionnaire("EUR")
    by_key = {question["key"]: question for question in contract["questions"]}
    assert contract["rules"] == RULES == "1"
    assert by_key.keys() == QUESTIONS.keys()
    assert by_key["budget"] | {"smallest": 1.0, "largest": 1e6, "unit": "EUR", "not_sure": "unsure"} == by_key["budget"]
    assert [value["value"] for value in by_key["back"]["values"]] == ["yes", "no"]
    assert by_key["quantity"]["only_for"] == {"key": "who", "values": ["group"]}
    assert {pattern["key"]: pattern["at_most"] for pattern in contract["patterns"]}["t.<criterion>.<criterion>"] == 55
