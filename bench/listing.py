"""What the list of pieces costs at 10,000 and at a million pieces, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlencode

from django.db import connection
from django.utils import timezone

from bench.asking import client, get
from bench.catalogs import POSTGRESQL, SQLITE, figures_at
from bench.figures import Figure
from bench.timing import cpu_of, milliseconds, seconds
from catalog.facets.loading import current_index

SIZES = (10_000, 1_000_000)
MOST = 5
PART = "List page at 1,000,000 pieces beside 10,000"
COLD = "the index read once"
QUERIES: dict[str, dict[str, str]] = {
    "all pieces": {},
    "three facets": {"kind": "ring,brooch", "metal": "gold", "price": "100,250,500"},
    "a search and two facets": {"kind": "ring", "price": "100,250,500,1000", "q": "garnet cast"},
    "a common word, by price": {"q": "gold", "sort": "price"},
}


def measure() -> Iterator[Figure]:
    for vendor in (SQLITE, POSTGRESQL):
        few, many = (list(figures_at(size, "bench.listing:listed", vendor)) for size in SIZES)
        if not few or not many:
            yield Figure(part=PART, what=f"{vendor}, which is not installed here", floor="10,000", most=MOST)
        for less, more in zip(few, many, strict=False):
            yield Figure(
                part=PART,
                what=f"{vendor}, {more.what}",
                value=more.value,
                unit=more.unit,
                floor="10,000:",
                beside=less.value,
                most=None if more.what == COLD else MOST,
            )


def listed(_size: int) -> Iterator[Figure]:
    """CPU of this process and, on PostgreSQL, of the server's process that works for it."""
    cold = seconds(lambda: current_index(timezone.localdate()), _clock)
    asking = client()
    for name, query in QUERIES.items():
        address = f"/pieces/?{urlencode(query, safe=',')}".rstrip("?")
        taken = milliseconds(partial(get, asking, address), clock=_clock)
        yield Figure(part=PART, what=name, value=taken, unit="ms")
    yield Figure(part=PART, what=COLD, value=cold, unit="s")


def _clock() -> float:
    from time import process_time

    if connection.vendor != "postgresql":
        return process_time()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    return process_time() + cpu_of(process)
