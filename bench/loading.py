"""What reading the stock takes in a process that has nothing yet, and what memory it keeps."""

from collections.abc import Iterator
from functools import partial

from django.utils import timezone

from bench.catalogs import figures_at
from bench.figures import Figure
from bench.timing import RUNS, milliseconds, peak, resident
from buyers.stock.columns import Columns
from buyers.stock.loading import KEEPER, listed_stock

SIZES = (10_000, 100_000, 1_000_000)
FEWER_RUNS = 5
MOST_MEGABYTES, MOST_MICROSECONDS = 100, 3.5
FROM_COLD, MEMORY = "Load the matrix from cold", "Matrix memory at {:,} pieces, of a worker"


def measure() -> Iterator[Figure]:
    memory: list[Figure] = []
    for size in SIZES:
        for figure in figures_at(size, "bench.loading:loaded"):
            if figure.part == FROM_COLD:
                yield figure
            else:
                memory.append(figure)
    yield from memory


def loaded(size: int) -> Iterator[Figure]:
    before = resident()
    stock = listed_stock(timezone.localdate())
    grown, most = resident() - before, peak() - before
    runs = FEWER_RUNS if size == SIZES[-1] else RUNS
    taken = 1000 * milliseconds(_anew, runs) / size
    yield Figure(part=FROM_COLD, what=f"{size:,} pieces, of each", value=taken, unit="µs", most=MOST_MICROSECONDS)
    if size == SIZES[-1]:
        megabyte = partial(Figure, part=MEMORY.format(size), unit="MB")
        yield megabyte(what="its arrays", value=_megabytes_of(stock.parts[0]), most=MOST_MEGABYTES)
        yield megabyte(what="growth of the process", value=grown, most=MOST_MEGABYTES)
        yield megabyte(what="at most while it is read", value=most)


def _anew() -> None:
    KEEPER.forget()
    listed_stock(timezone.localdate())


def _megabytes_of(columns: Columns) -> float:
    total: int = sum(getattr(columns, name).nbytes for name in Columns.__dataclass_fields__)
    return total / 1e6
