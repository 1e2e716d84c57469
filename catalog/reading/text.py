"""A text in words becomes facts: each family of facts reads all sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from catalog.reading.buying import buying_in, kind_in
from catalog.reading.making import making_in
from catalog.reading.metals import metal_in
from catalog.reading.normal import lines_of
from catalog.reading.prices import cost_in
from catalog.reading.sentences import sentences_of
from catalog.reading.sizes import sizes_in
from catalog.reading.stones import stones_in
from catalog.reading.times import times_in

LONGEST_TITLE = 140
NOT_TITLES = ("add to", "home", "menu", "back", "search", "sale", "free shipping", "new", "skip to", "shop")


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Field values by the names of `Told`, and the currency of a price that is not in the site's own."""

    values: dict[str, Any]
    other_currency: str


def facts_in(text: str, currency: str, title: str = "") -> Facts:
    lines = lines_of(text)
    sentences = sentences_of(lines)
    named = title or _title_of(lines)
    kind = kind_in(sentences_of([named]), sentences)
    cost = cost_in(sentences, currency)
    values = {
        "name": named if len(named) <= LONGEST_TITLE else "",
        "kind": kind,
        "price": cost.price,
        **metal_in(sentences),
        **stones_in(sentences),
        **making_in(sentences),
        **times_in(sentences),
        **sizes_in(sentences, kind),
        **buying_in(sentences),
    }
    return Facts(values=values, other_currency=cost.other_currency)


def _title_of(lines: Sequence[str]) -> str:
    """The first line that is no button of the shop."""
    return next((line for line in lines if len(line) > 3 and not line.lower().startswith(NOT_TITLES)), "")
