"""Which card to show next: the trade-off or the pair of real pieces whose answer tells most about this verdict.

Every card left is weighed by the information its answer gives about which side is ahead, and by what the answer is
worth: how much better the best piece is expected to be for it (decision-model.md 2.2). The rule is then tried on each
answer to each card, so that one knows when no single answer would change the verdict any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, product

import numpy as np

from buyers.decision.arrays import FloatArray
from buyers.decision.criteria import CRITERIA, RESIDUAL_COLUMN, Criterion, Side
from buyers.decision.foresight import Foresight, foresee, information, sides_called_after, worth
from buyers.decision.likelihoods import weighed_difference
from buyers.decision.posterior import Posterior
from buyers.decision.preferences import Duel, Preferences, Tradeoff
from buyers.decision.verdict import Decision

MOST_DUELS = 3
ANSWERS_BEFORE_DUELS = 3
LEAST_SCORE = 0.001
ENOUGH_ANSWERS = 5
ENOUGH_CONFIDENCE = 0.85
MOST_ANSWERS = 12
SETTLED_CONFIDENCE = 0.80
_DUELLISTS_PER_SIDE = 4
_ANY_ANSWER = 0
# A hundredth of a point. Foresight is in single precision: where no card is worth anything, what is left of their worth
# is the last bit, which differs between processors, and must not be scaled up to choose among them.
_LEAST_SCALE = 1e-4


@dataclass(frozen=True, kw_only=True)
class Card:
    """What to weigh against what: two criteria, or the rows of two pieces in the market."""

    criteria: tuple[Criterion, Criterion] | None = None
    rows: tuple[int, int] | None = None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The cards that were shown, answered or not: pairs of criteria in their order, and pairs of rows.

    `barred` are the rows of pieces that no card may show.
    """

    criteria: frozenset[tuple[Criterion, Criterion]] = frozenset()
    rows: frozenset[tuple[int, int]] = frozenset()
    barred: frozenset[int] = frozenset()


class Ending(StrEnum):
    """Why no card is shown: nothing to weigh, no answer to any card would change the verdict, or none tells much."""

    ONE_SIDED = "one_sided"
    SETTLED = "settled"
    SPENT = "spent"


@dataclass(frozen=True, kw_only=True)
class NextCard:
    """The card to show, or why there is none; `may_stop` where the answers so far will do."""

    card: Card | None = None
    ending: Ending | None = None
    may_stop: bool


def next_card(decision: Decision, preferences: Preferences, posterior: Posterior, asked: Asked) -> NextCard:
    """The card that tells most about the decision for these preferences.

    `posterior` is the one for them with the residual open: a choice between real pieces tells of it, and the verdict
    weighs it from the first one on. None where only one side is feasible or none, where the best card tells next to
    nothing, and where the verdict is called and no answer to any card left would change it. Of equally good cards the
    first in the order of the criteria.
    """
    cards = cards_left(decision, preferences.count, asked)
    if decision.leads is None or not cards:
        return NextCard(ending=Ending.SPENT if decision.leads is not None else Ending.ONE_SIDED, may_stop=True)
    foresight = foresee(_open_leads(decision, preferences, posterior), posterior, _differences(decision, cards))
    scores = _scores(decision, posterior, foresight)
    best = int(np.argmax(scores))
    enough = may_stop(decision, preferences.count)
    if _stays_called(decision, foresight) and _stays_without_residual(decision, preferences, posterior, cards):
        return NextCard(ending=Ending.SETTLED, may_stop=enough)
    if scores[best] < LEAST_SCORE:
        return NextCard(ending=Ending.SPENT, may_stop=enough)
    return NextCard(card=cards[best], may_stop=enough)


def may_stop(decision: Decision, answer_count: int) -> bool:
    """Whether the answers will do: sure enough after five, or twelve whatever they said (decision-model.md 5.3)."""
    is_sure = decision.confidence is None or decision.confidence >= ENOUGH_CONFIDENCE
    return answer_count >= MOST_ANSWERS or (answer_count >= ENOUGH_ANSWERS and is_sure)


def cards_left(decision: Decision, answer_count: int, asked: Asked) -> tuple[Card, ...]:
    """Every pair of criteria that was not shown; after three answers also pairs of the best pieces, three at most."""
    pairs = [Card(criteria=pair) for pair in combinations(CRITERIA, 2) if pair not in asked.criteria]
    if answer_count < ANSWERS_BEFORE_DUELS or len(asked.rows) >= MOST_DUELS:
        return tuple(pairs)
    pairs_of_best = _pairs_of_best(decision, asked.barred)
    duels = [Card(rows=rows) for rows in pairs_of_best if not {rows, rows[::-1]} & asked.rows]
    return (*pairs, *duels)


def _pairs_of_best(decision: Decision, barred: frozenset[int]) -> Sequence[tuple[int, int]]:
    """The best pieces of each side by the mean weights: across the sides, then within each."""
    ranked = (decision.ranked(side, _DUELLISTS_PER_SIDE + len(barred)) for side in Side)
    by_hand, by_machine = ([row for row in rows if row not in barred][:_DUELLISTS_PER_SIDE] for rows in ranked)
    return [*product(by_hand, by_machine), *combinations(by_hand, 2), *combinations(by_machine, 2)]


def _open_leads(decision: Decision, preferences: Preferences, posterior: Posterior) -> FloatArray:
    """The leads as they are once the residual counts, which it does in the decision itself after a duel."""
    leads = np.zeros(len(posterior.shares)) if decision.leads is None else decision.leads
    residual = 0.0 if preferences.duels else posterior.shares[:, RESIDUAL_COLUMN]
    opened: FloatArray = leads + residual
    return opened


def _differences(decision: Decision, cards: Sequence[Card]) -> FloatArray:
    return np.array([_difference(decision, card) for card in cards])


def _difference(decision: Decision, card: Card) -> FloatArray:
    if card.criteria is not None:
        first, second = card.criteria
        return weighed_difference(Tradeoff(first=first, second=second, answer=_ANY_ANSWER))
    left, right = decision.encoded.values[list(card.rows or ())]
    return weighed_difference(Duel(difference=tuple((left - right).tolist()), answer=_ANY_ANSWER))


def _scores(decision: Decision, posterior: Posterior, foresight: Foresight) -> FloatArray:
    """Scores (Q,): what a card tells, plus what it is worth on the scale of the most telling one."""
    told, gained = information(foresight), worth(decision.encoded, posterior, foresight)
    scores: FloatArray = told + gained / max(gained.max(), _LEAST_SCALE) * max(told.max(), _LEAST_SCALE)
    return scores


def _stays_called(decision: Decision, foresight: Foresight) -> bool:
    """Whether a side is called, and stays so, with something to spare, whatever is answered to whichever card.

    Two answers could undo what one cannot: with what is spared, stopping cost nothing in simulation (`make simulate`).
    """
    side = decision.outcome.side
    return side is not None and sides_called_after(decision.encoded, foresight, SETTLED_CONFIDENCE) == {side}


def _stays_without_residual(
    decision: Decision, preferences: Preferences, posterior: Posterior, cards: Sequence[Card]
) -> bool:
    """The same for trade-offs before any duel, which leave the residual out of the verdict."""
    pairs = [card for card in cards if card.criteria is not None]
    if preferences.duels or decision.leads is None or not pairs:
        return True
    shares = posterior.shares.copy()
    shares[:, RESIDUAL_COLUMN] = 0.0
    closed = replace(posterior, shares=shares)
    return _stays_called(decision, foresee(decision.leads, closed, _differences(decision, pairs)))
