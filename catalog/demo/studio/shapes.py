"""Tubes, turned bodies, plates and bands. Knows numpy and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from catalog.demo.studio.marks import Waver
from catalog.demo.studio.mesh import TURN, Array, Part, Z, circle

Height = Callable[[Array], Array]
PLATE_RINGS = 90


def grid_faces(rows: int, columns: int, rows_close: bool, columns_close: bool) -> Array:
    """The quads of a grid of vertices, row by row; either direction may close on itself."""
    row, column = np.meshgrid(
        np.arange(rows if rows_close else rows - 1), np.arange(columns if columns_close else columns - 1), indexing="ij"
    )
    below, beside = (row + 1) % rows, (column + 1) % columns
    corners = (row * columns + column, below * columns + column, below * columns + beside, row * columns + beside)
    faces: Array = np.stack(corners, -1).reshape(-1, 4)
    return faces


@dataclass(frozen=True, kw_only=True)
class Section:
    """The outline that a tube is drawn through: `outline` is (M, 2), `twist` in turns from end to end."""

    outline: Array
    twist: float = 0.0

    @classmethod
    def of(
        cls, sides: int = 16, width: float = 1.0, height: float = 1.0, power: float = 2.0, twist: float = 0.0
    ) -> "Section":
        """A superellipse: 2 is round, 4 nearly square."""
        angle = np.linspace(0, TURN, sides, endpoint=False)
        across, up = np.cos(angle), np.sin(angle)
        outline = np.stack(
            [
                width * np.sign(across) * np.abs(across) ** (2 / power),
                height * np.sign(up) * np.abs(up) ** (2 / power),
            ],
            axis=1,
        )
        return cls(outline=outline, twist=twist)


ROUND = Section.of()
# Two wires twisted together and rolled flat, as filigree is made of.
FILIGREE = Section.of(sides=12, width=0.55, height=1.0, power=1.6)


@dataclass(frozen=True, kw_only=True)
class Run:
    """How a tube runs: whether its path closes on itself, and the direction that its section keeps up, if any."""

    closed: bool = False
    up: Array | None = None


OPEN, CLOSED, FLAT = Run(), Run(closed=True), Run(closed=True, up=Z)


def tube(path: Array, radius: float | Array, material: str, section: Section = ROUND, run: Run = OPEN) -> Part:
    """`radius` in mm, one or one for each point; open ends are rounded."""
    closed, up = run.closed, run.up
    path, radii = np.asarray(path, float), np.broadcast_to(np.asarray(radius, float), (len(path),))
    if not closed:
        path, radii = _with_ends(path, radii)
    sides, ups = _frames(path, closed, up)
    turn = section.twist * TURN * np.linspace(0, 1, len(path))[:, None]
    across, rise = section.outline[:, 0][None], section.outline[:, 1][None]
    over_side = across * np.cos(turn) - rise * np.sin(turn)
    over_up = across * np.sin(turn) + rise * np.cos(turn)
    rings = path[:, None] + radii[:, None, None] * (
        over_side[..., None] * sides[:, None] + over_up[..., None] * ups[:, None]
    )
    faces = grid_faces(len(path), len(section.outline), closed, columns_close=True)
    return Part(rings.reshape(-1, 3), faces, material)


def _with_ends(path: Array, radii: Array) -> tuple[Array, Array]:
    angle = np.linspace(np.pi / 2, 0, 6)[:-1]
    ahead, behind = path[0] - path[1], path[-1] - path[-2]
    first = path[0] + ahead / np.linalg.norm(ahead) * (radii[0] * np.sin(angle))[:, None]
    last = path[-1] + behind / np.linalg.norm(behind) * (radii[-1] * np.sin(angle))[::-1, None]
    thin = np.maximum(np.cos(angle), 1e-3)
    return np.vstack([first, path, last]), np.r_[radii[0] * thin, radii, (radii[-1] * thin)[::-1]]


def _frames(path: Array, closed: bool, up: Array | None) -> tuple[Array, Array]:
    """Two unit vectors across the path at each point."""
    along = np.roll(path, -1, 0) - np.roll(path, 1, 0) if closed else np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-12
    if up is not None:
        side = np.cross(np.broadcast_to(up, path.shape), along)
        side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-12
        return side, np.cross(along, side)
    side = _carried(along)
    if closed:
        side = _closed_up(side, along)
    return side, np.cross(along, side)


def _carried(along: Array) -> Array:
    """A vector across the path, carried on with as little turning as may be."""
    side = np.zeros_like(along)
    start = Z if abs(along[0, 2]) < 0.9 else np.array([1.0, 0, 0])
    side[0] = start - along[0] * (start @ along[0])
    side[0] /= np.linalg.norm(side[0])
    for at in range(1, len(along)):
        vector = side[at - 1] - along[at] * (side[at - 1] @ along[at])
        side[at] = vector / np.linalg.norm(vector)
    return side


def _closed_up(side: Array, along: Array) -> Array:
    """The turn that is left when a closed path comes back, spread over all of it."""
    back = side[-1] - along[0] * (side[-1] @ along[0])
    back /= np.linalg.norm(back)
    left = np.arctan2(np.cross(back, side[0]) @ along[0], back @ side[0])
    angle = (left * np.arange(len(along)) / len(along))[:, None]
    turned_side: Array = side * np.cos(angle) + np.cross(along, side) * np.sin(angle)
    return turned_side


def turned(profile: Sequence[Sequence[float]] | Array, material: str, sides: int = 96) -> Part:
    """A body of rotation about z from (radius, z) in mm."""
    outline, angle = np.asarray(profile, float), np.linspace(0, TURN, sides, endpoint=False)[:, None]
    radius = outline[:, 0][None]
    height = np.broadcast_to(outline[:, 1], (sides, len(outline)))
    vertices = np.stack([radius * np.cos(angle), radius * np.sin(angle), height], -1)
    return Part(
        vertices.reshape(-1, 3), grid_faces(sides, len(outline), rows_close=True, columns_close=False), material
    )


def rounded(points: Sequence[Sequence[float]], radius: float, steps: int = 5) -> Array:
    """An open polyline with its corners rounded: the bevel that every real edge has."""
    corners = np.asarray(points, float)
    out = [corners[0]]
    at = np.linspace(0, 1, steps)[:, None]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        into, onto = before - corner, after - corner
        reach = min(radius, 0.45 * np.linalg.norm(into), 0.45 * np.linalg.norm(onto))
        start = corner + into / np.linalg.norm(into) * reach
        end = corner + onto / np.linalg.norm(onto) * reach
        out.extend((1 - at) ** 2 * start + 2 * at * (1 - at) * corner + at**2 * end)
    return np.array([*out, corners[-1]])


def ball(radius: float, material: str, squash: float = 1.0, waver: Waver | None = None, amount: float = 0.02) -> Part:
    sides = int(np.clip(radius * 24, 20, 96))
    angle = np.linspace(0, np.pi, sides // 2 + 1)
    part = turned(np.stack([np.sin(angle), np.cos(angle) * squash], axis=1), material, sides)
    vertices = part.vertices * (1 + amount * waver(part.vertices))[:, None] if waver else part.vertices
    return Part(vertices * radius, part.faces, material)


def bead(radius: float, material: str, squash: float = 1.0, hole: float = 0.14) -> Part:
    """A drilled bead; its hole runs along z."""
    angle = np.linspace(np.arcsin(hole), np.pi - np.arcsin(hole), 28)
    profile = np.stack([np.sin(angle), np.cos(angle) * squash], axis=1)
    inside = [[hole * 0.98, 0.0], [hole * 0.98, profile[0, 1] - 0.03]]
    outside = [[hole * 0.98, profile[-1, 1] + 0.03], [hole * 0.98, 0.0]]
    return turned(np.vstack([inside, profile, outside]), material, 48).moved(scale=radius)


def ring(radius: float, wire: float, material: str, section: Section = ROUND) -> Part:
    """A closed ring of wire in the plane z = 0."""
    return tube(circle(radius, max(48, int(radius * 24))), wire, material, section, FLAT)


def plate(outline: Array, thickness: float, material: str, height: Height | None = None, dome: float = 0.0) -> Part:
    """A plate in the plane z = 0 whose outline (N, 2) can be seen whole from the origin.

    `height` adds millimetres to its upper side at points (N, 2); `dome` lifts its middle.
    """
    rings, bevel = PLATE_RINGS, np.sin(np.linspace(0.1, np.pi / 2, 8))
    share = np.r_[np.linspace(0, 0.96, rings), 0.96 + 0.04 * bevel]
    edge = np.r_[np.zeros(rings), -thickness / 2 * (1 - np.sqrt(1 - bevel**2))]
    flat = outline[:, None, :] * share[None, :, None]
    lift = dome * (1 - share**2)
    upper = thickness / 2 + edge + lift + np.zeros(flat.shape[:2])
    if height is not None:
        fade = np.clip((1 - share) / 0.06, 0, 1) * 0.8 + 0.2
        upper = upper + height(flat.reshape(-1, 2)).reshape(upper.shape) * fade
    lower = (-thickness / 2 - edge + lift + np.zeros(flat.shape[:2]))[:, ::-1]
    vertices = np.concatenate([np.dstack([flat, upper]), np.dstack([flat[:, ::-1], lower])], axis=1)
    faces = grid_faces(len(outline), vertices.shape[1], rows_close=True, columns_close=False)
    return Part(vertices.reshape(-1, 3), faces, material)


def frame(outer: Array, inner: Array, thickness: float, material: str, height: Height | None = None) -> Part:
    """A flat ring between two outlines (N, 2) of equal length, its edges rounded."""
    bevel = 0.25 * thickness
    across = rounded([[0, -0.5], [0, 0.5], [1, 0.5], [1, -0.5], [0, -0.5]], 0.12, 4)
    wide = np.linspace(0, 1, 40)
    top = np.stack([wide, np.full(40, 0.5)], axis=1)
    section = np.vstack([across[across[:, 0] < 0.2], top[6:-6], across[across[:, 0] > 0.8]])
    flat = inner[:, None, :] * (1 - section[None, :, :1]) + outer[:, None, :] * section[None, :, :1]
    rise = section[:, 1] * (thickness - bevel) + np.zeros(flat.shape[:2])
    if height is not None:
        rise = rise + np.where(section[:, 1] > 0.45, height(flat.reshape(-1, 2)).reshape(rise.shape), 0)
    vertices = np.dstack([flat, rise]).reshape(-1, 3)
    return Part(vertices, grid_faces(len(outer), len(section), rows_close=True, columns_close=True), material)


def oval(width: float, length: float, power: float = 2.0, count: int = 360) -> Array:
    """An outline (N, 2) about the origin, `width` across and `length` up in mm."""
    angle = np.linspace(0, TURN, count, endpoint=False)
    across, up = np.cos(angle), np.sin(angle)
    return np.stack(
        [
            width / 2 * np.sign(across) * np.abs(across) ** (2 / power),
            length / 2 * np.sign(up) * np.abs(up) ** (2 / power),
        ],
        axis=1,
    )


def through(points: Sequence[Sequence[float]], count: int = 360) -> Array:
    """An outline (N, 2) through corners, straight between them."""
    corners = np.asarray([*points, points[0]], float)
    lengths = np.r_[0, np.cumsum(np.linalg.norm(np.diff(corners, axis=0), axis=1))]
    at = np.linspace(0, lengths[-1], count, endpoint=False)
    return np.stack([np.interp(at, lengths, corners[:, axis]) for axis in range(2)], axis=1)
