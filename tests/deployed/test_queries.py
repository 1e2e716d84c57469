"""No page asks the database more often because the catalog is larger, and none that strangers read asks often."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.deployed.conftest import Visitor
from tests.deployed.rows import ANSWERS, Rows, addresses_by_name
from tests.factory import make_handmade, make_maker, make_mass_produced, make_photo

pytestmark = pytest.mark.django_db

MOST = {"catalog:pieces": 8, "catalog:piece": 8, "catalog:compare": 6, "buyers:verdict": 4, "buyers:verdict_json": 4}
MOST_OF_ANY = 12
QUERY = "&".join(f"{key}={value}" for key, value in ANSWERS.items())
WITH_ANSWERS = {
    **dict.fromkeys(MOST, f"?{QUERY}"),
    **dict.fromkeys(["buyers:card", "buyers:check", "bring:pieces"], f"?{QUERY}"),
    "catalog:compare": "?piece=tide&piece=curb",
    "catalog:pieces": "?q=ring&kind=ring&sort=price",
}


def enlarge(since: int, until: int) -> None:
    """By so many makers with two pieces each."""
    for number in range(since, until):
        maker = make_maker(name=f"Made by {number}", slug=f"made-by-{number}")
        make_photo(make_handmade(slug=f"hand-{number}", name=f"Hand ring {number}", maker=maker))
        make_mass_produced(slug=f"mass-{number}", name=f"Mass ring {number}", maker=maker)


def count_queries(address: str) -> int:
    """Of a worker that has answered the same before, so that what it keeps is there."""
    visitor = Visitor()
    visitor.get(address).getvalue()
    with CaptureQueriesContext(connection) as queries:
        visitor.get(address).getvalue()
    return len(queries)


def test_queries_are_as_many_for_a_larger_catalog(rows: Rows) -> None:
    addresses = {name: address + WITH_ANSWERS.get(name, "") for name, address in addresses_by_name(rows).items()}
    enlarge(0, 6)
    few = {name: count_queries(address) for name, address in addresses.items()}
    enlarge(6, 30)
    cache.clear()
    many = {name: count_queries(address) for name, address in addresses.items()}
    assert {name: (few[name], many[name]) for name in few if many[name] > few[name]} == {}
    assert {name: number for name, number in many.items() if number > MOST.get(name, MOST_OF_ANY)} == {}
