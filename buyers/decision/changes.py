"""The least changes of budget, date or one weight beyond which the balance tips (settled.md 18)."""

from dataclasses import dataclass
from typing import Literal

from buyers.decision.criteria import Criterion, Outcome
from buyers.decision.preferences import Preferences
from buyers.decision.values import Limits, Market
from buyers.decision.verdict import Decision

ChangeKind = Literal["budget", "when", "weight"]


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change and what the rule says after it.

    `start` and `end` are the budget, the days left, or the weight in percent (with its `criterion`); `start` is None
    where no limit was given. `end` is whole. `outcome` is what the whole rule says there: the other side leads, but it
    may be close.
    """

    kind: ChangeKind
    criterion: Criterion | None
    start: float | None
    end: float
    outcome: Outcome


def changes_for(market: Market, limits: Limits, preferences: Preferences, decision: Decision) -> tuple[Change, ...]:
    """The least change of each kind and direction that tips the balance."""
    return ()
