"""Recipes of rings with a stone, a head or a pattern, in millimetres."""

from itertools import pairwise

import numpy as np

from catalog.demo.studio.bands import FINGER, LOOK, band_part, upright
from catalog.demo.studio.gems import CUTS, freeform
from catalog.demo.studio.marks import Waver, dishes, grooves
from catalog.demo.studio.mesh import TURN, Array, Part, Parts, Y, about_x, about_z, moved, standing
from catalog.demo.studio.mounts import basket, bezel, solder
from catalog.demo.studio.shapes import CLOSED, Run, Section, oval, plate, ring, tube
from catalog.demo.studio.signs import sign_lines
from catalog.demo.studio.view import Recipe, Shot, View

STONE_LOOK = View(elevation=29, fill=0.72, blur=0.85, focus=0.15)
FOUR, SIX = (45, 135, 225, 315), (30, 90, 150, 210, 270, 330)


def shank_path(count: int = 420) -> Array:
    angle = np.linspace(0, TURN, count, endpoint=False)
    return np.stack([(FINGER + 0.9) * np.cos(angle), 0 * angle, (FINGER + 0.9) * np.sin(angle)], axis=1)


def shank(material: str, wire: float = 1.05, taper: float = 0.28) -> Part:
    """A closed wire round the finger in the plane y = 0, thinner towards its top at +z."""
    path = shank_path()
    top = (path[:, 2] / path[:, 2].max() + 1) / 2
    section = Section.of(48, 0.82, 1.0, 2.7)
    return tube(path, wire * (1 - taper * top**3), material, section, Run(closed=True, up=Y))


def leaned(parts: Parts, lean: float = 38, turn: float = -34) -> Parts:
    """Laid back so that the stone on top looks at the lens."""
    return standing(moved(parts, about_x(lean) @ about_z(turn)))


def solitaire(
    material: str = "white_gold",
    gem: str = "diamond",
    cut: str = "brilliant",
    radius: float = 3.3,
    double: bool = False,
) -> Shot:
    """One stone raised on prongs: six for a round one, four at the corners of any other, each of two if `double`."""
    angles: tuple[int, ...] = SIX if cut == "brilliant" else FOUR
    if double:
        angles = tuple(angle + aside for angle in FOUR for aside in (-9, 9))
    reach = 1.0 if cut == "brilliant" else 1.12
    girdle = FINGER + 1.7 + 0.9 * radius
    head = [CUTS[cut](gem).moved(scale=radius), *basket(radius * reach, angles, material)]
    return Shot(leaned([shank(material), *moved(head, by=(0, 0, girdle))]), STONE_LOOK)


def collet(
    material: str = "yellow_gold", gem: str = "emerald", size: float = 8.0, shoulders: bool = True, seed: int = 1
) -> Shot:
    """A step-cut stone in a square setting between broad shoulders, engraved if asked."""
    chance = np.random.default_rng(seed)
    stone = CUTS["step"](gem).moved(scale=size * 0.5)
    wall = bezel(oval(size, size * 0.86, 6.0), 0.8, 3.6, material, Waver(chance)).moved(by=(0, 0, -3.0))
    body = _shouldered(material) if shoulders else shank(material, 1.5, 0.0)
    return Shot(leaned([body, *moved([stone, wall], by=(0, 0, FINGER + 4.0))]), STONE_LOOK)


def _shouldered(material: str) -> Part:
    """A band in the plane y = 0 that widens towards the stone, where leaves are cut into it by burin."""
    body = band_part(3.4, 1.9, material)
    angle = np.arctan2(body.vertices[:, 0], body.vertices[:, 1])
    near = np.clip(np.cos(angle), 0, 1) ** 2
    across = body.vertices[:, 2] / 1.7
    leaves = np.abs(np.mod(angle * 7 + 1.4 * np.abs(across), 1) - 0.5) * 2
    cut = 0.32 * np.exp(-((leaves / 0.3) ** 2)) * np.clip(4 * near - 1, 0, 1)
    outer = np.hypot(body.vertices[:, 0], body.vertices[:, 1]) > FINGER + 1.2
    shrink = (1 - cut * outer / FINGER)[:, None]
    vertices = body.vertices * np.column_stack([shrink, shrink, 1 + 1.1 * near])
    return Part(vertices, body.faces, material).moved(about_x(90))


def bezel_ring(material: str = "silver", gem: str = "tourmaline_green", size: float = 12.0, seed: int = 1) -> Shot:
    """A freeform stone in a heavy bezel on a heavy band."""
    chance = np.random.default_rng(seed)
    stone = freeform(gem, chance).moved(scale=size / 2)
    angle = np.linspace(0, TURN, 240, endpoint=False)
    low = stone.vertices[np.abs(stone.vertices[:, 2]) < 0.2 * size]
    reach = np.array([(low[:, :2] @ [np.cos(one), np.sin(one)]).max() for one in angle])
    smooth = np.convolve(np.tile(reach, 3), np.ones(31) / 31, "same")[240:480]
    outline = np.column_stack([np.cos(angle), np.sin(angle)]) * (0.97 * smooth + 0.4)[:, None]
    wall = bezel(outline, 1.1, 4.0, material, Waver(chance)).moved(by=(0, 0, -3.4))
    base = plate(outline * 0.98, 1.0, material).moved(by=(0, 0, -3.2))
    head = moved([stone, wall, base], by=(0, 0, FINGER + 5.2))
    return Shot(leaned([shank(material, 1.8, 0.1), *head], 34), STONE_LOOK)


def signet(material: str = "silver", letter: str = "", width: float = 10.0, length: float = 12.5) -> Shot:
    """An oval head on a shank that grows into it; a letter is cut into it where one is given."""
    path = shank_path()
    top = np.clip(path[:, 2] / path[:, 2].max(), 0, 1)
    body = tube(path, 1.15 + 1.9 * top**2.2, material, Section.of(48, 0.62, 1.0, 2.6), Run(closed=True, up=Y))
    lines = [line * 0.42 * width for line in sign_lines(letter)]
    cut = (lambda points: grooves(points, lines, 0.30, 0.5)) if lines else None
    head = plate(oval(width, length, 2.2), 2.6, material, cut).moved(by=(0, 0, FINGER + 2.4))
    return Shot(leaned([body, head], 46, -26), STONE_LOOK)


def eternity(material: str = "rhodium", gem: str = "cubic_zirconia", stones: int = 34, radius: float = 0.84) -> Shot:
    """Stones all the way round a narrow band, all alike."""
    around = FINGER + 1.35
    stone = CUTS["brilliant"](gem).moved(scale=radius).moved(about_x(90), (0, -around, 0))
    parts = [band_part(2.1, 1.1, material)]
    for at in range(stones):
        turn = about_z(360 * at / stones)
        parts.append(stone.moved(turn))
        for side in (-1, 1):
            grain = np.array([[0.0, 0.5 - around, side * 0.62], [0, -0.12 - around, side * 0.62]])
            parts.append(tube(grain, 0.2, material).moved(turn @ about_z(180 / stones)))
    return Shot(upright(parts, -28), View(elevation=27, fill=0.66, blur=0.8))


def honeycomb(material: str = "yellow_gold", gem: str = "sapphire", width: float = 9.0, cells: int = 36) -> Shot:
    """A band sawn to a honeycomb between two rims, with a small stone in front."""
    radius = FINGER + 0.8
    step = TURN / cells
    side = radius * step / np.sqrt(3)
    parts = [ring(radius, 0.42, material).moved(by=(0, 0, level * width / 2)) for level in (-1, 1)]
    rows = int(width / (1.5 * side))
    for row in range(rows):
        level = (row - (rows - 1) / 2) * 1.5 * side
        for cell in range(cells):
            middle = (cell + 0.5 * (row % 2)) * step
            parts += _hexagon(middle, level, radius, side, material)
    stone = CUTS["brilliant"](gem).moved(scale=1.7).moved(about_x(-90), (0, radius + 1.0, 0))
    wall = bezel(oval(3.7, 3.7), 0.5, 2.2, material).moved(about_x(-90), (0, radius - 0.6, 0))
    return Shot(upright([*parts, *moved([stone, wall], about_z(-38))], -40), LOOK)


def _hexagon(middle: float, level: float, radius: float, side: float, material: str) -> Parts:
    """Three of the six walls of a cell; its neighbours have the others."""
    corners = [(middle + np.sin(at) * side / radius, level + np.cos(at) * side) for at in np.arange(0, 4) * TURN / 6]
    walls = []
    for (first, low), (last, high) in pairwise(corners):
        angle, height = np.linspace(first, last, 5), np.linspace(low, high, 5)
        path = np.stack([radius * np.sin(angle), -radius * np.cos(angle), height], axis=1)
        walls.append(tube(path, 0.24, material, Section.of(8, 0.9, 1.4, 4.0)))
    return walls


def crossed(material: str = "brass", wire: float = 1.2, seed: int = 1) -> Shot:
    """One thick wire bent round, its ends hammered flat and crossed."""
    chance = np.random.default_rng(seed)
    angle = np.linspace(-0.62 * TURN, 0.62 * TURN, 500)
    end = np.clip((np.abs(angle) - 0.42 * TURN) / (0.2 * TURN), 0, 1)
    lift = np.sign(angle) * 2.1 * end
    radius = FINGER + wire + 0.55 * end * (angle > 0) + 0.05 * Waver(chance, frequency=2, periodic=False)(angle)
    path = np.stack([radius * np.sin(angle), radius * np.cos(angle), lift], axis=1)
    widths = wire * (1 - 0.25 * end) * (1 + 0.03 * Waver(chance, frequency=3, periodic=False)(angle))
    blades = [_blade(path[at], path[at] - path[before], material, chance) for at, before in ((0, 6), (-1, -7))]
    body = tube(path, widths, material)
    return Shot(upright(moved([body, *blades], about_z(148)), -38), LOOK)


def _blade(end: Array, along: Array, material: str, chance: np.random.Generator) -> Part:
    """The flat end of a wire under the hammer, its face outward."""
    along = along / np.linalg.norm(along)
    outward = end * [1, 1, 0] - along * (end * [1, 1, 0] @ along)
    outward /= np.linalg.norm(outward)
    blows = plate(
        oval(6.4, 3.4, 2.4), 1.0, material, lambda at: 1.5 * dishes(at + np.array([9, 0]), (18, 3), chance, 1.2)
    )
    return blows.moved(np.column_stack([along, np.cross(outward, along), outward]), end + 1.2 * along)


def twisted(material: str = "silver", strands: int = 2, wire: float = 0.95, turns: int = 9, seed: int = 1) -> Shot:
    """Wires twisted round each other and soldered to a ring."""
    chance = np.random.default_rng(seed)
    angle = np.linspace(0, TURN, 900, endpoint=False)
    parts: Parts = []
    for strand in range(strands):
        phase = turns * angle + TURN * strand / strands
        radius = FINGER + 1.6 * wire + wire * np.cos(phase)
        path = np.stack([radius * np.cos(angle), radius * np.sin(angle), wire * np.sin(phase)], axis=1)
        parts.append(tube(path, wire * (1 + 0.02 * Waver(chance)(angle)), material, run=CLOSED))
    parts.append(solder((0, FINGER + 1.2, 0), 0.9, material.partition("/")[0], chance))
    return Shot(upright(parts), LOOK)


def wave(material: str = "yellow_gold", seed: int = 1) -> Shot:
    """A band whose edge is sawn to waves, with three small stones where they break."""
    chance = np.random.default_rng(seed)
    body = band_part(6.0, 1.6, material, chance)
    angle = np.arctan2(body.vertices[:, 1], body.vertices[:, 0])
    crest = 1.5 * np.sin(3 * angle) + 0.4 * np.sin(7 * angle + 1)
    share = (body.vertices[:, 2] / 3.0 + 1) / 2
    vertices = body.vertices.copy()
    vertices[:, 2] += crest * share
    parts: Parts = [Part(vertices, body.faces, material)]
    for at in (-22.0, 0.0, 22.0):
        stone = CUTS["brilliant"]("diamond").moved(scale=0.95).moved(about_x(-90), (0, FINGER + 1.8, 0.3))
        wall = bezel(oval(2.0, 2.0), 0.35, 1.2, material).moved(about_x(-90), (0, FINGER + 0.8, 0.3))
        parts += moved([stone, wall], about_z(at - 34))
    return Shot(upright(parts, -40), LOOK)


RECIPES: dict[str, Recipe] = {
    "solitaire": solitaire,
    "collet": collet,
    "bezel_ring": bezel_ring,
    "signet": signet,
    "eternity": eternity,
    "honeycomb": honeycomb,
    "crossed": crossed,
    "twisted": twisted,
    "wave": wave,
}
