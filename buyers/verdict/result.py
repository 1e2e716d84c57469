"""What a verdict consists of, as `buyers.results` finds it: plain values and the pieces it names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from buyers.brief import Brief
from buyers.brought.standing import OwnPiece
from buyers.decision import Outcome, Side
from buyers.seller.found import OpenFact
from catalog.models import Piece
from catalog.told import Told

__all__ = ["RESIDUAL", "Candidate", "ChangedAnswer", "LeftOut", "Line", "Outcome", "Result", "Side"]

RESIDUAL = "residual"


@dataclass(frozen=True, kw_only=True)
class Line:
    """What one criterion counted: points = 100 x mean weight x difference in value; they sum to the difference.

    `whole` are the points rounded so that they sum to the rounded difference.
    """

    criterion: str
    weight: float
    handcrafted: float
    mass_produced: float
    points: float
    whole: int


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """Pieces that fail one must: `unknown` of them told nothing about it, `alone` of them fail nothing else."""

    must: str
    count: int
    unknown: int
    alone: int


@dataclass(frozen=True, kw_only=True)
class ChangedAnswer:
    """One answer changed just enough that `leader` is ahead; `query` is the brief with it.

    `is_alone` tells that the leader's side is then the only one with a piece left.
    """

    kind: str
    criterion: str | None
    start: str | None
    end: str
    outcome: Outcome
    leader: Side
    is_alone: bool
    query: str


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A piece within all musts: `fit` is 100 x mean utility, `wishes` the soft answers it meets, fails or hides."""

    piece: Piece
    fit: float
    wishes: Mapping[str, bool | None]


@dataclass(frozen=True, kw_only=True)
class Result:
    """`weights` are the mean shares of the criteria, 0 to 1. `turned_by` is what turned the shopper's guess round: the
    date, the budget or a criterion by its name; empty where the guess was right, or none, or nothing is called.
    `heard` is what sellers told of listed pieces, by name. `is_dated` tells that a piece's delivery may be told as
    a day; else it is told as the time it takes.
    """

    brief: Brief
    today: date
    outcome: Outcome
    forced: bool
    lean: Side | None
    confidence: float | None
    principle: Side
    principle_confidence: float
    difference: float | None
    ledger: tuple[Line, ...]
    changes: tuple[ChangedAnswer, ...]
    candidates: Mapping[Side, tuple[Candidate, ...]]
    possible: Mapping[Side, int]
    at_risk: tuple[Piece, ...]
    left_out: tuple[LeftOut, ...]
    weights: Mapping[str, float]
    turned_by: str
    forgotten_duels: int
    find_question: Callable[[], OpenFact | None]
    own: tuple[OwnPiece, ...]
    heard: tuple[tuple[str, Told], ...]
    is_too_soon_for_wishes: bool
    is_dated: bool = True

    @cached_property
    def question(self) -> OpenFact | None:
        """What to ask a seller, found only where it is shown: it tries many replies."""
        return self.find_question()

    @property
    def counted_from(self) -> date | None:
        return self.today if self.is_dated else None

    @property
    def leader(self) -> Side | None:
        """The side ahead by the points, None where they are level or one side has no piece."""
        if not self.difference:
            return None
        return Side.HANDCRAFTED if self.difference > 0 else Side.MASS_PRODUCED


@dataclass(frozen=True, kw_only=True)
class Trial:
    """The verdict before a change and after it: the musts that each side's finalist of before fails now (`lost`), and
    those that its finalist of now failed before (`gained`)."""

    before: Result
    after: Result
    lost: Mapping[Side, tuple[str, ...]]
    gained: Mapping[Side, tuple[str, ...]]
