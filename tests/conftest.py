import os
from collections.abc import Iterator

import pytest
from django.utils import translation
from hypothesis import settings

# A shared machine is slow at times; in CI the same examples are drawn on every run.
settings.register_profile("jewelcompare", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("jewelcompare")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A request for a page in French leaves its thread French, which the next request would set and a test does not."""
    yield
    translation.deactivate()
