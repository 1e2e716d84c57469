"""Recipes of necklaces, in millimetres: a pendant on its chain, a chain laid in a coil, a strand of beads."""

from collections.abc import Callable
from typing import Any

import numpy as np

from catalog.demo.studio.chains import belcher, cable, coil, curb, drape, rope
from catalog.demo.studio.marks import Waver
from catalog.demo.studio.mesh import TURN, Parts, about_x, about_z, circle, merged, moved, spaced, standing
from catalog.demo.studio.mounts import granules
from catalog.demo.studio.pendants import PENDANTS
from catalog.demo.studio.shapes import OPEN, ball, bead, rounded, tube, turned
from catalog.demo.studio.view import Recipe, Shot, View

CHAINS: dict[str, Callable[..., Parts]] = {"cable": cable, "belcher": belcher, "curb": curb, "rope": rope}
ELEVATION = 56.0


def pendant(
    shape: str, metal: str, chain: str = "cable", link: float = 1.5, by_hand: int = 0, zoom: float = 1.0, **told: Any
) -> Shot:
    """A pendant on its chain, which runs out of the picture; `by_hand` seeds links that no machine has made."""
    hung = PENDANTS[shape](**told)
    low = min(part.vertices[:, 1].min() for part in hung.parts)
    size = max(hung.top - low, 14.0)
    line = drape(2.3 * size, hung.top + 0.8, 2.6 * size) + np.array([0, 0, 0.8])
    chance = np.random.default_rng(by_hand) if by_hand else None
    chained: Parts
    if chain in ("cotton", "cotton_blue", "silk_red", "leather", "leather_black"):
        chained = [tube(line, 0.55 * link, chain)]
    elif chain == "cable":
        chained = cable(line, metal, link, chance)
    else:
        chained = CHAINS[chain](line, metal, link)
    middle = (hung.top + low) / 2 + 0.16 * size
    view = View(elevation=ELEVATION, fill=0.8, blur=0.7, frame=(0, middle, 0.84 * size / zoom))
    return Shot(standing([*hung.parts, *chained]), view)


def coiled(chain: str, metal: str, size: float = 3.0, turns: float = 2.6, radius: float = 14.0) -> Shot:
    """A chain by itself, laid down in a loose coil with its clasp."""
    line = coil(radius, turns, 4.2 * size**0.5)
    parts = CHAINS[chain](line, metal, size)
    parts += moved(_clasp(metal, max(size, 2.0)), about_z(100), line[-1] + np.array([0, 2.0, 0]))
    return Shot(standing(parts), View(elevation=46, fill=0.78, blur=0.8))


def _clasp(metal: str, size: float) -> Parts:
    """A spring ring."""
    angle = np.linspace(0.25, TURN - 0.15, 120)
    path = np.stack([1.3 * size * np.cos(angle), 1.3 * size * np.sin(angle), 0 * angle], axis=1)
    return [tube(path, 0.28 * size, metal), ball(0.42 * size, metal).moved(by=(1.3 * size, 0.2, 0))]


def strand(
    stones: tuple[str, ...] = ("pearl",),
    size: float = 7.0,
    knots: str = "silk",
    metal: str = "silver",
    seed: int = 1,
    turns: float = 1.55,
    by_hand: bool = True,
) -> Shot:
    """Beads or pearls on thread in a loose loop, with a knot after each where they are knotted."""
    chance = np.random.default_rng(seed)
    line = coil(0.42 * size * 10, turns, 2.3 * size)
    points, along = spaced(line, size * (1.09 if knots else 1.0))
    waver = Waver(chance, 3, 1.0, periodic=False) if by_hand else None
    parts: Parts = [tube(line, 0.06 * size + 0.1, knots or "silk")]
    for at, (point, way) in enumerate(zip(points, along, strict=True)):
        spread = 1 + 0.03 * chance.normal() if by_hand else 1.0
        one = ball(size / 2 * spread, stones[at % len(stones)], 0.97, waver, 0.012)
        parts.append(one.moved(about_z(float(chance.uniform(0, 360))), point))
        if knots:
            parts.append(ball(0.09 * size, knots).moved(by=point + way * size * 0.545))
    end = turned(rounded([[0.001, 3], [1.6, 2.6], [2.3, 0], [1.6, -2.6], [0.001, -3]], 0.8), metal)
    parts.append(end.moved(about_x(90), points[-1] + along[-1] * (size / 2 + 3.4)))
    return Shot(standing(merged(parts)), View(elevation=44, fill=0.8, blur=0.9))


def contas(
    metal: str = "silver/old", size: float = 13.0, count: int = 9, cord: str = "silk_red", seed: int = 1
) -> Shot:
    """Hollow beads of Viana, a ring of granules over each seam, on a cord."""
    chance = np.random.default_rng(seed)
    line = drape(170, 0, 150)
    middle = len(line) // 2
    points, along = spaced(line[middle - 120 : middle + 121], size * 1.12)
    start = len(points) // 2 - count // 2
    parts: Parts = [tube(line, 0.9, cord)]
    for point, way in zip(points[start : start + count], along[start : start + count], strict=True):
        turn = about_z(float(np.degrees(np.arctan2(way[1], way[0])))) @ about_x(float(chance.uniform(0, 60)))
        whole = [bead(size / 2, metal, 0.95).moved(_end_on())]
        whole += moved(granules(circle(size / 2, 90), 0.07 * size, metal, chance), _end_on())
        for level in (-0.55, 0.55):
            rim = circle(size / 2 * np.sqrt(1 - level**2), 60, level * size / 2)
            whole += moved(granules(rim, 0.05 * size, metal, chance), _end_on())
        parts += moved(whole, turn, point)
    view = View(elevation=48, fill=0.82, frame=(0, 17, 50))
    return Shot(standing(merged(parts)), view)


def _end_on() -> Any:
    """Turns what has its hole along z so that it lies along x."""
    return np.array([[0.0, 0, 1], [0, 1, 0], [-1, 0, 0]])


def torc(
    metal: str = "brass", size: float = 120.0, wire: float = 2.4, ends: str = "ball", twist: bool = False, seed: int = 0
) -> Shot:
    """A stiff open collar with knobs at its ends."""
    chance = np.random.default_rng(seed) if seed else None
    angle = np.linspace(0.16, TURN - 0.16, 700)
    path = np.stack([size / 2 * np.sin(angle), -size / 2 * np.cos(angle), 0 * angle], axis=1)
    parts: Parts = []
    if twist:
        for strand_at in (0, np.pi):
            phase = angle * 26 + strand_at
            out = path / (size / 2)
            around = path + 0.8 * wire * (np.cos(phase)[:, None] * out + np.sin(phase)[:, None] * [0, 0, 1])
            parts.append(tube(around, 0.8 * wire, metal))
    else:
        uneven = 0.04 * Waver(chance)(angle) if chance is not None else 0 * angle
        parts.append(tube(path, wire * (0.75 + 0.35 * np.sin(angle / 2) ** 2 + uneven), metal, run=OPEN))
    for end in (path[0], path[-1]):
        parts.append(ball(2.1 * wire, metal, 0.8 if ends == "ball" else 0.35).moved(by=end))
    return Shot(standing(parts), View(elevation=40, fill=0.8, blur=0.7))


def fringe(
    metal: str = "yellow_gold", count: int = 13, length: float = 24.0, seed: int = 1, hammered: bool = True
) -> Shot:
    """Flat drops side by side on a chain, longest in the middle."""
    chance = np.random.default_rng(seed)
    line = drape(130, 0, 130)
    middle = len(line) // 2
    points, _along = spaced(line[middle - 110 : middle + 111], 6.0)
    start = len(points) // 2 - count // 2
    parts: Parts = cable(line, metal, 2.0, chance if hammered else None)
    for at, point in enumerate(points[start : start + count]):
        share = 1 - 0.55 * abs(at - count // 2) / (count // 2)
        blade = PENDANTS["bar"](metal, length * share, 4.2, 1.6 if hammered else 0.0, seed + at if hammered else 0)
        low = point + np.array([0, -length * share / 2 - 2.0, -0.4])
        parts += moved(blade.parts, about_z(float(chance.normal() * 3 if hammered else 0)), low)
    return Shot(standing(merged(parts)), View(elevation=50, fill=0.82, frame=(0, 4, 44)))


RECIPES: dict[str, Recipe] = {
    "pendant": pendant,
    "coiled": coiled,
    "strand": strand,
    "contas": contas,
    "torc": torc,
    "fringe": fringe,
}
