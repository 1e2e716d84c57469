"""How many queries a page takes: as many in a small catalog as in a large one."""

from collections.abc import Iterator

from bench.addresses import MOST_QUERIES, OTHERS
from bench.asking import client, queries
from bench.catalogs import figures_at
from bench.figures import Figure

SIZES = (1_000, 100_000)


def measure() -> Iterator[Figure]:
    found = {size: list(figures_at(size, "bench.queries:asked")) for size in SIZES}
    for few, many in zip(*found.values(), strict=True):
        yield few
        if few.value != many.value:
            yield many


def asked(size: int) -> Iterator[Figure]:
    asking = client()
    for promise, (most, addresses) in MOST_QUERIES.items():
        for name, address in addresses.items():
            yield _figure(f"{promise}: {name}", size, queries(asking, address), most)
    for name, address in OTHERS.items():
        yield _figure(name, size, queries(asking, address), None)


def _figure(what: str, size: int, count: int, most: int | None) -> Figure:
    part = "Queries, at 1,000 pieces, and at 100,000 where that differs"
    return Figure(part=part, what=f"{what}, {size:,}", value=count, unit="queries", most=most)
