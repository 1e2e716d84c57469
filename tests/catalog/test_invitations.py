import re
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from catalog.invitations import invitation_tokens
from catalog.models import Maker
from tests.catalog.admin_forms import filled
from tests.factory import make_maker

pytestmark = pytest.mark.django_db

PASSWORD = "seven hammers and a file"


@pytest.fixture
def maker() -> Maker:
    return make_maker(name="Bench")


@pytest.fixture
def link(maker: Maker, admin_client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> str:
    """What stands in the message to somebody who was just invited."""
    with django_capture_on_commit_callbacks(execute=True):
        ask(admin_client, maker, "ines@example.com")
    found = re.search(r"http://testserver(/workshop/welcome/\S+)", str(mail.outbox[0].body))
    assert found
    return found[1]


def ask(client: Client, maker: Maker, email: str) -> str:
    address = f"/admin/catalog/maker/{maker.pk}/change/"
    sent = filled(client, address) | {"_invite": email, "_send_invitation": "yes"}
    return client.post(address, sent, follow=True).content.decode()


def come_in(client: Client, link: str, password: str = PASSWORD) -> str:
    """Where choosing a password by that link ends."""
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0] if form.redirect_chain else link
    return str(client.post(address, {"password": password}, follow=True).request["PATH_INFO"])


def test_invited_person_chooses_a_password_and_stands_in_the_workshop(maker: Maker, link: str) -> None:
    client = Client()
    assert come_in(client, link) == "/workshop/"
    assert list(User.objects.get(email="ines@example.com").makers.all()) == [maker]
    assert "Bench" in client.get("/workshop/catalog/maker/").content.decode()
    assert Client().login(username="ines@example.com", password=PASSWORD)


def test_link_works_once(link: str) -> None:
    come_in(Client(), link)
    page = Client().get(link, follow=True)
    assert "has been used" in page.content.decode()
    assert come_in(Client(), link, "another hammer altogether") != "/workshop/"


def test_link_runs_out(link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    later = datetime.now() + timedelta(days=4)
    monkeypatch.setattr(invitation_tokens, "_now", lambda: later)
    assert "has run out" in Client().get(link, follow=True).content.decode()


def test_link_is_of_one_account(link: str) -> None:
    other = User.objects.create_user("other")
    _root, uid, token, _end = link.rsplit("/", 3)
    assert not invitation_tokens.check_token(other, token)
    assert (
        "has been used" in Client().get(link.replace(uid, "MQ" if uid != "MQ" else "Mg"), follow=True).content.decode()
    )


@pytest.mark.parametrize(("password", "said"), [("", "Choose a password"), ("12345678", "common"), ("short", "short")])
def test_weak_password_is_refused_with_what_to_do(link: str, password: str, said: str) -> None:
    client = Client()
    form = client.get(link, follow=True)
    page = client.post(form.redirect_chain[-1][0], {"password": password})
    assert page.status_code == 200
    assert said in page.content.decode()


def test_whoever_has_an_account_is_sent_to_the_door(
    maker: Maker, admin_client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    known = User.objects.create_user("known", "Known@example.com", PASSWORD)
    with django_capture_on_commit_callbacks(execute=True):
        ask(admin_client, maker, "known@example.com")
    assert list(maker.members.all()) == [known]
    assert "http://testserver/workshop/\n" in mail.outbox[0].body


def test_name_that_is_taken_by_another_address_is_no_new_account(maker: Maker, admin_client: Client) -> None:
    known = User.objects.create_user("taken@example.com", "other@example.com", PASSWORD)
    ask(admin_client, maker, "Taken@example.com")
    assert list(maker.members.all()) == [known]


def test_address_sent_by_enter_is_an_invitation_too(maker: Maker, admin_client: Client) -> None:
    address = f"/admin/catalog/maker/{maker.pk}/change/"
    admin_client.post(address, filled(admin_client, address) | {"_invite": "ines@example.com"})
    assert maker.members.get().email == "ines@example.com"


@pytest.mark.parametrize("email", ["", "nobody", "a@b@c", "x" * 200 + "@example.com"])
def test_wrong_address_invites_nobody(maker: Maker, admin_client: Client, email: str) -> None:
    ask(admin_client, maker, email)
    assert not maker.members.exists()
    assert mail.outbox == []


def test_makers_invite_nobody(maker: Maker, link: str) -> None:
    client = Client()
    come_in(client, link)
    address = f"/workshop/catalog/maker/{maker.pk}/change/"
    assert 'name="_invite"' not in client.get(address).content.decode()
    client.post(address, filled(client, address) | {"_invite": "b@example.com", "_send_invitation": "yes"})
    assert not User.objects.filter(email="b@example.com").exists()
