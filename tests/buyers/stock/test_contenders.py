"""Whoever is left out before anything is weighed changes nothing that a verdict says."""

from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buyers.decision import Criterion, Decision, Limits, Preferences, Side, Tradeoff, changes_for, decide, posterior_for
from buyers.field import market_at
from buyers.stock.columns import Flags, Rows
from buyers.stock.contenders import FEW, contenders
from buyers.stock.stock import Stock
from catalog.packing import CODES
from tests.buyers.stock.shelves import packed_pieces, stock_of

TRADEOFF = Tradeoff(first=Criterion.PRICE, second=Criterion.CRAFT, answer=1)
ASKED = (
    Preferences(who="self"),
    Preferences(who="partner", why=("memory",), top=(Criterion.UNIQUENESS, Criterion.CRAFT), tradeoffs=(TRADEOFF,)),
    Preferences(who="group", top=(Criterion.PRICE, Criterion.LEAD), weights=((Criterion.PRICE, 40.0),)),
)
LIMITS = (Limits(), Limits(budget=35.0), Limits(budget=25.5, stretch=1.15, days=6), Limits(days=3), Limits(budget=5.0))
ROUNDING = 1e-12
SEEDS = st.integers(0, 2**32 - 1)


def told_by(decision: Decision, stock: Stock, rows: Rows) -> dict[str, Any]:
    """All that a verdict is written from, its pieces by their keys."""
    plain = {field.name: getattr(decision, field.name) for field in fields(decision)}
    for whole in ("utilities", "encoded"):
        plain.pop(whole)
    best = {side: None if row is None else stock.keys_at([rows[row]]) for side, row in decision.best.items()}
    ranked = {side: stock.keys_at(rows[list(decision.ranked(side, 8))].tolist()) for side in Side}
    return plain | {"best": best, "ranked": ranked}


def is_same(first: dict[str, Any], second: dict[str, Any]) -> bool:
    """But for the last bit of a sum, which hangs on how many rows are multiplied at once."""
    return all(
        np.allclose(first[name], second[name], rtol=0, atol=ROUNDING)
        if isinstance(first[name], float | np.ndarray)
        else first[name] == second[name]
        for name in first
    )


def open_rows(stock: Stock) -> Flags:
    return stock.read(lambda part: part.side != CODES["side"][""])


@settings(max_examples=40)
@given(SEEDS, st.sampled_from(ASKED), st.sampled_from(LIMITS), st.sampled_from([900, 1_500]))
def test_verdict_of_contenders_is_that_of_all(seed: int, asked: Preferences, limits: Limits, count: int) -> None:
    stock = stock_of(packed_pieces(seed, count))
    met = open_rows(stock)
    everything = np.flatnonzero(met)
    found = contenders(stock, met, limits, posterior_for(asked).mean)
    verdicts = []
    for rows in (everything, found.rows):
        market = market_at(stock, rows)
        decision = decide(market, limits, asked)
        told = told_by(decision, stock, rows)
        verdicts.append((told, changes_for(market, limits, asked, decision)))
    assert is_same(verdicts[0][0], verdicts[1][0])
    assert verdicts[0][1] == verdicts[1][1]
    assert len(found.rows) < len(everything)


@settings(max_examples=20)
@given(SEEDS, st.sampled_from(LIMITS))
def test_best_of_each_side_are_the_best_of_all(seed: int, limits: Limits) -> None:
    stock, asked = stock_of(packed_pieces(seed, 3_000)), ASKED[1]
    met = open_rows(stock)
    best = contenders(stock, met, limits, posterior_for(asked).mean).best
    rows = np.flatnonzero(met)
    decision = decide(market_at(stock, rows), limits, asked)
    for side in Side:
        assert list(best[side]) == rows[list(decision.ranked(side, len(best[side])))].tolist()
        assert len(best[side]) == min(32, len(decision.encoded.rows_of(side)))


@pytest.mark.parametrize("gone", [[], [0], list(range(0, 2_000, 3))])
def test_piece_that_is_gone_keeps_nobody_out(gone: list[int]) -> None:
    stock, asked = stock_of(packed_pieces(7, 2_000)), ASKED[0]
    weights = posterior_for(asked).mean
    met = open_rows(stock)
    before = contenders(stock, met, Limits(), weights).rows
    lost = np.union1d(np.array(gone, np.intp), before[: len(gone)])
    rest = Stock(parts=stock.parts, gone=lost)
    rows = contenders(rest, met, Limits(), weights).rows
    assert not set(rows) & set(lost)
    everything = np.flatnonzero(met & rest.present)
    verdicts = [told_by(decide(market_at(rest, some), Limits(), asked), rest, some) for some in (everything, rows)]
    assert is_same(*verdicts)


def test_few_pieces_are_all_weighed() -> None:
    stock = stock_of(packed_pieces(3, FEW))
    met = open_rows(stock)
    assert contenders(stock, met, Limits(), posterior_for(ASKED[0]).mean).rows.tolist() == np.flatnonzero(met).tolist()
