"""How a piece would do with typical shoppers, of whom `settings.TYPICAL_SHOPPERS` tells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from catalog.models import Piece


@dataclass(frozen=True, kw_only=True)
class Shopper:
    """`fit` is 0 to 100, `place` that among the `of` pieces of its kind that this shopper may be shown.

    `reasons` say why the piece may not be shown; then it has no place.
    """

    title: str
    fit: float
    place: int | None
    of: int
    reasons: tuple[str, ...]

    @property
    def is_shown(self) -> bool:
        return not self.reasons


@dataclass(frozen=True, kw_only=True)
class Missing:
    """A fact that is not told: from how many of the shoppers that keeps the piece, and the points it may cost it."""

    words: str
    place: str
    kept_from: int
    points: float


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """`left_out` counts the shoppers by reason; `missing` has the costliest first."""

    shoppers: tuple[Shopper, ...]
    left_out: tuple[tuple[str, int], ...]
    missing: tuple[Missing, ...]

    @property
    def shown(self) -> int:
        return sum(shopper.is_shown for shopper in self.shoppers)


def outlook_of(piece: Piece, today: date) -> Outlook:
    tell: Callable[[Piece, date], Outlook] = import_string(settings.TYPICAL_SHOPPERS)
    return tell(piece, today)
