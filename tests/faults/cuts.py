"""Power cuts: what SQLite wrote and flushed is recorded, and its files are made as a cut may have left them."""

import os
import re
import shutil
import sqlite3
import struct
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic

from django.db.backends.sqlite3._functions import register

from tests.faults.databases import SQLite
from tests.faults.rows import Row
from tests.faults.site import Site
from tests.faults.visitors import Kept, Tally, in_threads, write

CUTS, SECONDS, SECTOR = 10, 5, 512
HEADER = struct.Struct("<cBQQ")
DATABASE, WAL = 1, 2
TARGET = "all found, integrity check clean"


@dataclass(frozen=True, kw_only=True)
class Operation:
    """`w` writes data, `t` truncates to a size, `s` flushes; `a` is an answer that has arrived, by its number."""

    kind: str
    file: int
    at: int
    size: int
    data: bytes


def cut(site: Site, database: SQLite) -> Row:
    scenario = f"{CUTS} simulated power cuts"
    if shutil.which("gcc") is None:
        return Row(scenario=scenario, database=database.name, target=TARGET, holds=None)
    with TemporaryDirectory() as name:
        folder = Path(name)
        kept, operations, before = _record(site, database, folder)
        random = Random(1)  # noqa: S311
        acknowledged = found = faults = 0
        for number in range(CUTS):
            until = random.randrange(len(operations) // 4, len(operations) + 1)
            left = _left_by_cut(operations[:until], before, random)
            answered = [kept[one.at] for one in operations[:until] if one.kind == "a"]
            acknowledged += len(answered)
            found_now, is_whole = _look(folder / f"cut-{number}", left, answered)
            found, faults = found + found_now, faults + (not is_whole)
    return Row(
        scenario=scenario,
        database=database.name,
        acknowledged=acknowledged,
        found=found,
        figures={"writes recorded": len(operations), "databases not whole": faults},
        target=TARGET,
        holds=found == acknowledged > 0 and not faults,
    )


def _record(site: Site, database: SQLite, folder: Path) -> tuple[list[Kept], list[Operation], bytes]:
    """The writes that were answered, all that was done to the files, and the database before."""
    library, log, own = folder / "recorder.so", folder / "record", SQLite(folder)
    source = Path(__file__).with_name("recorder.c")
    subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", library, source, "-ldl", "-lpthread"], check=True)  # noqa: S607
    with closing(sqlite3.connect(database.file)) as old, closing(sqlite3.connect(own.file)) as new:
        old.backup(new)
    before = own.file.read_bytes()
    recording = {"LD_PRELOAD": str(library), "RECORDED": str(own.file), "RECORD": str(log), "WEB_WORKERS": "1"}
    recorded = Site(own, folder, **recording)
    recorded.start()
    try:
        kept = _write(recorded, log)
    finally:
        recorded.stop()
    return kept, list(_operations(log.read_bytes())), before


def _write(site: Site, log: Path) -> list[Kept]:
    kept, turn, end = list[Kept](), threading.Lock(), monotonic() + SECONDS
    descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def go_on() -> None:
        number = 0
        while monotonic() < end:
            number += 1
            tally = Tally()
            write(site, tally, is_verdict=number % 5 == 0)
            for one in tally.kept:
                with turn:
                    os.write(descriptor, HEADER.pack(b"a", 0, len(kept), 0))
                    kept.append(one)

    with in_threads(go_on, 4):
        pass
    os.close(descriptor)
    return kept


def _operations(record: bytes) -> Iterator[Operation]:
    position = 0
    while position < len(record):
        kind, file, at, size = HEADER.unpack_from(record, position)
        position += HEADER.size
        length = size if kind == b"w" else 0
        data = record[position : position + length]
        yield Operation(kind=kind.decode(), file=file, at=at, size=size, data=data)
        position += length


def _left_by_cut(operations: Sequence[Operation], before: bytes, random: Random) -> dict[int, bytearray]:
    """What was flushed is there. Of what was written later any part may be, to the sector, and in any order."""
    files = {DATABASE: bytearray(before), WAL: bytearray()}
    for file, content in files.items():
        own = [one for one in operations if one.file == file and one.kind in "wts"]
        flushed = max((at for at, one in enumerate(own) if one.kind == "s"), default=-1) + 1
        for one in own[:flushed]:
            _apply(content, one, len(one.data))
        later = own[flushed:]
        random.shuffle(later)
        for one in later:
            sectors = len(one.data) // SECTOR + 1
            if random.random() < 2 / 3:
                _apply(content, one, random.choice([len(one.data), random.randrange(sectors) * SECTOR]))
    return files


def _apply(content: bytearray, one: Operation, length: int) -> None:
    if one.kind == "t":
        del content[one.size :]
        content.extend(bytes(one.size - len(content)))
    elif one.kind == "w" and length:
        content.extend(bytes(max(0, one.at + length - len(content))))
        content[one.at : one.at + length] = one.data[:length]


def _look(folder: Path, left: dict[int, bytearray], answered: Sequence[Kept]) -> tuple[int, bool]:
    """How many of the writes are in the database as SQLite mends it, and whether it is whole."""
    folder.mkdir()
    file = folder / "site.sqlite3"
    file.write_bytes(left[DATABASE])
    file.with_name("site.sqlite3-wal").write_bytes(left[WAL])
    with closing(sqlite3.connect(file)) as database:
        register(database)
        is_whole = database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        sessions = {key for (key,) in database.execute("SELECT session_key FROM django_session")}
        codes = {code for (code,) in database.execute("SELECT code FROM buyers_savedverdict")}
    names = [re.search(r"sessionid=(\w+)", one.cookie) or re.search(r"/v/([^/]+)/", one.path) for one in answered]
    return sum(name is not None and name[1] in sessions | codes for name in names), is_whole
