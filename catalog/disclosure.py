"""What is known of a piece, line by line: the fact, and whether it was seen, only declared, or not disclosed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.assessment import facts_of
from catalog.choices import Claim, Coating, Edition, Grade, Kind, OptionKind, Role, Sizing
from catalog.claims import claims_of, effective_grade, supports
from catalog.composition import stated_substance
from catalog.countries import country_name
from catalog.facts import PieceFacts
from catalog.models import Evidence, Material, Option, Piece

SEEN, DECLARED, NOT_DISCLOSED = "seen", "declared", "not_disclosed"
METAL_COATINGS = {Coating.PLATED, Coating.VERMEIL, Coating.FILLED}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One fact. `text` is empty where nobody told us; `source` and `dated` are those of what was seen."""

    label: str
    text: str
    level: str
    source: str = ""
    dated: date | None = None


@dataclass(frozen=True, kw_only=True)
class Group:
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A piece with its facts on a day: what every line is read from."""

    piece: Piece
    facts: PieceFacts
    today: date

    def line(self, label: str, text: str, claim: Claim | None = None) -> Line:
        """A fact that is told is seen if evidence of its claim shows it. Evidence alone is told as well."""
        grade = supports(self.facts, claim, self.today) if claim else None
        if grade is not None and grade >= Grade.SHOWN and claim:
            best = self._best_of(claim)
            return Line(label=label, text=text or _("Shown"), level=SEEN, source=best.source, dated=best.dated)
        return Line(label=label, text=text, level=DECLARED if text else NOT_DISCLOSED)

    def _best_of(self, claim: Claim) -> Evidence:
        """What shows it today: of the best grade that still holds, the latest."""
        rows = zip(self.piece.evidence.all(), self.facts.evidence, strict=True)
        weighed = [
            (effective_grade(facts, self.today), row.dated or date.min, row.pk, row)
            for row, facts in rows
            if claim in claims_of(facts)
        ]
        return max(weighed)[-1]


def disclosed_groups(piece: Piece, today: date) -> list[Group]:
    """All lines of a piece read with its facts and assessment: no further query."""
    reading = Reading(piece=piece, facts=facts_of(piece), today=today)
    return [Group(title=_(title), lines=tuple(read(reading))) for title, read in GROUPS.items()]


def part_lines(reading: Reading) -> list[Line]:
    """A line for each part, in the order of the piece's materials."""
    parts = reading.piece.materials.all()
    return [reading.line(capfirst(part.part), stated_substance(part), _claim_of(part)) for part in parts]


def _making(reading: Reading) -> list[Line]:
    piece = reading.piece
    return [
        reading.line(_("Number made"), _edition(piece), Claim.EDITION),
        reading.line(_("Made in"), country_name(piece.assessment.made_in), Claim.MADE_IN),
        reading.line(_("Evenness"), _evenness(piece), Claim.PRECISION),
        reading.line(_("The one feature"), _feature(piece), Claim.FEATURE),
        reading.line(_("Photographs of the making"), "", Claim.PROCESS),
    ]


def _materials(reading: Reading) -> list[Line]:
    return [
        *(part_lines(reading) or [reading.line(_("Material"), "")]),
        reading.line(_("Hallmark or certificate"), "", Claim.MARK),
        reading.line(_("Nickel test"), "", _nickel_claim(reading)),
        reading.line(_("Recycled metal"), "", Claim.RECYCLED),
        reading.line(_("Fairly mined metal"), "", Claim.FAIR),
    ]


def _fit(reading: Reading) -> list[Line]:
    piece = reading.piece
    return [
        reading.line(_("Size"), _size(piece), Claim.PRECISION),
        reading.line(_("Resizing"), _range_mm(piece.resize_min, piece.resize_max)),
        reading.line(_("Height and width"), _dimensions(piece)),
        reading.line(_("Weight"), _("%(weight)s g") % {"weight": _plain(piece.weight_g)} if piece.weight_g else ""),
        reading.line(_("Changes on offer"), _options(piece), Claim.OPTIONS),
    ]


def _buying(reading: Reading) -> list[Line]:
    piece = reading.piece
    return [
        reading.line(_("Delivery"), _delivery(piece), Claim.LEAD_TIME),
        reading.line(_("Seen before paying"), capfirst(piece.get_preview_display()), Claim.PREVIEW),
        reading.line(_("Returns"), _returns(piece), Claim.RETURNS),
    ]


def _after(reading: Reading) -> list[Line]:
    piece = reading.piece
    return [
        reading.line(_("Care"), piece.care),
        reading.line(_("Repair"), _repair(piece), Claim.REPAIR),
        reading.line(_("Spare parts"), _yes_or_no(piece.spare_parts)),
        reading.line(_("Warranty"), _warranty(piece), Claim.WARRANTY),
    ]


def _edition(piece: Piece) -> str:
    if piece.edition == Edition.ONE_OFF:
        return _("Only this one")
    if piece.number_made is None:
        return capfirst(piece.get_edition_display())
    made = ngettext("One", "%(number)s", piece.number_made) % {
        "number": number_format(piece.number_made, use_l10n=True, force_grouping=True)
    }
    return ", ".join(filter(None, (made, piece.get_edition_display())))


def _evenness(piece: Piece) -> str:
    stated = piece.get_evenness_display()
    tolerance = ""
    if piece.tolerance_mm is not None:
        tolerance = _("to %(tolerance)s mm") % {"tolerance": _plain(piece.tolerance_mm)}
    return capfirst(", ".join(filter(None, (stated, tolerance))))


def _feature(piece: Piece) -> str:
    return piece.feature or (_("None: a standard design") if piece.is_standard_design else "")


def _claim_of(part: Material) -> Claim | None:
    """Whose evidence shows it. Proof of fineness says nothing of a metal that has none, such as a steel spring."""
    if part.role == Role.METAL:
        if part.coating in METAL_COATINGS:
            return Claim.COATING
        return Claim.FINENESS if part.fineness else None
    return Claim.STONE if part.role == Role.STONE else None


def _nickel_claim(reading: Reading) -> Claim:
    """The stricter test if it is shown; what is safe in a piercing is safe on the skin, and counts for it."""
    is_shown = (supports(reading.facts, Claim.NICKEL_PIERCING, reading.today) or 0) >= Grade.SHOWN
    return Claim.NICKEL_PIERCING if is_shown else Claim.NICKEL_SKIN


def _size(piece: Piece) -> str:
    offered = _range_mm(piece.size_min, piece.size_max)
    return capfirst(", ".join(filter(None, (offered, _sizing(piece)))))


def _sizing(piece: Piece) -> str:
    """Only rings have half sizes."""
    if piece.sizing == Sizing.HALF and piece.kind != Kind.RING:
        return _("size to within a few millimetres")
    return piece.get_sizing_display()


def _range_mm(least: object, most: object) -> str:
    if least is None:
        return ""
    if least == most:
        return _("%(size)s mm round the inside") % {"size": _plain(least)}
    return _("%(least)s to %(most)s mm round the inside") % {"least": _plain(least), "most": _plain(most)}


def _dimensions(piece: Piece) -> str:
    if piece.height_mm is None or piece.width_mm is None:
        return ""
    return _("%(height)s by %(width)s mm") % {"height": _plain(piece.height_mm), "width": _plain(piece.width_mm)}


def _options(piece: Piece) -> str:
    return " ".join(_offer(option) for option in piece.options.all())


def _offer(option: Option) -> str:
    title, detail = _(OPTION_TITLES[OptionKind(option.kind)]), option.detail.rstrip(".")
    return f"{title}: {detail[0].lower()}{detail[1:]}." if detail else f"{title}."


def _delivery(piece: Piece) -> str:
    if piece.days_max is None:
        return ""
    days = {"least": piece.days_min, "most": piece.days_max}
    stock = _("ready to send") if piece.in_stock else _("made after you order")
    span = _("%(most)s days") if piece.days_min == piece.days_max else _("%(least)s to %(most)s days")
    return f"{span % days}, {stock}"


def _returns(piece: Piece) -> str:
    if piece.returnable_days is None:
        return ""
    if piece.returnable_days == 0:
        return _("Cannot be returned")
    return ngettext("Within %(days)s day", "Within %(days)s days", piece.returnable_days) % {
        "days": piece.returnable_days
    }


def _repair(piece: Piece) -> str:
    if piece.repaired_by_maker is None:
        return ""
    return _("The maker repairs it") if piece.repaired_by_maker else _("Not by the maker")


def _warranty(piece: Piece) -> str:
    if piece.warranty_years is None:
        return ""
    return ngettext("%(years)s year", "%(years)s years", piece.warranty_years) % {"years": piece.warranty_years}


def _yes_or_no(value: bool | None) -> str:
    if value is None:
        return ""
    return _("Yes") if value else _("No")


def _plain(number: object) -> str:
    text = str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _title(text: str) -> str:
    return text


OPTION_TITLES = {
    OptionKind.SIZE: _title("Size"),
    OptionKind.ENGRAVING: _title("Engraving"),
    OptionKind.STONE_FROM_LIST: _title("From a list"),
    OptionKind.DESIGN_CHANGE: _title("Design"),
    OptionKind.OWN_BRIEF: _title("Your own brief"),
    OptionKind.OWN_STONE: _title("Your own stone"),
}
GROUPS: dict[str, Callable[[Reading], list[Line]]] = {
    _title("What is told of its making"): _making,
    _title("What it is made of"): _materials,
    _title("Size and fit"): _fit,
    _title("Before you have it"): _buying,
    _title("While you wear it"): _after,
}
