"""Brooches: a leaf spray, a flower, a disc or a bar with its pin. Plain."""

from catalog.choices import Style, Substance
from catalog.drawing.look import Look
from catalog.drawing.metal import draw_disc, draw_granules, draw_wire, round_outline
from catalog.drawing.sheet import Point, Sheet, at, fixed, smooth
from catalog.drawing.stones import draw_stone
from catalog.drawing.surfaces import work_face
from catalog.drawing.tones import Tones, metal_tones

CENTER = (160.0, 158.0)


def draw_brooch(sheet: Sheet, look: Look) -> None:
    sheet.shadow((172, 262), 112, 0.16)
    draw = {Style.DELICATE: _spray, Style.ORNATE: _flower, Style.BOLD: _disc}.get(look.style, _circle)
    draw(sheet, look)


def _leaf(sheet: Sheet, foot: Point, turn: float, length: float, tones: Tones) -> str:
    """A leaf from its foot: two curves, a little crooked by hand."""
    length *= 1 + sheet.stray(0.12)
    sides = [(0.0, 0.0), (0.3, 0.2), (0.62, 0.19), (1.0, 0.02 + sheet.stray(0.05)), (0.62, -0.19), (0.3, -0.2)]
    points = [_turned(foot, turn, along * length, across * length) for along, across in sides]
    outline = smooth(points)
    draw_disc(sheet, outline, tones, edge=3)
    tip = _turned(foot, turn, length * 0.92, 0)
    sheet.line(f"M{fixed(foot[0])} {fixed(foot[1])}L{fixed(tip[0])} {fixed(tip[1])}", tones.deep, 1.3, opacity=0.7)
    for along in (0.28, 0.46, 0.64):
        for side in (-1, 1):
            start, end = (
                _turned(foot, turn, length * (along + step), side * length * step * 0.8) for step in (0, 0.15)
            )
            sheet.line(
                f"M{fixed(start[0])} {fixed(start[1])}L{fixed(end[0])} {fixed(end[1])}", tones.deep, 0.9, opacity=0.5
            )
    return outline


def _turned(foot: Point, turn: float, along: float, across: float) -> Point:
    x, y = at(foot, along, turn)
    return at((x, y), across, turn + 90)


def _spray(sheet: Sheet, look: Look) -> None:
    tones = metal_tones(look.metal)
    sheet.measure(157, 186)
    stem = [(98.0, 250.0), (132.0, 196.0), (172.0, 140.0), (222.0, 78.0)]
    draw_wire(sheet, smooth(stem, is_closed=False), tones, 6)
    for foot, turn, length in _leaves():
        _leaf(sheet, foot, turn + sheet.stray(9), length, tones)
    for place in ((226.0, 74.0), (236.0, 118.0), (164.0, 82.0)):
        if look.stone:
            draw_stone(sheet, look.stone, place, 14 + sheet.stray(2))
        else:
            draw_granules(sheet, [place], tones, 9)


def _leaves() -> list[tuple[Point, float, float]]:
    pairs = [((122.0, 212.0), 74.0), ((150.0, 170.0), 82.0), ((182.0, 128.0), 66.0)]
    return [(foot, turn, length) for foot, length in pairs for turn in (-112.0, 10.0)]


def _flower(sheet: Sheet, look: Look) -> None:
    tones = metal_tones(look.metal)
    sheet.measure(2 * (16 + 92), 2 * (16 + 92))
    for turn in range(0, 360, 45):
        _leaf(sheet, at(CENTER, 16, turn), turn + sheet.stray(7), 92, tones)
    draw_granules(sheet, [at(CENTER, 36, turn + sheet.stray(4)) for turn in range(0, 360, 20)], tones, 4.6)
    if look.is_enamelled and look.stone is None:
        draw_stone(sheet, Substance.ENAMEL, CENTER, 28)
    elif look.stone:
        draw_stone(sheet, look.stone, CENTER, 28)
    else:
        draw_granules(sheet, [CENTER], tones, 24)


def _disc(sheet: Sheet, look: Look) -> None:
    tones, size = metal_tones(look.metal), 98.0
    sheet.measure(2 * size, 2 * size)
    outline = round_outline(sheet, CENTER, size)
    draw_disc(sheet, outline, tones, edge=5)
    is_worked = work_face(sheet, look, outline, CENTER, size)
    if look.is_enamelled:
        draw_stone(sheet, Substance.ENAMEL, CENTER, size * 0.74)
    if look.stone:
        draw_disc(sheet, round_outline(sheet, CENTER, 42), tones, edge=2)
        draw_stone(sheet, look.stone, CENTER, 36)
    elif not is_worked:
        sheet.ellipse(CENTER, size * 0.84, 1, "none", stroke=tones.deep, stroke_width="1.2", stroke_opacity=".5")


def _circle(sheet: Sheet, look: Look) -> None:
    """An open ring of wire with its pin across, the oldest brooch there is."""
    tones, radius = metal_tones(look.metal), 88.0
    sheet.measure(268 - 54, 2 * radius + 19)
    draw_wire(sheet, f"M54 {fixed(214 + sheet.stray(6))}L268 {fixed(98 + sheet.stray(6))}", tones, 4.6)
    ring = [at(CENTER, radius * (1 + sheet.stray(0.02)), angle) for angle in range(0, 360, 15)]
    draw_wire(sheet, smooth(ring), tones, 19)
    if look.stone:
        for turn in (200, 20):
            draw_stone(sheet, look.stone, at(CENTER, radius, turn), 15)
    draw_wire(sheet, "M66 196q-10 18 8 22t14 -22", tones, 5)
