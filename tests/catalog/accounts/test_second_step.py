"""Two-step sign-in: staff need it outside DEBUG, makers may have it, and nothing leads around it."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from bs4 import BeautifulSoup
from django.conf import LazySettings
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from catalog.invitations import invitation_tokens
from catalog.models import Maker
from tests.catalog.accounts.people import PASSWORD, code_for, is_in, set_up, sign_in, with_app
from tests.catalog.test_workshop import names
from tests.factory import make_handmade

SET_UP = "/account/two-step/"


@pytest.fixture(autouse=True)
def as_in_public(settings: LazySettings) -> None:
    settings.STAFF_NEED_SECOND_STEP = True


def admin_addresses() -> Iterator[str]:
    for name in dict.fromkeys(names(admin.site.urls[0])):
        for args in ([], [1], ["catalog"], [1, 1], ["x"]):
            try:
                yield reverse(f"admin:{name}", args=args)
                break
            except NoReverseMatch:
                continue


def recovery_codes(client: Client) -> list[str]:
    page = BeautifulSoup(client.get("/account/recovery-codes/").content, "html.parser")
    return [code.text for code in page.select("li .key")]


def enter(client: Client, code: str) -> str:
    return str(client.post("/account/code/", {"code": code}, follow=True).request["PATH_INFO"])


def test_staff_see_nothing_of_the_admin_before_it_is_set_up(client: Client, curator: User) -> None:
    make_handmade(name="Unseen ring")
    client.force_login(curator)
    walked = [address for address in admin_addresses() if address not in {"/admin/login/", "/admin/logout/"}]
    assert len(walked) > 25
    for address in walked:
        for response in (client.get(address, follow=True), client.post(address, follow=True)):
            assert response.redirect_chain[-1][0].startswith("/account/confirm/"), address
            assert "Unseen ring" not in response.content.decode(), address


def test_staff_are_led_to_set_it_up_and_then_in(client: Client, curator: User) -> None:
    page = sign_in(client, "curator", onward="/admin/")
    assert page.request["PATH_INFO"] == "/account/confirm/"
    page = client.post(page.redirect_chain[-1][0], {"password": PASSWORD}, follow=True)
    assert page.request["PATH_INFO"] == SET_UP
    assert str(page.context["totp_svg_data_uri"]).startswith("data:image/svg+xml;base64,")
    code = code_for(page.context["form"].secret)
    page = client.post(SET_UP, {"code": code}, follow=True)
    assert page.request["PATH_INFO"] == "/account/recovery-codes/"
    assert len(recovery_codes(client)) == 10
    assert client.get("/admin/").status_code == 200


def test_wrong_code_turns_nothing_on(client: Client, curator: User) -> None:
    client.force_login(curator)
    client.post("/account/confirm/", {"password": PASSWORD})
    secret = client.get(SET_UP).context["form"].secret
    page = client.post(SET_UP, {"code": "000000" if code_for(secret) != "000000" else "111111"})
    assert "This code is not right" in page.content.decode()
    assert page.context["form"].secret == secret
    assert client.get("/admin/").status_code == 302


def test_makers_are_not_asked_for_it_and_may_have_it(client: Client, ana: User) -> None:
    assert sign_in(client, "ana").request["PATH_INFO"] == "/workshop/"
    assert "It is off" in client.get("/account/").content.decode()
    secret = set_up(client)
    assert "It is on" in client.get("/account/").content.decode()
    other = Client()
    assert sign_in(other, "ana").request["PATH_INFO"] == "/account/code/"
    assert enter(other, code_for(secret)) == "/workshop/"


def test_staff_need_nothing_on_their_own_computer(client: Client, settings: LazySettings, curator: User) -> None:
    settings.STAFF_NEED_SECOND_STEP = False
    assert sign_in(client, "curator").request["PATH_INFO"] == "/admin/"


@pytest.mark.parametrize("door", ["/admin/", "/workshop/"])
def test_member_who_is_staff_too_needs_it_at_both_doors(client: Client, ana: User, door: str) -> None:
    User.objects.filter(pk=ana.pk).update(is_staff=True)
    assert sign_in(client, "ana", onward=door).request["PATH_INFO"] == "/account/confirm/"
    set_up(client)
    assert client.get(door).status_code == 200


def test_password_alone_opens_nothing_then(client: Client, curator: User) -> None:
    secret = with_app(curator)
    sign_in(client, "curator", onward="/admin/catalog/piece/")
    assert not is_in(client)
    for address in ("/admin/", "/account/", "/account/recovery-codes/", SET_UP, "/account/two-step/off/"):
        assert client.get(address, follow=True).request["PATH_INFO"] == "/account/code/", address
    assert enter(client, code_for(secret)) == "/admin/catalog/piece/"


def test_code_works_once(client: Client, curator: User) -> None:
    code = code_for(with_app(curator))
    sign_in(client, "curator")
    assert enter(client, code) == "/admin/"
    other = Client()
    sign_in(other, "curator")
    assert enter(other, code) == "/account/code/"


def test_recovery_code_works_once(client: Client, curator: User) -> None:
    client.force_login(curator)
    set_up(client)
    code = recovery_codes(client)[0]
    for expected in ("/admin/", "/account/code/"):
        other = Client()
        sign_in(other, "curator")
        assert enter(other, code) == expected
    assert code not in recovery_codes(client)


def test_new_recovery_codes_end_the_old(client: Client, curator: User) -> None:
    client.force_login(curator)
    set_up(client)
    before = recovery_codes(client)
    client.post("/account/recovery-codes/new/")
    assert len(recovery_codes(client)) == 10
    assert not set(before) & set(recovery_codes(client))


def test_guessing_codes_has_an_end(client: Client, curator: User) -> None:
    secret = with_app(curator)
    sign_in(client, "curator")
    for _try in range(5):
        assert client.post("/account/code/", {"code": "letters"}).status_code == 200
    page = client.post("/account/code/", {"code": code_for(secret)})
    assert page.status_code == 429
    assert "wrong too often" in page.content.decode()


def test_somebody_else_may_sign_in_instead(client: Client, curator: User, ana: User) -> None:
    with_app(curator)
    page = BeautifulSoup(sign_in(client, "curator").content, "html.parser")
    out = page.select_one("form[action^='/account/logout/']")
    assert out
    assert client.post(str(out["action"])).headers["Location"] == "/account/login/"
    assert sign_in(client, "ana").request["PATH_INFO"] == "/workshop/"


def test_turning_it_off_asks_for_the_password_and_shuts_staff_out(client: Client, curator: User) -> None:
    with_app(curator)
    client.force_login(curator)
    assert client.get("/admin/").status_code == 200
    assert client.get("/account/two-step/off/").headers["Location"].startswith("/account/confirm/")
    client.post("/account/confirm/", {"password": PASSWORD})
    page = client.post("/account/two-step/off/", follow=True)
    assert "Two-step sign-in is off." in page.content.decode()
    assert client.get("/admin/").status_code == 302


def test_invitation_does_not_get_around_it(client: Client, ana: User) -> None:
    with_app(ana)
    ana.set_unusable_password()
    ana.save()
    uid = urlsafe_base64_encode(force_bytes(ana.pk))
    link = reverse("welcome", args=[uid, invitation_tokens.make_token(ana)])
    form = client.get(link, follow=True)
    page = client.post(form.redirect_chain[-1][0], {"password": "a hammer and seven files"}, follow=True)
    assert page.request["PATH_INFO"] == "/account/code/"
    assert not is_in(client)


def test_staff_take_a_lost_second_step_away_and_see_no_key(client: Client, curator: User, ana: User) -> None:
    key = with_app(ana)
    client.force_login(curator)
    set_up(client)
    one = Authenticator.objects.get(user=ana, type=Authenticator.Type.TOTP)
    page = client.get(f"/admin/mfa/authenticator/{one.pk}/change/").content.decode()
    assert "ana" in page
    assert key not in page
    assert client.get("/admin/mfa/authenticator/add/").status_code == 403
    client.post(f"/admin/mfa/authenticator/{one.pk}/delete/", {"post": "yes"})
    assert sign_in(Client(), "ana").request["PATH_INFO"] == "/workshop/"


def test_membership_is_still_what_opens_the_workshop(client: Client, ana: User) -> None:
    with_app(ana)
    Maker.objects.get().members.clear()
    client.force_login(ana)
    assert client.get("/workshop/", follow=True).request["PATH_INFO"] == "/account/closed/"
