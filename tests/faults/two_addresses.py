"""Three gunicorn workers on two addresses share one PostgreSQL and one cache."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from tests.faults.databases import PostgreSQL
from tests.faults.rows import Row
from tests.faults.site import Site
from tests.faults.visitors import SAVE, Tally, ask, count_found, write, writing

# An hour's verdicts of one address (settings.ACCOUNT_RATE_LIMITS).
MOST = 20
TRIES = 30
ONE_VISITOR = "203.0.113.7"


def share(site: Site, database: PostgreSQL) -> Row:
    """The second address has one worker, the first two."""
    with TemporaryDirectory() as name, ExitStack() as at_end:
        key = site.environment["SECRET_KEY"]
        second = Site(database, Path(name), "127.0.0.2", SECRET_KEY=key, WEB_WORKERS="1")
        second.start()
        at_end.callback(second.stop)
        here, there = Tally(), Tally()
        for _ in range(50):
            write(site, here)
            write(second, there)
        found = count_found(second, here.kept) + count_found(site, there.kept)
        statuses = [ask((site, second)[time % 2], SAVE, {}, visitor=ONE_VISITOR).status for time in range(TRIES)]
        load = Tally()
        with writing(site, load, 3), writing(second, load, 3):
            sleep(5)
    acknowledged = len(here.kept) + len(there.kept)
    failures = sum(number for status, number in load.statuses.items() if status == 0 or status >= 400)
    return Row(
        scenario="three workers on two addresses, one PostgreSQL and cache",
        database=database.name,
        acknowledged=acknowledged,
        found=found,
        figures={
            f"saved of {TRIES} tries by one visitor": statuses.count(303),
            "refused": statuses.count(429),
            "writes/s": round(len(load.kept) / 5, 1),
            "errors": failures,
        },
        target=f"each sees the other's writes, {MOST} verdicts an hour by one visitor on both together",
        holds=found == acknowledged == 100 and statuses.count(303) == MOST and not failures,
    )
