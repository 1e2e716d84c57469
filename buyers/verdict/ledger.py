"""The article's sixteen points with what each counted for this shopper and these pieces: the lines add up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from buyers.article import POINTS, Point
from buyers.brief import Brief
from buyers.phrases import PHRASES
from buyers.verdict.balance import Balance, balance_for
from buyers.verdict.result import RESIDUAL, Result, Side
from buyers.verdict.wording import fact_about, standing_of

A_LOT, A_LITTLE = 4, 1
HARDLY_WEIGHED = 0.04
SHARED_LINES = {"craft": ("craft", "longevity")}


@dataclass(frozen=True, kw_only=True)
class Fact:
    side: Side
    piece: str
    sentence: str
    standing: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One point of the article: whole points, the side they speak for, and why they are what they are."""

    text: str
    is_advantage: bool
    word: str
    criteria: str = ""
    points: int = 0
    side: Side | None = None
    answer: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class List:
    """One of the article's two lists, with its points summed: for handcrafted above 0."""

    side: Side
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """The points for each side by the article's lists and the shopper's own choices; the gap is between the two."""

    lists: tuple[List, ...]
    choices: int
    choices_side: Side | None
    for_handcrafted: int
    for_mass_produced: int
    gap: int
    leader: Side | None


def ledger_of(result: Result) -> Ledger | None:
    if not result.ledger:
        return None
    points = {line.criterion: line.whole for line in result.ledger}
    lists = tuple(
        List(side=side, entries=tuple(_entry_for(point, points, result) for point in POINTS if point.side == side))
        for side in (Side.MASS_PRODUCED, Side.HANDCRAFTED)
    )
    lines = [*(_signed(entry) for one in lists for entry in one.entries), points[RESIDUAL]]
    return Ledger(
        lists=lists,
        choices=abs(points[RESIDUAL]),
        choices_side=_side_of(points[RESIDUAL]),
        for_handcrafted=sum(line for line in lines if line > 0),
        for_mass_produced=-sum(line for line in lines if line < 0),
        gap=abs(sum(lines)),
        leader=_side_of(sum(lines)),
    )


def balance_of(result: Result) -> Balance | None:
    if not result.ledger or result.confidence is None:
        return None
    points = {name_of(line.criterion): line.whole for line in result.ledger}
    return balance_for(points, result.confidence)


def name_of(criterion: str) -> str:
    return _("Your choices between pieces") if criterion == RESIDUAL else _(PHRASES[criterion].name)


def _signed(entry: Entry) -> int:
    return entry.points if entry.side is Side.HANDCRAFTED else -entry.points


def _entry_for(point: Point, points: Mapping[str, int], result: Result) -> Entry:
    text = _(point.text)
    if point.criterion is None:
        word = _(point.counted_under) if point.counted_under else ""
        return Entry(text=text, is_advantage=point.is_advantage, word=word)
    criteria = SHARED_LINES.get(point.criterion, (point.criterion,))
    counted = sum(points[criterion] for criterion in criteria)
    return Entry(
        text=text,
        criteria=", ".join(name_of(criterion) for criterion in criteria),
        is_advantage=point.is_advantage,
        points=abs(counted),
        side=_side_of(counted),
        word=_word_for(point, [points[criterion] for criterion in criteria], _weight_of(criteria, result)),
        answer=" ".join(filter(None, (_answer_about(criterion, result.brief) for criterion in criteria))),
        facts=tuple(fact for criterion in criteria for fact in _facts_about(criterion, result)),
    )


def _side_of(points: int) -> Side | None:
    if points == 0:
        return None
    return Side.HANDCRAFTED if points > 0 else Side.MASS_PRODUCED


def _weight_of(criteria: tuple[str, ...], result: Result) -> float:
    return sum(line.weight for line in result.ledger if line.criterion in criteria)


def _word_for(point: Point, parts: Sequence[int], weight: float) -> str:
    favoured, counted = Side(point.side) if point.is_advantage else Side(point.side).other, sum(parts)
    if abs(counted) < A_LITTLE:
        if any(parts):
            return _("two things that balance each other")
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
            piece=result.candidates[side][0].piece.name,
            sentence=fact_about(criterion, result.candidates[side][0].piece, result.counted_from),
            standing=standing_of(criterion, result.candidates[side][0].piece),
        )
        for side in (Side.HANDCRAFTED, Side.MASS_PRODUCED)
    )
