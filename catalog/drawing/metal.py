"""Metal: bands, wires, sheets, chains, and what tools leave on them. Plain."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from catalog.drawing.sheet import Point, Sheet, at, fixed, polygon, smooth
from catalog.drawing.tones import Tones

HALF_TURN = range(-90, 91, 15)
FACETS = 15
GLINTS = (35.0, 70.0, 100.0, 150.0, 250.0)


@dataclass(frozen=True, kw_only=True)
class Band:
    """A cylinder seen from its open end: the near rim at `center`, the far one `depth` further along the axis.

    `outer` and `inner` are the radii across the axis, `squash` narrows them along it, `turn` is the axis in degrees.
    """

    center: Point
    outer: float
    inner: float
    squash: float
    depth: float
    turn: float


def polished(tones: Tones) -> list[tuple[float, str]]:
    """What a polished round surface shows of a bright room, from the lit edge to the far one."""
    return [
        *((0.0, tones.deep), (0.05, tones.shade), (0.13, tones.light), (0.2, tones.shine), (0.29, tones.light)),
        *((0.42, tones.body), (0.56, tones.shade), (0.67, tones.deep), (0.75, tones.shade), (0.86, tones.light)),
        *((0.93, tones.body), (1.0, tones.deep)),
    ]


def hollow(tones: Tones) -> list[tuple[float, str]]:
    """The inside of a band: darker above, with the floor's light below."""
    return [
        *((0.0, tones.shade), (0.12, tones.deep), (0.34, tones.shade), (0.52, tones.body), (0.66, tones.shade)),
        *((0.8, tones.body), (0.9, tones.light), (1.0, tones.shade)),
    ]


def sheen(tones: Tones) -> list[tuple[float, str]]:
    return [
        *((0.0, tones.shine), (0.22, tones.light), (0.48, tones.body), (0.62, tones.shade), (0.8, tones.body)),
        (1.0, tones.light),
    ]


def draw_band(sheet: Sheet, band: Band, tones: Tones, *, is_hammered: bool = False) -> None:
    turned = f"translate({fixed(band.center[0])} {fixed(band.center[1])}) rotate({fixed(band.turn)})"
    sheet.open_group(transform=turned)
    outside = _outside(sheet, band, 0.018 if is_hammered else 0.004)
    top, bottom = (0.0, -band.outer), (0.0, band.outer)
    sheet.path(outside, sheet.linear(polished(tones), top, bottom, in_box=False))
    sheet.path(_inside(band), sheet.linear(hollow(tones), top, bottom, in_box=False))
    if is_hammered:
        _hammer(sheet, band, tones, outside)
    _rim(sheet, band, tones)
    sheet.line(outside, tones.deep, 0.8, stroke_opacity=0.55)
    sheet.close_group()


def _outside(sheet: Sheet, band: Band, dent: float) -> str:
    near, far = band.outer * band.squash, band.depth
    if not sheet.hand:
        arc = f"A{fixed(near)} {fixed(band.outer)} 0 0"
        over = f"M0 {fixed(-band.outer)}L{fixed(far)} {fixed(-band.outer)}{arc} 1 {fixed(far)} {fixed(band.outer)}"
        return f"{over}L0 {fixed(band.outer)}{arc} 0 0 {fixed(-band.outer)}Z"
    edge = [_on_rim(band, angle, far, 1 + sheet.stray(dent)) for angle in HALF_TURN]
    rim = [_on_rim(band, angle, 0.0, 1.0) for angle in reversed(HALF_TURN)]
    return smooth(edge, is_closed=False) + "L" + smooth(rim, is_closed=False)[1:] + "Z"


def _on_rim(band: Band, angle: float, along: float, swell: float) -> Point:
    x, y = at((along, 0.0), band.outer * swell, angle)
    return along + (x - along) * band.squash, y


def _inside(band: Band) -> str:
    """The part of the inner wall that is seen through the near rim."""
    across, half = band.inner * band.squash, band.depth / 2
    height = band.inner * (1 - min(half / across, 0.98) ** 2) ** 0.5
    arc = f"A{fixed(across)} {fixed(band.inner)} 0"
    down = f"M{fixed(half)} {fixed(-height)}{arc} 1 0 {fixed(half)} {fixed(height)}"
    return f"{down}{arc} 0 1 {fixed(half)} {fixed(-height)}Z"


def _rim(sheet: Sheet, band: Band, tones: Tones) -> None:
    outline = "".join(_ring(radius * band.squash, radius) for radius in (band.outer, band.inner))
    face = sheet.linear(sheen(tones), (0, 0.05), (0.6, 1))
    sheet.path(outline, face, fill_rule="evenodd")
    sheet.line(_ring(band.inner * band.squash, band.inner), tones.deep, 0.8, stroke_opacity=0.5)
    sheet.line(_ring(band.outer * band.squash, band.outer), tones.shine, 0.9, stroke_opacity=0.75)


def _ring(across: float, along: float) -> str:
    arc = f"A{fixed(across)} {fixed(along)} 0 1 1"
    return f"M0 {fixed(-along)}{arc} 0 {fixed(along)}{arc} 0 {fixed(-along)}Z"


def _hammer(sheet: Sheet, band: Band, tones: Tones, outside: str) -> None:
    """What a planishing hammer leaves: a field of small facets, no two to the same light."""
    rows, glints = max(2, round(band.depth / 15)), [_glint(sheet, tones, turn) for turn in GLINTS]
    corners = [[_corner(sheet, band, row / rows, step) for step in range(FACETS + 1)] for row in range(rows + 1)]
    sheet.open_group(clip_path=sheet.clip(outside), stroke=tones.shine, stroke_width=".5", stroke_opacity=".35")
    for near, far in pairwise(corners):
        for step in range(FACETS):
            facet = (near[step], near[step + 1], far[step + 1], far[step])
            sheet.path(polygon(facet), glints[int((sheet.chance() + 1) / 2 * len(glints)) % len(glints)])
    sheet.close_group()


def _corner(sheet: Sheet, band: Band, share: float, step: int) -> Point:
    """Where four facets meet; those on the rims lie beyond the edge."""
    is_inside = 0 < share < 1
    along = band.depth * (share + (sheet.chance() * 0.1 if is_inside else (share - 0.5) * 0.24))
    angle = -92 + step * 184 / FACETS + sheet.chance() * 4.2
    return _on_rim(band, angle, along, 1.0)


def _glint(sheet: Sheet, tones: Tones, turn: float) -> str:
    """A shallow dish lit from one side."""
    end = at((0.5, 0.5), 0.5, turn)
    stops = [(0.0, f"{tones.deep};.5"), (0.45, f"{tones.body};.06"), (1.0, f"{tones.shine};.72")]
    return sheet.linear(stops, (1 - end[0], 1 - end[1]), end)


def _plain_ellipse(center: Point, width: float, height: float) -> str:
    return f'<ellipse cx="{fixed(center[0])}" cy="{fixed(center[1])}" rx="{fixed(width)}" ry="{fixed(height)}"/>'


def _dish(sheet: Sheet, tones: Tones) -> str:
    stops = [
        *((0.0, f"{tones.deep};.5"), (0.3, f"{tones.shade};.3"), (0.6, f"{tones.body};0")),
        *((0.84, f"{tones.light};.45"), (1.0, f"{tones.shine};.85")),
    ]
    return sheet.linear(stops, (0.1, 0), (0.75, 1))


def draw_wire(sheet: Sheet, outline: str, tones: Tones, width: float) -> None:
    """A round wire along a path: edge, body, and the light on its upper left."""
    body = [(0.0, tones.light), (0.28, tones.body), (0.5, tones.shade), (0.72, tones.body), (1.0, tones.light)]
    fill = sheet.linear(body, (40, 60), (280, 250), in_box=False)
    sheet.open_group(stroke_linecap="round", stroke_linejoin="round")
    sheet.line(outline, tones.deep, width)
    sheet.line(outline, tones.shade, width * 0.86)
    sheet.line(outline, fill, width * 0.62)
    lit = f"translate({fixed(-width * 0.12)} {fixed(-width * 0.15)})"
    sheet.line(outline, tones.light, width * 0.3, transform=lit)
    sheet.line(outline, tones.shine, width * 0.11, transform=lit)
    sheet.close_group()


def draw_disc(sheet: Sheet, outline: str, tones: Tones, *, edge: float = 3.0) -> None:
    """A flat sheet of metal with a turned or filed edge."""
    sheet.path(outline, tones.deep, transform=f"translate({fixed(edge * 0.5)} {fixed(edge * 0.8)})")
    stops = [
        *((0.0, tones.light), (0.18, tones.shine), (0.3, tones.light), (0.46, tones.body), (0.58, tones.shade)),
        *((0.7, tones.body), (0.84, tones.light), (1.0, tones.body)),
    ]
    sheet.path(outline, sheet.linear(stops, (0, 0), (1, 1)))
    sheet.line(outline, tones.shine, 1.2, stroke_opacity=0.8)
    sheet.line(outline, tones.deep, 0.7, stroke_opacity=0.6)


def hammer_disc(sheet: Sheet, outline: str, center: Point, radius: float, tones: Tones) -> None:
    sheet.open_group(clip_path=sheet.clip(outline), fill=_dish(sheet, tones))
    for ring, count in enumerate((1, 7, 13, 19)):
        for step in range(count):
            angle = step * 360 / count + sheet.chance() * 9
            place = at(center, radius * (ring / 3.4 + sheet.chance() * 0.04), angle)
            size = radius * (0.155 + 0.035 * sheet.chance())
            sheet.add(_plain_ellipse(place, size, size * 0.92))
    sheet.close_group()


def round_outline(sheet: Sheet, center: Point, radius: float, *, squash: float = 1.0) -> str:
    """A circle, as round as the one who cut it made it."""
    if not sheet.hand:
        across, high = fixed(radius), fixed(radius * squash)
        left, right = fixed(center[0] - radius), fixed(center[0] + radius)
        middle = fixed(center[1])
        return f"M{left} {middle}A{across} {high} 0 1 1 {right} {middle}A{across} {high} 0 1 1 {left} {middle}Z"
    return smooth([at(center, radius * (1 + sheet.stray(0.028)), angle, squash) for angle in range(0, 360, 24)])


def draw_granules(sheet: Sheet, places: Sequence[Point], tones: Tones, radius: float) -> None:
    """Small balls of metal: granulation, claws, beads of a milled edge."""
    fill = sheet.radial([(0, tones.shine), (0.3, tones.light), (0.65, tones.body), (1, tones.deep)])
    for place in places:
        sheet.ellipse(place, radius * (1 + sheet.stray(0.16)), 1.0, fill)


def draw_chain(sheet: Sheet, outline: str, tones: Tones, width: float) -> None:
    """A cable chain along a path: links lie flat and on edge by turns."""
    gap = fixed(width * 1.15)
    dashes = f"{fixed(width * 1.05)} {gap}"
    sheet.line(outline, tones.deep, width * 0.42)
    sheet.line(outline, tones.light, width * 0.2, transform="translate(-.4 -.5)")
    sheet.open_group(stroke_linecap="round", stroke_dasharray=dashes)
    sheet.line(outline, tones.deep, width)
    sheet.line(outline, tones.body, width * 0.78)
    sheet.line(outline, tones.shine, width * 0.3, transform=f"translate({fixed(-width * 0.12)} {fixed(-width * 0.16)})")
    sheet.line(outline, tones.deep, width * 0.22)
    sheet.close_group()


def darker(tones: Tones) -> Tones:
    """The same material in shade."""
    return replace(tones, shine=tones.light, light=tones.body, body=tones.shade, shade=tones.deep)
