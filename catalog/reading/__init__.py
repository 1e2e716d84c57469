"""Reads a seller's text or structured data as a careful person would: what it says of the piece, and no more. Plain.

A wrong fact is worse than none: what is denied, likened, offered as a choice or said of another product is no fact, and
where two sentences contradict each other the fact stays unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from catalog.reading.json_ld import product_in
from catalog.reading.regulated import regulated_in
from catalog.reading.text import Facts, facts_in
from catalog.told import Told

__all__ = ["LONGEST_TEXT", "Reading", "read_listing"]

LONGEST_TEXT = 20_000
LONGEST_NAME = 60
# Numbers beyond these are no such facts, whatever a text says.
BOUNDS: Mapping[str, tuple[Decimal, Decimal]] = {
    "price": (Decimal("0.01"), Decimal("9999999.99")),
    "fineness": (Decimal(1), Decimal(1000)),
    "made": (Decimal(1), Decimal(10_000_000)),
    "days_min": (Decimal(0), Decimal(400)),
    "days_max": (Decimal(0), Decimal(400)),
    "returns": (Decimal(0), Decimal(400)),
    "warranty": (Decimal(0), Decimal(99)),
    "supply": (Decimal(0), Decimal(9999)),
}


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was understood, the slugs of regulated words in the text, and the currency of a price that is not ours."""

    told: Told
    words: tuple[str, ...]
    other_currency: str


def read_listing(text: str, currency: str) -> Reading:
    """Whatever the text: nothing raises, and the time grows with its length alone (`LONGEST_TEXT` at most)."""
    text = text[:LONGEST_TEXT]
    product = product_in(text, currency)
    if product is None:
        facts = facts_in(text, currency)
        return Reading(told=_told(facts.values), words=regulated_in(text), other_currency=facts.other_currency)
    facts = facts_in(product.text, currency, product.title)
    return Reading(
        told=_told(_both(facts, product.values)),
        words=regulated_in(product.text),
        other_currency=product.currency or facts.other_currency,
    )


def _both(facts: Facts, structured: Mapping[str, Any]) -> dict[str, Any]:
    """Structure and words: where they disagree the fact stays unknown."""
    both = dict(facts.values)
    for name, value in structured.items():
        said = both.get(name)
        if isinstance(value, tuple):
            both[name] = tuple(dict.fromkeys([*value, *(said or ())]))
        else:
            both[name] = value if said in (None, "", value) else None
    return both


def _told(values: Mapping[str, Any]) -> Told:
    kept = {name: value for name, value in values.items() if value is not None and _is_possible(name, value)}
    if "days_min" not in kept or "days_max" not in kept:
        kept.pop("days_min", None)
        kept.pop("days_max", None)
    kept["name"] = str(kept.get("name", ""))[:LONGEST_NAME].strip()
    kept["maker"] = str(kept.get("maker", ""))[:LONGEST_NAME].strip()
    return Told(**kept)


def _is_possible(name: str, value: Any) -> bool:
    least, most = BOUNDS.get(name, (None, None))
    return least is None or most is None or least <= value <= most
