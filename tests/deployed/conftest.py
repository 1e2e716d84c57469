"""The site as it is deployed: production's settings, its whole stack, collected files, a browser that uses HTTPS."""

import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client, override_settings

from tests.deployed.rows import Rows, make_rows

HOST = "jewelcompare.example"
# What the tests have of their own.
KEPT = {"CACHES", "DATABASES", "EMAIL_BACKEND", "LOGGING", "MEDIA_ROOT", "SECRET_KEY", "STATIC_ROOT", "STORAGES"}
COLLECTED = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}


class Visitor(Client):
    """Over HTTPS, and told of a failure as a visitor is."""

    def __init__(self, **headers: str) -> None:
        super().__init__(raise_request_exception=False, headers={"host": HOST, **headers})

    def request(self, **request: Any) -> Any:
        return super().request(**request | {"wsgi.url_scheme": "https"})


def files_in(folder: Path) -> dict[str, dict[str, Any]]:
    stored = {"default": folder / "public", "masters": folder / "private"}
    backend = "jewelcompare.storage.WholeFileStorage"
    return {name: {"BACKEND": backend, "OPTIONS": {"location": place}} for name, place in stored.items()}


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=root, STORAGES={"staticfiles": COLLECTED, **files_in(root.parent)}):
        call_command("collectstatic", interactive=False, verbosity=0)
    return root


@pytest.fixture(autouse=True)
def production(
    settings: LazySettings, monkeypatch: pytest.MonkeyPatch, collected: Path, tmp_path: Path
) -> dict[str, Any]:
    """All that differs on a public site, but for where rows, files and mail go."""
    monkeypatch.delenv("DEBUG", raising=False)
    monkeypatch.setenv("SECRET_KEY", "k3y-" * 20)
    monkeypatch.setenv("ALLOWED_HOSTS", HOST)
    found = runpy.run_path(str(settings.BASE_DIR / "jewelcompare" / "settings.py"))
    for name, value in found.items():
        if name.isupper() and name not in KEPT and getattr(settings, name, None) != value:
            setattr(settings, name, value)
    settings.STATIC_ROOT = collected
    settings.STORAGES = {"staticfiles": COLLECTED, **files_in(tmp_path)}
    settings.CACHES = {"default": found["CACHES"]["default"] | {"LOCATION": str(tmp_path / "shared")}}
    return found


@pytest.fixture(autouse=True)
def fresh_limits(production: dict[str, Any]) -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def visitor(production: dict[str, Any]) -> Visitor:
    return Visitor()


@pytest.fixture
def rows(db: None) -> Rows:
    return make_rows()
