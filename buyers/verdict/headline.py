"""The first lines of a verdict: which of the five states it is in, what it says, and for which answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from buyers.questions import QUESTIONS
from buyers.verdict.reasons import WEARERS
from buyers.verdict.result import Outcome, Result
from buyers.verdict.wording import day_and_month, of_twenty
from catalog.money import money

CALLED = (Outcome.HANDCRAFTED, Outcome.MASS_PRODUCED)


def state_of(result: Result) -> str:
    if result.forced:
        return "forced"
    return "called" if result.outcome in CALLED else str(result.outcome)


def headline_for(result: Result, state: str) -> str:
    if state == "forced":
        return _forced_headline(result)
    if state == "called":
        by_hand, by_machine, *_only = WEARERS[result.brief.who or "self"]
        return _(by_hand if result.outcome is Outcome.HANDCRAFTED else by_machine)
    return {
        "close": _("Level. Take the one you like looking at."),
        "too_early": _("Not enough to say yet."),
        "none": _("Nothing fits."),
    }[state]


def _forced_headline(result: Result) -> str:
    """Names the limit that keeps the other side out, where moving it alone would let that side in."""
    is_by_hand, brief = result.outcome is Outcome.HANDCRAFTED, result.brief
    limits = {change.kind for change in result.changes}
    if "when" in limits and brief.when is not None:
        sentence = (
            _("Only handcrafted can be here by %(date)s.")
            if is_by_hand
            else _("Only mass-produced can be here by %(date)s.")
        )
        return sentence % {"date": day_and_month(brief.when)}
    if "budget" in limits and brief.budget is not None:
        sentence = (
            _("Only handcrafted can be had for %(budget)s.")
            if is_by_hand
            else _("Only mass-produced can be had for %(budget)s.")
        )
        return sentence % {"budget": money(brief.budget)}
    *_called, only_by_hand, only_by_machine = WEARERS[brief.who or "self"]
    return _(only_by_hand if is_by_hand else only_by_machine)


def summary_of(result: Result) -> Iterator[str]:
    """The answers that frame the verdict, in few words."""
    yield from _named_answers(result, ("who", "why", "type"))
    brief = result.brief
    if brief.budget is not None:
        yield _("up to %(budget)s") % {"budget": money(brief.budget)}
    if brief.when is not None:
        yield _("by %(date)s") % {"date": day_and_month(brief.when)}
    if brief.quantity > 1:
        yield _("%(quantity)s alike") % {"quantity": brief.quantity}


def _named_answers(result: Result, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        shorts = {value.value: value.short or value.label for value in QUESTIONS[key].values}
        yield from (_(shorts[answer]) for answer in result.brief.answers.get(key, "").split(",") if answer in shorts)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A cartouche of the verdict, and what it says aloud where it is short for something."""

    text: str
    spoken: str = ""


def marks_of(result: Result) -> Iterator[Mark]:
    yield from (Mark(text=answer) for answer in _named_answers(result, ("who", "why")))
    if result.outcome is Outcome.HANDCRAFTED:
        yield Mark(text=_("H"), spoken=_("handcrafted"))
    else:
        yield Mark(text=_("M"), spoken=_("mass-produced"))
    if result.confidence is not None:
        yield Mark(text=_("%(twenty)s in 20") % {"twenty": of_twenty(result.confidence)})
