"""Which pieces and makers a public page lists, and by which simple links the list is narrowed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.choices import Kind, Side, State, Way
from catalog.labels import label_for
from catalog.models import Maker, Piece

RECENT = ("-added_on", "slug")


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """One link that narrows the list: `value` is "" for all."""

    value: str
    label: str
    url: str
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class Filter:
    """The kind and the way of making that a shopper chose; what is no kind or way is no filter."""

    kind: str = ""
    way: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "Filter":
        kind, way = query.get("kind", ""), query.get("way", "")
        return cls(kind=kind if kind in set(Kind) else "", way=way if way in set(Way) else "")

    def pieces(self) -> QuerySet[Piece]:
        chosen = {"kind": self.kind, "assessment__way": self.way}
        return listed_pieces().filter(**{lookup: value for lookup, value in chosen.items() if value})

    def query(self, **changed: object) -> str:
        pairs = {"kind": self.kind, "way": self.way} | changed
        return urlencode({key: value for key, value in pairs.items() if value})

    @property
    def kinds(self) -> list[Narrowing]:
        labels = {kind.value: capfirst(_(label_for(kind))) for kind in Kind}
        return [self._link("kind", value, label) for value, label in ({"": _("All kinds")} | labels).items()]

    @property
    def ways(self) -> list[Narrowing]:
        labels = {way.value: capfirst(_(label_for(way))) for way in Way}
        return [self._link("way", value, label) for value, label in ({"": _("Either way")} | labels).items()]

    def _link(self, key: str, value: str, label: str) -> Narrowing:
        query = self.query(**{key: value})
        url = reverse("catalog:pieces") + (f"?{query}" if query else "")
        return Narrowing(value=value, label=label, url=url, is_chosen=getattr(self, key) == value)


def listed_pieces() -> QuerySet[Piece]:
    return Piece.objects.published().with_maker().with_making().order_by(*RECENT)


def recent_pieces(side: Side, number: int) -> Sequence[Piece]:
    """The newest pieces made wholly in one way, of different kinds as far as there are any."""
    newest = list(listed_pieces().filter(assessment__way=side.value)[: 4 * number])
    first_of_kind = {piece.kind: piece for piece in reversed(newest)}.values()
    others = [piece for piece in newest if piece not in first_of_kind]
    return [*sorted(first_of_kind, key=newest.index), *others][:number]


def shown_makers() -> QuerySet[Maker]:
    """Makers with at least one published piece."""
    count = Count("pieces", filter=Q(pieces__state=State.PUBLISHED))
    return Maker.objects.annotate(piece_count=count).filter(piece_count__gt=0).order_by("name")
