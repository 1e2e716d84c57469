"""Fills an empty database with any number of pieces, always the same ones, as `bench.drawing` draws them.

Some are written by the site's own code, the others are copied from them in SQL.
"""

from collections.abc import Iterator
from random import Random

import numpy as np
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from bench.drawing import SEED, Drawn, draw
from catalog.assessment import assess
from catalog.choices import Coating, MakerKind, Role, State
from catalog.models import Assessment, Entry, Evidence, Maker, Material, PackedPiece, Piece, Step
from catalog.packing import PACKED, fingerprint

BASE = 10_000
MAKERS = 500
BATCH = 2_000
# Between two copies of a piece there is room for the rows that hang on it.
STRIDE = 1_000_000
# Each copy costs so much more than the one before.
DEARER_BY_CENTS = 25
COPIED = {Piece: "id", Assessment: "piece_id", Entry: "piece_id", Material: "id", Step: "id"}


def fill(size: int) -> None:
    """`size` published pieces, of which the first 10,000 differ in everything; others differ in price and name."""
    random = Random(SEED)  # noqa: S311
    with transaction.atomic():
        makers = Maker.objects.bulk_create(_maker(number) for number in range(MAKERS))
        drawn = [draw(random, MAKERS) for _number in range(min(size, BASE))]
        pieces = Piece.objects.bulk_create(
            _piece(random, makers[one.maker], one, number) for number, one in enumerate(drawn)
        )
        _hang_parts(pieces, drawn)
    for start in range(0, len(pieces), BATCH):
        assess(pieces[start : start + BATCH], timezone.localdate())
    _copy(size // BASE - 1)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _copy(times: int) -> None:
    rows = list(PackedPiece.objects.order_by("pk").values_list("data", "revision", "piece__slug"))
    with transaction.atomic(), connection.cursor() as cursor:
        for model, key in COPIED.items() if times > 0 else ():
            cursor.execute(_copying(model, key), [times])
        for number in range(1, times + 1):
            PackedPiece.objects.bulk_create(_copies(rows, number), BATCH)


def _maker(number: int) -> Maker:
    return Maker(name=f"Bench {number}", slug=f"bench-{number}", kind=MakerKind.WORKSHOP, summary="Makes.")


def _piece(random: Random, maker: Maker, drawn: Drawn, number: int) -> Piece:
    return Piece(
        maker=maker,
        name=f"{drawn.words[0].capitalize()} {number}"[:80],
        slug=f"piece-{number}",
        state=State.PUBLISHED,
        summary=f"Of {', '.join(drawn.words)}."[:200],
        declared_on=timezone.localdate(),
        added_on=timezone.localdate().replace(day=random.randint(1, 28)),
        **drawn.columns,
    )


def _hang_parts(pieces: list[Piece], drawn: list[Drawn]) -> None:
    both = list(zip(pieces, drawn, strict=True))
    Material.objects.bulk_create(part for piece, one in both for part in _materials(piece, one))
    Step.objects.bulk_create(
        Step(piece=piece, position=at, stage=stage, method=method, control=control)
        for piece, one in both
        for at, (stage, method, control) in enumerate(one.steps, 1)
    )
    Evidence.objects.bulk_create(
        Evidence(piece=piece, claim=claim, grade=grade, source="Film", dated=timezone.localdate())
        for piece, one in both
        for claim, grade in one.proofs
    )


def _materials(piece: Piece, drawn: Drawn) -> Iterator[Material]:
    yield Material(piece=piece, position=1, role=Role.METAL, part="Body", substance=drawn.metal, coating=Coating.SOLID)
    if drawn.stone:
        yield Material(piece=piece, position=2, role=Role.STONE, part="Stone", substance=drawn.stone)


def _copies(rows: list[tuple[bytes | memoryview, int, str]], number: int) -> Iterator[PackedPiece]:
    """What the statement below writes of these pieces, as a decision reads it."""
    data, revisions, slugs = zip(*rows, strict=True)
    packed = np.frombuffer(b"".join(data), PACKED).copy()
    packed["pk"] += number * STRIDE
    packed["cents"] += number * DEARER_BY_CENTS
    packed["slug"] = [fingerprint(f"{slug}-{number}") for slug in slugs]
    for row, key, revision in zip(packed, packed["pk"].tolist(), revisions, strict=True):
        yield PackedPiece(piece_id=key, data=row.tobytes(), revision=revision)


def _copying(model: type[Model], key: str) -> str:
    """One statement that writes every row so many times more, under keys of their own."""
    columns = [str(field.column) for field in model._meta.concrete_fields]
    changed = {
        key: f"{key} + n * {STRIDE}",
        "piece_id": f"piece_id + n * {STRIDE}",
        "slug": "slug || '-' || n",
        "price": f"price + n * {DEARER_BY_CENTS / 100}",
        "words": "words || ' ' || n",
    }
    written, chosen = ", ".join(columns), ", ".join(changed.get(column, column) for column in columns)
    copies = "WITH RECURSIVE copies(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM copies WHERE n < %s)"
    table = model._meta.db_table
    return f"{copies} INSERT INTO {table} ({written}) SELECT {chosen} FROM {table}, copies WHERE n > 0"  # noqa: S608
