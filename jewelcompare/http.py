"""What every page shares with HTTP: htmx's two sizes, headers and languages. Knows no model."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from itertools import chain, islice
from typing import Any
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.middleware.http import ConditionalGetMiddleware
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.cache import patch_vary_headers
from django.utils.decorators import decorator_from_middleware
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, override
from django_htmx.middleware import HtmxDetails

PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=()"
PLAIN_TEXT = "text/plain; charset=utf-8"

View = Callable[..., HttpResponse]
# What has not changed since a program last asked is answered by 304.
with_etag = decorator_from_middleware(ConditionalGetMiddleware)


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


def begun(lines: Iterable[str]) -> Iterable[str]:
    """The same, its first read: what fails at once fails while the answer can still say so."""
    rest = iter(lines)
    return chain(list(islice(rest, 1)), rest)


def address_before(request: HttpRequest, path: str) -> str:
    """The address of this site that the visitor comes from, if it has this path; browsers tell it to us alone."""
    before = urlsplit(request.headers.get("Referer", ""))
    is_ours = before.netloc == request.get_host() and before.path == path
    return f"{path}?{before.query}" if is_ours else ""


class PageCompression(GZipMiddleware):
    """Pages leave small. Photos, which are sent as they are read, are small already."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if response.streaming else super().process_response(request, response)


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


def add_permissions_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return answer


def refuse_extended_content_type(application: WSGIApplication) -> WSGIApplication:
    """Answer 400 to `Content-Type: text/plain; a*=…`, which makes Django 5.2 fail before any handler runs."""

    def guarded(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if "*=" not in environ.get("CONTENT_TYPE", ""):
            return application(environ, start_response)
        start_response("400 Bad Request", [("Content-Type", PLAIN_TEXT), ("Content-Length", "0")])
        return []

    return guarded
