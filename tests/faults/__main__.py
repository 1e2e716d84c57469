"""Breaks what the site stands on and looks whether its promises hold: `make faults`.

Real gunicorn, real databases, loopback only. One table is printed, and written to .cache/faults.json; the exit code is
1 if a promise is broken. ARGS may name scenarios: make faults ARGS="kill load".
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from time import monotonic
from traceback import format_exc

from tests.faults.cuts import cut
from tests.faults.databases import Database, PostgreSQL, SQLite
from tests.faults.full_disk import fill
from tests.faults.killing import kill
from tests.faults.load import load
from tests.faults.restoring import restore
from tests.faults.rows import Row, table
from tests.faults.site import ROOT, Site
from tests.faults.stopping import stop
from tests.faults.trickling import trickle
from tests.faults.two_addresses import share

MOST_SECONDS = 600
Scenario = Callable[[Site, Database], Row]
ON_EACH: dict[str, Scenario] = {"kill": kill, "restore": restore, "fill": fill, "load": load}
ON_SQLITE: dict[str, Callable[[Site, SQLite], Row]] = {"cut": cut}
ON_POSTGRESQL: dict[str, Callable[[Site, PostgreSQL], Row]] = {
    "stop": stop,
    "share": share,
    "trickle": trickle,
}


def main() -> int:
    asked, began = set(sys.argv[1:]), monotonic()
    rows = []
    for row in _rows(asked, began):
        rows.append(row)
        sys.stdout.write(f"{monotonic() - began:4.0f} s  {row.scenario} ({row.database}): {row.verdict}\n")
        sys.stdout.flush()
    sys.stdout.write(
        f"\n{table(rows)}\n\nAfter {monotonic() - began:.0f} s; load of the machine {os.getloadavg()[0]:.1f}.\n"
    )
    file = ROOT / ".cache" / "faults.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps([asdict(row) | {"verdict": row.verdict} for row in rows], indent=2) + "\n")
    return int(any(row.holds is False for row in rows))


def _rows(asked: set[str], began: float) -> Iterator[Row]:
    for kind in (SQLite, PostgreSQL):
        with tempfile.TemporaryDirectory() as name, ExitStack() as at_end:
            try:
                database = kind(Path(name))
            except FileNotFoundError as missing:
                yield Row(scenario="all", database=kind.name, target=str(missing), holds=None)
                continue
            database.start()
            at_end.callback(database.stop)
            site = Site(database, Path(name))
            site.prepare()
            site.start()
            at_end.callback(site.stop)
            for title, scenario in _scenarios(database):
                if not asked or title in asked:
                    yield _tried(title, scenario, site, database, began)


def _scenarios(database: Database) -> Iterator[tuple[str, Callable[..., Row]]]:
    yield from ON_EACH.items()
    yield from (ON_POSTGRESQL if isinstance(database, PostgreSQL) else ON_SQLITE).items()


def _tried(title: str, scenario: Callable[..., Row], site: Site, database: Database, began: float) -> Row:
    if monotonic() - began > MOST_SECONDS:
        return Row(scenario=title, database=database.name, target="within ten minutes in all", holds=None)
    try:
        return scenario(site, database)
    except Exception:
        sys.stderr.write(format_exc())
        return Row(scenario=title, database=database.name, target="can be tried at all", holds=False)


if __name__ == "__main__":
    sys.exit(main())
