"""Who does what with the catalog, beside shoppers: curators, and those who work for a maker."""

from typing import Any

from django.contrib.auth.models import User
from django.test import Client

from catalog.demo.logins import curators
from catalog.models import Maker


def make_curator(name: str = "curator", **fields: Any) -> User:
    user = User.objects.create_user(name, is_staff=True, **fields)
    user.groups.set([curators()])
    return user


def make_member(maker: Maker, name: str = "ines", **fields: Any) -> User:
    """With an address unless told otherwise."""
    user = User.objects.create_user(name, **{"email": f"{name}@example.com", **fields})
    maker.members.add(user)
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def fetched(client: Client, address: str) -> bytes:
    """What a file at an address holds, read to its end, which closes it."""
    return bytes(client.get(address).getvalue())
