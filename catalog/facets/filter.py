"""What a shopper asked the list for, as a value: read from a query, changed one choice at a time, written as one.

Nothing raises: an unknown key or value is no filter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from catalog.facets.vocabulary import FACET_BY_KEY, FACETS, MAKER, Choice

NEWEST, MATCH, FIT = "newest", "match", "fit"
SORTS = (MATCH, FIT, NEWEST, "price", "dearest", "soonest", "seen")
LONGEST_SEARCH = 200
MOST_MAKERS = 12
LAST_PAGE = 100_000
DIGITS = len(str(LAST_PAGE))
PAGE = re.compile(r"[1-9]\d*", re.ASCII)
# As a maker's address is written; whether there is such a maker is seen where the makers are known.
SLUG = re.compile(r"[-\w]{1,80}", re.ASCII)

Chosen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Filter:
    """`chosen` are values by facet, makers by slug among them; `answers` are a verdict's, kept as they came."""

    chosen: Chosen = field(default_factory=dict)
    words: str = ""
    sort: str = ""
    answers: str = ""
    page: int = 1

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> "Filter":
        """The last of a facet's repeated keys adds to the first, as plain checkboxes send them."""
        chosen = {facet.key: _allowed(facet.key, _given(query, facet.key)) for facet in FACETS}
        chosen[MAKER] = tuple(slug for slug in _given(query, MAKER) if SLUG.fullmatch(slug))[:MOST_MAKERS]
        sort, answers, page = (_last(query, key) for key in ("sort", "answers", "page"))
        return cls(
            chosen={key: values for key, values in chosen.items() if values},
            words=_spoken(_last(query, "q")),
            sort=sort if sort in SORTS else "",
            answers=answers,
            page=min(int(page[:DIGITS]), LAST_PAGE) if PAGE.fullmatch(page) else 1,
        )

    @property
    def order(self) -> str:
        """How the list is sorted: as asked, else by the words searched for, else the newest first."""
        is_missing = (self.sort == FIT and not self.answers) or (self.sort == MATCH and not self.words)
        return (MATCH if self.words else NEWEST) if is_missing or not self.sort else self.sort

    @property
    def is_open(self) -> bool:
        """Whether nothing is left out."""
        return not self.chosen and not self.words

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(key, value) for key, values in self.chosen.items() for value in values]

    def has(self, key: str, value: str) -> bool:
        return value in self.chosen.get(key, ())

    def choosing(self, key: str, value: str) -> "Filter":
        """With this value, and of its facet no other unless the facet wants all of them."""
        others = self.chosen.get(key, ()) if _choice_of(key) is Choice.ALL else ()
        return self._with(key, (*(other for other in others if other != value), value))

    def without(self, key: str, value: str = "") -> "Filter":
        """Without this value of the facet, or without any."""
        return self._with(key, tuple(other for other in self.chosen.get(key, ()) if value and other != value))

    def with_words(self, words: str) -> "Filter":
        return replace(self, words=words, page=1)

    def sorted_by(self, sort: str) -> "Filter":
        return replace(self, sort=sort, page=1)

    def with_answers(self, answers: str) -> "Filter":
        return replace(self, answers=answers)

    def at_page(self, page: int) -> "Filter":
        return replace(self, page=page)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What stands in the one address of this filter: keys sorted, values in their facet's order, nothing empty."""
        pairs = {key: ",".join(values) for key, values in self.chosen.items()}
        page = str(self.page) if self.page > 1 else ""
        pairs |= {"q": self.words, "sort": self.sort, "answers": self.answers, "page": page}
        return sorted((key, text) for key, text in pairs.items() if text)

    def query(self) -> str:
        return urlencode(self.pairs, safe=",")

    def _with(self, key: str, values: tuple[str, ...]) -> "Filter":
        chosen = {**self.chosen, key: _ordered(key, values)}
        return replace(self, chosen={name: chosen[name] for name in _keys() if chosen.get(name)}, page=1)


def _keys() -> Iterator[str]:
    yield from FACET_BY_KEY
    yield MAKER


def _choice_of(key: str) -> Choice:
    return Choice.ANY if key == MAKER else FACET_BY_KEY[key].choice


def _ordered(key: str, values: Sequence[str]) -> tuple[str, ...]:
    known = list(FACET_BY_KEY[key].values) if key in FACET_BY_KEY else sorted(values)
    return tuple(value for value in known if value in values)


def _allowed(key: str, given: Sequence[str]) -> tuple[str, ...]:
    allowed = _ordered(key, given)
    return allowed[:1] if FACET_BY_KEY[key].choice is Choice.ONE else allowed


def _given(query: Mapping[str, Sequence[str]], key: str) -> list[str]:
    values = ",".join(query.get(key, ())).split(",")
    return sorted({value.strip() for value in values} - {""})


def _last(query: Mapping[str, Sequence[str]], key: str) -> str:
    return (query.get(key) or [""])[-1].strip()


def _spoken(text: str) -> str:
    """Without what no one types, as control characters, and no longer than a search may be."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text[:LONGEST_SEARCH]).split())
