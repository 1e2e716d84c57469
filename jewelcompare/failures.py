"""Answers where there is no other: what could not be understood, too many tries, and what broke on our side."""

import errno
import sys
from collections.abc import Iterator

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.defaults import server_error

from jewelcompare.http import PLAIN_TEXT

RETRY_AFTER_SECONDS = "5"
FULL = {errno.ENOSPC, errno.EDQUOT}
# As SQLite and PostgreSQL (disk_full, 53100) say it.
FULL_SAID, FULL_STATE = "disk is full", "53100"


def refuse_bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    # Plain on purpose: a template's context processors could read the broken request again and fail again.
    return HttpResponseBadRequest(_("This request could not be understood."), content_type=PLAIN_TEXT)


def ask_for_patience(request: HttpRequest) -> HttpResponse:
    return render(request, "429.html", status=429)


def answer_failure(request: HttpRequest) -> HttpResponse:
    """Whatever went wrong first tells: a full disk, a database or bucket that is away or busy, or a fault of ours."""
    causes = list(_causes(sys.exc_info()[1]))
    if any(map(_is_full, causes)):
        return HttpResponse(render_to_string("507.html"), status=507)
    if any(map(_is_away, causes)):
        headers = {"Retry-After": RETRY_AFTER_SECONDS}
        return HttpResponse(render_to_string("503.html"), status=503, headers=headers)
    return server_error(request)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _is_away(error: BaseException) -> bool:
    # Only a site with photos in a bucket has botocore.
    is_of_bucket = any(kind.__module__ == "botocore.exceptions" for kind in type(error).__mro__)
    return is_of_bucket or isinstance(error, OperationalError | InterfaceError)


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in FULL
    return getattr(error, "sqlstate", "") == FULL_STATE or FULL_SAID in str(error)
