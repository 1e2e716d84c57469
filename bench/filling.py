"""Fills an empty database with any number of pieces, always the same ones.

Some are written by the site's own code, the others are copied from them in SQL.

The words are the materials of the Walters Art Museum's jewelry (CC0) with how often each is named there.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import numpy as np
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from catalog.assessment import assess
from catalog.choices import (
    Claim,
    Coating,
    Control,
    Edition,
    Era,
    Grade,
    Kind,
    MakerKind,
    Method,
    Role,
    Stage,
    State,
    Style,
    Substance,
    Wearer,
)
from catalog.models import Assessment, Entry, Evidence, Maker, Material, PackedPiece, Piece, Step
from catalog.packing import CENTS, PACKED, fingerprint

SEED = 20261125
BASE = 10_000
MAKERS = 500
BATCH = 2_000
# Between two copies of a piece there is room for the rows that hang on it.
STRIDE = 1_000_000
VOCABULARY: dict[str, int] = json.loads((Path(__file__).parent / "data" / "materials.json").read_text(encoding="utf-8"))
BODIES = (Substance.YELLOW_GOLD, Substance.SILVER, Substance.STEEL, Substance.BRASS, Substance.TITANIUM)
STONES = (Substance.GARNET, Substance.PEARL, Substance.DIAMOND, Substance.SAPPHIRE, Substance.CARNELIAN, None, None)
BY_HAND = ((Stage.FORM, Method.FORGE), (Stage.JOIN, Method.SOLDER), (Stage.FINISH, Method.POLISH))
BY_MACHINE = ((Stage.FORM, Method.STRIKE), (Stage.FINISH, Method.TUMBLE))
COPIED = {Piece: "id", Assessment: "piece_id", Entry: "piece_id", Material: "id", Step: "id"}


def fill(size: int) -> None:
    """`size` published pieces, of which the first 10,000 differ in everything; others differ in price and name."""
    random = Random(SEED)  # noqa: S311
    with transaction.atomic():
        makers = Maker.objects.bulk_create(_maker(number) for number in range(MAKERS))
        pieces = Piece.objects.bulk_create([_piece(random, makers, number) for number in range(min(size, BASE))])
        _hang_parts(random, pieces)
    for start in range(0, len(pieces), BATCH):
        assess(pieces[start : start + BATCH], timezone.localdate())
    with transaction.atomic(), connection.cursor() as cursor:
        for model, key in COPIED.items():
            cursor.execute(_copying(model, key), [size // BASE - 1])
        for number in range(1, size // BASE):
            PackedPiece.objects.bulk_create(_copies(pieces, number), BATCH)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _maker(number: int) -> Maker:
    return Maker(name=f"Bench {number}", slug=f"bench-{number}", kind=MakerKind.WORKSHOP, summary="Makes.")


def _piece(random: Random, makers: list[Maker], number: int) -> Piece:
    words = random.choices(list(VOCABULARY), list(VOCABULARY.values()), k=3)
    days = random.choice((2, 5, 9, 14, 30, 60))
    made = random.choice((1, 1, 5, 40, 500, 20_000))
    return Piece(
        maker=random.choice(makers),
        name=f"{words[0].capitalize()} {number}"[:80],
        slug=f"piece-{number}",
        state=State.PUBLISHED,
        kind=random.choice(list(Kind)),
        style=random.choice(list(Style)),
        era=random.choice([*Era, ""]),
        worn_by=random.choice(list(Wearer)),
        summary=f"Of {', '.join(words)}."[:200],
        price=Decimal(random.randrange(15, 2_500)),
        days_min=days - 1,
        days_max=days,
        number_made=made,
        can_supply=1 if made == 1 else random.randint(1, 60),
        edition=Edition.ONE_OFF if made == 1 else Edition.OPEN,
        returnable_days=random.choice((0, 14, 30, None)),
        declared_on=timezone.localdate(),
        added_on=timezone.localdate().replace(day=random.randint(1, 28)),
    )


def _hang_parts(random: Random, pieces: list[Piece]) -> None:
    drawn = [(piece, random.choice(BODIES), random.choice(STONES), random.random() < 0.45) for piece in pieces]
    Material.objects.bulk_create(
        part for piece, metal, stone, _by_hand in drawn for part in _materials(piece, metal, stone)
    )
    Step.objects.bulk_create(
        step for piece, _metal, _stone, by_hand in drawn for step in _steps(piece, by_hand=by_hand)
    )
    shown = [piece for piece, *_drawn in drawn if random.random() < 0.3]
    Evidence.objects.bulk_create(
        Evidence(piece=piece, claim=Claim.PROCESS, grade=Grade.SHOWN, source="Film", dated=timezone.localdate())
        for piece in shown
    )


def _materials(piece: Piece, metal: Substance, stone: Substance | None) -> Iterator[Material]:
    yield Material(piece=piece, position=1, role=Role.METAL, part="Body", substance=metal, coating=Coating.SOLID)
    if stone:
        yield Material(piece=piece, position=2, role=Role.STONE, part="Stone", substance=stone)


def _steps(piece: Piece, *, by_hand: bool) -> Iterator[Step]:
    control = Control.HAND if by_hand else Control.AUTOMATIC
    for at, (stage, method) in enumerate(BY_HAND if by_hand else BY_MACHINE, 1):
        yield Step(piece=piece, position=at, stage=stage, method=method, control=control)


def _copies(pieces: list[Piece], number: int) -> Iterator[PackedPiece]:
    """What the statement below writes of a piece, as a decision reads it."""
    rows = PackedPiece.objects.filter(piece__in=pieces).order_by("pk").values_list("data", "revision", "piece__slug")
    for data, revision, slug in rows:
        row = np.frombuffer(data, PACKED).copy()
        row["pk"] += number * STRIDE
        row["cents"] += number * CENTS
        row["slug"] = fingerprint(f"{slug}-{number}")
        yield PackedPiece(piece_id=int(row["pk"][0]), data=row.tobytes(), revision=revision)


def _copying(model: type[Model], key: str) -> str:
    """One statement that writes every row so many times more, under keys of their own."""
    columns = [str(field.column) for field in model._meta.concrete_fields]
    changed = {
        key: f"{key} + n * {STRIDE}",
        "piece_id": f"piece_id + n * {STRIDE}",
        "slug": "slug || '-' || n",
        "price": "price + n",
        "words": "words || ' ' || n",
    }
    written, chosen = ", ".join(columns), ", ".join(changed.get(column, column) for column in columns)
    copies = "WITH RECURSIVE copies(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM copies WHERE n < %s)"
    table = model._meta.db_table
    return f"{copies} INSERT INTO {table} ({written}) SELECT {chosen} FROM {table}, copies WHERE n > 0"  # noqa: S608
