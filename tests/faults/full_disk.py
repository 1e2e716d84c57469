"""The disk of database and media is full: writing is refused with a page, reading goes on, nothing is left half."""

import os
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db.backends.sqlite3._functions import register

from tests.faults.databases import Database, SQLite
from tests.faults.rows import Row
from tests.faults.site import Site
from tests.faults.visitors import LIST, Tally, ask, count_found, write

SIZES = {"sqlite": 48, "postgresql": 300}
MOST_WRITES = 600
TARGET = "507 or 503 with a page, reading goes on, nothing half-written, all found"
SAVE_PHOTO = """
from django.core.files.base import ContentFile
from django.core.files.storage import storages
import errno
try:
    storages["masters"].save("large.jpg", ContentFile(bytes(4_000_000)))
except OSError as error:
    print(errno.errorcode[error.errno])
print(sorted(name for folder in storages["masters"].listdir("") for name in folder))
"""


def fill(site: Site, database: Database) -> Row:
    scenario = "disk full for database and media"
    if os.geteuid():
        return Row(scenario=scenario, database=database.name, target=f"{TARGET} (only root can mount)", holds=None)
    with TemporaryDirectory() as name, _small_disk(Path(name), SIZES[database.name]) as disk, ExitStack() as at_end:
        own, other = _copied(site, database, disk, at_end)
        tally, pages = Tally(), Counter[int]()
        write(other, tally)
        filler = _fill(disk)
        _write_until_refused(other, tally)
        pages.update(ask(other, path).status for path in ("/", "/pieces/", "/method/", LIST))
        media = other.manage("shell", "--no-imports", "-c", SAVE_PHOTO).stdout.split("\n")
        filler.unlink()
        again = write(other, tally).status
        found, is_whole = count_found(other, tally.kept), _is_whole(own)
    refused = {status: number for status, number in tally.statuses.items() if status >= 400 or not status}
    return Row(
        scenario=scenario,
        database=database.name,
        acknowledged=len(tally.kept),
        found=found,
        figures={
            "refused": ", ".join(f"{number} by {status}" for status, number in refused.items()),
            "read": f"{pages[200]} of {pages.total()}",
            "media": " ".join(media).strip(),
            "after": again,
        },
        target=TARGET,
        holds=all(
            (
                found == len(tally.kept) > 0,
                refused.keys() and refused.keys() <= {503, 507},
                not tally.bare,
                pages[200] == pages.total(),
                media[:2] == ["ENOSPC", "[]"],
                again == 303,
                is_whole,
            )
        ),
    )


@contextmanager
def _small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=True)  # noqa: S607
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)  # noqa: S607


def _copied(site: Site, database: Database, disk: Path, at_end: ExitStack) -> tuple[Database, Site]:
    """The same site on that disk, by a backup; what it logs lies elsewhere."""
    elsewhere = Path(at_end.enter_context(TemporaryDirectory()))
    site.manage("backup", f"{elsewhere}/backup.tar")
    own = type(database)(disk)
    own.start()
    at_end.callback(own.stop)
    copy = Site(own, elsewhere, MEDIA_STORAGE=f"file://{disk}/media")
    copy.manage("migrate", "--noinput")
    copy.manage("restore", f"{elsewhere}/backup.tar")
    copy.start()
    at_end.callback(copy.stop)
    return own, copy


def _fill(disk: Path) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            return filler
    return filler


def _write_until_refused(site: Site, tally: Tally) -> None:
    """And a little longer."""
    for _ in range(MOST_WRITES):
        write(site, tally)
        if tally.statuses[503] + tally.statuses[507] >= 10:
            return


def _is_whole(database: Database) -> bool:
    if not isinstance(database, SQLite):
        return True
    with closing(sqlite3.connect(database.file)) as opened:
        register(opened)
        return bool(opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
