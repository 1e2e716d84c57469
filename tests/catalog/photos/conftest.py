from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture
def media(tmp_path: Path, settings: Settings) -> Path:
    """Where photos lie during one test: `public` what is served, `private` the masters."""
    backend = "jewelcompare.storage.WholeFileStorage"
    for name, folder in (("default", "public"), ("masters", "private")):
        settings.STORAGES = {
            **settings.STORAGES,
            name: {"BACKEND": backend, "OPTIONS": {"location": tmp_path / folder}},
        }
    return tmp_path
