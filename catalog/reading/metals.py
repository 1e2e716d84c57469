"""The main metal: what is seen, how it sits, and what lies under it. Two main metals are none."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from catalog.choices import Coating, Substance
from catalog.reading.metal_words import (
    ADDED,
    BARE_SILVER,
    BASE,
    CHAIN_AFTER,
    CHOSEN,
    COATED,
    COATED_SOMEHOW,
    CORES,
    COVERING,
    EITHER,
    FINENESS_OF_KARAT,
    GOLD_NAMES,
    GOLDS,
    HANGING,
    LESSER_AFTER,
    LESSER_BEFORE,
    MIXED,
    NEAR,
    OFFERED,
    OTHER_METALS,
    PERCENTAGE,
    SILVER_PARTS,
    SOLID,
    STAMPED,
    THICKNESS,
    TOOLS,
)
from catalog.reading.sentences import Sentence


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
