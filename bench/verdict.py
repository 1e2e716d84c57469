"""What a verdict on the catalog at hand costs: CPU per request beside an empty answer's, in one run, and queries."""

import time
from collections.abc import Iterator
from statistics import median
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Piece

RUNS = 25
EMPTY = "/healthz"
ANSWERS = urlencode({"budget": 300, "top": "uniqueness,craft,price", "type": "ring", "who": "partner", "why": "memory"})
ADDRESSES = (f"/decide/verdict/?{ANSWERS}", f"/decide/verdict.json?{ANSWERS}")


def milliseconds(client: Client, address: str) -> float:
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        answer = client.get(address, HTTP_HOST="localhost")
        times.append(time.process_time() - started)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")
    return 1000 * median(times)


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(address, HTTP_HOST="localhost")
    return len(captured)


def measure() -> Iterator[str]:
    client = Client()
    pieces = Piece.objects.published().count()
    floor = milliseconds(client, EMPTY)
    for address in ADDRESSES:
        cost = milliseconds(client, address)
        path = address.partition("?")[0]
        yield (
            f"{path}: {cost:.1f} ms of CPU at {pieces} pieces, {cost / floor:.0f} x {EMPTY}; "
            f"{queries(client, address)} queries; medians of {RUNS}"
        )
