"""A disk that is full: nothing is kept by half, reading goes on, and once there is room writing does too."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.databases import checked_file, sqlite
from tests.faults.outcome import Outcome
from tests.faults.shoppers import LOOKED_AT, SAVE, Shopper
from tests.faults.site import Site

MEGABYTES = 48
TRIES = 12
SCENARIO = "disk of the database full"


def measure(folder: Path) -> Iterator[Outcome]:
    if os.geteuid():
        yield Outcome(scenario=SCENARIO, database="SQLite", said="only root may mount a small disk", is_kept=None)
        return
    with _small_disk(folder / "small") as disk:
        site = Site(sqlite(disk), folder)
        site.manage("migrate", "--verbosity", "0")
        site.manage("load_demo", "--no-pictures")
        site.start()
        try:
            yield _when_full(site, disk)
        finally:
            site.stop()


def _when_full(site: Site, disk: Path) -> Outcome:
    shopper = Shopper(site)
    saved = [shopper.save()[1]]
    filler = disk / "filler"
    _fill(filler)
    answers = [shopper.save() for _ in range(TRIES)]
    read = [shopper.ask("GET", path)[0] for path in LOOKED_AT]
    bare = sum("<h1>" not in page for status, _address, page in answers if status >= 500)
    filler.unlink()
    afterwards = shopper.ask("POST", SAVE)
    saved += [address for status, address, _page in (*answers, afterwards) if status == 303]
    refused = sorted({status for status, _address, _page in answers if status != 303})
    checked = checked_file(disk / "site.sqlite3")
    found = sum(shopper.ask("GET", address)[0] == 200 for address in saved)
    return Outcome(
        scenario=SCENARIO,
        database="SQLite",
        acknowledged=len(saved),
        found=found,
        said=f"refused with {refused}, {bare} without a page; reading {sorted(set(read))};"
        f" afterwards {afterwards[0]}; integrity {checked}",
        is_kept=set(refused) <= {503, 507}
        and bool(refused)
        and set(read) == {200}
        and (afterwards[0], checked, bare) == (303, "ok", 0)
        and found == len(saved),
    )


def _fill(file: Path) -> None:
    with file.open("wb", buffering=0) as written:
        try:
            while True:
                written.write(bytes(4096))
        except OSError:
            return


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["/bin/umount", "--lazy", str(folder)], check=True)
