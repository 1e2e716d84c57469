"""What a wearer is asked: the same questions as elsewhere, in words that tell nothing of who asked, or for what.

The sizes of a ring and of a bracelet are always both asked, so that neither tells which of them is meant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.conf import settings

from buyers.answers import Frame, RefusedAnswerError, read_answer
from buyers.brief import Errors
from buyers.forms import AnswerField, AnswerForm
from buyers.questions import QUESTIONS, SIZE_LIMITS, Deal, Question, Value


def _(text: str) -> str:
    return text


KINDS = {"ring_size": "ring", "wrist_size": "bracelet"}
NOTHING_SAID = _("Answer at least one of these, whichever you like.")


def own_key(key: str) -> str:
    """The same question's key among a shopper's own answers."""
    return "size" if key in KINDS else key


def _asked(source: str, **words: object) -> Question:
    """Nothing of what the answer would rule out, and no deal-breaker: those are for whoever asked."""
    silent = {"title_for_another": "", "reason": "", "deal": Deal.NEVER, "deal_hint": "", "may_be_unsure": False}
    return replace(QUESTIONS[source], **silent | {"hint": ""} | words)  # type: ignore[arg-type]


def _size(key: str, **words: object) -> Question:
    smallest, largest = SIZE_LIMITS[KINDS[key]]
    return _asked("size", key=key, values=(), only_for=None, smallest=smallest, largest=largest, **words)


QUESTIONS_ASKED = {
    "ring_size": _size(
        "ring_size",
        title=_("Which ring size fits you?"),
        hint=_("The inner circumference in millimetres, from 40 to 76."),
        refusal=_("Give the ring size in millimetres, from 40 to 76."),
        short=_("Ring size"),
    ),
    "wrist_size": _size(
        "wrist_size",
        title=_("How far is it round your wrist?"),
        hint=_(
            "In millimetres, from 130 to 230. Lay a strip of paper or a string round it, as loosely as you would wear "
            "something there, and measure that."
        ),
        refusal=_("Give the length round your wrist in millimetres, from 130 to 230."),
        short=_("Round the wrist"),
    ),
    "skin": _asked(
        "skin",
        title=_("Does your skin react to metals?"),
        values=(
            Value(value="no", label=_("No")),
            Value(value="nickel", label=_("Yes, to nickel")),
            Value(value="piercing", label=_("I have a fresh or sensitive piercing")),
            Value(value="unknown", label=_("Not sure")),
        ),
    ),
    "metal": _asked(
        "metal",
        title=_("Which metal would you wear?"),
        short=_("Metal"),
        values=(
            Value(value="solid", label=_("Solid metal only"), hint=_("The same all through.")),
            Value(value="filled", label=_("Filled or vermeil, too"), hint=_("A thick layer, which lasts for years.")),
            Value(value="plated", label=_("Plated, too"), hint=_("A thin layer, which wears off.")),
            Value(value="any", label=_("I do not mind")),
        ),
    ),
    "style": _asked("style", title=_("Which looks like you?"), hint=_("Choose any that fit.")),
}

OWN_KEYS = {own_key(key) for key in QUESTIONS_ASKED}


def read_said(query: Mapping[str, Sequence[str]], today: date) -> tuple[dict[str, str], Errors]:
    """The canonical answers that can be taken, and the others' errors by key."""
    answers: dict[str, str] = {}
    errors: Errors = {}
    frame = Frame(today=today, currency=settings.CURRENCY)
    for key, question in QUESTIONS_ASKED.items():
        try:
            answers[key] = read_answer(question, query.get(key, ()), frame)
        except RefusedAnswerError as refusal:
            errors[key] = [str(refusal)]
    said = {key: text for key, text in answers.items() if text}
    return said, errors if said or errors else {next(iter(QUESTIONS_ASKED)): [NOTHING_SAID]}


def form_of(query: Mapping[str, Sequence[str]], errors: Errors) -> AnswerForm:
    fields = {key: AnswerField(question, None, ()) for key, question in QUESTIONS_ASKED.items()}
    return AnswerForm(fields, query, errors)
