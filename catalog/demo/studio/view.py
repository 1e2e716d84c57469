"""How a piece is looked at: the camera, and the piece scaled to a radius of 1. Knows numpy and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from catalog.demo.studio.mesh import Array, Parts, Z, bounds, moved

LENS, SENSOR = 100.0, 36.0
APERTURE = 0.01


@dataclass(frozen=True, kw_only=True)
class View:
    """Angles in degrees; the piece fills `fill` of the square; a `blur` of 1 is a portrait's depth of field.

    `frame` limits what has to be seen to a middle (x, y) in mm and a radius in mm, for a detail or a long chain.
    """

    elevation: float = 25.0
    azimuth: float = 0.0
    fill: float = 0.72
    blur: float = 1.0
    focus: float = 0.25
    frame: tuple[float, float, float] | None = None


@dataclass(frozen=True, kw_only=True)
class Camera:
    eye: Array
    target: Array
    aperture: float
    focus: float


@dataclass(frozen=True)
class Shot:
    """A piece as it lies on the table, and how it is looked at."""

    parts: Parts
    view: View


Recipe = Callable[..., Shot]


def on_stage(shot: Shot) -> tuple[Parts, float]:
    """The parts with a bounding radius of 1 about the origin, and how many stage units a millimetre is."""
    if shot.view.frame:
        across, along, radius = shot.view.frame
        return moved(moved(shot.parts, by=(-across, -along, 0)), scale=1 / radius), 1 / radius
    low, high = bounds(shot.parts)
    middle = (low + high) / 2
    radius = max(np.linalg.norm(part.vertices - middle, axis=1).max() for part in shot.parts)
    return moved(moved(shot.parts, by=(-middle[0], -middle[1], 0)), scale=1 / radius), 1 / radius


def camera_for(parts: Parts, view: View) -> Camera:
    elevation, azimuth = np.radians(view.elevation), np.radians(view.azimuth)
    back = np.array(
        [np.sin(azimuth) * np.cos(elevation), -np.cos(azimuth) * np.cos(elevation), np.sin(elevation)], float
    )
    scale = LENS / SENSOR * 2
    points = np.vstack([part.vertices[::5] for part in parts])
    if view.frame:
        near = points[np.linalg.norm(points[:, :2], axis=1) < 1]
        target, distance = np.array([0, 0, float(near[:, 2].max()) / 2]), scale / view.fill
    else:
        target, distance = _fitted(points, back, scale, view.fill)
    eye = target + back * distance
    depth = (points - eye) @ -back
    focus = distance if view.frame else float(np.percentile(depth, 100 * view.focus))
    return Camera(eye=eye, target=target, aperture=distance * APERTURE * view.blur, focus=focus)


def _fitted(points: Array, back: Array, scale: float, fill: float) -> tuple[Array, float]:
    """The target and the distance at which the points lie in the middle and fill the square as told."""
    right = np.cross(-back, Z)
    right /= np.linalg.norm(right)
    up = np.cross(right, -back)
    low, high = points.min(0), points.max(0)
    target, distance = (low + high) / 2, scale
    for _round in range(12):
        depth = distance - (points - target) @ back
        across, rise = (points - target) @ right / depth, (points - target) @ up / depth
        distance *= max(np.ptp(across), np.ptp(rise)) * scale / 2 / fill
        target = target + (right * (across.max() + across.min()) + up * (rise.max() + rise.min())) / 2 * distance
    return target, distance


def projected(parts: Parts, camera: Camera) -> Array:
    """Where the vertices are seen, (N, 2): from -1 to 1 across and up the picture."""
    ahead = camera.target - camera.eye
    ahead = ahead / np.linalg.norm(ahead)
    right = np.cross(ahead, Z)
    right /= np.linalg.norm(right)
    points = np.vstack([part.vertices for part in parts]) - camera.eye
    seen: Array = np.stack([points @ right, points @ np.cross(right, ahead)], axis=1) / (points @ ahead)[:, None]
    return seen * LENS / SENSOR * 2
