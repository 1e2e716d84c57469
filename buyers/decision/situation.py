"""A verdict together with what it was made of, so that one can ask what would change it."""

from dataclasses import dataclass, replace

import numpy as np

from buyers.decision.arrays import BoolArray, FloatArray
from buyers.decision.criteria import Criterion, Side
from buyers.decision.posterior import fresh_posterior
from buyers.decision.preferences import Preferences
from buyers.decision.values import BUDGET_WITHOUT_LIMIT, Limits, Market, within_budget, within_days
from buyers.decision.verdict import Decision, decide


@dataclass(frozen=True, kw_only=True, eq=False)
class Situation:
    """A market, limits and answers with the decision that follows from them."""

    market: Market
    limits: Limits
    preferences: Preferences
    decision: Decision

    @property
    def rival(self) -> Side:
        """The side that does not lead; of no interest where no side does."""
        return Side.MASS_PRODUCED if self.decision.leader is Side.HANDCRAFTED else Side.HANDCRAFTED

    @property
    def is_rival(self) -> BoolArray:
        is_rival: BoolArray = self.market.is_handcrafted == (self.rival is Side.HANDCRAFTED)
        return is_rival

    @property
    def in_time(self) -> BoolArray:
        return within_days(self.market, self.limits)

    @property
    def affordable(self) -> BoolArray:
        return within_budget(self.market, self.limits)

    @property
    def due(self) -> FloatArray:
        """The least whole days (n,) within which each piece is sure to arrive, infinite where not disclosed."""
        return np.where(np.isnan(self.market.lead_max), np.inf, np.ceil(self.market.lead_max))

    def with_budget(self, budget: float) -> Decision:
        return decide(self.market, replace(self.limits, budget=budget), self.preferences_at_budget(budget))

    def without_budget(self) -> Decision:
        """With no limit of money, and the price valued as if none had been given."""
        preferences = self.preferences_at_budget(BUDGET_WITHOUT_LIMIT)
        return decide(self.market, replace(self.limits, budget=None, stretch=1.0), preferences)

    def without_days(self) -> Decision:
        return decide(self.market, replace(self.limits, days=None), self.preferences)

    def with_days(self, days: int) -> Decision:
        return decide(self.market, replace(self.limits, days=days), self.preferences)

    def with_weight(self, criterion: Criterion, percent: float) -> Decision:
        return decide(self.market, self.limits, self.preferences_with_weight(criterion, percent))

    def preferences_at_budget(self, budget: float) -> Preferences:
        factor = budget / (self.limits.budget or BUDGET_WITHOUT_LIMIT)
        return replace(self.preferences, duels=tuple(duel.at_budget(factor) for duel in self.preferences.duels))

    def weights_at_budget(self, budget: float) -> FloatArray:
        """The mean weights (12,) under another budget; they differ only after a duel, which weighs money against it."""
        return mean_weights(self.preferences_at_budget(budget))

    def preferences_with_weight(self, criterion: Criterion, percent: float) -> Preferences:
        others = tuple(weight for weight in self.preferences.weights if weight[0] != criterion)
        return replace(self.preferences, weights=(*others, (criterion, percent)))


def mean_weights(preferences: Preferences) -> FloatArray:
    """The mean weights (12,) that the whole rule goes by for these answers."""
    return fresh_posterior(preferences, with_residual=bool(preferences.duels)).mean
