import errno
import sqlite3

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from jewelcompare import urls


def answer_after(failure: Exception) -> HttpResponse:
    try:
        raise failure
    except Exception:
        return urls.handler500(RequestFactory().get("/"))


def answer_after_chain(first: Exception, last: Exception) -> HttpResponse:
    try:
        try:
            raise first
        except Exception as cause:
            raise last from cause
    except Exception:
        return urls.handler500(RequestFactory().get("/"))


@pytest.mark.parametrize("failure", [OperationalError("database is locked"), InterfaceError("connection closed")])
def test_database_that_is_away_or_busy_asks_to_come_again(failure: Exception) -> None:
    response = answer_after(failure)
    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    assert "<h1>The site is busy for a moment.</h1>" in response.content.decode()


def test_bucket_that_is_away_asks_to_come_again() -> None:
    exceptions = pytest.importorskip("botocore.exceptions", reason="only a site with photos in a bucket has it")
    assert answer_after(exceptions.EndpointConnectionError(endpoint_url="https://s3.example.com")).status_code == 503


def test_what_broke_first_tells() -> None:
    assert answer_after_chain(OperationalError("gone"), ValueError("rendering")).status_code == 503


class DiskFullError(Exception):
    sqlstate = "53100"


@pytest.mark.parametrize(
    "first",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        sqlite3.OperationalError("database or disk is full"),
        DiskFullError("could not extend file"),
    ],
)
def test_full_disk_is_told_as_such(first: Exception) -> None:
    response = answer_after_chain(first, DatabaseError("as Django says it"))
    assert response.status_code == 507
    assert "<h1>The site has run out of room.</h1>" in response.content.decode()


@pytest.mark.parametrize("failure", [ValueError("bug"), OSError(errno.ENOENT, "no such file")])
def test_other_failure_is_a_server_error(failure: Exception) -> None:
    assert answer_after(failure).status_code == 500
