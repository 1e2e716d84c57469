"""What one piece says in one row: the words of its own page, and the rank it is marked by where more is better."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.assessment import facts_of
from catalog.choices import Coating, Grade, Preview, Role, Standing, Way
from catalog.claims import handmade_standing, is_by_hand, number_made
from catalog.comparison.marks import Rank
from catalog.comparison.wear import wear_of
from catalog.disclosure import DECLARED, NOT_DISCLOSED, SEEN, Line, Reading, disclosed_groups, part_lines
from catalog.facts import PieceFacts
from catalog.labels import label_for
from catalog.labels.criteria import CRITERION_WORDS
from catalog.levels import COATING_RUNG, PREVIEW_RUNG, Level, levels_for
from catalog.models import Piece
from catalog.money import money
from catalog.ready import ready_line

# The others' rungs are told one after another ("one", "two") or add up from several facts: alone they say too little.
TOLD_ALONE = frozenset({"precision", "custom", "character"})


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Lines of text, empty where nobody told us; `rungs` are the full ones of four, `way` has a mark of its own."""

    lines: tuple[Line, ...]
    rank: Rank = None
    unknown: str = ""
    rungs: int | None = None
    way: str = ""
    best: str = ""

    @property
    def is_told(self) -> bool:
        return any(line.text for line in self.lines)

    @property
    def shown(self) -> tuple[tuple[str, str, str], ...]:
        """All that a reader can tell one cell from another by."""
        return tuple((line.label, line.text, line.level) for line in self.lines)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One compared piece with its facts on a day, and the lines of its page by their labels."""

    piece: Piece
    facts: PieceFacts
    today: date
    levels: Mapping[str, Level]
    parts: tuple[Line, ...]
    lines: Mapping[str, Line]

    def cell(self, label: str, rank: Rank = None) -> Cell:
        """The line that the piece's page has under this label."""
        return _cell(replace(self.lines[label], label=""), rank=rank)


def subject_of(piece: Piece, today: date) -> Subject:
    """A piece read with its facts and assessment: no further query."""
    facts = facts_of(piece)
    parts = part_lines(Reading(piece=piece, facts=facts, today=today))
    lines = [line for group in disclosed_groups(piece, today) for line in group.lines if line not in parts]
    return Subject(
        piece=piece,
        facts=facts,
        today=today,
        levels={**levels_for(facts, today), **piece.heard_levels},
        parts=tuple(parts),
        lines={line.label: line for line in lines},
    )


def price(subject: Subject) -> Cell:
    return _said(money(subject.piece.price), rank=float(subject.piece.price))


def year_of_wear(subject: Subject) -> Cell:
    surface = subject.piece.assessment.surface
    wear = wear_of(subject.facts, Coating(surface) if surface else None, subject.piece.price)
    if wear is None:
        return replace(_said(""), unknown=_("cannot be said"))
    costs = {"lowest": money(wear.lowest_cost), "highest": money(wear.highest_cost)}
    years = {"fewest": wear.fewest_years, "most": wear.most_years}
    return Cell(
        lines=(
            _line(_("%(lowest)s to %(highest)s") % costs),
            _line(_("if it lasts %(fewest)s to %(most)s years") % years),
        )
    )


def arrival(subject: Subject) -> Cell:
    days = subject.piece.days_max
    line = subject.lines[_("Delivery")]
    text = capfirst(ready_line(subject.piece, subject.today)) if days is not None else ""
    return _cell(replace(line, label="", text=text), rank=days)


def preview(subject: Subject) -> Cell:
    stated = subject.piece.preview
    return subject.cell(_("Seen before paying"), PREVIEW_RUNG[Preview(stated)] if stated else None)


def returns(subject: Subject) -> Cell:
    return subject.cell(_("Returns"), subject.piece.returnable_days)


def way_of_making(subject: Subject) -> Cell:
    way = subject.piece.assessment.way
    text = subject.piece.assessment.get_way_display() if way != Way.NOT_DISCLOSED else ""
    return replace(_said(text), way=way)


def handmade(subject: Subject) -> Cell:
    standing = handmade_standing(subject.facts, subject.today).standing
    return _said(capfirst(_(label_for(standing))) if standing != Standing.NOT_DISCLOSED else "")


def steps_by_hand(subject: Subject) -> Cell:
    steps = subject.facts.steps
    if not steps:
        return _said("")
    return _said(_("%(some)s of %(all)s") % {"some": sum(map(is_by_hand, steps)), "all": len(steps)})


def made(subject: Subject) -> Cell:
    return subject.cell(_("Number made"), number_made(subject.facts))


def surface(subject: Subject) -> Cell:
    thinnest = subject.piece.assessment.surface
    text = capfirst(subject.piece.assessment.get_surface_display()) if thinnest else ""
    return _said(text, rank=COATING_RUNG[Coating(thinnest)] if thinnest else None)


def metals(subject: Subject) -> Cell:
    return _parts(subject, Role.METAL)


def stones(subject: Subject) -> Cell:
    return _parts(subject, Role.STONE)


def other_parts(subject: Subject) -> Cell:
    return _parts(subject, Role.OTHER)


def resizing(subject: Subject) -> Cell:
    least, most = subject.piece.resize_min, subject.piece.resize_max
    return subject.cell(_("Resizing"), None if least is None or most is None else float(most - least))


def warranty(subject: Subject) -> Cell:
    return subject.cell(_("Warranty"), subject.piece.warranty_years)


def repair(subject: Subject) -> Cell:
    repaired = subject.piece.repaired_by_maker
    return subject.cell(_("Repair"), None if repaired is None else float(repaired))


def proven(subject: Subject) -> Cell:
    """How many of all lines of its page are seen, only declared, and not disclosed."""
    levels = [line.level for line in (*subject.parts, *subject.lines.values())]
    counts = {level: levels.count(level) for level in (SEEN, DECLARED, NOT_DISCLOSED)}
    words = (
        _("%(seen)s seen") % counts,
        _("%(declared)s declared") % counts,
        _("%(not_disclosed)s not disclosed") % counts,
    )
    return Cell(lines=tuple(map(_line, words)), rank=counts[SEEN])


def level_of(criterion: str, subject: Subject) -> Cell:
    """A level between two rungs is said to be so: a bare claim or a number made stands between them."""
    level = subject.levels[criterion]
    if level.grade is None:
        return _said("")
    rung = int(level.value)
    is_between = level.value > rung
    known = SEEN if level.grade >= Grade.SHOWN else DECLARED
    return Cell(
        lines=(Line(label="", text=_level_in_words(criterion, rung, is_between=is_between), level=known),),
        rank=rung + 0.5 * is_between,
        rungs=rung,
    )


def _level_in_words(criterion: str, rung: int, *, is_between: bool) -> str:
    if is_between:
        return _("between %(lower)s and %(upper)s of 4") % {"lower": rung, "upper": rung + 1}
    if criterion not in TOLD_ALONE:
        return _("%(rung)s of 4") % {"rung": rung}
    return _("%(rung)s of 4: %(words)s") % {"rung": rung, "words": _(CRITERION_WORDS[criterion].rungs[rung])}


def _parts(subject: Subject, role: Role) -> Cell:
    """Nothing told of any part is not the same as none of this role."""
    lines = [line for line, part in zip(subject.parts, subject.piece.materials.all(), strict=True) if part.role == role]
    if not subject.parts or lines:
        return Cell(lines=tuple(lines))
    return _said(_("None"))


def _said(text: str, rank: Rank = None) -> Cell:
    return _cell(_line(text), rank=rank)


def _cell(line: Line, rank: Rank) -> Cell:
    return Cell(lines=(line,), rank=rank if line.text else None)


def _line(text: str) -> Line:
    """What we say ourselves is neither seen nor declared."""
    return Line(label="", text=text, level="" if text else NOT_DISCLOSED)


def are_alike(cells: Sequence[Cell]) -> bool:
    return len({cell.shown for cell in cells}) < 2
