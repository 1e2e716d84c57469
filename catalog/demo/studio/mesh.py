"""Meshes as plain arrays, in millimetres: what all geometry of the studio is made of. Knows numpy and nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
TURN = 2 * np.pi
X, Y, Z = np.eye(3)


@dataclass(frozen=True)
class Part:
    """`vertices` is (N, 3); `faces` is (M, 4) or (M, 3), or a list of faces of several lengths."""

    vertices: Array
    faces: Array | list[list[int]]
    material: str
    smooth: bool = True

    def moved(self, turn: Array | None = None, by: Sequence[float] | Array = (0, 0, 0), scale: float = 1.0) -> "Part":
        """Scaled, then turned, then shifted."""
        vertices = self.vertices * scale
        if turn is not None:
            vertices = vertices @ turn.T
        return replace(self, vertices=vertices + np.asarray(by, float))


Parts = list[Part]


def turned_about(axis: Array, degrees: float) -> Array:
    """The rotation by the right-hand rule (Rodrigues)."""
    angle, (x, y, z) = np.radians(degrees), axis
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    rotation: Array = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return rotation


def about_x(degrees: float) -> Array:
    return turned_about(X, degrees)


def about_y(degrees: float) -> Array:
    return turned_about(Y, degrees)


def about_z(degrees: float) -> Array:
    return turned_about(Z, degrees)


def moved(
    parts: Iterable[Part], turn: Array | None = None, by: Sequence[float] | Array = (0, 0, 0), scale: float = 1.0
) -> Parts:
    return [part.moved(turn, by, scale) for part in parts]


def bounds(parts: Iterable[Part]) -> tuple[Array, Array]:
    corners = np.array([(part.vertices.min(0), part.vertices.max(0)) for part in parts])
    return corners[:, 0].min(0), corners[:, 1].max(0)


def standing(parts: Parts) -> Parts:
    """Moved so that the lowest point touches the table, z = 0."""
    low, _high = bounds(parts)
    return moved(parts, by=(0, 0, -low[2]))


def merged(parts: Iterable[Part]) -> Parts:
    """One mesh for each material, since a scene of a thousand links is slow to build."""
    groups: dict[tuple[str, bool, int], Parts] = {}
    for part in parts:
        sides = part.faces.shape[1] if isinstance(part.faces, np.ndarray) else 0
        groups.setdefault((part.material, part.smooth, sides), []).append(part)
    return [_joined(group) for group in groups.values()]


def _joined(group: Parts) -> Part:
    starts = np.cumsum([0, *(len(part.vertices) for part in group)])
    vertices = np.vstack([part.vertices for part in group])
    if all(isinstance(part.faces, np.ndarray) for part in group):
        faces: Any = np.vstack([part.faces + start for part, start in zip(group, starts[:-1], strict=True)])
    else:
        faces = [
            [int(corner + start) for corner in face]
            for part, start in zip(group, starts[:-1], strict=True)
            for face in part.faces
        ]
    return Part(vertices, faces, group[0].material, group[0].smooth)


def spline(points: Sequence[Sequence[float]] | Array, count: int = 120) -> Array:
    """A smooth curve through all points (Catmull and Rom), about `count` points long."""
    inner = np.asarray(points, float)
    control = np.vstack([2 * inner[0] - inner[1], inner, 2 * inner[-1] - inner[-2]])
    spans = len(inner) - 1
    at = np.linspace(0, 1, max(2, count // spans), endpoint=False)[:, None]
    curve = []
    for first, second, third, fourth in zip(control, control[1:], control[2:], control[3:], strict=False):
        curve.append(
            0.5
            * (
                2 * second
                + (third - first) * at
                + (2 * first - 5 * second + 4 * third - fourth) * at**2
                + (3 * second - first - 3 * third + fourth) * at**3
            )
        )
    return np.vstack([*curve, inner[-1:]])


def spaced(path: Array, step: float, closed: bool = False) -> tuple[Array, Array]:
    """Points at equal distances along a path, with the unit direction at each."""
    points = np.vstack([path, path[:1]]) if closed else path
    lengths = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    count = max(2, int(lengths[-1] // step))
    at = np.linspace(0, lengths[-1], count, endpoint=not closed)
    even = np.stack([np.interp(at, lengths, points[:, axis]) for axis in range(3)], axis=1)
    ahead, behind = (np.roll(even, -1, 0), np.roll(even, 1, 0)) if closed else (None, None)
    directions = ahead - behind if ahead is not None and behind is not None else np.gradient(even, axis=0)
    return even, directions / np.linalg.norm(directions, axis=1, keepdims=True)


def circle(radius: float, count: int = 96, z: float = 0.0) -> Array:
    angle = np.linspace(0, TURN, count, endpoint=False)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), np.full(count, z)], axis=1)
