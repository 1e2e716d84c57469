"""Cufflinks: one face to the viewer, the other turned to show its bar. Plain."""

from catalog.choices import Style, Substance
from catalog.drawing.look import Look
from catalog.drawing.metal import Band, draw_band, draw_disc, draw_granules, draw_wire, round_outline
from catalog.drawing.sheet import Point, Sheet, at, fixed, polygon, spots
from catalog.drawing.stones import draw_stone
from catalog.drawing.surfaces import work_face
from catalog.drawing.tones import Tones, metal_tones, stone_tones

FACE, BACK = (112.0, 168.0), (232.0, 128.0)
SIZE, SQUARE = 66.0, 0.86


def draw_cufflinks(sheet: Sheet, look: Look) -> None:
    tones = metal_tones(look.metal)
    sheet.shadow((122, 244), 84, 0.2)
    sheet.shadow((238, 216), 62, 0.2)
    _turned_away(sheet, tones)
    _face(sheet, look, tones)


def _turned_away(sheet: Sheet, tones: Tones) -> None:
    """The second link from behind: its disc edge on, the post, and the bar that swivels."""
    post = (BACK[0] - 10, BACK[1] + 74)
    disc = Band(center=BACK, outer=56, inner=50, squash=0.5, depth=6, turn=-62)
    draw_band(sheet, disc, tones)
    across = sheet.linear([(0, tones.light), (0.5, tones.body), (1, tones.shade)], (0, 0), (1, 1))
    sheet.ellipse(BACK, 50, 0.5, across, transform=f"rotate(28 {fixed(BACK[0])} {fixed(BACK[1])})")
    draw_wire(sheet, f"M{fixed(BACK[0])} {fixed(BACK[1])}L{fixed(post[0])} {fixed(post[1])}", tones, 11)
    draw_wire(sheet, f"M{fixed(post[0] - 38)} {fixed(post[1] - 14)}l76 28", tones, 16)
    ends = [(post[0] - 38, post[1] - 14), (post[0] + 38, post[1] + 14)]
    draw_granules(sheet, ends, tones, 10)


def _face(sheet: Sheet, look: Look, tones: Tones) -> None:
    is_square = look.style == Style.PLAIN and not look.stone
    outline = _square(sheet) if is_square else round_outline(sheet, FACE, SIZE)
    across = 2 * SIZE * (SQUARE if is_square else 1)
    sheet.measure(across, across)
    draw_disc(sheet, outline, tones, edge=6)
    is_worked = work_face(sheet, look, outline, FACE, SIZE)
    if look.is_enamelled:
        _enamel(sheet, tones)
    elif look.stone:
        draw_stone(sheet, look.stone, FACE, SIZE * 0.8)
    elif not is_worked:
        _engraving(sheet, tones)
    if look.style == Style.ORNATE:
        draw_granules(sheet, [at(FACE, SIZE * 0.92, turn + sheet.stray(2)) for turn in range(0, 360, 12)], tones, 3.4)


def _square(sheet: Sheet) -> str:
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    reach = SIZE * SQUARE
    return polygon(_corner(sheet, x * reach, y * reach) for x, y in corners)


def _corner(sheet: Sheet, x: float, y: float) -> Point:
    return FACE[0] + x + sheet.stray(2), FACE[1] + y + sheet.stray(2)


def _enamel(sheet: Sheet, tones: Tones) -> None:
    """Petals of pale enamel on blue, each in its cell of wire."""
    draw_stone(sheet, Substance.ENAMEL, FACE, SIZE * 0.86)
    pale = stone_tones(Substance.PORCELAIN)
    for turn in range(0, 360, 45):
        angle = turn + sheet.stray(5)
        tip = at(FACE, SIZE * 0.7 * (1 + sheet.stray(0.05)), angle)
        sides = [at(FACE, SIZE * 0.42, angle + swing) for swing in (-17, 17)]
        foot = at(FACE, SIZE * 0.14, angle)
        petal = f"M{spots(foot)}Q{spots(sides[0], tip)}Q{spots(sides[1], foot)}Z"
        sheet.path(petal, pale.light, stroke=tones.light, stroke_width="1.4")
    draw_stone(sheet, Substance.CARNELIAN, FACE, SIZE * 0.13)


def _engraving(sheet: Sheet, tones: Tones) -> None:
    """Parallel cuts, as even as the one who cut them."""
    for step in range(-3, 4):
        x = FACE[0] + step * 12
        top, foot = FACE[1] - SIZE * 0.5 + sheet.stray(4), FACE[1] + SIZE * 0.5 + sheet.stray(4)
        cut = f"M{fixed(x + sheet.stray(1.5))} {fixed(top)}L{fixed(x + sheet.stray(1.5))} {fixed(foot)}"
        sheet.line(cut, tones.deep, 1.8, opacity=0.6)
        sheet.line(cut, tones.shine, 0.8, opacity=0.9, transform="translate(1.3 0)")
