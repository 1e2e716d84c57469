"""Stones and what else is set or strung, in the order named, and where they come from."""

import re
from collections.abc import Iterable
from typing import Any

from catalog.choices import Origin, Substance
from catalog.reading.metal_words import OFFERED
from catalog.reading.sentences import Sentence

WORDS = {
    Substance.DIAMOND: r"diamonds?",
    Substance.MOISSANITE: r"moissanites?",
    Substance.RUBY: r"ruby|rubies",
    Substance.SAPPHIRE: r"sapphires?",
    Substance.EMERALD: r"emeralds?",
    Substance.AQUAMARINE: r"aquamarines?",
    Substance.TOURMALINE: r"tourmalines?",
    Substance.GARNET: r"garnets?",
    Substance.PERIDOT: r"peridots?",
    Substance.TOPAZ: r"topaz(?:es)?",
    Substance.AMETHYST: r"amethysts?",
    Substance.CITRINE: r"citrines?",
    Substance.QUARTZ: r"(?:rose |smoky |rutilated )?quartz|rock crystal",
    Substance.ONYX: r"onyx",
    Substance.AGATE: r"agates?",
    Substance.JASPER: r"jasper",
    Substance.CARNELIAN: r"carnelians?",
    Substance.TIGER_EYE: r"tiger'?s?[ -]eye",
    Substance.LAPIS: r"lapis(?: lazuli)?",
    Substance.TURQUOISE: r"turquoise",
    Substance.MALACHITE: r"malachite",
    Substance.OPAL: r"opals?",
    Substance.MOONSTONE: r"moonstones?",
    Substance.LABRADORITE: r"labradorites?",
    Substance.JADE: r"jade|nephrite|jadeite",
    Substance.CUBIC_ZIRCONIA: r"cubic zirconias?|zirconia|cz",
    Substance.PEARL: r"pearls?",
    Substance.MOTHER_OF_PEARL: r"mother[ -]of[ -]pearl|nacre",
    Substance.CORAL: r"coral",
    Substance.AMBER: r"amber",
    Substance.JET: r"(?:whitby )?jet",
    Substance.SHELL: r"shells?|abalone",
    Substance.HORN: r"(?:buffalo |cow )?horn",
    Substance.WOOD: r"wood(?:en)?|walnut|ebony|oak",
    Substance.GLASS: r"(?:sea |murano |czech |borosilicate )?glass|rhinestones?|swarovski crystals?",
    Substance.PORCELAIN: r"porcelain|ceramic",
    Substance.RESIN: r"(?:epoxy )?resin",
}
# Longest first, so that mother-of-pearl is no pearl.
NAMED = re.compile(
    "|".join(
        rf"(?P<{stone.name}>\b(?:{words})\b)"
        for stone, words in sorted(WORDS.items(), key=lambda item: item[0] is not Substance.MOTHER_OF_PEARL)
    )
)
# Cord and thread hold a piece together; glass beside wax, kilns and lenses is none of it; a lining is no part one sees.
ELSEWHERE = re.compile(
    r"\b(?:ring box|wood(?:en)? (?:box|bench|hammer|mallet|block)|silk (?:thread|pouch|ribbon)"
    r"|cotton (?:bag|pouch|thread|wool)|leather (?:pouch|case)"
    r"|magnifying glass|glass (?:kiln|dome|case)|glass of|shell-? ?shaped|diamond (?:cut|polished"
    r"|wheel|drill|shaped?)|horn-? ?shaped|oak leaf"
    r"|under glass|behind glass|turquoise howlite|howlite turquoise|birthstone|crystal clear"
    r"|crystal box|april birthstone|plastic[- ]free|free of plastic"
    r"|pearl finish|wooden display|silicone)\b"
)
ORIGINS = (
    (
        Origin.LAB_GROWN,
        re.compile(
            r"\blab(?:oratory)?[ -](?:grown|created|made)\b|\blab diamonds?\b|\bcreated (?:sapphire|ruby"
            r"|emerald|opal|diamond)s?\b|\bsynthetic\b"
        ),
    ),
    (Origin.IMITATION, re.compile(r"\b(?:faux|imitation|simulated|fake|simulant)\b")),
    (Origin.CULTURED, re.compile(r"\bcultured\b")),
    (
        Origin.RECLAIMED,
        re.compile(
            r"\b(?:antique|vintage|reclaimed|old|reused|salvaged) (?:\w+[ -])?(?:diamonds?|sapphires?|rub(?:y"
            r"|ies)|stones?|gems?|garnets?|pearls?|emeralds?|cut)\b"
        ),
    ),
)
# Of pearls, wood or glass these words say something else than that they were mined.
NEVER_MINED = frozenset(
    {Substance.PEARL, Substance.MOTHER_OF_PEARL, Substance.WOOD, Substance.GLASS, Substance.HORN, Substance.SHELL}
)
MINEABLE = "|".join(words for stone, words in WORDS.items() if stone not in NEVER_MINED)
MINED = re.compile(
    rf"\bstones? (?:is|are|was|were) (?:natural|genuine|mined|earth[ -]mined)\b"
    rf"|\b(?:natural(?:ly[ -]mined)?|earth[ -]mined|genuine|real"
    rf"|mined)\b[ ,]+(?:[\w.-]+[ ,]+){{0,3}}?(?:{MINEABLE}|(?:gem)?stones?)\b"
)
EITHER = re.compile(rf"\b(?:{MINEABLE})\b[ ,/]+or[ ,/]+(?:\w+ )?(?:{MINEABLE})\b")


def stones_in(sentences: Iterable[Sentence]) -> dict[str, Any]:
    """Stones and, where one origin is said and no other, that origin."""
    found: dict[Substance, None] = {}
    origins: set[Origin] = set()
    for sentence in sentences:
        text = ELSEWHERE.sub(" ", sentence.firm)
        if sentence.is_aside or OFFERED.search(sentence.said) or EITHER.search(text):
            continue
        named = [Substance[match.lastgroup or ""] for match in NAMED.finditer(text)]
        found |= dict.fromkeys(named)
        if named or re.search(r"\bstones?\b|\bgem", text):
            origins |= _origins_in(text)
    return {"stones": tuple(found), "origin": _origin(tuple(found), origins)}


def _origins_in(text: str) -> set[Origin]:
    found = {origin for origin, pattern in ORIGINS if pattern.search(text)}
    return found | ({Origin.MINED} if MINED.search(text) else set())


def _origin(stones: tuple[Substance, ...], origins: set[Origin]) -> Origin | None:
    """Of several stones one origin cannot be told unless it is said of all; we read it of one stone alone."""
    return origins.pop() if len(origins) == 1 and len(stones) == 1 else None
