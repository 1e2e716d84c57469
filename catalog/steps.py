"""The making of a piece as it is shown: one line of it, and a pictogram per step."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.choices import Control, Method, Stage
from catalog.claims import SHAPING
from catalog.facts import StepFacts
from catalog.labels import label_for
from catalog.models import Piece, Step

STEPS_IN_A_LINE = 4
TELLING = SHAPING | {Stage.ASSEMBLE}

ICONS = {
    Method.DRAW: "draw",
    Method.CAD: "cad",
    Method.SAW: "saw",
    Method.FILE: "file",
    Method.FORGE: "forge",
    Method.RAISE: "forge",
    Method.DOME: "forge",
    Method.DRAW_WIRE: "wire",
    Method.ROLL: "roll",
    Method.SOLDER: "solder",
    Method.LASER_WELD: "weld",
    Method.GRANULATE: "beads",
    Method.FILIGREE: "filigree",
    Method.WIRE_WRAP: "knot",
    Method.CHASE: "chase",
    Method.REPOUSSE: "chase",
    Method.ENGRAVE: "engrave",
    Method.LASER_ENGRAVE: "laser",
    Method.CARVE: "carve",
    Method.CARVE_WAX: "carve",
    Method.PRINT_WAX: "print",
    Method.PRINT_METAL: "print",
    Method.CAST_ONE_OFF: "cast",
    Method.CAST_MOULD: "cast",
    Method.CAST_PRINTED_WAX: "cast",
    Method.METAL_CLAY: "clay",
    Method.STRIKE: "strike",
    Method.PRESS: "press",
    Method.MILL: "mill",
    Method.ELECTROFORM: "bath",
    Method.MACHINE_CHAIN: "chain",
    Method.BOUGHT_FINDING: "bought",
    Method.STRING: "beads",
    Method.KNOT: "knot",
    Method.BRAID: "braid",
    Method.STITCH: "stitch",
    Method.CUT_STONE: "stone",
    Method.SET_BY_HAND: "set",
    Method.SET_BY_MACHINE: "set",
    Method.GLUE: "glue",
    Method.RIVET: "rivet",
    Method.ENAMEL: "enamel",
    Method.PATINATE: "bath",
    Method.PLATE: "bath",
    Method.TUMBLE: "polish",
    Method.POLISH: "polish",
    Method.INSPECT: "inspect",
}


@dataclass(frozen=True, kw_only=True)
class BenchStep:
    """One step as it is drawn: the same step may be done by hand or by a machine, so both are said."""

    icon: str
    method: str
    control: str
    where: str
    note: str
    makes_feature: bool


def bench_steps(piece: Piece) -> list[BenchStep]:
    return [_shown(step) for step in piece.steps.all()]


def making_line(piece: Piece) -> str:
    """How a piece was made, in one line: the first steps that shape, join, set, decorate or finish it."""
    steps = [step for step in piece.steps.all() if step.stage in TELLING]
    if not steps:
        return _("Nobody told us how it is made.")
    methods = list(dict.fromkeys(Method(step.method) for step in steps))[:STEPS_IN_A_LINE]
    own = [_(label_for(method)) for method in methods if method != Method.BOUGHT_FINDING]
    bought = [_("with a bought part")] if Method.BOUGHT_FINDING in methods else []
    return capfirst(", ".join([*own, *bought]))


def names_of(steps: Iterable[StepFacts]) -> str:
    """What was done, each once, in the order of the making."""
    return ", ".join(dict.fromkeys(_(label_for(step.method)) for step in steps))


def _shown(step: Step) -> BenchStep:
    method = Method(step.method)
    return BenchStep(
        icon=ICONS[method],
        method=capfirst(_(label_for(method))),
        control="" if _says_how(step) else _(label_for(Control(step.control))),
        where=", ".join(filter(None, (step.done_by, "" if step.place in step.done_by else step.place))),
        note=step.note,
        makes_feature=step.makes_feature,
    )


def _says_how(step: Step) -> bool:
    """The method names the control already, or was somebody else's: a bought part."""
    is_set_by_hand = step.method == Method.SET_BY_HAND and step.control == Control.HAND
    return is_set_by_hand or step.method in {Method.SET_BY_MACHINE, Method.BOUGHT_FINDING}
