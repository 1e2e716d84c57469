"""The verdict: best feasible handcrafted piece against best feasible mass-produced piece, and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np

from buyers.decision.arrays import BoolArray, FloatArray
from buyers.decision.criteria import CRITERION_COUNT, Outcome, Side
from buyers.decision.posterior import Posterior, posterior_for
from buyers.decision.preferences import Preferences
from buyers.decision.values import Encoded, Limits, Market, encode
from buyers.decision.weighing import best_utilities, share_in_favour, weighed

LEAST_ANSWERS = 3
LEAST_CONFIDENCE = 0.70
LEAST_GAP = 0.01
LEVEL = 0.5
_ROUNDING = 1e-12
_NEAREST_TO_CERTAIN = 1e-6
_NORMAL = NormalDist()


@dataclass(frozen=True, kw_only=True)
class Lean:
    """A side and how sure it is, 0.5 to 1."""

    side: Side
    confidence: float


@dataclass(frozen=True, kw_only=True, eq=False)
class Decision:
    """What the rule says of a market within limits, for a posterior.

    `outcome` is the verdict; `forced` tells that only that side has a feasible piece. `lean` is the side more probable
    than not, None where nothing is feasible. `p_handcrafted` and `confidence` (0.5 to 1) are None where forced or
    nothing is feasible; so are `gap` (handcrafted minus mass-produced, 1 = the whole scale) and `contributions` (12,),
    the mean weight times the difference in value of the two finalists per column, which sum to the gap.
    `leads` (S,) are the best handcrafted piece's utility minus the best other's under each way of weighing, or None.
    `principle` is the lean on the reference market. `best` names the row of each side's finalist, or None.
    `utilities` (n,) are by the mean weights, 0 to 1 within the scales, without the residual; `weights` (12,) are those
    means. `encoded` holds the values (n, 12) and the feasible rows.
    """

    outcome: Outcome
    forced: bool
    lean: Side | None
    p_handcrafted: float | None
    confidence: float | None
    leads: FloatArray | None
    principle: Lean
    gap: float | None
    best: Mapping[Side, int | None]
    utilities: FloatArray
    contributions: FloatArray | None
    weights: FloatArray
    encoded: Encoded

    @property
    def feasible(self) -> BoolArray:
        return self.encoded.feasible

    @property
    def leader(self) -> Side | None:
        """The side whose finalist is ahead by the mean weights (mass-produced where level), None without a piece."""
        if self.gap is None:
            return self.lean
        return Side.HANDCRAFTED if self.gap > 0 else Side.MASS_PRODUCED

    def ranked(self, side: Side, count: int | None = None) -> tuple[int, ...]:
        """The rows of a side's feasible pieces, best first by the mean weights, equal ones in the market's order."""
        rows = self.encoded.rows_of(side)
        order = np.argsort(-self.utilities[rows], kind="stable")
        return tuple(rows[order[:count]].tolist())

    def finalist_values(self, side: Side) -> FloatArray | None:
        """The values (12,) of a side's finalist, or None where it has no feasible piece."""
        row = self.best[side]
        return None if row is None else self.encoded.values[row]


@dataclass(frozen=True, kw_only=True, eq=False)
class _Comparison:
    leads: FloatArray
    p_handcrafted: float
    gap: float
    contributions: FloatArray

    @property
    def confidence(self) -> float:
        return max(self.p_handcrafted, 1 - self.p_handcrafted)


def decide(market: Market, limits: Limits, preferences: Preferences) -> Decision:
    """The whole rule for a market, limits and answers (decision-model.md 3, settled.md 14)."""
    return judge(encode(market, limits), posterior_for(preferences), preferences.count)


def judge(encoded: Encoded, posterior: Posterior, answer_count: int) -> Decision:
    """The rule on an encoded market: nothing, forced, too early, then called or close.

    Called needs three answers, a confidence of 0.70, a gap of one point in 100 and both pointing the same way.
    """
    utilities = weighed(encoded.values[:, :CRITERION_COUNT], posterior.mean[:CRITERION_COUNT])
    best = {side: _best_row(encoded, side, utilities) for side in Side}
    comparison = _compared(encoded, posterior, best[Side.HANDCRAFTED], best[Side.MASS_PRODUCED])
    return Decision(
        outcome=_outcome(best, comparison, answer_count),
        forced=sum(row is None for row in best.values()) == 1,
        lean=_lean(best, comparison),
        p_handcrafted=None if comparison is None else comparison.p_handcrafted,
        confidence=None if comparison is None else comparison.confidence,
        leads=None if comparison is None else comparison.leads,
        principle=_lean_in_principle(posterior.p_in_principle),
        gap=None if comparison is None else comparison.gap,
        best=best,
        utilities=utilities,
        contributions=None if comparison is None else comparison.contributions,
        weights=posterior.mean,
        encoded=encoded,
    )


def side_for(p_handcrafted: float) -> Side:
    """The side more probable than not; mass-produced at exactly one half, as in the prototype."""
    return Side.HANDCRAFTED if p_handcrafted > LEVEL else Side.MASS_PRODUCED


def called_side(p_handcrafted: float, gap: float, least_confidence: float = LEAST_CONFIDENCE) -> Side | None:
    """The side that is called, None where it is level: both must point the same way, and far enough."""
    is_sure = max(p_handcrafted, 1 - p_handcrafted) >= least_confidence and abs(gap) >= LEAST_GAP
    return side_for(p_handcrafted) if is_sure and (p_handcrafted > LEVEL) == (gap > 0) else None


def _lean_in_principle(p_handcrafted: float) -> Lean:
    return Lean(side=side_for(p_handcrafted), confidence=max(p_handcrafted, 1 - p_handcrafted))


def _best_row(encoded: Encoded, side: Side, utilities: FloatArray) -> int | None:
    rows = encoded.rows_of(side)
    return int(rows[np.argmax(utilities[rows])]) if len(rows) else None


def _outcome(best: Mapping[Side, int | None], comparison: _Comparison | None, answer_count: int) -> Outcome:
    if comparison is None:
        lean = _lean(best, None)
        return Outcome.NONE if lean is None else Outcome(lean)
    if answer_count < LEAST_ANSWERS:
        return Outcome.TOO_EARLY
    side = called_side(comparison.p_handcrafted, comparison.gap)
    return Outcome.CLOSE if side is None else Outcome(side)


def _lean(best: Mapping[Side, int | None], comparison: _Comparison | None) -> Side | None:
    if comparison is not None:
        return side_for(comparison.p_handcrafted)
    return next((side for side, row in best.items() if row is not None), None)


def _compared(
    encoded: Encoded, posterior: Posterior, by_hand: int | None, by_machine: int | None
) -> _Comparison | None:
    if by_hand is None or by_machine is None:
        return None
    contributions = posterior.mean * (encoded.values[by_hand] - encoded.values[by_machine])
    variances = encoded.variances[by_hand] + encoded.variances[by_machine]
    leads = _leads(encoded, posterior.shares)
    return _Comparison(
        leads=leads,
        p_handcrafted=attenuated(
            float(posterior.probabilities @ share_in_favour(leads)),
            float(posterior.mean**2 @ variances) / posterior.gap_variance,
        ),
        gap=float(contributions.sum()),
        contributions=contributions,
    )


def _leads(encoded: Encoded, shares: FloatArray) -> FloatArray:
    """Best handcrafted minus best mass-produced utility (S,) under each way of weighing (S, 12), by facts as stated."""
    best = {side: best_utilities(shares, encoded.values[encoded.rows_of(side)]) for side in Side}
    return best[Side.HANDCRAFTED] - best[Side.MASS_PRODUCED]


def attenuated(probability: float, variance_ratio: float) -> float:
    """The probability drawn towards one half by the uncertainty of the finalists' facts, on the probit scale.

    The form is monotone: wider facts never raise the confidence (decision-model.md 3). What differs from one half by
    rounding only is one half, so that no lean hangs on the last bit.
    """
    certain = min(max(probability, _NEAREST_TO_CERTAIN), 1 - _NEAREST_TO_CERTAIN)
    drawn = _NORMAL.cdf(_NORMAL.inv_cdf(certain) / sqrt(1 + variance_ratio))
    return LEVEL if abs(drawn - LEVEL) < _ROUNDING else drawn
