"""What a listing does not tell yet, what telling it would do, and where: in the order in which it helps most."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from catalog.choices import Claim, Kind
from catalog.models import Piece

SIZED = frozenset({Kind.RING, Kind.BRACELET})
WITH_DOCUMENT = frozenset({Claim.RECYCLED, Claim.FAIR, Claim.STONE_ORIGIN, Claim.ON_DEMAND, Claim.TAKE_BACK})
TOUCHING_SKIN = frozenset({Claim.NICKEL_SKIN, Claim.NICKEL_PIERCING})
TOLD_STEPS = 3


@dataclass(frozen=True, kw_only=True)
class Gap:
    """`name` is the criterion or the must that suffers, `words` what to do and why, `place` the part of the form."""

    name: str
    words: str
    place: str
    is_open: Callable[[Piece], bool]


def gaps_of(piece: Piece) -> list[Gap]:
    return [gap for gap in GAPS if gap.is_open(piece)]


def _has(piece: Piece, claims: frozenset[Claim]) -> bool:
    return any(row.claim in claims for row in piece.evidence.all())


def _is_unsized(piece: Piece) -> bool:
    return piece.kind in SIZED and piece.size_min is None and piece.resize_min is None


def _tells_too_few_steps(piece: Piece) -> bool:
    steps = piece.steps.all()
    return bool(steps) and sum(bool(step.done_by and step.place) for step in steps) < TOLD_STEPS


GAPS = (
    Gap(
        name="making",
        words=_("Tell how you make it. Without it the piece stays out of every verdict."),
        place="steps-group",
        is_open=lambda piece: not piece.steps.all(),
    ),
    Gap(
        name="when",
        words=_("How long until it is at the door? Who has a date cannot be shown it without."),
        place="id_days_min",
        is_open=lambda piece: piece.days_max is None,
    ),
    Gap(
        name="longevity",
        words=_("Name each part and what it is made of, plated or solid. It tells how long it will last."),
        place="materials-group",
        is_open=lambda piece: not any(part.coating for part in piece.materials.all()),
    ),
    Gap(
        name="size",
        words=_("Give the sizes in which it is to be had. Who knows the size cannot be shown it without."),
        place="id_size_min",
        is_open=_is_unsized,
    ),
    Gap(
        name="uniqueness",
        words=_("Say how many of the design there are or will be."),
        place="id_number_made",
        is_open=lambda piece: piece.number_made is None,
    ),
    Gap(
        name="certainty",
        words=_("Say what a buyer sees before paying: this very piece, the same model, a sketch."),
        place="id_preview",
        is_open=lambda piece: not piece.preview,
    ),
    Gap(
        name="back",
        words=_("Say whether it may be sent back, and within how many days; 0 if not."),
        place="id_returnable_days",
        is_open=lambda piece: piece.returnable_days is None,
    ),
    Gap(
        name="precision",
        words=_("Say how exact it is: the size, and how alike two sides or two pieces are."),
        place="id_sizing",
        is_open=lambda piece: not piece.sizing and not piece.evenness and piece.tolerance_mm is None,
    ),
    Gap(
        name="craft",
        words=_("Show the making in photographs or film, or name proof of the workmanship."),
        place="evidence-group",
        is_open=lambda piece: not _has(piece, frozenset({Claim.PROCESS, Claim.HANDMADE, Claim.WORKMANSHIP})),
    ),
    Gap(
        name="provenance",
        words=_("Say at three steps who does them, and where."),
        place="steps-group",
        is_open=_tells_too_few_steps,
    ),
    Gap(
        name="character",
        words=_("Name the one feature that makes it this piece, or say that it is a standard design."),
        place="id_feature",
        is_open=lambda piece: not piece.feature and not piece.is_standard_design,
    ),
    Gap(
        name="quantity",
        words=_("Say how many alike can be had. Who wants several cannot be shown it without."),
        place="id_can_supply",
        is_open=lambda piece: piece.can_supply is None,
    ),
    Gap(
        name="custom",
        words=_("Say what may be changed: size, engraving, a stone, the design. Nothing said counts as nothing."),
        place="options-group",
        is_open=lambda piece: not piece.options.all(),
    ),
    Gap(
        name="skin",
        words=_("A nickel test report opens it to those whose skin cannot bear nickel."),
        place="evidence-group",
        is_open=lambda piece: not _has(piece, TOUCHING_SKIN),
    ),
    Gap(
        name="sustain",
        words=_("A document of recycled or fairly mined metal, of where the stones come from, or of taking it back."),
        place="evidence-group",
        is_open=lambda piece: not _has(piece, WITH_DOCUMENT),
    ),
    Gap(
        name="repair",
        words=_("Say whether you repair it, and for how many years you answer for it."),
        place="id_repaired_by_maker",
        is_open=lambda piece: piece.repaired_by_maker is None or piece.warranty_years is None,
    ),
)
