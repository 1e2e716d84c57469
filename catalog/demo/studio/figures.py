"""Recipes of brooches that show something: leaves, flowers, a moth, a bird, a ferry; in millimetres."""

import numpy as np

from catalog.demo.studio.brooches import LOOK, laid, pin
from catalog.demo.studio.filigree import filled, framed
from catalog.demo.studio.gems import CUTS
from catalog.demo.studio.marks import Waver, dishes, grooves
from catalog.demo.studio.mesh import (
    TURN,
    Array,
    Parts,
    about_x,
    about_z,
    circle,
    moved,
    spline,
    standing,
)
from catalog.demo.studio.mounts import bezel, granules, solder
from catalog.demo.studio.shapes import FLAT, ball, oval, plate, ring, through, tube
from catalog.demo.studio.signs import sign_lines
from catalog.demo.studio.view import Recipe, Shot, View

# The sea, the hull, the cabin and the funnel of a ferry: their corners in widths, and their colours.
FERRY = (
    ([(-0.46, -0.16), (0.46, -0.16), (0.36, -0.33), (0.18, -0.455), (-0.18, -0.455), (-0.36, -0.33)], "blue"),
    ([(-0.36, -0.02), (0.36, -0.02), (0.27, -0.2), (-0.27, -0.2)], "white"),
    ([(-0.24, 0.13), (0.2, 0.13), (0.24, -0.02), (-0.27, -0.02)], "orange"),
    ([(-0.05, 0.29), (0.08, 0.29), (0.08, 0.13), (-0.05, 0.13)], "black"),
)
# The two wings and the body of a swallow: their corners, in widths, and how high each lies, in mm.
BIRD = (
    ([(-0.05, 0.04), (0.1, 0.22), (0.3, 0.36), (0.52, 0.42), (0.36, 0.2), (0.2, 0.05), (0.06, -0.06)], 1.2),
    ([(-0.05, 0.04), (-0.2, 0.2), (-0.38, 0.3), (-0.54, 0.3), (-0.34, 0.14), (-0.2, 0.0), (-0.06, -0.06)], 0.8),
    (
        [(0.0, 0.2), (0.06, 0.1), (0.06, -0.1), (0.14, -0.42), (0.01, -0.2), (-0.1, -0.4), (-0.05, -0.1), (-0.05, 0.1)],
        2.0,
    ),
)


def leaf(
    metal: str = "copper",
    veins: str = "brass",
    enamel: str = "green",
    length: float = 62.0,
    hammered: float = 2.6,
    seed: int = 1,
) -> Shot:
    """A sawn and hammered leaf with wire veins and drops of enamel."""
    chance = np.random.default_rng(seed)
    angle = np.linspace(0, TURN, 600, endpoint=False)
    half = 0.24 * length * np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** 1.15 * (1 - 0.36 * np.cos(angle))
    outline = np.column_stack([length / 2 * np.cos(angle), half]) * (1 + 0.015 * Waver(chance)(angle))[:, None]
    blade = plate(outline, 1.1, metal, lambda at: dishes(at + np.array([60, 0]), (120, 20), chance, hammered), dome=2.2)
    lift = 2.6
    stem = spline(
        [[-0.6 * length, 0, 1.0], [-0.2 * length, 0.5, lift], [0.2 * length, -0.4, lift], [0.46 * length, 0, 1.4]], 120
    )
    parts: Parts = [blade, tube(stem, np.linspace(1.0, 0.5, len(stem)), veins), pin(metal, 0.5 * length)]
    for at in np.linspace(-0.3, 0.3, 6):
        for side in (-1, 1):
            reach = 0.2 * length * (1 - (at / 0.5) ** 2)
            vein = spline(
                [
                    [at * length, 0, lift],
                    [(at + 0.05) * length, side * 0.5 * reach, lift - 0.5],
                    [(at + 0.13) * length, side * reach, 1.2],
                ],
                40,
            )
            parts.append(tube(vein, np.linspace(0.5, 0.26, len(vein)), veins))
        parts.append(solder((at * length, 0, lift), 0.75, veins, chance))
    for at in range(5 if enamel else 0):
        place = (float(-0.26 + 0.13 * at) * length, (1 if at % 2 else -1) * 0.11 * length, 2.0)
        parts.append(ball(1.5 * (1 + 0.1 * chance.normal()), f"enamel_{enamel}", 0.6).moved(by=place))
    return Shot(laid(parts, 28), LOOK)


def spray(
    metal: str = "yellow_gold",
    berries: str = "sapphire",
    size: float = 52.0,
    leaves: int = 5,
    seed: int = 1,
    dome: float = 2.4,
) -> Shot:
    """Leaves on a stalk with small stones for berries, each leaf from the same mould."""
    stalk = spline([[-0.5, -0.3, 0], [-0.1, -0.05, 0.02], [0.25, 0.05, 0.03], [0.48, 0.2, 0]], 160) * size
    parts: Parts = [tube(stalk, np.linspace(1.3, 0.7, len(stalk)), metal), pin(metal, 0.5 * size)]
    lines = [line * [0.11 * size, 0.17 * size] for line in sign_lines("leaf")]
    angle = np.linspace(0, TURN, 360, endpoint=False)
    shape = np.column_stack([0.14 * np.sin(angle) * np.abs(np.sin(angle)) ** 0.4, 0.2 * np.cos(angle)])[::-1] * size
    one = plate(shape, 1.0, metal, lambda at: grooves(at, lines, 0.35, 0.4), dome=dome)
    for at in range(leaves):
        where = stalk[int((0.2 + 0.78 * at / (leaves - 1)) * (len(stalk) - 1))]
        side = 1 if at % 2 else -1
        turn = about_z(-60 + side * 48 if at < leaves - 1 else -60)
        parts.append(one.moved(turn, where + turn @ np.array([0, 0.18 * size, 0.8])))
    for at in range(5 if berries else 0):
        where = stalk[int((0.25 + 0.15 * at) * (len(stalk) - 1))] + np.array(
            [0.05 * size, (-1) ** at * -0.09 * size, 1.6]
        )
        twig = tube(np.array([stalk[int((0.22 + 0.15 * at) * (len(stalk) - 1))], where - [0, 0, 1]]), 0.5, metal)
        stone = CUTS["brilliant"](berries).moved(scale=1.7).moved(by=(0, 0, 1.0))
        parts += [twig, *moved([stone, bezel(oval(3.7, 3.7), 0.45, 2.0, metal)], by=where)]
    return Shot(laid(parts, 8), LOOK)


def chased(metal: str = "yellow_gold", length: float = 44.0, seed: int = 1) -> Shot:
    """An acanthus leaf driven up from one sheet, lobe by lobe."""
    chance = np.random.default_rng(seed)
    angle = np.linspace(0, TURN, 720, endpoint=False)
    lobes = 1 + 0.20 * np.abs(np.sin(4.5 * angle)) ** 0.6 + 0.03 * Waver(chance)(angle)
    outline = np.column_stack([0.29 * length * np.sin(angle), 0.42 * length * np.cos(angle)])[::-1] * lobes[::-1, None]

    def relief(at: Array) -> Array:
        across, up = at[:, 0] / (0.3 * length), at[:, 1] / (0.42 * length)
        ribs = np.cos(7 * (up - 0.55 * np.abs(across)) * np.pi * 0.6)
        spine = 1.4 * np.exp(-((across / 0.12) ** 2)) * (1 - 0.5 * up)
        rise: Array = (
            1.1 * ribs * np.clip(np.abs(across) * 2.2, 0, 1) + spine + 0.08 * Waver(chance, 2, 0.9, periodic=False)(at)
        )
        return rise

    blade = plate(outline, 1.0, metal, relief, dome=4.0)
    curl = spline([[0, -0.42, 0.06], [0.05, -0.56, 0.1], [0.16, -0.54, 0.1], [0.13, -0.46, 0.08]], 80) * length
    return Shot(laid([blade, tube(curl, np.linspace(1.7, 0.8, len(curl)), metal), pin(metal, 24)], -34), LOOK)


def moth(metal: str = "silver/old", black: str = "silver/black", width: float = 58.0, seed: int = 1) -> Shot:
    """Open filigree wings over blackened silver."""
    chance = np.random.default_rng(seed)
    parts: Parts = []
    for side in (-1, 1):
        upper = _wing([(0, 2), (0.2, 9), (0.42, 13), (0.5, 11), (0.46, 5), (0.3, -1), (0.1, -2)], width, side)
        lower = _wing([(0.02, -2), (0.22, -2), (0.34, -5), (0.33, -11), (0.22, -15), (0.1, -11)], width, side)
        for outline in (upper, lower):
            middle = outline.mean(0)
            ground = plate((outline - middle) * 0.97, 0.5, black).moved(by=(*middle, -0.7))
            parts += [ground, *framed(outline, 0.5, metal), *filled(outline, metal, 2.0, chance)]
    body = [[0, 8.5, 0.5], [0, 5, 1.4], [0, -2, 1.2], [0, -12, 0.4]]
    path = spline(body, 80)
    parts.append(tube(path, 0.7 + 1.6 * np.sin(np.linspace(0.2, 3.0, len(path))), metal))
    for side in (-1, 1):
        feeler = spline([[0.4 * side, 9, 0.8], [2.5 * side, 14, 1.5], [6 * side, 17.5, 1.2]], 60)
        parts += [tube(feeler, 0.3, metal), ball(0.8, metal).moved(by=feeler[-1])]
    parts += granules(circle(1.4, 30, 2.2) + np.array([0, 6, 0]), 0.4, metal, chance)
    return Shot(laid(parts, 12), View(elevation=52, fill=0.82, blur=0.7))


def _wing(points: list[tuple[float, float]], width: float, side: int) -> Array:
    flat = np.array([[across * width * side, up * width / 48, 0] for across, up in [*points, points[0]]])
    outline = spline(flat, 360)[:-1, :2]
    return outline if side < 0 else outline[::-1]


def ferry(metal: str = "yellow_gold", width: float = 27.0) -> Shot:
    """A round enamel pin: a ferry on the water, its colours between raised lines."""
    parts: Parts = [
        plate(oval(width, width), 1.6, metal).moved(by=(0, 0, -0.5)),
        plate(oval(0.97 * width, 0.97 * width), 1.0, "enamel_cream"),
        tube(circle(0.49 * width, 200, 0.45), 0.5, metal, run=FLAT),
    ]
    for at, (corners, colour) in enumerate(FERRY, 1):
        outline = through([(across * width, up * width) for across, up in corners])[::-1]
        middle = outline.mean(0)
        line = np.column_stack([outline, np.full(len(outline), 0.52 + 0.05 * at)])
        field = plate(outline - middle, 1.0, f"enamel_{colour}").moved(by=(*middle, 0.05 * at))
        parts += [field, tube(line, 0.3, metal, run=FLAT)]
    return Shot(_tipped(parts), View(elevation=50, fill=0.7, blur=0.7))


def _tipped(parts: Parts) -> Parts:
    """Leaning on its pin, so that glass does not mirror the light."""
    return standing(moved(moved(parts, about_z(6)), about_x(24), (0, 0, 3)))


def flower(
    metal: str = "silver",
    petals: int = 7,
    size: float = 38.0,
    stone: str = "",
    enamel: str = "",
    hammered: float = 0.0,
    seed: int = 1,
) -> Shot:
    """Petals round a heart, domed by punches."""
    chance = np.random.default_rng(seed)
    parts: Parts = []
    for at in range(petals):
        shape = oval(0.34 * size, 0.44 * size, 2.2) * (1 + 0.015 * Waver(chance)(np.linspace(0, TURN, 360)))[:, None]
        height = (lambda points: dishes(points + np.array([30, 0]), (60, 14), chance, hammered)) if hammered else None
        petal = [plate(shape, 0.9, metal, height, dome=1.8)]
        if enamel:
            petal.append(plate(shape * 0.8, 0.6, f"enamel_{enamel}", dome=1.7).moved(by=(0, 0, 0.6)))
        tipped = moved(petal, about_x(14), (0, 0.29 * size, 0.9 + 0.5 * (at % 2)))
        parts += moved(tipped, about_z(360 * at / petals))
    middle = (
        [bezel(oval(0.24 * size, 0.24 * size), 0.6, 2.6, metal), CUTS["cabochon"](stone).moved(scale=0.115 * size)]
        if stone
        else [ball(0.12 * size, metal, 0.6)]
    )
    parts += moved(middle, by=(0, 0, 2.0))
    if not stone:
        parts += granules(circle(0.13 * size, 60, 2.4), 0.6, metal, chance)
    return Shot(laid([*parts, pin(metal, 24)], 10), LOOK)


def bird(metal: str = "silver", width: float = 46.0, enamel: str = "", seed: int = 1) -> Shot:
    """A swallow in flight, pierced from sheet."""
    chance = np.random.default_rng(seed)
    parts: Parts = []
    for points, lift in BIRD:
        flat = np.array([[x * width, y * width, 0] for x, y in [*points, points[0]]])
        outline = spline(flat, 360)[:-1, :2]
        middle = outline.mean(0)
        around = outline - middle
        piece: Parts = [
            plate(around, 1.1, metal, lambda at: 0.06 * Waver(chance, 2, 0.5, periodic=False)(at), dome=1.2)
        ]
        if enamel and points is not BIRD[-1][0]:
            piece.append(plate(around * 0.84, 0.5, f"enamel_{enamel}", dome=1.1).moved(by=(0, 0, 0.65)))
        parts += moved(piece, by=(*middle, lift))
    parts += [
        ball(0.062 * width, metal, 0.8).moved(by=(0.0, 0.2 * width, 2.2)),
        ring(1.1, 0.3, metal).moved(by=(0, -1, -2)),
        pin(metal, 22),
    ]
    return Shot(laid(parts, 6), LOOK)


RECIPES: dict[str, Recipe] = {
    "leaf_brooch": leaf,
    "spray": spray,
    "chased": chased,
    "moth": moth,
    "ferry": ferry,
    "flower": flower,
    "bird": bird,
}
