"""Facts of a piece as one answer of the address: `kind.ring~price.96~metal.silver`. Plain; whatever the text.

Every set of facts has one spelling: fields in the order of `Told`, what was not told left out.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from buyers.answers import RefusedAnswerError, filled, plain
from catalog.choices import Claim, Coating, Edition, Kind, Method, OptionKind, Origin, Preview, Sizing, Substance
from catalog.told import Told

OWN, REPLY = "own", "told"
MOST_OWN, MOST_REPLIES = 4, 8
LONGEST_WRITTEN = 1_200
LONGEST_NAME = 60
MOST_OF_EACH = 12
BETWEEN_FIELDS, AFTER_NAME, BETWEEN_VALUES = "~", ".", ","
YES, NO = "yes", "no"

OWN_KEY = re.compile(rf"{OWN}\.[1-{MOST_OWN}]", re.ASCII)
REPLY_KEY = re.compile(rf"{REPLY}\.[-\w]{{1,80}}", re.ASCII)


def _(text: str) -> str:
    return text


NOT_FACTS = _("The facts of a piece you brought cannot be read in this address. Take them out and bring it again.")


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """How one field is written and read; `read` raises ValueError or ArithmeticError for what it cannot be."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


def tidy_name(text: str) -> str:
    """A name in visible letters, without what parts the fields of an address."""
    visible = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in text)
    return " ".join(visible.replace(BETWEEN_FIELDS, "-").split())[:LONGEST_NAME].strip()


def _text() -> Spelling:
    return Spelling(write=str, read=tidy_name)


def _member(kind: type[StrEnum]) -> Spelling:
    return Spelling(write=str, read=kind)


def _members(kind: type[StrEnum]) -> Spelling:
    def read(text: str) -> tuple[StrEnum, ...]:
        members = tuple(dict.fromkeys(map(kind, text.split(BETWEEN_VALUES))))
        if len(members) > MOST_OF_EACH:
            raise ValueError(text)
        return members

    return Spelling(write=BETWEEN_VALUES.join, read=read)


def _whole(least: int, most: int) -> Spelling:
    def read(text: str) -> int:
        if not re.fullmatch(r"\d{1,8}", text, re.ASCII) or not least <= int(text) <= most:
            raise ValueError(text)
        return int(text)

    return Spelling(write=str, read=read)


def _amount(least: str, most: str, places: int) -> Spelling:
    def read(text: str) -> Decimal:
        if not re.fullmatch(rf"\d{{1,8}}(?:\.\d{{1,{places}}})?", text, re.ASCII):
            raise ValueError(text)
        amount = Decimal(text)
        if not Decimal(least) <= amount <= Decimal(most):
            raise ValueError(text)
        return amount

    return Spelling(write=plain, read=read)


def _flag() -> Spelling:
    return Spelling(write=lambda is_so: YES if is_so else NO, read={YES: True, NO: False}.__getitem__)


SPELLINGS: Mapping[str, Spelling] = {
    "name": _text(),
    "maker": _text(),
    "country": Spelling(write=str, read=lambda text: re.fullmatch("[A-Z]{2}", text)[0]),  # type: ignore[index]
    "kind": _member(Kind),
    "price": _amount("0.01", "9999999.99", 2),
    "metal": _member(Substance),
    "coating": _member(Coating),
    "core": _member(Substance),
    "fineness": _whole(1, 1000),
    "stones": _members(Substance),
    "origin": _member(Origin),
    "by_hand": _members(Method),
    "methods": _members(Method),
    "made": _whole(1, 10_000_000),
    "edition": _member(Edition),
    "ready": _flag(),
    "days_min": _whole(0, 999),
    "days_max": _whole(0, 999),
    "returns": _whole(0, 999),
    "preview": _member(Preview),
    "sizing": _member(Sizing),
    "size_min": _amount("10", "999", 1),
    "size_max": _amount("10", "999", 1),
    "resizable": _flag(),
    "options": _members(OptionKind),
    "repair": _flag(),
    "warranty": _whole(0, 99),
    "supply": _whole(0, 9999),
    "claims": _members(Claim),
}

if tuple(SPELLINGS) != tuple(field.name for field in fields(Told)):
    raise AssertionError("Not every fact that can be told can be written into an address.")


def tidied(told: Told) -> Told:
    """Without what contradicts itself: ranges the right way round, one of a kind is one, solid has no other core."""
    changes: dict[str, Any] = {}
    for least, most in (("days_min", "days_max"), ("size_min", "size_max")):
        ends = [end for end in (getattr(told, least), getattr(told, most)) if end is not None]
        changes |= {least: min(ends, default=None), most: max(ends, default=None)}
    if told.edition is Edition.ONE_OFF:
        changes |= {"made": 1, "supply": None if told.supply is None else min(told.supply, 1)}
    if told.coating is Coating.SOLID or told.metal is None:
        changes |= {"core": None}
    if told.metal is None:
        changes |= {"fineness": None}
    if not told.stones:
        changes |= {"origin": None}
    changes |= {"methods": tuple(method for method in told.methods if method not in told.by_hand)}
    several = {name: value[:MOST_OF_EACH] for name, value in {**vars(told), **changes}.items() if type(value) is tuple}
    return replace(told, **changes | several)


def written(told: Told) -> str:
    stated = {name: value for name, value in vars(tidied(told)).items() if value not in (None, "", ())}
    parts = (f"{name}{AFTER_NAME}{SPELLINGS[name].write(value)}" for name, value in stated.items())
    return BETWEEN_FIELDS.join(parts)


def read_told(text: str) -> Told:
    """The facts of one answer, unknown fields dropped; raises RefusedAnswerError."""
    if len(text) > LONGEST_WRITTEN:
        raise RefusedAnswerError(NOT_FACTS)
    parts = (part.partition(AFTER_NAME) for part in text.split(BETWEEN_FIELDS))
    try:
        read = {name: SPELLINGS[name].read(value) for name, _dot, value in parts if name in SPELLINGS and value}
    except (ValueError, LookupError, TypeError, ArithmeticError):
        raise RefusedAnswerError(NOT_FACTS) from None
    return tidied(Told(**read))


def read_answers(query: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The canonical answers of all pieces brought and all replies, and the errors by key or family."""
    answers: dict[str, str] = {}
    errors: dict[str, list[str]] = {}
    for prefix, pattern, most in ((OWN, OWN_KEY, MOST_OWN), (REPLY, REPLY_KEY, MOST_REPLIES)):
        keys = [key for key in query if key.startswith(f"{prefix}.") and filled(query[key])]
        for place, key in enumerate(keys):
            is_known = bool(pattern.fullmatch(key)) and place < most
            try:
                answers[key] = _canonical(query[key], is_known=is_known)
            except RefusedAnswerError as refusal:
                errors[key if pattern.fullmatch(key) else prefix] = [str(refusal)]
    return {key: answer for key, answer in answers.items() if answer}, errors


def _canonical(given: Any, *, is_known: bool) -> str:
    texts = set(filled(given))
    if not is_known or len(texts) != 1:
        raise RefusedAnswerError(NOT_FACTS)
    return written(read_told(texts.pop()))


def is_brought(key: str) -> bool:
    """Whether an answer is of a piece brought along or of a reply."""
    return key.startswith((f"{OWN}.", f"{REPLY}."))


def told_in(answers: Mapping[str, str], prefix: str) -> tuple[tuple[str, Told], ...]:
    """Name and facts of every canonical answer of a family."""
    return tuple(
        (key.partition(AFTER_NAME)[2], read_told(answer))
        for key, answer in answers.items()
        if key.startswith(f"{prefix}.")
    )


def joined(told: Told, reply: Told) -> Told:
    """What is told with a reply on top of it."""
    replied = {name: value for name, value in vars(reply).items() if value not in (None, "", ())}
    return tidied(replace(told, **replied))
