"""Rows and facts for tests: every default is the plainest value that is allowed, so a test names what it is about.

The same `step`, `material` and `evidence` build plain facts and, through `make_piece`, rows.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from django.utils import timezone

from catalog.assessment import assess
from catalog.choices import (
    Claim,
    Coating,
    Control,
    Edition,
    Grade,
    Kind,
    MakerKind,
    Method,
    OptionKind,
    ReportAbout,
    Role,
    Stage,
    State,
    Substance,
)
from catalog.entries import enter
from catalog.facts import EvidenceFacts, MakerFacts, MaterialFacts, PieceFacts, StepFacts
from catalog.models import Assessment, Evidence, Maker, Material, Option, Photo, Piece, Report, Step
from catalog.photo_files import lay_down
from catalog.photos import Picture, Rendition

TODAY = date(2025, 6, 1)
DECLARED_ON = date(2025, 1, 15)

_numbers = count(1)


def step(stage: Stage, method: Method, control: Control = Control.HAND, **facts: Any) -> StepFacts:
    return StepFacts(stage=stage, method=method, control=control, **facts)


def material(substance: Substance = Substance.SILVER, **facts: Any) -> MaterialFacts:
    """A part of solid metal unless said otherwise."""
    is_metal = facts.setdefault("role", Role.METAL) == Role.METAL
    if is_metal:
        facts.setdefault("coating", Coating.SOLID)
    return MaterialFacts(substance=substance, **facts)


def evidence(claim: Claim, grade: Grade = Grade.SHOWN, expires: date | None = None) -> EvidenceFacts:
    return EvidenceFacts(claim=claim, grade=grade, expires=expires)


def maker_facts(**facts: Any) -> MakerFacts:
    return MakerFacts(**{"kind": MakerKind.LABEL, **facts})


def piece_facts(**facts: Any) -> PieceFacts:
    """A ring of which nothing is known."""
    return PieceFacts(**{"kind": Kind.RING, "maker": maker_facts(), **facts})


def steps_by_hand() -> tuple[StepFacts, ...]:
    """A full record that passes the wording of 'handmade'."""
    return (
        step(Stage.FORM, Method.FORGE),
        step(Stage.JOIN, Method.SOLDER),
        step(Stage.SET, Method.SET_BY_HAND),
        step(Stage.FINISH, Method.POLISH, Control.HAND_GUIDED),
    )


def steps_by_machine() -> tuple[StepFacts, ...]:
    """A struck piece that no hand has worked on."""
    return (
        step(Stage.FORM, Method.STRIKE, Control.AUTOMATIC),
        step(Stage.FINISH, Method.TUMBLE, Control.AUTOMATIC),
    )


def steps_of_casting(
    method: Method = Method.CAST_MOULD, finish: Control = Control.HAND, model: Method = Method.CARVE_WAX
) -> tuple[StepFacts, ...]:
    return (
        step(Stage.MODEL, model),
        step(Stage.FORM, method, Control.OPERATOR),
        step(Stage.FINISH, Method.POLISH, finish),
    )


def make_maker(**fields: Any) -> Maker:
    number = next(_numbers)
    defaults = {"name": f"Maker {number}", "slug": f"maker-{number}", "kind": MakerKind.WORKSHOP, "summary": "Makes."}
    return Maker.objects.create(**defaults | fields)


def make_piece(
    *,
    steps: Iterable[StepFacts] = (),
    materials: Iterable[MaterialFacts] = (),
    options: Iterable[OptionKind] = (),
    evidence: Iterable[EvidenceFacts] = (),
    **fields: Any,
) -> Piece:
    """A published ring of 100 that is ready to send, with the given parts, assessed as of now."""
    piece = Piece.objects.create(**_piece_defaults() | {"maker": fields.get("maker") or make_maker()} | fields)
    Step.objects.bulk_create(Step(piece=piece, position=at, **asdict(one)) for at, one in enumerate(steps, 1))
    Material.objects.bulk_create(_material_row(piece, at, one) for at, one in enumerate(materials, 1))
    Option.objects.bulk_create(Option(piece=piece, kind=kind) for kind in options)
    Evidence.objects.bulk_create(_evidence_row(piece, one) for one in evidence)
    assess([piece], timezone.localdate())
    return piece


def make_handmade(**fields: Any) -> Piece:
    """A one-off ring that competes as handcrafted and whose 'handmade' is met."""
    shown = [evidence(Claim.PROCESS, Grade.SHOWN)]
    one = {"edition": Edition.ONE_OFF, "number_made": 1, "can_supply": 1, "declared_on": DECLARED_ON}
    return make_piece(**{"steps": steps_by_hand(), "materials": [material()], "evidence": shown, **one, **fields})


def make_mass_produced(**fields: Any) -> Piece:
    """A struck ring of an open series of 10,000."""
    series = {"edition": Edition.OPEN, "number_made": 10_000, "can_supply": 500, "declared_on": DECLARED_ON}
    return make_piece(**{"steps": steps_by_machine(), "materials": [material()], **series, **fields})


def make_picture(**fields: Any) -> Picture:
    """A picture as the pipeline hands it on; its bytes are none."""
    renditions = tuple(Rendition(width=640, suffix=suffix, data=b"small") for suffix in ("avif", "jpg"))
    defaults: dict[str, Any] = {"width": 900, "height": 900, "fingerprint": "0" * 16}
    defaults |= {"placeholder": b"dot", "master": b"master"}
    return Picture(**defaults | {"renditions": renditions} | fields)


def repack() -> None:
    """Writes anew what decisions read of all pieces, after a test changed rows past the site's own code."""
    enter(list(Assessment.objects.select_related("piece__maker")))


def make_photo(piece: Piece, **fields: Any) -> Photo:
    """A photo with all its rows and the first of its files."""
    picture = fields.pop("picture", None) or make_picture()
    number = piece.photos.count() + 1
    photo = Photo(**{"piece": piece, "position": number, "alt": f"View {number}"} | fields)
    lay_down(photo, picture)
    photo.save()
    return photo


def make_report(piece: Piece, **fields: Any) -> Report:
    return Report.objects.create(**{"piece": piece, "about": ReportAbout.OTHER, "text": "Not so.", **fields})


def _piece_defaults() -> dict[str, Any]:
    number = next(_numbers)
    return {
        "name": f"Ring {number}",
        "slug": f"ring-{number}",
        "state": State.PUBLISHED,
        "kind": Kind.RING,
        "summary": "A ring.",
        "price": Decimal(100),
        "in_stock": True,
        "days_min": 2,
        "days_max": 5,
        "added_on": DECLARED_ON,
    }


def _material_row(piece: Piece, position: int, facts: MaterialFacts) -> Material:
    texts = {"part": facts.part or "band"}
    stated = {name: value for name, value in asdict(facts).items() if value is not None}
    return Material(piece=piece, position=position, **stated | texts)


def _evidence_row(piece: Piece, facts: EvidenceFacts) -> Evidence:
    """With the source, the date and the reviewer that its grade asks for."""
    seen = {"source": "Photograph", "dated": DECLARED_ON} if facts.grade >= Grade.SHOWN else {}
    reviewer = "Curator" if facts.grade == Grade.CHECKED else ""
    return Evidence(piece=piece, reviewer=reviewer, **asdict(facts) | seen)
