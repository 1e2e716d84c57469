"""The index as every worker keeps it: read once, and then only what changed, told by one small query a request.

Inside a transaction it is read anew and not kept: what is seen there may yet be undone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from threading import Lock
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import QuerySet

from catalog.assessment import renew_due
from catalog.choices import State
from catalog.facets.index import Index, KnownMaker
from catalog.facets.table import Keys, Table, join
from catalog.facets.vocabulary import FACETS
from catalog.models import Maker, Piece, Version

CHUNK = 20_000
IDENTITY = ("pk", "state", "maker_id", "added_on", "price", "days_max", "entry__seen", "assessment__valid_until")
NAMES = tuple(dict.fromkeys((*IDENTITY, *(name for facet in FACETS for name in facet.columns))))


@dataclass
class Kept:
    """One for the process; whoever holds the lock brings it up to date."""

    lock: Lock
    index: Index | None = None


KEPT = Kept(lock=Lock())


def current_index(today: date) -> Index:
    """The index of what is published now: one query where nothing changed since the last one."""
    if connection.in_atomic_block:
        return _read_all(today)
    epoch, revision = _version()
    index = KEPT.index
    if index is None or (index.epoch, index.revision) != (epoch, revision) or index.is_outdated(today):
        with KEPT.lock:
            KEPT.index = index = _brought_up_to(epoch, revision, KEPT.index, today)
    return index


def _version() -> tuple[str, int]:
    version = Version.objects.filter(pk=1).values_list("epoch", "revision").first()
    return version or ("", 0)


def _brought_up_to(epoch: str, revision: int, index: Index | None, today: date) -> Index:
    """Another request may have done it while this one waited."""
    if index is None or index.epoch != epoch or index.revision > revision or index.is_outdated(today):
        return _read_all(today)
    if index.revision == revision:
        return index
    changed = _read(_entered().filter(entry__revision__gt=index.revision))
    table = index.table.updated(changed.published, changed.keys)
    return Index(table, _known_makers(), epoch=epoch, revision=revision)


def _read_all(today: date) -> Index:
    renew_due(today)
    epoch, revision = _version()
    read = _read(_entered().filter(state=State.PUBLISHED))
    return Index(read.published, _known_makers(), epoch=epoch, revision=revision)


def _entered() -> QuerySet[Piece]:
    return Piece.objects.filter(assessment__isnull=False, entry__isnull=False).order_by("pk")


@dataclass(frozen=True, kw_only=True)
class Read:
    """Some rows: the keys of all, and the table of those that are published."""

    keys: Keys
    published: Table


def _read(pieces: QuerySet[Piece]) -> Read:
    rows = pieces.values_list(*NAMES).iterator(CHUNK)
    tables, keys = [], []
    for chunk in _chunks(rows):
        keys += [row[0] for row in chunk]
        tables.append(_table_from([row for row in chunk if row[1] == State.PUBLISHED]))
    return Read(keys=np.array(keys, np.int64), published=join(tables or [_table_from([])]))


def _chunks(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    remaining = iter(rows)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk


def _table_from(rows: Sequence[tuple[Any, ...]]) -> Table:
    columns = dict(zip(NAMES, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(NAMES, ())
    until = [day.toordinal() if day else date.max.toordinal() for day in columns["assessment__valid_until"]]
    days = [np.inf if days is None else days for days in columns["days_max"]]
    return Table(
        keys=np.array(columns["pk"], np.int64),
        makers=np.array(columns["maker_id"], np.int64),
        masks={facet.key: facet.encode(*(columns[name] for name in facet.columns)) for facet in FACETS},
        price=np.array(columns["price"], np.float32),
        days=np.array(days, np.float32),
        seen=np.array(columns["entry__seen"], np.float32),
        added=np.array([day.toordinal() for day in columns["added_on"]], np.int32),
        until=np.array(until, np.int32),
    )


def _known_makers() -> list[KnownMaker]:
    return [
        KnownMaker(key=key, slug=slug, name=name) for key, slug, name in Maker.objects.values_list("pk", "slug", "name")
    ]
