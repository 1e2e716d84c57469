"""What follows from a listing on its maker's bench: what buyers will read, which words hold, what is open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.assessment import assessment_of, facts_of
from catalog.choices import Claim, Edition, Grade, Method
from catalog.claims import HandmadeClaim, effective_grade, handmade_standing, is_by_hand, number_made
from catalog.facts import EvidenceFacts, PieceFacts
from catalog.gaps import GAPS, Gap, gaps_of
from catalog.labels import label_for
from catalog.models import Piece
from catalog.steps import TELLING, BenchStep, bench_steps, making_line, names_of

# These say by themselves how they are done, or are no work on the piece.
SAID_OTHERWISE = frozenset({Method.SET_BY_HAND, Method.CUT_STONE, Method.METAL_CLAY, Method.DRAW_WIRE})


@dataclass(frozen=True, kw_only=True)
class ClaimStanding:
    name: str
    grade: str
    remedy: str


@dataclass(frozen=True, kw_only=True)
class Bench:
    line: str
    number: str
    making_class: str
    way: str
    steps: list[BenchStep]
    words: list[str]
    handmade: HandmadeClaim
    against: str
    claims: list[ClaimStanding]
    gaps: list[Gap]

    @property
    def told(self) -> int:
        return self.of - len(self.gaps)

    @property
    def of(self) -> int:
        return len(GAPS)


def bench_of(piece: Piece, today: date) -> Bench:
    """From a piece read with its facts, or from one whose rows were `laid` on it unsaved."""
    facts = facts_of(piece)
    assessment, handmade = assessment_of(piece, today), handmade_standing(facts, today)
    return Bench(
        line=making_line(piece),
        number=_number(facts),
        making_class=assessment.get_making_class_display(),
        way=assessment.way,
        steps=bench_steps(piece),
        words=[*_words(facts)],
        handmade=handmade,
        against=names_of(handmade.offending),
        claims=[*_claims(facts.evidence, today)],
        gaps=gaps_of(piece),
    )


def lay(piece: Piece, rows: Mapping[str, Sequence[Model]]) -> None:
    """Unsaved rows on an unsaved piece, read as if they had been fetched with it."""
    piece._prefetched_objects_cache = {**rows}  # type: ignore[attr-defined]


def _number(facts: PieceFacts) -> str:
    made = number_made(facts)
    if made is None:
        return _("Nobody told us how many are made.")
    return ngettext("One exists.", "%(number)s are made.", made) % {"number": made}


def _words(facts: PieceFacts) -> Iterator[str]:
    """What may be said of single operations (16 CFR 23.2 b) and of the number."""
    by_hand = [step.method for step in facts.steps if step.stage in TELLING and is_by_hand(step)]
    for method in dict.fromkeys(by_hand):
        words = _(label_for(method))
        yield words if method in SAID_OTHERWISE else _("%(method)s by hand") % {"method": words}
    made = number_made(facts)
    if made == 1:
        yield _("one of a kind")
    elif made and facts.edition == Edition.CLOSED:
        yield _("one of %(number)s") % {"number": made}


def _claims(evidence: Iterable[EvidenceFacts], today: date) -> Iterator[ClaimStanding]:
    best: dict[Claim, Grade] = {}
    for row in evidence:
        best[row.claim] = max(best.get(row.claim, Grade.BARE), effective_grade(row, today))
    for claim, grade in best.items():
        yield ClaimStanding(name=capfirst(_(label_for(claim))), grade=_(label_for(grade)), remedy=_(REMEDIES[grade]))


def _remedy(text: str) -> str:
    return text


REMEDIES = {
    Grade.BARE: _remedy("Send the piece, and with it your word counts as declared."),
    Grade.DECLARED: _remedy("Say where it can be seen and of which day it is; a curator then grades it."),
    Grade.SHOWN: _remedy("A document of somebody else would raise it further."),
    Grade.DOCUMENTED: "",
    Grade.CHECKED: "",
}
