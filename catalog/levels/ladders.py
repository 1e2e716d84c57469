"""One function per rated criterion: from a piece's facts to its level, by the ladders of settled 12.

They read facts and evidence, never which side a piece stands on: pieces of equal facts have equal levels.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from math import log10

from catalog.choices import (
    Claim,
    Coating,
    Evenness,
    Grade,
    MakerKind,
    Method,
    OptionKind,
    Preview,
    Role,
    Sizing,
    Stage,
    Substance,
)
from catalog.claims import grade_of, is_by_hand, number_made, supports
from catalog.facts import MaterialFacts, PieceFacts
from catalog.levels.scale import TOP, Level, Reading, best_level, clip, counted, unknown_level

FINE_TOLERANCE_MM = Decimal("0.1")
MANY_STEPS = 3
LONG_WARRANTY_YEARS = 5
WORKED = frozenset({Stage.FORM, Stage.JOIN, Stage.SET, Stage.FINISH})
MAKING = WORKED | {Stage.DECORATE, Stage.ASSEMBLE}

# Recycled and fairly mined metal are one measure: of one metal only one can be true.
MEASURES = ((Claim.RECYCLED, Claim.FAIR), (Claim.STONE_ORIGIN,), (Claim.ON_DEMAND,), (Claim.TAKE_BACK,))
OPTION_RUNG = {
    OptionKind.SIZE: 1.0,
    OptionKind.ENGRAVING: 2.0,
    OptionKind.STONE_FROM_LIST: 2.0,
    OptionKind.DESIGN_CHANGE: 3.0,
    OptionKind.OWN_BRIEF: 4.0,
    OptionKind.OWN_STONE: 4.0,
}
PREVIEW_RUNG = {
    Preview.WORDS: 0.0,
    Preview.SKETCH: 0.0,
    Preview.RENDER: 1.0,
    Preview.SIMILAR: 1.0,
    Preview.SAME_MODEL: 2.0,
    Preview.THIS_PIECE: 2.0,
    Preview.VIDEO: 3.0,
    Preview.IN_HAND: 3.0,
}
COATING_RUNG = {Coating.PLATED: 0.0, Coating.VERMEIL: 1.0, Coating.FILLED: 1.0, Coating.SOLID: 2.0}

SUPPLE = frozenset({Substance.LEATHER, Substance.SILK, Substance.COTTON})


def precision(facts: PieceFacts, today: date) -> Level:
    """0 to 4: stated differences, then size and evenness, then a tolerance in mm (settled 12)."""
    grade = grade_of(facts, Claim.PRECISION, today)
    checked = min(grade, grade_of(facts, Claim.PROCESS, today))
    if facts.evenness in (Evenness.ASYMMETRIC, Evenness.SMALL_DIFFERENCES):
        is_rough = facts.evenness == Evenness.ASYMMETRIC and facts.sizing == Sizing.APPROXIMATE
        return best_level("precision", [Reading(rung=0.0 if is_rough else 1.0, grade=grade)])
    rungs = [
        (4.0, grade, _is_fine(facts)),
        (3.0, grade, facts.sizing == Sizing.EXACT and facts.evenness == Evenness.MATCHED),
        (3.0, checked, facts.sizing == Sizing.EXACT and any(step.stage == Stage.CHECK for step in facts.steps)),
        (2.0, grade, facts.sizing in (Sizing.EXACT, Sizing.HALF)),
    ]
    return best_level("precision", [Reading(rung=rung, grade=grade) for rung, grade, is_met in rungs if is_met])


def uniqueness(facts: PieceFacts, today: date) -> Level:
    """clip(4 - log10 n, 0, 4) for n pieces made or planned: 4 for one, 0 from 10,000, not rounded (settled 12)."""
    made = number_made(facts)
    if made is None:
        return unknown_level("uniqueness")
    return best_level(
        "uniqueness", [Reading(rung=clip(TOP - log10(made)), grade=grade_of(facts, Claim.EDITION, today))]
    )


def craft(facts: PieceFacts, today: date) -> Level:
    """0 to 4: glued, series finish, hand-worked steps, shown by photographs, and proven (settled 12)."""
    told = grade_of(facts, Claim.PROCESS, today)
    if facts.has_raw_edges or is_glued(facts):
        return best_level("craft", [Reading(rung=0.0, grade=told)])
    if not any(step.stage in MAKING for step in facts.steps):
        return unknown_level("craft")
    worked = sum(step.stage in WORKED and is_by_hand(step) for step in facts.steps)
    readings = [Reading(rung=2.0 if worked else 1.0, grade=told)]
    proof = grade_of(facts, Claim.WORKMANSHIP, today)
    shown = max(told, proof)
    if worked >= MANY_STEPS and shown >= Grade.SHOWN:
        readings.append(Reading(rung=4.0 if proof >= Grade.DOCUMENTED else 3.0, grade=shown))
    return best_level("craft", readings)


def custom(facts: PieceFacts, today: date) -> Level:
    """0 to 4 by the best option offered in writing (settled 12); no option is level 0."""
    grade = grade_of(facts, Claim.OPTIONS, today)
    return best_level("custom", [Reading(rung=OPTION_RUNG[option], grade=grade) for option in facts.options])


def character(facts: PieceFacts, today: date) -> Level:
    """0 to 4: standard design, a named feature, its close-up, its own step, its confirmation; each needs the last."""
    if facts.is_standard_design:
        return best_level("character", [Reading(rung=0.0, grade=grade_of(facts, Claim.FEATURE, today))])
    if not facts.feature:
        return unknown_level("character")
    feature, process = (grade_of(facts, claim, today) for claim in (Claim.FEATURE, Claim.PROCESS))
    readings = [Reading(rung=2.0 if feature >= Grade.SHOWN else 1.0, grade=feature)]
    if feature >= Grade.SHOWN and any(step.makes_feature for step in facts.steps):
        rung = 4.0 if feature == Grade.CHECKED else 3.0
        readings.append(Reading(rung=rung, grade=min(feature, process)))
    return best_level("character", readings)


def provenance(facts: PieceFacts, today: date) -> Level:
    """0 to 4, one for each point that is told of a piece's origin, at most four."""
    return best_level("provenance", counted(list(origin_points(facts, today).values())))


def origin_points(facts: PieceFacts, today: date) -> dict[str, Grade]:
    """What is told: maker, place, three steps with who and where, contact or reviews, certificate or mark."""
    stated = grade_of(facts, Claim.MADE_IN, today)
    reviews, mark = (grade_of(facts, claim, today) for claim in (Claim.REVIEWS, Claim.MARK))
    told_steps = sum(bool(step.done_by and step.place) for step in facts.steps)
    points = {
        "maker": (_declared(facts), facts.maker.kind != MakerKind.LABEL and bool(facts.maker.name)),
        "place": (stated, bool(facts.maker.place)),
        "steps": (grade_of(facts, Claim.PROCESS, today), told_steps >= MANY_STEPS),
        "contact": (max(_declared(facts), reviews), bool(facts.maker.contact) or reviews >= Grade.SHOWN),
        "mark": (mark, mark >= Grade.DOCUMENTED),
    }
    return {point: grade for point, (grade, is_told) in points.items() if is_told}


def sustain(facts: PieceFacts, today: date) -> Level:
    """0 to 4: nothing, a claim without document, then one, two, three measures documented by a third party."""
    grades = [max(found) for claims in MEASURES if (found := _grades_for(facts, claims, today))]
    documented = [grade for grade in grades if grade >= Grade.DOCUMENTED]
    claimed = [*grades, *_grades_for(facts, (Claim.SUSTAINABLE,), today)]
    readings = [Reading(rung=1.0, grade=max(claimed))] if claimed else []
    readings += [Reading(rung=1.0 + reading.rung, grade=reading.grade) for reading in counted(documented)]
    return best_level("sustain", readings)


def certainty(facts: PieceFacts, today: date) -> Level:
    """0 to 4: what is seen before paying, and one more if it can be returned; nothing stated is level 0."""
    preview, returns = (grade_of(facts, claim, today) for claim in (Claim.PREVIEW, Claim.RETURNS))
    readings = [] if facts.preview is None else [Reading(rung=PREVIEW_RUNG[facts.preview], grade=preview)]
    if facts.returnable_days:
        readings += [Reading(rung=seen.rung + 1, grade=min(seen.grade, returns)) for seen in readings]
        readings.append(Reading(rung=1.0, grade=returns))
    return best_level("certainty", readings)


def longevity(facts: PieceFacts, today: date) -> Level:
    """0 to 4: how the surface metal sits on its core, repair or resizing, and a warranty of years or spare parts."""
    coating = thinnest_coating(main_metals(facts))
    if not facts.materials or (coating is None and not is_glued(facts)):
        return unknown_level("longevity")
    build = 0.0 if coating is None or is_glued(facts) else COATING_RUNG[coating]
    limit = 1.0 if coating in (None, Coating.PLATED) else TOP
    grade = grade_of(facts, Claim.COATING, today)
    services = [Reading(rung=0.0, grade=grade), *counted(_service_grades(facts, today))]
    rungs = [(min(build + service.rung, limit), min(grade, service.grade)) for service in services]
    return best_level("longevity", [Reading(rung=rung, grade=weakest) for rung, weakest in rungs])


def thinnest_coating(metals: Iterable[MaterialFacts]) -> Coating | None:
    """The surface that wears through first: solid without metal, None where it is not disclosed and may be thinner."""
    coatings = {part.coating for part in metals}
    if Coating.PLATED in coatings:
        return Coating.PLATED
    if None in coatings:
        return None
    return next((coating for coating in (Coating.VERMEIL, Coating.FILLED) if coating in coatings), Coating.SOLID)


def main_metals(facts: PieceFacts) -> list[MaterialFacts]:
    """None in a piece of leather or cord: its small clasp is not the surface that wears."""
    if is_supple(facts):
        return []
    metals = [part for part in facts.materials if part.role == Role.METAL]
    return [part for part in metals if part.is_main] or metals


def is_glued(facts: PieceFacts) -> bool:
    """Glue is all that holds it together; a pearl cemented on a peg beside soldered joins is not glued."""
    holding = [step for step in facts.steps if step.stage in (Stage.JOIN, Stage.SET)]
    return bool(holding) and all(step.method == Method.GLUE for step in holding)


def is_supple(facts: PieceFacts) -> bool:
    """Its main part is leather or cord."""
    return any(part.is_main and part.substance in SUPPLE for part in facts.materials)


def _is_fine(facts: PieceFacts) -> bool:
    has_fine_tolerance = facts.tolerance_mm is not None and facts.tolerance_mm <= FINE_TOLERANCE_MM
    return has_fine_tolerance or facts.evenness == Evenness.CERTIFIED_MATCH


def _service_grades(facts: PieceFacts, today: date) -> list[Grade]:
    repair, warranty = (grade_of(facts, claim, today) for claim in (Claim.REPAIR, Claim.WARRANTY))
    serviced = [repair] if facts.repaired_by_maker or facts.is_resizable else []
    backed = [warranty] if (facts.warranty_years or 0) >= LONG_WARRANTY_YEARS else []
    backed += [repair] if facts.spare_parts else []
    return [*serviced, *([max(backed)] if backed else [])]


def _grades_for(facts: PieceFacts, claims: Iterable[Claim], today: date) -> list[Grade]:
    return [grade for claim in claims if (grade := supports(facts, claim, today)) is not None]


def _declared(facts: PieceFacts) -> Grade:
    return Grade.BARE if facts.declared_on is None else Grade.DECLARED


LADDERS: Mapping[str, Callable[[PieceFacts, date], Level]] = {
    "precision": precision,
    "uniqueness": uniqueness,
    "craft": craft,
    "custom": custom,
    "character": character,
    "provenance": provenance,
    "sustain": sustain,
    "certainty": certainty,
    "longevity": longevity,
}


def levels_for(facts: PieceFacts, today: date) -> dict[str, Level]:
    """Every rated criterion's level, in the order of `RATED`."""
    return {criterion: ladder(facts, today) for criterion, ladder in LADDERS.items()}
