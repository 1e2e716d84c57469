from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.choices import Claim, Grade, State
from catalog.facets import loading
from catalog.facets.filter import Filter
from catalog.facets.finding import finding_for
from catalog.models import Assessment, Entry, Piece, Version
from tests.factory import evidence, make_handmade

TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    loading.KEEPER.forget()
    yield
    loading.KEEPER.forget()


def listed(**query: str) -> list[str]:
    asked = Filter.from_query({key: [text] for key, text in query.items()})
    keys = finding_for(loading.current_index(TODAY), asked, None, None).keys(slice(None))
    names = Piece.objects.in_bulk(keys)
    return sorted(names[key].name for key in keys)


def queries() -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        loading.current_index(TODAY)
    return [query["sql"] for query in captured]


@pytest.mark.django_db(transaction=True)
def test_unchanged_catalog_costs_one_small_query() -> None:
    make_handmade()
    loading.current_index(TODAY)
    assert len(queries()) == 1


@pytest.mark.django_db(transaction=True)
def test_only_what_changed_is_read_again() -> None:
    make_handmade(name="Tide")
    arc = make_handmade(name="Arc", price=Decimal(40))
    assert listed(price="50") == ["Arc"]
    arc.price = Decimal(60)
    arc.save()
    seen = Version.objects.get().revision - 1
    (read,) = (sql for sql in queries() if "catalog_piece" in sql)
    assert f"revision > {seen}" in read.replace('"', "")
    assert listed(price="50") == []
    assert listed() == ["Arc", "Tide"]


@pytest.mark.django_db(transaction=True)
def test_every_kind_of_change_is_seen() -> None:
    tide = make_handmade(name="Tide")
    assert listed() == ["Tide"]
    make_handmade(name="Arc")
    assert listed() == ["Arc", "Tide"]
    tide.state = State.ARCHIVED
    tide.save()
    assert listed() == ["Arc"]
    tide.state = State.PUBLISHED
    tide.save()
    Piece.objects.filter(name="Arc").delete()
    assert listed() == ["Tide"]


@pytest.mark.django_db(transaction=True)
def test_what_is_undone_is_never_kept() -> None:
    make_handmade(name="Tide")
    loading.current_index(TODAY)
    with transaction.atomic():
        make_handmade(name="Arc")
        assert listed() == ["Arc", "Tide"]
        transaction.set_rollback(True)
    assert listed() == ["Tide"]
    make_handmade(name="Ebb")
    assert listed() == ["Ebb", "Tide"]


@pytest.mark.django_db(transaction=True)
def test_proof_that_runs_out_is_no_proof_the_day_after() -> None:
    proof = evidence(Claim.NICKEL_SKIN, Grade.DOCUMENTED, expires=TODAY)
    make_handmade(name="Tide", evidence=[proof])
    assert listed(terms="nickel") == ["Tide"]
    index = loading.current_index(TODAY + timedelta(days=1))
    asked = Filter.from_query({"terms": ["nickel"]})
    assert finding_for(index, asked, None, None).total == 0
    assert Assessment.objects.get().is_nickel_safe is False


@pytest.mark.django_db
def test_pieces_from_before_entries_are_entered() -> None:
    make_handmade(name="Tide")
    Entry.objects.all().delete()
    assert listed() == ["Tide"]
    assert Entry.objects.count() == 1
