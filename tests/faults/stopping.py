"""PostgreSQL is stopped at once, and started again, while visitors write and read."""

import threading
from functools import partial
from time import monotonic, sleep

from tests.faults.databases import PostgreSQL
from tests.faults.rows import Row
from tests.faults.site import Site
from tests.faults.visitors import Tally, ask, count_found, in_threads, writing

TIMES = 3
SECONDS = 2
PAGES = ("/", "/pieces/", "/shortlist/", "/admin/login/", "/api/pieces/", "/v/nobody/", "/sitemap.xml", "/nowhere/")


def stop(site: Site, database: PostgreSQL) -> Row:
    tally, backs = Tally(), list[float]()
    for _ in range(TIMES):
        end = threading.Event()
        with writing(site, tally), in_threads(partial(_read_on, site, tally, end), 1):
            sleep(1)
            database.stop()
            sleep(SECONDS)
            database.start()
            backs.append(site.wait(monotonic()))
            sleep(1)
            end.set()
    found = count_found(site, tally.kept)
    counts = tally.statuses
    wrong = sum(number for status, number in counts.items() if status == 0 or (status >= 500 and status != 503))
    is_well_told = counts[503] > 0 and not wrong and not tally.bare
    return Row(
        scenario=f"PostgreSQL stopped and started under load, {TIMES} times",
        database=database.name,
        acknowledged=len(tally.kept),
        found=found,
        figures={
            "503": counts[503],
            "other failures": wrong,
            "without a page": tally.bare,
            "back s": round(max(backs), 2),
        },
        target="only 503 with a page, back <= 1 s, all found",
        holds=found == len(tally.kept) > 0 and is_well_told and max(backs) <= 1,
    )


def _read_on(site: Site, tally: Tally, end: threading.Event) -> None:
    number = 0
    while not end.is_set():
        number += 1
        answer = ask(site, PAGES[number % len(PAGES)])
        tally.statuses[answer.status] += 1
        if answer.status >= 500 and b"<h1>" not in answer.body:
            tally.bare += 1
