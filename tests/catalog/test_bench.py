"""The bench card: what follows from a piece while its form is filled, and what is still open."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from catalog.bench import bench_of
from catalog.choices import Claim, Control, Edition, Grade, Method, Stage, State
from catalog.claims import handmade_standing, making_class_of
from catalog.gaps import GAPS, gaps_of
from catalog.models import Piece
from catalog.part_order import move_part
from catalog.sequences import SEQUENCES
from tests.catalog.admin_forms import filled
from tests.catalog.people import make_member, signed_in
from tests.factory import TODAY, evidence, make_handmade, make_piece, piece_facts, step, steps_by_hand

pytestmark = pytest.mark.django_db


@pytest.fixture
def piece() -> Piece:
    """A draft of which little is told; its maker has one member."""
    piece = make_piece(state=State.DRAFT, days_min=None, days_max=None)
    make_member(piece.maker)
    return piece


@pytest.fixture
def ines(piece: Piece) -> Client:
    return signed_in(piece.maker.members.get())


def form_of(piece: Piece) -> str:
    return f"/workshop/catalog/piece/{piece.pk}/change/"


def typed(ines: Client, piece: Piece, **told: Any) -> str:
    """What the panel says of the form as it is filled now."""
    asked = filled(ines, form_of(piece)) | told
    return ines.post(f"/workshop/catalog/piece/{piece.pk}/bench/", asked).content.decode()


def new_step(number: int, stage: str, method: str, control: str = "hand") -> dict[str, Any]:
    told = {"stage": stage, "method": method, "control": control, "id": "", "piece": ""}
    return {f"steps-{number}-{name}": value for name, value in told.items()}


def test_panel_follows_what_is_typed_and_keeps_nothing(ines: Client, piece: Piece) -> None:
    steps = new_step(0, "form", "forge") | new_step(1, "finish", "file")
    said = typed(ines, piece, **steps, **{"steps-TOTAL_FORMS": 2, "number_made": "1"})
    assert "Forged, filed. One exists." in said
    assert "forged by hand, filed by hand, one of a kind" in said
    assert "it is not yet shown by photographs" in said
    assert not piece.steps.exists()
    piece.refresh_from_db()
    assert piece.number_made is None


def test_half_filled_row_is_none_and_a_wrong_field_stands_as_it_was(ines: Client, piece: Piece) -> None:
    half = new_step(0, "form", "")
    said = typed(ines, piece, **half, **{"steps-TOTAL_FORMS": 1, "price": "cheap"})
    assert "Nobody told us how it is made." in said


def test_one_tap_writes_down_the_steps_and_keeps_the_form(ines: Client, piece: Piece) -> None:
    told = filled(ines, form_of(piece)) | {"name": "Kept ring", "_sequence": "forged"}
    response = ines.post(form_of(piece), told)
    assert response.headers["Location"] == f"{form_of(piece)}#bench"
    assert [(one.position, one.method) for one in piece.steps.all()] == [(1, "forge"), (2, "polish")]
    piece.refresh_from_db()
    assert piece.name == "Kept ring"


@pytest.mark.parametrize("sequence", SEQUENCES, ids=lambda one: one.name)
def test_every_sequence_tells_how_a_piece_is_made(sequence: Any) -> None:
    facts = piece_facts(steps=tuple(step(*one) for one in sequence.steps))
    assert making_class_of(facts, TODAY) != "not_disclosed"
    is_by_machine = sequence.name == "struck"
    assert (making_class_of(facts, TODAY) == "industrial") == is_by_machine
    assert handmade_standing(facts, TODAY).standing != "met"


def test_part_is_moved_after_all_else_is_saved(ines: Client, piece: Piece) -> None:
    for position, method in enumerate(("forge", "solder", "polish"), 1):
        piece.steps.create(position=position, stage="form", method=method, control="hand")
    last = piece.steps.get(method="polish")
    told = filled(ines, form_of(piece)) | {"name": "Kept", "_move_part": f"step {last.pk} -1"}
    assert ines.post(form_of(piece), told).headers["Location"] == f"{form_of(piece)}#steps-group"
    assert [one.method for one in piece.steps.all()] == ["forge", "polish", "solder"]
    assert Piece.objects.get(pk=piece.pk).name == "Kept"


def test_part_is_moved_no_further_than_there_are(piece: Piece) -> None:
    for position, method in enumerate(("forge", "solder"), 1):
        piece.steps.create(position=position, stage="form", method=method, control="hand")
    move_part(piece.steps.get(method="forge"), -1)
    move_part(piece.steps.get(method="forge"), 5)
    assert [one.method for one in piece.steps.all()] == ["solder", "forge"]


@pytest.mark.parametrize("asked", ["", "step", "step x 1", "step 99999999 1", "maker 1 1", "step 1 7"])
def test_move_of_nothing_only_keeps_the_form(asked: str, ines: Client, piece: Piece) -> None:
    told = filled(ines, form_of(piece)) | {"name": "Kept", "_move_part": asked}
    assert ines.post(form_of(piece), told).status_code == 302
    assert Piece.objects.get(pk=piece.pk).name == "Kept"


def test_new_steps_go_behind_the_others(ines: Client, piece: Piece) -> None:
    steps = new_step(0, "form", "forge") | new_step(1, "finish", "file")
    ines.post(form_of(piece), filled(ines, form_of(piece)) | steps | {"steps-TOTAL_FORMS": 2})
    assert [(one.position, one.method) for one in piece.steps.all()] == [(1, "forge"), (2, "file")]


WRONG = {
    "price": ("-5", "Price: enter more than 0."),
    "days_min": ("9", "Days to the door: enter both numbers"),
    "size_min": ("50", "Sizes: enter the smallest and the largest"),
    "resize_min": ("50", "Resizing: enter both sizes"),
    "number_made": ("0", "Number made: enter 1 or more"),
    "materials-0-coating": ("plated", "Only metal has a core and a coating"),
    "materials-0-fineness": ("1001", "Fineness: enter a number from 1 to 1000"),
    "materials-0-mohs": ("11", "Hardness: enter a number from 1 to 10."),
}


@pytest.mark.parametrize(("field", "wrong"), [*WRONG.items()])
def test_wrong_field_says_what_to_do(field: str, wrong: tuple[str, str], ines: Client, piece: Piece) -> None:
    piece.materials.create(position=1, role="stone", part="stone", substance="ruby")
    value, said = wrong
    page = ines.post(form_of(piece), filled(ines, form_of(piece)) | {field: value}).content.decode()
    assert said in page
    assert "Constraint" not in page


def test_gap_closes_with_what_it_asks_for(piece: Piece) -> None:
    before = {gap.name for gap in gaps_of(piece)}
    assert {"making", "when", "uniqueness"} <= before
    piece.days_min = piece.days_max = 3
    piece.number_made = 1
    piece.steps.create(position=1, stage=Stage.FORM, method=Method.FORGE, control=Control.HAND)
    assert before - {gap.name for gap in gaps_of(piece)} == {"making", "when", "uniqueness"}


def test_every_gap_points_to_a_field_of_the_form(ines: Client, piece: Piece) -> None:
    page = ines.get(form_of(piece)).content.decode()
    for gap in GAPS:
        assert f'id="{gap.place}"' in page, gap.name


def test_claim_says_what_would_raise_it() -> None:
    rows = [evidence(Claim.FAIR, Grade.DOCUMENTED, expires=date(2025, 3, 1)), evidence(Claim.MARK, Grade.SHOWN)]
    bench = bench_of(make_piece(evidence=rows), TODAY)
    told = {one.name: (one.grade, one.remedy) for one in bench.claims}
    assert told["Fairly mined metal"] == (
        "declared",
        "Say where it can be seen and of which day it is; a curator then grades it.",
    )
    assert told["Hallmark or certificate"][0] == "shown"


def test_words_of_a_closed_edition_and_no_word_of_a_machine() -> None:
    steps = [*steps_by_hand()[:1], step(Stage.FINISH, Method.POLISH, Control.AUTOMATIC)]
    bench = bench_of(make_piece(steps=steps, edition=Edition.CLOSED, number_made=12), TODAY)
    assert bench.words == ["forged by hand", "one of 12"]
    assert bench.number == "12 are made."


def test_panel_is_not_told_of_what_may_not_be_edited(ines: Client, piece: Piece) -> None:
    told = filled(ines, form_of(piece))
    Piece.objects.filter(pk=piece.pk).update(state=State.SUBMITTED)
    assert ines.post(f"/workshop/catalog/piece/{piece.pk}/bench/", told).status_code == 403
    assert "data-hx-post" not in ines.get(form_of(piece)).content.decode()


def test_whole_piece_has_no_making_gap() -> None:
    assert "making" not in {gap.name for gap in gaps_of(make_handmade())}
