"""The questionnaire as plain data for programs: what /decide/questions.json answers."""

from collections.abc import Iterable, Mapping
from typing import Any

from buyers.questions import PAGE_BY_KEY, PATTERNS, QUESTIONS, RULES, UNSURE, Pattern, Question, Shape, Value


def questionnaire(currency: str) -> dict[str, Any]:
    return {
        "rules": RULES,
        "currency": currency,
        "questions": [_question(question, currency) for question in QUESTIONS.values()],
        "patterns": [_pattern(pattern) for pattern in PATTERNS.values()],
    }


def _question(question: Question, currency: str) -> dict[str, Any]:
    page = PAGE_BY_KEY.get(question.key)
    return _limits(question) | {
        "title": question.title,
        "title_for_another": question.title_for_another or question.title,
        "hint": question.hint,
        "why_we_ask": question.reason,
        "kind": question.shape.value,
        "unit": currency if question.shape is Shape.AMOUNT else question.unit,
        "page": page.slug if page else None,
        "at_most": question.at_most,
        "deal_breaker": question.deal.value,
        "only_for": _branch(question),
    }


def _pattern(pattern: Pattern) -> dict[str, Any]:
    return _limits(pattern) | {"title": pattern.title, "unit": pattern.unit, "at_most": pattern.at_most}


def _limits(asked: Question | Pattern) -> dict[str, Any]:
    return {
        "key": asked.key,
        "values": list(_values(asked.values)),
        "smallest": None if asked.smallest is None else float(asked.smallest),
        "largest": None if asked.largest is None else float(asked.largest),
        "not_sure": UNSURE if asked.may_be_unsure else None,
    }


def _values(values: Iterable[Value]) -> Iterable[Mapping[str, str]]:
    return ({"value": value.value, "label": value.label, "hint": value.hint} for value in values)


def _branch(question: Question) -> dict[str, Any] | None:
    if question.only_for is None:
        return None
    key, values = question.only_for
    return {"key": key, "values": list(values)}
