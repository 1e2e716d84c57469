"""Rings: bands, and shanks that carry a stone. Plain."""

from catalog.choices import Style, Substance
from catalog.drawing.look import Look
from catalog.drawing.metal import Band, darker, draw_band, draw_granules
from catalog.drawing.sheet import Point, Sheet, at, fixed, polygon, spots
from catalog.drawing.stones import draw_stone
from catalog.drawing.tones import BRILLIANT, PEARLY, STEP_CUT, Tones, metal_tones

WIDTHS = {Style.PLAIN: 40.0, Style.DELICATE: 18.0, Style.BOLD: 66.0, Style.ORNATE: 48.0}
STONE_SIZES = {Style.PLAIN: 30.0, Style.DELICATE: 24.0, Style.BOLD: 42.0, Style.ORNATE: 31.0}


def draw_ring(sheet: Sheet, look: Look) -> None:
    tones = metal_tones(look.metal)
    if look.stone:
        _with_stone(sheet, look, tones, look.stone)
    elif "signet" in look.words:
        _signet(sheet, look, tones)
    else:
        _plain_band(sheet, look, tones)


def _plain_band(sheet: Sheet, look: Look, tones: Tones) -> None:
    depth = WIDTHS[look.style]
    sheet.shadow((176, 268), 118, 0.15)
    band = Band(center=(150 - depth * 0.2, 158), outer=104, inner=93, squash=0.82, depth=depth, turn=16)
    sheet.measure(2 * band.outer, 2 * band.outer)
    draw_band(sheet, band, tones, is_hammered=look.is_hammered)
    if look.style == Style.ORNATE:
        _beaded_edge(sheet, band, tones)


def _signet(sheet: Sheet, look: Look, tones: Tones) -> None:
    """A band that widens to a flat oval head."""
    sheet.shadow((164, 286), 108, 0.15)
    band = Band(center=(148, 196), outer=90, inner=80, squash=0.84, depth=30, turn=8)
    sheet.measure(2 * band.outer, 2 * band.outer)
    draw_band(sheet, band, tones)
    head = (162.0, 96.0)
    under = sheet.linear([(0, tones.light), (0.4, tones.body), (1, tones.deep)], (0, 0), (1, 0.4))
    sheet.path("M96 98Q104 142 128 150L206 146Q222 132 228 98Z", under)
    sheet.ellipse((head[0], head[1] + 5), 68, 0.7, tones.shade)
    face = sheet.linear([(0, tones.shine), (0.3, tones.light), (0.6, tones.body), (1, tones.light)], (0, 0), (1, 1))
    sheet.ellipse(head, 68, 0.7, face, stroke=tones.deep, stroke_width=".7")
    sheet.ellipse(head, 59, 0.68, "none", stroke=tones.deep, stroke_width=".8", stroke_opacity=".45")


def _beaded_edge(sheet: Sheet, band: Band, tones: Tones) -> None:
    turned = f"translate({fixed(band.center[0])} {fixed(band.center[1])}) rotate({fixed(band.turn)})"
    sheet.open_group(transform=turned)
    for along in (band.depth * 0.16, band.depth * 0.84):
        angles = [angle + sheet.stray(1.5) for angle in range(-78, 79, 12)]
        places = [at((0, 0), band.outer, angle) for angle in angles]
        draw_granules(sheet, [(along + x * band.squash, y) for x, y in places], tones, 3.6)
    sheet.close_group()


def _with_stone(sheet: Sheet, look: Look, tones: Tones, stone: Substance) -> None:
    size = STONE_SIZES[look.style]
    shank = 14.0 if look.style == Style.DELICATE else 22.0
    sheet.shadow((168, 282), 104, 0.15)
    band = Band(center=(151, 190), outer=92, inner=83, squash=0.84, depth=shank, turn=8)
    sheet.measure(2 * band.outer, 2 * band.outer)
    draw_band(sheet, band, tones, is_hammered=look.is_hammered)
    place = 160 + sheet.stray(2), 98 - size * 0.42
    if stone in BRILLIANT or stone in STEP_CUT:
        _raise_on_claws(sheet, stone, place, size, tones)
    else:
        _bezel(sheet, stone, place, size, tones)
    if look.style == Style.ORNATE:
        draw_granules(sheet, _around(sheet, place, size * 1.3), tones, size * 0.12)


def _around(sheet: Sheet, center: Point, radius: float) -> list[Point]:
    return [at(center, radius, angle + sheet.stray(4), 0.8) for angle in range(0, 360, 20)]


def _raise_on_claws(sheet: Sheet, stone: Substance, place: Point, size: float, tones: Tones) -> None:
    """The stone, its pavilion below the girdle, a gallery and six claws."""
    x, y = place
    squash = 0.8
    foot = y + size * 1.5
    pavilion = sheet.tones_of(stone)
    for angle in (25, 90, 155):
        start = at(place, size * 1.0, angle, squash)
        sheet.line(f"M{fixed(x)} {fixed(foot)}L{fixed(start[0])} {fixed(start[1])}", tones.deep, size * 0.19)
        sheet.line(f"M{fixed(x)} {fixed(foot)}L{fixed(start[0])} {fixed(start[1])}", tones.body, size * 0.12)
    below = [at(place, size * 0.98, 5, squash), (x, foot - size * 0.2), at(place, size * 0.98, 175, squash)]
    fill = sheet.linear(
        [(0, pavilion.shade), (0.4, pavilion.body), (0.6, pavilion.light), (1, pavilion.deep)], (0, 0), (1, 0)
    )
    sheet.path(polygon(below), fill, opacity=0.92)
    sheet.line(f"M{fixed(x)} {fixed(foot)}V{fixed(y + size * squash)}", tones.light, size * 0.13)
    draw_stone(sheet, stone, place, size, squash=squash)
    angles = (30, 90, 150, 210, 270, 330) if stone in BRILLIANT else (38, 142, 218, 322)
    reach = 1.0 if stone in BRILLIANT else 1.08
    draw_granules(
        sheet, [at(place, size * reach, angle + sheet.stray(5), squash) for angle in angles], tones, size * 0.14
    )


def _bezel(sheet: Sheet, stone: Substance, place: Point, size: float, tones: Tones) -> None:
    """A collar of metal rubbed over the edge of a dome; a pearl sits on a cup."""
    x, y = place
    squash = 1.0 if stone in PEARLY else 0.84
    under = darker(tones)
    foot = y + size * 0.98
    left, right, low = x - size, x + size, foot + size * 0.2
    bowl = spots((x - size * 0.8, low), (x, low)), spots((x + size * 0.8, low), (right, y))
    side = f"M{spots((left, y))}Q{bowl[0]}Q{bowl[1]}Z"
    sheet.path(
        side, sheet.linear([(0, tones.body), (0.35, tones.light), (0.7, under.body), (1, tones.deep)], (0, 0), (1, 0))
    )
    if stone not in PEARLY:
        collar = sheet.linear(
            [(0, tones.shine), (0.4, tones.body), (0.75, tones.shade), (1, tones.light)], (0, 0), (1, 1)
        )
        sheet.ellipse(place, size * 1.13, squash, collar, stroke=tones.deep, stroke_width=".7")
    draw_stone(sheet, stone, place, size * (1.04 if stone in PEARLY else 0.97), squash=squash)
