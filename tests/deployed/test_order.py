"""What comes before what in the stack, outermost first, and why."""

import pytest
from django.conf import settings
from django.template import engines
from django.template.loaders.cached import Loader

NAMES = "jewelcompare.logs.name_requests"
HEADERS, POLICY = "jewelcompare.headers.add_headers", "csp.middleware.CSPMiddleware"
HTTPS, FILES = "django.middleware.security.SecurityMiddleware", "whitenoise.middleware.WhiteNoiseMiddleware"
COMPRESSION, UNCHANGED = "jewelcompare.headers.PageCompression", "jewelcompare.headers.Unchanged"
SESSION = "django.contrib.sessions.middleware.SessionMiddleware"
LANGUAGE, COMMON = "jewelcompare.headers.LanguageOfAddress", "django.middleware.common.CommonMiddleware"
FORGERY = "django.middleware.csrf.CsrfViewMiddleware"
PERSON = "django.contrib.auth.middleware.AuthenticationMiddleware"
ACCOUNT = "allauth.account.middleware.AccountMiddleware"
MESSAGES = "django.contrib.messages.middleware.MessageMiddleware"
REASONS = {
    "whatever is logged of a request has its name": (NAMES, HEADERS),
    "what refuses a host, or plain HTTP, answers with all headers": (HEADERS, HTTPS),
    "and with the policy": (POLICY, HTTPS),
    "files have all headers": (HEADERS, FILES),
    "files have the policy": (POLICY, FILES),
    "files are sent over HTTPS alone": (HTTPS, FILES),
    "files are compressed already": (FILES, COMPRESSION),
    "what is compared is the page before it was compressed, with random bytes in it": (COMPRESSION, UNCHANGED),
    "whether a page depends on a cookie is known before it is answered by 304": (UNCHANGED, SESSION),
    "whether somebody is told apart by the session is known to who decides what caches keep": (HEADERS, SESSION),
    "languages are chosen before an address is completed": (LANGUAGE, COMMON),
    "who is signed in is told by the session": (SESSION, PERSON),
    "forged forms are refused before anybody is known": (FORGERY, PERSON),
    "accounts need who is signed in": (PERSON, ACCOUNT),
    "messages wait in the session": (SESSION, MESSAGES),
}


@pytest.mark.parametrize("reason", REASONS)
def test_stack_is_in_order(reason: str) -> None:
    outer, inner = REASONS[reason]
    assert settings.MIDDLEWARE.index(outer) < settings.MIDDLEWARE.index(inner)


def test_templates_are_read_once() -> None:
    loaders = engines["django"].engine.template_loaders  # type: ignore[attr-defined]
    assert [type(loader) for loader in loaders] == [Loader]
