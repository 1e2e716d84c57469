"""Recipes of cufflinks, in millimetres: a pair, one showing its face and one leaning to show its back."""

import numpy as np

from catalog.demo.studio.gems import CUTS
from catalog.demo.studio.marks import Waver, dishes, grooves
from catalog.demo.studio.mesh import TURN, Array, Part, Parts, Z, about_x, about_y, about_z, circle, moved, standing
from catalog.demo.studio.mounts import bezel
from catalog.demo.studio.shapes import (
    CLOSED,
    FLAT,
    Height,
    Run,
    Section,
    ball,
    frame,
    grid_faces,
    oval,
    plate,
    rounded,
    tube,
    turned,
)
from catalog.demo.studio.signs import sign_lines
from catalog.demo.studio.view import Recipe, Shot, View

LOOK = View(elevation=24, fill=0.8, blur=0.85)


def _pair(front: Parts, back: Parts, size: float) -> Parts:
    """Faces lie in z = 0 looking up; posts hang down."""
    left = standing(moved(moved(front, about_x(62)), about_z(14)))
    right = standing(moved(moved(back, about_x(64)), about_z(150)))
    return [*moved(left, by=(-0.62 * size, 0, 0)), *moved(right, by=(0.78 * size, 0.12 * size, 0))]


def toggle(metal: str, length: float = 19.0) -> Parts:
    """A post with a swivel bar."""
    post = turned(rounded([[0.001, -0.4], [3.0, -0.4], [1.1, -3.2], [0.95, -13], [0.001, -13]], 0.8, 6), metal, 64)
    along = np.linspace(-1, 1, 60)
    path = np.stack([along * length * 0.4, 0 * along, 0 * along - 13.8], axis=1)
    bar = tube(path, 1.1 + 0.75 * np.abs(along) ** 1.5, metal, Section.of(28))
    pivot = turned([[0.001, -1.4], [1.3, -1.4], [1.3, 1.4], [0.001, 1.4]], metal, 40).moved(about_x(90), (0, 0, -13.8))
    return [post, bar, pivot]


def linked(metal: str, by_hand: bool, seed: int = 1) -> Parts:
    """A short chain and a bar."""
    chance = np.random.default_rng(seed)
    parts: Parts = []
    for at in range(4):
        eye = tube(circle(1.9, 60) * [1.0, 1.35, 1.0], 0.5, metal, run=CLOSED)
        turn = about_z(90 * (at % 2) + (6 * chance.normal() if by_hand else 0)) @ about_x(90)
        parts.append(eye.moved(turn, (0, 0, -2.6 - 3.3 * at)))
    bar = tube(np.array([[-6.5, 0, -16], [0, 0, -16], [6.5, 0, -16]], float), 1.3, metal)
    return [*parts, bar]


def faced(
    metal: str = "silver",
    width: float = 17.0,
    length: float = 12.0,
    power: float = 2.0,
    sign: str = "",
    inlay: str = "",
    back: str = "toggle",
    back_metal: str = "",
    hammered: float = 0.0,
    seed: int = 0,
) -> Shot:
    """A plain face, engraved, hammered, or with stone, glass or enamel set flush in it."""
    chance = np.random.default_rng(seed) if seed else None
    outline = oval(width, length, power)
    if chance is not None:
        outline = outline * (1 + 0.008 * Waver(chance)(np.linspace(0, TURN, len(outline))))[:, None]
    face: Parts = [
        plate(outline, 2.2, metal, _relief(width, length, sign, hammered, chance), dome=0.0 if inlay else 0.5)
    ]
    if inlay:
        face = [
            frame(outline, outline * 0.8, 2.6, metal),
            plate(outline * 0.82, 2.0, inlay, dome=0.15),
            plate(outline * 0.96, 0.8, metal).moved(by=(0, 0, -1.2)),
        ]
    metal_behind = back_metal or metal
    behind = linked(metal_behind, by_hand=bool(seed)) if back == "chain" else toggle(metal_behind)
    behind = moved(behind, by=(0, 0, -1.0))
    return Shot(_pair([*face, *behind], [*face, *behind], max(width, length)), LOOK)


def _relief(
    width: float, length: float, sign: str, hammered: float, chance: np.random.Generator | None
) -> Height | None:
    if hammered and chance is not None:
        return lambda at: dishes(at + np.array([width, 0]), (2 * width, length / 2 + 1), chance, hammered)
    if sign:
        lines = [line * min(width, length) * 0.36 for line in sign_lines(sign)]
        return lambda at: grooves(at, lines, 0.32, 0.45)
    return None


def compass(
    metal: str = "silver",
    petals: int = 8,
    first: str = "enamel_blue",
    second: str = "enamel_cream",
    heart: str = "enamel_red",
    size: float = 18.0,
) -> Shot:
    """A rose in cells of wire, each filled with enamel that climbs its walls."""
    radius = size / 2
    angle = np.linspace(0, TURN, 384, endpoint=False)
    rose = radius * (0.5 + 0.2 * np.cos(petals * angle))
    core = radius * 0.16 + 0 * angle
    face: Parts = [
        _zone(core, rose, second, 0.78, 0.12),
        _zone(rose, 0 * angle + radius * 0.9, first, 0.78, 0.12),
        turned(
            np.column_stack([np.linspace(0.001, radius * 0.16, 16), 0.86 - 0.12 * np.linspace(0, 1, 16) ** 4]), heart
        ),
    ]
    for reach in (rose, core):
        wire = np.column_stack([reach * np.cos(angle), reach * np.sin(angle), 0 * angle + 0.66])
        face.append(tube(wire, 0.2, metal, Section.of(12), FLAT))
    cup = [[0.001, 0.5], [radius * 0.885, 0.5], [radius * 0.885, 0.95], [radius, 0.95], [radius, -0.9], [0.001, -0.9]]
    face.append(turned(rounded(cup, 0.22, 6), metal, 192))
    whole = [*face, *toggle(metal)]
    return Shot(_pair(whole, whole, size), LOOK)


def _zone(inner: Array, outer: Array, material: str, level: float, dome: float) -> Part:
    angle, share = np.linspace(0, TURN, len(inner), endpoint=False), np.linspace(0, 1, 24)
    reach = inner[:, None] * (1 - share) + outer[:, None] * share
    height = level - dome * ((2 * share - 1) ** 4)[None] + 0 * reach
    vertices = np.stack([reach * np.cos(angle)[:, None], reach * np.sin(angle)[:, None], height], -1)
    return Part(vertices.reshape(-1, 3), grid_faces(len(inner), 24, rows_close=True, columns_close=False), material)


def knots(material: str = "silver", size: float = 12.0, wire: float = 1.25, shank: str = "", seed: int = 1) -> Shot:
    """Knots tied of one wire or thong, two of them on a bar or a shank."""
    chance = np.random.default_rng(seed)
    pair = []
    for _at in range(2):
        angle = np.linspace(0, TURN, 700, endpoint=False)
        lobes, winds = 3, 4
        lift = 0.62 * np.cos(winds * angle * lobes / 3 * 1.0 + 0.2)
        reach = size / 2 - wire
        polar = np.pi / 2 + 1.05 * np.sin(lobes * angle * 1.0) * 1.0
        wrap = winds * angle
        sphere = np.stack([np.sin(polar) * np.cos(wrap), np.sin(polar) * np.sin(wrap), np.cos(polar)], axis=1)
        path = sphere * (reach + 0.5 * wire * lift)[:, None] * (1 + 0.02 * Waver(chance)(angle))[:, None]
        knot = [tube(path, wire, material, run=CLOSED), ball(0.62 * size / 2, material)]
        behind = [
            tube(
                np.array([[0, 0, -size * 0.4], [0, 0, -size * 0.9], [0, 0, -size * 1.35]]),
                0.13 * size,
                shank or material,
            )
        ]
        small = moved(knot, scale=0.62, by=(0, 0, -size * 1.5))
        pair.append([*knot, *behind, *small])
    first = standing(moved(pair[0], about_x(74) @ about_z(20)))
    second = standing(moved(moved(pair[1], about_x(88)), about_z(128)))
    return Shot([*moved(first, by=(-0.9 * size, 0, 0)), *moved(second, by=(0.9 * size, 0.3 * size, 0))], LOOK)


def bolts(metal: str = "steel", size: float = 14.0) -> Shot:
    """Hexagons turned like the head of a bolt."""
    corners = [(size / 2 * np.cos(at), size / 2 * np.sin(at)) for at in np.arange(6) * TURN / 6]
    outline = np.vstack([np.linspace(corners[at], corners[(at + 1) % 6], 60, endpoint=False) for at in range(6)])
    head = plate(outline, 4.2, f"{metal}/brushed")
    groove = tube(circle(size * 0.33, 120, 2.05), 0.3, f"{metal}/black", run=CLOSED)
    top = turned(rounded([[0.001, 2.5], [size * 0.3, 2.5], [size * 0.31, 2.0], [0.001, 2.0]], 0.15), metal)
    whole = [head, groove, top, *moved(toggle(metal), by=(0, 0, -1.6))]
    return Shot(_pair(whole, whole, size), LOOK)


def stones(
    metal: str = "silver", stone: str = "lapis", size: float = 13.0, cut: str = "cabochon", seed: int = 0
) -> Shot:
    """A domed or faceted stone in a round bezel."""
    chance = np.random.default_rng(seed) if seed else None
    wall = bezel(oval(size, size), 0.8, 3.4, metal, Waver(chance) if chance is not None else None)
    gem = CUTS[cut](stone).moved(scale=0.48 * size).moved(by=(0, 0, 1.0 if cut == "cabochon" else 2.4))
    whole = [wall, gem, plate(oval(size, size), 1.4, metal), *moved(toggle(metal), by=(0, 0, -0.4))]
    return Shot(_pair(whole, whole, size), LOOK)


def bars(metal: str = "silver", length: float = 18.0, wire: float = 3.0, wood: str = "", seed: int = 0) -> Shot:
    """A bar of metal or wood between two ends, on a post."""
    chance = np.random.default_rng(seed) if seed else None
    along = np.linspace(-1, 1, 80)
    uneven = 1 + (0.05 * Waver(chance, 1, 3, periodic=False)(along) if chance is not None else 0 * along)
    path = np.stack([along * length / 2, 0 * along, 0 * along], axis=1)
    body = tube(path, wire * uneven, wood or metal, Section.of(36, 1.0, 1.0, 3.2), Run(up=Z))
    ends = [
        turned([[0.001, -1], [wire * 1.1, -1], [wire * 1.1, 1], [0.001, 1]], metal, 48).moved(
            about_y(90), (side * length / 2, 0, 0)
        )
        for side in (-1, 1)
    ]
    whole = [body, *(ends if wood else []), *moved(toggle(metal, length), about_z(90), (0, 0, -wire + 0.4))]
    left = standing(moved(whole, about_z(-24) @ about_x(40)))
    right = standing(moved(moved(whole, about_x(68)), about_z(150)))
    return Shot([*moved(left, by=(-0.7 * length, 0, 0)), *moved(right, by=(0.75 * length, 0.2 * length, 0))], LOOK)


RECIPES: dict[str, Recipe] = {
    "faced": faced,
    "compass": compass,
    "knots": knots,
    "bolts": bolts,
    "stone_links": stones,
    "bars": bars,
}
