"""Cut stones: a block and the planes that cut it, as a lapidary works. Knows numpy and nothing else."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np

from catalog.demo.studio.mesh import TURN, Array, Part
from catalog.demo.studio.shapes import ball

BLOCK = 2.5
SAME = 1e-9
# The corners of each side of a cube.
SIDES = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
Planes = list[Array]


def cut(planes: Planes, material: str) -> Part:
    """The convex body on the inner side of planes (normal, distance), with flat facets."""
    corners = np.array([(x, y, z) for x in (-BLOCK, BLOCK) for y in (-BLOCK, BLOCK) for z in (-BLOCK, BLOCK)])
    polygons = [corners[list(side)] for side in SIDES]
    for plane in planes:
        polygons = list(_cut_by(polygons, plane[:3] / np.linalg.norm(plane[:3]), plane[3] / np.linalg.norm(plane[:3])))
    index: dict[tuple[float, ...], int] = {}
    faces = [face for polygon in polygons if len(face := _face(polygon, index)) >= 3]
    vertices = np.array(list(index))
    return Part(vertices, [_outward(face, vertices) for face in faces], material, smooth=False)


def _cut_by(polygons: list[Array], normal: Array, distance: float) -> Iterator[Array]:
    edge: list[Array] = []
    for polygon in polygons:
        kept = _kept_of(polygon, polygon @ normal - distance, edge)
        if len(kept) >= 3:
            yield np.array(kept)
    if len(edge) >= 3:
        yield _around(np.unique(np.round(edge, 8), axis=0), normal)


def _kept_of(polygon: Array, over: Array, edge: list[Array]) -> list[Array]:
    """The corners that lie under the plane; where it cuts a side goes to `edge` too."""
    kept = []
    for at in range(len(polygon)):
        ahead = (at + 1) % len(polygon)
        if over[at] <= SAME:
            kept.append(polygon[at])
        if (over[at] > SAME) != (over[ahead] > SAME):
            crossing = polygon[at] + (polygon[ahead] - polygon[at]) * over[at] / (over[at] - over[ahead])
            kept.append(crossing)
            edge.append(crossing)
    return kept


def _around(points: Array, normal: Array) -> Array:
    """Points of a convex face in their order."""
    across = np.cross(normal, [1, 0, 0] if abs(normal[0]) < 0.9 else [0, 1, 0])
    up = np.cross(normal, across)
    middle = points.mean(0)
    ordered: Array = points[np.argsort(np.arctan2((points - middle) @ up, (points - middle) @ across))]
    return ordered


def _face(polygon: Array, index: dict[tuple[float, ...], int]) -> list[int]:
    face = [index.setdefault(tuple(np.round(corner, 6)), len(index)) for corner in polygon]
    return [corner for at, corner in enumerate(face) if corner != face[at - 1]]


def _outward(face: list[int], vertices: Array) -> list[int]:
    first = vertices[face[0]]
    normal = sum(np.cross(vertices[one] - first, vertices[two] - first) for one, two in pairwise(face[1:]))
    return face if normal @ (vertices[face].mean(0) - vertices.mean(0)) > 0 else face[::-1]


def _facets(count: int, tilt: float, through: tuple[float, float], offset: float = 0.0) -> Planes:
    """Facets all round whose normals lie `tilt` degrees from the axis, through (radius, height)."""
    planes = []
    for at in range(count):
        angle, lean = TURN * (at + offset) / count, np.radians(tilt)
        outward = np.array([np.cos(angle), np.sin(angle)])
        normal = np.array([*(outward * np.sin(lean)), np.cos(lean)])
        planes.append(np.array([*normal, normal @ np.array([*(outward * through[0]), through[1]])]))
    return planes


def brilliant(material: str, table: float = 0.57, crown: float = 34.5, pavilion: float = 40.75) -> Part:
    """A round brilliant of radius 1 whose girdle lies at z = 0 (Tolkowsky's angles)."""
    girdle = 0.03
    top = (1 - table) * np.tan(np.radians(crown)) + girdle
    planes = [np.array([0, 0, 1, top])]
    planes += _facets(8, crown, (1, girdle)) + _facets(16, crown + 8.5, (1, girdle), 0.5)
    planes += _facets(8, crown - 13, (table * np.cos(np.pi / 8) + 0.005, top), 0.5)
    planes += _facets(8, 180 - pavilion, (1, -girdle)) + _facets(16, 178.4 - pavilion, (1, -girdle), 0.5)
    return cut(planes + _facets(64, 90, (0.985, 0)), material)


def step_cut(material: str, width: float = 1.0, length: float = 0.72) -> Part:
    """An octagon in steps, half as wide and long as told, as emeralds are cut."""
    planes = [np.array([0, 0, 1, 0.32])]
    steps = ((90, 0, 0), (50, 0.04, 0), (38, 0.16, 0.12), (26, 0.25, 0.25))
    for tilt, height, inset in (*steps, (132, -0.04, 0), (142, -0.25, 0.2), (152, -0.45, 0.42)):
        planes += [_step(tilt, height, inset, (width, length), side) for side in OCTAGON]
    return cut(planes, material)


OCTAGON = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1))


def _step(tilt: float, height: float, inset: float, size: tuple[float, float], side: tuple[int, int]) -> Array:
    across, up = side
    outward = np.array([across, up]) / np.hypot(across, up)
    corner = (sum(size) - 0.56) / np.sqrt(2) + 0.098
    reach = corner if across and up else size[0] if across else size[1]
    normal = np.array([*(outward * np.sin(np.radians(tilt))), np.cos(np.radians(tilt))])
    return np.array([*normal, normal @ np.array([*(outward * (reach - inset)), height])])


def cushion(material: str) -> Part:
    """A square with round sides and corners, cut like a brilliant."""
    planes = [np.array([0, 0, 1, 0.34])]
    for tilt, height, inset in ((90, 0, 0), (38, 0.04, 0), (30, 0.13, 0.11), (136, -0.03, 0), (142, -0.2, 0.16)):
        for at in range(16):
            angle = TURN * at / 16
            reach = 1.0 / (np.abs(np.cos(angle)) ** 3.2 + np.abs(np.sin(angle)) ** 3.2) ** (1 / 3.2) - inset
            outward = np.array([np.cos(angle), np.sin(angle)])
            normal = np.array([*(outward * np.sin(np.radians(tilt))), np.cos(np.radians(tilt))])
            planes.append(np.array([*normal, normal @ np.array([*(outward * reach * 0.97), height])]))
    return cut(planes, material)


def rose_cut(material: str) -> Part:
    """A flat back under facets that rise to a point."""
    planes = [np.array([0, 0, -1, 0.05])]
    planes += _facets(12, 62, (1, 0)) + _facets(12, 40, (0.8, 0.27), 0.5) + _facets(6, 20, (0.42, 0.5))
    return cut(planes + _facets(48, 90, (0.99, 0)), material)


def freeform(material: str, chance: np.random.Generator, facets: int = 26) -> Part:
    """A long crystal cut along its own faces, no two alike."""
    planes = [np.array([0, 0, 1, 0.5]), np.array([0, 0, -1, 0.35])]
    for _facet in range(facets):
        angle, lean = chance.uniform(0, TURN), chance.uniform(35, 100)
        outward = np.array([np.cos(angle), np.sin(angle)])
        normal = np.array([*(outward * np.sin(np.radians(lean))), np.cos(np.radians(lean))])
        reach = (1.0 if abs(outward[1]) > 0.5 else 0.72) * chance.uniform(0.92, 1.08)
        planes.append(np.array([*normal, normal @ np.array([*(outward * reach), 0.12])]))
    return cut(planes + [plane * [1, 1, 1, 1.0] for plane in _facets(10, 90, (0.9, 0))], material)


def cabochon(material: str, squash: float = 0.62) -> Part:
    """A dome without facets, of radius 1."""
    return ball(1.0, material, squash).moved()


CUTS: dict[str, Callable[[str], Part]] = {
    "brilliant": brilliant,
    "step": step_cut,
    "cushion": cushion,
    "rose": rose_cut,
    "cabochon": cabochon,
}
