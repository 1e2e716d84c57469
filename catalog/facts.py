"""What is known of a piece, as plain values: the input of claims and levels. None or "" is a fact nobody told us."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

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


@dataclass(frozen=True, kw_only=True)
class StepFacts:
    stage: Stage
    method: Method
    control: Control
    done_by: str = ""
    place: str = ""
    country: str = ""
    pieces_per_run: int | None = None
    makes_feature: bool = False


@dataclass(frozen=True, kw_only=True)
class MaterialFacts:
    role: Role
    substance: Substance
    part: str = ""
    core: Substance | None = None
    coating: Coating | None = None
    fineness: int | None = None
    thickness_um: Decimal | None = None
    origin: Origin | None = None
    treatment: Treatment | None = None
    is_main: bool = False


@dataclass(frozen=True, kw_only=True)
class EvidenceFacts:
    claim: Claim
    grade: Grade
    expires: date | None = None


@dataclass(frozen=True, kw_only=True)
class MakerFacts:
    kind: MakerKind
    name: str = ""
    place: str = ""
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class PieceFacts:
    kind: Kind
    maker: MakerFacts
    declared_on: date | None = None
    number_made: int | None = None
    edition: Edition | None = None
    preview: Preview | None = None
    returnable_days: int | None = None
    sizing: Sizing | None = None
    tolerance_mm: Decimal | None = None
    evenness: Evenness | None = None
    has_raw_edges: bool | None = None
    is_resizable: bool = False
    is_standard_design: bool = False
    feature: str = ""
    repaired_by_maker: bool | None = None
    spare_parts: bool | None = None
    warranty_years: int | None = None
    steps: tuple[StepFacts, ...] = ()
    materials: tuple[MaterialFacts, ...] = ()
    options: tuple[OptionKind, ...] = ()
    evidence: tuple[EvidenceFacts, ...] = ()
