"""A brief and the catalog become a verdict with pieces: the place that knows both. Refuses nothing."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from urllib.parse import parse_qs

import numpy as np

from buyers.brief import LONGEST_QUERY, Brief, canonical_query, read_brief
from buyers.brought.standing import Brought, own_pieces_in
from buyers.decision import (
    CRITERIA,
    Change,
    Criterion,
    Decision,
    Side,
    Situation,
    changes_for,
    integer_points,
)
from buyers.field import Field, decide_field, musts_failed
from buyers.musts import BUDGET, WHEN, Wanted, soft_wishes
from buyers.seller.foreseen import open_fact_in, taken_in
from buyers.stock.columns import told
from buyers.stock.loading import listed_stock
from buyers.verdict.result import RESIDUAL, Candidate, ChangedAnswer, LeftOut, Line, Result, Trial
from catalog.facets.page import Ranking
from catalog.models import Piece
from catalog.told import Told

SHOWN_PER_SIDE = 3
SHOWN_AT_RISK = 2
CUSTOM_DESIGN = 3


def verdict_for(brief: Brief, today: date) -> Result:
    """At most four queries, whatever the size of the catalog: whether it changed, and the pieces with their making."""
    field = decide_field(brief, today)
    changes = changes_for(field.market, field.limits, field.preferences, field.decision)
    return _result_from(field, changes, *_pieces_of(field))


def trial_of(brief: Brief, was: Brief, today: date) -> Trial:
    """The verdict with the answers as they are beside the one before a change, which looks for no further changes.

    As many queries as for one verdict.
    """
    listed = listed_stock(today)
    now, then = (decide_field(one, today, listed) for one in (brief, was))
    pieces_now, pieces_then = _pieces_of(now, then)
    after = _result_from(now, changes_for(now.market, now.limits, now.preferences, now.decision), pieces_now)
    before = _result_from(then, (), pieces_then)
    return Trial(before=before, after=after, lost=_failed_by(before, now), gained=_failed_by(after, then))


def brought_for(brief: Brief, today: date) -> Brought:
    """The pieces that a shopper brought, each with the question to ask about it; as many queries as for a verdict."""
    field = decide_field(brief, today)
    (pieces,) = _pieces_of(field)
    own = tuple(own_pieces_in(field))
    questions = {one.number: open_fact_in(field, [one.piece], pieces) for one in own if one.piece}
    finalists = field.stock.keys_at([row for side in Side for row in _rows_of(field, side)[:1]])
    return Brought(
        own=own,
        questions=questions,
        taken=taken_in(field, pieces),
        finalists=tuple(pieces[key] for key in finalists),
    )


def _failed_by(result: Result, field: Field) -> dict[Side, tuple[str, ...]]:
    """What each side's finalist fails in another field."""
    return {side: musts_failed(field, one.piece.slug) for side in Side for one in result.candidates[side][:1]}


def rank_by_answers(text: str, today: date) -> Ranking | None:
    """Every piece that competes, those within all musts first, each by its utility; None where nothing is answered.

    One query, as the answers are a query string: what cannot be read of it is left out.
    """
    brief, _errors = read_brief(parse_qs(text[:LONGEST_QUERY]), today)
    if not brief.answers:
        return None
    field = decide_field(brief, today)
    rows = np.flatnonzero(field.meeting(but=(BUDGET, WHEN)))
    order = np.lexsort((-field.utilities_of(rows), ~field.possible[rows]))
    keys = field.stock.read(lambda part: part.pk)[rows[order]]
    return Ranking(answers=canonical_query(brief.answers), keys=keys[keys > 0])


def _rows_of(field: Field, side: Side) -> list[int]:
    """The rows of the pieces shown for a side."""
    return field.best_of(side, SHOWN_PER_SIDE)


def _rows_shown(field: Field) -> list[int]:
    shown = (row for side in Side for row in _rows_of(field, side))
    return [*_rows_at_risk(field), *field.unconfirmed, *shown]


def _result_from(field: Field, changes: Sequence[Change], pieces: Mapping[int, Piece]) -> Result:
    """`pieces` are those shown, by their keys."""
    decision = field.decision
    return Result(
        brief=field.wanted.brief,
        today=field.wanted.today,
        outcome=decision.outcome,
        forced=decision.forced,
        lean=decision.lean,
        confidence=decision.confidence,
        principle=decision.principle.side,
        principle_confidence=decision.principle.confidence,
        difference=None if decision.gap is None else 100 * decision.gap,
        ledger=_ledger_of(decision),
        changes=_changed_answers(changes, field.wanted),
        candidates={side: _candidates_in(field, _rows_of(field, side), pieces) for side in Side},
        possible={side: field.count_possible(side) for side in Side},
        at_risk=tuple(pieces[key] for key in field.stock.keys_at(_rows_at_risk(field))),
        left_out=_left_out_by(field),
        weights=dict(zip(CRITERIA, decision.weights.tolist(), strict=False)),
        turned_by=_turned_by(field),
        forgotten_duels=field.forgotten,
        find_question=partial(open_fact_in, field, _asked_about(field, pieces), pieces),
        own=tuple(own_pieces_in(field)),
        heard=_heard_in(field),
        is_too_soon_for_wishes=_is_too_soon_for_wishes(field),
    )


def _ledger_of(decision: Decision) -> tuple[Line, ...]:
    by_hand, by_machine = (decision.finalist_values(side) for side in Side)
    if decision.contributions is None or by_hand is None or by_machine is None:
        return ()
    points = 100 * decision.contributions
    columns = (decision.weights, by_hand, by_machine, points, integer_points(decision.contributions))
    return tuple(
        Line(criterion=name, weight=weight, handcrafted=hand, mass_produced=machine, points=counted, whole=int(whole))
        for name, (weight, hand, machine, counted, whole) in zip(
            (*CRITERIA, RESIDUAL), np.column_stack(columns).tolist(), strict=True
        )
    )


def _changed_answers(changes: Sequence[Change], wanted: Wanted) -> tuple[ChangedAnswer, ...]:
    """Without those that no shopper could give as an answer, such as a budget beyond the highest that is taken."""
    changed = [_changed_answer(change, wanted) for change in changes]
    return tuple(one for one in changed if not read_brief(parse_qs(one.query), wanted.today)[1])


def _changed_answer(change: Change, wanted: Wanted) -> ChangedAnswer:
    key = f"w.{change.criterion}" if change.criterion else change.kind
    given = wanted.brief.answers
    start = None if change.start is None else given.get(key) or _stated(change, change.start, wanted.today)
    end = _stated(change, change.end, wanted.today)
    return ChangedAnswer(
        kind=change.kind,
        criterion=change.criterion,
        start=start,
        end=end,
        outcome=change.outcome,
        leader=change.leader,
        is_alone=change.is_alone,
        query=canonical_query({**given, key: end}),
    )


def _stated(change: Change, number: float, today: date) -> str:
    """A number of the model as the shopper states it: days left as the date they end on."""
    if change.kind == WHEN:
        return (today + timedelta(days=int(number))).isoformat()
    return f"{number:.1f}".removesuffix(".0")


def _candidates_in(field: Field, rows: Sequence[int], pieces: Mapping[int, Piece]) -> tuple[Candidate, ...]:
    utilities = field.utilities_by_row(rows)
    return tuple(
        Candidate(
            piece=pieces[key],
            fit=100 * utilities[row],
            wishes=_wishes_met(field, row),
        )
        for row, key in zip(rows, field.stock.keys_at(rows), strict=True)
    )


def _wishes_met(field: Field, row: int) -> dict[str, bool | None]:
    """Whether a piece is as wished, None where nobody told."""
    (columns,) = (part for part in field.stock.taken(np.array([row])) if len(part))
    answers = {key: rule(columns, field.wanted) for key, rule in soft_wishes(field.wanted).items()}
    return {key: bool(answer.met[0]) if answer.known[0] else None for key, answer in answers.items()}


def _pieces_of(*fields: Field) -> list[dict[int, Piece]]:
    """For each field the pieces shown, by key, with their steps and materials; private ones as that field has them."""
    keys = {key for field in fields for key in field.stock.keys_at(_rows_shown(field)) if key not in field.private}
    fetched = Piece.objects.with_maker().with_making().in_bulk(keys)
    return [{**fetched, **field.private} for field in fields]


def _rows_at_risk(field: Field) -> list[int]:
    """Pieces that may arrive in time and may not, and meet all else: outside the verdict, soonest first."""
    days = field.wanted.days
    if days is None:
        return []
    soonest, latest = field.stock.read(lambda part: part.days_min), field.stock.read(lambda part: part.days_max)
    rows = np.flatnonzero(told(soonest) & (soonest <= days) & ~field.answers[WHEN].met & field.meeting(but=(WHEN,)))
    first: list[int] = rows[np.argsort(latest[rows], kind="stable")][:SHOWN_AT_RISK].tolist()
    return first


def _asked_about(field: Field, pieces: Mapping[int, Piece]) -> list[Piece]:
    """Those brought along, the finalist of each side, and some that only an undisclosed fact keeps out."""
    finalists = [row for side in Side for row in _rows_of(field, side)[:1]]
    keys = [*field.private, *field.stock.keys_at([*finalists, *field.unconfirmed])]
    return [pieces[key] for key in dict.fromkeys(keys)]


def _heard_in(field: Field) -> tuple[tuple[str, Told], ...]:
    names = {piece.slug: piece.name for piece in field.private.values()}
    return tuple((names[slug], told) for slug, told in field.wanted.brief.replies if slug in names)


def _is_too_soon_for_wishes(field: Field) -> bool:
    """Whether a piece made to a wish was wanted, and every one that may be is made too slowly for the date."""
    if WHEN not in field.answers or Criterion.CUSTOM not in field.wanted.brief.top:
        return False
    levels = field.stock.read(lambda part: part.level(Criterion.CUSTOM))
    open_to_wishes = field.meeting(but=(WHEN,)) & (levels >= CUSTOM_DESIGN)
    return bool(open_to_wishes.any() and not (open_to_wishes & field.answers[WHEN].met).any())


def _turned_by(field: Field) -> str:
    """Which limit, if it is that, or else which criterion most, brought about another side than the shopper guessed."""
    decision, gut = field.decision, field.wanted.brief.gut
    called = decision.outcome.side
    if gut is None or called is None or called == gut:
        return ""
    limit = _limit_against(Side(gut), field)
    if limit or decision.contributions is None:
        return limit
    sign = 1 if called is Side.HANDCRAFTED else -1
    return str(CRITERIA[int(np.argmax(sign * decision.contributions[: len(CRITERIA)]))])


def _limit_against(side: Side, field: Field) -> str:
    """The date or the budget, if the side would lead without it."""
    limits = field.limits
    situation = Situation(market=field.market, limits=limits, preferences=field.preferences, decision=field.decision)
    if limits.days is not None and situation.without_days().leader is side:
        return WHEN
    if limits.budget is not None and situation.without_budget().leader is side:
        return BUDGET
    return ""


def _left_out_by(field: Field) -> tuple[LeftOut, ...]:
    """Every must that a piece fails, as many as fail it; those that alone stand in the way of most come first."""
    lost = []
    for must, answer in field.answers.items():
        out = field.stock.present & ~answer.met
        counts = {"count": out, "unknown": out & ~answer.known, "alone": out & field.meeting(but=(must,))}
        lost.append(LeftOut(must=must, **{name: int(flags.sum()) for name, flags in counts.items()}))
    return tuple(sorted((one for one in lost if one.count), key=lambda one: (-one.alone, -one.count, one.must)))
