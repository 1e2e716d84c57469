"""The query string becomes a typed, frozen Brief with its canonical answers. Plain; what is wrong comes back as errors.

Nothing raises: unknown keys are dropped, answers that cannot be taken are refused by key with what to do.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from buyers.answers import MIRRORED, Frame, RefusedAnswerError, filled, read_answer, read_pair, read_share
from buyers.brought.written import OWN, REPLY, read_answers, told_in
from buyers.questions import ANY, PATTERNS, QUESTIONS, SURPRISE, UNSURE, WEIGHT, Pattern, is_asked
from catalog.told import Told

LONGEST_QUERY = 4000
WHOLE_SHARE = 100
SHOWN_KEY = re.compile(r"[tdw]\.[-\w.]{1,180}", re.ASCII)
STEPS = tuple(value for value in MIRRORED if value != UNSURE)

Errors = dict[str, list[str]]
Query = Mapping[str, Sequence[str]]


def _(text: str) -> str:
    return text


TWICE = _("This is answered twice, and differently. Keep one of the two answers.")
TOO_MANY = _("There are too many answers of this sort. Leave some out.")
NOTHING_LEFT = _("The weights set by hand must leave something for the others: keep their sum below 100.")

OWN_WISH_AND_RETURN = _(
    "You want a piece made to a wish of your own, and you want to be able to return it. The right to withdraw does not "
    "cover goods made to the buyer's wish, so few makers offer both."
)
OWN_WISH_AND_SEEN = _(
    "You want a piece made to a wish of your own, and you want to see this very piece before you "
    "pay. It does not exist yet."
)
ALIKE_AND_ONLY = _("You want several alike, and nobody else should have it. More than one can never be the only one.")
ALIKE_AND_OWN_WISH = _("You want several alike, each made to a wish of its own. Made to wish, they will differ.")
SURPRISE_AND_OWN_WISH = _("The size is to be a surprise, and the piece made to measure. Without a size it cannot be.")


@dataclass(frozen=True, kw_only=True)
class Brief:
    """What a shopper answered: stretch in percent, size in mm inner circumference, pairs from 0 (the first clearly) to
    4 (the second clearly). `own` are the pieces the shopper brought, by number, `replies` what sellers told the shopper
    of listed pieces, by slug. `answers` are the canonical query strings with sorted keys, `unsure` and `any` too."""

    who: str | None = None
    why: tuple[str, ...] = ()
    kind: str | None = None
    budget: Decimal | None = None
    stretch: int = 0
    when: date | None = None
    quantity: int = 1
    top: tuple[str, ...] = ()
    tradeoffs: tuple[tuple[str, str, int], ...] = ()
    duels: tuple[tuple[str, str, int], ...] = ()
    weights: tuple[tuple[str, float], ...] = ()
    gut: str | None = None
    styles: tuple[str, ...] = ()
    skin: str | None = None
    metal: str | None = None
    size: Decimal | None = None
    surprise: bool = False
    see: str | None = None
    back: str | None = None
    proof: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    own: tuple[tuple[str, Told], ...] = ()
    replies: tuple[tuple[str, Told], ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def answers_that_weigh(self) -> int:
        """How many answers move the weights: each pick, trade-off and duel; `unsure` and hand-set weights are none."""
        return len(self.top) + len(self.tradeoffs) + len(self.duels)


def read_brief(query: Query, today: date, *, currency: str = "EUR") -> tuple[Brief, Errors]:
    """The brief of all answers that can be taken, and the others' errors by query key."""
    errors: Errors = {}
    answers = _read_questions(query, Frame(today=today, currency=currency), errors)
    for pattern in PATTERNS.values():
        answers |= _read_family(pattern, query, errors)
    brought, refused = read_answers(query)
    answers |= brought
    errors |= refused
    _refuse_whole_share(answers, errors)
    return brief_for(without_stale(answers)), errors


def canonical_query(answers: Mapping[str, str]) -> str:
    return urlencode(sorted(answers.items()), safe=",")


def _read_questions(query: Query, frame: Frame, errors: Errors) -> dict[str, str]:
    answers: dict[str, str] = {}
    for key, question in QUESTIONS.items():
        frame = Frame(today=frame.today, currency=frame.currency, kind=answers.get("type"))
        if key == "size" and not is_asked(question, answers):
            continue
        try:
            answers[key] = read_answer(question, query.get(key, ()), frame)
        except RefusedAnswerError as refusal:
            errors[key] = [str(refusal)]
    return {key: answer for key, answer in answers.items() if answer}


def _read_family(pattern: Pattern, query: Query, errors: Errors) -> dict[str, str]:
    """The answers of one family of keys; a pair that is answered both ways round must say the same."""
    keys = [key for key in query if key.startswith(f"{pattern.prefix}.") and filled(query[key])]
    if len(keys) > pattern.at_most:
        errors[pattern.prefix] = [TOO_MANY]
        return {}
    answers: dict[str, str] = {}
    read = read_share if pattern is WEIGHT else read_pair
    for key in keys:
        try:
            name, answer = read(pattern, key, query[key])
            if answers.setdefault(name, answer) != answer:
                del answers[name]
                raise RefusedAnswerError(TWICE)
        except RefusedAnswerError as refusal:
            errors[key if SHOWN_KEY.fullmatch(key) else pattern.prefix] = [str(refusal)]
    return answers


def _refuse_whole_share(answers: dict[str, str], errors: Errors) -> None:
    shares = [key for key in answers if key.startswith("w.")]
    if sum(Decimal(answers[key]) for key in shares) < WHOLE_SHARE:
        return
    for key in shares:
        del answers[key]
        errors[key] = [NOTHING_LEFT]


def without_stale(answers: Mapping[str, str]) -> dict[str, str]:
    """Without a stretch of no budget and without deal-breakers that are not answered; keys sorted."""
    kept = dict(sorted(answers.items()))
    if kept.get("budget", UNSURE) == UNSURE:
        kept.pop("stretch", None)
    must = [key for key in _several(kept, "must") if kept.get(key, UNSURE) != UNSURE]
    kept.pop("must", None)
    return dict(sorted((kept | {"must": ",".join(must)}).items())) if must else kept


def brief_for(answers: Mapping[str, str]) -> Brief:
    """The brief of canonical answers, which are taken as they are."""
    size = _one(answers, "size")
    return Brief(
        who=_one(answers, "who"),
        why=_several(answers, "why"),
        kind=None if answers.get("type") == ANY else _one(answers, "type"),
        budget=_decimal(_one(answers, "budget")),
        stretch=int(answers.get("stretch", 0)),
        when=date.fromisoformat(answers["when"]) if _one(answers, "when") else None,
        quantity=int(answers.get("quantity", 1)),
        top=_several(answers, "top"),
        tradeoffs=tuple(_pairs(answers, "t")),
        duels=tuple(_pairs(answers, "d")),
        weights=tuple((key[2:], float(share)) for key, share in answers.items() if key.startswith("w.")),
        gut=_one(answers, "gut"),
        styles=_several(answers, "style"),
        skin=_one(answers, "skin"),
        metal=_one(answers, "metal"),
        size=None if size == SURPRISE else _decimal(size),
        surprise=size == SURPRISE,
        see=_one(answers, "see"),
        back=_one(answers, "back"),
        proof=_several(answers, "proof"),
        must=_several(answers, "must"),
        own=told_in(answers, OWN),
        replies=told_in(answers, REPLY),
        answers=answers,
    )


def _one(answers: Mapping[str, str], key: str) -> str | None:
    return None if answers.get(key) == UNSURE else answers.get(key)


def _several(answers: Mapping[str, str], key: str) -> tuple[str, ...]:
    answer = _one(answers, key)
    return tuple(answer.split(",")) if answer else ()


def _decimal(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def _pairs(answers: Mapping[str, str], prefix: str) -> Iterator[tuple[str, str, int]]:
    for key, answer in answers.items():
        if key.startswith(f"{prefix}.") and answer != UNSURE:
            _prefix, first, second = key.split(".")
            yield first, second, STEPS.index(answer)


def conflicts_in(brief: Brief) -> tuple[str, ...]:
    """What the answers alone show cannot be had together, each as sentences for the shopper."""
    is_own_wish, is_alike = "custom" in brief.top, brief.quantity > 1
    found = {
        OWN_WISH_AND_RETURN: is_own_wish and brief.back == "yes",
        OWN_WISH_AND_SEEN: is_own_wish and brief.see == "this",
        ALIKE_AND_ONLY: is_alike and "uniqueness" in brief.top,
        ALIKE_AND_OWN_WISH: is_alike and is_own_wish,
        SURPRISE_AND_OWN_WISH: is_own_wish and brief.surprise,
    }
    return tuple(conflict for conflict, is_found in found.items() if is_found)
