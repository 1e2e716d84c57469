"""What was told of a piece, laid on it unsaved: on an empty one that no catalog holds, or as a reply on a listed one.

Whatever is told here is a bare claim, also of a piece whose maker has signed everything else.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.assessment import assessment_of
from catalog.bench import lay
from catalog.choices import METALS, STONES, Control, Edition, Grade, MakerKind, Method, Role, Stage, Way
from catalog.countries import country_name
from catalog.levels import Level
from catalog.models import Assessment, Evidence, Maker, Material, Option, Piece, Step
from catalog.models.piece import PARTS
from catalog.told import Told

SETTING = (Method.SET_BY_HAND, Method.SET_BY_MACHINE)
JOINING = (Method.SOLDER, Method.LASER_WELD, Method.STITCH, Method.GLUE, Method.RIVET)
MODELLING = (Method.CARVE_WAX, Method.CAD, Method.PRINT_WAX)
DECORATING = (
    *(Method.GRANULATE, Method.CHASE, Method.REPOUSSE, Method.ENGRAVE, Method.LASER_ENGRAVE, Method.ENAMEL),
    Method.CUT_STONE,
)
FINISHING = (Method.FILE, Method.PATINATE, Method.PLATE, Method.TUMBLE, Method.POLISH)
ASSEMBLING = (Method.BOUGHT_FINDING, Method.KNOT)
STAGE_OF: Mapping[Method, Stage] = {
    **dict.fromkeys(Method, Stage.FORM),
    **dict.fromkeys(MODELLING, Stage.MODEL),
    **dict.fromkeys(JOINING, Stage.JOIN),
    **dict.fromkeys(SETTING, Stage.SET),
    **dict.fromkeys(DECORATING, Stage.DECORATE),
    **dict.fromkeys(FINISHING, Stage.FINISH),
    **dict.fromkeys(ASSEMBLING, Stage.ASSEMBLE),
    Method.DRAW: Stage.DESIGN,
    Method.INSPECT: Stage.CHECK,
}
ORDER = tuple(Stage)
# What a piece calls a field of what is told.
PIECE_FIELDS = {
    **{name: name for name in ("name", "kind", "price", "edition", "preview", "sizing")},
    **{name: name for name in ("days_min", "days_max", "size_min", "size_max")},
    "made": "number_made",
    "ready": "in_stock",
    "returns": "returnable_days",
    "repair": "repaired_by_maker",
    "warranty": "warranty_years",
    "supply": "can_supply",
}
# Which levels hang on what is told.
CRITERIA_OF = {
    **dict.fromkeys(("made", "edition"), "uniqueness"),
    **dict.fromkeys(("preview", "returns"), "certainty"),
    **dict.fromkeys(("metal", "coating", "core", "repair", "warranty", "resizable"), "longevity"),
    **dict.fromkeys(("by_hand", "methods"), "craft"),
    "sizing": "precision",
    "options": "custom",
    "maker": "provenance",
    "claims": "sustain",
}
OPEN: Mapping[str, Callable[[Piece], bool]] = {
    **dict.fromkeys(("by_hand", "methods"), lambda piece: not piece.steps.all()),
    "metal": lambda piece: not piece.materials.all(),
    **dict.fromkeys(("coating", "core", "fineness"), lambda piece: not piece.assessment.surface),
    **dict.fromkeys(("made", "edition"), lambda piece: piece.number_made is None),
    **dict.fromkeys(("days_min", "days_max"), lambda piece: piece.days_max is None),
    "returns": lambda piece: piece.returnable_days is None,
    "preview": lambda piece: not piece.preview,
    "sizing": lambda piece: not piece.sizing,
    **dict.fromkeys(("size_min", "size_max"), lambda piece: piece.size_min is None),
    "options": lambda piece: piece.assessment.custom_grade is None,
    "repair": lambda piece: piece.repaired_by_maker is None,
    "warranty": lambda piece: piece.warranty_years is None,
    "supply": lambda piece: piece.can_supply is None,
    "claims": lambda piece: piece.assessment.sustain_grade is None,
}
BARED = ("options", "evidence")
MAKING = ("making_class", "way", "side", "handmade", "made_in")


def stated(told: Told) -> dict[str, Any]:
    """What is told by field, without what is not."""
    return {name: value for name, value in vars(told).items() if value not in (None, "", ())}


def piece_from(told: Told, key: int, slug: str, today: date) -> Piece:
    """A piece in memory alone, assessed, read as if it had been fetched with all its parts.

    Its kind and price must be told; `key` is its primary key, which no row has.
    """
    if told.kind is None or told.price is None:
        raise ValueError("a piece without a kind or a price can stand in no verdict")
    country = country_name(told.country) if told.maker else ""
    kind = MakerKind.ARTISAN if told.maker else MakerKind.LABEL
    maker = Maker(name=told.maker or _("maker not named"), kind=kind, place=country)
    piece = Piece(pk=key, slug=slug, maker=maker, added_on=today, in_stock=False)
    lay(piece, dict.fromkeys(PARTS, ()))
    _lay_told(piece, told)
    piece.assessment = assessment_of(piece, today)
    return piece


def replied(piece: Piece, told: Told, today: date) -> Piece:
    """A listed piece, read with its steps and materials, with what its seller told a shopper: no query, nothing saved.

    The piece itself stays as it is, and what its listing states stays as it states it: a reply fills what is open.
    """
    heard, listed, told = copy(piece), piece.assessment, _news_to(piece, told)
    held: dict[str, Sequence[Model]] = {"steps": [*piece.steps.all()], "materials": [*map(copy, piece.materials.all())]}
    lay(heard, held | dict.fromkeys(BARED, ()))
    _lay_told(heard, told)
    heard.declared_on = None
    bare = assessment_of(heard, today)
    heard.declared_on = piece.declared_on
    heard.assessment = copy(listed)
    for name in _told_anew(listed, bare, told):
        setattr(heard.assessment, name, getattr(bare, name))
    for criterion, level in _levels_heard(listed, bare, told).items():
        setattr(heard.assessment, criterion, level.value)
        setattr(heard.assessment, f"{criterion}_variance", level.variance)
        setattr(heard.assessment, f"{criterion}_grade", level.grade)
    heard.heard_levels = {**piece.heard_levels, **_levels_heard(listed, bare, told)}
    _lay_fetched(heard, piece)
    return heard


def _news_to(piece: Piece, told: Told) -> Told:
    """What is told of a listed piece and nobody told before."""
    return Told(**{name: value for name, value in stated(told).items() if name in OPEN and OPEN[name](piece)})


def _lay_fetched(heard: Piece, piece: Piece) -> None:
    """Options and evidence too, where the listed piece was read with them, beside those that were told."""
    fetched = getattr(piece, "_prefetched_objects_cache", {})
    told = {part: [*getattr(heard, part).all()] for part in PARTS}
    lay(heard, {part: [*fetched.get(part, ()), *rows] if part in BARED else rows for part, rows in told.items()})


def _levels_heard(listed: Assessment, bare: Assessment, told: Told) -> dict[str, Level]:
    """The levels that a reply speaks of: where nothing was known, or where it says more than was known."""
    touched = {CRITERIA_OF[name] for name in stated(told) if name in CRITERIA_OF}
    return {
        criterion: Level(
            value=getattr(bare, criterion),
            variance=getattr(bare, f"{criterion}_variance"),
            grade=getattr(bare, f"{criterion}_grade"),
        )
        for criterion in touched
        if getattr(listed, f"{criterion}_grade") is None or getattr(bare, criterion) > getattr(listed, criterion)
    }


def _told_anew(assessment: Assessment, bare: Assessment, told: Told) -> Iterator[str]:
    """What else follows from the reply."""
    if told.coating is not None:
        yield "surface"
    if told.by_hand or told.methods or (told.made and assessment.way == Way.IN_BETWEEN):
        yield from MAKING


def _lay_told(piece: Piece, told: Told) -> None:
    for name, value in stated(told).items():
        if name in PIECE_FIELDS:
            setattr(piece, PIECE_FIELDS[name], value)
    if told.edition is Edition.ONE_OFF:
        piece.number_made = piece.can_supply = 1
    if told.resizable and piece.size_min is not None:
        # By how much was not told, so that it reaches no size that is not on offer.
        piece.resize_min, piece.resize_max = piece.size_min, piece.size_max
    lay(piece, {part: [*getattr(piece, part).all(), *new] for part, new in _new_rows(piece, told).items()})
    _lay_surface(piece, told)


def _new_rows(piece: Piece, told: Told) -> dict[str, Sequence[Model]]:
    return {
        "steps": [*_steps(piece, told)],
        "materials": [*_materials(piece, told)],
        "options": [Option(piece=piece, kind=kind) for kind in told.options],
        "evidence": [Evidence(piece=piece, claim=claim, grade=Grade.BARE) for claim in told.claims],
    }


def _steps(piece: Piece, told: Told) -> Iterator[Step]:
    """A technique that nobody said is done by hand counts as done by a machine."""
    controls = {**dict.fromkeys(told.methods, Control.OPERATOR), **dict.fromkeys(told.by_hand, Control.HAND)}
    in_order = sorted(controls, key=lambda method: ORDER.index(STAGE_OF[method]))
    for position, method in enumerate(in_order, 1):
        words = {"done_by": told.maker, "country": told.country}
        yield Step(
            piece=piece, position=position, stage=STAGE_OF[method], method=method, control=controls[method], **words
        )


def _materials(piece: Piece, told: Told) -> Iterator[Material]:
    if told.metal is not None:
        yield _part(piece, _("metal"), told.metal, is_main=told.metal in METALS)
    for stone in told.stones:
        yield _part(piece, _("stone"), stone, origin=told.origin or "")


def _part(piece: Piece, part: str, substance: str, **facts: Any) -> Material:
    role = Role.METAL if substance in METALS else Role.STONE if substance in STONES else Role.OTHER
    return Material(piece=piece, position=0, role=role, part=capfirst(part), substance=substance, **facts)


def _lay_surface(piece: Piece, told: Told) -> None:
    """How the surface sits: of the metal that was told, or of those listed parts that nobody said it of."""
    for part in piece.materials.all():
        if part.role != Role.METAL or part.coating:
            continue
        part.coating = told.coating or ""
        part.core = part.core or told.core or ""
        part.fineness = part.fineness or told.fineness
