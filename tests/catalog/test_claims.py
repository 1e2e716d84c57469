from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog import claims
from catalog.choices import Claim, Control, Edition, Grade, MakingClass, Method, Side, Stage, Standing, Way
from catalog.claims import (
    grade_of,
    handmade_standing,
    making_class_of,
    side_of,
    supports,
    way_of,
)
from catalog.facts import PieceFacts, StepFacts
from tests.catalog.strategies import pieces
from tests.factory import (
    DECLARED_ON,
    TODAY,
    evidence,
    piece_facts,
    step,
    steps_by_hand,
    steps_by_machine,
    steps_of_casting,
)

SHOWN = (evidence(Claim.PROCESS, Grade.SHOWN),)
CLOSED = {"edition": Edition.CLOSED, "number_made": 50}


def judged(facts: PieceFacts) -> tuple[MakingClass, Way, Side | None, Standing]:
    standing = handmade_standing(facts, TODAY).standing
    return making_class_of(facts, TODAY), way_of(facts, TODAY), side_of(facts, TODAY), standing


def by_hand_but(*others: StepFacts) -> tuple[StepFacts, ...]:
    return (*steps_by_hand(), *others)


def test_piece_without_steps_is_outside_the_comparison() -> None:
    expected = (MakingClass.NOT_DISCLOSED, Way.NOT_DISCLOSED, None, Standing.NOT_DISCLOSED)
    assert judged(piece_facts(number_made=5_000)) == expected


def test_drawing_polish_and_check_do_not_tell_how_a_piece_is_made() -> None:
    told = (step(Stage.DESIGN, Method.DRAW), step(Stage.FINISH, Method.POLISH), step(Stage.CHECK, Method.INSPECT))
    assert way_of(piece_facts(steps=told, evidence=SHOWN), TODAY) == Way.NOT_DISCLOSED


def test_full_record_that_was_seen_is_handmade() -> None:
    expected = (MakingClass.HANDMADE, Way.HANDCRAFTED, Side.HANDCRAFTED, Standing.MET)
    assert judged(piece_facts(steps=steps_by_hand(), evidence=SHOWN)) == expected


def test_full_record_that_nobody_saw_is_not_yet_shown() -> None:
    expected = (MakingClass.HAND_FABRICATED, Way.HANDCRAFTED, Side.HANDCRAFTED, Standing.NOT_YET_SHOWN)
    assert judged(piece_facts(steps=steps_by_hand(), declared_on=DECLARED_ON)) == expected


def test_photographs_of_the_making_count_until_their_last_day() -> None:
    facts = piece_facts(steps=steps_by_hand(), evidence=(evidence(Claim.HANDMADE, Grade.SHOWN, TODAY),))
    assert handmade_standing(facts, TODAY).standing == Standing.MET
    assert handmade_standing(facts, TODAY + timedelta(days=1)).standing == Standing.NOT_YET_SHOWN


@pytest.mark.parametrize("missing", [Stage.FORM, Stage.FINISH])
def test_record_without_forming_or_finishing_is_not_handmade(missing: Stage) -> None:
    told = tuple(one for one in steps_by_hand() if one.stage != missing)
    assert handmade_standing(piece_facts(steps=told, evidence=SHOWN), TODAY).standing != Standing.MET


def test_bought_finding_breaks_handmade_and_not_handcrafted() -> None:
    hook = step(Stage.ASSEMBLE, Method.BOUGHT_FINDING)
    facts = piece_facts(steps=by_hand_but(hook), evidence=SHOWN)
    assert judged(facts) == (MakingClass.HAND_FABRICATED, Way.HANDCRAFTED, Side.HANDCRAFTED, Standing.NOT_MET)
    assert handmade_standing(facts, TODAY).offending == (hook,)
    assert handmade_standing(facts, TODAY).reasons == (claims.FROM_PARTS,)


def test_bought_chain_beside_hand_shaped_work_is_a_bought_part() -> None:
    chain = step(Stage.FORM, Method.MACHINE_CHAIN, Control.AUTOMATIC)
    assert making_class_of(piece_facts(steps=by_hand_but(chain)), TODAY) == MakingClass.HAND_FABRICATED


@pytest.mark.parametrize("method", [Method.ROLL, Method.DRAW_WIRE])
def test_making_sheet_and_wire_by_machine_does_not_offend(method: Method) -> None:
    raw = step(Stage.FORM, method, Control.OPERATOR)
    assert handmade_standing(piece_facts(steps=by_hand_but(raw), evidence=SHOWN), TODAY).standing == Standing.MET


@pytest.mark.parametrize("method", [Method.METAL_CLAY, Method.BRAID, Method.STITCH, Method.MILL, Method.WIRE_WRAP])
def test_raw_material_shaped_by_hand_may_be_handmade(method: Method) -> None:
    facts = piece_facts(steps=by_hand_but(step(Stage.FORM, method, Control.HAND_GUIDED)), evidence=SHOWN)
    assert handmade_standing(facts, TODAY).standing == Standing.MET


@pytest.mark.parametrize("method", [Method.LASER_ENGRAVE, Method.TUMBLE, Method.SET_BY_MACHINE])
def test_machine_steps_offend_whoever_switches_them_on(method: Method) -> None:
    claim = handmade_standing(piece_facts(steps=by_hand_but(step(Stage.FINISH, method)), evidence=SHOWN), TODAY)
    assert (claim.standing, claim.reasons) == (Standing.NOT_MET, (claims.BY_MACHINE,))


def test_hand_work_with_a_machine_step_is_in_between() -> None:
    facts = piece_facts(steps=by_hand_but(step(Stage.FINISH, Method.TUMBLE)), number_made=20)
    assert judged(facts)[:3] == (MakingClass.HAND_FABRICATED, Way.IN_BETWEEN, Side.HANDCRAFTED)


def test_lone_casting_is_contested_even_when_seen() -> None:
    facts = piece_facts(steps=steps_of_casting(Method.CAST_ONE_OFF), edition=Edition.ONE_OFF, evidence=SHOWN)
    expected = (MakingClass.HAND_FINISHED_CAST, Way.HANDCRAFTED, Side.HANDCRAFTED, Standing.CONTESTED)
    assert judged(facts) == expected


def test_lone_casting_with_a_bought_part_is_not_met_and_says_both() -> None:
    steps = (*steps_of_casting(Method.CAST_ONE_OFF), step(Stage.ASSEMBLE, Method.BOUGHT_FINDING))
    claim = handmade_standing(piece_facts(steps=steps), TODAY)
    assert claim.standing == Standing.NOT_MET
    assert claim.reasons == (claims.FROM_PARTS, claims.ONLY_CASTING)


def test_casting_from_a_mould_may_only_be_called_hand_finished() -> None:
    claim = handmade_standing(piece_facts(steps=steps_of_casting(), evidence=SHOWN), TODAY)
    assert claim.standing == Standing.HAND_FINISHED_ONLY
    assert claim.reasons == (claims.FROM_A_MOULD, claims.HAND_FINISHED)


@pytest.mark.parametrize(
    ("edition", "made", "way"),
    [
        (Edition.ONE_OFF, 1, Way.HANDCRAFTED),
        (Edition.CLOSED, 50, Way.HANDCRAFTED),
        (Edition.CLOSED, 51, Way.IN_BETWEEN),
        (Edition.CLOSED, None, Way.IN_BETWEEN),
        (Edition.OPEN, 50, Way.IN_BETWEEN),
        (Edition.OPEN, 1_001, Way.MASS_PRODUCED),
        (None, None, Way.IN_BETWEEN),
    ],
)
def test_hand_finished_casting_is_handcrafted_in_a_small_closed_edition(
    edition: Edition | None, made: int | None, way: Way
) -> None:
    facts = piece_facts(steps=steps_of_casting(), edition=edition, number_made=made)
    assert judged(facts)[:2] == (MakingClass.HAND_FINISHED_CAST, way)


@pytest.mark.parametrize(
    ("facts", "way"),
    [
        ({"edition": Edition.OPEN}, Way.MASS_PRODUCED),
        ({}, Way.MASS_PRODUCED),
        ({"edition": Edition.CLOSED, "number_made": 20}, Way.IN_BETWEEN),
    ],
)
def test_cast_series_polished_by_machine_is_mass_produced_if_open(facts: dict[str, object], way: Way) -> None:
    series = piece_facts(steps=steps_of_casting(finish=Control.AUTOMATIC), **facts)
    assert judged(series)[:2] == (MakingClass.INDUSTRIAL, way)


def test_tumbling_and_plating_do_not_undo_a_hand_finish() -> None:
    others = (step(Stage.FINISH, Method.TUMBLE, Control.AUTOMATIC), step(Stage.FINISH, Method.PLATE, Control.OPERATOR))
    facts = piece_facts(steps=(*steps_of_casting(), *others), **CLOSED)
    assert making_class_of(facts, TODAY) == MakingClass.HAND_FINISHED_CAST


def test_printed_wax_is_its_own_class_and_in_between() -> None:
    facts = piece_facts(steps=steps_of_casting(Method.CAST_PRINTED_WAX, model=Method.CAD), edition=Edition.ONE_OFF)
    expected = (MakingClass.FROM_COMPUTER_FILE, Way.IN_BETWEEN, Side.MASS_PRODUCED, Standing.HAND_FINISHED_ONLY)
    assert judged(facts) == expected


def test_lone_casting_of_a_digital_model_is_not_contested() -> None:
    facts = piece_facts(steps=steps_of_casting(Method.CAST_ONE_OFF, model=Method.PRINT_WAX), edition=Edition.ONE_OFF)
    claim = handmade_standing(facts, TODAY)
    assert making_class_of(facts, TODAY) == MakingClass.FROM_COMPUTER_FILE
    assert claim.reasons == (claims.BY_COMPUTER, claims.HAND_FINISHED)


@pytest.mark.parametrize("method", [Method.STRIKE, Method.PRESS, Method.ELECTROFORM, Method.MACHINE_CHAIN])
def test_industrial_main_form_is_mass_produced_in_any_number(method: Method) -> None:
    facts = piece_facts(steps=(step(Stage.FORM, method), step(Stage.FINISH, Method.POLISH)), number_made=10)
    assert judged(facts)[:3] == (MakingClass.INDUSTRIAL, Way.MASS_PRODUCED, Side.MASS_PRODUCED)


def test_milled_by_a_program_is_made_from_a_file() -> None:
    facts = piece_facts(steps=(step(Stage.FORM, Method.MILL, Control.AUTOMATIC),), number_made=10)
    assert making_class_of(facts, TODAY) == MakingClass.FROM_COMPUTER_FILE
    assert handmade_standing(facts, TODAY).reasons == (claims.BY_COMPUTER,)


def test_more_than_a_thousand_is_mass_produced_unless_handmade_is_met() -> None:
    series = piece_facts(steps=steps_by_hand(), number_made=1_001)
    assert way_of(series, TODAY) == Way.MASS_PRODUCED
    assert way_of(replace(series, evidence=SHOWN), TODAY) == Way.HANDCRAFTED


@pytest.mark.parametrize("stage", [Stage.FORM, Stage.ASSEMBLE])
def test_bought_beads_on_a_string_are_assembled_by_hand(stage: Stage) -> None:
    beads = step(Stage.FORM, Method.BOUGHT_FINDING, Control.AUTOMATIC)
    facts = piece_facts(steps=(beads, step(stage, Method.STRING), step(Stage.FINISH, Method.KNOT)), evidence=SHOWN)
    assert judged(facts)[::3] == (MakingClass.HAND_ASSEMBLED, Standing.NOT_MET)


def test_stringing_alone_shapes_nothing() -> None:
    facts = piece_facts(steps=(step(Stage.FORM, Method.STRING), step(Stage.FINISH, Method.KNOT)), evidence=SHOWN)
    assert handmade_standing(facts, TODAY).reasons == (claims.NO_FORMING,)


def test_parts_put_together_by_machine_are_industrial() -> None:
    facts = piece_facts(steps=(step(Stage.ASSEMBLE, Method.BOUGHT_FINDING, Control.AUTOMATIC),))
    assert making_class_of(facts, TODAY) == MakingClass.INDUSTRIAL


@pytest.mark.parametrize(
    ("hands", "made", "side"),
    [
        (3, 1_000, Side.HANDCRAFTED),
        (2, 1_000, Side.MASS_PRODUCED),
        (3, None, Side.MASS_PRODUCED),
        (3, 1_001, Side.MASS_PRODUCED),
    ],
)
def test_in_between_competes_where_most_steps_stand(hands: int, made: int | None, side: Side) -> None:
    machines = 2 * (step(Stage.DECORATE, Method.LASER_ENGRAVE, Control.AUTOMATIC),)
    facts = piece_facts(steps=(*machines, *hands * (step(Stage.FORM, Method.SAW),)), number_made=made)
    assert side_of(facts, TODAY) == side


def test_expired_evidence_counts_as_declared() -> None:
    facts = piece_facts(evidence=(evidence(Claim.FAIR, Grade.CHECKED, TODAY - timedelta(days=1)),))
    assert supports(facts, Claim.FAIR, TODAY) == Grade.DECLARED


def test_best_evidence_counts() -> None:
    rows = (evidence(Claim.STONE, Grade.SHOWN), evidence(Claim.STONE, Grade.DOCUMENTED), evidence(Claim.FAIR))
    assert supports(piece_facts(evidence=rows), Claim.STONE, TODAY) == Grade.DOCUMENTED


def test_claim_without_evidence_is_not_supported() -> None:
    assert supports(piece_facts(declared_on=DECLARED_ON), Claim.RECYCLED, TODAY) is None


def test_signed_facts_are_declared_and_unsigned_ones_are_bare() -> None:
    assert grade_of(piece_facts(), Claim.EDITION, TODAY) == Grade.BARE
    assert grade_of(piece_facts(declared_on=DECLARED_ON), Claim.EDITION, TODAY) == Grade.DECLARED


def test_safe_in_a_piercing_is_safe_on_the_skin_and_not_the_reverse() -> None:
    facts = piece_facts(evidence=(evidence(Claim.NICKEL_PIERCING, Grade.DOCUMENTED),))
    assert supports(facts, Claim.NICKEL_SKIN, TODAY) == Grade.DOCUMENTED
    assert supports(piece_facts(evidence=(evidence(Claim.NICKEL_SKIN),)), Claim.NICKEL_PIERCING, TODAY) is None


@given(facts=pieces())
def test_class_way_side_and_standing_agree(facts: PieceFacts) -> None:
    making_class, way, side, standing = judged(facts)
    assert (making_class == MakingClass.HANDMADE) == (standing == Standing.MET)
    assert (making_class == MakingClass.NOT_DISCLOSED) == (side is None) == (standing == Standing.NOT_DISCLOSED)
    assert way in (Way.IN_BETWEEN, Way.NOT_DISCLOSED) or side == Side(way.value)


@given(facts=pieces())
def test_handmade_is_never_met_with_a_cast_a_die_or_a_bought_part(facts: PieceFacts) -> None:
    if handmade_standing(facts, TODAY).standing == Standing.MET:
        assert not {one.method for one in facts.steps if one.stage in claims.WORDED} & (
            claims.CASTING | claims.NEVER_BY_HAND
        )


@given(facts=pieces(), row=st.integers(min_value=0))
def test_taking_evidence_away_never_makes_handmade_met(facts: PieceFacts, row: int) -> None:
    fewer = replace(facts, evidence=facts.evidence[:row] + facts.evidence[row + 1 :])
    if handmade_standing(fewer, TODAY).standing == Standing.MET:
        assert handmade_standing(facts, TODAY).standing == Standing.MET


@given(facts=pieces())
def test_every_standing_has_a_reason_and_every_refusal_its_steps(facts: PieceFacts) -> None:
    claim = handmade_standing(facts, TODAY)
    assert all(reason.endswith(".") for reason in claim.reasons)
    assert claim.reasons
    assert bool(claim.offending) <= (claim.standing in (Standing.NOT_MET, Standing.HAND_FINISHED_ONLY))


def test_struck_piece_is_not_handmade_whatever_its_maker_shows() -> None:
    claim = handmade_standing(piece_facts(steps=steps_by_machine(), evidence=SHOWN), TODAY)
    assert claim.standing == Standing.NOT_MET
    assert claim.reasons == (claims.FROM_A_DIE, claims.BY_MACHINE)
