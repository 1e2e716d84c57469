"""What a change of answers does to a verdict: before and now side by side, what moved, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from buyers.brought.words import called as brought_called
from buyers.brought.words import differing_words
from buyers.brought.written import is_brought
from buyers.questions import WEIGHT
from buyers.summary import called, in_words, pieces_named_in
from buyers.verdict.headline import headline_for, state_of
from buyers.verdict.ledger import name_of
from buyers.verdict.pictures import Slides, slides_of
from buyers.verdict.reasons import MUSTS
from buyers.verdict.result import Result, Side, Trial
from buyers.verdict.wording import of_twenty, sureness
from buyers.visits import VERDICT, address_of
from catalog.listings import names_of

MOST_MOVED = 4
LEAST_MOVED = 1


@dataclass(frozen=True, kw_only=True)
class ChangedLine:
    """One answer before and now, in words; none where it was not answered."""

    name: str
    before: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Glimpse:
    """A verdict in three lines: `twenty` only where it is called; the piece of each side that has one."""

    headline: str
    sureness: str
    twenty: int | None
    pieces: tuple[tuple[Side, str], ...]


@dataclass(frozen=True, kw_only=True)
class MovedLine:
    """Whole points of one criterion before and now, with the side that each speaks for, None where there are none."""

    name: str
    before: tuple[int, Side | None]
    now: tuple[int, Side | None]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """`is_weighed` tells that both verdicts have points to compare; without pieces of both sides there are none."""

    changed: tuple[ChangedLine, ...]
    before: Glimpse
    now: Glimpse
    reasons: tuple[str, ...]
    moved: tuple[MovedLine, ...]
    slides: Slides
    is_weighed: bool
    keep_address: str
    undo_address: str


def comparison_of(trial: Trial) -> Comparison:
    """One query where the answers hold a choice between pieces, for their names."""
    before, now = trial.before, trial.after
    names = names_of(pieces_named_in(before.brief, now.brief))
    moves = tuple(_moves(before, now))
    return Comparison(
        changed=tuple(_changed_lines(before, now, names)),
        before=_glimpse_of(before),
        now=_glimpse_of(now),
        reasons=tuple(_reasons_of(trial)),
        moved=tuple(MovedLine(name=name, before=_for_side(was), now=_for_side(points)) for name, was, points in moves),
        slides=slides_of(moves),
        is_weighed=bool(before.ledger and now.ledger),
        keep_address=address_of(VERDICT, now.brief.answers.items()),
        undo_address=address_of(VERDICT, before.brief.answers.items()),
    )


def _changed_lines(before: Result, now: Result, names: Mapping[str, str]) -> Iterator[ChangedLine]:
    for key in sorted({*before.brief.answers, *now.brief.answers}):
        then, since = before.brief.answers.get(key, ""), now.brief.answers.get(key, "")
        if then == since:
            continue
        if is_brought(key):
            told, untold = differing_words(since, then), differing_words(then, since)
            yield ChangedLine(name=brought_called(key, since or then, names), before=untold, now=told)
        else:
            yield ChangedLine(name=called(key, names), before=_words_of(key, before), now=_words_of(key, now))


def _words_of(key: str, result: Result) -> tuple[str, ...]:
    """A weight that was not set by hand is what the answers make it."""
    if key in result.brief.answers:
        return tuple(in_words(key, result.brief.answers[key]))
    prefix, _dot, criterion = key.partition(".")
    return (f"{100 * result.weights[criterion]:.0f} %",) if prefix == WEIGHT.prefix else ()


def _glimpse_of(result: Result) -> Glimpse:
    state = state_of(result)
    is_called = state == "called" and result.confidence is not None
    return Glimpse(
        headline=headline_for(result, state),
        sureness=sureness(result.confidence or 0) if is_called else "leaning",
        twenty=of_twenty(result.confidence or 0) if is_called else None,
        pieces=tuple((side, one.piece.name) for side in Side for one in result.candidates[side][:1]),
    )


def _reasons_of(trial: Trial) -> Iterator[str]:
    """For each side whose piece changed: why the one of before is out, or why the one of now was not there."""
    for side in Side:
        then, now = (next((one.piece for one in it.candidates[side]), None) for it in (trial.before, trial.after))
        if then == now:
            continue
        lost, gained = trial.lost.get(side, ()), trial.gained.get(side, ())
        if then and lost:
            yield _("%(piece)s drops out. %(why)s.") % {"piece": then.name, "why": _(MUSTS[lost[0]])}
        if now and gained:
            yield _("%(piece)s comes in. Before, it was out. %(why)s.") % {
                "piece": now.name,
                "why": _(MUSTS[gained[0]]),
            }
        if then and now and not lost and not gained:
            yield _("%(now)s now fits better than %(then)s.") % {"now": now.name, "then": then.name}


def _moves(before: Result, now: Result) -> Iterator[tuple[str, int, int]]:
    """The criteria whose points moved most, by name, with their points before and now."""
    then = {line.criterion: line.whole for line in before.ledger}
    lines = [(line.criterion, then.get(line.criterion, 0), line.whole) for line in now.ledger if then]
    for criterion, was, points in sorted(lines, key=lambda line: -abs(line[2] - line[1]))[:MOST_MOVED]:
        if abs(points - was) >= LEAST_MOVED:
            yield name_of(criterion), was, points


def _for_side(points: int) -> tuple[int, Side | None]:
    if points == 0:
        return 0, None
    return abs(points), Side.HANDCRAFTED if points > 0 else Side.MASS_PRODUCED
