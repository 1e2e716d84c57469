"""Somebody of the staff, somebody who works for a maker, and somebody who does neither."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache

from tests.catalog.accounts.people import PASSWORD
from tests.factory import make_maker


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def curator(db: None) -> User:
    return User.objects.create_superuser("curator", "Curator@Example.com", PASSWORD)


@pytest.fixture
def ana(db: None) -> User:
    user = User.objects.create_user("ana", "ana@example.com", PASSWORD)
    make_maker(name="Bench").members.add(user)
    return user


@pytest.fixture
def visitor(db: None) -> User:
    return User.objects.create_user("visitor", "visitor@example.com", PASSWORD)
