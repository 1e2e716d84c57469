"""A piece's facts on the nine ladders, as a page shows them: the rung, its words, and how well it is known."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

from catalog.assessment import facts_of
from catalog.choices import Coating, Grade
from catalog.claims import number_made
from catalog.disclosure import DECLARED, NOT_DISCLOSED, SEEN
from catalog.facts import PieceFacts
from catalog.labels.criteria import CRITERION_WORDS, ORIGIN_WORDS
from catalog.levels import RATED, bare_claim_limit, is_glued, main_metals, origin_points, thinnest_coating
from catalog.models import Piece

RUNG, STRIDE = 10, 12  # how wide a rung of the bar is drawn, and how far from one to the next
BAR = [start * STRIDE for start in range(4)]


@dataclass(frozen=True, kw_only=True)
class Score:
    """One criterion of one piece.

    `words` are empty where nobody told us, and `note` says then, and of a bare claim, what it was counted as. `rungs`
    says of each rung of the bar where it is drawn and how much of it is filled.
    """

    criterion: str
    name: str
    level: float
    words: str
    note: str
    known: str
    rungs: tuple[tuple[int, str], ...]

    @property
    def place(self) -> str:
        """Where it stands on the ladder, in whole rungs."""
        low, high = floor(self.level), ceil(self.level)
        if low == high:
            return _("%(rung)s of 4") % {"rung": low}
        return _("between %(low)s and %(high)s of 4") % {"low": low, "high": high}


@dataclass(frozen=True, kw_only=True)
class Reading:
    piece: Piece
    facts: PieceFacts
    today: date


def scores_of(piece: Piece, today: date) -> list[Score]:
    """All nine scores of a piece read with its facts and assessment: no further query."""
    reading = Reading(piece=piece, facts=facts_of(piece), today=today)
    return [_score(criterion, reading) for criterion in RATED]


def _score(criterion: str, reading: Reading) -> Score:
    assessment = reading.piece.assessment
    level, grade = getattr(assessment, criterion), getattr(assessment, f"{criterion}_grade")
    return Score(
        criterion=criterion,
        name=_(CRITERION_WORDS[criterion].name),
        level=level,
        words="" if grade is None else _words(criterion, reading, level),
        note=_note(criterion, level, grade),
        known=_known(grade),
        rungs=tuple((start, f"{RUNG * min(max(level - rung, 0), 1):.1f}") for rung, start in enumerate(BAR)),
    )


def _known(grade: int | None) -> str:
    if grade is None:
        return NOT_DISCLOSED
    return SEEN if grade >= Grade.SHOWN else DECLARED


def _words(criterion: str, reading: Reading, level: float) -> str:
    """What is told: the facts where a rung is a sum of them, else the rung. A bare claim may lie between two rungs."""
    if criterion in SPOKEN:
        return SPOKEN[criterion](reading)
    return _(CRITERION_WORDS[criterion].rungs[int(level)]) if level == int(level) else _("Claimed, and not signed")


def _note(criterion: str, level: float, grade: int | None) -> str:
    if grade is None:
        return _("Nobody told us. We counted it as %(rung)s.") % {"rung": _rung(criterion, level)}
    if grade > Grade.BARE or level != bare_claim_limit(criterion):
        return ""
    if criterion in SPOKEN:
        return _("The maker has not signed it, so it counts for less.")
    return _("We counted it as %(rung)s.") % {"rung": _rung(criterion, level)}


def _rung(criterion: str, level: float) -> str:
    """A rung in its words, or the two that a level lies between."""
    rungs = CRITERION_WORDS[criterion].rungs
    if not rungs:
        return _("nothing")
    low, high = (_(rungs[rung]) for rung in (floor(level), ceil(level)))
    if low == high:
        return _("“%(rung)s”") % {"rung": low}
    return _("between “%(low)s” and “%(high)s”") % {"low": low, "high": high}


def _uniqueness(reading: Reading) -> str:
    made = number_made(reading.facts) or 0
    number = number_format(made, use_l10n=True, force_grouping=True)
    return npgettext("edition", "Only one", "%(number)s made", made) % {"number": number}


def _origin(reading: Reading) -> str:
    points = [_(ORIGIN_WORDS[point]) for point in origin_points(reading.facts, reading.today)]
    return _("Told: %(points)s") % {"points": ", ".join(points)}


def _certainty(reading: Reading) -> str:
    seen = reading.piece.get_preview_display() or _("nothing told of what is seen before paying")
    returning = [_("can be returned")] if reading.piece.returnable_days else []
    return capfirst(", ".join([seen, *returning]))


def _longevity(reading: Reading) -> str:
    return capfirst(", ".join([_build(reading.facts), *_services(reading.piece)]))


def _build(facts: PieceFacts) -> str:
    if is_glued(facts):
        return _("glued")
    metals = main_metals(facts)
    coating = thinnest_coating(metals)
    words = {Coating.SOLID: _("solid metal"), Coating.FILLED: _("filled"), Coating.VERMEIL: _("vermeil")}
    return words.get(coating or Coating.PLATED, _("plated")) if metals else _("no metal that wears through")


def _services(piece: Piece) -> Iterator[str]:
    if piece.repaired_by_maker:
        yield _("repaired by its maker")
    if piece.resize_min is not None:
        yield _("can be resized")
    if piece.spare_parts:
        yield _("spare parts to be had")
    if piece.warranty_years:
        years = piece.warranty_years
        yield ngettext("a warranty of %(years)s year", "a warranty of %(years)s years", years) % {"years": years}


# A rung of these is a sum of facts, or no rung at all; the facts themselves say more.
SPOKEN: dict[str, Callable[[Reading], str]] = {
    "uniqueness": _uniqueness,
    "provenance": _origin,
    "certainty": _certainty,
    "longevity": _longevity,
}
