"""Recipes of bracelets, in millimetres: round ones lie on the table or stand, chains close on themselves."""

from collections.abc import Callable

import numpy as np

from catalog.demo.studio.chains import belcher, cable, curb, rope
from catalog.demo.studio.filigree import filled, framed
from catalog.demo.studio.gems import CUTS
from catalog.demo.studio.marks import Waver, dishes
from catalog.demo.studio.mesh import (
    TURN,
    Array,
    Part,
    Parts,
    Z,
    about_x,
    about_y,
    about_z,
    bounds,
    circle,
    merged,
    moved,
    spline,
    standing,
)
from catalog.demo.studio.mounts import bezel, granules
from catalog.demo.studio.shapes import CLOSED, FLAT, Run, Section, ball, bead, grid_faces, oval, plate, tube
from catalog.demo.studio.view import Recipe, Shot, View

WRIST = 31.0
LOOK = View(elevation=33, fill=0.8, blur=0.7)
CHAINS: dict[str, Callable[..., Parts]] = {"cable": cable, "belcher": belcher, "curb": curb, "rope": rope}


def bangles(
    material: str = "yellow_gold",
    count: int = 1,
    wire: float = 1.8,
    facets: int = 0,
    hammered: bool = False,
    seed: int = 0,
) -> Shot:
    """Closed bangles: with equal facets all alike; by hand uneven; one leans on the others where there are several."""
    chance = np.random.default_rng(seed) if seed else None
    one = _bangle(material, wire, facets, chance, hammered)
    pile: Parts = []
    for at in range(max(1, count - 1)):
        again = _bangle(material, wire, facets, chance, hammered) if chance is not None else one
        pile.append(again.moved(about_z(2.3 * at), (0, 0, at * wire * 2.05)))
    pile = standing(pile)
    if count > 1:
        top = float(bounds(pile)[1][2])
        pile.append(one.moved(about_x(9) @ about_y(3), (5.5, -3.5, top + 0.18 * WRIST)))
    else:
        pile = standing(moved(pile, about_x(0)))
    return Shot(pile, LOOK)


def _bangle(material: str, wire: float, facets: int, chance: np.random.Generator | None, hammered: bool) -> Part:
    angle = np.linspace(0, TURN, 1440, endpoint=False)
    section = np.linspace(0, TURN, 64, endpoint=False)
    radius = np.full((len(angle), len(section)), wire)
    if facets:
        notch = np.abs((angle * facets / TURN) % 1 - 0.5) * 2
        out = np.clip((np.cos(section) - 0.25) / 0.3, 0, 1)
        radius = radius * (1 - 0.16 * (1 - notch)[:, None] * out[None])
    if chance is not None:
        radius = radius * (1 + 0.04 * Waver(chance)(angle)[:, None])
    if chance is not None and hammered:
        around, across = np.meshgrid(angle * WRIST, section * wire - np.pi * wire, indexing="ij")
        grid = np.stack([around.ravel(), across.ravel()], axis=1)
        radius = radius + 1.3 * dishes(grid, (TURN * WRIST, np.pi * wire), chance, 2.4).reshape(radius.shape)
    reach = WRIST + radius * np.cos(section)
    vertices = np.stack([reach * np.cos(angle)[:, None], reach * np.sin(angle)[:, None], radius * np.sin(section)], -1)
    return Part(vertices.reshape(-1, 3), grid_faces(1440, 64, rows_close=True, columns_close=True), material)


def cuff(
    material: str = "silver",
    width: float = 9.0,
    blades: bool = True,
    hammered: float = 0.0,
    seed: int = 1,
    thick: float = 2.6,
) -> Shot:
    """An open cuff, forged thick in the middle and flat at the ends, or even all along."""
    chance = np.random.default_rng(seed)
    angle = np.linspace(0.10 * TURN, 0.90 * TURN, 700)
    end = np.abs(np.linspace(-1, 1, 700))
    section = np.linspace(0, TURN, 96, endpoint=False)
    wide = (0.55 + 0.45 * end**4 if blades else 0.92 + 0.08 * (1 - end**2)) * width / 2
    deep = (1.35 - 0.95 * end**3 if blades else 1.0 + 0 * end) * thick / 2
    close = np.sqrt(np.clip(1 - np.clip((end - 0.965) / 0.035, 0, 1) ** 2, 1e-4, 1))
    out = np.sign(np.cos(section)) * np.abs(np.cos(section)) ** 0.6
    over = np.sign(np.sin(section)) * np.abs(np.sin(section)) ** 0.75
    radius = (deep * close)[:, None] * out[None]
    height = (wide * close * (1 + 0.03 * Waver(chance)(angle)))[:, None] * over[None]
    if hammered:
        grid = np.stack([(WRIST * angle[:, None] + 0 * height).ravel(), height.ravel()], axis=1)
        blows = dishes(grid, (TURN * WRIST, width / 2 + 1), chance, hammered).reshape(radius.shape)
        radius = radius + blows * np.clip(out, 0, 1)[None]
    reach = WRIST * (1 + 0.006 * Waver(chance)(angle))[:, None] + radius
    vertices = np.stack([1.1 * reach * np.sin(angle)[:, None], -0.9 * reach * np.cos(angle)[:, None], height], -1)
    body = Part(vertices.reshape(-1, 3), grid_faces(700, 96, rows_close=False, columns_close=True), material)
    return Shot(standing([body]), View(elevation=30, azimuth=-24, fill=0.78, blur=0.6))


def chain(kind: str = "curb", material: str = "silver", size: float = 6.0, by_hand: int = 0) -> Shot:
    """A chain closed round nobody's wrist, a little out of round."""
    line = circle(WRIST, 400) * [1.0, 0.86, 1.0]
    line = line * (1 + 0.02 * np.sin(3 * np.linspace(0, TURN, 400))[:, None])
    if kind == "cable":
        parts = cable(line, material, size, np.random.default_rng(by_hand) if by_hand else None, closed=True)
    else:
        parts = CHAINS[kind](line, material, size, True)
    clasp = ball(0.62 * size, material, 1.9).moved(about_y(90), (0, 0.86 * WRIST, 0))
    return Shot(standing([*parts, clasp]), LOOK)


def beads(
    stones: tuple[str, ...] = ("lapis", "lapis", "turquoise", "carnelian"),
    metal: str = "silver",
    size: float = 8.0,
    every: int = 6,
    by_hand: bool = True,
    seed: int = 1,
    cord: str = "cotton",
) -> Shot:
    """Beads on a cord with a metal barrel every so many; by hand no two are alike."""
    chance = np.random.default_rng(seed)
    count = round(TURN * WRIST / (size * 1.06))
    parts: Parts = [tube(circle(WRIST, 300), 0.4, cord, run=CLOSED)]
    for at in range(count):
        where = circle(WRIST, count)[at]
        loose = by_hand * chance.normal(size=5)
        turn = about_z(360 * at / count) @ about_x(-90 + 4 * loose[0]) @ about_z(float(chance.uniform(0, 360)))
        place = where + by_hand * np.array([0.15, 0.15, 0.1]) * loose[1:4]
        if every and at % every == 0:
            parts += moved(_barrel(metal, size, chance if by_hand else None), turn, place)
        else:
            kind = stones[int(chance.integers(len(stones)))] if by_hand else stones[at % len(stones)]
            parts.append(bead(size / 2 * (1 + 0.035 * loose[4]), kind, 0.98).moved(turn, place))
    return Shot(standing(merged(parts)), LOOK)


def _barrel(metal: str, size: float, chance: np.random.Generator | None) -> Parts:
    parts: Parts = [bead(size / 2, metal, 0.94)]
    if chance is not None:
        for level in (-0.5, 0.0, 0.5):
            parts += granules(
                circle(size / 2 * np.sqrt(1 - level**2), 60, level * size / 2), 0.06 * size, metal, chance
            )
    return parts


def pearls(stone: str = "pearl", metal: str = "yellow_gold", size: float = 4.0, rows: int = 1, seed: int = 1) -> Shot:
    """Pearls on silk, in one row or several, closed by a small clasp."""
    chance = np.random.default_rng(seed)
    parts: Parts = []
    for row in range(rows):
        line = circle(WRIST + 0.2 * row, 300, row * size * 0.98)
        count = int(TURN * WRIST / (1.07 * size))
        parts.append(tube(line, 0.12 * size, "silk", run=CLOSED))
        for at in range(1, count):
            angle = TURN * at / count + 0.5 * np.pi
            pearl = ball(size / 2 * (1 + 0.02 * chance.normal()), stone, 0.98)
            parts.append(pearl.moved(by=(WRIST * np.cos(angle), WRIST * np.sin(angle), row * size * 0.98)))
    clasp = ball(0.6 * size, metal, 1.5).moved(about_y(90), (0, WRIST, (rows - 1) * size * 0.49))
    return Shot(standing([*merged(parts), clasp]), LOOK)


def tennis(
    material: str = "white_gold",
    gem: str = "diamond",
    count: int = 44,
    size: float = 3.4,
    colours: tuple[str, ...] = (),
) -> Shot:
    """A line of stones, each in its own hinged basket."""
    parts: Parts = []
    gems = colours or (gem,)
    square = [tube(oval3(size * 1.12), 0.3, material, Section.of(10), FLAT)]
    for at in range(count):
        turn = about_z(360 * at / count)
        stone = CUTS["brilliant"](gems[at % len(gems)]).moved(scale=size / 2).moved(by=(0, 0, 0.5))
        claws = [
            ball(0.3, material).moved(by=(x * size * 0.42, y * size * 0.42, 0.7)) for x in (-1, 1) for y in (-1, 1)
        ]
        out = np.array([WRIST * np.cos(TURN * at / count), WRIST * np.sin(TURN * at / count), 0])
        parts += moved([stone, *square, *claws], turn @ about_y(52), out)
    return Shot(standing(merged(parts)), LOOK)


def oval3(size: float) -> Array:
    flat = oval(size, size, 5.0, 60)
    return np.column_stack([flat, np.zeros(len(flat))])


def braid(
    material: str = "leather",
    metal: str = "silver",
    strands: int = 3,
    flat: bool = False,
    clasp: str = "hook",
    seed: int = 1,
) -> Shot:
    """Strands of leather or cotton, twisted or plaited flat, their ends whipped with wire or capped."""
    chance = np.random.default_rng(seed)
    angle = np.linspace(0.05 * TURN, 0.95 * TURN, 900)
    base = np.stack([WRIST * np.sin(angle), WRIST * np.cos(angle), 0 * angle], axis=1)
    out = base / WRIST
    parts: Parts = []
    for strand in range(strands):
        phase = angle * (16 if flat else 24) + TURN * strand / strands
        if flat:
            rise = 3.6 * np.sin(phase)
            away = 0.9 * np.sin(2 * phase)
            path = base + away[:, None] * out + rise[:, None] * Z
            parts.append(tube(path, 1.35, material, Section.of(14, 0.7, 1.35), Run(up=Z)))
        else:
            path = base + 1.7 * (np.cos(phase)[:, None] * out + np.sin(phase)[:, None] * Z)
            parts.append(tube(path, 1.55 + 0.06 * Waver(chance, frequency=9)(angle), material))
    ends = (base[0], base[-1])
    for end, along in zip(ends, (base[1] - base[0], base[-1] - base[-2]), strict=True):
        parts += _whipping(end, along / np.linalg.norm(along), metal, 4.6 if flat else 3.4)
    parts += _closing(ends, metal, clasp)
    return Shot(standing(parts), View(elevation=38, azimuth=-160, fill=0.8, blur=0.6))


def _whipping(end: Array, along: Array, metal: str, radius: float) -> Parts:
    """Wire wound round an end, turn by turn."""
    turns = np.linspace(0, 9 * TURN, 500)
    inward = along if along @ (np.zeros(3) - end) > -1e9 and end[0] > 0 else -along
    side = np.cross(along, Z)
    coil = (
        end
        + inward * (turns / TURN)[:, None] * 0.75
        + radius * (np.cos(turns)[:, None] * side * 0.85 + np.sin(turns)[:, None] * Z)
    )
    return [tube(coil, 0.42, metal)]


def _closing(ends: tuple[Array, Array], metal: str, clasp: str) -> Parts:
    first, last = ends
    middle = (first + last) / 2
    if clasp == "hook":
        points = np.array(
            [
                first,
                first * 0.6 + last * 0.4 + [0, 0.5, 0.4],
                last + np.array([0, 0.3, 2.2]),
                last + np.array([0.8, 0, -1.0]),
            ]
        )
        eye = tube(circle(2.6, 80), 0.6, metal, run=FLAT).moved(by=last + np.array([1.2, 0, 0]))
        return [tube(spline(points, 80), 0.75, metal), eye]
    cap = tube(np.array([first, middle, last]), 4.4, metal, Section.of(28, 0.75, 1.0, 4.0), Run(up=Z))
    return [cap]


def links(material: str = "steel", width: float = 8.0, count: int = 30, brushed: bool = True) -> Shot:
    """Flat links on pins, as a watch strap has."""
    finish = f"{material}/brushed" if brushed else material
    length = TURN * WRIST / count
    one = plate(oval(length * 0.9, width, 9.0, 120), 2.4, finish)
    side = [
        tube(np.array([[0, -width / 2 - 0.2, 0], [0, width / 2 + 0.2, 0]], float), 0.55, material).moved(
            by=(length / 2, 0, 0)
        )
    ]
    parts: Parts = []
    for at in range(count):
        angle = TURN * at / count
        where = np.array([WRIST * np.cos(angle), 0.9 * WRIST * np.sin(angle), 0])
        stood = moved([one, *side], about_z(90) @ np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]]))
        parts += moved(stood, about_z(np.degrees(angle)), where)
    return Shot(standing(merged(parts)), LOOK)


def panels(material: str = "yellow_gold", count: int = 7, width: float = 22.0, seed: int = 1) -> Shot:
    """Filigree panels hinged to a bracelet, each with another leaf."""
    chance = np.random.default_rng(seed)
    reach = TURN * WRIST / count * 0.46
    parts: Parts = []
    for at in range(count):
        outline = oval(2 * reach, width, 3.0)
        leaf = oval(0.5 * reach, 0.62 * width) * (1 + 0.1 * Waver(chance)(np.linspace(0, TURN, 360)))[:, None]
        panel = [
            *framed(outline, 0.6, material),
            *framed(leaf, 0.4, material),
            *filled(outline * 0.97, material, 2.2, chance),
        ]
        curved = [_bent(part, WRIST) for part in panel]
        parts += moved(curved, about_z(360 * at / count))
        hinge = tube(np.array([[WRIST, 0, -0.4 * width], [WRIST, 0, 0.4 * width]], float), 0.7, material)
        parts.append(hinge.moved(about_z(360 * (at + 0.5) / count)))
    return Shot(standing(merged(parts)), LOOK)


def _bent(part: Part, radius: float) -> Part:
    """A flat part bent round z: its y runs round, its x stands up."""
    across, up, out = part.vertices.T
    angle = across / radius
    reach = radius + out
    return Part(
        np.stack([reach * np.cos(angle), reach * np.sin(angle), up], axis=1), part.faces, part.material, part.smooth
    )


def pierced(material: str = "yellow_gold", width: float = 18.0, seed: int = 1) -> Shot:
    """A hinged bangle sawn to lace, between two rims."""
    chance = np.random.default_rng(seed)
    flat = oval(2 * np.pi * WRIST * 0.985, width, 40.0, 1200)
    parts: Parts = [
        tube(circle(WRIST, 400, level * width / 2), 0.9, material, Section.of(16, 0.8, 1.0, 4.0), FLAT)
        for level in (-1, 1)
    ]
    for lobe in range(18):
        middle = (lobe - 8.5) / 18 * TURN * WRIST
        for side in (-1, 1):
            curl = spline(
                [
                    [middle - 4.6, -side * 0.42 * width, 0],
                    [middle - 1.5, -side * 0.1 * width, 0],
                    [middle + 2.4, side * 0.28 * width, 0],
                    [middle + 4.6, side * 0.12 * width, 0],
                    [middle + 3.2, -side * 0.06 * width, 0],
                    [middle + 1.6, side * 0.06 * width, 0],
                ],
                120,
            )
            path = tube(curl, np.linspace(1.1, 0.6, len(curl)), material, Section.of(10, 1.0, 0.7, 4.0))
            parts.append(_bent(path, WRIST))
    parts += [_bent(part, WRIST) for part in filled(flat[::3] * 0.97, f"{material}", 1.7, chance)]
    return Shot(standing(merged(parts)), LOOK)


def expanding(material: str = "silver", wire: float = 2.2, size: float = 23.0) -> Shot:
    """A child's bangle of tube whose ends slide on each other."""
    angle = np.linspace(-0.6 * TURN, 0.6 * TURN, 800)
    offset = 1.25 * wire * np.sign(angle) * np.clip((np.abs(angle) - 0.36 * TURN) / (0.1 * TURN), 0, 1)
    path = np.stack([size * np.sin(angle), size * np.cos(angle), offset], axis=1)
    cuffs = [tube(path[at : at + 26], 1.32 * wire, material, Section.of(20)) for at in (40, 734)]
    engraved = [
        tube(circle(wire * 1.02, 40), 0.12, f"{material}/black", run=CLOSED)
        .moved(about_x(90))
        .moved(about_z(turn), (size * np.sin(np.radians(-turn)) * -1, size * np.cos(np.radians(turn)), 0))
        for turn in (-42, -34, 34, 42)
    ]
    return Shot(standing([tube(path, wire, material), *cuffs, *engraved]), LOOK)


def charms(
    material: str = "silver", stones: tuple[str, ...] = ("garnet", "moonstone", "peridot"), seed: int = 1
) -> Shot:
    """Small stones in bezels, hung from a chain."""
    chance = np.random.default_rng(seed)
    line = circle(WRIST, 400) * [1.0, 0.86, 1.0]
    parts: Parts = cable(line, material, 3.0, chance, closed=True)
    for at in range(9):
        angle = TURN * (at + 0.5) / 9
        size = 6.0 + float(chance.uniform(-0.6, 0.8))
        wall = bezel(oval(size, size), 0.5, 2.0, material, Waver(chance))
        back = plate(oval(size, size), 0.6, material)
        dome = CUTS["cabochon"](stones[at % len(stones)]).moved(scale=0.46 * size).moved(by=(0, 0, 0.7))
        where = np.array([(WRIST + 5.5) * np.cos(angle), 0.86 * (WRIST + 6.5) * np.sin(angle), -0.8])
        parts += moved([wall, back, dome], about_z(float(np.degrees(angle))) @ about_y(6), where)
    return Shot(standing(merged(parts)), View(elevation=42, fill=0.82, blur=0.7))


RECIPES: dict[str, Recipe] = {
    "bangles": bangles,
    "cuff": cuff,
    "chain_bracelet": chain,
    "beads": beads,
    "pearls": pearls,
    "tennis": tennis,
    "braid": braid,
    "links": links,
    "panels": panels,
    "pierced": pierced,
    "expanding": expanding,
    "charms": charms,
}
