"""Databases that can be hurt: a SQLite file, and a PostgreSQL of our own that keeps what it has promised to keep."""

import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import connect

from tests.looking.served import HOST, free_port

STOPPED = "immediate"


class PostgreSQL:
    """On loopback, in a folder of its own, with its usual care for the disk."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder, self.programs, self.port = folder, programs, free_port()
        folder.mkdir()
        # It refuses to run as root.
        self.owner = _owner() if os.geteuid() == 0 else ""
        if self.owner:
            shutil.chown(folder, self.owner)
        self._run("initdb", f"--pgdata={folder}/data", "--username=jewelcompare", "--auth=trust", "--encoding=UTF8")

    @property
    def url(self) -> str:
        return f"postgres://jewelcompare@{HOST}:{self.port}/postgres"

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses={HOST} -c unix_socket_directories='' -c max_connections=60"
        self._run(
            "pg_ctl", f"--pgdata={self.folder}/data", f"--log={self.folder}/log", "--wait", "start", "-o", options
        )

    def stop(self) -> None:
        self._run("pg_ctl", f"--pgdata={self.folder}/data", f"--mode={STOPPED}", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        as_owner = ["runuser", "-u", self.owner, "--"] if self.owner else []
        command = [*as_owner, str(self.programs / program), *arguments]
        subprocess.run(command, cwd="/", check=True, stdout=subprocess.DEVNULL)


def programs() -> Path | None:
    """Where the newest PostgreSQL of this machine is."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def postgresql(folder: Path) -> Iterator[PostgreSQL]:
    place = programs()
    if place is None:
        raise SystemExit("There is no PostgreSQL here (on Debian: apt install postgresql).")
    # Its owner has to reach the folder.
    for parent in (folder, *folder.parents):
        if parent.stat().st_uid == os.geteuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o011)
    database = PostgreSQL(folder / "postgresql", place)
    database.start()
    try:
        yield database
    finally:
        database.stop()


def sqlite(folder: Path) -> str:
    folder.mkdir(exist_ok=True)
    return f"sqlite:///{folder / 'site.sqlite3'}"


def checked_file(file: Path) -> str:
    """What SQLite says of a file's integrity; checks of ours use a function that Django gives it."""
    with closing(connect(file)) as database:
        database.create_function("REGEXP", 2, lambda pattern, text: re.search(pattern, str(text)) is not None)
        return str(database.execute("PRAGMA integrity_check").fetchone()[0])


def _owner() -> str:
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"
