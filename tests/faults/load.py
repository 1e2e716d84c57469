"""Visitors who come whether or not the site is ready for them, at seven tenths of what it can bear (open loop)."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import quantiles
from threading import local

from tests.faults.outcome import Outcome
from tests.faults.shoppers import LOOKED_AT, Shopper, crowd
from tests.faults.site import Site

SHARE, SECONDS, SECONDS_TO_FIND_OUT = 0.7, 60.0, 8.0
MOST_AT_ONCE = 64
MOST_SPREAD, MOST_GROWTH = 5.0, 0.10


def measure(site: Site, database: str) -> Iterator[Outcome]:
    _warm(site)
    rate = SHARE * _capacity(site)
    before = site.megabytes()
    statuses, seconds = _come(site, rate)
    growth = site.megabytes() / before - 1
    cuts = quantiles(seconds, n=100)
    usual, slowest = cuts[49], cuts[98]
    yield Outcome(
        scenario=f"open load at {SHARE:.0%} of capacity, {SECONDS:.0f} s",
        database=database,
        said=f"{rate:.0f} a second, {len(seconds):,} answers by status {dict(statuses)}; p50 {1000 * usual:.0f} ms,"
        f" p99 {1000 * slowest:.0f} ms, {slowest / usual:.1f} x (promise 5 x); memory {before:.0f} MB {growth:+.0%}",
        is_kept=set(statuses) == {200} and slowest <= MOST_SPREAD * usual and growth <= MOST_GROWTH,
    )


def _warm(site: Site) -> None:
    """Every thread of every worker has drawn every page."""
    with crowd(site, savers=0, lookers=16):
        time.sleep(SECONDS_TO_FIND_OUT)


def _capacity(site: Site) -> float:
    """Answers a second when eight visitors ask without a pause."""
    with ThreadPoolExecutor(8) as visitors:
        until = time.monotonic() + SECONDS_TO_FIND_OUT
        return sum(visitors.map(lambda _at: _ask_until(site, until), range(8))) / SECONDS_TO_FIND_OUT


def _ask_until(site: Site, until: float) -> int:
    shopper, answers = Shopper(site), 0
    while time.monotonic() < until:
        shopper.ask("GET", random.choice(LOOKED_AT))  # noqa: S311
        answers += 1
    return answers


def _come(site: Site, rate: float) -> tuple[Counter[int], list[float]]:
    """Statuses, and seconds from the moment each visitor came, not from when somebody had time for them."""
    own, begun = local(), time.monotonic()

    def visit(due: float) -> tuple[int, float]:
        if not hasattr(own, "shopper"):
            own.shopper = Shopper(site)
        status = own.shopper.ask("GET", random.choice(LOOKED_AT))[0]  # noqa: S311
        return status, time.monotonic() - due

    with ThreadPoolExecutor(MOST_AT_ONCE) as visitors:
        coming = []
        for at in range(int(rate * SECONDS)):
            due = begun + at / rate
            time.sleep(max(0.0, due - time.monotonic()))
            coming.append(visitors.submit(visit, due))
        answers = [one.result() for one in coming]
    return Counter(status for status, _seconds in answers), [seconds for _status, seconds in answers]
