"""The decision model: answers and facts in, a verdict with its reasons out. Plain numpy, no clock, no randomness."""

from buyers.decision.changes import Change, changes_for
from buyers.decision.contributions import integer_points
from buyers.decision.criteria import CRITERIA, RATED, Criterion, Outcome, Side
from buyers.decision.posterior import Posterior, posterior_for
from buyers.decision.preferences import MOTIVES, RECIPIENTS, Duel, Preferences, Tradeoff
from buyers.decision.situation import Situation
from buyers.decision.values import Encoded, Limits, Market, encode, lead_value, price_value
from buyers.decision.verdict import Decision, Lean, decide

__all__ = [
    "CRITERIA",
    "MOTIVES",
    "RATED",
    "RECIPIENTS",
    "Change",
    "Criterion",
    "Decision",
    "Duel",
    "Encoded",
    "Lean",
    "Limits",
    "Market",
    "Outcome",
    "Posterior",
    "Preferences",
    "Side",
    "Situation",
    "Tradeoff",
    "changes_for",
    "decide",
    "encode",
    "integer_points",
    "lead_value",
    "posterior_for",
    "price_value",
]
