"""What the list costs in the database that DATABASE_URL names, which is filled first if it does not hold the number."""

import os
import resource
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from bench.filling import fill
from bench.verdict import queries
from catalog.facets.loading import current_index
from catalog.models import Piece

RUNS = 9
EMPTY = "/healthz"
QUERIES: dict[str, dict[str, str]] = {
    "all pieces": {},
    "three facets": {"kind": "ring,brooch", "metal": "gold", "price": "100,250,500"},
    "a search and two facets": {"kind": "ring", "price": "100,250,500,1000", "q": "garnet cast"},
    "a common word, by price": {"q": "gold", "sort": "price"},
}


def figures_for(size: int) -> dict[str, Any]:
    """A line for each address, and its milliseconds alone."""
    call_command("migrate", verbosity=0)
    if Piece.objects.count() != size:
        call_command("flush", interactive=False, verbosity=0)
        fill(size)
    client = Client()
    cold = _seconds(lambda: current_index(timezone.localdate()))
    floor = _milliseconds(client, EMPTY)
    lines, costs = [f"{cold:.1f} s of CPU to read the index once; {_megabytes():.0f} MB in the process"], {}
    for name, query in QUERIES.items():
        address = f"/pieces/?{urlencode(query, safe=',')}".rstrip("?")
        costs[name] = cost = _milliseconds(client, address)
        asked = queries(client, address)
        lines.append(f"{cost:.1f} ms of CPU, {cost / floor:.0f} x {EMPTY}, and {asked} queries for {name}")
    return {"lines": lines, "milliseconds": costs}


def _milliseconds(client: Client, address: str) -> float:
    """The median; what is worked out only once is worked out before."""
    work = partial(_get, client, address)
    work()
    return 1000 * median(_seconds(work) for _run in range(RUNS))


def _get(client: Client, address: str) -> None:
    answer = client.get(address, HTTP_HOST="localhost")
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")


def _seconds(work: Callable[[], object]) -> float:
    started = _cpu()
    work()
    return _cpu() - started


def _cpu() -> float:
    """Seconds of this process and, on PostgreSQL, of the server's process that works for it."""
    if connection.vendor != "postgresql":
        return time.process_time()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
