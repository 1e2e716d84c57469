"""The sheet a piece is drawn on: collects strokes and gradients, and varies them always in the same way. Plain."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from math import cos, radians, sin
from zlib import crc32

from catalog.choices import Substance
from catalog.drawing.tones import Tones, stone_tones

SIDE = 320
Point = tuple[float, float]
Stops = Sequence[tuple[float, str]]


def fixed(number: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{round(number, 1) + 0.0:.1f}".removesuffix(".0")


def spots(*points: Point) -> str:
    """Points as a path names them."""
    return " ".join(f"{fixed(x)} {fixed(y)}" for x, y in points)


def at(center: Point, radius: float, degrees: float, squash: float = 1.0) -> Point:
    """A point on an ellipse: 0 degrees is right, 90 is down; `squash` flattens it."""
    return center[0] + radius * cos(radians(degrees)), center[1] + radius * squash * sin(radians(degrees))


def polygon(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{fixed(x)} {fixed(y)}" for x, y in points) + "Z"


def smooth(points: Sequence[Point], *, is_closed: bool = True) -> str:
    """A curve through all points (Catmull-Rom as cubic Béziers)."""
    count = len(points)
    path = [f"M{fixed(points[0][0])} {fixed(points[0][1])}"]
    for index in range(count if is_closed else count - 1):
        before, start, end, after = (_nth(points, index + step, is_closed=is_closed) for step in (-1, 0, 1, 2))
        first = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        second = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        path.append("C" + " ".join(fixed(number) for point in (first, second, end) for number in point))
    return "".join(path) + ("Z" if is_closed else "")


def _nth(points: Sequence[Point], index: int, *, is_closed: bool) -> Point:
    return points[index % len(points)] if is_closed else points[min(max(index, 0), len(points) - 1)]


class Sheet:
    """Strokes in the order they are laid; `hand` is how far a hand strays, 0 for a machine.

    `tints` are the stones and cords of which the listing itself names the colour.
    """

    def __init__(self, key: str, *, hand: float = 0.0, tints: Mapping[Substance, Tones] | None = None) -> None:
        self.key, self.hand, self.tints = key, hand, tints or {}
        self._definitions: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._strokes: list[str] = []
        self._drawn = 0
        self.extent: Point = (float(SIDE), float(SIDE))

    @property
    def drawing_id(self) -> str:
        return f"{self.key}-drawing"

    def measure(self, across: float, down: float) -> None:
        """How many units of the sheet the piece's own width and height take, without its chain, clasp or shadow."""
        self.extent = across, down

    def chance(self) -> float:
        """The next number of this piece's own series, from -1 to 1."""
        self._drawn += 1
        return crc32(f"{self.key}/{self._drawn}".encode()) / 2**31 - 1

    def tones_of(self, substance: Substance) -> Tones:
        return self.tints.get(substance) or stone_tones(substance)

    def stray(self, spread: float) -> float:
        """How far a hand strays here; nothing for a machine."""
        return self.chance() * spread * self.hand

    def add(self, *elements: str) -> None:
        self._strokes.extend(elements)

    def path(self, outline: str, fill: str, **attributes: object) -> None:
        self.add(f'<path d="{outline}" fill="{fill}"{_written(attributes)}/>')

    def line(self, outline: str, stroke: str, width: float, **attributes: object) -> None:
        width_and_more = {"stroke": stroke, "stroke_width": fixed(width), **attributes}
        self.add(f'<path d="{outline}" fill="none"{_written(width_and_more)}/>')

    def ellipse(self, center: Point, radius: float, squash: float, fill: str, **attributes: object) -> None:
        place = f'cx="{fixed(center[0])}" cy="{fixed(center[1])}" rx="{fixed(radius)}" ry="{fixed(radius * squash)}"'
        self.add(f'<ellipse {place} fill="{fill}"{_written(attributes)}/>')

    def linear(self, stops: Stops, start: Point = (0, 0), end: Point = (0, 1), *, in_box: bool = True) -> str:
        ends = dict(zip(("x1", "y1", "x2", "y2"), (*start, *end), strict=True))
        return self._gradient("linearGradient", ends, stops, in_box=in_box)

    def radial(self, stops: Stops, *, focus: Point = (0.38, 0.34), radius: float = 0.68) -> str:
        return self._gradient("radialGradient", {"cx": focus[0], "cy": focus[1], "r": radius}, stops, in_box=True)

    def shadow(self, center: Point, radius: float, squash: float) -> None:
        """The soft shadow under a piece: light comes from the upper left."""
        fade = self._gradient(
            "radialGradient",
            {"cx": 0.5, "cy": 0.5, "r": 0.5},
            [(0, "#26221c;.42"), (0.45, "#26221c;.2"), (1, "#26221c;0")],
            in_box=True,
        )
        self.ellipse(center, radius, squash, fade)

    def open_group(self, **attributes: object) -> None:
        self.add(f"<g{_written(attributes)}>")

    def close_group(self) -> None:
        self.add("</g>")

    def clip(self, outline: str) -> str:
        return self._define("clipPath", "", f'<path d="{outline}"/>')

    def svg(self, title: str) -> str:
        head = f'<svg viewBox="0 0 {SIDE} {SIDE}" role="img" aria-label="{escape(title)}">'
        return f"{head}{self.contents()}</svg>"

    def contents(self) -> str:
        """What the SVG holds. All strokes are one group, so that a page can show it again without sending it again."""
        definitions = f"<defs>{''.join(self._definitions.values())}</defs>" if self._definitions else ""
        return f'{definitions}<g id="{self.drawing_id}">{"".join(self._strokes)}</g>'

    def _gradient(self, tag: str, place: dict[str, float], stops: Stops, *, in_box: bool) -> str:
        written = "".join(f' {key}="{value:.3g}"' for key, value in place.items())
        units = "" if in_box else ' gradientUnits="userSpaceOnUse"'
        return self._define(tag, written + units, "".join(_stop(offset, colour) for offset, colour in stops))

    def _define(self, tag: str, attributes: str, inner: str) -> str:
        """What is defined alike is defined once; its name is this piece's own."""
        alike = f"{tag}{attributes}>{inner}"
        if alike not in self._definitions:
            name = f"{self.key}-{len(self._definitions)}"
            self._definitions[alike] = f'<{tag} id="{name}"{attributes}>{inner}</{tag}>'
            self._names[alike] = name
        return f"url(#{self._names[alike]})"


def _stop(offset: float, colour: str) -> str:
    """A colour may carry its opacity behind a semicolon."""
    tone, _divider, opacity = colour.partition(";")
    veil = f' stop-opacity="{opacity}"' if opacity else ""
    return f'<stop offset="{offset:.3g}" stop-color="{tone}"{veil}/>'


def _written(attributes: dict[str, object]) -> str:
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
