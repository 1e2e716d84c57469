"""A backup is made while visitors write, and restored into an empty database that the site then runs on."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from tests.faults.databases import Database
from tests.faults.rows import Row
from tests.faults.site import Site
from tests.faults.visitors import Tally, count_found, writing


def restore(site: Site, database: Database) -> Row:
    before, meanwhile = Tally(), Tally()
    with TemporaryDirectory() as name, ExitStack() as at_end:
        folder = Path(name)
        with writing(site, before):
            sleep(2)
        with writing(site, meanwhile):
            sleep(0.5)
            began = monotonic()
            site.manage("backup", f"{folder}/backup.tar")
            took = monotonic() - began
        other = type(database)(folder)
        other.start()
        at_end.callback(other.stop)
        copy = Site(other, folder, SECRET_KEY=site.environment["SECRET_KEY"])
        copy.manage("migrate", "--noinput")
        copy.manage("restore", f"{folder}/backup.tar")
        copy.start()
        at_end.callback(copy.stop)
        found = count_found(copy, before.kept)
        also = count_found(copy, meanwhile.kept)
    failures = sum(number for status, number in meanwhile.statuses.items() if status == 0 or status >= 400)
    return Row(
        scenario="backup while writing, restored elsewhere",
        database=database.name,
        acknowledged=len(before.kept),
        found=found,
        figures={
            "backup s": round(took, 1),
            "written meanwhile": len(meanwhile.kept),
            "of these in it": also,
            "errors meanwhile": failures,
        },
        target="integrity and counts hold, all of before found",
        holds=found == len(before.kept) > 0 and not failures,
    )
