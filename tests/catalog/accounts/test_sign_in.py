"""One sign-in for both sites: it takes people in, leads them to their own, and tells others nothing."""

from collections.abc import Iterator
from typing import ClassVar

import pytest
from bs4 import BeautifulSoup
from django.conf import LazySettings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.catalog.accounts.people import PASSWORD, SIGN_IN, is_in, sign_in

WANTED = {
    *("account_login", "account_logout", "account_inactive", "account_reauthenticate", "account_change_password"),
    *("account_reset_password", "account_reset_password_done", "account_reset_password_from_key"),
    "account_reset_password_from_key_done",
    *("mfa_index", "mfa_authenticate", "mfa_activate_totp", "mfa_deactivate_totp"),
    *("mfa_view_recovery_codes", "mfa_generate_recovery_codes"),
}
IN_ADMIN = {f"mfa_authenticator_{page}" for page in ("add", "change", "changelist", "delete", "history")}


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one)
        else:
            yield one


def test_nobody_signs_up_anywhere(client: Client) -> None:
    every = list(patterns(get_resolver()))
    assert {one.name for one in every if str(one.name).startswith(("account_", "mfa_"))} - IN_ADMIN == WANTED
    assert {one.name for one in every if one.callback.__module__.startswith("allauth.")} <= WANTED
    assert "sign up" not in client.get(SIGN_IN).content.decode().lower()


@pytest.mark.parametrize("name", ["ana", "Ana", "ana@example.com", "ANA@example.com", " ana "])
def test_name_and_address_both_sign_in(client: Client, ana: User, name: str) -> None:
    assert sign_in(client, name).request["PATH_INFO"] == "/workshop/"


def test_address_that_is_kept_in_capitals_signs_in(client: Client, curator: User) -> None:
    assert sign_in(client, "curator@example.com").request["PATH_INFO"] == "/admin/"


@pytest.mark.parametrize("door", ["/admin/", "/workshop/"])
def test_both_doors_lead_everybody_home(ana: User, curator: User, door: str) -> None:
    for name, home in (("ana", "/workshop/"), ("curator", "/admin/")):
        client = Client()
        asked = client.get(f"{door}catalog/", follow=True)
        assert asked.redirect_chain[-1][0] == f"{SIGN_IN}?next={door}catalog/"
        assert sign_in(client, name, onward=door).request["PATH_INFO"] == home


def test_sign_in_goes_on_to_what_was_asked_for(client: Client, curator: User) -> None:
    assert sign_in(client, "curator", onward="/admin/catalog/piece/").request["PATH_INFO"] == "/admin/catalog/piece/"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", r"/\evil.example"]
)
def test_sign_in_leads_nowhere_else(client: Client, settings: LazySettings, ana: User, elsewhere: str) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "evil.example"]
    door = client.get("/admin/login/", {"next": elsewhere})
    assert door.headers["Location"] == f"{SIGN_IN}?next=/admin/"
    assert sign_in(client, "ana", onward=elsewhere).request["PATH_INFO"] == "/workshop/"


@pytest.mark.parametrize("door", ["/admin/", "/workshop/", "/admin/login/", "/workshop/catalog/piece/"])
def test_who_may_do_nothing_is_told_so(client: Client, visitor: User, door: str) -> None:
    page = sign_in(client, "visitor", onward=door)
    assert page.status_code == 200
    assert "nothing for you to do here" in page.content.decode()
    assert "Sign out" in page.content.decode()


def test_who_is_shut_out_does_not_come_in(client: Client, ana: User) -> None:
    User.objects.update(is_active=False)
    assert "do not belong together" in sign_in(client, "ana").content.decode()
    assert not is_in(client)


@pytest.mark.parametrize("name", ["ana", "ana@example.com", "nobody", "nobody@example.com"])
def test_wrong_password_says_what_to_do_and_not_who_exists(client: Client, ana: User, name: str) -> None:
    page = BeautifulSoup(sign_in(client, name, "wrong").content, "html.parser")
    problem = page.select_one(".error-summary p")
    assert problem
    assert problem.text.startswith("This name and this password do not belong together. Check both, or ask")
    assert page.select_one("main a[href='/account/password/reset/']")


class CountedHasher(MD5PasswordHasher):
    hashed: ClassVar[list[str]] = []

    def encode(self, password: str, salt: str) -> str:
        self.hashed.append(password)
        return super().encode(password, salt)


@pytest.mark.parametrize("name", ["ana", "ana@example.com", "nobody", "invited", "shut-out"])
def test_time_does_not_tell_who_exists(client: Client, settings: LazySettings, ana: User, name: str) -> None:
    User.objects.create_user("invited", "invited@example.com")
    User.objects.create_user("shut-out", "shut-out@example.com", PASSWORD, is_active=False)
    settings.PASSWORD_HASHERS = [f"{__name__}.CountedHasher"]
    CountedHasher.hashed.clear()
    sign_in(client, name, "wrong")
    assert len(CountedHasher.hashed) == 1


def test_empty_fields_are_named_beside_them(client: Client, ana: User) -> None:
    page = BeautifulSoup(sign_in(client, "", "").content, "html.parser")
    for field in page.select("main input.input"):
        error = page.find(id=str(field["aria-describedby"]))
        assert error
        assert "Enter your" in error.text
        assert field["aria-invalid"] == "true"
    assert page.title
    assert page.title.text.startswith("Error: Sign in")


def test_guessing_ends_with_a_page_that_says_so(client: Client, ana: User) -> None:
    for _try in range(5):
        assert sign_in(client, "ana", "wrong").status_code == 200
    page = sign_in(client, "ana")
    assert page.status_code == 429
    assert "Wait five minutes" in page.content.decode()
    assert not is_in(client)


def test_guessing_at_many_accounts_ends_by_the_address_it_comes_from(client: Client, ana: User) -> None:
    for number in range(10):
        sign_in(client, f"name{number}", "wrong")
    assert sign_in(client, "ana").status_code == 429
    assert sign_in(Client(REMOTE_ADDR="192.0.2.7"), "ana").status_code == 200


@pytest.mark.parametrize(("proxies", "status"), [(0, 429), (1, 200)])
def test_forwarded_address_counts_behind_a_proxy_alone(
    settings: LazySettings, ana: User, proxies: int, status: int
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    for number in range(10):
        sign_in(Client(headers={"X-Forwarded-For": "192.0.2.7"}), f"name{number}", "wrong")
    assert sign_in(Client(headers={"X-Forwarded-For": "192.0.2.8"}), "ana").status_code == status


def test_haste_is_answered_by_a_page_of_ours(client: Client, db: None) -> None:
    pages = [client.post(SIGN_IN, {"login": "", "password": ""}) for _try in range(31)]
    assert [page.status_code for page in pages] == 30 * [200] + [429]
    assert "Wait a few minutes" in pages[-1].content.decode()
    assert "JewelCompare" in pages[-1].content.decode()


def test_shortlist_outlives_the_sign_in(client: Client, ana: User, settings: LazySettings) -> None:
    session = client.session
    session["kept"] = ["tide-ring"]
    session.save()
    sign_in(client, "ana")
    assert client.session["kept"] == ["tide-ring"]
    assert client.session.session_key != session.session_key
    assert client.session.get_expiry_age() == settings.SIGN_IN_AGE


@pytest.mark.parametrize(("name", "door"), [("ana", "/workshop/"), ("curator", "/admin/")])
def test_sites_link_to_the_account_and_out(client: Client, ana: User, curator: User, name: str, door: str) -> None:
    page = BeautifulSoup(sign_in(client, name, onward=door).content, "html.parser")
    out = page.select_one("#logout-form")
    assert page.select_one("#user-tools a[href='/account/']")
    assert out
    assert client.get(str(out["action"])).status_code == 405
    assert client.post(str(out["action"])).status_code == 200
    assert not is_in(client)


def test_account_signs_out_by_post_alone(client: Client, ana: User) -> None:
    sign_in(client, "ana")
    assert "Sign out?" in client.get("/account/logout/").content.decode()
    assert is_in(client)
    assert client.post("/account/logout/").headers["Location"] == "/"
    assert not is_in(client)
    assert "messages" not in client.cookies


@pytest.mark.parametrize("address", [SIGN_IN, "/account/password/reset/", "/account/", "/account/password/"])
def test_account_pages_are_nobody_elses(client: Client, ana: User, address: str) -> None:
    if address != SIGN_IN:
        client.force_login(ana)
    response = client.get(address)
    page = BeautifulSoup(response.content, "html.parser")
    assert "no-store" in response.headers["Cache-Control"]
    assert page.select_one("meta[name=robots][content=noindex]")
    assert len(page.select("h1")) == 1
    assert [field["type"] for field in page.select("main .input") if not field.get("autocomplete")] == []


def test_password_is_changed_by_who_knows_the_old_one(client: Client, ana: User) -> None:
    sign_in(client, "ana")
    told = {"oldpassword": "wrong", "password1": "a hammer and seven files"}
    assert "not your password until now" in client.post("/account/password/", told).content.decode()
    page = client.post("/account/password/", told | {"oldpassword": PASSWORD}, follow=True)
    assert "Your password is changed." in page.content.decode()
    assert is_in(client)
    assert sign_in(Client(), "ana", "a hammer and seven files").request["PATH_INFO"] == "/workshop/"
