"""Stones: faceted, domed, pearls and beads, each seen from above with light from the upper left. Plain."""

from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from catalog.choices import Substance
from catalog.drawing.sheet import Point, Sheet, at, fixed, polygon
from catalog.drawing.tones import BRILLIANT, PEARLY, STEP_CUT, Tones

LIGHT_FROM = 225
SMALL = 18.0
BANDED = frozenset(
    {
        *(Substance.TIGER_EYE, Substance.AGATE, Substance.MALACHITE, Substance.JASPER, Substance.HORN),
        Substance.WOOD,
    }
)
FLASHING = frozenset({Substance.OPAL, Substance.LABRADORITE, Substance.MOTHER_OF_PEARL, Substance.SHELL})
FLECKED = {
    Substance.LAPIS: "#e8c860",
    Substance.TURQUOISE: "#3f2a18",
    Substance.JASPER: "#2a0a05",
    Substance.AMBER: "#ffeab0",
}
FLASHES = ("#ff9db0", "#7fe0c4", "#8db6ff", "#ffd98a")
STEPS = (1.0, 0.8, 0.6, 0.42)
# The upper right half of a step cut's outline, from the left along the top; the other half is its mirror.
CORNERS = ((-0.64, -1.0), (0.64, -1.0), (1.0, -0.64), (1.0, 0.64))


@dataclass(frozen=True, kw_only=True)
class Seat:
    """Where a stone sits: `squash` flattens it as it is tilted away."""

    center: Point
    radius: float
    squash: float = 1.0

    @property
    def is_bead(self) -> bool:
        """Too small to show much of what grows in it."""
        return self.radius < SMALL

    def point(self, share: float, degrees: float) -> Point:
        return at(self.center, self.radius * share, degrees, self.squash)

    def moved(self, right: float, down: float) -> Point:
        """A point so many radii to the right and below."""
        return self.center[0] + self.radius * right, self.center[1] + self.radius * self.squash * down


def draw_stone(sheet: Sheet, stone: Substance, center: Point, radius: float, *, squash: float = 1.0) -> None:
    """A stone as it is usually cut: brilliant, step cut, pearl or cabochon."""
    seat = Seat(center=center, radius=radius, squash=squash)
    if stone in BRILLIANT:
        _brilliant(sheet, sheet.tones_of(stone), seat)
    elif stone in STEP_CUT:
        _step_cut(sheet, sheet.tones_of(stone), seat)
    elif stone in PEARLY:
        _pearl(sheet, sheet.tones_of(stone), seat)
    else:
        _cabochon(sheet, stone, seat)


def _facet_tone(tones: Tones, degrees: float, depth: float) -> str:
    """Facets flash by turns: those towards the light and those straight across it are bright."""
    lit = cos(radians(degrees - LIGHT_FROM)) * 0.55 + cos(radians(3 * degrees + 40)) * 0.45 + depth
    scale = (tones.deep, tones.shade, tones.body, tones.light, tones.shine)
    return scale[min(4, max(0, round(1.9 + lit * 1.7)))]


def _brilliant(sheet: Sheet, tones: Tones, seat: Seat) -> None:
    girdle = polygon(seat.point(1, step * 22.5) for step in range(16))
    sheet.path(girdle, tones.shade)
    for middle in range(0, 360, 45):
        table, outer = seat.point(0.54, middle), seat.point(1, middle)
        before, after = seat.point(0.72, middle - 22.5), seat.point(0.72, middle + 22.5)
        sheet.path(polygon((table, after, outer, before)), _facet_tone(tones, middle, 0.05))
        star = polygon((table, after, seat.point(0.54, middle + 45)))
        sheet.path(star, _facet_tone(tones, middle + 22.5, -0.25))
        for corner, turn in ((before, -22.5), (after, 22.5)):
            facet = polygon((corner, outer, seat.point(1, middle + turn)))
            sheet.path(facet, _facet_tone(tones, middle + turn * 0.6, -0.1))
    _table(sheet, tones, seat)
    sheet.line(girdle, tones.deep, 0.9, stroke_linejoin="round", stroke_opacity=0.7)


def _table(sheet: Sheet, tones: Tones, seat: Seat) -> None:
    stops = [(0, tones.shine), (0.3, tones.light), (0.55, tones.body), (0.8, tones.shade), (1, tones.body)]
    corners = polygon(seat.point(0.54, step) for step in range(0, 360, 45))
    sheet.path(corners, sheet.linear(stops, (0, 0), (1, 1)))
    for turn in (20, 100, 190, 290):
        flash = (seat.point(0.12, turn - 60), seat.point(0.5, turn), seat.point(0.2, turn + 40))
        sheet.path(polygon(flash), tones.deep, opacity=0.28)
    sheet.path(polygon((seat.point(0.42, 205), seat.point(0.5, 240), seat.point(0.16, 225))), "#fff", opacity=0.85)


def _step_cut(sheet: Sheet, tones: Tones, seat: Seat) -> None:
    for ring, (outer, inner) in enumerate(pairwise(STEPS)):
        for side in range(8):
            edge = (_corner(seat, outer, side), _corner(seat, outer, side + 1))
            facet = polygon((*edge, _corner(seat, inner, side + 1), _corner(seat, inner, side)))
            sheet.path(facet, _facet_tone(tones, side * 45 - 90, 0.35 - 0.35 * ring))
    stops = [(0, tones.shine), (0.25, tones.light), (0.5, tones.body), (0.75, tones.shade), (1, tones.body)]
    table = polygon(_corner(seat, STEPS[-1], side) for side in range(8))
    sheet.path(table, sheet.linear(stops, (0, 0), (1, 1)))
    outline = polygon(_corner(seat, 1.0, side) for side in range(8))
    sheet.line(outline, tones.deep, 0.9, stroke_linejoin="round", stroke_opacity=0.7)


def _corner(seat: Seat, share: float, side: int) -> Point:
    x, y = [*CORNERS, *((-x, -y) for x, y in CORNERS)][side % 8]
    return seat.moved(x * 1.12 * share, y * 0.84 * share)


def _pearl(sheet: Sheet, tones: Tones, seat: Seat) -> None:
    """Soft heart, rosy rim, and light that comes back from the ground."""
    stops = [
        *((0, tones.shine), (0.28, tones.light), (0.58, tones.body), (0.82, "#d2c1bb"), (0.93, tones.shade)),
        (1, "#c9bfb8"),
    ]
    fill = sheet.radial(stops, radius=0.74)
    sheet.ellipse(seat.center, seat.radius, 1.0, fill, stroke=tones.deep, stroke_width=".5")
    sheet.ellipse(seat.moved(-0.34, -0.4), seat.radius * 0.2, 0.72, "#fff", opacity=0.9)
    if not seat.is_bead:
        sheet.ellipse(seat.moved(0.2, 0.62), seat.radius * 0.4, 0.3, "#fff", opacity=0.28)


def _cabochon(sheet: Sheet, stone: Substance, seat: Seat) -> None:
    tones = sheet.tones_of(stone)
    dome = [(0, tones.light), (0.34, tones.body), (0.72, tones.shade), (0.93, tones.deep), (1, tones.shade)]
    sheet.ellipse(seat.center, seat.radius, seat.squash, sheet.radial(dome, radius=0.72))
    _grow(sheet, stone, seat)
    sheet.ellipse(seat.center, seat.radius, seat.squash, "none", stroke=tones.deep, stroke_width=".7")
    spark = seat.moved(-0.36, -0.42)
    turn = f"rotate(-32 {fixed(spark[0])} {fixed(spark[1])})"
    sheet.ellipse(spark, seat.radius * 0.26, 0.5, tones.shine, opacity=0.88, transform=turn)
    if not seat.is_bead:
        sheet.ellipse(seat.moved(0.24, 0.6), seat.radius * 0.4, 0.22, "#fff", opacity=0.2)


def _grow(sheet: Sheet, stone: Substance, seat: Seat) -> None:
    """What grows in a stone: bands, flecks and veins, or flashes of colour."""
    if stone in BANDED:
        _bands(sheet, sheet.tones_of(stone), seat)
    if stone in FLECKED:
        for _fleck in range(2 if seat.is_bead else 7):
            place = seat.point(0.8 * abs(sheet.chance()) ** 0.5, 180 * sheet.chance())
            size = seat.radius * (0.05 + 0.03 * abs(sheet.chance()))
            sheet.ellipse(place, size, 0.7, FLECKED[stone], opacity=0.7)
    if stone in FLASHING:
        for colour in FLASHES:
            place = seat.point(0.3 + 0.25 * sheet.chance(), 180 * sheet.chance())
            sheet.ellipse(place, seat.radius * 0.34, seat.squash * 0.6, colour, opacity=0.36)


def _bands(sheet: Sheet, tones: Tones, seat: Seat) -> None:
    for step in (-1, 0, 1) if seat.is_bead else range(-2, 3):
        height = step * 0.34 + sheet.chance() * 0.06
        reach = (1 - height**2) ** 0.5 * 0.97
        (left, level), (right, _level) = seat.moved(-reach, height), seat.moved(reach, height)
        middle, bend = seat.moved(0, height - 0.22)
        curve = f"M{fixed(left)} {fixed(level)}Q{fixed(middle)} {fixed(bend)} {fixed(right)} {fixed(level)}"
        sheet.line(curve, tones.light if step % 2 else tones.deep, seat.radius * 0.11, stroke_opacity=0.45)
