from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo catalog, loaded once for the tests of a module and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", pictures=False, verbosity=0)
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    """What is counted by network address begins anew with every test."""
    cache.clear()
    yield
    cache.clear()
