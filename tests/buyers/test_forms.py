from datetime import date

import pytest

from buyers.brief import read_brief
from buyers.forms import AnswerBoundField, QuestionForm
from buyers.questions import PAGES, QUESTIONS, Shape
from buyers.visits import Visit

TODAY = date(2030, 6, 1)


def form_for(keys: list[str], **query: list[str]) -> QuestionForm:
    brief, errors = read_brief(query, TODAY)
    return QuestionForm([QUESTIONS[key] for key in keys], Visit(query=query, brief=brief, errors=errors, today=TODAY))


def field_of(key: str, **query: list[str]) -> AnswerBoundField:
    field = form_for([key], **query)[key]
    assert isinstance(field, AnswerBoundField)
    return field


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_screen_has_a_field_for_each_of_its_questions(page: object) -> None:
    keys = list(getattr(page, "keys"))  # noqa: B009
    form = form_for(keys)
    assert list(form.fields) == keys
    assert form.is_valid()


def test_form_says_what_the_reader_says() -> None:
    form = form_for(["budget", "stretch"], budget=["much"], stretch=["200"], who=["nobody"])
    assert form.errors == {
        "budget": ["Give an amount from 1 to 1,000,000 in figures, such as 120."],
        "stretch": ["Give a whole percentage from 0 to 100, such as 10."],
    }


def test_choice_shows_what_was_chosen() -> None:
    field = field_of("why", why=["care,memory"])
    assert [option.value for option in field.options if option.is_chosen] == ["care", "memory"]
    assert field.choice_type == "checkbox"


def test_ranking_shows_each_pick_in_its_place() -> None:
    field = field_of("top", top=["lead", "", "price"])
    chosen = [[option.value for option in place.options if option.is_chosen] for place in field.places]
    assert chosen == [["lead"], ["price"], []]
    assert [place.label for place in field.places] == ["First", "Second", "Third"]


def test_not_sure_is_ticked_beside_an_empty_text() -> None:
    field = field_of("budget", budget=["", "unsure"])
    assert field.text == ""
    assert field.unsure
    assert field.unsure.is_chosen


def test_refused_text_is_kept_as_it_was_typed() -> None:
    assert field_of("budget", budget=["a lot"]).text == "a lot"
    assert field_of("when", when=["next week"]).text == "next week"


@pytest.mark.parametrize(("typed", "shown"), [("", "date"), ("2030-12-20", "date"), ("next week", "text")])
def test_date_falls_back_to_text_for_what_a_date_field_cannot_show(typed: str, shown: str) -> None:
    assert field_of("when", when=[typed]).input_type == shown


@pytest.mark.parametrize("key", QUESTIONS)
def test_question_is_not_sure_only_where_it_may_be(key: str) -> None:
    assert bool(field_of(key).unsure) is QUESTIONS[key].may_be_unsure


def test_deal_breaker_stays_ticked() -> None:
    assert field_of("back", back=["yes"], must=["see,back"]).is_must
    assert not field_of("back", back=["yes"], must=["see"]).is_must
    assert field_of("back").deal_hint
    assert not field_of("budget").deal_hint


def test_amount_is_in_the_currency_of_the_site() -> None:
    assert field_of("budget").unit == "EUR"
    assert field_of("stretch").unit == "%"


def test_labels_speak_of_the_wearer() -> None:
    assert field_of("top", who=["friend"]).label == "Which three matter most for them?"
    assert field_of("why", who=["friend"]).options[2].label == "As a treat"
    assert field_of("why", who=["self"]).options[2].label == "To treat myself"


@pytest.mark.parametrize("shape", [Shape.AMOUNT, Shape.SIZE, Shape.WHOLE])
def test_numbers_bring_up_the_number_keys(shape: Shape) -> None:
    keys = [key for key, question in QUESTIONS.items() if question.shape is shape]
    assert all(field_of(key).input_mode in {"decimal", "numeric"} for key in keys)


def test_field_is_described_by_its_hint_and_its_error() -> None:
    assert field_of("budget").described_by == "id_budget_hint"
    assert field_of("budget", budget=["x"]).described_by == "id_budget_hint id_budget_error"
    assert field_of("who", who=["x"]).described_by == "id_who_error"
