from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.choices import (
    Claim,
    Coating,
    Control,
    Edition,
    Evenness,
    Grade,
    MakerKind,
    Method,
    OptionKind,
    Preview,
    Role,
    Side,
    Sizing,
    Stage,
    Substance,
)
from catalog.facts import EvidenceFacts, PieceFacts, StepFacts
from catalog.levels import LADDERS, PRIORS, RATED, Level, bare_claim_limit, ladders, levels_for, unknown_level
from tests.catalog.strategies import pieces
from tests.factory import DECLARED_ON, TODAY, evidence, maker_facts, material, piece_facts, step, steps_by_hand

ROUNDING = 1e-9
UNKNOWN = None
HELD = tuple(step(Stage.FORM, Method.SAW, done_by="Ana", place="Porto") for _ in range(3))
GLUED = (step(Stage.FORM, Method.SAW), step(Stage.SET, Method.GLUE))
PEGGED = (*GLUED, step(Stage.JOIN, Method.SOLDER))
SERIES = (step(Stage.FORM, Method.STRIKE, Control.AUTOMATIC), step(Stage.FINISH, Method.TUMBLE, Control.AUTOMATIC))
CHECKING = (step(Stage.CHECK, Method.INSPECT),)
FEATURE_STEP = (step(Stage.DECORATE, Method.GRANULATE, makes_feature=True),)
PLATED, FILLED, HIDDEN = material(coating=Coating.PLATED), material(coating=Coating.FILLED), material(coating=None)
LEATHER = material(Substance.LEATHER, role=Role.OTHER)
MAIN, HOOK = material(is_main=True), material(coating=Coating.PLATED, part="hook")
MEASURES = (Claim.RECYCLED, Claim.STONE_ORIGIN, Claim.ON_DEMAND, Claim.TAKE_BACK)


# Mass-produced, then handcrafted: copied from the reference model.
PROFILE = {
    "precision": ((3.3, 0.5), (2.4, 0.7)),
    "uniqueness": ((0.6, 0.5), (3.2, 0.6)),
    "craft": ((2.1, 0.7), (3.0, 0.7)),
    "custom": ((0.9, 0.7), (2.7, 0.9)),
    "character": ((2.0, 0.7), (2.9, 0.7)),
    "provenance": ((1.5, 0.7), (3.0, 0.8)),
    "sustain": ((1.6, 0.8), (2.6, 0.8)),
    "certainty": ((3.3, 0.5), (2.2, 0.9)),
    "longevity": ((2.3, 0.9), (2.7, 0.8)),
}


def level_of(criterion: str, **facts: Any) -> Level:
    return LADDERS[criterion](piece_facts(**{"declared_on": DECLARED_ON, **facts}), TODAY)


def proven(*claims: Claim, grade: Grade = Grade.DOCUMENTED) -> tuple[EvidenceFacts, ...]:
    return tuple(evidence(claim, grade) for claim in claims)


def assert_stands(criterion: str, facts: dict[str, Any], rung: float | None) -> None:
    level = level_of(criterion, **facts)
    if rung is None:
        assert level == unknown_level(criterion)
    else:
        assert level.value == rung


@pytest.mark.parametrize(
    ("facts", "rung"),
    [
        ({}, UNKNOWN),
        ({"sizing": Sizing.APPROXIMATE}, UNKNOWN),
        ({"sizing": Sizing.APPROXIMATE, "evenness": Evenness.MATCHED}, UNKNOWN),
        ({"sizing": Sizing.APPROXIMATE, "evenness": Evenness.ASYMMETRIC}, 0),
        ({"sizing": Sizing.EXACT, "evenness": Evenness.ASYMMETRIC}, 1),
        ({"tolerance_mm": Decimal("0.05"), "evenness": Evenness.SMALL_DIFFERENCES}, 1),
        ({"sizing": Sizing.HALF, "evenness": Evenness.MATCHED}, 2),
        ({"sizing": Sizing.EXACT}, 2),
        ({"sizing": Sizing.EXACT, "evenness": Evenness.MATCHED}, 3),
        ({"sizing": Sizing.EXACT, "steps": CHECKING}, 3),
        ({"tolerance_mm": Decimal("0.10")}, 4),
        ({"tolerance_mm": Decimal("0.11")}, UNKNOWN),
        ({"evenness": Evenness.CERTIFIED_MATCH}, 4),
    ],
)
def test_precision(facts: dict[str, Any], rung: float | None) -> None:
    assert_stands("precision", facts, rung)


@pytest.mark.parametrize(
    ("facts", "rung"),
    [
        ({}, UNKNOWN),
        ({"edition": Edition.ONE_OFF}, 4),
        ({"number_made": 1}, 4),
        ({"number_made": 10}, 3),
        ({"number_made": 50}, pytest.approx(2.30103)),
        ({"number_made": 1_000}, 1),
        ({"number_made": 10_000}, 0),
        ({"number_made": 4_000_000}, 0),
    ],
)
def test_uniqueness(facts: dict[str, Any], rung: float | None) -> None:
    assert_stands("uniqueness", facts, rung)


@pytest.mark.parametrize(
    ("facts", "rung"),
    [
        ({}, UNKNOWN),
        ({"steps": (step(Stage.DESIGN, Method.DRAW),)}, UNKNOWN),
        ({"steps": HELD, "has_raw_edges": True}, 0),
        ({"steps": GLUED}, 0),
        ({"steps": PEGGED}, 2),
        ({"steps": SERIES}, 1),
        ({"steps": (step(Stage.DECORATE, Method.ENGRAVE),)}, 1),
        ({"steps": steps_by_hand()}, 2),
        ({"steps": steps_by_hand(), "evidence": proven(Claim.PROCESS, grade=Grade.SHOWN)}, 3),
        ({"steps": steps_by_hand()[:2], "evidence": proven(Claim.PROCESS, Claim.WORKMANSHIP)}, 2),
        ({"steps": steps_by_hand(), "evidence": proven(Claim.WORKMANSHIP)}, 4),
        ({"steps": steps_by_hand(), "evidence": proven(Claim.PROCESS, Claim.MARK)}, 3),
    ],
)
def test_craft(facts: dict[str, Any], rung: float | None) -> None:
    assert_stands("craft", facts, rung)


@pytest.mark.parametrize(
    ("options", "rung"),
    [
        ((), 0),
        ((OptionKind.SIZE,), 1),
        ((OptionKind.ENGRAVING,), 2),
        ((OptionKind.SIZE, OptionKind.STONE_FROM_LIST), 2),
        ((OptionKind.DESIGN_CHANGE, OptionKind.SIZE), 3),
        ((OptionKind.OWN_BRIEF,), 4),
        ((OptionKind.OWN_STONE,), 4),
    ],
)
def test_custom(options: tuple[OptionKind, ...], rung: float) -> None:
    assert_stands("custom", {"options": options}, rung)


@pytest.mark.parametrize(
    ("steps", "grade", "rung"),
    [
        ((), Grade.DECLARED, 1),
        (FEATURE_STEP, Grade.DECLARED, 1),
        ((), Grade.SHOWN, 2),
        (FEATURE_STEP, Grade.SHOWN, 3),
        ((), Grade.CHECKED, 2),
        (FEATURE_STEP, Grade.CHECKED, 4),
    ],
)
def test_character_of_a_named_feature(steps: tuple[StepFacts, ...], grade: Grade, rung: float) -> None:
    facts = {"feature": "Granulated rim", "steps": steps, "evidence": proven(Claim.FEATURE, grade=grade)}
    assert_stands("character", facts, rung)


def test_character_without_a_feature_is_unknown_and_of_a_standard_design_nil() -> None:
    assert_stands("character", {"evidence": proven(Claim.FEATURE)}, UNKNOWN)
    assert_stands("character", {"is_standard_design": True, "feature": "Rim"}, 0)


@pytest.mark.parametrize(
    ("facts", "rung"),
    [
        ({}, 0),
        ({"maker": maker_facts(name="Shine", kind=MakerKind.LABEL)}, 0),
        ({"maker": maker_facts(name="Ana", kind=MakerKind.ARTISAN)}, 1),
        ({"maker": maker_facts(place="Porto")}, 1),
        ({"maker": maker_facts(contact="ana@example.com")}, 1),
        ({"steps": HELD}, 1),
        ({"steps": HELD[:2]}, 0),
        ({"evidence": proven(Claim.REVIEWS, grade=Grade.SHOWN)}, 1),
        ({"evidence": proven(Claim.MARK, grade=Grade.SHOWN)}, 0),
        ({"maker": maker_facts(contact="a"), "evidence": proven(Claim.REVIEWS, Claim.MARK)}, 2),
    ],
)
def test_provenance(facts: dict[str, Any], rung: float) -> None:
    assert_stands("provenance", facts, rung)


def test_provenance_stops_at_four_and_leaves_the_weakest_out() -> None:
    ana = maker_facts(name="Ana", place="Porto", contact="a", kind=MakerKind.ARTISAN)
    rows = proven(Claim.PROCESS, Claim.MADE_IN, Claim.REVIEWS, Claim.MARK)
    level = level_of("provenance", maker=ana, steps=HELD, evidence=rows, declared_on=None)
    assert (level.value, level.grade) == (4, Grade.DOCUMENTED)


@pytest.mark.parametrize(
    ("rows", "rung"),
    [
        ((), 0),
        (proven(Claim.SUSTAINABLE, grade=Grade.CHECKED), 1),
        (proven(Claim.RECYCLED, grade=Grade.SHOWN), 1),
        (proven(Claim.RECYCLED), 2),
        (proven(Claim.RECYCLED, Claim.FAIR), 2),
        (proven(Claim.FAIR, Claim.TAKE_BACK, Claim.SUSTAINABLE), 3),
        (proven(*MEASURES[:3]), 4),
        (proven(*MEASURES), 4),
        ((evidence(Claim.RECYCLED, Grade.DOCUMENTED, TODAY - timedelta(days=1)),), 1),
    ],
)
def test_sustain(rows: tuple[EvidenceFacts, ...], rung: float) -> None:
    assert_stands("sustain", {"evidence": rows}, rung)


@pytest.mark.parametrize(
    ("preview", "days", "rung"),
    [
        (None, None, 0),
        (None, 14, 1),
        (Preview.SKETCH, 0, 0),
        (Preview.RENDER, None, 1),
        (Preview.SIMILAR, 14, 2),
        (Preview.SAME_MODEL, 0, 2),
        (Preview.THIS_PIECE, 14, 3),
        (Preview.VIDEO, None, 3),
        (Preview.IN_HAND, 14, 4),
    ],
)
def test_certainty(preview: Preview | None, days: int | None, rung: float) -> None:
    assert_stands("certainty", {"preview": preview, "returnable_days": days}, rung)


@pytest.mark.parametrize(
    ("facts", "rung"),
    [
        ({}, UNKNOWN),
        ({"materials": (HIDDEN,), "warranty_years": 30}, UNKNOWN),
        ({"materials": (HIDDEN, PLATED)}, 0),
        ({"materials": (PLATED,), "repaired_by_maker": True, "warranty_years": 30}, 1),
        ({"materials": (material(coating=Coating.VERMEIL), material())}, 1),
        ({"materials": (FILLED,), "spare_parts": True}, 2),
        ({"materials": (MAIN, HOOK)}, 2),
        ({"materials": (LEATHER,)}, 2),
        ({"materials": (replace(LEATHER, is_main=True), HIDDEN)}, 2),
        ({"materials": (LEATHER, HIDDEN)}, UNKNOWN),
        ({"materials": (material(),), "is_resizable": True, "repaired_by_maker": True}, 3),
        ({"materials": (material(),), "warranty_years": 4}, 2),
        ({"materials": (material(),), "is_resizable": True, "warranty_years": 5, "spare_parts": True}, 4),
        ({"materials": (material(),), "steps": GLUED, "is_resizable": True}, 1),
        ({"materials": (HIDDEN,), "steps": GLUED, "is_resizable": True, "spare_parts": True}, 1),
    ],
)
def test_longevity(facts: dict[str, Any], rung: float | None) -> None:
    assert_stands("longevity", facts, rung)


def test_priors_are_those_of_the_reference_model() -> None:
    pairs = {key: tuple((sides[side].mean, sides[side].sd) for side in reversed(Side)) for key, sides in PRIORS.items()}
    assert pairs == PROFILE
    assert tuple(pairs) == RATED == tuple(LADDERS)


def test_unknown_is_the_lower_quartile_with_the_wider_interval() -> None:
    level = unknown_level("uniqueness")
    assert level.value == pytest.approx(0.6 - 0.6745 * 0.5)
    assert level.grade is None
    assert level.variance == pytest.approx((4 - (3.2 - 1.645 * 0.6)) ** 2 / 12)


@pytest.mark.parametrize(("grade", "variance"), [(0, 0.25), (1, 0.16), (2, 0.09), (3, 0.09), (4, 0.09)])
def test_variance_follows_the_grade(grade: int, variance: float) -> None:
    rows = proven(Claim.EDITION, grade=Grade(grade))
    level = level_of("uniqueness", number_made=1_000, evidence=rows, declared_on=None)
    assert (level.variance, level.grade) == (variance, grade)


@pytest.mark.parametrize("criterion", ["custom", "provenance", "sustain", "certainty"])
def test_nothing_stated_is_level_nil(criterion: str) -> None:
    assert level_of(criterion) == Level(value=0, variance=0.16, grade=None)


def test_bare_claim_reaches_the_mean_of_both_sides_only() -> None:
    level = level_of("uniqueness", edition=Edition.ONE_OFF, declared_on=None)
    assert level.value == pytest.approx(1.9)
    assert level.variance == 0.25


def test_bare_fact_beside_a_shown_one_does_not_pull_it_down() -> None:
    rows = proven(Claim.PREVIEW, grade=Grade.SHOWN)
    level = level_of("certainty", preview=Preview.VIDEO, returnable_days=14, evidence=rows, declared_on=None)
    assert (level.value, level.grade) == (3, Grade.SHOWN)


def test_grade_is_that_of_the_weakest_fact() -> None:
    level = level_of("certainty", preview=Preview.VIDEO, returnable_days=14, evidence=proven(Claim.PREVIEW))
    assert (level.value, level.grade) == (4, Grade.DECLARED)


def test_levels_know_neither_label_nor_way() -> None:
    assert not set(vars(ladders)) & {"way_of", "side_of", "making_class_of", "handmade_standing", "Way", "Side"}


@given(facts=pieces())
def test_levels_stay_on_the_scale(facts: PieceFacts) -> None:
    for criterion, level in levels_for(facts, TODAY).items():
        assert 0 <= level.value <= 4
        assert level.variance in {0.09, 0.16, 0.25, unknown_level(criterion).variance}
        assert level.grade != Grade.BARE or level.value <= bare_claim_limit(criterion)


@given(facts=pieces(), row=st.integers(0, 8))
def test_taking_evidence_away_never_raises_a_level(facts: PieceFacts, row: int) -> None:
    fewer = levels_for(replace(facts, evidence=facts.evidence[:row] + facts.evidence[row + 1 :]), TODAY)
    assert all(fewer[key].value <= level.value + ROUNDING for key, level in levels_for(facts, TODAY).items())


@given(facts=pieces())
def test_expired_evidence_is_never_better_than_fresh(facts: PieceFacts) -> None:
    gone = tuple(replace(row, expires=TODAY - timedelta(days=1)) for row in facts.evidence)
    expired = levels_for(replace(facts, evidence=gone), TODAY)
    assert all(expired[key].value <= level.value + ROUNDING for key, level in levels_for(facts, TODAY).items())


@given(facts=pieces())
def test_leaving_facts_unsigned_never_helps(facts: PieceFacts) -> None:
    unsigned = levels_for(replace(facts, declared_on=None), TODAY)
    signed = levels_for(replace(facts, declared_on=DECLARED_ON), TODAY)
    assert all(unsigned[key].value <= level.value + ROUNDING for key, level in signed.items())


HIDDEN_FACTS: dict[str, dict[str, Any]] = {
    "precision": {"sizing": None, "evenness": None, "tolerance_mm": None},
    "uniqueness": {"number_made": None, "edition": None},
    "craft": {"steps": (), "has_raw_edges": None},
    "custom": {"options": ()},
    "character": {"feature": "", "is_standard_design": False},
    "provenance": {"maker": maker_facts(), "steps": ()},
    "sustain": {"evidence": ()},
    "certainty": {"preview": None, "returnable_days": None},
    "longevity": {"materials": ()},
}


@pytest.mark.parametrize("criterion", RATED)
@given(facts=pieces())
def test_hiding_never_helps_a_level_at_or_above_unknown(criterion: str, facts: PieceFacts) -> None:
    level = LADDERS[criterion](facts, TODAY)
    hidden = LADDERS[criterion](replace(facts, **HIDDEN_FACTS[criterion]), TODAY)
    assert hidden.value <= max(level.value, unknown_level(criterion).value) + ROUNDING


@given(facts=pieces(), options=st.lists(st.sampled_from(OptionKind)), days=st.sampled_from((14, 30)))
def test_offering_more_never_lowers_a_level(facts: PieceFacts, options: list[OptionKind], days: int) -> None:
    offered: dict[str, Any] = {
        "repaired_by_maker": True,
        "spare_parts": True,
        "warranty_years": 5,
        "returnable_days": days,
    }
    more = levels_for(replace(facts, options=(*facts.options, *options), **offered), TODAY)
    assert all(more[key].value >= level.value - ROUNDING for key, level in levels_for(facts, TODAY).items())


@given(facts=pieces())
def test_equal_facts_have_equal_levels_whatever_the_side(facts: PieceFacts) -> None:
    by_hand, cast = (replace(facts, steps=(step(Stage.FORM, method),)) for method in (Method.SAW, Method.CAST_MOULD))
    assert levels_for(by_hand, TODAY) == levels_for(cast, TODAY)
