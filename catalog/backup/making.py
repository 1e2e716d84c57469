"""The joint of a backup's parts: what is taken and put back, in which order, and what is refused before anything is."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, cast

from django.contrib.auth import get_user_model
from django.core.files.base import File
from django.core.files.storage import Storage, storages
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from catalog.backup import postgresql, sqlite
from catalog.backup.archive import MEDIA, Backup, BackupError, Manifest, Member, Writer, checked, sum_of, written
from catalog.models import Piece

STORAGES = ("default", "masters")
PARTS = {"sqlite": sqlite, "postgresql": postgresql}


def make_backup(path: Path) -> Manifest:
    """The database first: files are written before their row, so every row of it then has its files."""
    part = PARTS[connection.vendor]
    with written(path) as (writer, folder):
        dumped = folder / part.MEMBER
        snapshot = part.dump(dumped)
        with dumped.open("rb") as source:
            writer.add(part.MEMBER, source)
        dumped.unlink()
        for name in STORAGES:
            _add_files(writer, name)
        manifest = Manifest(
            database=connection.vendor,
            made_at=timezone.now().isoformat(timespec="seconds"),
            migrations=snapshot.migrations,
            counts=snapshot.counts,
            members=dict(writer.members),
        )
        writer.finish(manifest)
    return manifest


def restore_backup(path: Path, *, replace: bool) -> Manifest:
    """All or nothing of the database; photos before it, since a file without a row does no harm."""
    with checked(path) as backup:
        part = PARTS[connection.vendor]
        _refuse_other_state(backup.manifest)
        if not replace and _holds_anything():
            raise BackupError("The database holds pieces or accounts. To lose them, add --replace.")
        with TemporaryDirectory(dir=_beside_database(), prefix=".restore-") as folder:
            dumped = Path(folder) / part.MEMBER
            _extract(backup, part.MEMBER, dumped)
            part.check(dumped, backup.manifest)
            _put_files_back(backup)
            part.take_over(dumped, backup.manifest)
        return backup.manifest


def _add_files(writer: Writer, name: str) -> None:
    storage = storages[name]
    for path in _files_in(storage, ""):
        try:
            with storage.open(path) as file:
                writer.add(f"{MEDIA}/{name}/{path}", cast(IO[bytes], file.file))
        except FileNotFoundError:
            # Its maker removed it since it was listed.
            continue


def _files_in(storage: Storage, folder: str) -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    prefix = f"{folder}/" if folder else ""
    # A name with a dot in front is a draft that is still being written.
    yield from (f"{prefix}{name}" for name in sorted(files) if name and not name.startswith("."))
    for name in sorted(folders):
        yield from _files_in(storage, f"{prefix}{name}")


def _refuse_other_state(manifest: Manifest) -> None:
    if manifest.database != connection.vendor:
        raise BackupError(f"It was made of {manifest.database}: let DATABASE_URL name such a database.")
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if newer := sorted(set(manifest.migrations) - known):
        raise BackupError(f"It was made by a newer version of this site (with {newer[0]}): install that version first.")


def _holds_anything() -> bool:
    if connection.vendor == "sqlite" and not sqlite.is_readable():
        return True
    tables = connection.introspection.table_names()
    models = (Piece, get_user_model())
    return any(model._meta.db_table in tables and model._base_manager.exists() for model in models)


def _beside_database() -> Path | None:
    return sqlite.place().parent if connection.vendor == "sqlite" else None


def _extract(backup: Backup, name: str, to: Path) -> None:
    if name not in backup.manifest.members:
        raise BackupError(f"There is no {name} in it. Use another backup.")
    with backup.open(name) as source, to.open("wb") as file:
        to.chmod(0o600)
        shutil.copyfileobj(source, file)
        file.flush()
        os.fsync(file.fileno())


def _put_files_back(backup: Backup) -> None:
    for member, storage, path in backup.media():
        if storage not in STORAGES or not path:
            raise BackupError(f"There is no place here for {member}. Use the version that made the backup.")
        if not _is_there(storages[storage], path, backup.manifest.members[member]):
            storages[storage].delete(path)
            with backup.open(member) as source:
                storages[storage].save(path, File(source))


def _is_there(storage: Storage, path: str, member: Member) -> bool:
    try:
        with storage.open(path) as file:
            return file.size == member.size and sum_of(cast(IO[bytes], file.file)) == member.sha256
    except FileNotFoundError:
        return False
