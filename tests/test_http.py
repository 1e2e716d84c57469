from collections.abc import Callable
from pathlib import Path
from typing import cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django_htmx.middleware import HtmxDetails

from jewelcompare import http
from jewelcompare.http import HtmxHttpRequest
from jewelcompare.wsgi import application

PAGE = "{% load partials %}<h1>Pieces</h1>{% partialdef list inline %}<p>{{ name }}</p>{% endpartialdef %}"


def answer_with_two_sizes(settings: LazySettings, folder: Path, **headers: str) -> HttpResponse:
    (folder / "page.html").write_text(PAGE)
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [folder]}]
    request = cast(HtmxHttpRequest, RequestFactory().get("/", headers=headers))
    request.htmx = HtmxDetails(request)
    return http.render_page(request, "page.html", {"name": "Ring"}, partial="list")


def test_page_is_whole_without_htmx(settings: LazySettings, tmp_path: Path) -> None:
    response = answer_with_two_sizes(settings, tmp_path)
    assert response.content == b"<h1>Pieces</h1><p>Ring</p>"
    assert response["Vary"] == "HX-Request, HX-History-Restore-Request"


def test_htmx_gets_the_partial_alone(settings: LazySettings, tmp_path: Path) -> None:
    response = answer_with_two_sizes(settings, tmp_path, hx_request="true")
    assert response.content == b"<p>Ring</p>"


def test_history_restore_gets_the_whole_page(settings: LazySettings, tmp_path: Path) -> None:
    response = answer_with_two_sizes(settings, tmp_path, hx_request="true", hx_history_restore_request="true")
    assert response.content == b"<h1>Pieces</h1><p>Ring</p>"


@pytest.mark.django_db
def test_health_is_told_to_anyone(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.content == b"ok\n"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_every_answer_carries_the_security_headers(client: Client) -> None:
    response = client.get("/healthz")
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["Permissions-Policy"] == "camera=(), geolocation=(), microphone=(), payment=()"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
def test_unknown_address_is_not_found(client: Client) -> None:
    assert client.get("/no-such-page/").status_code == 404


@pytest.mark.django_db
def test_post_in_another_encoding_is_refused_politely(client: Client) -> None:
    response = client.post("/account/login/", "a=b", content_type="application/x-www-form-urlencoded; charset=utf-7")
    assert response.status_code == 400
    assert response["Content-Type"].startswith("text/plain")


def ask(application: WSGIApplication, content_type: str) -> str:
    statuses: list[str] = []

    def start_response(status: str, *_: object) -> Callable[[bytes], None]:
        statuses.append(status)
        return lambda body: None

    application({**RequestFactory().get("/healthz").environ, "CONTENT_TYPE": content_type}, start_response)
    return statuses[0]


def answer_anything(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    start_response("200 OK", [])
    return []


def test_extended_parameter_in_content_type_is_refused() -> None:
    assert ask(application, "text/plain; a*=BOGUS''x") == "400 Bad Request"


def test_ordinary_content_type_passes_the_guard() -> None:
    guarded = http.refuse_extended_content_type(answer_anything)
    assert ask(guarded, "text/plain; charset=utf-8") == "200 OK"


def test_answer_that_is_sent_as_it_is_read_fails_before_it_begins() -> None:
    with pytest.raises(ZeroDivisionError):
        http.begun(f"{1 / number}" for number in (0, 1))
    assert list(http.begun(iter("abc"))) == ["a", "b", "c"]
    assert list(http.begun(())) == []
