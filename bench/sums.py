"""The same weighted sum in SQL, in memory of SQLite and on PostgreSQL: the best of each side by a sorted query."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial

import numpy as np
import numpy.typing as npt

from bench.figures import Figure
from bench.timing import cpu_of, milliseconds

RUNS = 5
Numbers = npt.NDArray[np.float64]


def tops(weights: Numbers, count: int) -> list[str]:
    """One statement for each side."""
    total = " + ".join(f"{weight!r} * c{at}" for at, weight in enumerate(weights.tolist()))
    return [f"SELECT id FROM pieces WHERE side = {side} ORDER BY {total} DESC LIMIT {count}" for side in (1, 2)]  # noqa: S608


def columns_of(values: Numbers, real: str) -> str:
    return ", ".join(["id integer", "side smallint", *(f"c{at} {real}" for at in range(values.shape[1]))])


def rows_of(values: Numbers, side: npt.NDArray[np.uint8]) -> Iterator[tuple[float, ...]]:
    return ((at, *row) for at, row in enumerate(zip(side.tolist(), *values.T.tolist(), strict=True)))


def sqlite_sum(values: Numbers, side: npt.NDArray[np.uint8], weights: Numbers, count: int) -> Callable[[], list[int]]:
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE TABLE pieces ({columns_of(values, 'real')})")
    places = ", ".join("?" * (values.shape[1] + 2))
    database.executemany(f"INSERT INTO pieces VALUES ({places})", rows_of(values, side))  # noqa: S608
    statements = tops(weights, count)
    return lambda: [row for one in statements for (row,) in database.execute(one)]


def measure_postgresql() -> Iterator[Figure]:
    """By the server that DATABASE_URL names; its process counts as well as this one."""
    import psycopg

    from bench.scoring import BEST, SIZES, problem

    with psycopg.connect(os.environ["DATABASE_URL"]) as database:
        clock = partial(_both, database.info.backend_pid)
        for size in SIZES:
            stock, values, weights = problem(size)
            database.execute("DROP TABLE IF EXISTS pieces")
            database.execute(f"CREATE TEMPORARY TABLE pieces ({columns_of(values, 'double precision')})")
            with database.cursor().copy("COPY pieces FROM STDIN") as copy:
                for row in rows_of(values, stock.parts[0].side):
                    copy.write_row(row)
            database.execute("ANALYZE pieces")
            statements = tops(weights, BEST)
            work = lambda: [database.execute(one).fetchall() for one in statements]  # noqa: E731, B023
            yield Figure(part="", what=str(size), value=milliseconds(work, RUNS, clock), unit="ms")


def _both(process: int) -> float:
    from time import process_time

    return process_time() + cpu_of(process)


if __name__ == "__main__":
    print(json.dumps([asdict(figure) for figure in measure_postgresql()]))
