"""The ways in which most pieces are made, to begin a record of the making with one tap. Plain."""

from dataclasses import dataclass

from catalog.choices import Control, Method, Stage
from catalog.claims import BY_HAND
from catalog.told import Told


def _(text: str) -> str:
    return text


@dataclass(frozen=True, kw_only=True)
class Sequence:
    name: str
    words: str
    steps: tuple[tuple[Stage, Method, Control], ...]


POLISHED = (Stage.FINISH, Method.POLISH, Control.HAND_GUIDED)

SEQUENCES = (
    Sequence(
        name="sawn",
        words=_("sawn and soldered"),
        steps=(
            (Stage.FORM, Method.SAW, Control.HAND),
            (Stage.JOIN, Method.SOLDER, Control.HAND),
            (Stage.FINISH, Method.FILE, Control.HAND),
            POLISHED,
        ),
    ),
    Sequence(name="forged", words=_("forged"), steps=((Stage.FORM, Method.FORGE, Control.HAND), POLISHED)),
    Sequence(
        name="own-wax",
        words=_("cast from my wax"),
        steps=(
            (Stage.MODEL, Method.CARVE_WAX, Control.HAND),
            (Stage.FORM, Method.CAST_ONE_OFF, Control.OPERATOR),
            POLISHED,
        ),
    ),
    Sequence(
        name="cast",
        words=_("cast, hand-finished"),
        steps=(
            (Stage.MODEL, Method.CARVE_WAX, Control.HAND),
            (Stage.FORM, Method.CAST_MOULD, Control.OPERATOR),
            POLISHED,
        ),
    ),
    Sequence(
        name="strung",
        words=_("strung"),
        steps=(
            (Stage.FORM, Method.STRING, Control.HAND),
            (Stage.ASSEMBLE, Method.KNOT, Control.HAND),
            (Stage.ASSEMBLE, Method.BOUGHT_FINDING, Control.AUTOMATIC),
        ),
    ),
    Sequence(
        name="struck",
        words=_("struck or bought in"),
        steps=(
            (Stage.FORM, Method.STRIKE, Control.OPERATOR),
            (Stage.FINISH, Method.TUMBLE, Control.AUTOMATIC),
        ),
    ),
)


def told_by(sequence: Sequence) -> Told:
    """The techniques of a sequence as a seller would tell them."""
    by_hand = tuple(method for _stage, method, control in sequence.steps if control in BY_HAND)
    return Told(
        by_hand=by_hand, methods=tuple(method for _stage, method, _control in sequence.steps if method not in by_hand)
    )
