"""Recipes of earrings, in millimetres: a pair that hangs lies on the table, hoops lean."""

import numpy as np

from catalog.demo.studio.filigree import crescent, filled, framed
from catalog.demo.studio.gems import CUTS
from catalog.demo.studio.marks import Waver, dishes, grooves
from catalog.demo.studio.mesh import TURN, Array, Part, Parts, about_x, about_y, about_z, circle, moved, standing
from catalog.demo.studio.mounts import ear_wire, granules, jump_ring
from catalog.demo.studio.shapes import (
    CLOSED,
    Height,
    Section,
    ball,
    oval,
    plate,
    rounded,
    tube,
    turned,
)
from catalog.demo.studio.signs import sign_lines
from catalog.demo.studio.view import Recipe, Shot, View

FLAT_LAY = View(elevation=48, fill=0.76)


def _pair(one: Parts, other: Parts, gap: float, turns: tuple[float, float] = (6, -8)) -> Parts:
    """Two beside each other, each turned a little on the table."""
    first, second = moved(one, about_z(turns[0]), (-gap / 2, 0, 0)), moved(other, about_z(turns[1]), (gap / 2, 0, 0))
    return standing([*first, *second])


def _hung(parts: Parts, wire: Parts) -> Parts:
    """A drop below its wire, both lying: what hung along -z now lies along -y."""
    return moved([*parts, *wire], about_x(-90))


def drops(
    material: str = "yellow_gold",
    stone: str = "pearl",
    size: float = 11.0,
    squash: float = 1.08,
    cap: str = "granulated",
    seed: int = 1,
) -> Shot:
    """Two drops under caps on ear wires; baroque where made by hand."""
    chance = np.random.default_rng(seed) if seed else None
    pair = []
    for at in range(2):
        waver = Waver(chance, 3, 1.1, periodic=False) if chance is not None else None
        radius = size / 2 * (1 + (0.03 * chance.normal() if chance is not None else 0))
        drop = ball(radius, stone, squash, waver, 0.03).moved(by=(0, 0, -radius * squash))
        metal = [_cap(material, 0.45 * radius).moved(by=(0, 0, -0.02 * radius))]
        if cap == "granulated":
            metal += granules(circle(0.46 * radius, 60, -0.19 * radius), 0.07 * radius, material, chance)
        wire = [ear_wire(material, 17, 0.42, chance).moved(by=(0, 0, 3.0))]
        metal += [jump_ring(material, 1.1).moved(about_x(90), (0, 0, 1.3))]
        turn = about_y(0 if at else 2)
        pair.append(_hung(moved([drop, *metal], turn), wire))
    return Shot(_pair(pair[0], pair[1], size * 1.55), FLAT_LAY)


def _cap(material: str, radius: float) -> Part:
    profile = rounded(
        [
            [0.001, 0.3],
            [0.5 * radius, 0.3],
            [0.75 * radius, 0],
            [radius, -0.4 * radius],
            [0.97 * radius, -0.45 * radius],
            [0.001, -0.2],
        ],
        0.15,
    )
    return turned(profile, material)


def leaves(
    material: str = "yellow_gold", sign: str = "leaf", width: float = 13.0, length: float = 24.0, seed: int = 1
) -> Shot:
    """Flat drops, engraved by burin, on wires; the two differ as a free hand does."""
    chance = np.random.default_rng(seed)
    pair = []
    for _at in range(2):
        lines = [
            (line * [1, 1] + 0.03 * chance.normal(size=2)) * [width * 0.44, length * 0.46] for line in sign_lines(sign)
        ]
        angle = np.linspace(0, TURN, 360, endpoint=False)
        point = np.column_stack([np.sin(angle) * np.abs(np.sin(angle)) ** 0.25, np.cos(angle)])
        outline = point[::-1] * [width / 2, length / 2] * (1 + 0.006 * Waver(chance)(angle))[:, None]
        leaf = plate(outline, 1.0, material, cut(lines, 0.22, 0.34), dome=0.5)
        loop = [jump_ring(material, 1.2).moved(by=(0, length / 2 + 0.8, 0))]
        wire = moved([ear_wire(material, 16, 0.42, chance)], about_x(-90), (0, length / 2 + 1.6, 0))
        pair.append([leaf, *loop, *wire])
    return Shot(_pair(pair[0], pair[1], width * 1.5), FLAT_LAY)


def cut(lines: list[Array], width: float, depth: float) -> Height:
    return lambda points: grooves(points, lines, width, depth)


def scraps(
    metal: str = "copper", colours: tuple[tuple[str, str], ...] = (("teal", "cream"), ("orange", "blue")), seed: int = 1
) -> Shot:
    """Offcuts of sheet with whatever enamel was left, no two alike, on steel wires."""
    chance = np.random.default_rng(seed)
    pair = []
    for first, second in colours:
        angle = np.linspace(0, TURN, 360, endpoint=False)
        reach = 1 + 0.22 * Waver(chance, frequency=1.6)(angle)
        outline = np.column_stack([7.0 * np.cos(angle), 11.0 * np.sin(angle)]) * reach[:, None]
        sheet = plate(outline, 1.0, metal, lambda at: 0.5 * dishes(at + np.array([20, 0]), (40, 14), chance, 2.4))
        upper = plate(outline * [0.84, 0.42], 0.5, f"enamel_{first}").moved(by=(0.2, 4.2, 0.62))
        lower = plate(outline * [0.7, 0.34], 0.5, f"enamel_{second}").moved(by=(-0.4, -4.6, 0.62))
        high = float(outline[:, 1].max())
        loop = [jump_ring("steel", 1.3).moved(about_x(20), (0, high - 0.4, 0.4))]
        wire = moved([ear_wire("steel", 17, 0.42, chance)], about_x(-90), (0, high + 1.2, 0.2))
        pair.append([sheet, upper, lower, *loop, *wire])
    return Shot(_pair(pair[0], pair[1], 21.0), FLAT_LAY)


def slices(
    material: str = "silver", stone: str = "agate", width: float = 12.0, length: float = 30.0, seed: int = 1
) -> Shot:
    """Two thin drops cut from one stone, in caps on wires."""
    chance = np.random.default_rng(seed)
    pair = []
    for side in (1, -1):
        angle = np.linspace(0, TURN, 360, endpoint=False)
        narrow = 1 - 0.42 * (np.sin(angle) + 1) / 2
        outline = np.column_stack([side * width / 2 * np.cos(angle) * narrow, length / 2 * np.sin(angle)])
        drop = plate(outline[::side], 2.2, stone, dome=0.6)
        cap = turned(rounded([[0.001, 2.4], [1.2, 2.4], [2.1, 0], [2.0, -0.5], [0.001, -0.3]], 0.4), material)
        hung = [
            cap.moved(about_x(-90), (0, length / 2 - 1.6, 0)),
            jump_ring(material, 1.2).moved(by=(0, length / 2 + 1.6, 0)),
        ]
        wire = moved([ear_wire(material, 17, 0.45, chance)], about_x(-90), (0, length / 2 + 2.5, 0))
        pair.append([drop, *hung, *wire])
    return Shot(_pair(pair[0], pair[1], width * 1.7), FLAT_LAY)


def hoops(
    material: str = "yellow_gold",
    size: float = 44.0,
    wire: float = 2.2,
    hammered: float = 0.0,
    seed: int = 0,
    twist: bool = False,
) -> Shot:
    """Open hoops, one lying and one leaning on it."""
    chance = np.random.default_rng(seed) if seed else None
    angle = np.linspace(0.06, TURN - 0.02, 500)
    radius = size / 2 - wire
    path = np.stack([radius * np.sin(angle), radius * np.cos(angle), 0 * angle], axis=1)
    section = Section.of(16, 1.0, 0.62, 2.6, twist=14) if twist else Section.of(24)
    widths = wire * (1 + (0.05 * Waver(chance, frequency=9)(angle) if chance is not None and hammered else 0 * angle))
    pin = tube(np.array([[0, radius + 0.2, 0], [2.2, radius + 0.5, 0], [5, radius - 0.3, 0]], float), 0.4, material)
    one = [tube(path, widths, material, section), pin]
    upright = standing(moved(one, about_z(-28) @ about_x(78)))
    lying = standing(moved(one, about_z(-20), (0.36 * size, -0.5 * size, 0)))
    return Shot([*upright, *lying], View(elevation=30, fill=0.78, blur=0.7))


def huggies(material: str = "silver", gem: str = "", size: float = 14.0, wire: float = 1.1) -> Shot:
    """Small closed hoops, with a row of stones where one is named."""
    path = circle(size / 2 - wire, 200)
    parts = [tube(path, wire, material, Section.of(24, 1.0, 1.0, 3.0), CLOSED)]
    if gem:
        stone = CUTS["brilliant"](gem).moved(scale=0.6 * wire)
        for at in range(9):
            parts.append(stone.moved(about_x(-90), (0, size / 2 + 0.08, 0)).moved(about_z(40 - 17 * at - 20)))
    stood = standing(moved(parts, about_z(-38) @ about_x(90)))
    return Shot([*stood, *moved(stood, about_z(14), (size * 0.95, -size * 0.3, 0))], View(elevation=22, fill=0.74))


def arrecadas(material: str = "silver/old", width: float = 38.0, length: float = 46.0, seed: int = 1) -> Shot:
    """Crescents filled with filigree, the horns up, on hooks."""
    chance = np.random.default_rng(seed)
    pair = []
    for _at in range(2):
        outline = crescent(width, length)
        body = [*framed(outline, 0.55, material), *filled(outline * 0.985, material, 2.3, chance)]
        boss = [ball(1.2, material).moved(by=(0.0, -length * 0.3 - 1.3, 0))]
        top = framed(oval(7, 8) + np.array([0, length * 0.05 + 4.2]), 0.45, material)
        heart = filled(oval(6, 7) + np.array([0, length * 0.05 + 4.2]), material, 1.6, chance)
        wire = moved([ear_wire(material, 15, 0.5, chance)], about_x(-90), (0, length * 0.05 + 8.2, 0))
        pair.append([*body, *boss, *top, *heart, *wire])
    return Shot(_pair(pair[0], pair[1], width * 1.12, (3, -4)), View(elevation=50, fill=0.8))


def moons(material: str = "yellow_gold/matte", size: float = 15.0) -> Shot:
    """Small flat crescents on wires."""
    angle = np.linspace(0, TURN, 400, endpoint=False)
    half = np.linspace(0.18 * np.pi, 1.82 * np.pi, 200)
    outer = np.column_stack([np.cos(half), np.sin(half)]) * size / 2
    inner = np.column_stack([np.cos(half), np.sin(half)])[::-1] * size * 0.36 + np.array([size * 0.17, 0])
    outline = np.vstack([outer, inner])[: len(angle)]
    one = [*_sickle(outline, material), jump_ring(material, 1.0).moved(by=(0.2 * size, 0.42 * size, 0))]
    one += moved([ear_wire(material, 15, 0.4)], about_x(-90), (0.2 * size, 0.42 * size + 1, 0))
    return Shot(_pair(one, one, size * 1.5, (4, -6)), FLAT_LAY)


def _sickle(outline: Array, material: str) -> Parts:
    """A swelling bar along the middle of a crescent."""
    half = len(outline) // 2
    middle = (outline[:half] + outline[half:][::-1]) / 2
    width = np.linalg.norm(outline[:half] - outline[half:][::-1], axis=1) / 2
    path = np.column_stack([middle, np.zeros(half)])
    return [tube(path, np.maximum(width, 0.12), material, Section.of(20, 1.0, 0.28, 2.2))]


RECIPES: dict[str, Recipe] = {
    "drops": drops,
    "leaves": leaves,
    "scraps": scraps,
    "slices": slices,
    "hoops": hoops,
    "huggies": huggies,
    "arrecadas": arrecadas,
    "moons": moons,
}
