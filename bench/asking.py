"""Asks the site in this process, as a browser behind the proxy would."""

from functools import partial
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

FINE = (200, 302, 303)


def client() -> Client:
    return Client(HTTP_HOST="localhost", HTTP_X_FORWARDED_PROTO="https")


def get(asking: Client, address: str, **headers: str) -> Any:
    answer = asking.get(address, headers=headers)
    if answer.status_code not in FINE:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    return answer


def queries(asking: Client, address: str) -> int:
    """Once all that is kept is kept."""
    work = partial(get, asking, address)
    work()
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)
