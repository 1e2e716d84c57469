"""What a shopper answered, in the form the model weighs; refuses answers that contradict their own form."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from buyers.decision.criteria import COLUMN_COUNT, CRITERIA, Criterion

RECIPIENTS = ("self", "partner", "family", "friend", "acquaintance", "group")
MOTIVES = (
    "care",
    "memory",
    "self_treat",
    "collection",
    "heritage",
    "statement",
    "support_artist",
    "sustain_local",
)
MOST_MOTIVES = 2
MOST_PICKS = 3
LAST_ANSWER = 4
LEAST_PERCENT = 0.1
MOST_PERCENT = 99.0


@dataclass(frozen=True, kw_only=True)
class Tradeoff:
    """A full swing of `first` against a full swing of `second`: 0 first clearly, 2 no preference, 4 second clearly."""

    first: Criterion
    second: Criterion
    answer: int

    def __post_init__(self) -> None:
        if CRITERIA.index(self.first) >= CRITERIA.index(self.second):
            raise ValueError(f"trade-off of {self.first} and {self.second} is not in the order of the criteria")
        _refuse_unknown_answer(self.answer)

    @property
    def difference(self) -> tuple[float, ...]:
        """The values of the first card minus those of the second, one per column."""
        swings = {self.first: 1.0, self.second: -1.0}
        return (*(swings.get(criterion, 0.0) for criterion in CRITERIA), 0.0)


@dataclass(frozen=True, kw_only=True)
class Duel:
    """A choice between two real pieces: `difference` is the left one's encoded values minus the right one's."""

    difference: tuple[float, ...]
    answer: int

    def __post_init__(self) -> None:
        if len(self.difference) != COLUMN_COUNT or not all(map(math.isfinite, self.difference)):
            raise ValueError(f"a duel needs {COLUMN_COUNT} finite differences")
        _refuse_unknown_answer(self.answer)

    def at_budget(self, factor: float) -> "Duel":
        """The same choice under a budget so many times as large: a difference in price weighs that much less."""
        return Duel(difference=(self.difference[0] / factor, *self.difference[1:]), answer=self.answer)


@dataclass(frozen=True, kw_only=True)
class Preferences:
    """The answers that weigh, each optional. Equal sets of answers are equal, whatever their order.

    `why` holds at most two motives, `top` one to three distinct criteria with the most important first, `weights`
    shares set by hand in percent (0.1 to 99, together below 100). Raises ValueError for anything else.
    """

    who: str = "self"
    why: tuple[str, ...] = ()
    top: tuple[Criterion, ...] = ()
    tradeoffs: tuple[Tradeoff, ...] = ()
    duels: tuple[Duel, ...] = ()
    weights: tuple[tuple[Criterion, float], ...] = ()

    def __post_init__(self) -> None:
        _refuse_unknown_context(self.who, self.why)
        _refuse_repeated("motive", self.why)
        _refuse_more_than(MOST_MOTIVES, "motives", self.why)
        _refuse_repeated("pick", self.top)
        _refuse_more_than(MOST_PICKS, "picks", self.top)
        _refuse_repeated("trade-off", [(card.first, card.second) for card in self.tradeoffs])
        _refuse_impossible_weights(self.weights)
        object.__setattr__(self, "why", tuple(sorted(self.why)))
        object.__setattr__(self, "tradeoffs", tuple(sorted(self.tradeoffs, key=_tradeoff_order)))
        object.__setattr__(self, "duels", tuple(sorted(self.duels, key=_duel_order)))
        object.__setattr__(self, "weights", tuple(sorted(self.weights)))

    @property
    def count(self) -> int:
        """How many answers weigh: every pick, trade-off and duel; context and weights set by hand are none."""
        return len(self.top) + len(self.tradeoffs) + len(self.duels)


def _tradeoff_order(tradeoff: Tradeoff) -> tuple[int, int]:
    return tradeoff.first.column, tradeoff.second.column


def _duel_order(duel: Duel) -> tuple[tuple[float, ...], int]:
    return duel.difference, duel.answer


def _refuse_unknown_answer(answer: int) -> None:
    if answer not in range(LAST_ANSWER + 1):
        raise ValueError(f"an answer is a whole number from 0 to {LAST_ANSWER}, not {answer!r}")


def _refuse_unknown_context(who: str, why: tuple[str, ...]) -> None:
    if who not in RECIPIENTS:
        raise ValueError(f"unknown recipient {who!r}")
    unknown = [motive for motive in why if motive not in MOTIVES]
    if unknown:
        raise ValueError(f"unknown motive {unknown[0]!r}")


def _refuse_repeated(name: str, answers: Sequence[object]) -> None:
    if len(set(answers)) != len(answers):
        raise ValueError(f"the same {name} is given twice")


def _refuse_more_than(most: int, name: str, answers: Sequence[object]) -> None:
    if len(answers) > most:
        raise ValueError(f"more than {most} {name}")


def _refuse_impossible_weights(weights: tuple[tuple[Criterion, float], ...]) -> None:
    _refuse_repeated("weight", [criterion for criterion, _ in weights])
    for criterion, percent in weights:
        if not LEAST_PERCENT <= percent <= MOST_PERCENT:
            raise ValueError(
                f"the weight of {criterion} is {percent} percent, outside {LEAST_PERCENT} to {MOST_PERCENT}"
            )
    if sum(percent for _, percent in weights) >= 100:
        raise ValueError("weights set by hand sum to 100 percent or more")
    if len(weights) == len(CRITERIA):
        raise ValueError("at least one weight must be left free")
