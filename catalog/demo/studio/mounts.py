"""What holds a stone, and what decorates metal round it. Knows numpy and nothing else."""

from collections.abc import Sequence

import numpy as np

from catalog.demo.studio.marks import Waver
from catalog.demo.studio.mesh import Array, Part, Parts, about_z, circle, merged, moved, spline
from catalog.demo.studio.shapes import CLOSED, Run, Section, ball, ring, tube

Z_UP = Run(up=np.array([0.0, 0, 1]))


def prongs(radius: float, angles: Sequence[float], material: str, depth: float = 1.0) -> Parts:
    """Wires from a narrow foot, out under the girdle at z = 0 and bent over it; sizes go with the stone's radius."""
    path = spline(
        [
            [0.3 * radius, 0, -depth * radius],
            [0.62 * radius, 0, -0.55 * depth * radius],
            [1.03 * radius, 0, -0.08 * radius],
            [0.98 * radius, 0, 0.1 * radius],
            [0.8 * radius, 0, 0.24 * radius],
        ],
        40,
    )
    wire = tube(path, np.linspace(0.125, 0.135, len(path)) * radius, material)
    return [wire.moved(about_z(angle)) for angle in angles]


def basket(radius: float, angles: Sequence[float], material: str, depth: float = 1.0) -> Parts:
    """Prongs with two rails round them."""
    rails = [
        ring(share * radius, 0.095 * radius, material).moved(by=(0, 0, -level * depth * radius))
        for share, level in ((0.76, 0.34), (0.45, 0.85))
    ]
    return [*prongs(radius, angles, material, depth), *rails]


def bezel(outline: Array, wall: float, height: float, material: str, waver: Waver | None = None) -> Part:
    """A strip of metal round a stone of that outline (N, 2), pressed over its edge; its foot lies at z = 0."""
    path = np.column_stack([outline, np.full(len(outline), height / 2)])
    if waver is not None:
        angle = np.arctan2(outline[:, 1], outline[:, 0])
        path[:, 2] += 0.06 * height * waver(angle)
    section = Section(
        outline=np.array([[0.5, -0.5], [0.55, 0.3], [0.3, 0.5], [-0.5, 0.56], [-0.85, 0.5], [-0.5, 0.4], [-0.5, -0.5]])
        * [wall, height]
        * [-1, 1]
    )
    return tube(path, 1.0, material, section, Run(closed=True, up=np.array([0.0, 0, 1])))


def granules(
    path: Array, size: float, material: str, chance: np.random.Generator | None = None, count: int = 0
) -> Parts:
    """Little balls along a closed path, touching unless `count` says how many."""
    lengths = np.linalg.norm(np.diff(np.vstack([path, path[:1]]), axis=0), axis=1)
    count = count or int(lengths.sum() / (2.05 * size))
    ends = np.r_[0, np.cumsum(lengths)]
    closed = np.vstack([path, path[:1]])
    balls = []
    for at in np.linspace(0, ends[-1], count, endpoint=False):
        where = np.array([np.interp(at, ends, closed[:, axis]) for axis in range(3)])
        wobble = chance.normal(size=4) * [0.05, 0.05, 0.03, 0.06] if chance is not None else np.zeros(4)
        balls.append(ball(size * (1 + wobble[3]), material).moved(by=where + wobble[:3] * size))
    return merged(balls)


def solder(where: Sequence[float], size: float, metal: str, chance: np.random.Generator) -> Part:
    """The small flood of solder at a joint."""
    lump = ball(size, f"{metal}/seam", 0.45, Waver(chance, 3, 2.0, periodic=False), 0.1)
    return lump.moved(by=where)


def ear_wire(
    material: str, height: float = 18.0, wire: float = 0.45, chance: np.random.Generator | None = None
) -> Part:
    """A fish hook that begins at the origin and stands up along z."""
    points = np.array(
        [
            [0, 0, 0],
            [0.5, 0, 2.5],
            [0.4, 0, 9],
            [2.2, 0, 15],
            [6.2, 0, 17.6],
            [9.6, 0, 14.5],
            [10.4, 0, 8],
            [11.6, 0, 3.2],
        ]
    )
    if chance is not None:
        points[2:] += chance.normal(size=(6, 3)) * [0.15, 0.05, 0.2]
    return tube(spline(points * height / 18.0, 160), wire, material)


def jump_ring(material: str, radius: float = 1.2, wire: float = 0.3) -> Part:
    return tube(circle(radius, 60), wire, material, run=CLOSED)


def post(material: str, length: float = 9.0) -> Part:
    """The pin of a stud, from the origin down along -z."""
    return tube(np.array([[0, 0, -0.2], [0, 0, -length / 2], [0, 0, -length]], float), 0.42, material)


def butterfly(material: str) -> Parts:
    """The clutch that holds a post: two scrolls of sheet."""
    turn = np.linspace(0, 1.6 * np.pi, 60)
    scroll = np.stack([2.4 - 1.6 * np.cos(turn) - 0.8, 0 * turn, 1.6 * np.sin(turn) + 1.2], axis=1)
    strip = Section.of(8, 0.18, 1.3, 5.0)
    side = tube(scroll, 1.0, material, strip, Run(up=np.array([0.0, 1, 0])))
    return [side, side.moved(about_z(180))]


def mirrored_pair(parts: Parts, gap: float) -> Parts:
    return [*moved(parts, by=(-gap / 2, 0, 0)), *moved(parts, by=(gap / 2, 0, 0))]
