"""`make faults`: what the reliability promises say, done to the site as it is deployed, in under ten minutes."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults import away, full, kills, load, together
from tests.faults.databases import postgresql, sqlite
from tests.faults.outcome import Outcome, head, row, write
from tests.faults.site import Site
from tests.looking.served import ROOT

FIGURES = ROOT / ".cache" / "faults.json"


def main() -> int:
    started, outcomes = time.monotonic(), []
    sys.stdout.write(head() + "\n")
    with TemporaryDirectory() as name:
        for outcome in _everything(Path(name)):
            outcomes.append(outcome)
            sys.stdout.write(row(outcome) + "\n")
            sys.stdout.flush()
    write(outcomes, FIGURES)
    broken = sum(outcome.is_kept is False for outcome in outcomes)
    sys.stdout.write(f"{len(outcomes)} scenarios, {broken} broken, in {time.monotonic() - started:.0f} s; {FIGURES}\n")
    return int(broken > 0)


def _everything(folder: Path) -> Iterator[Outcome]:
    own = _filled(Site(sqlite(folder), folder))
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=own.environment, check=True
    )
    own.start()
    try:
        yield from kills.measure(own, "SQLite")
        yield from load.measure(own, "SQLite")
    finally:
        own.stop()
    yield from full.measure(folder)
    with postgresql(folder) as database:
        site = _filled(Site(database.url, folder))
        site.start()
        try:
            yield from kills.measure(site, "PostgreSQL")
            yield from away.measure(site, database)
        finally:
            site.stop()
        yield from together.measure(folder, database)


def _filled(site: Site) -> Site:
    site.manage("migrate", "--verbosity", "0")
    site.manage("load_demo", "--no-pictures")
    return site


if __name__ == "__main__":
    sys.exit(main())
