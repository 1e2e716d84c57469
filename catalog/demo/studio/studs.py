"""Recipes of ear studs, in millimetres: one looks at the lens, the other leans on its post."""

import numpy as np

from catalog.demo.studio.earrings import cut
from catalog.demo.studio.gems import CUTS
from catalog.demo.studio.marks import Waver, dishes
from catalog.demo.studio.mesh import TURN, Parts, about_x, about_z, moved, standing
from catalog.demo.studio.mounts import basket, bezel, post
from catalog.demo.studio.shapes import (
    Height,
    ball,
    oval,
    plate,
    rounded,
    turned,
)
from catalog.demo.studio.signs import sign_lines
from catalog.demo.studio.view import Recipe, Shot, View

STUDS = View(elevation=30, fill=0.72, blur=0.8)


def discs(
    material: str = "silver",
    size: float = 8.0,
    hammered: float = 1.0,
    post_material: str = "niobium",
    seed: int = 1,
    sign: str = "",
) -> Shot:
    """Disc studs, one leaning on its post, one showing its face."""
    chance = np.random.default_rng(seed) if seed else None
    faces = []
    for _at in range(2):
        angle = np.linspace(0, TURN, 360, endpoint=False)
        outline = oval(size, size)
        height: Height | None = None
        if chance is not None:
            outline = outline * (1 + 0.012 * Waver(chance)(angle))[:, None]
        if hammered and chance is not None:
            height = _hammered(size, hammered, chance)
        if sign:
            height = cut([line * size * 0.44 for line in sign_lines(sign)], 0.05 * size, 0.06 * size)
        faces.append([plate(outline, 0.14 * size, material, height), post(post_material, 8.5).moved(by=(0, 0, -0.3))])
    return Shot(_posed_studs(faces, size), STUDS)


def _hammered(size: float, cell: float, chance: np.random.Generator) -> Height:
    return lambda points: 1.2 * dishes(points + np.array([size, 0]), (2 * size, size / 2 + 0.5), chance, cell)


def _posed_studs(faces: list[Parts], size: float) -> Parts:
    """The left one looks at the lens, the right one leans on its post."""
    left = standing(moved(faces[0], about_z(12) @ about_x(52)))
    right = standing(moved(faces[1], about_z(-34) @ about_x(34)))
    return [*moved(left, by=(-0.72 * size, 0, 0)), *moved(right, by=(0.78 * size, -0.1 * size, 0))]


def stone_studs(material: str = "white_gold", gem: str = "diamond", cut: str = "brilliant", size: float = 4.5) -> Shot:
    """A matched pair of stones in baskets."""
    angles = (45, 135, 225, 315)
    one = [
        CUTS[cut](gem).moved(scale=size / 2),
        *basket(size / 2, angles, material),
        post(material, 8).moved(by=(0, 0, -size / 2)),
    ]
    return Shot(_posed_studs([one, one], size * 1.3), STUDS)


def bezel_studs(material: str = "silver", stone: str = "moonstone", size: float = 7.0, seed: int = 1) -> Shot:
    """Domed stones in bezels."""
    chance = np.random.default_rng(seed)
    faces = []
    for _at in range(2):
        wall = bezel(oval(size, size), 0.6, 0.34 * size, material, Waver(chance) if seed else None)
        base = plate(oval(size, size), 0.7, material)
        dome = CUTS["cabochon"](stone).moved(scale=0.47 * size).moved(by=(0, 0, 0.14 * size))
        faces.append([wall, base, dome, post(material, 8.5)])
    return Shot(_posed_studs(faces, size), STUDS)


def domes(material: str = "yellow_gold", size: float = 5.0, full: bool = False) -> Shot:
    """Half balls, or whole ones, on posts."""
    angle = np.linspace(0, np.pi / 2, 40)
    if full:
        one = [ball(size / 2, material), post(material, 8).moved(by=(0, 0, -size / 2))]
    else:
        profile = [
            *zip(size / 2 * np.sin(angle), 0.42 * size * np.cos(angle), strict=True),
            (0.46 * size, -0.25),
            (0.001, -0.25),
        ]
        one = [turned(np.array(profile), material), post(material, 8)]
        lying = standing(moved(one, about_z(-52) @ about_x(88)))
        return Shot([*_posed_studs([one, one], size * 1.15)[:2], *moved(lying, by=(0.9 * size, 0, 0))], STUDS)
    return Shot(_posed_studs([one, one], size * 1.15), STUDS)


def pearl_studs(
    material: str = "silver", stone: str = "pearl", size: float = 7.0, squash: float = 0.78, seed: int = 0
) -> Shot:
    """Button pearls on cups and posts."""
    chance = np.random.default_rng(seed or 1)
    faces = []
    for _at in range(2):
        waver = Waver(chance, 3, 1.0, periodic=False) if seed else None
        pearl = ball(size / 2, stone, squash, waver).moved(by=(0, 0, size / 2 * squash))
        cup = turned(
            rounded([[0.001, 0.1], [0.3 * size, 0.4], [0.34 * size, 0.9], [0.3 * size, 0.2], [0.001, -0.3]], 0.1),
            material,
        )
        faces.append([pearl, cup, post(material, 8.5)])
    return Shot(_posed_studs(faces, size), STUDS)


def leaf_studs(material: str = "silver", size: float = 11.0, seed: int = 1) -> Shot:
    """Small leaves with veins burnished bright."""
    chance = np.random.default_rng(seed)
    faces = []
    for _at in range(2):
        angle = np.linspace(0, TURN, 360, endpoint=False)
        shape = np.column_stack([0.36 * np.sin(angle) * np.abs(np.sin(angle)) ** 0.35, 0.5 * np.cos(angle)])[::-1]
        outline = shape * size * (1 + 0.01 * Waver(chance)(angle))[:, None]
        lines = [line * [0.32 * size, 0.46 * size] for line in sign_lines("leaf")]
        faces.append([plate(outline, 1.0, material, cut(lines, 0.25, 0.3), dome=0.9), post(material, 8)])
    return Shot(_posed_studs(faces, size), STUDS)


RECIPES: dict[str, Recipe] = {
    "discs": discs,
    "stone_studs": stone_studs,
    "bezel_studs": bezel_studs,
    "domes": domes,
    "pearl_studs": pearl_studs,
    "leaf_studs": leaf_studs,
}
