"""What a tool leaves on a flat face of metal: hammer marks, curls of wire, cut lines. Plain."""

from catalog.drawing.look import Look
from catalog.drawing.metal import hammer_disc
from catalog.drawing.sheet import Point, Sheet, at, fixed, spots
from catalog.drawing.tones import Tones, metal_tones

CURLS = ((0.0, 1), (0.5, 6), (0.8, 11))


def work_face(sheet: Sheet, look: Look, outline: str, center: Point, radius: float) -> bool:
    """Work a round face as the piece's own steps did; tells whether there was anything to do."""
    tones = metal_tones(look.metal)
    if look.is_hammered:
        hammer_disc(sheet, outline, center, radius, tones)
    elif look.is_filigree:
        _fill_with_curls(sheet, outline, center, radius, tones)
    elif look.is_engraved:
        _engrave(sheet, center, radius, tones)
    return look.is_hammered or look.is_filigree or look.is_engraved


def _fill_with_curls(sheet: Sheet, outline: str, center: Point, radius: float, tones: Tones) -> None:
    """Filigree: a dark ground, and on it curls of fine twisted wire."""
    sheet.path(outline, tones.deep, opacity=0.5)
    curls = []
    for share, count in CURLS:
        for step in range(count):
            turn = step * 360 / count + sheet.stray(6)
            curls.append(_curl(at(center, radius * share, turn), radius * 0.19 * (1 + sheet.stray(0.08)), turn))
    path = "".join(curls)
    sheet.line(path, tones.shade, 2.6, stroke_linecap="round")
    sheet.line(path, tones.light, 1.5, stroke_linecap="round", transform="translate(-.3 -.4)")
    sheet.line(outline, tones.body, 4.4)
    sheet.line(outline, tones.shine, 1.4)


def _curl(center: Point, radius: float, turn: float) -> str:
    """One and a half turns of a spiral, as arcs of half circles."""
    points = [at(center, radius * (1 - step * 0.3), turn + 180 * step) for step in range(4)]
    path = f"M{spots(points[0])}"
    for index, point in enumerate(points[1:]):
        reach = fixed(radius * (1 - index * 0.3 - 0.15))
        path += f"A{reach} {reach} 0 0 1 {spots(point)}"
    return path


def _engrave(sheet: Sheet, center: Point, radius: float, tones: Tones) -> None:
    """A scroll of leaves: bright cuts with a dark wall, within a line round the edge."""
    cuts = []
    for step in range(8):
        turn = step * 45 + sheet.stray(4)
        tip = at(center, radius * 0.76, turn + 14)
        for swing in (-16, 22):
            bend = at(center, radius * 0.5, turn + swing)
            cuts.append(f"M{spots(at(center, radius * 0.16, turn))}Q{spots(bend, tip)}")
    path = "".join(cuts)
    sheet.line(path, tones.deep, 1.5, stroke_opacity=0.75, stroke_linecap="round")
    sheet.line(path, tones.shine, 0.8, transform="translate(.9 .7)", stroke_linecap="round")
    for share, colour in ((0.87, tones.deep), (0.855, tones.shine)):
        sheet.ellipse(center, radius * share, 1, "none", stroke=colour, stroke_width="1", stroke_opacity=".7")
