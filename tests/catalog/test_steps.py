import pytest

from catalog.choices import Control, Method, Stage
from catalog.facts import StepFacts
from catalog.models import Piece
from catalog.steps import bench_steps, making_line
from tests.factory import make_piece, step

pytestmark = pytest.mark.django_db


def piece_of(*steps: StepFacts) -> Piece:
    return make_piece(steps=list(steps))


def test_bought_part_comes_last_in_the_line() -> None:
    piece = piece_of(step(Stage.FORM, Method.BOUGHT_FINDING), step(Stage.JOIN, Method.STRING))
    assert making_line(piece) == "Strung, with a bought part"


def test_line_of_nothing_told_says_so() -> None:
    assert making_line(piece_of()) == "Nobody told us how it is made."


@pytest.mark.parametrize(
    ("method", "control", "shown"),
    [
        (Method.SET_BY_HAND, Control.HAND, ""),
        (Method.SET_BY_HAND, Control.HAND_GUIDED, "by hand-guided tool"),
        (Method.SET_BY_MACHINE, Control.AUTOMATIC, ""),
        (Method.BOUGHT_FINDING, Control.AUTOMATIC, ""),
        (Method.PRESS, Control.AUTOMATIC, "automatic"),
    ],
)
def test_control_is_not_said_twice(method: Method, control: Control, shown: str) -> None:
    assert bench_steps(piece_of(step(Stage.SET, method, control)))[0].control == shown


@pytest.mark.parametrize(
    ("done_by", "place", "where"),
    [
        ("A caster in Florence", "Florence", "A caster in Florence"),
        ("Siro Castagnai", "Florence", "Siro Castagnai, Florence"),
        ("", "Florence", "Florence"),
        ("Siro Castagnai", "", "Siro Castagnai"),
    ],
)
def test_place_is_not_said_twice(done_by: str, place: str, where: str) -> None:
    told = StepFacts(stage=Stage.FORM, method=Method.FORGE, control=Control.HAND, done_by=done_by, place=place)
    assert bench_steps(piece_of(told))[0].where == where
