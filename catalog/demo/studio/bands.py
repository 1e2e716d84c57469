"""Recipes of plain bands, in millimetres. A ring lies with its hole along z until it is stood on the table."""

import numpy as np

from catalog.demo.studio.marks import Waver, dishes
from catalog.demo.studio.mesh import TURN, Part, Parts, about_x, about_y, about_z, moved, standing
from catalog.demo.studio.shapes import grid_faces, oval, plate, tube
from catalog.demo.studio.view import Recipe, Shot, View

FINGER = 8.6
LOOK = View(elevation=24, fill=0.66)


def band_part(
    width: float, thickness: float, material: str, chance: np.random.Generator | None = None, hammered: float = 0.0
) -> Part:
    """A band about z; `hammered` is how far the blows lie apart; with `chance` it is as uneven as a hand leaves it."""
    around, across = 900, 160
    angle = np.linspace(0, TURN, around, endpoint=False)
    section = np.linspace(0, TURN, across, endpoint=False)
    out = np.sign(np.cos(section)) * np.abs(np.cos(section)) ** 0.55
    over = np.sign(np.sin(section)) * np.abs(np.sin(section)) ** 0.55
    radius = FINGER + thickness / 2 + np.where(out > 0, out, 0.5 * out)[None] * thickness / 2 + np.zeros((around, 1))
    height = over[None] * width / 2 + np.zeros((around, 1))
    if hammered and chance is not None:
        weight = np.clip((out + 0.1) / 0.5, 0, 1)[None] * np.clip((1 - np.abs(over)) / 0.12, 0, 1)[None] ** 0.5
        grid = np.stack([((FINGER + thickness) * angle[:, None] + 0 * height).ravel(), height.ravel()], axis=1)
        blows = dishes(grid, ((FINGER + thickness) * TURN, width / 2), chance, hammered)
        radius = radius + blows.reshape(radius.shape) * weight
    if chance is not None:
        radius = radius + 0.05 * Waver(chance)(angle)[:, None]
        height = height * (1 + 0.02 * Waver(chance)(angle)[:, None]) + 0.05 * Waver(chance)(angle)[:, None]
    vertices = np.stack([radius * np.cos(angle)[:, None], radius * np.sin(angle)[:, None], height], -1)
    return Part(vertices.reshape(-1, 3), grid_faces(around, across, rows_close=True, columns_close=True), material)


def upright(parts: Parts, turn: float = -32) -> Parts:
    """Stood on its edge with the hole towards the lens; what points along -y in the ring ends on top."""
    return standing(moved(moved(parts, about_x(90)), about_z(turn)))


def band(
    material: str = "silver", width: float = 5.0, thickness: float = 1.7, hammered: float = 0.0, seed: int = 0
) -> Shot:
    """A band, smooth or hammered; a seed makes it one of a kind."""
    chance = np.random.default_rng(seed) if seed else None
    return Shot(upright([band_part(width, thickness, material, chance, hammered)]), LOOK)


def band_mark(material: str, width: float, hammered: float = 0.0, seed: int = 0, mark: str = "seam") -> Shot:
    """The inside of a band close by: the solder seam of a made one, the stub of the sprue in a cast one, or neither."""
    chance = np.random.default_rng(seed or 1)
    parts = [band_part(width, 1.7, material, chance if seed else None, hammered)]
    parts = moved([*parts, *_inner_mark(mark, width, material, chance)], about_z(30))
    view = View(elevation=30, fill=0.9, blur=0.5, frame=(0, 0.86 * FINGER, 0.95 * width))
    return Shot(standing([_far_half(part) for part in parts]), view)


def _far_half(part: Part) -> Part:
    """Without what would stand, blurred, between the lens and the mark."""
    faces = np.asarray(part.faces)
    kept = faces[(part.vertices[faces][:, :, 1] > 0).all(axis=1)]
    used, renamed = np.unique(kept, return_inverse=True)
    return Part(part.vertices[used], renamed.reshape(kept.shape), part.material, part.smooth)


def _inner_mark(mark: str, width: float, metal: str, chance: np.random.Generator) -> Parts:
    angle = np.radians(62)
    inner = FINGER + 0.35
    if mark == "seam":
        across = np.linspace(-0.44 * width, 0.44 * width, 60)
        bend = angle + 0.012 * Waver(chance, frequency=1.5, periodic=False)(across)
        line = np.stack([inner * np.cos(bend), inner * np.sin(bend), across], axis=1)
        return [tube(line, 0.023 * width, f"{metal}/seam")]
    if mark == "sprue":
        at = np.array([inner * np.cos(angle), inner * np.sin(angle), 0.1 * width])
        turn = np.linspace(-0.30 * TURN, 0.30 * TURN, 200)
        parting = np.stack(
            [inner * np.cos(angle + turn), inner * np.sin(angle + turn), 0 * turn + 0.12 * width], axis=1
        )
        stub = plate(oval(2.1, 1.7), 0.4, f"{metal}/matte").moved(about_y(90))
        return [stub.moved(about_z(62), at * [0.985, 0.985, 1]), tube(parting, 0.10, metal)]
    return []


def stack(
    materials: tuple[str, ...] = ("yellow_gold", "silver", "rose_gold"), width: float = 2.0, seed: int = 0
) -> Shot:
    """Thin bands worn together, a little apart."""
    chance = np.random.default_rng(seed) if seed else None
    parts: Parts = []
    for at, material in enumerate(materials):
        one = band_part(width, 1.3, material, chance, 1.1 if seed and at % 2 else 0.0)
        parts.append(one.moved(about_z(40 * at), (0.25 * at, 0.2 * at, at * (width + 0.25))))
    return Shot(upright(parts, -36), LOOK)


RECIPES: dict[str, Recipe] = {
    "band": band,
    "band_mark": band_mark,
    "stack": stack,
}
