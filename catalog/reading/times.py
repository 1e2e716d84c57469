"""Days to the door, days for sending back, years of warranty."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from catalog.reading.buying import READY
from catalog.reading.sentences import Sentence, agreed

WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
    "fourteen": 14,
    "thirty": 30,
}
COUNT = rf"(?:\d{{1,3}}|{'|'.join(WORDS)}|an?)"
SPAN = re.compile(
    rf"(?P<within>\b(?:within|in under|under|up to|max(?:imum)?\.?|at most|no more than"
    rf"|less than) )?\b(?P<least>{COUNT})(?: ?(?:-|to|or|and) ?(?P<most>{COUNT}))?[ -]?"
    r"(?P<unit>(?:business|working|work|week)[ -]?days?|days?|weeks?|wks?|months?)\b"
)
PER_UNIT = {"day": 1.0, "week": 7.0, "wk": 7.0, "month": 30.0}
WORKING = 1.4
ARRIVING = re.compile(
    r"\b(?:deliver(?:y|ed|s)?|arriv\w*|at your door|in your hands|with you|receive (?:it|your)"
    r"|reach(?:es)? you|you(?:'ll| will) (?:have|get|receive))\b"
)
TRAVELLING = re.compile(
    r"\b(?:transit|(?<!for )shipping\b|on (?:its|the) way|takes [^.;]{0,20}(?:to arrive|by post)"
    r"|by post|post|courier)\b"
)
MAKING = re.compile(
    r"\b(?:ma[dk]e|making|dispatch\w*|ships?|shipped|processing|handling|production|lead time"
    r"|prepar\w*|leaves?|ready to (?:ship|send|post)|craft\w*|sent|send)\b"
)
RETURNING = re.compile(
    r"\b(?:return\w*|refund\w*|money[- ]back|(?:send|take) (?:it|them) back|right of withdrawal|withdraw\w*"
    r"|change your mind|try (?:it|them) at home)\b"
)
GUARANTEE = re.compile(r"\b(?:warrant\w*|guarantee\w*)\b")
YEARS = re.compile(rf"\b(?P<years>{COUNT})[ -]years?\b")
MONTHS = re.compile(r"\b(?P<months>\d{1,3})[ -]months?\b")
NO_RETURNS = re.compile(
    r"\bno (?:returns?|refunds?)\b|\bnon[- ]?(?:returnable|refundable)\b|\b(?:all sales (?:are )?final"
    r"|final sale)\b|\b(?:cannot|can't|can not|not|aren't|never) (?:be )?(?:returned|returnable"
    r"|refunded|exchanged or returned|accept(?:ed)? returns?|accept returns)\b"
    r"|\breturns? (?:are |is )?(?:not|excluded)\b|\bexcluded from (?:returns?|the right)\b"
    r"|\bdo(?:es)? not (?:accept|take) returns\b|\bdon't (?:accept|take) returns\b"
    r"|\bwithout (?:right of )?returns?\b"
)
FOLLOWING = re.compile(
    r"^ ?(?:until|to (?:reach|arrive)|for (?:\w+ )?(?:delivery|shipping)|(?:free )?(?:delivery|shipping)"
    r"|in transit|by post|returns?|money|refund|right)\b"
)
ONWARD = re.compile(r"[,(]| and | then ")
CONDITIONAL = re.compile(
    r"\b(?:worn|once|if|unless|custom\w*|personali[sz]ed|engraved|earrings|pierced|sale items|except|made to order)\b"
)
BECAUSE = re.compile(r"\b(?:because|since|therefore|as (?:it|they|this|each))\b")
UNDATED = re.compile(
    r"\b(?:old|ago|a day|per day|every|day to day|day[- ]?in|days a week|wear|worn|aged|deliver(?:y|ed) (?:on|by) )\b"
)


@dataclass(frozen=True, kw_only=True)
class Days:
    least: int
    most: int

    def after(self, other: "Days") -> "Days":
        return Days(least=self.least + other.least, most=self.most + other.most)


def times_in(sentences: Iterable[Sentence]) -> dict[str, Any]:
    """Dispatch or making alone tells nothing of the door: both are added, or the door itself is named."""
    told = [sentence.said for sentence in sentences]
    spans: dict[str, set[Days]] = {"arriving": set(), "travelling": set(), "making": set()}
    for text in told:
        for part, days in _spans_in(text):
            sort = _sort_of(part, is_after_making=bool(spans["making"]))
            if sort:
                spans[sort].add(days)
    door = _door(**spans, is_ready=any(READY.search(text) for text in told))
    return {
        "days_min": door.least if door else None,
        "days_max": door.most if door else None,
        "returns": _returns(told),
        "warranty": _warranty(told),
    }


def _sort_of(part: str, *, is_after_making: bool) -> str:
    """What a stretch of time is for, by the words around it; what arrives after it was made has travelled."""
    if RETURNING.search(part) or GUARANTEE.search(part):
        return ""
    if TRAVELLING.search(part) or (ARRIVING.search(part) and is_after_making):
        return "travelling"
    if ARRIVING.search(part):
        return "arriving"
    return "making" if MAKING.search(part) else ""


def _door(arriving: set[Days], travelling: set[Days], making: set[Days], *, is_ready: bool) -> Days | None:
    """What is ready has only to travel."""
    first = making.pop() if len(making) == 1 else None
    if first and len(travelling) == 1 and not arriving:
        return first.after(travelling.pop())
    last = arriving or (travelling if is_ready else set())
    return next(iter(last)) if len(last) == 1 and not making and not (arriving and travelling) else None


def _spans_in(text: str) -> Iterator[tuple[str, Days]]:
    """Each stretch of time with the words around it that say of what: up to the stretches before and after it."""
    matches = [match for match in SPAN.finditer(text) if not UNDATED.search(text[match.end() : match.end() + 12])]
    for place, match in enumerate(matches):
        start = matches[place - 1].end() if place else 0
        end = matches[place + 1].start() if place + 1 < len(matches) else len(text)
        before, after = text[start : match.start()], text[match.end() : end]
        # What follows belongs to the next stretch where words stand before this one.
        is_before = _tells(before) and not FOLLOWING.match(after)
        yield (before if is_before else ONWARD.split(after, maxsplit=1)[0]), _days_of(match)


def _tells(text: str) -> bool:
    return any(pattern.search(text) for pattern in (ARRIVING, TRAVELLING, MAKING, RETURNING, GUARANTEE))


def _days_of(match: re.Match[str]) -> Days:
    unit = match["unit"]
    is_working = unit.startswith(("business", "work", "week ", "week-", "weekday"))
    per_unit = 1.0 if is_working else PER_UNIT[unit.rstrip("s")]
    least = _count(match["least"])
    most = _count(match["most"]) if match["most"] else least
    if match["within"]:
        least = 1
        per_least = 1.0
    else:
        per_least = per_unit
    return Days(least=int(least * per_least), most=ceil(most * per_unit * (WORKING if is_working else 1.0) - 1e-9))


def _count(text: str) -> int:
    return int(text) if text.isdigit() else WORDS.get(text, 1)


def _returns(texts: Iterable[str]) -> int | None:
    found: set[int] = set()
    for text in texts:
        if NO_RETURNS.search(text):
            if not CONDITIONAL.search(text) or BECAUSE.search(text):
                found.add(0)
        elif RETURNING.search(text):
            found |= {days.most for part, days in _spans_in(text) if RETURNING.search(part)}
    value = agreed(found)
    return value if isinstance(value, int) else None


def _warranty(texts: Iterable[str]) -> int | None:
    told = [text for text in texts if GUARANTEE.search(text)]
    years = {_count(match["years"]) for text in told for match in YEARS.finditer(text)}
    months = {int(match["months"]) for text in told for match in MONTHS.finditer(text)}
    years |= {count // 12 for count in months if count and count % 12 == 0}
    value = agreed(years)
    return value if isinstance(value, int) else None
