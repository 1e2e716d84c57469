"""A worker, or gunicorn's master, is killed while visitors write."""

from time import monotonic, sleep

from tests.faults.databases import Database
from tests.faults.rows import Row
from tests.faults.site import Site
from tests.faults.visitors import Tally, count_found, writing

TIMES = 20
WRITING_SECONDS = 0.4
LONGEST_SECONDS = 2


def kill(site: Site, database: Database) -> Row:
    tally = Tally()
    after_worker, after_master, starts = list[float](), list[float](), list[float]()
    for time in range(TIMES):
        with writing(site, tally):
            sleep(WRITING_SECONDS)
            began = monotonic()
            if time % 2:
                site.kill_worker()
                after_worker.append(site.wait(began))
            else:
                site.kill_master()
                after_master.append(site.start())
                starts.append(site.cpu_of_start)
    found = count_found(site, tally.kept)
    slowest = max(*after_worker, *after_master)
    return Row(
        scenario=f"kill -9 of a worker or the master, {TIMES} times",
        database=database.name,
        acknowledged=len(tally.kept),
        found=found,
        figures={
            "worker back s": round(max(after_worker), 2),
            "master back s": round(max(after_master), 2),
            "CPU s of that": round(max(starts), 2),
            "answers lost": tally.statuses[0],
            "5xx": sum(number for status, number in tally.statuses.items() if status >= 500),
        },
        target="all found, answers again <= 2 s after restart",
        holds=found == len(tally.kept) > 0 and slowest <= LONGEST_SECONDS,
    )
