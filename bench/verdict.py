"""What a verdict on the catalog at hand costs: CPU per request beside an empty answer's, in one run, and queries."""

import time
from collections.abc import Iterator
from statistics import median
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from buyers.brief import canonical_query
from catalog.models import Piece

RUNS = 25
EMPTY = "/healthz"
ASKED = {"budget": "300", "top": "uniqueness,craft,price", "type": "ring", "who": "partner", "why": "memory"}
ANSWERS = canonical_query(ASKED)
OWN = {"own.1": "kind.ring~price.96~metal.silver~by_hand.saw,solder,polish~days_min.9~days_max.9"}
REPLIED = {"told.arc-ring": "claims.recycled"}
WAS = urlencode({"was": ANSWERS}, safe=",")
VERDICT = "/decide/verdict/?"
ADDRESSES = {
    "verdict page": f"{VERDICT}{ANSWERS}",
    "verdict for programs": f"/decide/verdict.json?{ANSWERS}",
    "what-if swap": f"{VERDICT}{canonical_query(ASKED | {'budget': '90'})}&{WAS}",
    "trade-off card": f"/decide/t.precision.uniqueness/?{ANSWERS}",
    "verdict page with a brought piece": f"{VERDICT}{canonical_query(ASKED | OWN)}",
    "verdict page with a reply": f"{VERDICT}{canonical_query(ASKED | REPLIED)}",
    "brought pieces": f"/bring/?{canonical_query(ASKED | OWN)}",
    "comparison": "/compare/?piece=tide-ring&piece=arc-ring",
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
