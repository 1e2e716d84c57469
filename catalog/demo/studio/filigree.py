"""Filigree: a frame of stout wire, filled with curls of two thin ones twisted. Knows numpy and nothing else."""

import numpy as np

from catalog.demo.studio.mesh import TURN, Array, Part, Parts, merged
from catalog.demo.studio.shapes import FILIGREE, FLAT, Section, tube

THREAD = 0.30


def framed(outline: Array, wire: float, material: str) -> Parts:
    """The frame along an outline (N, 2), of square wire."""
    path = np.column_stack([outline, np.zeros(len(outline))])
    return [tube(path, wire, material, Section.of(12, 0.8, 1.2, 4.0), FLAT)]


def filled(outline: Array, material: str, curl: float, chance: np.random.Generator) -> Parts:
    """Curls of about `curl` mm radius, packed inside an outline (N, 2) until no more go in, large ones first."""
    low, high = outline.min(0), outline.max(0)
    circles: list[tuple[Array, float]] = []
    for size in (1.0, 0.8, 0.62, 0.48):
        for middle in chance.uniform(low, high, (700, 2)):
            radius = size * curl
            if _is_free(middle, radius, outline, circles):
                circles.append((middle, radius))
    return merged(_curl(middle, radius, material, chance) for middle, radius in circles)


def _is_free(middle: Array, radius: float, outline: Array, circles: list[tuple[Array, float]]) -> bool:
    apart = np.linalg.norm(outline - middle, axis=1).min()
    if apart < radius * 1.02 or not is_inside(middle, outline):
        return False
    return all(np.linalg.norm(middle - other) > 0.97 * (radius + reach) for other, reach in circles)


def is_inside(point: Array, outline: Array) -> bool:
    """Whether a ray to the right crosses the outline an odd number of times."""
    first, second = outline, np.roll(outline, -1, 0)
    crosses = (first[:, 1] > point[1]) != (second[:, 1] > point[1])
    slope = (second[:, 0] - first[:, 0]) / np.where(crosses, second[:, 1] - first[:, 1], 1)
    return bool((crosses & (point[0] < first[:, 0] + slope * (point[1] - first[:, 1]))).sum() % 2)


def _curl(middle: Array, radius: float, material: str, chance: np.random.Generator) -> Part:
    """A spiral from the rim to its heart, either way round."""
    turns = 2.4 + 0.4 * chance.random()
    at = np.linspace(0, 1, 110)
    angle = chance.uniform(0, TURN) + chance.choice([-1, 1]) * at * turns * TURN
    reach = radius * (0.95 - 0.85 * at**0.85)
    path = np.column_stack([middle + reach[:, None] * np.column_stack([np.cos(angle), np.sin(angle)]), 0 * at])
    twisted = Section(outline=FILIGREE.outline, twist=14 * radius)
    return tube(path, THREAD, material, twisted)


def crescent(width: float, length: float, count: int = 360) -> Array:
    """An outline (N, 2) of a moon with its horns up."""
    half = count // 2
    angle = np.linspace(-np.pi, 0, half)
    outer = np.column_stack([width / 2 * np.cos(angle), length * (0.35 + 0.65 * np.sin(angle))])
    inner = np.column_stack([0.82 * width / 2 * np.cos(angle[::-1]), length * (0.35 + 0.3 * np.sin(angle[::-1]))])
    return np.vstack([outer, inner])


def heart(width: float, length: float, count: int = 360) -> Array:
    """An outline (N, 2) of a heart about its middle."""
    angle = np.linspace(0, TURN, count, endpoint=False)
    across = 16 * np.sin(angle) ** 3
    up = 13 * np.cos(angle) - 5 * np.cos(2 * angle) - 2 * np.cos(3 * angle) - np.cos(4 * angle)
    return np.column_stack([across / 32 * width, (up + 2.5) / 29 * length])
