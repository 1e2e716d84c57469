"""The stock as every worker keeps it: read from the database by the chunk, never a model instance per row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

import numpy as np
from django.db.models import QuerySet
from django.utils import timezone

from buyers.stock.columns import Keys, columns_from
from buyers.stock.stock import Stock
from catalog.assessment import renew_due
from catalog.kept import At, Keeper
from catalog.models import PackedPiece, Piece
from catalog.packing import LAYOUT, PACKED, PackedPieces, packed

CHUNK = 20_000
# From so many changed pieces on, or a sixteenth of all, they are sorted in among the others.
MOST_FRESH = 4_096
NONE = np.zeros(0, PACKED)
NO_KEYS, NO_ROWS = np.zeros(0, np.int64), np.zeros(0, np.intp)


@dataclass(frozen=True, kw_only=True, eq=False)
class Listed:
    """The published pieces at a revision; `until` is the ordinal of the last day on which all that counts holds.

    `fresh` are those that changed since the large part of the stock was read: its second part.
    """

    stock: Stock
    fresh: PackedPieces
    until: int
    epoch: str
    revision: int

    def is_outdated(self, today: date) -> bool:
        return self.until < today.toordinal()


def listed_stock(today: date) -> Stock:
    """What is published now: one query where nothing changed since the last one."""
    return KEEPER.current(today).stock


def stock_of(pieces: QuerySet[Piece]) -> Stock:
    """Those of them that are assessed, published or not: one query."""
    rows = PackedPiece.objects.filter(piece__in=pieces).values_list("data", flat=True)
    return Stock(parts=(columns_from(_packed([*rows])),), gone=NO_ROWS)


def packed_in_memory(pieces: Sequence[Piece]) -> PackedPieces:
    """Pieces with their assessments, whether stored or not."""
    return _packed([packed(piece, piece.assessment) for piece in pieces])


@dataclass(frozen=True, kw_only=True, eq=False)
class _Read:
    """Some rows: the keys of all, those that are published, and how long all of it holds."""

    keys: Keys
    published: PackedPieces
    until: int
    is_of_this_layout: bool

    def is_due(self, today: date) -> bool:
        return not len(self.keys) or self.until < today.toordinal() or not self.is_of_this_layout


def _read_all(today: date, at: At) -> Listed:
    """One query; two and a renewal where something has run out, or nothing was written as it is read now."""
    read = _read_everything()
    if read.is_due(today):
        if not read.is_of_this_layout:
            PackedPiece.objects.all().delete()
        renew_due(today)
        read = _read_everything()
    stock = Stock(parts=(columns_from(read.published),), gone=NO_ROWS)
    return Listed(stock=stock, fresh=NONE, until=read.until, epoch=at.epoch, revision=at.revision)


def _updated(kept: Listed, at: At) -> Listed:
    # In no order: asked for one, SQLite goes through all keys instead of the few revisions.
    changed = PackedPiece.objects.filter(revision__gt=kept.revision).order_by()
    read = _read(iter(changed.values_list("data", flat=True)))
    if not read.is_of_this_layout:
        # Workers of another version write, too, while a new one is brought in.
        return _read_all(timezone.localdate(), at)
    large, gone = kept.stock.parts[0], kept.stock.gone
    fresh = np.concatenate([kept.fresh[~np.isin(kept.fresh["pk"], read.keys)], read.published])
    stock = Stock(parts=(large, columns_from(fresh)), gone=np.union1d(gone, large.rows_of(np.sort(read.keys))))
    if len(fresh) > max(MOST_FRESH, len(stock) // 16):
        stock, fresh = Stock(parts=(stock.whole,), gone=NO_ROWS), NONE
    until = min(kept.until, read.until)
    return Listed(stock=stock, fresh=fresh, until=until, epoch=at.epoch, revision=at.revision)


NOTHING_LISTED = Stock(parts=(columns_from(NONE),), gone=NO_ROWS)
KEEPER = Keeper(read_all=_read_all, updated=_updated)


def _read_everything() -> _Read:
    return _read(PackedPiece.objects.order_by("pk").values_list("data", flat=True).iterator(CHUNK))


def _read(rows: Iterator[bytes | memoryview]) -> _Read:
    """Row by row into one stretch of memory, which is given back whole once it has become columns."""
    room, keys, is_of_this_layout = bytearray(), [NO_KEYS], True
    while chunk := list(islice(rows, CHUNK)):
        found = _packed(chunk)
        is_of_this_layout &= len(found) == len(chunk) and bool((found["layout"] == LAYOUT).all())
        keys.append(found["pk"].copy())
        if is_of_this_layout:
            room += found[found["is_published"]].tobytes()
    published = np.frombuffer(room, PACKED) if room else NONE
    return _Read(
        keys=np.concatenate(keys),
        published=published,
        until=int(published["valid_until"].min(initial=date.max.toordinal())),
        is_of_this_layout=is_of_this_layout,
    )


def _packed(rows: Sequence[bytes | memoryview]) -> PackedPieces:
    """Rows of another length are none of ours."""
    whole = b"".join(row for row in rows if len(row) == PACKED.itemsize)
    return np.frombuffer(whole, PACKED) if whole else NONE
