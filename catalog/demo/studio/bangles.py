"""Recipes of bangles and cuffs, in millimetres: stiff, and round a wrist."""

import numpy as np

from catalog.demo.studio.filigree import filled, framed
from catalog.demo.studio.marks import Waver, dishes
from catalog.demo.studio.mesh import (
    TURN,
    Part,
    Parts,
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
from catalog.demo.studio.shapes import CLOSED, FLAT, Section, grid_faces, oval, tube
from catalog.demo.studio.view import Recipe, Shot, View

WRIST = 31.0
LOOK = View(elevation=33, fill=0.8, blur=0.7)


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


RECIPES: dict[str, Recipe] = {
    "bangles": bangles,
    "cuff": cuff,
    "panels": panels,
    "pierced": pierced,
    "expanding": expanding,
}
