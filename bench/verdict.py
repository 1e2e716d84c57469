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
OTHERS = urlencode({"budget": 90, "top": "uniqueness,craft,price", "type": "ring", "who": "partner", "why": "memory"})
VERDICT = f"/decide/verdict/?{ANSWERS}"
TRIAL = f"/decide/verdict/?{OTHERS.replace('%2C', ',')}&{urlencode({'was': ANSWERS.replace('%2C', ',')}, safe=',')}"
CARD = f"/decide/t.precision.uniqueness/?{ANSWERS}"
ADDRESSES = {
    "verdict page": VERDICT,
    "verdict for programs": f"/decide/verdict.json?{ANSWERS}",
    "what-if swap": TRIAL,
    "trade-off card": CARD,
}


def milliseconds(client: Client, address: str) -> float:
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        answer = client.get(address, HTTP_HOST="localhost", HTTP_HX_REQUEST="true")
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
    for name, address in ADDRESSES.items():
        cost = milliseconds(client, address)
        yield (
            f"{name}: {cost:.1f} ms of CPU at {pieces} pieces, {cost / floor:.0f} x {EMPTY}; "
            f"{queries(client, address)} queries; medians of {RUNS}"
        )
