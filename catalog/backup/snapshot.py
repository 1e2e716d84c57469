"""What a database holds at one moment, as far as a backup tells of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from catalog.backup.archive import BackupError, Manifest


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Rows by table, and the migrations that were applied, such as `catalog.0001_initial`."""

    counts: Mapping[str, int]
    migrations: tuple[str, ...]


def snapshot_of(database: BaseDatabaseWrapper) -> Snapshot:
    with database.cursor() as cursor:
        counts = {}
        for name in sorted(database.introspection.table_names(cursor)):
            cursor.execute(f"SELECT count(*) FROM {database.ops.quote_name(name)}")  # noqa: S608
            [counts[name]] = cursor.fetchone()
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY id")
        return Snapshot(counts=counts, migrations=tuple(f"{app}.{name}" for app, name in cursor.fetchall()))


def compare(counts: Mapping[str, int], manifest: Manifest) -> None:
    differing = sorted(name for name, count in manifest.counts.items() if counts.get(name) != count)
    if differing:
        raise BackupError(f"These tables do not hold the rows they should: {', '.join(differing)}. Use another backup.")
