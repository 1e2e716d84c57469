"""Recipes of bracelets that bend, in millimetres: chains, beads, links and braids, closed round nobody's wrist."""

from collections.abc import Callable

import numpy as np

from catalog.demo.studio.bangles import LOOK, WRIST
from catalog.demo.studio.chains import belcher, cable, curb, rope
from catalog.demo.studio.gems import CUTS
from catalog.demo.studio.marks import Waver
from catalog.demo.studio.mesh import (
    TURN,
    Array,
    Parts,
    Z,
    about_x,
    about_y,
    about_z,
    circle,
    merged,
    moved,
    spline,
    standing,
)
from catalog.demo.studio.mounts import bezel, granules
from catalog.demo.studio.shapes import CLOSED, FLAT, Run, Section, ball, bead, oval, plate, tube
from catalog.demo.studio.view import Recipe, Shot, View

CHAINS: dict[str, Callable[..., Parts]] = {"cable": cable, "belcher": belcher, "curb": curb, "rope": rope}


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
    "chain_bracelet": chain,
    "beads": beads,
    "pearls": pearls,
    "tennis": tennis,
    "braid": braid,
    "links": links,
    "charms": charms,
}
