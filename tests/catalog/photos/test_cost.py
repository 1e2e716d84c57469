import sys
from collections.abc import Callable
from functools import partial

import pytest

from bench.cost import cost_of
from catalog.photos.refusals import LARGEST_FILE
from catalog.photos.sandbox import ENVIRONMENT
from tests.catalog.photos import files

MEGABYTES = 600
FILES: dict[str, Callable[[], bytes]] = {
    **{name: partial(bytes, data) for name, (data, _refusal) in files.REFUSED.items()},
    **files.LARGE,
}


@pytest.mark.skipif(sys.platform != "linux", reason="reads its own peak from /proc")
@pytest.mark.parametrize("name", FILES)
def test_no_file_takes_more_memory_than_promised(name: str) -> None:
    """The time is bounded by the limits of the process (`catalog.photos.child`); `pytest -rP` prints both."""
    cost = cost_of("catalog.photos.child:main", FILES[name]()[: LARGEST_FILE + 1], ENVIRONMENT)
    sys.stdout.write(f"{name}: {cost}\n")
    assert cost.megabytes <= MEGABYTES
