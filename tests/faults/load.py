"""Visitors who come at their own pace, whether or not those before them have been answered."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from statistics import quantiles
from time import monotonic, sleep

from tests.faults.databases import Database
from tests.faults.rows import Row
from tests.faults.site import Site
from tests.faults.visitors import ANSWERS, KEEP, PIECE, ask

PAGES = ("/", "/pieces/", f"/pieces/{PIECE}/", f"/decide/verdict/?{ANSWERS}", "/shortlist/", "/guide/", "/method/")
MEASURING_SECONDS, SECONDS = 6, 60
SHARE = 0.7


def load(site: Site, database: Database) -> Row:
    _visit_by(site, MEASURING_SECONDS / 2)
    capacity = _visit_by(site, MEASURING_SECONDS) / MEASURING_SECONDS
    before = site.memory()
    times, statuses = _come(site, capacity * SHARE)
    after = site.memory()
    cuts = quantiles(times, n=100)
    failures = sum(number for status, number in statuses.items() if status == 0 or status >= 400)
    return Row(
        scenario=f"open-loop load at 70 % of capacity for {SECONDS} s",
        database=database.name,
        figures={
            "capacity/s": round(capacity, 1),
            "requests": len(times),
            "errors": failures,
            "p50 ms": round(cuts[49] * 1000),
            "p99 ms": round(cuts[98] * 1000),
            "memory MB": f"{before} -> {after}",
        },
        target="no error, p99 <= 5 x p50, memory <= +10 %",
        holds=not failures and cuts[98] <= 5 * cuts[49] and after <= 1.1 * before,
    )


def _one(site: Site, number: int) -> int:
    if number % 10 == 9:
        return ask(site, KEEP, {"piece": PIECE}).status
    return ask(site, PAGES[number % len(PAGES)]).status


def _visit_by(site: Site, seconds: float) -> int:
    """How many answers eight visitors get who ask again as soon as they are answered."""
    end, done = monotonic() + seconds, Counter[str]()
    lock = threading.Lock()

    def go_on(first: int) -> None:
        number = first
        while monotonic() < end:
            _one(site, number)
            number += 1
            with lock:
                done["answers"] += 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(go_on, range(8)))
    return done["answers"]


def _come(site: Site, rate: float) -> tuple[list[float], Counter[int]]:
    """A time counts from when its visitor came, so that waiting for a turn is waiting too."""
    times, statuses = list[float](), Counter[int]()
    began = monotonic()

    def come(number: int) -> None:
        due = began + number / rate
        status = _one(site, number)
        times.append(monotonic() - due)
        statuses[status] += 1

    with ThreadPoolExecutor(64) as pool:
        for number in range(int(rate * SECONDS)):
            sleep(max(0.0, began + number / rate - monotonic()))
            pool.submit(come, number)
    return times, statuses
