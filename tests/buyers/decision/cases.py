"""Markets, limits and answers for the tests of the decision model: by hand, drawn by Hypothesis, or frozen."""

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from buyers.decision import CRITERIA, MOTIVES, RECIPIENTS, Criterion, Duel, Limits, Market, Preferences, Side, Tradeoff
from buyers.decision.posterior import posterior_for
from buyers.decision.values import Encoded, encode
from buyers.decision.verdict import Decision, judge

DATA = Path(__file__).parents[2] / "data"
FEW_POINTS = 256
HALF_LEVELS = st.sampled_from([level / 2 for level in range(9)])
VARIANCES = st.sampled_from([0.09, 0.16, 0.25, 0.5])


def frozen(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def market_of(*pieces: dict[str, Any]) -> Market:
    """One row per piece; what a piece does not tell is ordinary: 100, in 5 days, level 2 everywhere, declared."""
    return Market(
        is_handcrafted=np.array([piece.get("side", Side.HANDCRAFTED) == Side.HANDCRAFTED for piece in pieces]),
        price=np.array([piece.get("price", 100.0) for piece in pieces], dtype=float),
        lead_min=np.array([piece.get("lead_min", 5.0) for piece in pieces], dtype=float),
        lead_max=np.array([piece.get("lead_max", piece.get("lead_min", 5.0)) for piece in pieces], dtype=float),
        levels=np.array([piece.get("levels", [2.0] * 9) for piece in pieces], dtype=float).reshape(-1, 9),
        level_variances=np.full((len(pieces), 9), 0.16),
    )


def frozen_market(given: dict[str, Any]) -> Market:
    return Market(
        is_handcrafted=np.array([side == Side.HANDCRAFTED for side in given["side"]]),
        **{name: np.array(given[name], dtype=float) for name in given if name != "side"},
    )


def frozen_preferences(given: dict[str, Any]) -> Preferences:
    return Preferences(
        who=given["who"],
        why=tuple(given["why"]),
        top=tuple(map(Criterion, given["top"])),
        tradeoffs=tuple(
            Tradeoff(first=Criterion(first), second=Criterion(second), answer=answer)
            for first, second, answer in given["tradeoffs"]
        ),
        duels=tuple(Duel(difference=tuple(difference), answer=answer) for difference, answer in given["duels"]),
    )


def chosen(market: Market, rows: Any) -> Market:
    """The market with these rows only, in this order."""
    names = ("is_handcrafted", "price", "lead_min", "lead_max", "levels", "level_variances")
    return replace(market, **{name: getattr(market, name)[rows] for name in names})


def joined(first: Market, second: Market) -> Market:
    names = ("is_handcrafted", "price", "lead_min", "lead_max", "levels", "level_variances")
    return Market(**{name: np.concatenate([getattr(first, name), getattr(second, name)]) for name in names})


def judged(encoded: Encoded, preferences: Preferences) -> Decision:
    """The rule with few points: every law must hold for any set of points."""
    return judge(encoded, posterior_for(preferences, point_count=FEW_POINTS), preferences.count)


def decided(market: Market, limits: Limits, preferences: Preferences) -> Decision:
    return judged(encode(market, limits), preferences)


def compared(decision: Decision) -> tuple[float, float]:
    """Probability of handcrafted and gap; without pieces on both sides the example is not one."""
    assume(decision.gap is not None)
    assert decision.p_handcrafted is not None
    assert decision.gap is not None
    return decision.p_handcrafted, decision.gap


@st.composite
def markets(draw: st.DrawFn, least: int = 2, most: int = 10) -> Market:
    """Pieces of both kinds: the first is handcrafted, the second mass-produced."""
    count = draw(st.integers(least, most))
    soonest = draw(arrays(float, count, elements=st.integers(0, 30).map(float)))
    slack = draw(arrays(float, count, elements=st.sampled_from([0.0, 0.0, 1.0, 5.0, 12.0, np.nan])))
    sides = draw(arrays(bool, count, elements=st.booleans()))
    sides[:2] = (True, False)[: len(sides)]
    return Market(
        is_handcrafted=sides,
        price=draw(arrays(float, count, elements=st.integers(40, 1200).map(lambda quarters: quarters / 4))),
        lead_min=np.where(np.isnan(slack), np.nan, soonest),
        lead_max=soonest + slack,
        levels=draw(arrays(float, (count, 9), elements=HALF_LEVELS)),
        level_variances=draw(arrays(float, (count, 9), elements=VARIANCES)),
    )


@st.composite
def limits(draw: st.DrawFn) -> Limits:
    return Limits(
        budget=draw(st.none() | st.integers(20, 320).map(float)),
        stretch=draw(st.sampled_from([1.0, 1.0, 1.1, 1.25])),
        days=draw(st.none() | st.integers(0, 45)),
    )


answers = st.integers(0, 4)


@st.composite
def duels(draw: st.DrawFn) -> Duel:
    rated = draw(st.lists(st.integers(-8, 8), min_size=11, max_size=11))
    side = draw(st.sampled_from([-1.0, 0.0, 1.0]))
    return Duel(difference=(*(eighths / 8 for eighths in rated), side), answer=draw(answers))


@st.composite
def weights_by_hand(draw: st.DrawFn) -> tuple[tuple[Criterion, float], ...]:
    """At most two, together below 100 percent; mostly none."""
    percents = st.one_of(st.integers(1, 49).map(float), st.sampled_from([0.1, 33.3, 49.9]))
    criteria = draw(st.lists(st.sampled_from(CRITERIA), max_size=draw(st.sampled_from([0, 0, 1, 2])), unique=True))
    return tuple((criterion, draw(percents)) for criterion in criteria)


@st.composite
def preferences(draw: st.DrawFn, with_duels: bool = True) -> Preferences:
    pairs = draw(st.lists(st.sampled_from(list(combinations(CRITERIA, 2))), max_size=6, unique=True))
    return Preferences(
        who=draw(st.sampled_from(RECIPIENTS)),
        why=tuple(draw(st.lists(st.sampled_from(MOTIVES), max_size=2, unique=True))),
        top=tuple(draw(st.lists(st.sampled_from(CRITERIA), max_size=3, unique=True))),
        tradeoffs=tuple(Tradeoff(first=first, second=second, answer=draw(answers)) for first, second in pairs),
        duels=tuple(draw(st.lists(duels(), max_size=2))) if with_duels else (),
        weights=draw(weights_by_hand()),
    )
