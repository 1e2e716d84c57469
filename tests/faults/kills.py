"""Workers, and the whole site, killed without a warning while verdicts are being saved."""

import time
from collections.abc import Iterator
from statistics import median

from tests.faults.outcome import Outcome
from tests.faults.shoppers import crowd
from tests.faults.site import Site

TIMES = 10
LONGEST = 2.0
SECONDS_BETWEEN = 0.5


def measure(site: Site, database: str) -> Iterator[Outcome]:
    yield _of_workers(site, database)
    yield _of_everything(site, database)


def _of_workers(site: Site, database: str) -> Outcome:
    away = []
    with crowd(site) as shoppers:
        for _ in range(TIMES):
            time.sleep(SECONDS_BETWEEN)
            killed = time.monotonic()
            site.kill_worker()
            away.append(site.wait(killed))
    return _told("kill -9 of a worker", database, shoppers.saved, shoppers.found(), away)


def _of_everything(site: Site, database: str) -> Outcome:
    away = []
    with crowd(site) as shoppers:
        for _ in range(TIMES):
            time.sleep(SECONDS_BETWEEN)
            site.kill()
            away.append(site.start())
    return _told("kill -9 of master and workers", database, shoppers.saved, shoppers.found(), away)


def _told(scenario: str, database: str, saved: list[str], found: int, away: list[float]) -> Outcome:
    return Outcome(
        scenario=f"{scenario}, {TIMES} times",
        database=database,
        acknowledged=len(saved),
        found=found,
        said=f"answers again after {median(away):.1f} s, at most {max(away):.1f} s (promise {LONGEST:.0f} s)",
        is_kept=bool(saved) and len(saved) == found and max(away) <= LONGEST,
    )
