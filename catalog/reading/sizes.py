"""Sizes as mm of inner circumference: of rings by the EU, ISO and US scales, of bracelets in cm or mm."""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from math import pi
from typing import Any

from catalog.choices import Kind
from catalog.reading.sentences import Sentence

US = re.compile(
    r"\b(?:us|usa|u\.s\.|american)(?: ring)? ?(?:sizes?)?:? ?(?P<least>\d{1,2}(?:\.\d{1,2}|[.,]5"
    r"| ?1[/\u2044]2)?)(?: ?(?:-|to|through|up to) ?(?:us )?(?P<most>\d{1,2}(?:\.\d{1,2}|[.,]5"
    r"| ?1[/\u2044]2)?))?(?!\d|[.,]\d|mm| mm|k)"
    r"|\b(?:ring )?sizes? (?P<least_after>\d{1,2}(?:\.\d{1,2})?)(?: ?(?:-"
    r"|to) ?(?P<most_after>\d{1,2}(?:\.\d{1,2})?))? \(?us\b"
)
EU = re.compile(
    r"\b(?:eu|european|french|fr|iso|german"
    r"|de)(?: ring)? ?(?:sizes?)?:? ?(?P<least>[4-7]\d(?:[.,]\d)?)(?: ?(?:-|to|through"
    r"|up to) ?(?P<most>[4-7]\d(?:[.,]\d)?))?(?!\d)"
    r"|\b(?:ring )?sizes?:? (?:from )?(?P<least_plain>[4-7]\d(?:[.,]\d)?)(?: ?(?:-|to|through"
    r"|up to) ?(?P<most_plain>[4-7]\d(?:[.,]\d)?))?(?!\d|[.,]\d| ?cm)(?: ?mm)?(?: ?\(?(?:eu"
    r"|inner circumference|round the inside))?"
    r"|\binner circumference:? (?:of |is )?(?P<least_round>\d{2}(?:[.,]\d)?)(?: ?(?:-"
    r"|to) ?(?P<most_round>\d{2}(?:[.,]\d)?))? ?mm"
    r"|\b(?P<least_mm>[4-7]\d(?:[.,]\d)?)(?: ?(?:-"
    r"|to) ?(?P<most_mm>[4-7]\d(?:[.,]\d)?))? ?mm (?:inner circumference|inside circumference"
    r"|round the inside)"
)
LIST = re.compile(r"\bsizes?:? (?P<sizes>(?:[4-7]\d(?:[.,]5)?[ ,/]{1,3}){2,30}[4-7]\d)(?!\d)")
WRIST = re.compile(
    r"\b(?:inner circumference|inside circumference|wrist size|wrists?(?: of)?"
    r"|fits (?:a )?wrists?(?: of| from| up to)?)[^.;\d]{0,16}(?P<least>\d{2,3}(?:[.,]\d)?)(?: ?(?:cm"
    r"|mm))?(?: ?(?:-|to|and) ?(?P<most>\d{2,3}(?:[.,]\d)?))? ?(?P<unit>cm|mm)"
)
INCH = 25.4
SMALLEST, LARGEST = Decimal(36), Decimal(80)


def sizes_in(sentences: Iterable[Sentence], kind: Kind | None) -> dict[str, Any]:
    """One range, or none where several are told."""
    texts = [sentence.said for sentence in sentences if not sentence.is_aside]
    lists = {_span_of(match["sizes"]) for text in texts for match in LIST.finditer(text)}
    if kind is Kind.RING and lists:
        found = lists
    elif kind is Kind.RING:
        found = {size for text in texts for match in EU.finditer(text) if (size := _range(match, _as_it_is))}
        found |= (
            {size for text in texts for match in US.finditer(text) if (size := _range(match, _from_us))}
            if not found
            else set()
        )
    elif kind is Kind.BRACELET:
        found = {size for text in texts for match in WRIST.finditer(text) if (size := _wrist(match))}
    else:
        found = set()
    if len(found) != 1:
        return {}
    least, most = found.pop()
    return {"size_min": least, "size_max": most}


def _span_of(text: str) -> tuple[Decimal, Decimal]:
    sizes = [_as_it_is(size) for size in re.findall(r"\d{2}(?:[.,]5)?", text)]
    return min(sizes), max(sizes)


def _range(match: re.Match[str], convert: Any) -> tuple[Decimal, Decimal] | None:
    groups = {name.partition("_")[0]: text for name, text in match.groupdict().items() if text}
    least = convert(groups["least"])
    most = convert(groups["most"]) if "most" in groups else least
    is_possible = SMALLEST <= least <= most <= LARGEST
    return (least, most) if is_possible else None


def _wrist(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    factor = 10 if match["unit"] == "cm" else 1
    least = _as_it_is(match["least"]) * factor
    most = _as_it_is(match["most"]) * factor if match["most"] else least
    return (least, most) if Decimal(120) <= least <= most <= Decimal(260) else None


def _as_it_is(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _from_us(text: str) -> Decimal:
    """The inner diameter in inches is 0.458 + 0.032 x size."""
    size = float(re.sub(r" ?1[/\u2044]2", ".5", text).replace(",", "."))
    return Decimal((0.458 + 0.032 * size) * INCH * pi).quantize(Decimal("0.1"), ROUND_HALF_UP)
