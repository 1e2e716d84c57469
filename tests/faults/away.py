"""PostgreSQL ended at once under load, and started again: the site says that it is busy, and forgets nothing."""

import time
from collections.abc import Iterator

from tests.faults.databases import PostgreSQL
from tests.faults.outcome import Outcome
from tests.faults.shoppers import SAVE, Shopper, crowd
from tests.faults.site import Site

SECONDS_AWAY, LONGEST = 3.0, 1.0


def measure(site: Site, database: PostgreSQL) -> Iterator[Outcome]:
    with crowd(site, lookers=2) as shoppers:
        time.sleep(2)
        database.stop()
        time.sleep(SECONDS_AWAY)
        database.start()
        back = time.monotonic()
        shopper = Shopper(site)
        while (answer := shopper.ask("POST", SAVE))[0] != 303:
            time.sleep(0.02)
        took = time.monotonic() - back
        shoppers.saved.append(answer[1])
        time.sleep(2)
    statuses = dict(sorted(shoppers.statuses.items()))
    yield Outcome(
        scenario="PostgreSQL stopped at once, and started",
        database="PostgreSQL",
        acknowledged=len(shoppers.saved),
        found=(found := shoppers.found()),
        said=f"saves again after {took:.1f} s (promise 1 s); answers {statuses}; without a page {shoppers.bare}",
        is_kept=found == len(shoppers.saved)
        and took <= LONGEST
        and statuses.keys() <= {200, 303, 503}
        and 503 in statuses
        and not shoppers.bare,
    )
