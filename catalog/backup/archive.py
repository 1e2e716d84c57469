"""A backup as a file: one tar whose last member tells the size and SHA-256 of every other.

Knows no database and no storage. What is damaged, cut short, foreign or oddly named is refused with a sentence.
"""

import json
import os
import tarfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, cast

FORMAT = "jewelcompare-backup-1"
MANIFEST = "manifest.json"
MEDIA = "media"
CHUNK = 1 << 20
PRIVATE = 0o600


class BackupError(Exception):
    """Why nothing was done, in a sentence that says what to do."""


def why(error: Exception) -> str:
    """A sentence, where the system has only words."""
    return f"{error.strerror}: {error.filename}." if isinstance(error, OSError) else str(error)


@dataclass(frozen=True, kw_only=True)
class Member:
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a backup tells of itself: the state of its database, and every other member."""

    database: str
    made_at: str
    migrations: tuple[str, ...]
    counts: Mapping[str, int]
    members: Mapping[str, Member]


class _Summed:
    """A file whose sum is known once it has been read."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._sum = sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self._sum.update(data)
        return data

    @property
    def sha256(self) -> str:
        return self._sum.hexdigest()


class Writer:
    """Adds members one after the other, each read once."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.members: dict[str, Member] = {}

    def add(self, name: str, source: IO[bytes]) -> None:
        info = tarfile.TarInfo(name)
        info.size = source.seek(0, os.SEEK_END)
        source.seek(0)
        info.mode, info.mtime = PRIVATE, int(time.time())
        summed = _Summed(source)
        self._tar.addfile(info, cast(IO[bytes], summed))
        self.members[name] = Member(size=info.size, sha256=summed.sha256)

    def finish(self, manifest: Manifest) -> None:
        """Last, so that what was cut short has none."""
        text = json.dumps({"format": FORMAT} | asdict(manifest), indent=1).encode()
        self.add(MANIFEST, BytesIO(text))


@contextmanager
def written(path: Path) -> Iterator[tuple[Writer, Path]]:
    """A writer, and a folder for what is not ready; the file takes its place once all of it is there."""
    with TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
        draft = Path(folder) / "draft"
        with draft.open("wb") as file:
            draft.chmod(PRIVATE)
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
                yield Writer(tar), Path(folder)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """A file's new name lasts once its folder is on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@dataclass(frozen=True, kw_only=True)
class Backup:
    """A file that has been found whole."""

    manifest: Manifest
    tar: tarfile.TarFile

    def open(self, name: str) -> IO[bytes]:
        return _opened(self.tar, self.tar.getmember(name))

    def media(self) -> Iterator[tuple[str, str, str]]:
        """Each file of the storages: its name here, its storage, its path there."""
        for name in self.manifest.members:
            folder, _, rest = name.partition("/")
            if folder == MEDIA:
                storage, _, path = rest.partition("/")
                yield name, storage, path


@contextmanager
def checked(path: Path) -> Iterator[Backup]:
    """The backup in that file, after every member was read and its sum compared."""
    try:
        with tarfile.open(path, "r:") as tar:
            members = tar.getmembers()
            manifest = _manifest(tar, members)
            for member in members:
                _check(tar, member, manifest)
            yield Backup(manifest=manifest, tar=tar)
    except (tarfile.TarError, EOFError) as error:
        raise BackupError(f"{path} is no whole backup ({error}). Use another one.") from error


def _manifest(tar: tarfile.TarFile, members: list[tarfile.TarInfo]) -> Manifest:
    names = [member.name for member in members]
    if MANIFEST not in names:
        raise BackupError(f"There is no {MANIFEST} in it: it is cut short, or no backup of this site. Use another one.")
    if len(set(names)) < len(names):
        raise BackupError("It holds a file twice: it was changed after it was made. Use another one.")
    manifest = _read_manifest(_opened(tar, tar.getmember(MANIFEST)).read())
    if set(names) != {MANIFEST, *manifest.members}:
        raise BackupError(
            f"It does not hold what its {MANIFEST} tells: it was changed after it was made. Use another one."
        )
    return manifest


def _read_manifest(data: bytes) -> Manifest:
    try:
        told = json.loads(data)
        if told.pop("format") != FORMAT:
            raise BackupError("It was made by another version of this site. Restore it with that version.")
        told["members"] = {name: Member(**member) for name, member in told["members"].items()}
        return Manifest(**told | {"migrations": tuple(told["migrations"])})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BackupError(f"Its {MANIFEST} cannot be read: it is no backup of this site. Use another one.") from error


def _check(tar: tarfile.TarFile, member: tarfile.TarInfo, manifest: Manifest) -> None:
    if not member.isreg() or member.issparse() or not _is_plain(member.name):
        raise BackupError(f"It holds {member.name!r}, which no backup of this site would. Do not use it.")
    if member.name == MANIFEST:
        return
    with _opened(tar, member) as source:
        found = Member(size=member.size, sha256=sum_of(source))
    if found != manifest.members[member.name]:
        raise BackupError(f"{member.name} is damaged in it. Use another backup.")


def _is_plain(name: str) -> bool:
    path = PurePosixPath(name)
    is_normal = path.as_posix() == name and not path.is_absolute() and ".." not in path.parts
    return is_normal and name.isprintable() and "\\" not in name


def _opened(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    source = tar.extractfile(member) if member.isreg() else None
    if source is None:
        raise BackupError(f"It holds {member.name!r}, which no backup of this site would. Do not use it.")
    return source


def sum_of(source: IO[bytes]) -> str:
    digest = sha256()
    while data := source.read(CHUNK):
        digest.update(data)
    return digest.hexdigest()
