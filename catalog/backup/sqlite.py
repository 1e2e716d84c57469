"""SQLite's part of a backup: copied online, restored beside, checked, then moved into place."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import DatabaseError, connection, connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from catalog.backup.archive import BackupError, Manifest, flush_folder
from catalog.backup.snapshot import Snapshot, compare, snapshot_of

MEMBER = "database.sqlite3"


def place() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def dump(path: Path) -> Snapshot:
    """Copied in one step under one read lock: those who write meanwhile are neither stopped nor half seen."""
    connection.ensure_connection()
    try:
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise BackupError(f"The database cannot be copied: {error}.") from error
    return _inspected(path)


def check(path: Path, manifest: Manifest) -> None:
    """That what is to be moved into place is whole, and that nobody uses what is there."""
    compare(_inspected(path).counts, manifest)
    _close(place())


def take_over(path: Path, manifest: Manifest) -> None:
    _close(place())
    path.chmod(place().stat().st_mode if place().exists() else 0o640)
    path.replace(place())
    flush_folder(place().parent)


def is_readable() -> bool:
    try:
        connection.introspection.table_names()
    except DatabaseError:
        return False
    return True


def _close(former: Path) -> None:
    """Leaving the write-ahead log takes being alone, and makes one file of what is to be replaced."""
    connections.close_all()
    try:
        with closing(sqlite3.connect(former, timeout=1)) as database:
            database.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        raise BackupError(f"The database is in use ({error}). Stop the site, then restore.") from error
    except sqlite3.DatabaseError:
        # Damaged, which may be why it is replaced: its log must not be taken for the new one's.
        for suffix in ("-wal", "-shm"):
            former.with_name(former.name + suffix).unlink(missing_ok=True)


def _inspected(path: Path) -> Snapshot:
    """By Django's own connection, whose functions our constraints ask."""
    copy = DatabaseWrapper(connection.settings_dict | {"NAME": str(path), "OPTIONS": {}}, "copy")
    try:
        with closing(copy), copy.cursor() as cursor:
            [verdict] = cursor.execute("PRAGMA integrity_check").fetchone()
            dangling = cursor.execute("PRAGMA foreign_key_check").fetchone()
            if verdict != "ok" or dangling:
                raise BackupError(f"The database is damaged: {verdict if dangling is None else dangling}.")
            return snapshot_of(copy)
    except DatabaseError as error:
        raise BackupError(f"The database cannot be read: {error}.") from error
