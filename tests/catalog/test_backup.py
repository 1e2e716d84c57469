import json
import os
import resource
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from catalog.backup.archive import MANIFEST, BackupError, Manifest, Member, checked, written
from catalog.backup.making import restore_backup

# Rows of a site, each with its files; the second forever, as if the site were in use.
ONE_PIECE = """
import itertools, time
import django; django.setup()
from tests import factory
from tests.factory import make_handmade, make_photo
factory._numbers = itertools.count(time.time_ns())
make_photo(make_handmade())
"""
MORE_PIECES = ONE_PIECE + "print('writing', flush=True)\nwhile True: make_photo(make_handmade())\n"
COUNT = """
import django; django.setup()
from django.core.files.storage import storages
from catalog.models import Photo, Piece
from catalog.photo_files import master_path, path_of
print(Piece.objects.count(), all(storages["masters"].exists(master_path(photo.name)) for photo in Photo.objects.all()))
"""


@dataclass(frozen=True, kw_only=True)
class Site:
    """A site with a database and files of its own, run as its owner runs it."""

    folder: Path
    database: str

    @property
    def environment(self) -> dict[str, str]:
        media = (self.folder / "media").as_uri()
        own = {"DEBUG": "1", "DATABASE_URL": self.database, "MEDIA_STORAGE": media}
        return os.environ | own | {"DJANGO_SETTINGS_MODULE": "jewelcompare.settings"}

    def start(self, *arguments: str, **options: object) -> "subprocess.Popen[str]":
        command = [sys.executable, *arguments]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command, cwd=settings.BASE_DIR, env=self.environment, **pipes, **options)  # type: ignore[call-overload, no-any-return]

    def say(self, *arguments: str, **options: object) -> str:
        """What it says, or why it does not."""
        process = self.start(*arguments, **options)
        said, complaint = process.communicate(timeout=120)
        return said if process.returncode == 0 else f"refused: {complaint}"

    def manage(self, *arguments: str, **options: object) -> str:
        return self.say("manage.py", *arguments, **options)

    def pieces(self) -> int:
        count, has_files = self.say("-c", COUNT).split()
        assert has_files == "True"
        return int(count)


def psql(statement: str) -> None:
    subprocess.run(["psql", os.environ["DATABASE_URL"], "-qc", statement], check=True, timeout=60)  # noqa: S607


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Site]]:
    names = []

    def make() -> Site:
        folder = tmp_path_factory.mktemp("site")
        if connection.vendor == "sqlite":
            return Site(folder=folder, database=f"sqlite:///{folder}/db.sqlite3")
        names.append(f"backup_{secrets.token_hex(8)}")
        psql(f"CREATE DATABASE {names[-1]}")
        return Site(folder=folder, database=f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{names[-1]}")

    yield make
    for name in names:
        psql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def site(new_site: Callable[[], Site]) -> Site:
    """A site with a piece or more."""
    site = new_site()
    assert "refused" not in site.manage("migrate", "--verbosity", "0")
    assert site.say("-c", ONE_PIECE) == ""
    return site


@pytest.fixture(scope="module")
def file(site: Site) -> Path:
    path = site.folder / "kept.tar"
    assert "rows" in site.manage("backup", str(path))
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A backup whose database is no database: for what is refused before it is looked at."""
    return write_small(tmp_path / "small.tar")


def write_small(path: Path, **told: object) -> Path:
    with written(path) as (writer, _folder):
        writer.add("media/default/photos/a.jpg", BytesIO(b"a picture" * 100))
        manifest = Manifest(database=connection.vendor, made_at="", migrations=(), counts={}, members=writer.members)
        writer.finish(replace(manifest, **told))  # type: ignore[arg-type]
    return path


def test_restored_site_is_the_same(file: Path, new_site: Callable[[], Site]) -> None:
    other = new_site()
    assert "rows" in other.manage("restore", str(file))
    assert other.pieces() == 1
    again = other.folder / "again.tar"
    other.manage("backup", str(again))
    with checked(file) as one, checked(again) as two:
        assert one.manifest.counts == two.manifest.counts
        assert [*one.media()] == [*two.media()]


def test_backup_is_whole_while_site_writes(new_site: Callable[[], Site], file: Path) -> None:
    busy, other = new_site(), new_site()
    busy.manage("restore", str(file))
    writing = busy.start("-c", MORE_PIECES)
    try:
        assert writing.stdout is not None
        assert writing.stdout.readline() == "writing\n"
        said = busy.manage("backup", str(busy.folder / "busy.tar"))
        assert writing.poll() is None, "the one who writes was stopped"
    finally:
        writing.kill()
        writing.communicate()
    assert "rows" in said
    assert "rows" in other.manage("restore", str(busy.folder / "busy.tar"))
    assert 2 <= other.pieces() <= busy.pieces()


def test_pieces_are_not_lost_unless_told(file: Path, new_site: Callable[[], Site]) -> None:
    other = new_site()
    other.manage("restore", str(file))
    assert other.say("-c", ONE_PIECE) == ""
    assert "add --replace" in other.manage("restore", str(file))
    assert other.pieces() == 2
    assert "rows" in other.manage("restore", str(file), "--replace")
    assert other.pieces() == 1


def test_backup_that_fails_leaves_the_former(site: Site, file: Path) -> None:
    former, names = file.read_bytes(), sorted(file.parent.iterdir())
    limit = (len(former) // 2, len(former) // 2)
    said = site.manage("backup", str(file), preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
    assert "refused: CommandError: There is no new backup" in said
    assert file.read_bytes() == former
    assert sorted(file.parent.iterdir()) == names


def test_damaged_backup_changes_nothing(file: Path, tmp_path: Path, new_site: Callable[[], Site]) -> None:
    other = new_site()
    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 1
    damaged = tmp_path / "damaged.tar"
    damaged.write_bytes(data)
    assert "is damaged in it" in other.manage("restore", str(damaged))
    assert not (other.folder / "media").exists()


def test_backup_is_for_its_owner_alone(file: Path) -> None:
    assert file.stat().st_mode & 0o777 == 0o600


def test_database_in_use_is_not_replaced(file: Path, new_site: Callable[[], Site]) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps those who use it apart itself")
    other = new_site()
    other.manage("restore", str(file))
    shutil.rmtree(other.folder / "media")
    with closing(sqlite3.connect(other.folder / "db.sqlite3")) as used:
        used.execute("PRAGMA journal_mode=WAL")
        used.execute("SELECT count(*) FROM catalog_piece").fetchone()
        assert "Stop the site" in other.manage("restore", str(file), "--replace")
    assert not (other.folder / "media").exists()


def test_database_that_is_broken_is_replaced(file: Path, new_site: Callable[[], Site]) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's files are its own")
    other = new_site()
    (other.folder / "db.sqlite3").write_bytes(b"no database" * 1000)
    assert "add --replace" in other.manage("restore", str(file))
    assert "rows" in other.manage("restore", str(file), "--replace")
    assert other.pieces() == 1


def test_tables_that_a_backup_does_not_know_are_not_left(file: Path, new_site: Callable[[], Site]) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's file is replaced as one")
    other = new_site()
    other.manage("migrate", "--verbosity", "0")
    subprocess.run(["psql", other.database, "-qc", "CREATE TABLE later (id int)"], check=True)  # noqa: S607
    assert "not in the backup (later)" in other.manage("restore", str(file))


@pytest.mark.parametrize("kept", [0, 100, 1000, 2000])
def test_what_is_cut_short_is_refused(small: Path, kept: int) -> None:
    small.write_bytes(small.read_bytes()[:kept])
    with pytest.raises(BackupError, match="Use another one"), checked(small):
        pass


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.tar"
    path.write_text("Dear reader, " * 1000)
    with pytest.raises(BackupError, match="no whole backup"), checked(path):
        pass


def added(path: Path, name: str, **traits: object) -> None:
    info = tarfile.TarInfo(name)
    for trait, value in traits.items():
        setattr(info, trait, value)
    with tarfile.open(path, "a:") as tar:
        tar.addfile(info)


@pytest.mark.parametrize("name", ["more.jpg", "media/default/photos/a.jpg", MANIFEST])
def test_what_was_added_later_is_refused(small: Path, name: str) -> None:
    added(small, name)
    with pytest.raises(BackupError, match="changed after it was made"), checked(small):
        pass


@pytest.mark.parametrize(
    ("name", "traits"),
    [
        ("../../etc/passwd", {}),
        ("/etc/passwd", {}),
        ("media/default//a.jpg", {}),
        ("media\\default\\a.jpg", {}),
        ("media/default/\nline.jpg", {}),
        ("media/default/link.jpg", {"type": tarfile.SYMTYPE, "linkname": "/etc/passwd"}),
        ("media/default/pipe.jpg", {"type": tarfile.FIFOTYPE}),
    ],
)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str, traits: dict[str, object]) -> None:
    empty = Member(size=0, sha256="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    path = tmp_path / "odd.tar"
    manifest = Manifest(database="sqlite", made_at="", migrations=(), counts={}, members={name: empty})
    with written(path) as (writer, _folder):
        writer.finish(manifest)
    added(path, name, **traits)
    with pytest.raises(BackupError, match="Do not use it"), checked(path):
        pass


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": "jewelcompare-backup-1", "members": {}}', '{"format": "x"}']
)
def test_manifest_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.tar"
    with written(path) as (writer, _folder):
        writer.add(MANIFEST, BytesIO(text.encode()))
    with pytest.raises(BackupError), checked(path):
        pass


@pytest.mark.django_db
def test_newer_site_is_not_restored_into_an_older(tmp_path: Path) -> None:
    path = write_small(tmp_path / "newer.tar", migrations=("catalog.9999_later",))
    with pytest.raises(BackupError, match=r"newer version of this site \(with catalog.9999_later\)"):
        restore_backup(path, replace=False)


@pytest.mark.django_db
def test_other_kind_of_database_is_refused(tmp_path: Path) -> None:
    path = write_small(tmp_path / "other.tar", database="oracle")
    with pytest.raises(BackupError, match="made of oracle"):
        restore_backup(path, replace=False)


@pytest.mark.django_db
def test_backup_without_database_is_refused(small: Path) -> None:
    with pytest.raises(BackupError, match="Use another backup"):
        restore_backup(small, replace=False)


def test_manifest_tells_every_sum(small: Path) -> None:
    with tarfile.open(small) as tar:
        manifest = tar.extractfile(MANIFEST)
        assert manifest is not None
        assert json.loads(manifest.read())["members"]["media/default/photos/a.jpg"]["size"] == 900
