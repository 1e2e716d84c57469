"""The article's sixteen points with what each counted for this shopper and these pieces: the lines add up."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from buyers.article import POINTS, Point
from buyers.brief import Brief
from buyers.decision import Side, integer_points
from buyers.phrases import PHRASES
from buyers.results import RESIDUAL, Result
from buyers.wording import fact_about, standing_of

A_LOT, A_LITTLE = 4, 1
HARDLY_WEIGHED = 0.04
SHARED_LINES = {"craft": ("craft", "longevity")}


@dataclass(frozen=True, kw_only=True)
class Fact:
    side: Side
    sentence: str
    standing: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One point of the article: whole points, the side they speak for, and why they are what they are."""

    point: Point
    points: int
    side: Side | None
    word: str
    answer: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """Points by the article's two lists; with the shopper's own choices they sum to the total."""

    lists: Mapping[Side, tuple[Entry, ...]]
    choices: int
    total: int

    @property
    def leader(self) -> Side | None:
        return _side_of(self.total)


def ledger_of(result: Result) -> Ledger | None:
    if not result.ledger:
        return None
    whole = integer_points(np.array([line.points / 100 for line in result.ledger]))
    points = {line.criterion: int(number) for line, number in zip(result.ledger, whole, strict=True)}
    lists = {
        side: tuple(_entry_for(point, points, result) for point in POINTS if point.side == side)
        for side in (Side.MASS_PRODUCED, Side.HANDCRAFTED)
    }
    return Ledger(lists=lists, choices=points[RESIDUAL], total=sum(points.values()))


def _entry_for(point: Point, points: Mapping[str, int], result: Result) -> Entry:
    if point.criterion is None:
        return Entry(point=point, points=0, side=None, word=point.counted_under or "", answer="", facts=())
    criteria = SHARED_LINES.get(point.criterion, (point.criterion,))
    counted = sum(points[criterion] for criterion in criteria)
    return Entry(
        point=point,
        points=abs(counted),
        side=_side_of(counted),
        word=_word_for(point, counted, _weight_of(criteria, result)),
        answer=" ".join(filter(None, (_answer_about(criterion, result.brief) for criterion in criteria))),
        facts=tuple(fact for criterion in criteria for fact in _facts_about(criterion, result)),
    )


def _side_of(points: int) -> Side | None:
    if points == 0:
        return None
    return Side.HANDCRAFTED if points > 0 else Side.MASS_PRODUCED


def _weight_of(criteria: tuple[str, ...], result: Result) -> float:
    return sum(line.weight for line in result.ledger if line.criterion in criteria)


def _word_for(point: Point, counted: int, weight: float) -> str:
    favoured = Side(point.side) if point.is_advantage else Side(point.side).other
    if abs(counted) < A_LITTLE:
        return _("not for you") if weight < HARDLY_WEIGHED else _("these two are alike")
    if _side_of(counted) is not favoured:
        return _("these two are the exception")
    return _("counts a lot") if abs(counted) >= A_LOT else _("counts a little")


def _answer_about(criterion: str, brief: Brief) -> str:
    by_hand = dict(brief.weights)
    if criterion in by_hand:
        return _("You set it to %(percent)s percent.") % {"percent": f"{by_hand[criterion]:g}"}
    if criterion in brief.top:
        places = (_("You put it first."), _("You put it second."), _("You put it third."))
        return places[brief.top.index(criterion)]
    weighed = sum(criterion in (first, second) for first, second, answer in brief.tradeoffs)
    return _("You weighed it on a card.") if weighed else ""


def _facts_about(criterion: str, result: Result) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            side=side,
            sentence=fact_about(criterion, result.candidates[side][0].piece, result.today),
            standing=standing_of(criterion, result.candidates[side][0].piece),
        )
        for side in (Side.HANDCRAFTED, Side.MASS_PRODUCED)
    )


def name_of(criterion: str) -> str:
    return _("Your choices between pieces") if criterion == RESIDUAL else _(PHRASES[criterion].name)
