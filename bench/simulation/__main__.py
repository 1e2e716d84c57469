"""Prints how well the product's rule does by the shoppers of two seeds, beside the prototype by the same ones.

    python -m bench.simulation [--write] [SHOPPERS]

The prototype is compared as it does with three choices between pieces at most, the product's own limit; what it does
with as many as it likes stands beside it. With `--write` the figures go to buyers/decision/quality.json, from which
/method/ tells them.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from bench.simulation.figures import (
    MATERIAL,
    POINTS,
    Figure,
    Moment,
    calibration_error,
    calibration_of,
    called_share,
    figures_at,
    is_right,
    moment_at,
    right_when_called,
)
from bench.simulation.prototype import SEEDS, SHOPPERS, frozen_sessions
from bench.simulation.sessions import Session, simulate
from buyers.decision.quality import FILE

# Calibration is told of all answers from the fifth to the twelfth.
LATER = range(5, 13)
COLUMNS = f"{'better by':>11}{'± 2 s.e.':>10}"
HEAD = f"{'ours':>9}{'prototype':>11}{COLUMNS}{'':13}{'any duels':>11}{COLUMNS}"
TOLD: dict[str, Callable[[Sequence[Moment]], float]] = {
    "calibration error": calibration_error,
    "share of shoppers with a call": called_share,
    "right when called": right_when_called,
}


def main(arguments: Sequence[str]) -> None:
    started = time.process_time()
    shoppers = next((int(one) for one in arguments if one.isdigit()), SHOPPERS)
    ours = [session for seed in SEEDS for session in simulate(shoppers, seed)]
    theirs = {duels: _theirs(duels, shoppers) for duels in ("three", "any")}
    for line in _report(ours, theirs["three"], theirs["any"]):
        print(line)
    print(f"{len(ours)} shoppers in {time.process_time() - started:.0f} s of CPU")
    if "--write" in arguments:
        FILE.write_text(json.dumps(_quality(ours), indent=2) + "\n", encoding="utf-8")


def _theirs(duels: str, shoppers: int) -> list[Session]:
    return [session for seed in SEEDS for session in frozen_sessions(duels, seed)[:shoppers]]


def _report(ours: Sequence[Session], theirs: Sequence[Session], free: Sequence[Session]) -> Iterator[str]:
    for name, count in POINTS.items():
        yield f"\n{name:38}{HEAD}"
        pairs = zip(figures_at(ours, theirs, count), figures_at(ours, free, count), strict=True)
        yield from (_line(figure, other) for figure, other in pairs)
        moments = [[moment_at(session, count) for session in sessions] for sessions in (ours, theirs, free)]
        for title, measure in TOLD.items():
            mine, other, freely = map(measure, moments)
            yield f"  {title:36}{mine:>9.3f}{other:>11.3f}{'':34}{freely:>11.3f}"
    yield ""


def _line(figure: Figure, free: Figure) -> str:
    numbers = f"{figure.ours:>9.3f}{figure.theirs:>11.3f}{figure.gain:>+11.3f}{2 * figure.error:>10.3f}"
    verdict = "worse" if figure.is_worse else "not worse"
    return f"  {figure.name:36}{numbers}    {verdict:9}{free.theirs:>11.3f}{free.gain:>+11.3f}{2 * free.error:>10.3f}"


def _quality(sessions: Sequence[Session]) -> dict[str, object]:
    """What the page on the method tells, and the first shopper's steps, by which one sees that it still holds."""
    moments = {name: [moment_at(session, count) for session in sessions] for name, count in POINTS.items()}
    later = [moment_at(session, count) for session in sessions for count in LATER]
    return {
        "shoppers": len(sessions),
        "points": {name: _told_of(those) for name, those in moments.items()},
        "calibration": [
            {"least": one.least, "most": one.most, "stated": round(one.stated, 4), "observed": round(one.observed, 4)}
            for one in calibration_of(later)
        ],
        "first_shopper": [round(step.probability, 6) for step in sessions[0].steps],
    }


def _told_of(moments: Sequence[Moment]) -> dict[str, float]:
    material = [moment for moment in moments if moment[0].difference >= MATERIAL]
    return {
        "answers": _mean(step.count for _, step in moments),
        "right": _mean(map(is_right, moments)),
        "right_where_it_matters": _mean(map(is_right, material)),
        "given_up": _mean(step.loss for _, step in moments),
        "called": round(called_share(moments), 4),
        "right_when_called": round(right_when_called(moments), 4),
    }


def _mean(numbers: Iterable[float]) -> float:
    found = [float(number) for number in numbers]
    return round(sum(found) / len(found), 4)


if __name__ == "__main__":
    main(sys.argv[1:])
