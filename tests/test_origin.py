import pytest
from django.conf import LazySettings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from jewelcompare.origin import from_this_site, is_from_this_site, own_path
from tests.factory import make_handmade

OURS = "https://jewels.example"


def sent_with(headers: dict[str, str], host: str = "jewels.example", *, secure: bool = True) -> HttpRequest:
    return RequestFactory().post("/shortlist/keep/", secure=secure, headers={"host": host, **headers})


@pytest.fixture(autouse=True)
def _hosts(settings: LazySettings) -> None:
    settings.ALLOWED_HOSTS = ["jewels.example", "testserver"]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": OURS},
        {"origin": OURS, "sec-fetch-site": "same-origin"},
        {"origin": OURS, "referer": f"{OURS}/pieces/?kind=ring"},
        {"referer": f"{OURS}/pieces/"},
        {"referer": f"{OURS}/pieces/", "sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "same-origin"},
        {"origin": "null", "sec-fetch-site": "same-origin"},
    ],
)
def test_our_own_pages_may(headers: dict[str, str]) -> None:
    assert is_from_this_site(sent_with(headers))


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "null", "referer": f"{OURS}/pieces/"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "https://elsewhere.example", "referer": f"{OURS}/pieces/"},
        {"origin": "https://elsewhere.example", "sec-fetch-site": "same-origin"},
        {"origin": "http://jewels.example"},
        {"origin": "https://jewels.example:8443"},
        {"origin": "https://evil.jewels.example"},
        {"origin": "https://jewels.example.evil.example"},
        {"origin": "https://jewels.example@evil.example"},
        {"origin": f"{OURS}/"},
        {"origin": f"{OURS} https://elsewhere.example"},
        {"origin": "jewels.example"},
        {"referer": "https://elsewhere.example/?https://jewels.example/"},
        {"referer": "http://jewels.example/pieces/"},
        {"referer": "https://jewels.example:8443/pieces/"},
        {"referer": "https://evil.jewels.example/"},
        {"referer": "https://jewels.example@evil.example/"},
        {"referer": "/pieces/"},
        {"referer": "//jewels.example/"},
        {"referer": "https://["},
        {"referer": ""},
        {"origin": OURS, "sec-fetch-site": "cross-site"},
        {"origin": OURS, "sec-fetch-site": "same-site"},
        {"origin": OURS, "sec-fetch-site": "none"},
        {"origin": OURS, "sec-fetch-site": ""},
        {"origin": OURS, "sec-fetch-site": "Same-Origin"},
        {"sec-fetch-site": "none"},
    ],
)
def test_nobody_else_may(headers: dict[str, str]) -> None:
    assert not is_from_this_site(sent_with(headers))


def test_port_is_part_of_the_site() -> None:
    assert is_from_this_site(sent_with({"origin": "https://jewels.example:8443"}, "jewels.example:8443"))
    assert not is_from_this_site(sent_with({"origin": OURS}, "jewels.example:8443"))


def test_scheme_is_that_of_the_request() -> None:
    assert is_from_this_site(sent_with({"origin": "http://jewels.example"}, secure=False))
    assert not is_from_this_site(sent_with({"origin": OURS}, secure=False))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/shortlist/keep/", "/shortlist/drop/", "/shortlist/share/", "/compare/add/", "/compare/drop/"]
)
def test_refusal_is_a_page_that_changes_nothing_and_sets_no_cookie(address: str) -> None:
    make_handmade(slug="tide")
    client = Client(enforce_csrf_checks=True)
    response = client.post(address, {"piece": "tide"}, headers={"origin": "https://elsewhere.example"})
    assert response.status_code == 403
    assert "So we changed nothing" in response.content.decode()
    assert not response.cookies
    assert not client.cookies


@pytest.mark.django_db
def test_own_form_needs_no_token() -> None:
    make_handmade(slug="tide")
    client = Client(enforce_csrf_checks=True)
    response = client.post("/shortlist/keep/", {"piece": "tide"}, headers={"origin": "http://testserver"})
    assert response.status_code == 303


def test_view_behind_it_keeps_its_name() -> None:
    def press(request: HttpRequest) -> HttpResponse:
        return HttpResponse("pressed")

    guarded = from_this_site(press)
    assert guarded.__name__ == "press"
    assert guarded(sent_with({"origin": OURS})).content == b"pressed"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/pieces/", "/pieces/"),
        ("/pieces/?kind=ring&page=2", "/pieces/?kind=ring&page=2"),
        ("/pieces/?next=https://elsewhere.example/", "/pieces/?next=https://elsewhere.example/"),
        ("/pieces/#keep-tide", "/pieces/"),
        ("", ""),
        ("pieces/", ""),
        ("?kind=ring", ""),
        ("https://elsewhere.example/", ""),
        ("https://testserver/pieces/", ""),
        ("//elsewhere.example/", ""),
        ("///elsewhere.example/", ""),
        ("/\\elsewhere.example/", ""),
        ("/\t/elsewhere.example/", ""),
        ("/\n/elsewhere.example/", ""),
        ("\\\\elsewhere.example/", ""),
        ("javascript:alert(1)", ""),
        (" /pieces/", ""),
        ("\x00/pieces/", ""),
        (f"/pieces/?q={'x' * 4000}", ""),
    ],
)
def test_way_back_leads_to_no_other_site(address: str, expected: str) -> None:
    assert own_path(address) == expected
