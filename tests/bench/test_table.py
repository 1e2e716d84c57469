import json
from pathlib import Path
from random import Random

import numpy as np
import pytest

from bench.drawing import SEED, draw
from bench.figures import Figure, table, write
from bench.stocks import stock_of
from bench.sums import sqlite_sum
from buyers.decision import Limits, Preferences, encode, posterior_for
from buyers.stock.scoring import best_of_sides, market_of

SCORED = Figure(part="Score", what="all", value=6.0, unit="ms", floor="np.dot", beside=4.0, most=2)
RANKED = Figure(part="Score", what="all", value=6.0, unit="ms", peer="pymcdm", beside=300.0, least=100)
PAGE = Figure(part="Page", what="verdict", value=119.5, unit="kB", most=120)
TOLD = Figure(part="Page", what="script", value=12.0, unit="kB")
ABSENT = Figure(part="Page", what="beside another shop", peer="oscar", least=50)
FEW = 3_000


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [(SCORED, "met"), (RANKED, "not met"), (PAGE, "met"), (TOLD, "no promise"), (ABSENT, "not measured")],
)
def test_verdict_is_of_the_ratio_where_there_is_one(figure: Figure, verdict: str) -> None:
    assert figure.verdict == verdict


def test_floor_is_taken_some_times_and_a_peer_takes_some_times_as_much() -> None:
    assert (SCORED.ratio, RANKED.ratio) == (1.5, 50.0)


def test_table_is_grouped_by_promise_and_fits() -> None:
    lines = list(table([SCORED, RANKED, PAGE]))
    assert [line for line in lines if line and not line.startswith(" ")] == ["Score", "Page"]
    assert max(map(len, lines)) <= 140
    assert lines[3].split() == ["all", "6", "ms", "np.dot", "4", "ms", "1.5", "x", "≤", "2", "met"]


def test_file_holds_what_the_table_says(tmp_path: Path) -> None:
    write([RANKED], tmp_path / "figures.json", "some machine")
    held = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    (figure,) = held["figures"]
    assert (held["machine"], figure["ratio"], figure["verdict"]) == ("some machine", 50.0, "not met")


def test_sum_in_sql_finds_the_same_pieces() -> None:
    stock, weights = stock_of(FEW), posterior_for(Preferences(who="self")).mean
    ours = best_of_sides(stock, np.ones(FEW, bool), Limits(), weights, 20)
    values = encode(market_of(stock.parts[0]), Limits()).values[:, :11]
    theirs = sqlite_sum(values, stock.parts[0].side, weights[:11], 20)()
    assert theirs == [row for rows in ours.values() for row in rows]


def test_catalog_is_drawn_the_same_every_time() -> None:
    first, second = ([draw(Random(SEED), 50) for _piece in range(2)] for _time in range(2))  # noqa: S311
    assert first == second


def test_few_makers_list_much_and_much_is_not_told() -> None:
    random = Random(SEED)  # noqa: S311
    drawn = [draw(random, 100) for _piece in range(FEW)]
    listed = np.bincount([one.maker for one in drawn], minlength=100)
    assert np.sort(listed)[-10:].sum() > FEW / 2
    prices = np.array([float(str(one.columns["price"])) for one in drawn])
    assert prices.mean() > 1.3 * np.median(prices)
    assert 0.1 < np.mean([not one.steps for one in drawn]) < 0.2
