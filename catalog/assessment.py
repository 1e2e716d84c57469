"""From a piece's rows to its assessment: reads the facts, derives class, standings and levels, and stores them.

Its entry, which lists and the search read, is written with it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from typing import TypeVar

from django.db import transaction
from django.db.models import Q, QuerySet, prefetch_related_objects

from catalog.choices import (
    Claim,
    Coating,
    Control,
    Edition,
    Evenness,
    Grade,
    Kind,
    MakerKind,
    Method,
    OptionKind,
    Origin,
    Preview,
    Role,
    Sizing,
    Stage,
    Substance,
    Treatment,
)
from catalog.claims import SHAPING, handmade_standing, making_class_of, side_of, supports, way_of
from catalog.entries import enter
from catalog.facts import EvidenceFacts, MakerFacts, MaterialFacts, PieceFacts, StepFacts
from catalog.levels import levels_for, thinnest_coating
from catalog.models import Assessment, Evidence, Maker, Material, Piece, Step
from catalog.models.piece import PARTS

BATCH_SIZE = 500
DERIVED_FIELDS = [field.name for field in Assessment._meta.concrete_fields if not field.primary_key]

Member = TypeVar("Member", bound=Enum)


def assess(pieces: Iterable[Piece], today: date) -> int:
    """Renew the assessments of some pieces from the database; the number of pieces assessed."""
    rows = pieces.values_list("pk", flat=True) if isinstance(pieces, QuerySet) else (piece.pk for piece in pieces)
    keys = list(rows)
    batches = [keys[start : start + BATCH_SIZE] for start in range(0, len(keys), BATCH_SIZE)]
    return sum(_assess_batch(batch, today) for batch in batches)


def renew_due(today: date) -> int:
    """Renew what a certificate's last day has made untrue, and assess and enter what never was."""
    is_due = Q(assessment__isnull=True) | Q(entry__isnull=True) | Q(packed__isnull=True)
    is_due |= Q(assessment__valid_until__lt=today)
    return assess(Piece.objects.filter(is_due), today)


def facts_of(piece: Piece) -> PieceFacts:
    """The facts of a piece read `with_facts`: no further query."""
    return PieceFacts(
        kind=Kind(piece.kind),
        maker=_maker_facts(piece.maker),
        declared_on=piece.declared_on,
        number_made=piece.number_made,
        edition=_member(Edition, piece.edition),
        preview=_member(Preview, piece.preview),
        returnable_days=piece.returnable_days,
        sizing=_member(Sizing, piece.sizing),
        tolerance_mm=piece.tolerance_mm,
        evenness=_member(Evenness, piece.evenness),
        has_raw_edges=piece.has_raw_edges,
        is_resizable=piece.resize_min is not None,
        is_standard_design=piece.is_standard_design,
        feature=piece.feature,
        repaired_by_maker=piece.repaired_by_maker,
        spare_parts=piece.spare_parts,
        warranty_years=piece.warranty_years,
        steps=tuple(_step_facts(step) for step in piece.steps.all()),
        materials=tuple(_material_facts(material) for material in piece.materials.all()),
        options=tuple(OptionKind(option.kind) for option in piece.options.all()),
        evidence=tuple(_evidence_facts(row) for row in piece.evidence.all()),
    )


def assessment_of(piece: Piece, today: date) -> Assessment:
    """What follows from the facts on a day, not stored."""
    facts = facts_of(piece)
    assessment = Assessment(
        piece=piece,
        making_class=making_class_of(facts, today),
        way=way_of(facts, today),
        side=side_of(facts, today) or "",
        handmade=handmade_standing(facts, today).standing,
        valid_until=valid_until(facts, today),
        surface=surface_of(facts) or "",
        is_nickel_safe=_is_documented(facts, Claim.NICKEL_SKIN, today),
        is_piercing_safe=_is_documented(facts, Claim.NICKEL_PIERCING, today),
        is_recycled=_is_documented(facts, Claim.RECYCLED, today),
        is_fair=_is_documented(facts, Claim.FAIR, today),
        has_laboratory_report=_is_documented(facts, Claim.STONE, today),
        has_written_repair=has_written_repair(facts, today),
        made_in=made_in(facts),
    )
    for criterion, level in levels_for(facts, today).items():
        setattr(assessment, criterion, level.value)
        setattr(assessment, f"{criterion}_variance", level.variance)
        setattr(assessment, f"{criterion}_grade", level.grade)
    return assessment


def read_facts(pieces: Sequence[Piece], today: date) -> None:
    """The parts of pieces at hand, in four queries for all, and what follows from them today, which is not stored."""
    prefetch_related_objects(pieces, *PARTS)
    for piece in pieces:
        piece.assessment = assessment_of(piece, today)


def valid_until(facts: PieceFacts, today: date) -> date | None:
    """The last day on which no evidence that counts has run out; what is only declared cannot fall any lower."""
    counting = [row.expires for row in facts.evidence if row.expires is not None and row.grade > Grade.DECLARED]
    return min((expires for expires in counting if expires >= today), default=None)


def surface_of(facts: PieceFacts) -> Coating | None:
    """The thinnest surface over all metal parts, solid without any; None where it is not disclosed."""
    if not facts.materials:
        return None
    return thinnest_coating(part for part in facts.materials if part.role == Role.METAL)


def made_in(facts: PieceFacts) -> str:
    """The one country of all making steps; "" if any of them does not state it or they differ."""
    countries = {step.country for step in facts.steps if step.stage in SHAPING}
    return countries.pop() if len(countries) == 1 else ""


def has_written_repair(facts: PieceFacts, today: date) -> bool:
    is_written = facts.declared_on is not None or (supports(facts, Claim.REPAIR, today) or 0) >= Grade.DECLARED
    return facts.repaired_by_maker is True and is_written


@transaction.atomic
def _assess_batch(keys: Sequence[int], today: date) -> int:
    pieces = Piece.objects.filter(pk__in=keys).with_facts()
    assessments = [assessment_of(piece, today) for piece in pieces]
    Assessment.objects.bulk_create(
        assessments, update_conflicts=True, unique_fields=["piece"], update_fields=DERIVED_FIELDS
    )
    enter(assessments)
    return len(assessments)


def _is_documented(facts: PieceFacts, claim: Claim, today: date) -> bool:
    return (supports(facts, claim, today) or 0) >= Grade.DOCUMENTED


def _member(kind: type[Member], value: str) -> Member | None:
    return kind(value) if value else None


def _maker_facts(maker: Maker) -> MakerFacts:
    return MakerFacts(kind=MakerKind(maker.kind), name=maker.name, place=maker.place, contact=maker.contact)


def _step_facts(step: Step) -> StepFacts:
    return StepFacts(
        stage=Stage(step.stage),
        method=Method(step.method),
        control=Control(step.control),
        done_by=step.done_by,
        place=step.place,
        country=step.country,
        pieces_per_run=step.pieces_per_run,
        makes_feature=step.makes_feature,
    )


def _material_facts(material: Material) -> MaterialFacts:
    return MaterialFacts(
        role=Role(material.role),
        substance=Substance(material.substance),
        part=material.part,
        core=_member(Substance, material.core),
        coating=_member(Coating, material.coating),
        fineness=material.fineness,
        thickness_um=material.thickness_um,
        origin=_member(Origin, material.origin),
        treatment=_member(Treatment, material.treatment),
        is_main=material.is_main,
    )


def _evidence_facts(row: Evidence) -> EvidenceFacts:
    return EvidenceFacts(claim=Claim(row.claim), grade=Grade(row.grade), expires=row.expires)
