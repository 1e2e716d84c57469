"""The facets of the list as data: what each is called, what can be chosen, and from which columns it is read. Plain."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from catalog.choices import STONES, Coating, Era, Kind, Standing, Style, Substance, Way, Wearer
from catalog.facets.encoding import Encoder, at_least, at_most, by_band, by_flags, by_name, by_words
from catalog.labels import label_for

MAKER = "maker"
PRICE_EDGES = (50, 100, 250, 500, 1000)
READY_DAYS = (3, 7, 14, 28, 56)
NUMBERS_ALIKE = (2, 6, 12, 40)
MANY_SEEN = 4


def _(text: str) -> str:
    return text


class Choice(StrEnum):
    """How several chosen values of one facet combine: any of them, only ever one, or all of them."""

    ANY = "any"
    ONE = "one"
    ALL = "all"


@dataclass(frozen=True, kw_only=True)
class Facet:
    """`values` are labels by what stands in the address; `encode` makes masks of the named columns.

    `is_long` facets show only values that some piece has, most first.
    """

    key: str
    title: str
    choice: Choice = Choice.ANY
    values: Mapping[str, str]
    columns: tuple[str, ...]
    encode: Encoder
    is_long: bool = False


def _labels(kind: type[StrEnum]) -> dict[str, str]:
    return {member.value: label_for(member) for member in kind}


def _names(kind: type[Enum]) -> Encoder:
    return by_name(*([str(member.value)] for member in kind))


METAL_LABELS = {
    "gold": _("gold, solid"),
    "gold_layer": _("gold over another metal"),
    **{metal.value: label_for(metal) for metal in (Substance.SILVER, Substance.STEEL)},
    "platinum": _("platinum or palladium"),
    "titanium": _("titanium or niobium"),
    "brass": _("brass, bronze or copper"),
    "other": _("another metal"),
    "none": _("no metal"),
}
STONE_LABELS = {stone.value: label_for(stone) for stone in Substance if stone in STONES} | {"none": _("no stone")}


def _is_positive(fact: float | None) -> bool:
    return (fact or 0) > 0


def _is_told(fact: object) -> bool:
    return fact is not None


def _is_met(standing: object) -> bool:
    return standing == Standing.MET


FACETS: tuple[Facet, ...] = (
    Facet(key="kind", title=_("Kind"), values=_labels(Kind), columns=("kind",), encode=_names(Kind)),
    Facet(key="way", title=_("Way of making"), values=_labels(Way), columns=("assessment__way",), encode=_names(Way)),
    Facet(
        key="price",
        title=_("Price in %(currency)s"),
        values={
            "50": _("below 50"),
            "100": _("50 to 100"),
            "250": _("100 to 250"),
            "500": _("250 to 500"),
            "1000": _("500 to 1,000"),
            "more": _("1,000 and more"),
        },
        columns=("price",),
        encode=by_band(PRICE_EDGES),
    ),
    Facet(
        key="ready",
        title=_("Here within"),
        choice=Choice.ONE,
        values={
            "3": _("3 days"),
            "7": _("a week"),
            "14": _("two weeks"),
            "28": _("four weeks"),
            "56": _("eight weeks"),
        },
        columns=("days_max",),
        encode=at_most(READY_DAYS),
    ),
    Facet(
        key="metal",
        title=_("Metal"),
        values=METAL_LABELS,
        columns=("entry__metals",),
        encode=by_words(tuple(METAL_LABELS)),
    ),
    Facet(
        key="stone",
        title=_("Stone"),
        values=STONE_LABELS,
        columns=("entry__stones",),
        encode=by_words(tuple(STONE_LABELS)),
        is_long=True,
    ),
    Facet(
        key="surface",
        title=_("Surface"),
        values=_labels(Coating),
        columns=("assessment__surface",),
        encode=_names(Coating),
    ),
    Facet(key="look", title=_("Style"), values=_labels(Style), columns=("style",), encode=_names(Style)),
    Facet(key="era", title=_("Age of the style"), values=_labels(Era), columns=("era",), encode=_names(Era)),
    Facet(
        key="wearer",
        title=_("Worn by"),
        values={"women": _("women"), "men": _("men"), "children": label_for(Wearer.CHILDREN)},
        columns=("worn_by", "worn_by", "worn_by"),
        encode=by_flags(
            lambda wearer: wearer in (Wearer.WOMEN, Wearer.ANYONE),
            lambda wearer: wearer in (Wearer.MEN, Wearer.ANYONE),
            lambda wearer: wearer == Wearer.CHILDREN,
        ),
    ),
    Facet(
        key="alike",
        title=_("Can be had alike"),
        choice=Choice.ONE,
        values={"2": _("twice"), "6": _("6 times"), "12": _("12 times"), "40": _("40 times")},
        columns=("can_supply",),
        encode=at_least(NUMBERS_ALIKE),
    ),
    Facet(
        key="terms",
        title=_("Safe and flexible"),
        choice=Choice.ALL,
        values={
            "nickel": _("nickel-safe on the skin"),
            "piercing": _("nickel-safe in a piercing"),
            "resizable": _("can be resized"),
            "returnable": _("can be returned"),
        },
        columns=("assessment__is_nickel_safe", "assessment__is_piercing_safe", "resize_min", "returnable_days"),
        encode=by_flags(bool, bool, _is_told, _is_positive),
    ),
    Facet(
        key="seen",
        title=_("Evidence"),
        values={"many": _("much is proven"), "some": _("some is proven"), "none": _("only declared")},
        columns=("entry__seen", "entry__seen", "entry__seen"),
        encode=by_flags(lambda seen: seen >= MANY_SEEN, lambda seen: 0 < seen < MANY_SEEN, lambda seen: seen == 0),
    ),
    Facet(
        key="proof",
        title=_("Proven"),
        choice=Choice.ALL,
        values={
            "handmade": _("may be called handmade"),
            "recycled": _("recycled metal"),
            "fair": _("fairly mined metal"),
            "lab": _("a laboratory report on the stone"),
            "repair": _("repair, in writing"),
        },
        columns=(
            "assessment__handmade",
            "assessment__is_recycled",
            "assessment__is_fair",
            "assessment__has_laboratory_report",
            "assessment__has_written_repair",
        ),
        encode=by_flags(_is_met, bool, bool, bool, bool),
    ),
)
FACET_BY_KEY: Mapping[str, Facet] = {facet.key: facet for facet in FACETS}
