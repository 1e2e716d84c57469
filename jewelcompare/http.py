"""What every page shares with HTTP: htmx's two sizes, languages, health and failure. Knows no model."""

import logging
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.cache import patch_vary_headers
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.defaults import server_error
from django_htmx.middleware import HtmxDetails

PLAIN_TEXT = "text/plain; charset=utf-8"
RETRY_AFTER_SECONDS = "5"

View = Callable[..., HttpResponse]


class HtmxHttpRequest(HttpRequest):
    htmx: HtmxDetails


class SeeOther(HttpResponseRedirect):
    """Fetch that page with GET, whatever brought you here."""

    status_code = 303


def unlisted(view: View) -> View:
    """A page whose address is the only way to it: no search engine, shared cache or other site gets to know it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private")
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


def render_page(
    request: HtmxHttpRequest, template: str, context: Mapping[str, Any], *, partial: str, status: int = 200
) -> HttpResponse:
    """The whole page, or its named partial alone when htmx asks for it."""
    is_fragment = request.htmx and not request.htmx.history_restore_request
    response = render(request, f"{template}#{partial}" if is_fragment else template, context, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


def address_before(request: HttpRequest, path: str) -> str:
    """The address of this site that the visitor comes from, if it has this path; browsers tell it to us alone."""
    try:
        before = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    is_ours = before.netloc == request.get_host() and before.path == path
    return f"{path}?{before.query}" if is_ours else ""


@dataclass(frozen=True)
class Language:
    """One language of the site, by its own name, and the address of the page asked for in it."""

    code: str
    name: str
    address: str


def languages_of(request: HttpRequest) -> list[Language]:
    return [Language(code, name, _address_in(code, request)) for code, name in settings.LANGUAGES]


def _address_in(code: str, request: HttpRequest) -> str:
    """The same address in a language; where there is no such page, the first one."""
    address = request.get_full_path()
    translated = translate_url(address, code)
    if translated != address or code == get_language():
        return translated
    with override(code):
        return reverse("home")


def site(request: HttpRequest) -> dict[str, object]:
    return {
        "site_name": settings.SITE_NAME,
        "currency": settings.CURRENCY,
        "site_languages": SimpleLazyObject(lambda: languages_of(request)),
        # Makers write in one language, whatever the page around their words is in.
        "listing_language": settings.LANGUAGE_CODE,
        "site_origin": f"{request.scheme}://{request.get_host()}",
    }


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database unavailable\n", content_type=PLAIN_TEXT, status=503)
    return HttpResponse("ok\n", content_type=PLAIN_TEXT)


def refuse_bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    # Plain on purpose: a template's context processors could read the broken request again and fail again.
    return HttpResponseBadRequest(_("This request could not be understood."), content_type=PLAIN_TEXT)


def ask_for_patience(request: HttpRequest) -> HttpResponse:
    return render(request, "429.html", status=429)


def answer_failure(request: HttpRequest) -> HttpResponse:
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return server_error(request)
    text = _("The site is busy for a moment. Please try again in a few seconds.")
    return HttpResponse(text, content_type=PLAIN_TEXT, status=503, headers={"Retry-After": RETRY_AFTER_SECONDS})


class WithoutQuery(logging.Filter):
    """A query string holds a shopper's answers: it never reaches a log."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(re.sub(r"\?\S*", "?…", arg) if isinstance(arg, str) else arg for arg in record.args)
        return True
