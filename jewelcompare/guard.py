"""What has to be refused before Django sees it."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from jewelcompare.headers import HEADERS
from jewelcompare.http import PLAIN_TEXT

REFUSAL = {
    "Content-Type": PLAIN_TEXT,
    "Content-Length": "0",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    **HEADERS,
}


def refuse_extended_content_type(application: WSGIApplication) -> WSGIApplication:
    """Answer 400 to `Content-Type: text/plain; a*=…`, which makes Django 5.2 fail before any handler runs."""

    def guarded(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if "*=" not in environ.get("CONTENT_TYPE", ""):
            return application(environ, start_response)
        start_response("400 Bad Request", [*REFUSAL.items()])
        return []

    return guarded
