"""The balance as numbers to draw: tilt from the gap, fan from the doubt, weights from the ledger. Plain.

All lengths are units of a picture 320 wide whose beam turns about (160, 60); angles are degrees, positive to the right,
where the mass-produced pan hangs. The pointer stands up from the pivot and leans to the heavier side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

PIVOT = (160.0, 60.0)
ARM = 98.0
STEEPEST = 12.0
DEGREES_PER_POINT = 0.6
WIDEST_FAN = 24.0
POINTER = 46.0
MOST_WEIGHTS = 3
LEAST_POINTS = 1
FIRST_NAME = 122
LINE_HEIGHT = 26


@dataclass(frozen=True, kw_only=True)
class Weight:
    """One weight in a pan: `y` is the line its name stands on, below the end of the beam."""

    name: str
    points: int
    y: int


@dataclass(frozen=True, kw_only=True)
class Pan:
    """One pan: where it hangs, and at most three weights, the heaviest first."""

    x: float
    y: float
    weights: tuple[Weight, ...]


@dataclass(frozen=True, kw_only=True)
class Balance:
    tilt: float
    left: Pan
    right: Pan
    pointer: tuple[float, float]
    fan: tuple[tuple[float, float], tuple[float, float]]


def balance_for(points: Mapping[str, int], confidence: float) -> Balance:
    """Points above 0 pull the left pan down. Confidence 0.5 opens the fan widest, 1 closes it."""
    tilt = -max(-STEEPEST, min(STEEPEST, DEGREES_PER_POINT * sum(points.values())))
    doubt = WIDEST_FAN * 2 * (1 - confidence)
    return Balance(
        tilt=round(tilt, 2),
        left=_pan(-ARM, tilt, [(name, number) for name, number in points.items() if number >= LEAST_POINTS]),
        right=_pan(ARM, tilt, [(name, -number) for name, number in points.items() if number <= -LEAST_POINTS]),
        pointer=_tip(tilt),
        fan=(_tip(tilt - doubt), _tip(tilt + doubt)),
    )


def _pan(arm: float, tilt: float, weights: Sequence[tuple[str, int]]) -> Pan:
    heaviest = sorted(weights, key=lambda weight: (-weight[1], weight[0]))[:MOST_WEIGHTS]
    x, y = PIVOT
    return Pan(
        x=round(x + arm * cos(radians(tilt)), 1),
        y=round(y + arm * sin(radians(tilt)), 1),
        weights=tuple(
            Weight(name=name, points=points, y=FIRST_NAME + LINE_HEIGHT * place)
            for place, (name, points) in enumerate(heaviest)
        ),
    )


def _tip(angle: float) -> tuple[float, float]:
    x, y = PIVOT
    return round(x + POINTER * sin(radians(angle)), 1), round(y - POINTER * cos(radians(angle)), 1)
