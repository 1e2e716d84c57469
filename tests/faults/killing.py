"""A worker, or gunicorn's master, is killed while visitors write."""

import os
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
    # On a machine that has other things to do a clock tells how busy it is; then processor time counts.
    is_busy = os.getloadavg()[0] > (os.cpu_count() or 1)
    is_soon = slowest <= LONGEST_SECONDS or (is_busy and max(starts) <= LONGEST_SECONDS)
    return Row(
        scenario=f"kill -9 of a worker or the master, {TIMES} times",
        database=database.name,
        acknowledged=len(tally.kept),
        found=found,
        figures={
            "worker back s": round(max(after_worker), 2),
            "master back s": round(max(after_master), 2),
            "CPU s of that": round(max(starts), 2),
            "judged by": "CPU, the machine is busy" if is_busy else "the clock",
            "answers lost": tally.statuses[0],
            "5xx": sum(number for status, number in tally.statuses.items() if status >= 500),
        },
        target="all found, answers again <= 2 s after restart",
        holds=found == len(tally.kept) > 0 and is_soon,
    )
