"""Every answer of every address, as it is deployed: what browsers are told that they may do with it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connection
from django.test import Client, RequestFactory

from catalog.sites import workshop
from jewelcompare.guard import refuse_extended_content_type
from tests.catalog.people import make_member
from tests.catalog.test_walk import addresses_of
from tests.deployed.conftest import HOST, Visitor
from tests.deployed.rows import Rows, addresses_by_name, in_every_language

pytestmark = pytest.mark.django_db

SELF, NONE = ["'self'"], ["'none'"]
POLICY = {
    "default-src": NONE,
    "script-src": SELF,
    "style-src": SELF,
    "img-src": [*SELF, "data:"],
    "font-src": SELF,
    "connect-src": SELF,
    "form-action": SELF,
    "base-uri": NONE,
    "object-src": NONE,
    "frame-ancestors": NONE,
}
# A picture opened by itself may do nothing; how the browser lays it out is the browser's own inline style.
OF_PICTURES = {"default-src": NONE, "style-src": ["'unsafe-inline'"], "sandbox": []}
SAME_EVERYWHERE = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
CACHED = {"private", "public", "no-store", "no-cache"}


def policy_of(headers: Any) -> dict[str, list[str]]:
    directives = [one.split() for one in headers["Content-Security-Policy"].split(";")]
    return {name: values for name, *values in directives}


def check_headers(response: Any, address: str, policy: dict[str, list[str]] | None = None) -> None:
    headers = response.headers
    assert policy_of(headers) == (policy or POLICY), address
    assert {name: headers.get(name) for name in SAME_EVERYWHERE} == SAME_EVERYWHERE, address
    assert headers["Referrer-Policy"] in {"same-origin", "no-referrer"}, address
    assert headers["Cross-Origin-Resource-Policy"] == ("cross-origin" if is_open(response) else "same-origin"), address
    assert not CACHED.isdisjoint(headers["Cache-Control"].replace(",", " ").split()), address


def is_open(response: Any) -> bool:
    return "Access-Control-Allow-Origin" in response.headers


def test_every_address_answers_strangers_with_all_headers(visitor: Visitor, rows: Rows) -> None:
    for name, plain in addresses_by_name(rows).items():
        for address in in_every_language(plain):
            for response in (visitor.get(address), visitor.post(address)):
                assert response.status_code < 500, address
                is_picture = name == "photo" and response.status_code == 200
                check_headers(response, address, OF_PICTURES if is_picture else POLICY)
                response.getvalue()


# Django's own form for another user's password asks for a field that it does not always have.
@pytest.mark.ignore_template_errors
def test_every_address_of_the_admin_and_the_workshop_has_all_headers(rows: Rows, settings: LazySettings) -> None:
    settings.STAFF_NEED_SECOND_STEP = False
    member = make_member(rows.piece.maker, "ana")
    for who, site in ((User.objects.create_superuser("root"), admin.site), (member, workshop)):
        for client in (Visitor(), signed_in(who)):
            for address in sorted(addresses_of(site), key=lambda one: "logout" in one):
                response = client.get(address)
                check_headers(response, address)
                response.getvalue()


def signed_in(user: User) -> Visitor:
    visitor = Visitor()
    visitor.force_login(user)
    return visitor


REFUSALS = [
    (404, {"path": "/no-such-page/"}),
    (404, {"path": "/fr/no-such-page/"}),
    (301, {"path": "/pieces"}),
    (400, {"path": "/", "headers": {"host": "elsewhere.example"}}),
    (405, {"path": "/shortlist/keep/"}),
    (304, {"path": "/about/", "headers": {"if-none-match": "*"}}),
]


@pytest.mark.parametrize(("status", "asked"), REFUSALS, ids=str)
def test_refusals_have_all_headers(visitor: Visitor, status: int, asked: dict[str, Any]) -> None:
    response = visitor.get(**asked)
    assert response.status_code == status
    check_headers(response, asked["path"])


def test_foreign_and_forged_forms_are_refused_with_all_headers(rows: Rows) -> None:
    foreign = Visitor(origin="https://elsewhere.example").post("/shortlist/keep/", {"piece": "tide"})
    strict = Visitor()
    strict.handler.enforce_csrf_checks = True
    for response in (foreign, strict.post("/account/login/", {"login": "ines", "password": "x"})):
        assert response.status_code == 403
        check_headers(response, response.request["PATH_INFO"])


def test_haste_is_answered_with_all_headers(visitor: Visitor, settings: LazySettings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "verdict_json": "1/m/ip", "bring": "1/m/ip"}
    asks: list[Callable[[], Any]] = [
        lambda: visitor.get("/decide/verdict.json"),
        lambda: visitor.post("/bring/", {"text": "Silver ring"}),
    ]
    for ask in asks:
        ask()
        response = ask()
        assert response.status_code == 429
        check_headers(response, response.request["PATH_INFO"])


@pytest.mark.parametrize(("failure", "status"), [(ValueError("bug"), 500), (OperationalError("gone"), 503)])
def test_failures_have_all_headers(visitor: Visitor, failure: Exception, status: int) -> None:
    def fail(*_: object) -> None:
        raise failure

    with connection.execute_wrapper(fail):
        response = visitor.get("/makers/")
    assert response.status_code == status
    check_headers(response, "/makers/")


@pytest.mark.parametrize("name", ["css/site.css", "js/site.js", "favicon.svg", "admin/css/base.css"])
def test_files_have_all_headers(visitor: Visitor, name: str) -> None:
    response = visitor.get(staticfiles_storage.url(name))
    assert response.status_code == 200
    check_headers(response, name)
    response.getvalue()


@pytest.mark.parametrize(("host", "status"), [(HOST, 301), ("elsewhere.example", 400)])
def test_plain_http_is_led_to_https_or_refused(host: str, status: int) -> None:
    response = Client(headers={"host": host}).get("/about/")
    assert response.status_code == status
    assert policy_of(response.headers) == POLICY
    assert "Strict-Transport-Security" not in response.headers
    assert response.headers.get("Location", f"https://{HOST}/about/") == f"https://{HOST}/about/"
    assert "private" in response.headers["Cache-Control"]


def test_guard_before_django_has_the_same_headers() -> None:
    sent: dict[str, str] = {}
    environ = {**RequestFactory().get("/").environ, "CONTENT_TYPE": "text/plain; a*=BOGUS''x"}
    guarded = refuse_extended_content_type(get_wsgi_application())
    guarded(environ, lambda _status, headers, *_: sent.update(headers))  # type: ignore[arg-type]
    for name in {*SAME_EVERYWHERE, "Referrer-Policy", "Content-Security-Policy"} - {"Strict-Transport-Security"}:
        assert name in sent
