"""Three workers on two addresses before one PostgreSQL and one cache, as two machines would be: they act as one."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

from tests.faults.databases import PostgreSQL
from tests.faults.outcome import Outcome
from tests.faults.shoppers import ASKED, SAVE, Shopper, crowd
from tests.faults.site import Site

SECONDS, SAVES_AN_HOUR, LONGEST = 8.0, 20, 1.0
PRICE = 1.0
VERDICT = f"/decide/verdict.json?type={ASKED['type']}&budget=9000"
CHANGE = "from catalog.models import Piece; p = Piece.objects.get(slug='{slug}'); p.price = {price}; p.save()"


def measure(folder: Path, database: PostgreSQL) -> Iterator[Outcome]:
    shared = {"CACHE_URL": "dbcache://limits", "SECRET_KEY": "the-same-on-both-machines-" * 3}
    first = Site(database.url, folder, **shared)
    second = Site(database.url, folder, host="127.0.0.2", **shared, WEB_WORKERS="1")
    first.manage("createcachetable")
    for site in (first, second):
        site.start()
    try:
        yield _seen_by_each_other(first, second)
        yield _counted_together(first, second)
        yield _changes_seen(first, second)
    finally:
        for site in (first, second):
            site.stop()


def _seen_by_each_other(first: Site, second: Site) -> Outcome:
    with crowd(first, second, savers=4, lookers=2) as shoppers:
        time.sleep(SECONDS)
    other = Shopper(second)
    found = sum(other.ask("GET", address)[0] == 200 for address in shoppers.saved)
    is_kept = found == len(shoppers.saved) == shoppers.found() and shoppers.statuses.keys() <= {200, 303}
    return Outcome(
        scenario="three workers on two addresses",
        database="PostgreSQL",
        acknowledged=len(shoppers.saved),
        found=found,
        said=f"answers by status {dict(shoppers.statuses)}",
        is_kept=is_kept,
    )


def _counted_together(first: Site, second: Site) -> Outcome:
    shoppers = [Shopper(first), Shopper(second)]
    answers = [shoppers[at % 2].ask("POST", SAVE, source="203.0.113.9")[0] for at in range(2 * SAVES_AN_HOUR)]
    taken = answers.count(303)
    return Outcome(
        scenario="limits hold across the workers",
        database="PostgreSQL",
        said=f"{taken} of {len(answers)} saves from one address taken, of {SAVES_AN_HOUR} allowed; {set(answers)}",
        is_kept=taken == SAVES_AN_HOUR and set(answers) == {303, 429},
    )


def _changes_seen(first: Site, second: Site) -> Outcome:
    shoppers = [Shopper(first), Shopper(second)]
    slug = next(iter(_prices_in(shoppers[0].ask("GET", VERDICT)[2])))
    first.manage("shell", "--no-imports", "-c", CHANGE.format(slug=slug, price=PRICE))
    changed, seen = time.monotonic(), []
    for shopper in shoppers * 4:
        while _prices_in(shopper.ask("GET", VERDICT)[2]).get(slug, PRICE) != PRICE:
            time.sleep(0.01)
        seen.append(time.monotonic() - changed)
    return Outcome(
        scenario="a change is seen by every worker",
        database="PostgreSQL",
        said=f"within {max(seen):.2f} s of its commit, the asking included (promise 1 s)",
        is_kept=max(seen) <= LONGEST,
    )


def _prices_in(page: str) -> dict[str, float]:
    """Of all pieces that a verdict names, by slug."""
    return {one["slug"]: float(one["price"]) for side in json.loads(page)["pieces"].values() for one in side}
