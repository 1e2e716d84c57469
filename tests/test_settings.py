import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY = "k3y-" * 20
ROOT = settings.BASE_DIR

ReadSettings = Callable[..., dict[str, Any]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> ReadSettings:
    def read_settings(**environment: str) -> dict[str, Any]:
        for name in ("DEBUG", "DATABASE_URL", "SECRET_KEY"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "jewelcompare" / "settings.py"))

    return read_settings


def test_site_without_secret_key_does_not_start(read: ReadSettings) -> None:
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        read()


def test_short_secret_key_is_refused(read: ReadSettings) -> None:
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        read(SECRET_KEY="short")


def test_site_always_has_a_name(read: ReadSettings) -> None:
    assert read(DEBUG="1", SITE_NAME=" ")["SITE_NAME"] == "JewelCompare"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "perhaps"),
        ("BEHIND_PROXY", "2"),
        ("CURRENCY", "euro"),
        ("HOME_COUNTRY", "Portugal"),
        ("DATABASE_URL", "mysql://localhost/shop"),
        ("DATABASE_URL", "nonsense"),
        ("CACHE_URL", "nonsense"),
        ("EMAIL_URL", "nonsense"),
        ("MEDIA_STORAGE", "/srv/media"),
        ("MEDIA_STORAGE", "file://media"),
        ("MEDIA_STORAGE", "file:///"),
        ("MEDIA_STORAGE", "file:///srv/media?region=eu"),
        ("MEDIA_STORAGE", "s3://"),
        ("MEDIA_STORAGE", "s3://key:secret@photos"),
        ("MEDIA_STORAGE", "s3://photos?acl=public-read"),
        ("MEDIA_STORAGE", "s3://photos?endpoint=s3.example.com"),
        ("MEDIA_STORAGE", "s3://photos?endpoint=https://key:secret@s3.example.com"),
        ("CSRF_TRUSTED_ORIGINS", "example.com"),
        ("ALLOWED_HOSTS", "https://example.com"),
    ],
)
def test_nonsense_is_refused_by_name(read: ReadSettings, name: str, value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=name):
        read(**{"SECRET_KEY": KEY, name: value})


def test_debug_is_off_unless_asked_for(read: ReadSettings) -> None:
    production = read(SECRET_KEY=KEY)
    assert production["DEBUG"] is False
    assert production["SECURE_SSL_REDIRECT"] is True
    assert production["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert production["CSRF_COOKIE_NAME"] == "__Host-csrftoken"
    assert production["STAFF_NEED_SECOND_STEP"] is True


def test_debug_needs_no_key_and_no_https(read: ReadSettings) -> None:
    local = read(DEBUG="1")
    assert local["SECRET_KEY"]
    assert local["SECURE_SSL_REDIRECT"] is False
    assert local["SESSION_COOKIE_NAME"] == "sessionid"
    assert local["STAFF_NEED_SECOND_STEP"] is False


@pytest.mark.parametrize(
    ("switch", "header", "proxies"), [("0", None, 0), ("1", ("HTTP_X_FORWARDED_PROTO", "https"), 1)]
)
def test_proxy_is_believed_only_when_named(read: ReadSettings, switch: str, header: object, proxies: int) -> None:
    told = read(SECRET_KEY=KEY, BEHIND_PROXY=switch)
    assert told["SECURE_PROXY_SSL_HEADER"] == header
    assert told["ALLAUTH_TRUSTED_PROXY_COUNT"] == proxies


def test_sqlite_is_durable_and_waits_for_its_turn(read: ReadSettings) -> None:
    database = read(DEBUG="1")["DATABASES"]["default"]
    assert database["NAME"] == str(ROOT / "db.sqlite3")
    assert database["CONN_MAX_AGE"] is None
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in database["OPTIONS"]["init_command"]


def test_postgresql_connections_are_kept_and_checked(read: ReadSettings) -> None:
    database = read(DEBUG="1", DATABASE_URL="postgres://anna@example.com/shop?sslmode=require")["DATABASES"]["default"]
    assert database["CONN_MAX_AGE"] == 60
    assert database["CONN_HEALTH_CHECKS"] is True
    assert database["OPTIONS"] == {"connect_timeout": 3, "sslmode": "require"}


def test_photos_lie_in_folders_apart(read: ReadSettings) -> None:
    storages = read(DEBUG="1", MEDIA_STORAGE="file:///srv/our%20media")["STORAGES"]
    assert storages["default"]["OPTIONS"] == {"location": Path("/srv/our media/public")}
    assert storages["masters"]["OPTIONS"] == {"location": Path("/srv/our media/private")}


def test_photos_lie_in_a_bucket_when_told(read: ReadSettings) -> None:
    address = "s3://photos/shop?endpoint=https://s3.example.com:9000&region=eu-west-1"
    storages = read(DEBUG="1", MEDIA_STORAGE=address)["STORAGES"]
    bucket = {"bucket_name": "photos", "endpoint_url": "https://s3.example.com:9000", "region_name": "eu-west-1"}
    assert storages["default"]["OPTIONS"] == bucket | {"location": "shop/public"}
    assert storages["masters"]["OPTIONS"] == bucket | {"location": "shop/private"}


def test_deployment_check_finds_nothing() -> None:
    environment = {"PATH": os.environ["PATH"], "SECRET_KEY": os.urandom(40).hex(), "ALLOWED_HOSTS": "example.com"}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_workers_share_what_is_counted(read: ReadSettings) -> None:
    assert read(SECRET_KEY=KEY)["CACHES"]["default"] == {
        "BACKEND": "jewelcompare.cache.SharedFiles",
        "LOCATION": str(ROOT / ".cache" / "shared"),
    }
    assert (
        read(SECRET_KEY=KEY, CACHE_DIRECTORY="/var/cache/jewels")["CACHES"]["default"]["LOCATION"]
        == "/var/cache/jewels"
    )


def test_machines_share_a_cache_that_is_named(read: ReadSettings) -> None:
    cache = read(SECRET_KEY=KEY, CACHE_URL="rediscache://cache.example:6379/1")["CACHES"]["default"]
    assert cache["LOCATION"] == "redis://cache.example:6379/1"
