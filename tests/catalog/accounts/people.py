"""What people do with their accounts, as their browsers do it."""

from time import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.models import User
from django.test import Client

PASSWORD = "seven hammers and a file"
SIGN_IN = "/account/login/"


def sign_in(client: Client, name: str, password: str = PASSWORD, onward: str = "") -> Any:
    """What they see in the end."""
    address = f"{SIGN_IN}?next={onward}" if onward else SIGN_IN
    return client.post(address, {"login": name, "password": password}, follow=True)


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def code_for(secret: str, steps: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time()) // 30 + steps))


def set_up(client: Client) -> str:
    """Two-step sign-in for whoever is signed in; the key that their app has then."""
    client.post("/account/confirm/", {"password": PASSWORD})
    secret = str(client.get("/account/two-step/").context["form"].secret)
    client.post("/account/two-step/", {"code": code_for(secret)})
    return secret


def with_app(user: User) -> str:
    client = Client()
    client.force_login(user)
    return set_up(client)
