"""What every answer carries, whoever gives it: what browsers may do with it, who may keep it, if it has changed."""

from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.middleware.http import ConditionalGetMiddleware
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from jewelcompare.http import View

# Of these the site's policy, HSTS and what is right for one page alone are set elsewhere.
HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
NOBODY_ELSES = "private, no-cache"
# Browsers ask each time, as what somebody kept changes a page; caches that many share answer for a minute.
EVERYBODYS = "public, max-age=0, s-maxage=60"


def add_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Outermost, so that what the others refuse has them too. Unless its view says so, a page is for nobody else."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", NOBODY_ELSES)
        if response.cookies and "private" not in response.headers["Cache-Control"]:
            response.headers["Cache-Control"] = NOBODY_ELSES
        return response

    return answer


def for_everybody(view: View) -> View:
    """A page without anything of whoever asks, as long as they bring neither a cookie nor a query."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == HTTPStatus.OK and not request.COOKIES and not request.META.get("QUERY_STRING"):
            response.headers.setdefault("Cache-Control", EVERYBODYS)
        return response

    return answer


class Unchanged(ConditionalGetMiddleware):
    """Answers 304 to whoever has the page as it is. Its mark is weak, so compressing the page leaves it as it is."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not isinstance(response, HttpResponse):
            # What is sent as it is read has a name that never means anything else.
            return response
        if response.content and self.needs_etag(response):
            response.headers.setdefault("ETag", f'W/"{blake2b(response.content, digest_size=16).hexdigest()}"')
        return super().process_response(request, response)


class PageCompression(GZipMiddleware):
    """Pages leave small. Photos, which are sent as they are read, are small already."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.status_code == HTTPStatus.NOT_MODIFIED:
            # As the page that it stands for.
            patch_vary_headers(response, ["Accept-Encoding"])
        return response if response.streaming else super().process_response(request, response)


class LanguageOfAddress(LocaleMiddleware):
    """Django says of each page that it depends on the languages a browser asks for. Here its address alone tells."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Content-Language", get_language() or settings.LANGUAGE_CODE)
        return response
