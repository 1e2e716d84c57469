"""A technical drawing in millimetres: outlines, dimension lines, grids to sketch into and boxes to fill in. Plain."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot

Point = tuple[float, float]

ARROW_LENGTH, ARROW_HALF = 2.0, 0.45
# Where there is less room than this, arrows point at the two lines from outside.
ROOM_FOR_ARROWS = 7.0
OVERSHOOT = 1.0
BOX_WIDTH, BOX_HEIGHT = 15.0, 6.0
LETTERS_DOWN = 1.0
TEN = 10


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """A path and how it is drawn: outline, example, thin, axis, arrow, grid, tens or box."""

    look: str
    path: str


@dataclass(frozen=True, kw_only=True)
class Label:
    """Words at a point; `anchor` is start, middle or end."""

    x: str
    y: str
    text: str
    anchor: str


def figure(number: float) -> str:
    """A coordinate to a hundredth of a millimetre."""
    return f"{round(number, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def way(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{figure(x)} {figure(y)}" for x, y in points)


@dataclass(kw_only=True)
class Plan:
    """Collects strokes and labels; as wide and high on paper as it says, in millimetres."""

    title: str
    width: float
    height: float
    strokes: list[Stroke] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def line(self, *points: Point, look: str = "outline") -> None:
        self.strokes.append(Stroke(look=look, path=way(points)))

    def circle(self, center: Point, radius: float, look: str = "outline") -> None:
        self.ellipse(center, (radius, radius), look)

    def ellipse(self, center: Point, radii: Point, look: str = "outline") -> None:
        across, down = radii
        half = f"a{figure(across)} {figure(down)} 0 0 1"
        start = f"M{figure(center[0] - across)} {figure(center[1])}"
        path = f"{start}{half} {figure(2 * across)} 0{half} {figure(-2 * across)} 0z"
        self.strokes.append(Stroke(look=look, path=path))

    def rectangle(self, corner: Point, size: Point, look: str = "outline") -> None:
        path = f"M{figure(corner[0])} {figure(corner[1])}h{figure(size[0])}v{figure(size[1])}h{figure(-size[0])}z"
        self.strokes.append(Stroke(look=look, path=path))

    def loop(self, corner: Point, size: Point, look: str = "outline") -> None:
        """An upright loop with round ends, as a closed chain hangs."""
        (left, top), (across, down) = corner, size
        half = figure(across / 2)
        side = figure(down - across)
        end = f"a{half} {half} 0 0 1"
        path = f"M{figure(left)} {figure(top + across / 2)}{end} {figure(across)} 0v{side}{end} {figure(-across)} 0z"
        self.strokes.append(Stroke(look=look, path=path))

    def words(self, point: Point, text: str, anchor: str = "start") -> None:
        self.labels.append(Label(x=figure(point[0]), y=figure(point[1]), text=text, anchor=anchor))

    def grid(self, corner: Point, size: tuple[int, int]) -> None:
        """A frame with a line at each millimetre and a stronger one at each ten."""
        (left, top), (across, down) = corner, size
        for look, step in (("grid", 1), ("tens", TEN)):
            upright = [f"M{figure(left + at)} {figure(top)}v{down}" for at in range(step, across, step)]
            level = [f"M{figure(left)} {figure(top + at)}h{across}" for at in range(step, down, step)]
            self.strokes.append(Stroke(look=look, path="".join([*upright, *level])))
        self.rectangle(corner, size, "box")

    def axes(self, center: Point, reach: float) -> None:
        x, y = center
        self.line((x - reach, y), (x + reach, y), look="axis")
        self.line((x, y - reach), (x, y + reach), look="axis")

    def box(self, corner: Point, label: str, unit: str = "") -> None:
        """An empty box to write into, with what belongs there before it and its unit after it."""
        x, y = corner
        middle = y + BOX_HEIGHT / 2 + LETTERS_DOWN
        self.words((x - 1.5, middle), label, "end")
        self.rectangle(corner, (BOX_WIDTH, BOX_HEIGHT), "box")
        self.words((x + BOX_WIDTH + 1, middle), unit)

    def across(self, left: Point, right: Point, level: float, text: str) -> None:
        """How far it is between two points, on a level below them."""
        for x, y in (left, right):
            self.line((x, y + OVERSHOOT), (x, level + OVERSHOOT), look="thin")
        self._measure((left[0], level), (right[0], level))
        self.words(((left[0] + right[0]) / 2, level + 3.8), text, "middle")

    def down(self, top: Point, bottom: Point, level: float, text: str) -> None:
        """How far it is down from one point to another, on an upright to the right of them; the figure beside it."""
        for x, y in (top, bottom):
            self.line((x + OVERSHOOT, y), (level + OVERSHOOT, y), look="thin")
        self._measure((level, top[1]), (level, bottom[1]))
        self.words((level + 2, (top[1] + bottom[1]) / 2 + LETTERS_DOWN), text)

    def through(self, start: Point, end: Point, text: str) -> None:
        """A dimension inside of what is measured, its figure above the line."""
        self._measure(start, end)
        self.words(((start[0] + end[0]) / 2, start[1] - 1.4), text, "middle")

    def leader(self, start: Point, end: Point, text: str) -> None:
        """A line from a place to the letter that names it."""
        self.line(start, end, look="thin")
        self.circle(start, 0.4, "arrow")
        self.words((end[0] + 0.8, end[1] + LETTERS_DOWN), text)

    def _measure(self, start: Point, end: Point) -> None:
        span = hypot(end[0] - start[0], end[1] - start[1])
        toward = ((end[0] - start[0]) / span, (end[1] - start[1]) / span)
        outside = 0.0 if span >= ROOM_FOR_ARROWS else 4.0
        turn = -1 if outside else 1
        first = (start[0] - toward[0] * outside, start[1] - toward[1] * outside)
        last = (end[0] + toward[0] * outside, end[1] + toward[1] * outside)
        self.line(first, last, look="thin")
        self._arrow(start, (toward[0] * turn, toward[1] * turn))
        self._arrow(end, (-toward[0] * turn, -toward[1] * turn))

    def _arrow(self, tip: Point, along: Point) -> None:
        """Its tip at the point, its tail so far along."""
        x, y = tip[0] + along[0] * ARROW_LENGTH, tip[1] + along[1] * ARROW_LENGTH
        aside = (along[1] * ARROW_HALF, -along[0] * ARROW_HALF)
        tail = ((x + aside[0], y + aside[1]), (x - aside[0], y - aside[1]))
        self.strokes.append(Stroke(look="arrow", path=f"{way([tip, *tail])}z"))
