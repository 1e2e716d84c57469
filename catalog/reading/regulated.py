"""Words of listings that have a meaning of their own, or none: what each promises and what to look for. Plain."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from catalog.glossary import TERMS
from catalog.sources import FTC_HANDMADE, FTC_METALS, FTC_STONES, REACH_NICKEL, Source


def _(text: str) -> str:
    return text


@dataclass(frozen=True, kw_only=True)
class Word:
    """`pattern` finds it in small letters; `field` is the fact that it stands beside."""

    slug: str
    name: str
    text: str
    pattern: str
    field: str
    source: Source | None = None


_TERM = {term.slug: term for term in TERMS}


def _term(slug: str, pattern: str, field: str) -> Word:
    """A word that the glossary explains."""
    term = _TERM[slug]
    return Word(slug=slug, name=term.name, text=term.text, pattern=pattern, field=field, source=term.source)


REGULATED: tuple[Word, ...] = (
    _term("handmade", r"hand[- ]?(?:made|crafted|wrought|built)|made by hand|artisan(?:al)?", "making"),
    Word(
        slug="hand-processed",
        name=_("Hand-forged, hand-set, hand-engraved, hand-finished"),
        text=_(
            "Each names one operation, done by hand on each piece. It says nothing of the others: a cast ring may be "
            "hand-finished."
        ),
        pattern=(
            r"hand[- ]?(?:forged|set|engraved|finished|polished|hammered|painted|cut|carved|strung|knotted"
            r"|stamped)"
        ),
        field="making",
        source=FTC_HANDMADE,
    ),
    _term("one-off", r"one[- ]of[- ]a[- ]kind|ooak|one[- ]off|unique piece", "made"),
    _term("edition", r"limited (?:edition|series|run)|numbered", "made"),
    Word(
        slug="gold",
        name=_("Gold"),
        text=_(
            "Alone it means 24 karat all through. Any other alloy must say its karat right before the word and as "
            "plainly, and what is only coated must say so. Ask for karat, and whether it is solid."
        ),
        pattern=r"gold(?:en)?",
        field="metal",
        source=FTC_METALS,
    ),
    _term("karat", r"\d{1,2} ?-?(?:kt?|ct|carats?|karats?)", "metal"),
    _term("sterling", r"sterling|925", "metal"),
    Word(
        slug="silver",
        name=_("Silver"),
        text=_(
            "Sterling is at least 925 parts in a thousand, coin silver 900. Silver-coloured or silver-plated is "
            "neither; ask for the number."
        ),
        pattern=r"silver",
        field="metal",
        source=FTC_METALS,
    ),
    _term("vermeil", r"vermeil", "coating"),
    _term("gold-filled", r"gold[- ]filled|rolled gold|14/20", "coating"),
    _term("plated", r"(?:gold|silver|rhodium|electro)?[- ]?plated|plating|gold[- ]dipped|flashed|gilded", "coating"),
    _term("solid", r"solid", "coating"),
    _term("hallmark", r"hall-?mark(?:ed|s)?|assay", "claims"),
    _term("hypoallergenic", r"hypo-?allergenic", "claims"),
    Word(
        slug="nickel-free",
        name=_("Nickel-free"),
        text=_(
            "In the EU no more than 0.2 µg per cm² and week may be released by posts in a piercing, and 0.5 by what "
            "touches the skin. A report by EN 1811 shows it; the words alone do not."
        ),
        pattern=r"nickel[- ]?(?:free|safe)|free (?:of|from) nickel|no nickel",
        field="claims",
        source=REACH_NICKEL,
    ),
    Word(
        slug="natural",
        name=_("Natural, real, genuine"),
        text=_(
            "Never to be said of a man-made stone. It does not mean untreated: heating, filling and dyeing are told "
            "apart. Ask what was done to the stone."
        ),
        pattern=r"natural|genuine|real (?:gem|stone|diamond|pearl|sapphire|ruby|emerald)\w*",
        field="stone",
        source=FTC_STONES,
    ),
    Word(
        slug="unqualified-stone",
        name=_("Diamond, ruby, sapphire, emerald"),
        text=_(
            "A gem's name alone means that it was mined. Laboratory-grown must be said as plainly as the name; a "
            "glass-filled stone may not be called by it at all."
        ),
        pattern=r"diamonds?|rub(?:y|ies)|sapphires?|emeralds?",
        field="stone",
        source=FTC_STONES,
    ),
    _term(
        "lab-grown",
        r"lab(?:oratory)?[- ](?:grown|created|made)|created (?:diamond|sapphire|ruby|emerald|opal)s?",
        "origin",
    ),
    _term("imitation", r"faux|imitation|simulated|simulant", "origin"),
    _term(
        "treatment",
        r"treated|heated|heat[- ]treated|irradiated|dyed|oiled|filled (?:ruby|rubies|stone)|enhanced",
        "stone",
    ),
    _term("cultured", r"cultured|freshwater pearls?", "origin"),
    _term("recycled", r"recycled", "claims"),
    _term("fairmined", r"fair[- ]?mined|fair[- ]?trade", "claims"),
    _term("sustainable", r"sustainabl\w+|eco[- ]?friendly|ethical(?:ly)?|green jewel\w+|conscious", "claims"),
    Word(
        slug="lifetime-warranty",
        name=_("Lifetime warranty"),
        text=_("Whose lifetime, and against what, is seldom said. Ask for the years in figures, and what is left out."),
        pattern=r"life[- ]?time (?:warranty|guarantee)|guaranteed for life",
        field="warranty",
    ),
)
WORD_BY_SLUG: Mapping[str, Word] = {word.slug: word for word in REGULATED}
_PATTERNS = {word.slug: re.compile(rf"(?<![\w-])(?:{word.pattern})(?![\w])") for word in REGULATED}


def regulated_in(text: str) -> tuple[str, ...]:
    """The slugs of the words that a text uses, denied or not: whoever reads them wants to know what they mean."""
    said = html.unescape(text).lower()
    return tuple(slug for slug, pattern in _PATTERNS.items() if pattern.search(said))
