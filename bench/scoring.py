"""Scores pieces and finds the best of each side, beside one product of the matrix with itself and beside peers."""

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from bench.catalogs import POSTGRESQL, figures_of, say
from bench.figures import Figure
from bench.stocks import stock_of
from bench.sums import Numbers, sqlite_sum
from bench.timing import milliseconds
from buyers.decision import Limits, Preferences, encode, posterior_for
from buyers.decision.criteria import CRITERION_COUNT
from buyers.stock.columns import Flags
from buyers.stock.scoring import best_of_sides, market_of
from buyers.stock.stock import Stock
from catalog.choices import Kind

SIZES = (10_000, 100_000, 1_000_000)
BEST = 50
RUNS, RUNS_OF_PEERS = 15, 5
SHARE = 0.13
MOST_OF_ALL, MOST_OF_SHARE = 2.0, 1.3
# By library, at each of the sizes: how many times as much it takes at least.
LEAST: dict[str, tuple[float | None, ...]] = {
    "scikit-criteria": (100, 100, 300),
    "pymcdm": (50, 130, 400),
    "SQLite": (20, 70, 70),
    "PostgreSQL": (None, None, None),
}


def measure() -> Iterator[Figure]:
    by_postgresql = {int(one.what): one.value for one in _on_postgresql()}
    for at, size in enumerate(SIZES):
        say(f"{size:,} pieces")
        stock, values, weights = problem(size)
        part = f"Score {size:,} pieces, best {BEST} of each side"
        yield from _beside_the_floor(part, stock, weights, is_promised=size == SIZES[-1])
        ours = milliseconds(_ours(stock, np.ones(size, bool), weights), RUNS)
        found = {name: milliseconds(work, RUNS_OF_PEERS) for name, work in _peers(stock, values, weights)}
        for name, taken in (found | {"PostgreSQL": by_postgresql.get(size)}).items():
            least = LEAST[name][at]
            yield Figure(part=part, what="all of them", value=ours, unit="ms", peer=name, beside=taken, least=least)


def problem(size: int) -> tuple[Stock, Numbers, Numbers]:
    """The pieces, their values (n, 11) as peers take them, none below zero, and the weights."""
    stock = stock_of(size)
    values = encode(market_of(stock.parts[0]), Limits()).values[:, :CRITERION_COUNT]
    weights = posterior_for(Preferences(who="self")).mean
    return stock, values - np.minimum(values.min(axis=0), 0), weights[:CRITERION_COUNT]


def _beside_the_floor(part: str, stock: Stock, weights: Numbers, *, is_promised: bool) -> Iterator[Figure]:
    matrix = stock.parts[0].matrix.ravel()
    floor = milliseconds(lambda: np.dot(matrix, matrix), RUNS)
    scattered = np.random.default_rng(len(stock)).random(len(stock)) < SHARE
    flags = {
        "all of them": np.ones(len(stock), bool),
        f"one kind, {SHARE:.0%}": stock.parts[0].is_any("kind", [Kind.BRACELET]),
        f"scattered, {SHARE:.0%}": scattered,
    }
    for name, flagged in flags.items():
        taken = milliseconds(_ours(stock, flagged, weights), RUNS)
        most = None if not is_promised else MOST_OF_ALL if flagged.all() else MOST_OF_SHARE
        yield Figure(part=part, what=name, value=taken, unit="ms", floor="np.dot(a, a)", beside=floor, most=most)


def _ours(stock: Stock, flagged: Flags, weights: Numbers) -> Callable[[], object]:
    return partial(best_of_sides, stock, flagged, Limits(), weights, BEST)


def _peers(stock: Stock, values: Numbers, weights: Numbers) -> Iterator[tuple[str, Callable[[], Any]]]:
    """The libraries only rank, which leaves the sides to be told apart: that much less work than ours."""
    try:
        import skcriteria
        from pymcdm.methods import WSM
        from skcriteria.agg.simple import WeightedSumModel
    except ImportError:
        say("scikit-criteria and pymcdm are not here: `make bench` installs them")
    else:
        given = skcriteria.mkdm(values, [max] * len(weights), weights=weights)
        yield "scikit-criteria", partial(WeightedSumModel().evaluate, given)
        model, types = WSM(_as_given), np.ones(len(weights))
        yield "pymcdm", lambda: model.rank(model(values, weights, types, validation=False))
    yield "SQLite", sqlite_sum(values, stock.parts[0].side, weights, BEST)


def _as_given(values: Numbers, cost: bool) -> Numbers:
    """Values are of one unit already, and the fastest is what needs no normalization."""
    return values


def _on_postgresql() -> Iterator[Figure]:
    say(f"the same on {POSTGRESQL}")
    environment = {**os.environ, "PGOPTIONS": "-c max_parallel_workers_per_gather=0"}
    yield from figures_of((sys.executable, "-m", "bench.sums"), environment, POSTGRESQL)
