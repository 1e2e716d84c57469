"""Ring sizes as numbers, for the sizer on screen and on paper. Plain."""

from dataclasses import dataclass
from math import pi

from buyers.questions import SIZE_LIMITS

MM_PER_INCH = 25.4
# US sizes: the inner diameter in inches is 0.458 + 0.032 times the size.
US_ZERO, US_STEP = 0.458, 0.032
QUARTERS = ("", "¼", "½", "¾")


@dataclass(frozen=True, kw_only=True)
class RingSize:
    """The inner circumference in whole millimetres."""

    circumference: int

    @property
    def diameter(self) -> float:
        """In millimetres, to a hundredth."""
        return round(self.circumference / pi, 2)

    @property
    def us(self) -> str:
        """To a quarter, such as 6¾."""
        quarters = round((self.circumference / pi / MM_PER_INCH - US_ZERO) / US_STEP * len(QUARTERS))
        whole, part = divmod(quarters, len(QUARTERS))
        return f"{whole}{QUARTERS[part]}"


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A line of a paper strip, at so many millimetres from its end; every tenth has its number."""

    at: int
    number: str
    length: float


def ring_sizes(step: int = 1) -> tuple[RingSize, ...]:
    smallest, largest = SIZE_LIMITS["ring"]
    return tuple(RingSize(circumference=size) for size in range(int(smallest), int(largest) + 1, step))


def ticks(longest: int) -> tuple[Tick, ...]:
    lengths = {0: 5.0, 5: 3.5}
    return tuple(
        Tick(at=at, number="" if at % 10 else str(at), length=lengths.get(at % 10, 2.0)) for at in range(longest + 1)
    )
