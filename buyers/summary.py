"""Answers in the shopper's words, for the page that checks them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from buyers.brief import Brief
from buyers.brought.address import address_of_own
from buyers.brought.words import called as brought_called
from buyers.brought.words import words_of
from buyers.brought.written import OWN, is_brought, read_told
from buyers.phrases import PHRASES
from buyers.questions import (
    CHECK,
    DUEL,
    PAGE_BY_KEY,
    PAGES,
    PATTERNS,
    QUESTIONS,
    TRADEOFF,
    UNSURE,
    Pattern,
    Question,
    Shape,
    is_asked,
)
from buyers.visits import CAME_FROM, Visit, address_of
from catalog.money import money


@dataclass(frozen=True, kw_only=True)
class Row:
    """One answer: what it is called, what was said, where to change it and, where it has no screen, how to drop it."""

    key: str
    name: str
    said: Sequence[str]
    is_must: bool = False
    change_url: str = ""
    remove_url: str = ""


def rows_for(visit: Visit, *, first: bool) -> list[Row]:
    """The questions of the first round, or of those that make the verdict surer, answered or not."""
    keys = [key for page in PAGES if page.is_first is first for key in page.keys]
    return [row_for(visit, key) for key in keys if _is_shown(key, visit.brief.answers)]


def row_for(visit: Visit, key: str) -> Row:
    question, answers = QUESTIONS[key], visit.brief.answers
    return Row(
        key=key,
        name=_(question.short),
        said=said(question, answers[key]) if key in answers else (),
        is_must=key in visit.brief.must,
        change_url=_address_to_change(PAGE_BY_KEY[key].slug, visit),
    )


def comparison_rows(visit: Visit, names: Mapping[str, str]) -> list[Row]:
    """Trade-offs, duels and weights set by hand, with what pieces are called by their slugs: each can be dropped.

    A card can be answered anew as long as its pieces are listed; a weight is set on the verdict.
    """
    return [
        Row(
            key=key,
            name=name,
            said=(preference,),
            change_url=_address_to_change(key, visit) if _can_be_shown(key, names) else "",
            remove_url=address_of(CHECK, [pair for pair in visit.pairs if pair[0] != key], visit.before),
        )
        for key, name, preference in comparisons_in(visit.brief.answers, names)
    ]


def brought_rows(visit: Visit, names: Mapping[str, str]) -> list[Row]:
    """Pieces brought along and what sellers replied, each with its facts; a reply can only be dropped."""
    return [
        Row(
            key=key,
            name=brought_called(key, answer, names),
            said=words_of(read_told(answer)),
            change_url=address_of_own(key.partition(".")[2], visit.brief) if key.startswith(OWN) else "",
            remove_url=address_of(CHECK, [pair for pair in visit.pairs if pair[0] != key], visit.before),
        )
        for key, answer in visit.brief.answers.items()
        if is_brought(key)
    ]


def pieces_named_in(*briefs: Brief) -> set[str]:
    """The slugs of all listed pieces that answers speak of."""
    return duellists_in(*briefs) | {slug for brief in briefs for slug, _told in brief.replies}


def duellists_in(*briefs: Brief) -> set[str]:
    """The slugs of all pieces that the shopper chose between."""
    return {slug for brief in briefs for left, right, _answer in brief.duels for slug in (left, right)}


def comparisons_in(answers: Mapping[str, str], names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Trade-offs, duels and weights set by hand: the key, what it is called, and what was said."""
    for key, answer in answers.items():
        pattern = PATTERNS.get(key.partition(".")[0]) if "." in key else None
        if pattern:
            yield key, _name(pattern, key, names), _preference(pattern, answer)


def said(question: Question, answer: str) -> Sequence[str]:
    """One answer in words; several where several were chosen."""
    if answer == UNSURE:
        return (_("Not sure"),)
    labels = {value.value: _(value.label) for value in question.values}
    if question.shape is Shape.DATE:
        return (date_format(date.fromisoformat(answer), "j F Y"),)
    if all(part in labels for part in answer.split(",")):
        return [labels[part] for part in answer.split(",")]
    if question.shape is Shape.AMOUNT:
        return (money(Decimal(answer)),)
    return (f"{number_format(Decimal(answer))} {question.unit}".strip(),)


def called(key: str, names: Mapping[str, str]) -> str:
    """What any answer is called, cards, duels and weights too; `names` are those of pieces by slug."""
    if key in QUESTIONS:
        return _(QUESTIONS[key].short)
    return _name(PATTERNS[key.partition(".")[0]], key, names)


def in_words(key: str, answer: str) -> Sequence[str]:
    if key in QUESTIONS:
        return said(QUESTIONS[key], answer)
    return (_preference(PATTERNS[key.partition(".")[0]], answer),)


def _address_to_change(screen: str, visit: Visit) -> str:
    """A screen that leads back to the check page."""
    return address_of(screen, visit.pairs, [(CAME_FROM, CHECK), *visit.before])


def _is_shown(key: str, answers: Mapping[str, str]) -> bool:
    return key in answers or is_asked(QUESTIONS[key], answers)


def _can_be_shown(key: str, names: Mapping[str, str]) -> bool:
    prefix, *shown = key.split(".")
    return prefix == TRADEOFF.prefix or (prefix == DUEL.prefix and names.keys() >= set(shown))


def _name(pattern: Pattern, key: str, pieces: Mapping[str, str]) -> str:
    names = key.split(".")[1:]
    if pattern is DUEL:
        first, second = (pieces.get(name, name) for name in names)
        return _("%(first)s or %(second)s") % {"first": first, "second": second}
    if pattern is TRADEOFF:
        first, second = (_(PHRASES[name].wish) for name in names)
        return _("“%(first)s” or “%(second)s”") % {"first": first, "second": second}
    return _("Weight of “%(wish)s”") % {"wish": _(PHRASES[names[0]].wish)}


def _preference(pattern: Pattern, answer: str) -> str:
    labels = {value.value: _(value.label) for value in pattern.values} | {UNSURE: _("Not sure")}
    return labels.get(answer) or f"{number_format(Decimal(answer))} %"
