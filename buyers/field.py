"""The catalog as one brief meets it: what is published, who meets which must, and the decision over the rest.

What knows both the catalog and the model begins here: results, cards and typical shoppers. Refuses nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from django.conf import settings

from buyers.brief import Brief
from buyers.brought.pieces import private_pieces
from buyers.decision import (
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
    posterior_for,
)
from buyers.decision.arrays import FloatArray
from buyers.musts import BUDGET, WHEN, Answer, Flags, Rule, Wanted, hard_musts
from buyers.stock.columns import Rows
from buyers.stock.contenders import BEST_PER_SIDE, contenders
from buyers.stock.loading import listed_stock, packed_in_memory
from buyers.stock.scoring import best_of_sides, best_rows, count_ahead, exact_utilities, market_of
from buyers.stock.stock import Stock
from catalog.models import Piece

MOST_UNCONFIRMED = 2


@dataclass(frozen=True, kw_only=True, eq=False)
class Field:
    """All published pieces, which of them meet which must, and the decision over those that meet all of them.

    `private` are the pieces of this brief alone, by their keys: those brought along, and listed ones with a reply.
    `answers` are over all rows of the stock. `rows` are those that can decide anything, out of the pieces that meet all
    but the budget and the date, which are `limits` of the model; `market` holds these rows, in their order. `best` are
    the rows of each side's best that meet every must, 32 at most. `forgotten` counts duels that name a piece no longer
    published.
    """

    stock: Stock
    private: Mapping[int, Piece]
    wanted: Wanted
    answers: Mapping[str, Answer]
    rows: Rows
    best: Mapping[Side, Sequence[int]]
    market: Market
    limits: Limits
    preferences: Preferences
    forgotten: int
    decision: Decision

    @cached_property
    def possible(self) -> Flags:
        """The rows that meet every must."""
        return self.meeting()

    def meeting(self, *, but: Sequence[str] = ()) -> Flags:
        """The rows that meet every must but these."""
        return meets(self.answers, len(self.stock), but=but) & self.stock.present

    def count_possible(self, side: Side) -> int:
        return int((self.possible & self.stock.of_side(side)).sum())

    def best_of(self, side: Side, count: int) -> list[int]:
        """The rows of a side's best pieces that meet every must, by the mean weights."""
        if count <= BEST_PER_SIDE:
            return list(self.best[side][:count])
        return best_of_sides(self.stock, self.possible, self.limits, self.decision.weights, count)[side]

    @cached_property
    def unconfirmed(self) -> list[int]:
        """The best rows that no known fact keeps out but some fact that nobody told."""
        out = self.stock.present & ~self.possible
        for answer in self.answers.values():
            out &= answer.met | ~answer.known
        return best_rows(self.stock, out, self.limits, self.decision.weights, MOST_UNCONFIRMED)

    def place_of(self, row: int, side: Side) -> int:
        """Its rank among the pieces of a side that meet every must, it being one of them."""
        rivals = self.possible & self.stock.of_side(side)
        utility = self.utilities_by_row([row])[row]
        return 1 + count_ahead(self.stock, rivals, self.limits, self.decision.weights, (utility, row))

    def utilities_of(self, rows: Rows) -> FloatArray:
        """Of ascending rows, by the mean weights and without the residual."""
        return exact_utilities(self.stock, rows, self.limits, self.decision.weights)

    def utilities_by_row(self, rows: Sequence[int]) -> dict[int, float]:
        """The same of any rows."""
        ascending = np.unique(np.array(rows, np.intp))
        return dict(zip(ascending.tolist(), self.utilities_of(ascending).tolist(), strict=True))

    def place_in_market(self, slug: str) -> int | None:
        """The row of a piece among those of the market."""
        row = self.stock.row_of(slug)
        places = [] if row is None else np.flatnonzero(self.rows == row).tolist()
        return places[0] if places else None


def decide_field(brief: Brief, today: date, listed: Stock | None = None) -> Field:
    """One query, whether the catalog has changed, unless the stock is at hand; three more with replies."""
    stock = listed_stock(today) if listed is None else listed
    return decide_with(private_pieces(brief, today), brief, today, stock)


def decide_with(private: Sequence[Piece], brief: Brief, today: date, listed: Stock) -> Field:
    """The same with the pieces of this brief at hand: no query."""
    wanted = Wanted(brief=brief, today=today, home=settings.HOME_COUNTRY)
    stock = listed.with_part(packed_in_memory(private))
    answers = {must: answer_over(stock, rule, wanted) for must, rule in hard_musts(wanted).items()}
    limits = limits_of(wanted)
    preferences, forgotten = preferences_of(wanted, stock, limits)
    met = meets(answers, len(stock), but=(BUDGET, WHEN))
    found = contenders(stock, met, limits, posterior_for(preferences).mean)
    market = market_at(stock, found.rows)
    return Field(
        stock=stock,
        private={piece.pk: piece for piece in private},
        wanted=wanted,
        answers=answers,
        rows=found.rows,
        best=found.best,
        market=market,
        limits=limits,
        preferences=preferences,
        forgotten=forgotten,
        decision=decide(market, limits, preferences),
    )


def musts_failed(field: Field, slug: str) -> tuple[str, ...]:
    """The musts that a published piece does not meet, by query key."""
    row = field.stock.row_of(slug)
    return () if row is None else tuple(must for must, answer in field.answers.items() if not answer.met[row])


def answer_over(stock: Stock, rule: Rule, wanted: Wanted) -> Answer:
    """What a rule says of every row."""
    said = [rule(part, wanted) for part in stock.parts]
    return (
        said[0]
        if len(said) == 1
        else Answer(met=_joined([one.met for one in said]), known=_joined([one.known for one in said]))
    )


def meets(answers: Mapping[str, Answer], count: int, *, but: Sequence[str] = ()) -> Flags:
    """Which rows meet every must but these, gone ones too."""
    met = np.ones(count, bool)
    for must, answer in answers.items():
        if must not in but:
            met &= answer.met
    return met


def market_at(stock: Stock, rows: Rows) -> Market:
    """Ascending rows as the model takes them."""
    parts = [market_of(part) for part in stock.taken(rows)]
    names = ("is_handcrafted", "price", "lead_min", "lead_max", "levels", "level_variances")
    return (
        parts[0]
        if len(parts) == 1
        else Market(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})
    )


def limits_of(wanted: Wanted) -> Limits:
    budget = wanted.brief.budget
    stretch = 1 + wanted.brief.stretch / 100
    return Limits(budget=None if budget is None else float(budget), stretch=stretch, days=wanted.days)


def preferences_of(wanted: Wanted, stock: Stock, limits: Limits) -> tuple[Preferences, int]:
    """What the model weighs, and how many duels name a piece that is no longer published."""
    brief = wanted.brief
    pairs = [(stock.row_of(left), stock.row_of(right), answer) for left, right, answer in brief.duels]
    duels = tuple(
        Duel(difference=_difference(stock, left, right, limits), answer=answer)
        for left, right, answer in pairs
        if left is not None and right is not None
    )
    preferences = Preferences(
        who=brief.who or "self",
        why=brief.why,
        top=tuple(map(Criterion, brief.top)),
        tradeoffs=tuple(
            Tradeoff(first=Criterion(first), second=Criterion(second), answer=answer)
            for first, second, answer in brief.tradeoffs
        ),
        duels=duels,
        weights=tuple((Criterion(criterion), percent) for criterion, percent in brief.weights),
    )
    return preferences, len(pairs) - len(duels)


def _difference(stock: Stock, left: int, right: int, limits: Limits) -> tuple[float, ...]:
    """By how much the left piece is better, in value (12,)."""
    values = [encode(market_at(stock, np.array([row])), limits).values[0] for row in (left, right)]
    return tuple(map(float, values[0] - values[1]))


def _joined(parts: Sequence[Flags]) -> Flags:
    return np.concatenate(parts)
