"""From every released state to this one and back, on a database that is not empty: nothing is lost on the way."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.test import Client
from django.utils import timezone

from buyers.stock.loading import listed_stock
from tests.buyers.saving import save
from tests.factory import make_handmade, make_mass_produced, make_photo

APPS = ("buyers", "catalog")
# What is derived from the rest is made again where it is missing.
DERIVED = ("catalog_entry", "catalog_packedpiece", "catalog_version", "catalog_word", "catalog_assessment")


def released(app: str) -> list[str]:
    return sorted(name for label, name in MigrationLoader(connection).disk_migrations if label == app)


def rows() -> Mapping[str, int]:
    """Of every table of ours that is there."""
    names = [name for name in connection.introspection.table_names() if name.startswith(APPS)]
    counts = {}
    with connection.cursor() as cursor:
        for name in names:
            if not name.startswith(DERIVED):
                cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")  # noqa: S608
                counts[name] = cursor.fetchone()[0]
    return counts


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("app", APPS)
def test_every_released_state_leads_here_and_back_without_a_loss(app: str, client: Client) -> None:
    make_photo(make_handmade())
    make_mass_produced(price=Decimal(40))
    own = save(client)
    steps, held = released(app), {}
    for later, earlier in pairwise(reversed(steps)):
        held[later] = rows()
        call_command("migrate", app, earlier, verbosity=0)
    assert {name: held[steps[1]][name] for name in rows()} == rows()
    for later in steps[1:]:
        before = rows()
        call_command("migrate", app, later, verbosity=0)
        assert {name: rows()[name] for name in before} == before
    assert all(rows()[name] == count for name, count in held[steps[1]].items())
    assert len(listed_stock(timezone.localdate())) == 2
    # What a step takes away cannot come back: where saved verdicts began is one of these.
    assert client.get(own).status_code == (404 if app == "buyers" else 200)
