import os
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import translation
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from buyers.stock import loading as stock
from catalog.facets import loading as facets

# A shared machine is slow at times; in CI the same examples are drawn on every run.
settings.register_profile("jewelcompare", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("jewelcompare")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A request for a page in French leaves its thread French, which the next request would set and a test does not."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """What a worker keeps of the catalog between requests would be another test's."""
    yield
    facets.KEEPER.forget()
    stock.KEEPER.forget()


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo catalog, loaded once for the tests of a module and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", pictures=False, verbosity=0)
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)
