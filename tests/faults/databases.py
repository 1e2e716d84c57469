"""The databases that the faults happen to: files of our own, servers of our own, on loopback, gone afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
from contextlib import closing
from pathlib import Path


def free_port() -> int:
    with closing(socket.socket()) as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


class SQLite:
    name = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.file = folder / "site.sqlite3"
        self.url = f"sqlite:///{self.file}"

    def start(self) -> None:
        """There is nothing to start."""

    def stop(self) -> None:
        """There is nothing to stop."""


class PostgreSQL:
    """Durable, as it is by default; stopped the hard way."""

    name = "postgresql"

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "postgresql"
        self.folder.mkdir()
        self.port = free_port()
        self.url = f"postgres://jewelcompare@127.0.0.1:{self.port}/postgres"
        self.programs = programs()
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            folder.chmod(0o755)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        settings = ("--username=jewelcompare", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        self._run("initdb", f"--pgdata={self.folder}/data", *settings)

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=60"
        self._ctl(f"--log={self.folder}/log", "--wait", f"--options={options}", "start")

    def stop(self) -> None:
        self._ctl("--mode=immediate", "stop")

    def _ctl(self, *arguments: str) -> None:
        self._run("pg_ctl", f"--pgdata={self.folder}/data", "--silent", *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        as_owner = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
        command = [*as_owner, str(self.programs / program), *arguments]
        subprocess.run(command, cwd="/", check=True, stdout=subprocess.DEVNULL)


def programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = found[-1] if found else Path(shutil.which("initdb") or "")
    if not initdb.name:
        raise FileNotFoundError("There is no PostgreSQL here (on Debian: apt install postgresql).")
    return initdb.parent


Database = SQLite | PostgreSQL
