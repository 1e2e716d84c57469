"""Lines parted into sentences, with what is said of this very piece: without denials, likenesses and other products."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ENDS = re.compile(r"(?<=[.!?])\s+|\s*[;\u2022\u00b7|\u2605\u2713\u2714*]+\s*|\s+-+\s+|\s*/{2,}\s*")
ABBREVIATED = re.compile(r"\b(no|nr|ca|approx|st|mr|mrs|ms|incl|excl|max|min|e\.g|i\.e|u\.s)\. ", re.IGNORECASE)
RANGED = re.compile(r"(\d) ?- ?(\d)")
DENIED = re.compile(
    r"\b(?:not|never|no(?!\.? ?\d|n)|without|neither|nor|nothing|isn't|aren't|wasn't|don't|doesn't|won't|cannot|can't"
    r"|unlike|instead of|rather than|compared (?:to|with)|as opposed to|free (?:of|from)|other than|far from)\b"
    r"[^,;:()]*?(?=\bbut\b|[,;:()]|[.!?]?$)"
)
MATERIALS = (
    r"(?:(?:rose|yellow|white) )?gold|silver|bronze|copper|brass|platinum|steel|ruby|emerald|sapphire"
    r"|pearl|turquoise|amber"
    r"|coral|jade|opal|amethyst|topaz|garnet|diamond|jet|onyx|citrine|peridot|aquamarine|ivory|lapis|moonstone|agate"
)
# Words of a colour or a likeness are no material.
LIKENESS = re.compile(
    rf"\b(?:{MATERIALS})[ -](?:tone[ds]?|colou?r(?:s|ed)?|look|looking|finish(?:ed)?|effect|shades?|hue"
    rf"|like|style|inspired|red"
    rf"|green|blue|pink|black|grey|gray|orange|purple|white(?! gold)|yellow(?! gold)|cut|shaped?"
    rf"|hardware|glow|shine|lustre|luster|rim|leaf|foil|blasted|coated|crystal|glass)\b"
    rf"|\bcolou?rs?: ?[^.;]*|\b(?:golden|silvery|coppery|pearly)\b|\b(?:like|as) (?:a |an "
    rf"|the )?(?:real )?(?:{MATERIALS})\b"
)
ASIDE = re.compile(
    r"\bmatching\b|\bsold separately\b|\bpairs? (?:it |perfectly |well |beautifully )?with\b"
    r"|\bnot included\b|\bgift ?(?:box|bag|wrap|pouch)"
    r"|\bpouch\b|\bpackag|\bpolishing cloth\b|\bmy other\b|\bour other\b|\bother (?:pieces|items"
    r"|designs|products)\b|\bcare instructions\b"
    r"|\b\d(?:[.,]\d)? stars?\b|\bout of 5\b|\bsee also\b|\balso (?:sell|make|offer)\b|\bstack (?:it )?with\b"
    r"|\blooks? (?:great|lovely|good) with\b"
    r"|\bcollection of\b|\bour (?:shop|store|boutique)\b|\bwear it with\b|\bcomes in a\b|\bbox\b"
)
LONGEST_SENTENCE = 800
QUOTED = re.compile(r'"[^"\n]{25,400}"')


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """`raw` as it was written, `said` in small letters, `firm` without what is denied or only likened."""

    raw: str
    said: str
    firm: str

    @property
    def is_aside(self) -> bool:
        """Whether it speaks of something beside the piece."""
        return ASIDE.search(self.said) is not None


def sentences_of(lines: Iterable[str]) -> list[Sentence]:
    return [sentence for line in lines for sentence in _sentences_in(QUOTED.sub(" ", line))]


def _sentences_in(line: str) -> Iterator[Sentence]:
    for raw in ENDS.split(RANGED.sub(r"\1-\2", ABBREVIATED.sub(r"\1 ", line))):
        for part in _short(raw):
            said = part.lower()
            yield Sentence(raw=part, said=said, firm=LIKENESS.sub(" ", DENIED.sub(" ", said)))


def _short(raw: str) -> Iterator[str]:
    """No sentence is longer than a reader can follow, so that no text of one endless sentence takes long to read."""
    for start in range(0, len(raw), LONGEST_SENTENCE):
        part = raw[start : start + LONGEST_SENTENCE]
        if part.strip(" .!?,-"):
            yield part


def agreed(values: Iterable[object]) -> object | None:
    """The one value that all agree on; None where there is none or they differ."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None
