"""The main metal: what is seen, how it sits, and what lies under it. Two main metals are none."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from catalog.choices import Coating, Substance
from catalog.reading.sentences import Sentence

GOLDS = frozenset({Substance.YELLOW_GOLD, Substance.WHITE_GOLD, Substance.ROSE_GOLD})
FINENESS_OF_KARAT = {8: 333, 9: 375, 10: 417, 14: 585, 15: 625, 18: 750, 20: 833, 21: 875, 22: 916, 23: 958, 24: 999}
GOLD_NAMES = {
    "white": Substance.WHITE_GOLD,
    "rose": Substance.ROSE_GOLD,
    "pink": Substance.ROSE_GOLD,
    "red": Substance.ROSE_GOLD,
}
BASE = {
    "stainless steel": Substance.STEEL,
    "surgical steel": Substance.STEEL,
    "steel": Substance.STEEL,
    "titanium": Substance.TITANIUM,
    "niobium": Substance.NIOBIUM,
    "tungsten": Substance.TUNGSTEN,
    "brass": Substance.BRASS,
    "bronze": Substance.BRONZE,
    "copper": Substance.COPPER,
    "aluminium": Substance.ALUMINIUM,
    "aluminum": Substance.ALUMINIUM,
    "palladium": Substance.PALLADIUM,
    "platinum": Substance.PLATINUM,
}
CORES = {
    **BASE,
    "sterling silver": Substance.SILVER,
    "sterling": Substance.SILVER,
    "925 silver": Substance.SILVER,
    "silver": Substance.SILVER,
}

KARAT = r"(?P<karat>\d{1,2}) ?-?(?:kt?|ct|cts|carats?|karats?)\b"
PARTS = r"(?P<parts>333(?:er)?|375|417|585|750|916|917|999)(?:/1000)?"
HUE = r"(?:(?P<hue>yellow|white|rose|pink|red)[ -])?"
GOLD = (
    rf"(?:(?:{KARAT}|{PARTS})[ -]?(?:solid |recycled |fair[- ]?mined |fair[- ]?trade "
    rf"|certified ){{0,2}})?{HUE}gold\b(?:[ ,]*\(?(?:{KARAT.replace('karat', 'karat_after')}"
    rf"|{PARTS.replace('parts>', 'parts_after>')})\)?)?"
)
COAT_GOLD = r"(?:\d{1,2} ?-?(?:kt?|ct|carats?|karats?)[ -]?)?(?:(?P<hue>yellow|white|rose|pink|red)[ -])?gold"
CORE = rf"(?P<core>{'|'.join(sorted(CORES, key=len, reverse=True))})"
ONTO = r"[ -]?(?:,? ?(?:over|on|onto|and) )?(?:a |an )?(?:base of |solid |recycled |925 |quality )*"
COATED: tuple[tuple[re.Pattern[str], Coating, Substance | None], ...] = (
    (re.compile(rf"\b(?:{COAT_GOLD} )?vermeil\b(?:{ONTO}{CORE}\b)?"), Coating.VERMEIL, None),
    (re.compile(rf"\b{COAT_GOLD}[ -]?filled\b|\b(?P<rolled>rolled gold|14/20)\b"), Coating.FILLED, None),
    (re.compile(rf"\b{CORE}(?: base)?[,:]? (?:and )?{COAT_GOLD}[ -]?plat(?:ed|ing)\b"), Coating.PLATED, None),
    (
        re.compile(
            rf"\b{CORE}(?: base| core)?,? ?(?:is |are |which is )?(?:heavily |thickly )?(?:plated|dipped|coated"
            rf"|covered|finished) (?:with|in) (?:a layer of )?(?:real |pure )?{COAT_GOLD}\b"
        ),
        Coating.PLATED,
        None,
    ),
    (
        re.compile(
            rf"\b{COAT_GOLD}[ -]?(?:electro)?(?:plat(?:ed|e|ing)|dipped|flash(?:ed)?|washed"
            rf"|coated)\b(?:{ONTO}{CORE}\b)?"
        ),
        Coating.PLATED,
        None,
    ),
    (re.compile(rf"\b{COAT_GOLD} (?:over|on top of) (?:solid |925 |recycled )*{CORE}\b"), Coating.PLATED, None),
    (re.compile(rf"\b(?:gilt|gilded|gold leaf)\b(?:{ONTO}{CORE}\b)?"), Coating.PLATED, Substance.YELLOW_GOLD),
    (
        re.compile(rf"\b(?:plated|dipped) (?:with|in) (?:real |pure )?{COAT_GOLD}\b(?:{ONTO}{CORE}\b)?"),
        Coating.PLATED,
        None,
    ),
    (re.compile(rf"\bsilver[ -]?(?:electro)?plat(?:ed|e|ing)\b(?:{ONTO}{CORE}\b)?"), Coating.PLATED, Substance.SILVER),
    (
        re.compile(rf"\brhodium[ -]?(?:plat(?:ed|ing)|coated|finish(?:ed)?)\b(?:{ONTO}{CORE}\b)?"),
        Coating.PLATED,
        Substance.RHODIUM,
    ),
    (
        re.compile(rf"\b{CORE}(?: base)?,? ?(?:plated|coated|finished) (?:with|in) rhodium\b"),
        Coating.PLATED,
        Substance.RHODIUM,
    ),
)
PLATING = r"\bplat(?:ing|ed)(?: type| metal| colou?r)?: ?"
COATED += (
    (re.compile(rf"{PLATING}rhodium\b"), Coating.PLATED, Substance.RHODIUM),
    (re.compile(rf"{PLATING}silver\b"), Coating.PLATED, Substance.SILVER),
    (re.compile(rf"{PLATING}{COAT_GOLD}\b"), Coating.PLATED, None),
)
SOLID: Sequence[tuple[re.Pattern[str], Substance | None]] = (
    (
        re.compile(
            r"\bsterling(?: silver)?\b(?: \(?(?:925|\.925)\)?)?|\b\.?925(?:er)?[ -]?(?:sterling )?(?:silver"
            r"|silber|argent)\b|\bsilver \(?\.?(?:925|950|935)\b\)?|\b(?:950|935) silver\b"
        ),
        Substance.SILVER,
    ),
    (re.compile(r"\b(?:fine |999 )silver(?: \(?999\)?)?\b|\bsolid silver\b"), Substance.SILVER),
    (re.compile(rf"\b(?:solid )?{GOLD}"), None),
    (re.compile(r"\b(?:950 )?platinum(?: \(?950\)?)?\b|\bpt ?950\b"), Substance.PLATINUM),
)
BARE_SILVER = re.compile(r"\bsilver\b")
# What is a part of the piece rather than the piece.
_PART = (
    r"clasps?|ear ?wires?|ear ?hooks?|hooks|posts?|backs?|butterfl\w+|findings?|fittings?|lobster|bail"
    r"|jump ?rings?|accents?|details?"
    r"|granules?|dots|pins?|needle|spring|solder|hardware|leaf|foil|thread|closure|fastening|stud posts"
)
LESSER_AFTER = re.compile(rf"^(?: \w+)?[ -](?:{_PART})\b")
LESSER_BEFORE = re.compile(
    rf"\b(?:{_PART})\b(?: (?:is|are|in|of|made (?:of|from)|from))?:? ?(?:a |an |solid )?$|\b(?:on|with"
    rf"|comes on|hangs? (?:on|from)) an? (?:\w+[ -]){{0,2}}$"
)
ADDED = re.compile(r"\bwith (?:an? |some |tiny |small |little )?(?:\w+ )?$")
COVERING = re.compile(r"^ (?:finish|plating|coating|vermeil|surface|all over)")
CHAIN_AFTER = re.compile(r"^(?: \w+){0,2} (?:chain|cord)\b(?! necklace| bracelet)")
TOOLS = re.compile(
    r"\b(?:steel|brass|copper|bronze|titanium|tungsten|silver) (?:mandrel|hammers?|dies?|block|tools?"
    r"|punch\w*|burnisher|wool|rolls?|brush\w*|plate|anvil|stakes?|tongs|stand|tray|display|pickle|polish|clay|smith\w*"
    r"|working|jewel\w*|collection)\b"
)
THICKNESS = re.compile(r"\b(?:gold|rhodium|silver) plating(?:,|:| is| of)? ?\d[\d.]* ?(?:µm|μm|microns?)")
PERCENTAGE = re.compile(r"\b(?!100)\d{1,2} ?% [\w ]{3,20}")
NEAR = 40
HANGING = ("on", "with", "comes", "hang", "hangs")
SILVER_PARTS = {"999": 999, "fine": 999, "950": 950, "935": 935, "925": 925, "sterling": 925}
STAMPED = re.compile(
    r"\b(?:stamped|hallmarked|marked|punched)(?: with| as)?(?: an?)? ?['\"]?(?:s?\.?925|950|750|585"
    r"|375|9 ?kt?|14 ?kt?|18 ?kt?|sterling|silver)\b"
)
NAMES = rf"(?:{'|'.join(sorted([*CORES, 'gold'], key=len, reverse=True))})"
EITHER = re.compile(
    rf"\b{NAMES}\b(?:[ -](?:plated|filled|vermeil))?[ ,/]+or[ ,/]+(?:\d+ ?k ?t? )?(?:(?:yellow|white"
    rf"|rose|solid|sterling) )?{NAMES}\b"
)
MIXED = re.compile(r"\b(?:two|three|bi|mixed|tri)[ -]?(?:tone|colou?r(?:ed)?|metals?)\b")
COATED_SOMEHOW = re.compile(r"\b(?:pvd|ion|electro)?[ -]?(?:plated|plating)\b|\b(?:pvd|ip|ion) (?:coat\w*|gold|black)")
# Metals that no vocabulary of ours has: whatever stands beside them, the main metal is not told.
OTHER_METALS = re.compile(
    r"\b(?:pewter|tin|iron|zinc|zamak|alloy|nickel silver|german silver|alpaca|pinchbeck"
    r"|gunmetal)\b(?! (?:clasp|hooks?|posts?|box|setting))"
)
CHOSEN = re.compile(
    r"\b(?:choose|select|pick) (?:your |the |a |from )?(?:\w+ )?(?:finish|metal|colou?r|material|plating)\b"
)
OFFERED = re.compile(
    r"\b(?:available in|choose|choice of|select|pick your|options?\b|comes in|come in|your choice"
    r"|also (?:available|comes?|made)|in your"
    r"|on request|whichever|commissions?)\b"
)


@dataclass(frozen=True, kw_only=True)
class Mention:
    """One metal as a text names it; one that may be a colour counts only where no base metal is named."""

    metal: Substance
    coating: Coating | None = None
    core: Substance | None = None
    fineness: int | None = None
    is_lesser: bool = False
    may_be_colour: bool = False

    @property
    def is_solid(self) -> bool:
        return self.coating in (None, Coating.SOLID)


def metal_in(sentences: Iterable[Sentence]) -> dict[str, Any]:
    """Metal, coating, core and fineness, as far as every mention of a main part agrees."""
    sentences = list(sentences)
    if any(CHOSEN.search(sentence.said) or MIXED.search(sentence.said) for sentence in sentences):
        return {}
    mentions = [one for sentence in sentences if _speaks_of_it(sentence) for one in _mentions_in(sentence.firm)]
    main = [one for one in mentions if not one.is_lesser]
    if any(COATED_SOMEHOW.search(sentence.firm) for sentence in sentences) and all(one.is_solid for one in main):
        # Something lies on it, and nobody says what.
        return {}
    if any(OTHER_METALS.search(one.firm) and not one.is_aside for one in sentences) and all(
        one.is_solid for one in main
    ):
        return {}
    return _settled(main)


def _speaks_of_it(sentence: Sentence) -> bool:
    return not sentence.is_aside and not OFFERED.search(sentence.said)


def _mentions_in(text: str) -> Iterator[Mention]:
    """Each word is read once, by the first of the readers that knows it."""
    if EITHER.search(text):
        return
    text = THICKNESS.sub(" ", text)
    text = TOOLS.sub(" ", PERCENTAGE.sub(" ", STAMPED.sub(" ", text)))
    for pattern, mention_of in READERS:
        for match in pattern.finditer(text):
            mention = mention_of(match)
            may_be_colour = mention.coating is None and _stands_alone(text, match)
            yield replace(mention, is_lesser=_is_lesser(text, match), may_be_colour=may_be_colour)
        text = pattern.sub(" , ", text)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """A "silver" between commas may be no more than a colour."""
    before, after = text[: match.start()].rstrip()[-1:], text[match.end() :].lstrip()[:1]
    return before in {"", ",", "(", ":", "/", "-"} and after in {"", ",", ")", "/", "-"}


def _is_lesser(text: str, match: re.Match[str]) -> bool:
    """Of a clasp, a post or the chain that a pendant hangs on."""
    before, after = text[max(0, match.start() - NEAR) : match.start()], text[match.end() : match.end() + NEAR]
    if LESSER_AFTER.match(after):
        return True
    if ADDED.search(before) and not COVERING.match(after):
        return True
    is_held = LESSER_BEFORE.search(before)
    return bool(is_held and (is_held[0].split()[0] not in HANGING or CHAIN_AFTER.match(after)))


def _coated(match: re.Match[str], coating: Coating, metal: Substance | None) -> Mention:
    groups = match.groupdict()
    surface = metal or GOLD_NAMES.get(groups.get("hue") or "", Substance.YELLOW_GOLD)
    core = CORES.get(groups.get("core") or "")
    return Mention(metal=surface, coating=coating, core=core if core is not surface else None)


def _solid(match: re.Match[str], metal: Substance | None) -> Mention:
    if metal is Substance.SILVER:
        said = match[0]
        fineness = next((parts for word, parts in SILVER_PARTS.items() if word in said), None)
        return Mention(metal=metal, coating=Coating.SOLID, fineness=fineness)
    if metal is Substance.PLATINUM:
        return Mention(metal=metal, coating=Coating.SOLID, fineness=950 if "950" in match[0] else None)
    return _gold(match)


def _gold(match: re.Match[str]) -> Mention:
    groups = match.groupdict()
    hue = GOLD_NAMES.get(groups["hue"] or "", Substance.YELLOW_GOLD)
    karat, parts = groups["karat"] or groups["karat_after"], groups["parts"] or groups["parts_after"]
    fineness = FINENESS_OF_KARAT.get(int(karat)) if karat else int(parts[:3]) if parts else None
    is_solid = bool(fineness) or "solid" in match[0]
    return Mention(metal=hue, coating=Coating.SOLID if is_solid else None, fineness=fineness if is_solid else None)


def _same(mention: Mention, match: re.Match[str]) -> Mention:
    """What a word says whatever stands around it."""
    return mention


def _readers() -> Iterator[tuple[re.Pattern[str], Callable[[re.Match[str]], Mention]]]:
    for pattern, coating, metal in COATED:
        yield pattern, partial(_coated, coating=coating, metal=metal)
    for pattern, metal in SOLID:
        yield pattern, partial(_solid, metal=metal)
    for name, base in BASE.items():
        solid = Mention(metal=base, coating=Coating.SOLID)
        yield re.compile(rf"\b(?:solid |surgical |raw )?{name}\b"), partial(_same, solid)
    bare = Mention(metal=Substance.SILVER)
    yield BARE_SILVER, partial(_same, bare)


BASE_METALS = frozenset(BASE.values()) - {Substance.PLATINUM, Substance.PALLADIUM}
READERS = tuple(_readers())


def _settled(mentions: Sequence[Mention]) -> dict[str, Any]:
    """A coated piece names its core too; a bare word adds nothing to one that says more of the same metal."""
    if any(one.metal in BASE_METALS and one.coating is Coating.SOLID for one in mentions):
        mentions = [one for one in mentions if not one.may_be_colour]
    coated = [one for one in mentions if not one.is_solid]
    cores = {one.core for one in coated}
    rest = [one for one in mentions if one not in coated and one.metal not in cores]
    metals = {one.metal for one in [*coated, *rest]}
    under = metals - {one.metal for one in coated}
    if coated and len(under) == 1 and cores == {None}:
        # The one other metal that is named is what lies under the coating.
        coated = [replace(one, core=next(iter(under))) for one in coated]
        metals, rest = {one.metal for one in coated}, []
    metals = _without_plain_gold(metals)
    if len(metals) != 1:
        return {}
    (metal,) = metals
    same = [one for one in [*coated, *rest] if one.metal is metal or {one.metal, metal} <= GOLDS]
    facts: dict[str, Any] = {"metal": metal}
    for name in ("coating", "core", "fineness"):
        values = {getattr(one, name) for one in same} - {None}
        if name == "coating" and len(values) > 1:
            # Vermeil and filled metal are gold over something, too, and named for more than that.
            values -= {Coating.PLATED}
        facts[name] = values.pop() if len(values) == 1 else None
    return facts


def _without_plain_gold(metals: set[Substance]) -> set[Substance]:
    """ "Gold" alone is read as yellow, and yields to white or rose gold that is named elsewhere."""
    hued = metals & {Substance.WHITE_GOLD, Substance.ROSE_GOLD}
    return metals - {Substance.YELLOW_GOLD} if len(hued) == 1 else metals
