"""When a process that keeps the stock sees what another one has changed."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from time import perf_counter

from django.utils import timezone

from bench.catalogs import figures_at
from bench.cost import ROOT
from bench.figures import Figure
from bench.timing import seconds
from buyers.stock.loading import KEEPER, listed_stock
from catalog.models import PackedPiece

SIZES = (10_000, 1_000_000)
COUNTS = (1, 100)
RUNS = 5
MOST_SEEN, MOST_READ = 1_000, 2
PART = "A change by another process, seen at the next request"


def measure() -> Iterator[Figure]:
    for size in SIZES:
        yield from figures_at(size, "bench.changed:seen")


def seen(size: int) -> Iterator[Figure]:
    """The kept stock brings itself up to date in the request that asks for it."""
    look = partial(listed_stock, timezone.localdate())
    look()
    for count in COUNTS:
        runs = [_seen_after(count, look) for _run in range(RUNS)]
        latency, cpu, read = (median(column) for column in zip(*runs, strict=True))
        what = f"{size:,} pieces, {count} changed"
        yield Figure(part=PART, what=f"{what}: latency", value=1000 * latency, unit="ms", most=MOST_SEEN)
        most = MOST_READ if count == COUNTS[-1] else None
        yield Figure(part=PART, what=f"{what}: CPU", value=1000 * cpu, unit="ms", most=most)
        yield Figure(part=PART, what=f"{what}: rows read", value=read, unit="rows", most=count)


def _seen_after(count: int, look: Callable[[], object]) -> tuple[float, float, int]:
    before = KEEPER.current(timezone.localdate()).revision
    subprocess.run((sys.executable, "-m", "bench.changing", str(count)), cwd=ROOT, check=True)  # noqa: S603
    read = PackedPiece.objects.filter(revision__gt=before).count()
    started = perf_counter()
    cpu = seconds(look)
    latency = perf_counter() - started
    if KEEPER.current(timezone.localdate()).revision <= before:
        raise RuntimeError("The change was not seen.")
    return latency, cpu, read
