from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from buyers.stock import loading
from catalog.choices import Claim, Grade, State
from catalog.models import PackedPiece, Piece
from catalog.packing import PACKED
from tests.factory import evidence, make_handmade, make_mass_produced

TODAY = timezone.localdate()


def prices() -> list[int]:
    return sorted((loading.listed_stock(TODAY).whole.cents // 100).tolist())


def queries() -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        loading.listed_stock(TODAY)
    return [query["sql"].replace('"', "") for query in captured]


@pytest.mark.django_db(transaction=True)
def test_unchanged_catalog_costs_one_small_query() -> None:
    make_handmade()
    loading.listed_stock(TODAY)
    (asked,) = queries()
    assert "catalog_version" in asked


@pytest.mark.django_db(transaction=True)
def test_only_what_changed_is_read_again() -> None:
    make_handmade(price=Decimal(90))
    arc = make_mass_produced(price=Decimal(40))
    assert prices() == [40, 90]
    large = loading.listed_stock(TODAY).parts[0]
    arc.price = Decimal(60)
    arc.save()
    (read,) = (sql for sql in queries() if "catalog_packedpiece" in sql)
    assert "revision > " in read
    assert prices() == [60, 90]
    assert loading.listed_stock(TODAY).parts[0] is large


@pytest.mark.django_db(transaction=True)
def test_every_kind_of_change_is_seen() -> None:
    tide = make_handmade(price=Decimal(1))
    assert prices() == [1]
    make_handmade(price=Decimal(2), slug="arc")
    assert prices() == [1, 2]
    tide.state = State.ARCHIVED
    tide.save()
    assert prices() == [2]
    tide.state = State.PUBLISHED
    tide.save()
    Piece.objects.filter(slug="arc").delete()
    assert prices() == [1]


@pytest.mark.django_db(transaction=True)
def test_many_changes_are_sorted_in_among_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MOST_FRESH", 2)
    pieces = [make_handmade(price=Decimal(number)) for number in range(1, 5)]
    assert prices() == [1, 2, 3, 4]
    for piece, parts in zip(pieces, (2, 2, 1, 2), strict=True):
        piece.price += 10
        piece.save()
        assert len(loading.listed_stock(TODAY).parts) == parts
    assert prices() == [11, 12, 13, 14]


@pytest.mark.django_db(transaction=True)
def test_what_is_undone_is_never_kept() -> None:
    make_handmade(price=Decimal(1))
    assert prices() == [1]
    with transaction.atomic():
        make_handmade(price=Decimal(2))
        assert prices() == [1, 2]
        transaction.set_rollback(True)
    assert prices() == [1]
    make_handmade(price=Decimal(3))
    assert prices() == [1, 3]


@pytest.mark.django_db(transaction=True)
def test_transaction_that_wrote_nothing_reads_what_is_kept() -> None:
    make_handmade()
    kept = loading.listed_stock(TODAY)
    with transaction.atomic():
        assert loading.listed_stock(TODAY) is kept


@pytest.mark.django_db(transaction=True)
def test_proof_that_runs_out_is_no_proof_the_day_after() -> None:
    make_handmade(evidence=[evidence(Claim.NICKEL_SKIN, Grade.DOCUMENTED, expires=TODAY)])
    assert loading.listed_stock(TODAY).whole.has("is_nickel_safe").all()
    assert not loading.listed_stock(TODAY + timedelta(days=1)).whole.has("is_nickel_safe").any()


@pytest.mark.django_db
@pytest.mark.parametrize("spoilt", [b"", b"of another version", bytes(127)])
def test_what_another_version_wrote_is_written_anew(spoilt: bytes) -> None:
    make_handmade(price=Decimal(1))
    PackedPiece.objects.update(data=spoilt)
    assert prices() == [1]
    assert len(bytes(PackedPiece.objects.get().data)) == PACKED.itemsize


@pytest.mark.django_db(transaction=True)
def test_what_another_version_writes_meanwhile_is_written_anew() -> None:
    make_handmade(price=Decimal(1))
    arc = make_mass_produced(price=Decimal(2))
    assert prices() == [1, 2]
    arc.save()
    PackedPiece.objects.filter(piece=arc).update(data=b"of another version")
    assert prices() == [1, 2]


@pytest.mark.django_db
def test_pieces_from_before_they_were_packed_are_packed() -> None:
    make_handmade(price=Decimal(1))
    PackedPiece.objects.all().delete()
    assert prices() == [1]
