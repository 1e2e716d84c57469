"""One answer as typed becomes its canonical text, or is refused with what to do. Plain; whatever the text."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from buyers.phrases import PHRASES
from buyers.questions import SIZE_LIMITS, SURPRISE, UNSURE, Pattern, Question, Shape

LONGEST_ANSWER = 500
FURTHEST_DAYS = 3650
CURRENCY_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CHF": "Fr.", "INR": "₹"}
MIRRORED = {"a2": "b2", "a1": "b1", "0": "0", "b1": "a1", "b2": "a2", UNSURE: UNSURE}

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
WHOLE = re.compile(r"\d{1,4} ?%?")
LENGTH = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?(?:mm)?", re.IGNORECASE)
SHARE = re.compile(r"(\d{1,2}(?:[.,]\d{1,6})?) ?%?")
UNGROUPED = re.compile(r"(\d+)(?:[.,](?:(\d{1,2})|[-\u2013]))?")
GROUPED = re.compile(r"([1-9]\d{0,2}(?:([.,' \u2019])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](?:(\d{1,2})|[-\u2013]))?")
SLUG = re.compile(r"[-\w]{1,80}", re.ASCII)


def _(text: str) -> str:
    return text


TOO_LONG = _("This answer is too long.")
BOTH = _("Give an answer or choose “Not sure”, not both.")
SIZE_AND_SURPRISE = _("Give a size or leave it a surprise, not both.")
OTHER_CURRENCY = _("Give the amount in the currency of this site.")
PAST = _("This day is past. Give today or a later day.")
TOO_FAR = _("Give a day within the next ten years.")
RING_SIZE = _("Give a ring's inner circumference in millimetres, from 40 to 76.")
BRACELET_SIZE = _("Give a bracelet's inner circumference in millimetres, from 130 to 230.")
SIZE_REFUSALS = {"ring": RING_SIZE, "bracelet": BRACELET_SIZE}


class RefusedAnswerError(ValueError):
    """An answer that cannot be taken; its text says what to do and repeats nothing that was typed."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What answers are measured against: today, the site's currency and the kind of piece already answered."""

    today: date
    currency: str
    kind: str | None = None


def filled(raw: Iterable[str]) -> list[str]:
    """The given values without blanks, in their order."""
    return [value for text in raw if (value := text.strip())]


def read_answer(question: Question, raw: Sequence[str], frame: Frame) -> str:
    """The canonical text of the answer, empty when there is none."""
    given = _given(question, raw)
    if not given:
        return ""
    if question.may_be_unsure and given == [UNSURE]:
        return UNSURE
    if question.may_be_unsure and UNSURE in given:
        raise RefusedAnswerError(BOTH)
    return READERS[question.shape](question, given, frame)


def _given(question: Question, raw: Sequence[str]) -> list[str]:
    """What was typed or ticked, choices parted at commas; repetitions count only where the order does."""
    given = filled(raw)
    if any(len(text) > LONGEST_ANSWER for text in given):
        raise RefusedAnswerError(TOO_LONG)
    if question.shape in {Shape.ONE, Shape.SEVERAL, Shape.RANKED}:
        given = filled(",".join(given).split(","))
    return given if question.shape is Shape.RANKED else list(dict.fromkeys(given))


def read_one(question: Question, given: Sequence[str], frame: Frame) -> str:
    if len(given) > 1 or given[0] not in question.allowed:
        raise RefusedAnswerError(question.refusal)
    return given[0]


def read_several(question: Question, given: Sequence[str], frame: Frame) -> str:
    return ",".join(sorted(_allowed(question, given)))


def read_ranked(question: Question, given: Sequence[str], frame: Frame) -> str:
    return ",".join(_allowed(question, given))


def _allowed(question: Question, given: Sequence[str]) -> Sequence[str]:
    distinct = set(given) & set(question.allowed)
    if len(given) > (question.at_most or len(given)) or len(distinct) < len(given):
        raise RefusedAnswerError(question.refusal)
    return given


def read_amount(question: Question, given: Sequence[str], frame: Frame) -> str:
    text = _without_currency(_only(question, given), frame.currency)
    match = UNGROUPED.fullmatch(text)
    whole, cents = match.groups() if match else ("", None)
    grouped = GROUPED.fullmatch(text)
    if grouped:
        whole, cents = re.sub(r"\D", "", grouped[1]), grouped[3]
    if not whole:
        raise RefusedAnswerError(question.refusal)
    return _in_range(question, Decimal(f"{whole}.{cents or 0}"))


def _without_currency(text: str, currency: str) -> str:
    for name in (currency, CURRENCY_SIGNS.get(currency, currency)):
        text = re.sub(rf"^{re.escape(name)}|{re.escape(name)}$", "", text, count=1, flags=re.IGNORECASE).strip()
    if any(unicodedata.category(letter) == "Sc" for letter in text):
        raise RefusedAnswerError(OTHER_CURRENCY)
    return text


def read_whole(question: Question, given: Sequence[str], frame: Frame) -> str:
    text = _only(question, given)
    if not WHOLE.fullmatch(text):
        raise RefusedAnswerError(question.refusal)
    return _in_range(question, Decimal(text.strip(" %")))


def read_date(question: Question, given: Sequence[str], frame: Frame) -> str:
    text = _only(question, given)
    try:
        day = date.fromisoformat(text if DAY.fullmatch(text) else "")
    except ValueError:
        raise RefusedAnswerError(question.refusal) from None
    if day < frame.today:
        raise RefusedAnswerError(PAST)
    if day - frame.today > timedelta(days=FURTHEST_DAYS):
        raise RefusedAnswerError(TOO_FAR)
    return day.isoformat()


def read_size(question: Question, given: Sequence[str], frame: Frame) -> str:
    is_surprise = SURPRISE in given and SURPRISE in question.allowed
    if is_surprise and len(given) > 1:
        raise RefusedAnswerError(SIZE_AND_SURPRISE)
    if is_surprise:
        return SURPRISE
    refusal = SIZE_REFUSALS.get(frame.kind or "", question.refusal)
    match = LENGTH.fullmatch(_only(question, given))
    smallest, largest = SIZE_LIMITS.get(frame.kind or "", (question.smallest, question.largest))
    size = Decimal(match[1].replace(",", ".")) if match else Decimal(0)
    if not (smallest or 0) <= size <= (largest or 0):
        raise RefusedAnswerError(refusal)
    return plain(size)


def _only(question: Question, given: Sequence[str]) -> str:
    """The one value given, in common digits and spaces and without invisible marks."""
    if len(given) > 1:
        raise RefusedAnswerError(question.refusal)
    visible = (letter for letter in unicodedata.normalize("NFKC", given[0]) if unicodedata.category(letter) != "Cf")
    return "".join(visible).strip()


def _in_range(question: Question, value: Decimal) -> str:
    if not (question.smallest or 0) <= value <= (question.largest or 0):
        raise RefusedAnswerError(question.refusal)
    return plain(value)


def plain(value: Decimal) -> str:
    """A number as canonical answers write it."""
    return f"{value:.0f}" if value == value.to_integral_value() else f"{value.normalize():f}"


READERS: dict[Shape, Callable[[Question, Sequence[str], Frame], str]] = {
    Shape.ONE: read_one,
    Shape.SEVERAL: read_several,
    Shape.RANKED: read_ranked,
    Shape.AMOUNT: read_amount,
    Shape.WHOLE: read_whole,
    Shape.DATE: read_date,
    Shape.SIZE: read_size,
}


def read_pair(pattern: Pattern, key: str, raw: Sequence[str]) -> tuple[str, str]:
    """A trade-off or duel as canonical key and answer; one that is the wrong way round is turned, answer and all."""
    names, given = key.split(".")[1:], filled(raw)
    if len(names) != 2 or names[0] == names[1] or len(set(given)) != 1 or given[0] not in MIRRORED:
        raise RefusedAnswerError(pattern.refusal)
    ordered = sorted(names, key=list(PHRASES).index if _are_criteria(pattern, names) else None)
    return f"{pattern.prefix}.{ordered[0]}.{ordered[1]}", given[0] if ordered == names else MIRRORED[given[0]]


def _are_criteria(pattern: Pattern, names: Sequence[str]) -> bool:
    are_criteria = pattern.prefix == "t"
    if not all(name in PHRASES if are_criteria else SLUG.fullmatch(name) for name in names):
        raise RefusedAnswerError(pattern.refusal)
    return are_criteria


def read_share(pattern: Pattern, key: str, raw: Sequence[str]) -> tuple[str, str]:
    """A weight set by hand as canonical key and percent."""
    name, given = key.partition(".")[2], filled(raw)
    match = SHARE.fullmatch(given[0]) if len(given) == 1 and name in PHRASES else None
    share = Decimal(match[1].replace(",", ".")) if match else Decimal(0)
    if not (pattern.smallest or 0) <= share <= (pattern.largest or 0):
        raise RefusedAnswerError(pattern.refusal)
    return key, plain(share)
