"""Chains along a path, link by link. Knows numpy and nothing else."""

from collections.abc import Callable

import numpy as np

from catalog.demo.studio.mesh import TURN, Array, Part, Parts, Z, merged, spaced, spline
from catalog.demo.studio.shapes import CLOSED, FLAT, OPEN, Section, tube


def link_part(length: float, width: float, wire: float, material: str, power: float = 2.5) -> Part:
    """An oval link in the plane z = 0, long along x; outer size in mm."""
    angle = np.linspace(0, TURN, 40, endpoint=False)
    across, up = np.cos(angle), np.sin(angle)
    path = np.stack(
        [
            (length / 2 - wire) * np.sign(across) * np.abs(across) ** (2 / power),
            (width / 2 - wire) * np.sign(up) * np.abs(up) ** (2 / power),
            0 * angle,
        ],
        axis=1,
    )
    return tube(path, wire, material, Section.of(10), FLAT)


def linked(path: Array, link: Part, pitch: float, roll: Callable[[int], float], closed: bool = False) -> Parts:
    """Links every `pitch` mm along a path, each turned about it by `roll` degrees."""
    points, directions = spaced(path, pitch, closed)
    parts = []
    for at, (point, along) in enumerate(zip(points, directions, strict=True)):
        side = np.cross(Z, along)
        side /= np.linalg.norm(side) + 1e-9
        up = np.cross(along, side)
        angle = np.radians(roll(at))
        turn = np.column_stack(
            [along, np.cos(angle) * side + np.sin(angle) * up, np.cos(angle) * up - np.sin(angle) * side]
        )
        parts.append(link.moved(turn, point))
    return merged(parts)


def cable(
    path: Array, material: str, size: float = 1.4, chance: np.random.Generator | None = None, closed: bool = False
) -> Parts:
    """Round-wire oval links, every other one on edge; made by hand, no two lie alike."""
    wire = 0.17 * size
    link = link_part(1.55 * size, size, wire, material)

    def roll(at: int) -> float:
        return (48 if at % 2 else -42) + (chance.normal() * 7 if chance is not None else 0)

    return linked(path, link, 1.55 * size - 2.6 * wire, roll, closed)


def belcher(path: Array, material: str, size: float = 2.2, closed: bool = False) -> Parts:
    """Round links of half-round wire."""
    wire = 0.2 * size
    return linked(
        path, link_part(size, size, wire, material, 2.0), size - 2.5 * wire, lambda at: 45 if at % 2 else -45, closed
    )


def curb(path: Array, material: str, size: float = 6.0, closed: bool = False) -> Parts:
    """Flattened twisted links that lie flat on each other."""
    wire = 0.16 * size
    link = link_part(1.45 * size, size, wire, material)
    bent = link.vertices.copy()
    # A twist along the link lets its neighbours pass through flat.
    turn = np.radians(34) * bent[:, 0] / (0.72 * size)
    height = 0.8 * (bent[:, 1] * np.sin(turn) + bent[:, 2] * np.cos(turn))
    width = bent[:, 1] * np.cos(turn) - bent[:, 2] * np.sin(turn)
    link = Part(np.stack([bent[:, 0], width, np.clip(height, -0.2 * size, 0.2 * size)], axis=1), link.faces, material)
    return linked(path, link, 1.45 * size - 2.75 * wire, lambda at: 16, closed)


def rope(path: Array, material: str, size: float = 3.0, closed: bool = False) -> Parts:
    """Two bundles of links wound round each other, which read as a twisted rope."""
    points, directions = spaced(path, size * 0.05, closed)
    side = np.cross(Z, directions)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    up = np.cross(directions, side)
    turn = np.arange(len(points)) * 0.05 * TURN / 2.2
    parts = []
    for strand in range(4):
        phase = (turn + strand * TURN / 4)[:, None]
        wound = points + 0.28 * size * (np.cos(phase) * side + np.sin(phase) * up)
        parts.append(tube(wound, 0.23 * size, material, Section.of(8), CLOSED if closed else OPEN))
    return merged(parts)


def drape(width: float, drop: float, rise: float) -> Array:
    """The two sides of a necklace that lies in a soft V: its middle at the origin, its ends out of the picture."""
    side = spline(
        [
            [0, 0, 0],
            [0.16 * width, 0.12 * rise, 0],
            [0.36 * width, 0.42 * rise, 0],
            [0.47 * width, 0.72 * rise, 0],
            [0.5 * width, rise, 0],
        ],
        240,
    )
    both: Array = np.vstack([side[::-1] * [-1, 1, 1], side[1:]])
    dropped: Array = both + np.array([0, drop, 0])
    return dropped


def coil(radius: float, turns: float, gap: float, lift: float = 0.0) -> Array:
    """A chain laid down in a loose spiral."""
    angle = np.linspace(0, turns * TURN, int(200 * turns))
    reach = radius + gap * angle / TURN
    wobble = 1 + 0.03 * np.sin(3.3 * angle + 1)
    return np.stack([reach * wobble * np.cos(angle), 0.86 * reach * np.sin(angle), lift + 0 * angle], axis=1)
