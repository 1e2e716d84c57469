"""What was measured, beside what it is promised to be: as a table for people and as JSON for programs. Plain."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

NOT_MEASURED = "not measured"
WIDTHS = (60, 13, 31, 10, 9)
HEADINGS = ("", "ours", "beside", "ratio", "target", "verdict")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure of one promise (`part`). What is promised is the ratio where something was measured beside it.

    Beside a floor the ratio is how many times the floor it takes; beside a peer, how many times as much the peer takes.
    """

    part: str
    what: str
    value: float | None = None
    unit: str = ""
    floor: str = ""
    peer: str = ""
    beside: float | None = None
    most: float | None = None
    least: float | None = None

    @property
    def ratio(self) -> float | None:
        if not self.value or not self.beside:
            return None
        return self.value / self.beside if self.floor else self.beside / self.value

    @property
    def verdict(self) -> str:
        judged = self.ratio if self.floor or self.peer else self.value
        if judged is None:
            return NOT_MEASURED
        if self.most is None and self.least is None:
            return "no promise"
        is_met = (self.most is None or judged <= self.most) and (self.least is None or judged >= self.least)
        return "met" if is_met else "not met"

    @property
    def target(self) -> str:
        """Of the ratio, or of the value where nothing was measured beside it."""
        signed = [f"{sign} {number:g}" for sign, number in (("≤", self.most), ("≥", self.least)) if number is not None]
        return " ".join(signed)


def as_dictionary(figure: Figure) -> dict[str, Any]:
    return asdict(figure) | {"ratio": figure.ratio, "target": figure.target, "verdict": figure.verdict}


def write(figures: Iterable[Figure], path: Path, machine: str) -> None:
    held = {"machine": machine, "figures": [as_dictionary(figure) for figure in figures]}
    path.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def table(figures: Iterable[Figure]) -> Iterator[str]:
    """Its lines, in groups of one promise each, those that follow each other."""
    yield _line(HEADINGS)
    for part, group in groupby(figures, key=lambda figure: figure.part):
        yield ""
        yield part
        yield from (_line(_cells(figure)) for figure in group)


def _cells(figure: Figure) -> tuple[str, ...]:
    beside = "" if figure.beside is None else _said(figure.beside, figure.unit)
    return (
        f"  {figure.what}",
        "" if figure.value is None else _said(figure.value, figure.unit),
        f"{figure.floor or figure.peer} {beside}".strip(),
        "" if figure.ratio is None else f"{_short(figure.ratio)} x",
        figure.target,
        figure.verdict,
    )


def _said(value: float, unit: str) -> str:
    return f"{_short(value)} {unit}".strip()


def _short(value: float) -> str:
    """Three digits that count, and no more of a large number's than it has."""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def _line(cells: Iterable[str]) -> str:
    *first, verdict = cells
    padded = (
        f"{cell:<{width}}" if at in (0, 2) else f"{cell:>{width}}"
        for at, (cell, width) in enumerate(zip(first, WIDTHS, strict=True))
    )
    return f"{' '.join(padded)} {verdict}".rstrip()
