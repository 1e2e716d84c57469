"""Whether a request that changes something comes from a page of this site. It needs no cookie, so none is set for it.

Source: OWASP, Cross-Site Request Forgery Prevention Cheat Sheet: Fetch Metadata headers, and as the fallback the origin
by standard headers. Browsers write all three headers themselves; no page can forge them.
"""

from functools import wraps
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt

from jewelcompare.http import View

OPAQUE = "null"
READING = {"GET", "HEAD"}
LONGEST_ADDRESS = 4_000


def from_this_site(view: View) -> View:
    """Refuses with a page what another site, subdomain, port or scheme, or nobody known sends; reading is free."""

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method not in READING and not is_from_this_site(request):
            return render(request, "pages/elsewhere.html", status=403)
        return view(request, *args, **kwargs)

    return answer


def is_from_this_site(request: HttpRequest) -> bool:
    """Each header that is there must say so, and one of them must be there."""
    sent_from = request.headers.get("Sec-Fetch-Site")
    if sent_from not in (None, "same-origin"):
        return False
    origin = request.headers.get("Origin")
    if sent_from and origin == OPAQUE:
        # A page that sends no referrer has the origin of its forms blotted out too; the other header vouches for it.
        return True
    source = _origin_of(request.headers.get("Referer")) if origin is None else origin
    if source is None:
        return sent_from is not None
    return source == f"{request.scheme}://{request.get_host()}"


def _origin_of(address: str | None) -> str | None:
    """Scheme, host and port of an address; "" where it cannot be read."""
    if address is None:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}"


def own_path(address: str) -> str:
    """Path and query of an address on this site; "" for any other, so that nobody is sent elsewhere."""
    is_own = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    if not is_own or len(address) > LONGEST_ADDRESS:
        return ""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
