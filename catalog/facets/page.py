"""The list as its page shows it: pieces, facets with counts, chips, ways to sort, and the ways out of an empty one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.facets.filter import FIT, MATCH, NEWEST, Filter
from catalog.facets.finding import Finding, finding_for
from catalog.facets.loading import current_index
from catalog.facets.table import Keys
from catalog.facets.vocabulary import FACETS, MAKER, Choice, Facet
from catalog.models import Piece
from catalog.search import find, meant_by

PIECES_PER_PAGE = 24
MAKERS_SHOWN = 12
OPEN_AT_FIRST = ("kind", "way", "price", "ready")
# Facets whose values say nothing alone.
SAID_WITH_TITLE = {"price", "ready", "alike", "wearer", "seen"}


def _title(text: str) -> str:
    return text


SORT_LABELS = {
    MATCH: _title("nearest to your words"),
    FIT: _title("fit for your answers"),
    NEWEST: _title("newest"),
    "price": _title("price"),
    "dearest": _title("dearest"),
    "soonest": _title("soonest here"),
    "seen": _title("most proven"),
}


@dataclass(frozen=True, kw_only=True)
class Value:
    """One value of a facet, with the number of pieces that choosing it gives."""

    value: str
    label: str
    count: int
    is_chosen: bool

    @property
    def is_idle(self) -> bool:
        return not self.count and not self.is_chosen


@dataclass(frozen=True, kw_only=True)
class Group:
    key: str
    title: str
    is_single: bool
    is_open: bool
    values: tuple[Value, ...]

    @property
    def chosen(self) -> int:
        return sum(value.is_chosen for value in self.values)


@dataclass(frozen=True, kw_only=True)
class Link:
    label: str
    url: str
    is_current: bool = False
    count: int = 0


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """A verdict's answers as its own address writes them, and the keys of pieces, the best fit first."""

    answers: str
    keys: Keys


@dataclass(frozen=True, kw_only=True)
class Listing:
    """Everything is worked out only when it is asked for; of an empty list the ways out cost two queries more."""

    asked: Filter
    finding: Finding
    pages: int

    @cached_property
    def pieces(self) -> list[Piece]:
        start = PIECES_PER_PAGE * (self.asked.page - 1)
        keys = self.finding.keys(slice(start, start + PIECES_PER_PAGE))
        found = Piece.objects.with_maker().with_making().in_bulk(keys)
        return [found[key] for key in keys if key in found]

    @property
    def total(self) -> int:
        return self.finding.total

    @property
    def previous_url(self) -> str:
        return address_of(self.asked.at_page(self.asked.page - 1)) if self.asked.page > 1 else ""

    @property
    def next_url(self) -> str:
        return address_of(self.asked.at_page(self.asked.page + 1)) if self.asked.page < self.pages else ""

    @property
    def groups(self) -> Iterator[Group]:
        for facet in FACETS:
            yield self._group_of(facet)
        yield self._makers()

    @property
    def chips(self) -> Iterator[Link]:
        if self.asked.words:
            label = _("“%(words)s”") % {"words": self.asked.words}
            yield Link(label=label, url=address_of(self.asked.with_words("")))
        for key, value in self.asked.choices:
            yield Link(label=self._label_of(key, value), url=address_of(self.asked.without(key, value)))

    @property
    def sorts(self) -> Iterator[Link]:
        given = {MATCH: bool(self.asked.words), FIT: bool(self.asked.answers)}
        usual = MATCH if self.asked.words else NEWEST
        for sort, label in SORT_LABELS.items():
            if given.get(sort, True):
                url = address_of(self.asked.sorted_by("" if sort == usual else sort))
                yield Link(label=_(label), url=url, is_current=sort == self.asked.order)

    @property
    def everything_url(self) -> str:
        return address_of(Filter(sort=self.asked.sort, answers=self.asked.answers))

    @property
    def is_worth_finding(self) -> bool:
        """For search engines: all pieces, those of one kind or of one way, and their further pages."""
        asked = self.asked
        is_one = len(asked.choices) <= 1 and set(asked.chosen) <= {"kind", "way"}
        return is_one and not asked.words and not asked.sort and not asked.answers and self.total > 0

    @cached_property
    def meant(self) -> Link | None:
        """The search that was perhaps meant, with what it finds; nothing that finds nothing is offered."""
        words = meant_by(self.asked.words) if self.asked.words and not self.total else ""
        if not words:
            return None
        asked = self.asked.with_words(words)
        count = finding_for(self.finding.index, asked, find(words), None).total
        return Link(label=words, url=address_of(asked), count=count) if count else None

    @cached_property
    def ways_out(self) -> Sequence[Link]:
        """Which single wish to drop, and how many pieces that brings; those that bring most come first."""
        links = [
            self._way_out(self._label_of(key, value), self.asked.without(key, value))
            for key, value in self.asked.choices
        ]
        if self.asked.words and self.asked.chosen:
            open_to_all = finding_for(self.finding.index, self.asked.with_words(""), None, None)
            label = _("“%(words)s”") % {"words": self.asked.words}
            links.append(Link(label=label, url=address_of(open_to_all.asked), count=open_to_all.total))
        return sorted((link for link in links if link.count), key=lambda link: -link.count)

    def _way_out(self, label: str, asked: Filter) -> Link:
        return Link(label=label, url=address_of(asked), count=self.finding.asking(asked).total)

    def _group_of(self, facet: Facet) -> Group:
        counts = self.finding.counts[facet.key]
        values = [
            self._value(facet.key, value, capfirst(_(label)), counts[value])
            for value, label in facet.values.items()
            if not facet.is_long or counts[value] or self.asked.has(facet.key, value)
        ]
        if facet.is_long:
            values.sort(key=lambda value: -value.count)
        return self._group(facet.key, _title_of(facet), values, is_single=facet.choice is Choice.ONE)

    def _makers(self) -> Group:
        """Those with most pieces here, and whoever is chosen."""
        counts, makers = self.finding.counts[MAKER], self.finding.index.makers
        first = sorted(counts, key=lambda slug: (-counts[slug], makers[slug].name))[:MAKERS_SHOWN]
        chosen = [slug for slug in self.asked.chosen.get(MAKER, ()) if slug in makers and slug not in first]
        values = [self._value(MAKER, slug, makers[slug].name, counts.get(slug, 0)) for slug in [*chosen, *first]]
        return self._group(MAKER, _("Maker"), values)

    def _value(self, key: str, value: str, label: str, count: int) -> Value:
        return Value(value=value, label=label, count=count, is_chosen=self.asked.has(key, value))

    def _group(self, key: str, title: str, values: Sequence[Value], *, is_single: bool = False) -> Group:
        is_open = key in OPEN_AT_FIRST or key in self.asked.chosen
        return Group(key=key, title=title, is_single=is_single, is_open=is_open, values=tuple(values))

    def _label_of(self, key: str, value: str) -> str:
        if key == MAKER:
            makers = self.finding.index.makers
            return makers[value].name if value in makers else value
        facet = next(facet for facet in FACETS if facet.key == key)
        label = _(facet.values[value])
        return f"{_title_of(facet)}: {label}" if key in SAID_WITH_TITLE else capfirst(label)


def listing_for(asked: Filter, today: date) -> Listing:
    """With the answers as their own address writes them, those that are none left out, and the last page for any after
    it."""
    ranking = _ranking_by(asked.answers, today)
    asked = asked.with_answers(ranking.answers if ranking else "")
    hits = find(asked.words) if asked.words else None
    finding = finding_for(current_index(today), asked, hits, ranking.keys if ranking else None)
    pages = max(-(-finding.total // PIECES_PER_PAGE), 1)
    return Listing(asked=asked.at_page(min(asked.page, pages)), finding=finding, pages=pages)


def _title_of(facet: Facet) -> str:
    return _(facet.title) % {"currency": settings.CURRENCY}


def address_of(asked: Filter) -> str:
    query = asked.query()
    return reverse("catalog:pieces") + (f"?{query}" if query else "")


def _ranking_by(answers: str, today: date) -> Ranking | None:
    """By whoever weighs answers: the catalog does not."""
    ranking: Ranking | None = import_string(settings.RANKING)(answers, today) if answers else None
    return ranking
