"""Logs: one line for each event, under the name of the request that it belongs to, and never a query string."""

import json
import logging
import re
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
WELL_FORMED = re.compile(r"[A-Za-z0-9_-]{8,64}", re.ASCII)
REQUEST: ContextVar[str] = ContextVar("request", default="")


def name_requests(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Outermost: by its name a visitor's trouble is found in the logs of the proxy, the site and the database alike."""

    def answer(request: HttpRequest) -> HttpResponse:
        given = request.headers.get(HEADER, "") if settings.BEHIND_PROXY else ""
        name = given if WELL_FORMED.fullmatch(given) else uuid4().hex
        token = REQUEST.set(name)
        try:
            response = get_response(request)
            response.headers[HEADER] = name
            return response
        finally:
            REQUEST.reset(token)

    return answer


class WithoutQuery(logging.Filter):
    """A query string holds a shopper's answers: it never reaches a log."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(re.sub(r"\?\S*", "?…", arg) if isinstance(arg, str) else arg for arg in record.args)
        return True


class AsJson(logging.Formatter):
    """A JSON object a line. Whatever a visitor sent stays within its quotes."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "said": record.getMessage(),
            "request": REQUEST.get(),
            **getattr(record, "told", {}),
        }
        if record.exc_info:
            told["failure"] = self.formatException(record.exc_info)
        return json.dumps({name: value for name, value in told.items() if value not in ("", None)})
