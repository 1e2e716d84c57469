"""What a hand leaves: slow irregularity, a hammer's dishes, a burin's lines. Seeded. Knows numpy and nothing else."""

import numpy as np

from catalog.demo.studio.mesh import TURN, Array

WAVES = 14


class Waver:
    """Smooth noise of about unit size: a sum of plane waves in any number of dimensions, of period 2π in the first."""

    def __init__(self, chance: np.random.Generator, dimensions: int = 1, frequency: float = 3.0, periodic: bool = True):
        self._waves = chance.normal(size=(WAVES, dimensions)) * frequency
        if periodic:
            self._waves[:, 0] = np.round(self._waves[:, 0])
        self._phases = chance.uniform(0, TURN, WAVES)
        self._sizes = chance.normal(size=WAVES) / np.sqrt(WAVES / 2)

    def __call__(self, points: Array) -> Array:
        points = points[:, None] if points.ndim == 1 else points
        total = np.zeros(len(points))
        for wave, phase, size in zip(self._waves, self._phases, self._sizes, strict=True):
            total += size * np.sin(points @ wave + phase)
        return total


def dishes(points: Array, extent: tuple[float, float], chance: np.random.Generator, cell: float = 1.5) -> Array:
    """Height in mm left by a hammer whose blows lie about `cell` mm apart: the lower envelope of shallow bowls.

    Of `points` (N, 2) the first runs over `extent[0]` mm and comes back to its start, the second from -extent[1] to
    extent[1].
    """
    around, across = points.T
    period, half = extent
    depth = 0.05 * cell
    columns = max(3, round(period / cell))
    rows = max(1, round(2 * half / cell)) + 2
    column, row = (grid.ravel() for grid in np.meshgrid(np.arange(columns), np.arange(rows), indexing="ij"))
    blow_around = (column + 0.5 * (row % 2) + chance.uniform(-0.38, 0.38, column.size)) * period / columns
    blow_across = (
        -half - 0.6 * cell + (row + chance.uniform(-0.38, 0.38, row.size)) * (2 * half + 1.2 * cell) / (rows - 1)
    )
    lows = chance.uniform(-depth, 0, column.size)
    stretch = chance.uniform(0.75, 1.3, column.size)
    height = np.full(around.shape, 1e9)
    for at, over, low, long in zip(blow_around, blow_across, lows, stretch, strict=True):
        along = np.abs(around - at)
        along = np.minimum(along, period - along)
        bowl = low + (along**2 * long + (across - over) ** 2 / long) / (4.6 * cell)
        height = softly_lower(height, bowl, 0.008 * cell)
    return height


def softly_lower(first: Array, second: Array, width: float) -> Array:
    """The lower of two heights, with a ridge rounded over `width`."""
    share = np.clip(0.5 + 0.5 * (first - second) / width, 0, 1)
    return first * (1 - share) + second * share - width * share * (1 - share)


def grooves(points: Array, lines: list[Array], width: float, depth: float) -> Array:
    """Height in mm of lines cut by a burin into a plate: `points` and each line are in its plane, (N, 2)."""
    samples = np.vstack(lines)
    nearest = np.full(len(points), np.inf)
    for start in range(0, len(samples), 64):
        apart = points[:, None, :] - samples[None, start : start + 64, :]
        nearest = np.minimum(nearest, np.einsum("ijk,ijk->ij", apart, apart).min(1))
    cut: Array = -depth * np.exp(-nearest / width**2)
    return cut
