"""One shopper with one catalog: three picks, then the cards that the product would show, and what it says each time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import numpy as np

from bench.simulation.catalogs import Catalog, invent_catalog, invent_reference, is_choice
from bench.simulation.shoppers import Shopper, draw_shopper, picks_of
from buyers.decision import Duel, Preferences, Side, Tradeoff
from buyers.decision.arrays import FloatArray
from buyers.decision.cards import Asked, Card, NextCard, next_card
from buyers.decision.context import context_mean, neutral_mean
from buyers.decision.criteria import RESIDUAL_COLUMN
from buyers.decision.particles import fit_particles
from buyers.decision.posterior import Posterior
from buyers.decision.values import Encoded
from buyers.decision.verdict import Decision, called_side, judge

CATALOGS, PIECES, POINTS = 8, 300, 1024
MOST_ANSWERS = 14
PICKS = 3


@dataclass(frozen=True, kw_only=True)
class Step:
    """After so many answers: probability of handcrafted, gap, the share of the range of true utility given up by the
    first piece and by the best of three, whether one may stop, and whether nothing was left to ask."""

    count: int
    probability: float
    gap: float
    loss: float
    loss_of_three: float
    may_stop: bool = False
    is_over: bool = False

    @property
    def called(self) -> Side | None:
        return called_side(self.probability, self.gap)


@dataclass(frozen=True, kw_only=True)
class Session:
    """What was truly better, by how much of the range the two sides' best differ, and every step."""

    by_hand: bool
    difference: float
    steps: tuple[Step, ...]


def simulate(shoppers: int, seed: int) -> list[Session]:
    """So many shoppers whose catalog holds three pieces of each side or more."""
    random = np.random.default_rng(seed)
    catalogs = [invent_catalog(PIECES, 1000 * seed + number) for number in range(CATALOGS)]
    sessions: list[Session] = []
    tries = 0
    while len(sessions) < shoppers:
        tries += 1
        shopper, own = draw_shopper(random), np.random.default_rng([seed, tries])
        session = hold_session(catalogs[tries % CATALOGS], shopper, own)
        if session is not None:
            sessions.append(session)
    return sessions


def hold_session(catalog: Catalog, shopper: Shopper, random: np.random.Generator) -> Session | None:
    rows = catalog.within(shopper.kind, shopper.budget, shopper.deadline)
    market = catalog.encoded(rows, shopper.budget)
    if not is_choice(market):
        return None
    truth = shopper.utilities(catalog, rows)
    # A taste that no criterion tells; its weight is 0 in this world, but the stream goes on behind it.
    random.normal(size=len(rows))
    best = [truth[market.rows_of(side)].max() for side in Side]
    steps = tuple(_steps(market, truth, shopper, random))
    return Session(by_hand=bool(best[0] > best[1]), difference=abs(best[0] - best[1]) / np.ptp(truth), steps=steps)


def _steps(market: Encoded, truth: FloatArray, shopper: Shopper, random: np.random.Generator) -> Iterator[Step]:
    preferences, asked = Preferences(top=picks_of(shopper, random)), Asked()
    while True:
        posterior = posterior_of(preferences, shopper)
        decision = judge(market, _closed(posterior, preferences), preferences.count)
        following = next_card(decision, preferences, posterior, asked)
        yield _step_of(decision, truth, preferences.count, following)
        if following.card is None or preferences.count >= MOST_ANSWERS:
            return
        asked = _with_card(asked, following.card)
        preferences = _with_answer(preferences, _answer_to(following.card, (market, truth), shopper, random))


def posterior_of(preferences: Preferences, shopper: Shopper) -> Posterior:
    """As the product makes it, but for the reference market, and so the priors, of this world; the residual is open."""
    particles = fit_particles(_prior_mean(shopper.who, shopper.why), preferences, POINTS)
    return Posterior(shares=particles.shares, probabilities=particles.probabilities, reference=reference())


def _closed(posterior: Posterior, preferences: Preferences) -> Posterior:
    """With the residual at 0 until a duel is answered, as the verdict weighs it."""
    if preferences.duels:
        return posterior
    shares = posterior.shares.copy()
    shares[:, RESIDUAL_COLUMN] = 0.0
    return replace(posterior, shares=shares)


@lru_cache(maxsize=1)
def reference() -> tuple[Encoded, ...]:
    return invent_reference()


@lru_cache(maxsize=1)
def _neutral() -> FloatArray:
    return neutral_mean(reference())


@cache
def _prior_mean(who: str, why: tuple[str, ...]) -> FloatArray:
    return context_mean(_neutral(), who, why, reference())


def _with_card(asked: Asked, card: Card) -> Asked:
    if card.criteria is not None:
        return replace(asked, criteria=asked.criteria | {card.criteria})
    return replace(asked, rows=asked.rows | {card.rows or (0, 0)})


def _with_answer(preferences: Preferences, answer: Tradeoff | Duel) -> Preferences:
    if isinstance(answer, Tradeoff):
        return replace(preferences, tradeoffs=(*preferences.tradeoffs, answer))
    return replace(preferences, duels=(*preferences.duels, answer))


def _answer_to(
    card: Card, choice: tuple[Encoded, FloatArray], shopper: Shopper, random: np.random.Generator
) -> Tradeoff | Duel:
    """Trade-offs are weighed by what matters, real pieces by their true utilities, as a whole and less sharply."""
    market, truth = choice
    if card.criteria is not None:
        first, second = card.criteria
        advantage = shopper.swing_advantage(first.column, second.column)
        return Tradeoff(first=first, second=second, answer=shopper.answer(advantage, random))
    left, right = card.rows or (0, 0)
    advantage = shopper.duel_sharpness * shopper.sharpness * float(truth[left] - truth[right])
    difference = tuple((market.values[left] - market.values[right]).tolist())
    return Duel(difference=difference, answer=shopper.answer(advantage, random))


def _step_of(decision: Decision, truth: FloatArray, count: int, following: NextCard) -> Step:
    """The pieces by their mean utilities, the residual included, as the finalists are compared."""
    utilities = decision.utilities + decision.weights[RESIDUAL_COLUMN] * decision.encoded.is_handcrafted
    best = np.argsort(-utilities, kind="stable")[:PICKS]
    given_up = (truth.max() - truth[best]) / np.ptp(truth)
    return Step(
        count=count,
        probability=float(decision.p_handcrafted or 0.0),
        gap=float(decision.gap or 0.0),
        loss=float(given_up[0]),
        loss_of_three=float(given_up.min()),
        may_stop=following.may_stop,
        is_over=following.card is None,
    )
