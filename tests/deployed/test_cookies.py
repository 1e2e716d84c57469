"""No cookie before one is needed; and those that are needed are for this host, HTTPS and the server alone."""

from collections.abc import Iterable
from http.cookies import Morsel

import pytest
from django.contrib import admin
from django.contrib.auth.models import User

from catalog.sites import workshop
from tests.catalog.test_walk import addresses_of
from tests.deployed.conftest import HOST, Visitor
from tests.deployed.rows import Rows, addresses_by_name, in_every_language

pytestmark = pytest.mark.django_db

# Forms of accounts alone are guarded by a cookie, and a link that was followed once is remembered while it is used.
NEED_ONE = {"account_login", "account_reset_password", "account_reset_password_from_key", "welcome"}


def check_cookies(cookies: Iterable[Morsel[str]]) -> None:
    for cookie in cookies:
        assert cookie.key in {"__Host-sessionid", "__Host-csrftoken"}
        assert cookie["secure"]
        assert cookie["httponly"]
        assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Lax", "/", "")


def test_looking_around_sets_no_cookie(rows: Rows) -> None:
    behind_doors = {
        f"{site.name} {address}": address for site in (admin.site, workshop) for address in addresses_of(site)
    }
    for name, plain in {**addresses_by_name(rows), **behind_doors}.items():
        for address in in_every_language(plain):
            response = Visitor().get(address)
            assert not response.cookies or name in NEED_ONE, address
            check_cookies(response.cookies.values())
            response.getvalue()


def test_keeping_a_piece_sets_one_cookie(rows: Rows) -> None:
    visitor = Visitor(origin=f"https://{HOST}")
    response = visitor.post("/shortlist/keep/", {"piece": "tide"})
    assert [*response.cookies] == ["__Host-sessionid"]
    check_cookies(response.cookies.values())


def test_last_piece_let_go_takes_the_cookie_away(rows: Rows) -> None:
    visitor = Visitor(origin=f"https://{HOST}")
    visitor.post("/shortlist/keep/", {"piece": "tide"})
    gone = visitor.post("/shortlist/drop/", {"piece": "tide"}).cookies["__Host-sessionid"]
    assert (gone.value, gone["max-age"]) == ("", 0)


def test_sign_in_sets_two(rows: Rows) -> None:
    User.objects.create_user("ana", password="seven hammers and a file")
    visitor = Visitor()
    visitor.get("/account/login/")
    visitor.post("/account/login/", {"login": "ana", "password": "seven hammers and a file"})
    assert {*visitor.cookies} == {"__Host-sessionid", "__Host-csrftoken"}
    check_cookies(visitor.cookies.values())
