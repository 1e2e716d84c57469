"""Necklaces: a strand of beads, or a pendant on a chain or a cord. Plain."""

from math import hypot

from catalog.choices import Method, Style, Substance
from catalog.drawing.look import Look
from catalog.drawing.metal import draw_chain, draw_disc, draw_granules, draw_wire, round_outline
from catalog.drawing.sheet import Point, Sheet, at, fixed, smooth
from catalog.drawing.stones import draw_stone
from catalog.drawing.surfaces import work_face
from catalog.drawing.tones import BRILLIANT, STEP_CUT, Tones, metal_tones

LOWEST, HALF_NECK = 296.0, 118.0
BAIL = 26.0
PENDANTS = {"cameo", "locket", "pendant"}
SIZES = {Style.PLAIN: 52.0, Style.DELICATE: 30.0, Style.BOLD: 72.0, Style.ORNATE: 58.0}


def draw_necklace(sheet: Sheet, look: Look) -> None:
    if look.is_strung and not look.is_enamelled and not look.words & PENDANTS:
        _strand(sheet, look)
    elif "chain" in look.words:
        _bare_chain(sheet, look)
    else:
        _pendant(sheet, look)


def _strand(sheet: Sheet, look: Look) -> None:
    """Beads on a thread that hangs: larger towards the middle, and by hand no two alike."""
    sheet.measure(2 * HALF_NECK, 258)
    full = 9.6 if look.style == Style.DELICATE else 13.4
    thread = sheet.tones_of(look.cord).shade if look.cord else "#4b4742"
    sheet.shadow((166, 268), 110, 0.14)
    sheet.line(smooth([_hanging(step / 10) for step in range(-11, 12)], is_closed=False), thread, 1.8)
    for index, (share, size) in enumerate(_spaced(full)):
        x, y = _hanging(share)
        _bead(sheet, look, index, ((x + sheet.stray(0.7), y + sheet.stray(1.2)), size))


def _bead(sheet: Sheet, look: Look, index: int, seat: tuple[Point, float]) -> None:
    """A stone, or a ball of metal: as a spacer in a rich strand, or where there is no stone."""
    place, size = seat
    is_spacer = index % 6 == 2 and look.metal is not None and look.style in {Style.ORNATE, Style.BOLD}
    if look.stone is None or is_spacer:
        draw_granules(sheet, [place], metal_tones(look.metal), size * 0.94)
        if look.methods & {Method.GRANULATE}:
            ring = [at(place, size * 0.72, turn, 0.3) for turn in range(0, 360, 40)]
            draw_granules(sheet, ring, metal_tones(look.metal), size * 0.13)
        return
    stone = look.stone if index % 5 else look.second_stone or look.stone
    draw_stone(sheet, stone, place, size * (1 + sheet.stray(0.05)))


def _bare_chain(sheet: Sheet, look: Look) -> None:
    sheet.measure(2 * HALF_NECK, 258)
    tones = metal_tones(look.metal)
    sheet.shadow((166, 268), 92, 0.12)
    path = smooth([_hanging(step / 10) for step in range(-11, 12)], is_closed=False)
    draw_chain(sheet, path, tones, 7.0 if look.style == Style.DELICATE else 14.0)


def _hanging(share: float) -> Point:
    """The thread from the upper left (-1) to the upper right (1), lowest in the middle."""
    return 160 + HALF_NECK * share - 8 * share**3, 258 - 274 * abs(share) ** 2.1


def _spaced(full: float) -> list[tuple[float, float]]:
    """Places on the thread with the size of each bead, so that neighbours touch."""
    beads, step, since, size = [], 0.004, 0.0, full
    share = -1.1
    while share < 1.1:
        (x1, y1), (x2, y2) = _hanging(share), _hanging(share + step)
        since += hypot(x2 - x1, y2 - y1)
        share += step
        size = full * (1 - 0.34 * min(abs(share), 1))
        if since >= size * 1.96:
            beads.append((share, size))
            since = 0.0
    return beads


def _pendant(sheet: Sheet, look: Look) -> None:
    tones, size = metal_tones(look.metal), SIZES[look.style]
    center = 160 + sheet.stray(2), LOWEST - size * 1.06 - (52 - size) * 0.7
    top = center[1] - size
    sheet.measure(2 * size, 2 * size + BAIL)
    sheet.shadow((center[0] + 12, min(center[1] + size + 4, 304)), size * 1.1, 0.15)
    _neck(sheet, look, tones, top - 20)
    bail = f"M152 {fixed(top - 4)}C150 {fixed(top - 30)} 170 {fixed(top - 30)} 168 {fixed(top - 4)}"
    draw_wire(sheet, f"{bail}C168 {fixed(top + 8)} 152 {fixed(top + 8)} 152 {fixed(top - 4)}Z", tones, 5)
    if look.stone and look.style == Style.DELICATE:
        _single_stone(sheet, look.stone, center, size, tones)
    else:
        _disc(sheet, look, center, size)


def _neck(sheet: Sheet, look: Look, tones: Tones, foot: float) -> None:
    """A chain or a cord from beyond the upper edge down to the bail."""
    down = f"M46 -12C62 {fixed(foot * 0.62)} 116 {fixed(foot * 0.86)} 160 {fixed(foot)}"
    path = f"{down}C204 {fixed(foot * 0.86)} 258 {fixed(foot * 0.62)} 274 -12"
    if look.cord:
        draw_wire(sheet, path, sheet.tones_of(look.cord), 6.5)
    else:
        draw_chain(sheet, path, tones, 5.2 if look.style == Style.DELICATE else 7.6)


def _single_stone(sheet: Sheet, stone: Substance, center: Point, size: float, tones: Tones) -> None:
    if stone not in BRILLIANT and stone not in STEP_CUT:
        draw_disc(sheet, round_outline(sheet, center, size * 1.14), tones)
    draw_stone(sheet, stone, center, size)
    claws = [at(center, size * 1.04, angle + sheet.stray(5)) for angle in (45, 135, 225, 315)]
    draw_granules(sheet, claws, tones, 4.4)


def _disc(sheet: Sheet, look: Look, center: Point, size: float) -> None:
    tones = metal_tones(look.metal)
    outline = round_outline(sheet, center, size)
    draw_disc(sheet, outline, tones, edge=4)
    is_worked = work_face(sheet, look, outline, center, size)
    if look.is_enamelled:
        draw_stone(sheet, Substance.ENAMEL, center, size * 0.8)
        _rays(sheet, center, size * 0.8, tones)
    if look.stone:
        _set_in_disc(sheet, look, look.stone, center, size)
    elif not is_worked and not look.is_enamelled:
        _turned_line(sheet, center, size, tones)


def _set_in_disc(sheet: Sheet, look: Look, stone: Substance, center: Point, size: float) -> None:
    tones = metal_tones(look.metal)
    place = center[0] + sheet.stray(size * 0.1), center[1] + sheet.stray(size * 0.08)
    draw_disc(sheet, round_outline(sheet, place, size * 0.46), tones, edge=2)
    draw_stone(sheet, stone, place, size * 0.39)
    if look.style == Style.ORNATE:
        ring = [at(place, size * 0.6, angle + sheet.stray(3)) for angle in range(0, 360, 20)]
        draw_granules(sheet, ring, tones, size * 0.06)
        edge = [at(center, size * 0.9, angle + sheet.stray(2)) for angle in range(0, 360, 15)]
        draw_granules(sheet, edge, tones, size * 0.05)


def _rays(sheet: Sheet, center: Point, radius: float, tones: Tones) -> None:
    """Thin walls of wire between fields of enamel."""
    for angle in range(0, 360, 45):
        (x1, y1), (x2, y2) = at(center, radius * 0.22, angle), at(center, radius * 0.98, angle + sheet.stray(4))
        sheet.line(f"M{fixed(x1)} {fixed(y1)}L{fixed(x2)} {fixed(y2)}", tones.light, 2)
    sheet.ellipse(center, radius * 0.2, 1, tones.light, stroke=tones.deep, stroke_width=".6")


def _turned_line(sheet: Sheet, center: Point, size: float, tones: Tones) -> None:
    for share in (0.86, 0.84):
        colour = tones.deep if share == 0.86 else tones.shine
        sheet.ellipse(center, size * share, 1, "none", stroke=colour, stroke_width="1", stroke_opacity=".6")
