"""The form that tries other answers: money, date, single choices, deal-breakers, and each weight halved or doubled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from buyers.brief import canonical_query
from buyers.phrases import PHRASES
from buyers.questions import CHECK, PAGE_BY_KEY, QUESTIONS, UNSURE, Deal, Question
from buyers.verdict.result import Result
from buyers.visits import CAME_FROM, VERDICT, WAS, address_of

TYPED = ("budget", "when")
CHOSEN = ("who", "type", "skin", "metal", "see", "back")
SCREENS = ("why", "top", "style", "proof")
LEAST_PERCENT, MOST_PERCENT = 0.1, 90.0
LEAST_WHOLE = 1.95


@dataclass(frozen=True, kw_only=True)
class Option:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class Control:
    """One thing to change; typed where it has no options."""

    key: str
    label: str
    value: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """`elsewhere` are the questions with a screen of their own, and their addresses, which lead back here."""

    typed: tuple[Control, ...]
    chosen: tuple[Control, ...]
    weights: tuple[Control, ...]
    breakers: tuple[Option, ...]
    elsewhere: tuple[tuple[str, str], ...]
    carried: tuple[tuple[str, str], ...]


def what_if_for(result: Result, before: Mapping[str, str]) -> WhatIf:
    """`before` are the answers that every change is compared with."""
    answers = result.brief.answers
    typed = [key for key in TYPED if answers.get(key) != UNSURE]
    shown = {*typed, *CHOSEN, "must", *(f"w.{name}" for name in PHRASES)}
    others = [pair for pair in answers.items() if pair[0] not in shown]
    return WhatIf(
        typed=tuple(_control_of(key, answers) for key in typed),
        chosen=tuple(_control_of(key, answers) for key in CHOSEN),
        weights=tuple(_weight_of(name, result) for name in PHRASES),
        breakers=tuple(_breakers_in(answers, result.brief.must)),
        elsewhere=tuple(_elsewhere(answers, before, [*SCREENS, *(key for key in TYPED if key not in typed)])),
        carried=(*others, (WAS, canonical_query(before))),
    )


def _elsewhere(answers: Mapping[str, str], before: Mapping[str, str], keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    pairs, was = sorted(answers.items()), (WAS, canonical_query(before))
    for key in keys:
        yield _(QUESTIONS[key].short), address_of(PAGE_BY_KEY[key].slug, pairs, [(CAME_FROM, VERDICT), was])
    yield _("All your answers"), address_of(CHECK, pairs, [was])


def _control_of(key: str, answers: Mapping[str, str]) -> Control:
    question, answer = QUESTIONS[key], answers.get(key, "")
    is_typed = key in TYPED
    return Control(
        key=key,
        label=_(question.short),
        value=answer,
        options=() if is_typed else tuple(_options_of(question, answer)),
    )


def _options_of(question: Question, answer: str) -> Iterator[Option]:
    yield Option(value="", label=_("Not answered"), is_chosen=not answer)
    for value in question.values:
        yield Option(value=value.value, label=_(value.label), is_chosen=value.value == answer)
    if question.may_be_unsure:
        yield Option(value=UNSURE, label=_("Not sure"), is_chosen=answer == UNSURE)


def _weight_of(name: str, result: Result) -> Control:
    """Left to the answers, as it was set by hand, halved or doubled where it can be; in percent of all weights."""
    key, percent = f"w.{name}", 100 * result.weights[name]
    by_hand = result.brief.answers.get(key, "")
    options = [
        Option(value="", label=_("As your answers say") if by_hand else _as_it_is(percent), is_chosen=not by_hand),
        *([Option(value=by_hand, label=_as_it_is(float(by_hand)), is_chosen=True)] if by_hand else []),
        *(_scaled_to(percent / 2, _("Half: %(percent)s %%")) if percent / 2 >= LEAST_PERCENT else ()),
        *(_scaled_to(percent * 2, _("Double: %(percent)s %%")) if percent * 2 <= MOST_PERCENT else ()),
    ]
    return Control(key=key, label=_(PHRASES[name].wish), value=by_hand, options=tuple(options))


def _scaled_to(percent: float, label: str) -> Iterator[Option]:
    yield Option(value=_rounded(percent), label=label % {"percent": _rounded(percent)}, is_chosen=False)


def _as_it_is(percent: float) -> str:
    return _("As it is: %(percent)s %%") % {"percent": _rounded(percent)}


def _rounded(percent: float) -> str:
    return f"{percent:.0f}" if percent >= LEAST_WHOLE else f"{percent:.1f}"


def _breakers_in(answers: Mapping[str, str], must: Sequence[str]) -> Iterator[Option]:
    """The answers given that can break the deal, and are not always deal-breakers."""
    for key, question in QUESTIONS.items():
        if question.deal is Deal.POSSIBLE and answers.get(key, UNSURE) != UNSURE:
            yield Option(value=key, label=_(question.deal_hint), is_chosen=key in must)
