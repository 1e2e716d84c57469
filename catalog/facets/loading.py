"""The index as every worker keeps it, read by the chunk."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import numpy as np
from django.db.models import QuerySet

from catalog.assessment import renew_due
from catalog.choices import State
from catalog.facets.index import Index, KnownMaker
from catalog.facets.table import Keys, Table, join
from catalog.facets.vocabulary import FACETS
from catalog.kept import At, Keeper
from catalog.models import Maker, Piece

CHUNK = 20_000
IDENTITY = ("pk", "state", "maker_id", "added_on", "price", "days_max", "entry__seen", "assessment__valid_until")
NAMES = tuple(dict.fromkeys((*IDENTITY, *(name for facet in FACETS for name in facet.columns))))


def current_index(today: date) -> Index:
    """The index of what is published now: one query where nothing changed since the last one."""
    return KEEPER.current(today)


def _read_all(today: date, at: At) -> Index:
    renew_due(today)
    read = _read(_entered().filter(state=State.PUBLISHED))
    return Index(read.published, _known_makers(), epoch=at.epoch, revision=at.revision)


def _updated(index: Index, at: At) -> Index:
    # In no order: asked for one, SQLite goes through all keys instead of the few revisions.
    changed = _read(_entered().filter(entry__revision__gt=index.revision).order_by())
    table = index.table.updated(changed.published, changed.keys)
    return Index(table, _known_makers(), epoch=at.epoch, revision=at.revision)


KEEPER = Keeper(read_all=_read_all, updated=_updated)


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
