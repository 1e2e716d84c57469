"""The questionnaire as data: keys, titles, values, limits and screens. Plain: no widget, no HTML. Refuses nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from buyers.questions.piece import PIECE, SIZE_LIMITS
from buyers.questions.shapes import (
    ANY,
    GROUP,
    SELF,
    SURPRISE,
    UNSURE,
    Deal,
    Page,
    Pattern,
    Question,
    Shape,
    Value,
)
from buyers.questions.surer import DUEL, MUST, SURER, TRADEOFF, WEIGHT
from buyers.questions.wearer import WEARER

__all__ = [
    "ANY",
    "CHECK",
    "DUEL",
    "ENOUGH_ANSWERS",
    "GROUP",
    "HELD_ELSEWHERE",
    "PAGES",
    "PAGE_BY_KEY",
    "PAGE_BY_SLUG",
    "PATTERNS",
    "QUESTIONS",
    "RULES",
    "SELF",
    "SIZE_LIMITS",
    "START",
    "SURPRISE",
    "TRADEOFF",
    "UNSURE",
    "WEIGHT",
    "Deal",
    "Page",
    "Pattern",
    "Question",
    "Shape",
    "Value",
    "is_asked",
    "keys_shown",
    "page_after",
    "page_before",
]

RULES = "1"
ENOUGH_ANSWERS = 5

_ASKED = (*WEARER, *PIECE, *SURER)
_BREAKERS = tuple(
    Value(value=question.key, label=question.short) for question in _ASKED if question.deal is not Deal.NEVER
)
QUESTIONS: dict[str, Question] = {question.key: question for question in (*_ASKED, replace(MUST, values=_BREAKERS))}
PATTERNS: dict[str, Pattern] = {pattern.prefix: pattern for pattern in (TRADEOFF, DUEL, WEIGHT)}

PAGES = (
    Page(slug="who", keys=("who",), is_first=True),
    Page(slug="why", keys=("why",), is_first=True),
    Page(slug="top", keys=("top",), is_first=True),
    Page(slug="type", keys=("type", "size", "style"), is_first=True),
    Page(slug="budget", keys=("budget", "stretch"), is_first=True),
    Page(slug="when", keys=("when", "quantity"), is_first=True),
    Page(slug="skin", keys=("skin",)),
    Page(slug="metal", keys=("metal",)),
    Page(slug="see", keys=("see",)),
    Page(slug="back", keys=("back",)),
    Page(slug="proof", keys=("proof",)),
)
PAGE_BY_SLUG = {page.slug: page for page in PAGES}
PAGE_BY_KEY = {key: page for page in PAGES for key in page.keys}
START, CHECK = "start", "check"
HELD_ELSEWHERE = {"gut": START, "must": CHECK}


def page_before(page: Page) -> Page | None:
    place = PAGES.index(page)
    return PAGES[place - 1] if place else None


def page_after(page: Page) -> Page | None:
    """The next screen; none after the last of the first round, where the verdict comes, and after the very last."""
    following = PAGES[PAGES.index(page) + 1 :]
    return following[0] if following and following[0].is_first is page.is_first else None


def is_asked(question: Question, answers: Mapping[str, str]) -> bool:
    """Whether the question has its place beside these answers: a size for a ring, a number for a group."""
    if question.only_for is None:
        return True
    key, values = question.only_for
    return key in answers and (not values or answers[key] in values)


def keys_shown(page: Page, given: Iterable[tuple[str, str]]) -> list[str]:
    """The questions of a screen; one that hangs on another screen only where that calls for it, or it was answered."""
    answers = dict(given)
    return [key for key in page.keys if key in answers or _is_shown(QUESTIONS[key], page, answers)]


def _is_shown(question: Question, page: Page, answers: Mapping[str, str]) -> bool:
    hangs_on = question.only_for[0] if question.only_for else page.slug
    return hangs_on in page.keys or is_asked(question, answers)
