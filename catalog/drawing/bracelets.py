"""Bracelets: a bangle, beads on a thread, a braided cord or a chain, lying before one. Plain."""

from catalog.choices import Method, Style, Substance
from catalog.drawing.look import Look
from catalog.drawing.metal import Band, draw_band, draw_chain, draw_disc, draw_granules, draw_wire, round_outline
from catalog.drawing.sheet import Point, Sheet, at, fixed, smooth
from catalog.drawing.stones import draw_stone
from catalog.drawing.tones import metal_tones

CENTER = (160.0, 162.0)
REACH, SQUASH = 118.0, 0.62
DEPTHS = {Style.PLAIN: 22.0, Style.DELICATE: 11.0, Style.BOLD: 50.0, Style.ORNATE: 34.0}


def draw_bracelet(sheet: Sheet, look: Look) -> None:
    sheet.measure(2 * REACH, 2 * REACH)
    sheet.shadow((166, 240), 134, 0.2)
    if look.is_strung and look.stone:
        _beads(sheet, look, look.stone)
    elif look.cord:
        _cord(sheet, look, look.cord)
    elif look.methods & {Method.MACHINE_CHAIN}:
        _chain(sheet, look)
    else:
        _bangle(sheet, look)


def _lying(angle: float, spread: float = 1.0) -> Point:
    return at(CENTER, REACH * spread, angle, SQUASH)


def _bangle(sheet: Sheet, look: Look) -> None:
    depth, tones = DEPTHS[look.style], metal_tones(look.metal)
    center = CENTER[0], CENTER[1] - depth * 0.3
    band = Band(center=center, outer=REACH, inner=REACH - 7, squash=SQUASH, depth=depth, turn=90)
    draw_band(sheet, band, tones, is_hammered=look.is_hammered)
    if look.stone:
        x, y = CENTER[0] + sheet.stray(4), center[1] + REACH * SQUASH + depth * 0.5
        size = min(24.0, max(13.0, depth * 0.52))
        draw_disc(sheet, round_outline(sheet, (x, y), size * 1.16), tones, edge=2)
        draw_stone(sheet, look.stone, (x, y), size)
    if look.style == Style.ORNATE:
        _edge_of_beads(sheet, look, center, depth)


def _edge_of_beads(sheet: Sheet, look: Look, center: Point, depth: float) -> None:
    places = [
        at((center[0], center[1] + depth - 2), REACH, angle + sheet.stray(1), SQUASH) for angle in range(6, 175, 7)
    ]
    draw_granules(sheet, places, metal_tones(look.metal), 3.6)


def _beads(sheet: Sheet, look: Look, stone: Substance) -> None:
    """Far beads first, each a little smaller than the near ones."""
    sheet.ellipse(CENTER, REACH, SQUASH, "none", stroke="#4b4742", stroke_width="1.4")
    tones, count = metal_tones(look.metal), 28 if look.style == Style.DELICATE else 22
    turns = sorted((step * 360 / count for step in range(count)), key=lambda turn: _lying(turn)[1])
    for turn in turns:
        index = round(turn * count / 360)
        place = _lying(turn + sheet.stray(0.8), 1 + sheet.stray(0.01))
        size = 380 / count * (0.84 + 0.16 * (place[1] - CENTER[1]) / (REACH * SQUASH)) * (1 + sheet.stray(0.06))
        if index % 7 == 3 and look.metal is not None:
            draw_granules(sheet, [place], tones, size * 0.92)
        else:
            draw_stone(sheet, stone if index % 5 else look.second_stone or stone, place, size)


def _cord(sheet: Sheet, look: Look, cord: Substance) -> None:
    """Two strands wound round each other, held by a metal clasp."""
    tones, metal = sheet.tones_of(cord), metal_tones(look.metal)
    for phase in (0, 180):
        strand = [_strand_at(sheet, turn, phase) for turn in range(0, 360, 9)]
        draw_wire(sheet, smooth(strand), tones, 11)
    x, y = _lying(90)
    band = Band(center=(x - 22, y), outer=17, inner=11, squash=0.4, depth=44, turn=0)
    draw_band(sheet, band, metal, is_hammered=look.is_hammered)
    if look.stone:
        draw_stone(sheet, look.stone, (x + 4, y), 9)


def _strand_at(sheet: Sheet, turn: int, phase: int) -> Point:
    x, y = _lying(turn)
    wave = at((0, 0), 5.5 + sheet.stray(1), turn * 10 + phase)
    return x + wave[0] * 0.6, y + wave[1]


def _chain(sheet: Sheet, look: Look) -> None:
    tones = metal_tones(look.metal)
    width = 13.0 if look.style == Style.BOLD else 9.0
    left, right, middle = CENTER[0] - REACH, CENTER[0] + REACH, fixed(CENTER[1])
    arc = f"A{fixed(REACH)} {fixed(REACH * SQUASH)} 0 1 1"
    draw_chain(
        sheet, f"M{fixed(left)} {middle}{arc} {fixed(right)} {middle}{arc} {fixed(left)} {middle}Z", tones, width
    )
    x, y = _lying(90)
    if look.stone:
        draw_disc(sheet, round_outline(sheet, (x, y), 21), tones, edge=2)
        draw_stone(sheet, look.stone, (x, y), 17)
    else:
        draw_wire(sheet, f"M{fixed(x - 13)} {fixed(y)}a13 11 0 1 1 26 0a13 11 0 1 1 -26 0Z", tones, 6)
