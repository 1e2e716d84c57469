"""A forgotten password: a link by mail, for who has an account, and the same answer for who has none."""

import re
from threading import Event

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.utils.http import int_to_base36
from pytest_django import DjangoAssertNumQueries

from catalog.accounts.adapter import POSTING
from tests.catalog.accounts.people import PASSWORD, is_in, sign_in, with_app

RESET = "/account/password/reset/"
NEW = "a hammer and seven files"


def ask(client: Client, email: str) -> str:
    said = client.post(RESET, {"email": email}, follow=True).content.decode()
    wait_for_post()
    return said


def wait_for_post() -> None:
    """Mails leave one after another, so those before this are gone when it is."""
    POSTING.submit(lambda: None).result()


def link_of(message: int = -1) -> str:
    found = re.search(r"http://testserver(\S+)", str(mail.outbox[message].body))
    assert found
    return found[1]


def choose(client: Client, link: str, password: str = NEW) -> str:
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0] if form.redirect_chain else link
    return client.post(address, {"password1": password}, follow=True).content.decode()


@pytest.mark.parametrize("email", ["ana@example.com", "ANA@example.com"])
def test_link_leads_to_a_new_password(client: Client, ana: User, email: str) -> None:
    ask(client, email)
    assert mail.outbox[0].to == ["ana@example.com"]
    assert mail.outbox[0].subject == "JewelCompare: a new password"
    assert "Your user name is ana." in mail.outbox[0].body
    assert "Your password is changed" in choose(client, link_of())
    assert not is_in(client)
    assert "do not belong together" in sign_in(client, "ana", PASSWORD).content.decode()
    assert sign_in(client, "ana", NEW).request["PATH_INFO"] == "/workshop/"


def test_answer_does_not_tell_who_has_an_account(client: Client, ana: User) -> None:
    unknown = ask(client, "nobody@example.com")
    assert mail.outbox == []
    assert ask(client, "ana@example.com") == unknown
    assert len(mail.outbox) == 1


def test_mail_that_cannot_be_sent_tells_nothing_either(
    client: Client, ana: User, settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    unknown = ask(client, "nobody@example.com")
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 1
    assert ask(client, "ana@example.com") == unknown
    assert "could not be sent" in caplog.text


def test_mail_is_sent_beside_the_answer_so_that_time_does_not_tell(client: Client, ana: User) -> None:
    is_answered = Event()
    POSTING.submit(is_answered.wait)
    client.post(RESET, {"email": "ana@example.com"}, follow=True)
    assert mail.outbox == []
    is_answered.set()
    wait_for_post()
    assert len(mail.outbox) == 1


def test_same_is_asked_of_the_database_for_who_has_an_account_and_who_has_none(
    client: Client, ana: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for email in ("nobody@example.com", "ana@example.com"):
        with django_assert_num_queries(1):
            client.post(RESET, {"email": email})


def test_who_has_no_password_is_sent_none(client: Client, ana: User) -> None:
    ana.set_unusable_password()
    ana.save()
    ask(client, "ana@example.com")
    User.objects.update(is_active=False)
    ask(client, "ana@example.com")
    assert mail.outbox == []


def test_link_works_once_and_for_one_account(client: Client, ana: User, visitor: User) -> None:
    ask(client, "ana@example.com")
    link = link_of()
    choose(client, link)
    assert "works no longer" in choose(Client(), link, "another password")
    ask(client, "ana@example.com")
    own, others = (f"/{int_to_base36(user.pk)}-" for user in (ana, visitor))
    assert own in link_of()
    assert "works no longer" in choose(Client(), link_of().replace(own, others))


def test_link_to_an_address_that_changed_is_dead(client: Client, ana: User) -> None:
    ask(client, "ana@example.com")
    User.objects.filter(pk=ana.pk).update(email="ana@elsewhere.example")
    assert "works no longer" in choose(client, link_of())
    ask(client, "ana@example.com")
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("password", "said"), [("", "Choose a password"), ("1234", "too short"), ("password1", "common")]
)
def test_weak_password_is_refused(client: Client, ana: User, password: str, said: str) -> None:
    ask(client, "ana@example.com")
    assert said in choose(client, link_of(), password)


@pytest.mark.parametrize("email", ["", "nobody"])
def test_what_is_no_address_is_refused(client: Client, db: None, email: str) -> None:
    assert "such as name@example.com" in ask(client, email)


def test_new_password_does_not_get_around_the_second_step(client: Client, curator: User) -> None:
    with_app(curator)
    ask(client, "curator@example.com")
    choose(client, link_of())
    assert sign_in(client, "curator", NEW).request["PATH_INFO"] == "/account/code/"
    assert not is_in(client)


def test_mails_to_one_address_have_an_end(client: Client, ana: User) -> None:
    answers = [client.post(RESET, {"email": "ana@example.com"}).status_code for _try in range(6)]
    assert answers == 5 * [302] + [429]
    wait_for_post()
    assert len(mail.outbox) == 5
