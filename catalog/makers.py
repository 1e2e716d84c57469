"""Makers as their pages show them: what they make and how, what was seen of it, and what they leave unsaid.

A maker may have thousands of pieces, so whatever is told of all of them is counted in the database.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Count, Exists, F, Max, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.choices import Claim, Grade, MakingClass, Method, State, Way
from catalog.claims import BOUGHT
from catalog.countries import country_name
from catalog.labels import label_for
from catalog.models import Evidence, Maker, Piece, Step
from catalog.techniques import Technique, techniques_for

MAKERS_PER_PAGE = 48
NO_TECHNIQUE = BOUGHT | {Method.INSPECT}


def _text(words: str) -> str:
    return words


# What a listing should say, and how it is recognised that it does not.
UNSAID = {
    _text("how it is made"): Q(assessment__making_class=MakingClass.NOT_DISCLOSED),
    _text("where it is made"): Q(assessment__made_in=""),
    _text("how many are made"): Q(number_made__isnull=True),
    _text("what lies under its surface"): Q(assessment__surface=""),
    _text("how large it is"): Q(width_mm__isnull=True),
    _text("how long it takes to come"): Q(days_max__isnull=True),
    _text("what you see before paying"): Q(preview=""),
    _text("whether it can be returned"): Q(returnable_days__isnull=True),
    _text("whether its maker repairs it"): Q(repaired_by_maker__isnull=True),
}
# Whether a piece may be called handmade is told with the piece, not by what was shown for it.
TITLES = {
    Claim.HANDMADE: _text("hand work"),
    Claim.FEATURE: _text("the one feature"),
    Claim.PREVIEW: _text("seen before paying"),
    Claim.OPTIONS: _text("changes on offer"),
    Claim.PRECISION: _text("size and evenness"),
}


@dataclass(frozen=True, kw_only=True)
class MakerRow:
    """One maker in the list; `ways` are the ways it makes pieces in, with the number of each."""

    maker: Maker
    place: str
    number: int
    ways: tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True)
class Verified:
    """A claim we have seen something for: on how many pieces, and the latest of it."""

    title: str
    number: int
    source: str
    dated: date


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How many pieces a maker shows, and what some of them do not say."""

    number: int
    unsaid: tuple[str, ...]


def shown_makers() -> QuerySet[Maker]:
    """Makers with at least one published piece."""
    published = Piece.objects.published().filter(maker=OuterRef("pk"))
    return Maker.objects.filter(Exists(published)).order_by("name")


def maker_rows(page: int) -> tuple[list[MakerRow], bool]:
    """One page of the list, and whether there is another; two queries."""
    start = (page - 1) * MAKERS_PER_PAGE
    makers = list(shown_makers()[start : start + MAKERS_PER_PAGE + 1])
    shown = makers[:MAKERS_PER_PAGE]
    ways = _ways_of(shown)
    return [_row(maker, ways[maker.pk]) for maker in shown], len(makers) > MAKERS_PER_PAGE


def number_of_page(text: str) -> int:
    """What is no number of a page is the first."""
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def place_of(maker: Maker) -> str:
    return ", ".join(filter(None, (maker.place, country_name(maker.country))))


def extent_of(maker: Maker) -> Extent:
    counts = {f"unsaid_{index}": Count("pk", filter=is_unsaid) for index, is_unsaid in enumerate(UNSAID.values())}
    found = Piece.objects.published().filter(maker=maker).aggregate(number=Count("pk"), **counts)
    numbers = [found[name] for name in counts]
    said = (_unsaid(_(fact), number, found["number"]) for fact, number in zip(UNSAID, numbers, strict=True) if number)
    return Extent(number=found["number"], unsaid=tuple(said))


def verified_of(maker: Maker, today: date) -> list[Verified]:
    """What holds today, by claim, the widest first; one query."""
    holds = Q(expires__isnull=True) | Q(expires__gte=today)
    seen = Evidence.objects.filter(holds, piece__maker=maker, piece__state=State.PUBLISHED, grade__gte=Grade.SHOWN)
    # A date sorts as its text does, so the greatest of these is the latest, with its source; and it takes one look.
    latest = Max(Concat(Cast("dated", CharField()), "source", output_field=CharField()))
    rows = seen.order_by().values_list("claim").annotate(number=Count("piece", distinct=True), latest=latest)
    return [_verified(*row) for row in rows.order_by("-number", "claim")]


@dataclass(frozen=True, kw_only=True)
class MakerTechniques:
    """What its pieces call their technique, the methods of their steps in the order of a bench, and the pages that
    tell how these are done."""

    named: list[str]
    methods: list[str]
    pages: list[Technique]


def techniques_of_maker(maker: Maker) -> MakerTechniques:
    """One query."""
    mine = {"maker": maker, "state": State.PUBLISHED}
    of_steps = {f"piece__{name}": value for name, value in mine.items()}
    methods = Step.objects.order_by().filter(**of_steps).values_list(Value("method"), "method")
    named = Piece.objects.order_by().filter(**mine).exclude(technique="").values_list(Value("named"), "technique")
    found = defaultdict(set)
    for kind, words in methods.union(named):
        found[kind].add(words)
    used = [method for method in Method if method in found["method"] and method not in NO_TECHNIQUE]
    pages = [page for words in sorted(found["named"]) for page in techniques_for(words, ())]
    return MakerTechniques(
        named=sorted(map(capfirst, found["named"])),
        methods=[_(label_for(method)) for method in used],
        pages=list(dict.fromkeys([*pages, *techniques_for("", used)])),
    )


def _ways_of(makers: Sequence[Maker]) -> dict[int, dict[str, int]]:
    pieces = Piece.objects.published().filter(maker__in=makers).order_by()
    ways: dict[int, dict[str, int]] = defaultdict(dict)
    for maker, way, number in pieces.values_list("maker", F("assessment__way")).annotate(number=Count("pk")):
        ways[maker][way or Way.NOT_DISCLOSED] = number
    return ways


def _row(maker: Maker, ways: dict[str, int]) -> MakerRow:
    in_order = tuple((way.value, ways[way]) for way in Way if way in ways)
    return MakerRow(maker=maker, place=place_of(maker), number=sum(ways.values()), ways=in_order)


def _verified(claim: str, number: int, latest: str) -> Verified:
    title = TITLES.get(Claim(claim), label_for(Claim(claim)))
    dated, source = date.fromisoformat(latest[:10]), latest[10:]
    return Verified(title=capfirst(_(title)), number=number, source=source, dated=dated)


def _unsaid(fact: str, number: int, total: int) -> str:
    words = {"number": number, "total": total, "fact": fact}
    if total == 1:
        return _("Its only piece does not say %(fact)s.") % words
    if number == total:
        return _("None of its %(total)s pieces says %(fact)s.") % words
    said = ngettext(
        "%(number)s of %(total)s pieces does not say %(fact)s.",
        "%(number)s of %(total)s pieces do not say %(fact)s.",
        number,
    )
    return said % words
