"""The same shoppers as the prototype serves them, frozen so that nobody needs the prototype.

    python -m bench.simulation.prototype ../shared/design/reference

runs its `sim.py` with its own scheme "mix+top@3" and writes bench/data/simulated_by_prototype.json: once with three
choices between pieces at most, as the product shows, and once with as many as the prototype likes.
"""

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.simulation.sessions import Session, Step
from buyers.decision.cards import MOST_DUELS

FILE = Path(__file__).parents[1] / "data" / "simulated_by_prototype.json"
SEEDS, SHOPPERS, MOST_ANSWERS = (991, 992), 180, 12
SCHEME = "mix+top@3"
DIGITS = 4


def frozen_sessions(duels: str, seed: int) -> list[Session]:
    """The prototype's sessions of a seed with `three` duels or `any`, in the order of its shoppers.

    KeyError for a seed that was not frozen.
    """
    return [_session(entry) for entry in json.loads(FILE.read_text(encoding="utf-8"))[duels][str(seed)]]


def _session(entry: dict[str, Any]) -> Session:
    steps = [
        Step(count=count, probability=probability, gap=gap, loss=loss, loss_of_three=of_three)
        for count, probability, gap, loss, of_three in entry["steps"]
    ]
    return Session(by_hand=entry["by_hand"], difference=entry["difference"], steps=tuple(steps))


def freeze(reference: Path) -> None:
    prototype = _loaded(reference, "jewel_decision")
    sys.modules["jewel_decision"] = prototype
    simulation = _loaded(reference, "sim")
    frozen = {"any": _frozen(simulation)}
    vars(prototype)["duels"] = _limited(prototype.duels)
    frozen["three"] = _frozen(simulation)
    FILE.write_text(json.dumps(frozen, separators=(",", ":")).replace('{"by_hand"', '\n{"by_hand"') + "\n", "utf-8")


def _frozen(simulation: ModuleType) -> dict[str, list[dict[str, Any]]]:
    return {str(seed): [_entry(simulation, one) for one in _run(simulation, seed)] for seed in SEEDS}


def _limited(duels: Callable[..., Any]) -> Callable[..., Any]:
    """The prototype's pairs of pieces to show, none after the most that the product shows."""

    def limited(*arguments: Any) -> Any:
        answered = sum(answer[0] == "duel" for answer in arguments[3].answers)
        return duels(*arguments) if answered < MOST_DUELS else []

    return limited


def _run(simulation: ModuleType, seed: int) -> Any:
    results, _info = simulation.simulate(SHOPPERS, seed, [SCHEME], qmax=MOST_ANSWERS)
    return results


def _entry(simulation: ModuleType, result: Any) -> dict[str, Any]:
    meta, rows, _baselines = result
    steps = [[row["q"], simulation.prob(row), row["gap"], row["l1"], row["l3"]] for row in rows if row["q"]]
    return {
        "by_hand": bool(meta["y"]),
        "difference": round(float(meta["mat"]), DIGITS),
        "steps": [[count, *(round(float(number), DIGITS) for number in numbers)] for count, *numbers in steps],
    }


def _loaded(folder: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    freeze(Path(sys.argv[1]))
