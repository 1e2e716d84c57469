"""Recipes of brooches, in millimetres: each lies on the table with its face up."""

from itertools import product

import numpy as np

from catalog.demo.studio.filigree import heart
from catalog.demo.studio.gems import CUTS
from catalog.demo.studio.marks import Waver, dishes, grooves
from catalog.demo.studio.mesh import (
    TURN,
    Array,
    Part,
    Parts,
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
from catalog.demo.studio.shapes import FLAT, Section, ball, frame, oval, plate, tube
from catalog.demo.studio.signs import sign_lines
from catalog.demo.studio.view import Recipe, Shot, View

LOOK = View(elevation=43, fill=0.8, blur=0.8)


def laid(parts: Parts, turn: float, height: float = 2.5) -> Parts:
    """On its pin, so a little above the table and tipped to the lens."""
    return standing(moved(moved(parts, about_z(turn)), about_x(8), (0, 0, height)))


def pin(metal: str, length: float) -> Part:
    path = spline([[-length / 2, 0, -3], [-length / 6, 0.4, -3.4], [length / 2, 0, -3]], 60)
    return tube(path, 0.45, metal)


def fibula(metal: str = "brass", length: float = 80.0, seed: int = 1) -> Shot:
    """A safety pin forged from one wire: head, coil for a spring, pin."""
    chance = np.random.default_rng(seed)
    coil_at = np.linspace(0, 3.5 * TURN, 220)
    coil = np.stack(
        [-length / 2 + 4.4 * np.sin(coil_at), 4.4 * np.cos(coil_at) - 4.4, 1.2 * coil_at / TURN - 2], axis=1
    )
    back = spline(
        [coil[0], [-0.25 * length, 2.2, 0], [0.1 * length, 7.5, 0.5], [0.42 * length, 4.0, 0], [0.5 * length, -2, 0]],
        240,
    )
    needle = spline([coil[-1], [-0.2 * length, -9.0, 2], [0.2 * length, -8.6, 1.4], [0.49 * length, -7.2, 0.4]], 200)
    uneven = 1 + 0.05 * Waver(chance, 1, 9, periodic=False)(np.linspace(0, 6, len(back)))
    hook = spline(
        [[0.5 * length, -2, 0], [0.51 * length, -6, -0.6], [0.505 * length, -9.4, 0], [0.48 * length, -9.6, 1.6]], 60
    )
    bulge = 1.5 + 1.3 * np.exp(-((np.linspace(-1, 1, len(back)) / 0.4) ** 2))
    parts = [
        tube(back, bulge * uneven, metal, Section.of(20, 1.0, 0.62, 2.6)),
        tube(coil, 1.2, metal),
        tube(needle, np.linspace(1.15, 0.35, len(needle)), metal),
        tube(hook, 1.5, metal, Section.of(16, 1.0, 0.5)),
    ]
    return Shot(laid(parts, 16, 0), View(elevation=46, fill=0.84, blur=0.7))


def lattice(metal: str = "titanium/matte", width: float = 34.0, length: float = 46.0) -> Shot:
    """A thin net of struts in two layers, as only a laser builds it."""
    outline = oval(width, length, 2.6)
    edge = np.column_stack([outline, np.zeros(len(outline))])
    parts: Parts = [
        tube(edge, 0.55, metal, run=FLAT),
        tube(edge * [0.94, 0.94, 1] + [0, 0, 3.4], 0.45, metal, run=FLAT),
    ]
    nodes = _nodes(width, length, 4.2)
    for (row, column), at in nodes.items():
        shift = row % 2
        for other in ((row, column + 1), (row + 1, column + shift - 1), (row + 1, column + shift)):
            if other in nodes:
                parts.append(tube(np.array([at, (at + nodes[other]) / 2, nodes[other]]), 0.4, metal))
        parts.append(ball(0.62, metal).moved(by=at))
    return Shot(laid(merged(parts), -24), LOOK)


def _nodes(width: float, length: float, step: float) -> dict[tuple[int, int], Array]:
    """The knots of a net of triangles inside an oval, by row and column, every other one raised."""
    nodes = {}
    for row, column in product(range(-7, 8), range(-6, 7)):
        at = np.array([(column + 0.5 * (row % 2)) * step, row * step * 0.87, 3.4 * ((row + column) % 2)])
        if (np.abs(at[0]) / (width / 2)) ** 2.6 + (np.abs(at[1]) / (length / 2)) ** 2.6 < 0.98:
            nodes[row, column] = at
    return nodes


def bar(
    metal: str = "silver", length: float = 44.0, hearts: int = 2, sign: str = "leaf", stone: str = "", seed: int = 0
) -> Shot:
    """A straight bar with hearts, a stone or neither, on its pin."""
    chance = np.random.default_rng(seed) if seed else None
    lines = (
        [
            line[:, ::-1] * [0.3 * length, 1.6] + [side * 0.18 * length, 0]
            for side in (-1, 1)
            for line in sign_lines(sign)
        ]
        if sign
        else []
    )
    height = (lambda at: grooves(at, lines, 0.28, 0.4)) if lines else None
    parts: Parts = [plate(oval(length, 6.0, 7.0), 1.8, metal, height), pin(metal, length * 0.9)]
    for at in range(hearts):
        shape = heart(13, 13)
        inner = heart(9, 9)
        place = ((at - (hearts - 1) / 2) * 9.5, 0.0, 1.0 + 0.8 * at)
        parts += moved(
            [
                plate(shape, 1.4, metal, dome=1.2),
                tube(np.column_stack([inner, np.full(len(inner), 1.5)]), 0.25, metal, run=FLAT),
            ],
            about_z(8 - 16 * at),
            place,
        )
    if stone:
        parts += moved(
            [
                CUTS["cabochon"](stone).moved(scale=4.0),
                bezel(oval(8.6, 8.6), 0.6, 2.6, metal, Waver(chance) if chance is not None else None),
            ],
            by=(0, 0, 1.0),
        )
    return Shot(laid(parts, 14), LOOK)


def annular(
    metal: str = "bronze",
    size: float = 44.0,
    width: float = 6.0,
    hammered: float = 0.0,
    seed: int = 1,
    sign: str = "wave",
) -> Shot:
    """A flat open ring with a pin across, as cloaks were closed with."""
    chance = np.random.default_rng(seed)
    outer = oval(size, size) * (1 + 0.006 * Waver(chance)(np.linspace(0, TURN, 360)))[:, None]
    inner = oval(size - 2 * width, size - 2 * width)
    lines = []
    for at in range(12):
        turn = about_z(30 * at)[:2, :2]
        lines += (
            [(line * [0.24 * width, 0.42 * width] + [0, size / 2 - width / 2]) @ turn.T for line in sign_lines(sign)]
            if sign
            else []
        )
    height = (
        (lambda at: dishes(at + np.array([size, 0]), (2 * size, size / 2 + 2), chance, hammered))
        if hammered
        else ((lambda at: grooves(at, lines, 0.3, 0.35)) if lines else None)
    )
    needle = spline([[0, size * 0.5, 2.2], [0, size * 0.1, 2.6], [0, -size * 0.58, 1.2]], 80)
    knot = tube(circle(2.2, 60), 0.9, metal, run=FLAT).moved(about_y(90), (0, size / 2 - width / 2, 0.8))
    parts = [frame(outer, inner, 2.0, metal, height), tube(needle, np.linspace(1.3, 0.5, len(needle)), metal), knot]
    return Shot(laid(parts, -36, 0), LOOK)


def stone_set(
    metal: str = "silver",
    stone: str = "agate",
    width: float = 34.0,
    length: float = 24.0,
    seed: int = 1,
    beads: bool = True,
) -> Shot:
    """One large dome of stone in a bezel with beads round it."""
    chance = np.random.default_rng(seed) if seed else None
    outline = oval(width, length, 2.2)
    dome = plate(outline * 0.97, 3.0, stone, dome=2.8).moved(by=(0, 0, 1.2))
    wall = bezel(outline, 0.9, 3.6, metal, Waver(chance) if chance is not None else None)
    base = plate(outline * 1.12, 1.2, metal)
    parts: Parts = [dome, wall, base, pin(metal, width * 0.8)]
    if beads:
        rim = np.column_stack([outline * 1.065, np.full(len(outline), 0.9)])
        parts += granules(rim, 0.75, metal, chance)
    return Shot(laid(parts, 14), LOOK)


RECIPES: dict[str, Recipe] = {
    "fibula": fibula,
    "lattice": lattice,
    "bar_brooch": bar,
    "annular": annular,
    "stone_brooch": stone_set,
}
