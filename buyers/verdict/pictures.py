"""Numbers of a verdict as drawings: price against fit, all ways of weighing as a strip, what a change moved. Plain.

Lengths are units of a picture 340 wide, which is about a phone's width: its words are drawn as large as they are read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from buyers.decision import Side
from buyers.spread import InReach, Spread

WIDTH = 340.0
LEFT, RIGHT, TOP, BOTTOM = 34.0, 330.0, 12.0, 212.0
STEPS = 4
STRIP_BARS = 64
STRIP_MIDDLE, STRIP_REACH = 60.0, 48.0
SLIDE_HEIGHT = 44.0
SLIDE_LINE = 30.0
SLIDE_MIDDLE, SLIDE_REACH = 170.0, 150.0
NICE = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A number beside an axis, and where."""

    at: float
    number: float


@dataclass(frozen=True, kw_only=True)
class Dot:
    x: float
    y: float
    of: InReach


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Price from left to right, fit upwards."""

    dots: tuple[Dot, ...]
    prices: tuple[Tick, ...]
    fits: tuple[Tick, ...]


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One of the strip's equal parts of all ways of weighing; `y` is its upper end."""

    x: float
    y: float
    width: float
    height: float
    side: Side


@dataclass(frozen=True, kw_only=True)
class Strip:
    """Upwards where the handcrafted piece leads, downwards where the other does; `turn` is where one becomes the other.

    `handcrafted` of all `ways` put the handcrafted piece ahead.
    """

    bars: tuple[Bar, ...]
    turn: float
    ways: int
    handcrafted: int

    @property
    def mass_produced(self) -> int:
        return self.ways - self.handcrafted


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One criterion's points before and now, on a line with nothing in its middle and handcrafted to the left."""

    name: str
    y: float
    before: float
    now: float


@dataclass(frozen=True, kw_only=True)
class Slides:
    height: float
    lines: tuple[Slide, ...]


def chart_of(spread: Spread) -> Chart:
    step = _nice_step(spread.budget / STEPS)
    fits = [one.fit for one in spread.pieces] or [0.0]
    low = 10 * (min(fits) // 10)
    high = max(10.0 * ceil(max(fits) / 10), low + 10)
    dearest = max([spread.budget, *(float(one.piece.price) for one in spread.pieces)])

    def across(price: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * price / dearest, 1)

    def up(fit: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * (fit - low) / (high - low), 1)

    # The finalists last, so that nothing lies on them.
    shown = sorted(spread.pieces, key=lambda one: one.is_best)
    return Chart(
        dots=tuple(Dot(x=across(float(one.piece.price)), y=up(one.fit), of=one) for one in shown),
        prices=tuple(Tick(at=across(step * place), number=step * place) for place in range(int(dearest / step) + 1)),
        fits=tuple(Tick(at=up(fit), number=fit) for fit in (low, (low + high) / 2, high)),
    )


def strip_of(leads: Sequence[float]) -> Strip | None:
    """None where there is nothing to compare. `leads` come sorted, the greatest first."""
    if not leads:
        return None
    farthest = max(abs(leads[0]), abs(leads[-1])) or 1
    width = WIDTH / STRIP_BARS
    bounds = [round(len(leads) * place / STRIP_BARS) for place in range(STRIP_BARS + 1)]
    means = [sum(leads[start:end]) / max(end - start, 1) for start, end in pairwise(bounds)]
    handcrafted = sum(lead > 0 for lead in leads)
    return Strip(
        bars=tuple(_bar(place * width, width, mean / farthest) for place, mean in enumerate(means)),
        turn=round(WIDTH * handcrafted / len(leads), 1),
        ways=len(leads),
        handcrafted=handcrafted,
    )


def slides_of(moves: Sequence[tuple[str, int, int]]) -> Slides:
    """For each name its points before and now, above 0 for handcrafted, which lies to the left."""
    farthest = max((abs(points) for _name, *both in moves for points in both), default=0) or 1

    def across(points: int) -> float:
        return round(SLIDE_MIDDLE - SLIDE_REACH * points / farthest, 1)

    lines = tuple(
        Slide(name=name, y=SLIDE_HEIGHT * place + SLIDE_LINE, before=across(was), now=across(now))
        for place, (name, was, now) in enumerate(moves)
    )
    return Slides(height=SLIDE_HEIGHT * len(moves), lines=lines)


def _bar(x: float, width: float, share: float) -> Bar:
    height = max(abs(share) * STRIP_REACH, 0.5)
    return Bar(
        x=round(x, 2),
        y=round(STRIP_MIDDLE - height if share > 0 else STRIP_MIDDLE, 2),
        width=round(width * 0.8, 2),
        height=round(height, 2),
        side=Side.HANDCRAFTED if share > 0 else Side.MASS_PRODUCED,
    )


def _nice_step(least: float) -> float:
    """The next of 1, 2, 2.5 and 5 times a power of ten."""
    power = 1.0
    while power * NICE[-1] < least:
        power *= NICE[-1]
    return power * next(nice for nice in NICE if power * nice >= least)
