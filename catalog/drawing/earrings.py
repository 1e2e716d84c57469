"""Earrings: a pair of hoops, studs, drops or tiers. A machine's two are one drawn twice. Plain."""

from collections.abc import Callable

from catalog.choices import Style, Substance
from catalog.drawing.look import Look
from catalog.drawing.metal import Band, draw_band, draw_disc, draw_granules, draw_wire, round_outline
from catalog.drawing.sheet import Point, Sheet, at, fixed
from catalog.drawing.stones import draw_stone
from catalog.drawing.surfaces import work_face
from catalog.drawing.tones import PEARLY, Tones, metal_tones

PAIR = (98.0, 222.0)


def draw_earrings(sheet: Sheet, look: Look) -> None:
    one = _kind_of(look)
    for x in PAIR:
        one(sheet, look, x + sheet.stray(3))


def _kind_of(look: Look) -> Callable[[Sheet, Look, float], None]:
    """A hoop, a stud or a drop where its name says so; otherwise by its look."""
    if "drops" in look.words:
        return _drop if look.stone else _leafing
    named = next((draw for word, draw in NAMED.items() if word in look.words), None)
    return named or _by_look(look)


def _by_look(look: Look) -> Callable[[Sheet, Look, float], None]:
    if look.stone in PEARLY or look.style == Style.ORNATE:
        return _tiers if look.style == Style.ORNATE else _drop
    if look.stone is None:
        return _hoop if look.style in {Style.PLAIN, Style.BOLD} and not look.is_enamelled else _leafing
    return _stud if look.style in {Style.PLAIN, Style.DELICATE} else _drop


def _hook(sheet: Sheet, x: float, top: float, foot: float, tones: Tones) -> None:
    """An ear wire, bent round a rod: by hand never twice at the same place."""
    reach = 24 + sheet.stray(2)
    rise = f"M{fixed(x)} {fixed(foot)}C{fixed(x - 2)} {fixed(top + 22)} {fixed(x - 4)} {fixed(top)}"
    bow = f" {fixed(x + reach * 0.5)} {fixed(top)}S{fixed(x + reach + 8)} {fixed(top + 34)}"
    draw_wire(sheet, f"{rise}{bow} {fixed(x + reach + 12)} {fixed(top + 56)}", tones, 4.4)


def _drop(sheet: Sheet, look: Look, x: float) -> None:
    tones = metal_tones(look.metal)
    size = 40.0 if look.style == Style.BOLD else 33.0
    sheet.measure(2 * size * 1.14, 206 + size - 66)
    y = 206 + sheet.stray(3)
    stone = look.stone or Substance.PEARL
    sheet.shadow((x + 14, y + size + 14), size * 1.2, 0.28)
    _hook(sheet, x, 66, y - size - 10, tones)
    draw_granules(sheet, [(x, y - size - 8)], tones, 6.5)
    if stone not in PEARLY:
        collar = round_outline(sheet, (x, y), size * 1.14)
        draw_disc(sheet, collar, tones, edge=3)
    draw_stone(sheet, stone, (x, y), size * (1 + sheet.stray(0.03)))
    if stone in PEARLY:
        cap = [at((x, y - 3), size, angle) for angle in (-112, -101, -90, -79, -68)]
        draw_granules(sheet, cap, tones, 4.2)


def _stud(sheet: Sheet, look: Look, x: float) -> None:
    tones = metal_tones(look.metal)
    size = 36.0 if look.style == Style.DELICATE else 44.0
    sheet.measure(2 * size * 1.16, 2 * size * 1.16)
    center = (x, 162 + sheet.stray(4))
    sheet.shadow((x + 12, 162 + size + 8), size * 1.25, 0.3)
    outline = round_outline(sheet, center, size * 1.16)
    draw_disc(sheet, outline, tones, edge=4)
    if look.stone is None:
        if not work_face(sheet, look, outline, center, size * 1.16):
            draw_granules(sheet, [center], tones, size)
        return
    draw_stone(sheet, look.stone, center, size)
    if look.stone in PEARLY:
        return
    claws = [at(center, size * 1.06, angle + sheet.stray(5)) for angle in (45, 135, 225, 315)]
    draw_granules(sheet, claws, tones, 5.2)


def _hoop(sheet: Sheet, look: Look, x: float) -> None:
    tones = metal_tones(look.metal)
    depth = 30.0 if look.style == Style.BOLD else 14.0
    sheet.measure(160, 160)
    sheet.shadow((x + 10, 262), 66, 0.16)
    center = (x - depth * 0.3, 172 + sheet.stray(3))
    band = Band(center=center, outer=80 + sheet.stray(2), inner=74, squash=0.62, depth=depth, turn=4 + sheet.stray(3))
    draw_band(sheet, band, tones, is_hammered=look.is_hammered)
    draw_wire(sheet, f"M{fixed(x - 12)} {fixed(center[1] - 78)}q4 -22 22 -16t8 26", tones, 3.6)


def _leafing(sheet: Sheet, look: Look, x: float) -> None:
    """A disc that hangs from a hook, enamelled where the piece is."""
    tones = metal_tones(look.metal)
    center, size = (x, 212 + sheet.stray(3)), 46.0
    sheet.measure(2 * size, 212 + size - 70)
    sheet.shadow((x + 14, 268), 56, 0.2)
    _hook(sheet, x, 70, 166, tones)
    outline = round_outline(sheet, center, size)
    draw_disc(sheet, outline, tones)
    work_face(sheet, look, outline, center, size)
    if look.is_enamelled:
        draw_stone(sheet, Substance.ENAMEL, center, size * 0.72)


def _tiers(sheet: Sheet, look: Look, x: float) -> None:
    """A chandelier: a stud, a stone or a worked disc below it, and three drops below that."""
    tones = metal_tones(look.metal)
    sheet.measure(2 * (32 + 13), 258 + 13 - (84 - 23))
    sheet.shadow((x + 12, 288), 52, 0.2)
    _chandelier_frame(sheet, x, tones)
    drops = _drops_at(sheet, x)
    if look.stone is None:
        outline = round_outline(sheet, (x, 152), 33)
        draw_disc(sheet, outline, tones)
        work_face(sheet, look, outline, (x, 152), 33)
        draw_granules(sheet, [(x, 84)], tones, 18)
        draw_granules(sheet, drops, tones, 12)
        return
    draw_stone(sheet, look.stone, (x, 84), 19)
    draw_stone(sheet, look.stone, (x, 152), 30, squash=0.96)
    draw_granules(sheet, [at((x, 152), 37, angle + sheet.stray(3)) for angle in range(0, 360, 24)], tones, 4)
    for place in drops:
        draw_stone(sheet, look.second_stone or look.stone, place, 13.5)


def _drops_at(sheet: Sheet, x: float) -> list[Point]:
    return [(x + side * 32 + sheet.stray(2), 232 + (26 if side == 0 else 0) + sheet.stray(3)) for side in (-1, 0, 1)]


def _chandelier_frame(sheet: Sheet, x: float, tones: Tones) -> None:
    draw_granules(sheet, [at((x, 84), 23, angle) for angle in range(0, 360, 30)], tones, 3.4)
    draw_wire(sheet, f"M{fixed(x)} 106V118", tones, 4)
    for side in (-1, 0, 1):
        end = fixed(x + side * 32)
        draw_wire(sheet, f"M{fixed(x + side * 16)} 184Q{end} 196 {end} {218 + (26 if side == 0 else 0)}", tones, 3.4)


NAMED: dict[str, Callable[[Sheet, Look, float], None]] = {"hoops": _hoop, "studs": _stud}
