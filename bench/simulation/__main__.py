"""Prints how well the product's rule does by the shoppers of two seeds, beside the prototype by the same ones.

    python -m bench.simulation [--write] [SHOPPERS]

With `--write` the figures go to buyers/decision/quality.json, from which /method/ tells them.
"""

import json
import sys
import time
from collections.abc import Iterator, Sequence

from bench.simulation.figures import (
    MATERIAL,
    POINTS,
    Figure,
    calibration_error,
    calibration_of,
    called_share,
    figures_at,
    moment_at,
    right_when_called,
)
from bench.simulation.prototype import SEEDS, SHOPPERS, frozen_sessions
from bench.simulation.sessions import Session, simulate
from buyers.decision.quality import FILE

HEAD = f"{'':38}{'ours':>9}{'prototype':>11}{'better by':>11}{'± 2 s.e.':>10}"


def main(arguments: Sequence[str]) -> None:
    started = time.process_time()
    shoppers = next((int(one) for one in arguments if one.isdigit()), SHOPPERS)
    ours = [session for seed in SEEDS for session in simulate(shoppers, seed)]
    theirs = [session for seed in SEEDS for session in frozen_sessions(seed)[:shoppers]]
    for line in _report(ours, theirs):
        print(line)
    print(f"{len(ours)} shoppers in {time.process_time() - started:.0f} s of CPU")
    if "--write" in arguments:
        FILE.write_text(json.dumps(_quality(ours), indent=2) + "\n", encoding="utf-8")


def _report(ours: Sequence[Session], theirs: Sequence[Session]) -> Iterator[str]:
    for name, count in POINTS.items():
        yield ""
        yield f"{name:38}{HEAD[38:]}"
        yield from (_line(figure) for figure in figures_at(ours, theirs, count))
        both = [[moment_at(session, count) for session in sessions] for sessions in (ours, theirs)]
        for title, measure in (
            ("calibration error", calibration_error),
            ("share of shoppers with a call", called_share),
            ("right when called", right_when_called),
        ):
            yield f"  {title:36}" + "".join(
                f"{measure(moments):>{width}.3f}" for moments, width in zip(both, (9, 11), strict=True)
            )
    yield ""


def _line(figure: Figure) -> str:
    numbers = f"{figure.ours:>9.3f}{figure.theirs:>11.3f}{figure.gain:>+11.3f}{2 * figure.error:>10.3f}"
    return f"  {figure.name:36}{numbers}  {'worse' if figure.is_worse else 'not worse'}"


def _quality(sessions: Sequence[Session]) -> dict[str, object]:
    """What the page on the method tells."""
    points = {}
    for name, count in POINTS.items():
        moments = [moment_at(session, count) for session in sessions]
        material = [moment for moment in moments if moment[0].difference >= MATERIAL]
        points[name] = {
            "answers": _mean(step.count for _, step in moments),
            "right": _mean((step.probability > 0.5) == session.by_hand for session, step in moments),
            "right_where_it_matters": _mean((step.probability > 0.5) == session.by_hand for session, step in material),
            "given_up": _mean(step.loss for _, step in moments),
            "called": called_share(moments),
            "right_when_called": right_when_called(moments),
        }
    later = [moment_at(session, count) for session in sessions for count in range(5, 13)]
    bins = [
        {"least": one.least, "share": one.share, "stated": one.stated, "observed": one.observed}
        for one in calibration_of(later)
    ]
    return {"shoppers": len(sessions), "points": points, "calibration": bins}


def _mean(numbers: Iterator[float]) -> float:
    found = [float(number) for number in numbers]
    return round(sum(found) / len(found), 4)


if __name__ == "__main__":
    main(sys.argv[1:])
