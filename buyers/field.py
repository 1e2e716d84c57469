"""The catalog as one brief meets it: what is published, who meets which must, and the decision over the rest.

What knows both the catalog and the model begins here: results, cards and typical shoppers. Refuses nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
from django.conf import settings

from buyers.brief import Brief
from buyers.brought.pieces import private_pieces
from buyers.decision import (
    RATED,
    Criterion,
    Decision,
    Duel,
    Limits,
    Market,
    Preferences,
    Side,
    Tradeoff,
    decide,
    encode,
)
from buyers.musts import BUDGET, WHEN, Answer, Flags, Wanted, hard_musts
from catalog.columns import LEVELS, Columns, read_columns
from catalog.models import Piece

Rows = npt.NDArray[np.intp]

if tuple(RATED) != LEVELS:
    raise AssertionError("The decision and the catalog name the rated criteria differently.")


@dataclass(frozen=True, kw_only=True, eq=False)
class Field:
    """All published pieces, which of them meet which must, and the decision over those that meet all of them.

    `private` are the pieces of this brief alone, by their keys: those brought along, and listed ones with a reply.
    `market` holds the pieces that meet all but the budget and the date, which are `limits` of the model; `rows` are
    their rows among the columns. `forgotten` counts duels that name a piece no longer published.
    """

    columns: Columns
    private: Mapping[int, Piece]
    wanted: Wanted
    answers: Mapping[str, Answer]
    rows: Rows
    market: Market
    limits: Limits
    preferences: Preferences
    forgotten: int
    decision: Decision


def decide_field(brief: Brief, today: date, columns: Columns | None = None) -> Field:
    """One query, for the columns of all published pieces, unless they were read before; three more with replies."""
    listed = read_columns(today) if columns is None else columns
    return decide_with(private_pieces(brief, today), brief, today, listed)


def decide_with(private: Sequence[Piece], brief: Brief, today: date, listed: Columns) -> Field:
    """The same with the pieces of this brief at hand: no query."""
    wanted = Wanted(brief=brief, today=today, home=settings.HOME_COUNTRY)
    columns = listed.with_pieces(private)
    answers = {must: rule(columns, wanted) for must, rule in hard_musts(wanted).items()}
    rows = np.flatnonzero(meets(columns, answers, but=(BUDGET, WHEN)))
    market, limits = market_of(columns, rows), limits_of(wanted)
    preferences, forgotten = preferences_of(wanted, columns, limits)
    return Field(
        columns=columns,
        private={piece.pk: piece for piece in private},
        wanted=wanted,
        answers=answers,
        rows=rows,
        market=market,
        limits=limits,
        preferences=preferences,
        forgotten=forgotten,
        decision=decide(market, limits, preferences),
    )


def musts_failed(field: Field, slug: str) -> tuple[str, ...]:
    """The musts that a published piece does not meet, by query key."""
    row = field.columns.row_of(slug)
    return () if row is None else tuple(must for must, answer in field.answers.items() if not answer.met[row])


def meets(columns: Columns, answers: Mapping[str, Answer], *, but: Sequence[str] = ()) -> Flags:
    """Which pieces meet every must but these."""
    met = np.ones(len(columns), bool)
    for must, answer in answers.items():
        if must not in but:
            met &= answer.met
    return met


def market_of(columns: Columns, rows: Rows) -> Market:
    return Market(
        is_handcrafted=columns.side[rows] == Side.HANDCRAFTED,
        price=columns.price[rows],
        lead_min=columns.days_min[rows],
        lead_max=columns.days_max[rows],
        levels=columns.levels[rows],
        level_variances=columns.level_variances[rows],
    )


def limits_of(wanted: Wanted) -> Limits:
    budget = wanted.brief.budget
    stretch = 1 + wanted.brief.stretch / 100
    return Limits(budget=None if budget is None else float(budget), stretch=stretch, days=wanted.days)


def preferences_of(wanted: Wanted, columns: Columns, limits: Limits) -> tuple[Preferences, int]:
    """What the model weighs, and how many duels name a piece that is no longer published."""
    brief = wanted.brief
    pairs = [(columns.row_of(left), columns.row_of(right), answer) for left, right, answer in brief.duels]
    known = [(left, right, answer) for left, right, answer in pairs if left is not None and right is not None]
    duelling = np.array([row for left, right, _ in known for row in (left, right)], np.intp)
    values = encode(market_of(columns, duelling), limits).values
    differences = values[0::2] - values[1::2]
    preferences = Preferences(
        who=brief.who or "self",
        why=brief.why,
        top=tuple(map(Criterion, brief.top)),
        tradeoffs=tuple(
            Tradeoff(first=Criterion(first), second=Criterion(second), answer=answer)
            for first, second, answer in brief.tradeoffs
        ),
        duels=tuple(
            Duel(difference=tuple(map(float, difference)), answer=answer)
            for difference, (_, _, answer) in zip(differences, known, strict=True)
        ),
        weights=tuple((Criterion(criterion), percent) for criterion, percent in brief.weights),
    )
    return preferences, len(pairs) - len(known)
