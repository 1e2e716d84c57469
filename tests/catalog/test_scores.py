import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from catalog.assessment import facts_of, read_facts
from catalog.choices import (
    Claim,
    Coating,
    Edition,
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
from catalog.labels.criteria import CRITERION_WORDS, ORIGIN_WORDS
from catalog.levels import RATED, origin_points
from catalog.models import Piece
from catalog.scores import Score, scores_of
from tests.factory import (
    DECLARED_ON,
    evidence,
    make_handmade,
    make_maker,
    make_mass_produced,
    make_piece,
    material,
    step,
    steps_by_hand,
)

pytestmark = pytest.mark.django_db

TODAY = date(2025, 6, 1)
EVEN: dict[str, Any] = {"sizing": Sizing.EXACT, "evenness": Evenness.MATCHED}


def scored(piece: Piece) -> dict[str, Score]:
    read_facts([piece], TODAY)
    return {score.criterion: score for score in scores_of(piece, TODAY)}


def declared(**facts: Any) -> dict[str, Score]:
    return scored(make_piece(declared_on=DECLARED_ON, **facts))


def test_every_criterion_has_words_and_a_rung_for_every_level() -> None:
    assert tuple(CRITERION_WORDS) == RATED
    assert all(len(words.rungs) == 5 or words.counted for words in CRITERION_WORDS.values())


def test_nine_scores_in_the_order_of_the_ladders() -> None:
    assert tuple(scored(make_piece())) == RATED


@pytest.mark.parametrize(
    ("facts", "criterion", "words"),
    [
        (EVEN, "precision", "Exact size, matched or each one checked"),
        ({"number_made": 4200}, "uniqueness", "4,200 made"),
        ({"number_made": 1}, "uniqueness", "Only one"),
        ({"options": [OptionKind.SIZE, OptionKind.ENGRAVING]}, "custom", "Engraving, or a stone from a list"),
        ({"is_standard_design": True}, "character", "A standard design"),
        ({"preview": Preview.THIS_PIECE, "returnable_days": 14}, "certainty", "can be returned"),
        ({"returnable_days": 14}, "certainty", "Nothing told of what is seen before paying, can be returned"),
        (
            {"steps": [step(Stage.FORM, Method.STRIKE), step(Stage.SET, Method.GLUE)]},
            "craft",
            "Glued, or with raw edges",
        ),
    ],
)
def test_rung_is_said_in_words(facts: dict[str, Any], criterion: str, words: str) -> None:
    assert declared(**facts)[criterion].words.endswith(words)


@pytest.mark.parametrize(
    ("parts", "services", "words"),
    [
        ([material()], {}, "Solid metal"),
        (
            [material()],
            {"warranty_years": 1, "spare_parts": True},
            "Solid metal, spare parts to be had, a warr",
        ),
        ([material(coating=Coating.PLATED)], {"repaired_by_maker": True}, "Plated, repaired by its maker"),
        ([material(coating=Coating.VERMEIL)], {"resize_min": 50, "resize_max": 54}, "Vermeil, can be resized"),
        ([material(Substance.LEATHER, role=Role.OTHER, is_main=True)], {}, "No metal that wears through"),
    ],
)
def test_long_life_is_told_by_its_facts(parts: list[Any], services: dict[str, Any], words: str) -> None:
    assert declared(materials=parts, **services)["longevity"].words.startswith(words)


def test_what_is_glued_is_told_to_be_glued() -> None:
    score = declared(materials=[material()], steps=[step(Stage.SET, Method.GLUE)])["longevity"]
    assert (score.words, score.level) == ("Glued", 0)


def test_origin_names_what_is_told() -> None:
    maker = make_maker(kind=MakerKind.WORKSHOP, place="Porto", contact="By letter.")
    told = declared(maker=maker)["provenance"]
    assert told.words == "Told: who makes it, where, how to reach them"


def test_every_point_of_an_origin_has_words() -> None:
    told = [replace(one, done_by="Ada", place="Porto") for one in steps_by_hand()]
    maker = make_maker(kind=MakerKind.WORKSHOP, place="Porto", contact="By letter.")
    piece = make_piece(maker=maker, steps=told, evidence=[evidence(Claim.MARK, Grade.DOCUMENTED)])
    read_facts([piece], TODAY)
    assert set(origin_points(facts_of(piece), TODAY)) == set(ORIGIN_WORDS)
    assert scored(piece)["provenance"].words.endswith("how to reach them, a certificate or mark")


def test_how_well_it_is_known() -> None:
    shown = scored(make_handmade())
    assert (shown["craft"].known, shown["uniqueness"].known) == ("seen", "declared")
    assert shown["sustain"].known == "not_disclosed"


@pytest.mark.parametrize(
    ("criterion", "note"),
    [
        ("uniqueness", "between “10,000 made or more” and “1,000 made”"),
        ("longevity", "between “Filled or vermeil” and “Solid”"),
        ("sustain", "“Nothing said”"),
        ("custom", "“Nothing”"),
    ],
)
def test_what_nobody_told_us_says_what_it_was_counted_as(criterion: str, note: str) -> None:
    score = scored(make_piece())[criterion]
    assert (score.words, score.note) == ("", f"Nobody told us. We counted it as {note}.")


def test_origin_of_which_nobody_told_us_counts_as_nothing() -> None:
    score = scored(make_piece(maker=make_maker(kind=MakerKind.LABEL)))["provenance"]
    assert score.note == "Nobody told us. We counted it as nothing."


def test_claim_that_nobody_signed_counts_for_less_and_says_so() -> None:
    scores = scored(make_piece(**EVEN, number_made=1, tolerance_mm=Decimal("0.05")))
    assert scores["precision"].words == "Claimed, and not signed"
    assert scores["precision"].note.startswith("We counted it as between “Size to within a half")
    assert scores["uniqueness"].words == "Only one"
    assert scores["uniqueness"].note == "The maker has not signed it, so it counts for less."


def test_bar_is_filled_as_far_as_the_level_reaches() -> None:
    scores = declared(number_made=40, edition=Edition.CLOSED, steps=steps_by_hand())
    assert [filled for _start, filled in scores["uniqueness"].rungs] == ["10.0", "10.0", "4.0", "0.0"]
    assert [start for start, _filled in scores["craft"].rungs] == [0, 12, 24, 36]
    assert scores["uniqueness"].place == "between 2 and 3 of 4"
    assert scores["craft"].place == "2 of 4"


def test_shoppers_read_no_decimals_of_a_level() -> None:
    for piece in (make_piece(), make_handmade(), make_mass_produced()):
        read = [f"{score.words} {score.note} {score.place}" for score in scored(piece).values()]
        assert not any(re.search(r"\d\.\d", text) for text in read)
