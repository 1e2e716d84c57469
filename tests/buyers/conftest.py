from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    """What is counted by network address begins anew with every test."""
    cache.clear()
    yield
    cache.clear()
