import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client

from jewelcompare import health


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    health.KNOWN.clear()


def refuse_query(*_: object) -> None:
    raise OperationalError("gone")


def test_process_answers_without_a_database(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_site_with_all_it_needs_is_ready(client: Client) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ready\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_site_without_its_database_is_not_ready(client: Client) -> None:
    with connection.execute_wrapper(refuse_query):
        response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"not ready: database, migrations\n")


@pytest.mark.django_db
def test_site_before_its_migrations_is_not_ready(client: Client) -> None:
    call_command("migrate", "buyers", "0003", fake=True, verbosity=0)
    assert client.get("/readyz").content == b"not ready: migrations\n"
    call_command("migrate", "buyers", fake=True, verbosity=0)
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_site_without_its_cache_is_not_ready(client: Client, settings: LazySettings) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    assert client.get("/readyz").content == b"not ready: cache\n"


@pytest.mark.django_db
def test_migrations_are_asked_for_until_they_are_applied_and_no_longer(client: Client) -> None:
    client.get("/readyz")
    statements: list[str] = []

    def note(execute: object, sql: str, *rest: object) -> object:
        statements.append(sql)
        return execute(sql, *rest)  # type: ignore[operator]

    with connection.execute_wrapper(note):
        client.get("/readyz")
    assert not any("django_migrations" in sql for sql in statements)
