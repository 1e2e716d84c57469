"""PostgreSQL's part of a backup, by its own programs: dumped from one snapshot, restored in one transaction."""

import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection, connections, transaction

from catalog.backup.archive import BackupError, Manifest
from catalog.backup.snapshot import Snapshot, compare, snapshot_of

MEMBER = "database.pgdump"
# The parameters of a connection, by the variables that PostgreSQL's programs read: a command line is seen by everyone.
VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "service": "PGSERVICE",
    "passfile": "PGPASSFILE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "connect_timeout": "PGCONNECT_TIMEOUT",
}


def dump(path: Path) -> Snapshot:
    """The rows are counted in the snapshot that is dumped, so what is written meanwhile is in neither."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        [snapshot] = cursor.fetchone()
        plain = ("--format=custom", "--no-owner", "--no-privileges")
        _run("pg_dump", *plain, f"--snapshot={snapshot}", f"--file={path}")
        return snapshot_of(connection)


def check(path: Path, manifest: Manifest) -> None:
    """That it can be restored over what is there: a table that is not in it would stay, in the way of migrations."""
    _run("pg_restore", "--list", str(path))
    strange = sorted(set(connection.introspection.table_names()) - set(manifest.counts))
    if strange:
        raise BackupError(
            f"The database has tables that are not in the backup ({', '.join(strange)}): use an empty one."
        )


def take_over(path: Path, manifest: Manifest) -> None:
    connections.close_all()
    plain = ("--clean", "--if-exists", "--no-owner", "--no-privileges")
    _run("pg_restore", "--single-transaction", "--exit-on-error", *plain, "--dbname=", str(path))
    compare(snapshot_of(connection).counts, manifest)


def _run(program: str, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise BackupError(f"There is no {program} here: install PostgreSQL's client of the server's version or newer.")
    result = subprocess.run([found, *arguments], env=_environment(), capture_output=True, text=True, check=False)  # noqa: S603
    if result.returncode:
        raise BackupError(f"{program} failed, and nothing was changed: {result.stderr.strip()}")


def _environment() -> dict[str, str]:
    parameters = connection.get_connection_params()
    told = {VARIABLES[name]: str(value) for name, value in parameters.items() if name in VARIABLES and value}
    return os.environ | told
