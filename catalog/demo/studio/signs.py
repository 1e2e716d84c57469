"""Letters and small drawings as lines to be cut or bent, each within -1 to 1. Knows numpy and nothing else."""

import numpy as np

from catalog.demo.studio.mesh import Array, spline

# Strokes through these points; two points make a straight one.
STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "A": (((-0.7, -0.9), (0, 0.9)), ((0, 0.9), (0.7, -0.9)), ((-0.4, -0.2), (0.4, -0.2))),
    "E": (((-0.5, 0.9), (-0.5, -0.9)), ((-0.5, 0.9), (0.5, 0.9)), ((-0.5, 0), (0.35, 0)), ((-0.5, -0.9), (0.5, -0.9))),
    "H": (((-0.6, 0.9), (-0.6, -0.9)), ((0.6, 0.9), (0.6, -0.9)), ((-0.6, 0), (0.6, 0))),
    "J": (((0.3, 0.9), (0.3, -0.4), (0.0, -0.88), (-0.45, -0.6)),),
    "L": (((-0.4, 0.9), (-0.4, -0.9)), ((-0.4, -0.9), (0.6, -0.9))),
    "M": (((-0.8, -0.9), (-0.7, 0.9)), ((-0.7, 0.9), (0, -0.5)), ((0, -0.5), (0.7, 0.9)), ((0.7, 0.9), (0.8, -0.9))),
    "R": (
        ((-0.5, -0.9), (-0.5, 0.9)),
        ((-0.5, 0.9), (0.25, 0.88), (0.55, 0.45), (0.25, 0.02), (-0.5, 0.0)),
        ((0.0, 0.0), (0.6, -0.9)),
    ),
    "S": (((0.5, 0.6), (0.1, 0.9), (-0.45, 0.6), (0.0, 0.05), (0.5, -0.5), (0.0, -0.9), (-0.5, -0.6)),),
    "crest": (
        ((-0.7, 0.8), (-0.75, -0.1), (0, -0.95)),
        ((0.7, 0.8), (0.75, -0.1), (0, -0.95)),
        ((-0.7, 0.8), (0, 0.68), (0.7, 0.8)),
        ((-0.66, -0.2), (0.0, 0.35), (0.66, -0.2)),
        ((-0.3, 0.5), (-0.3, 0.2)),
        ((0.3, 0.5), (0.3, 0.2)),
        ((0, -0.15), (0, -0.6)),
        ((-0.18, -0.35), (0.18, -0.35)),
    ),
    "swallow": (
        ((-0.9, 0.4), (-0.4, 0.3), (0.0, 0.0), (0.5, 0.05), (0.9, 0.25)),
        ((-0.1, 0.05), (-0.25, -0.45), (-0.7, -0.8)),
        ((0.05, 0.02), (0.1, 0.5), (-0.2, 0.9)),
        ((-0.4, 0.3), (-0.85, 0.1)),
    ),
    "anchor": (
        ((0, 0.9), (0, -0.85)),
        ((-0.35, 0.5), (0.35, 0.5)),
        ((-0.7, -0.3), (-0.4, -0.8), (0, -0.9), (0.4, -0.8), (0.7, -0.3)),
    ),
    "leaf": (
        ((0, -0.95), (0, 0.9)),
        *tuple(((0, base), (side * 0.32, base + 0.16), (side * 0.5, base + 0.42))
               for base in (-0.7, -0.4, -0.1, 0.2) for side in (-1, 1)),
    ),
    "wave": tuple(
        tuple((x, y + 0.14 * (-1) ** at) for at, x in enumerate((-0.9, -0.6, -0.3, 0.0, 0.3, 0.6, 0.9)))
        for y in (-0.35, 0.0, 0.35)
    ),
}  # fmt: skip


def sign_lines(name: str) -> list[Array]:
    """The lines of a sign, or of several letters side by side."""
    if name in STROKES:
        return [_stroke(points) for points in STROKES[name]]
    size = max(1, len(name))
    return [
        (line + np.array([2.0 * at - (size - 1), 0])) / size
        for at, letter in enumerate(name)
        for line in map(_stroke, STROKES[letter])
    ]


def _stroke(points: tuple[tuple[float, float], ...]) -> Array:
    flat = np.column_stack([np.asarray(points, float), np.zeros(len(points))])
    curve = spline(flat, 60) if len(points) > 2 else np.linspace(flat[0], flat[1], 40)
    line: Array = curve[:, :2]
    return line
