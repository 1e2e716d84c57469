from datetime import timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from tests.factory import make_handmade, make_mass_produced

pytestmark = pytest.mark.django_db

WISHES = {"top": "uniqueness,craft,custom", "type": "ring"}


def guess_on(client: Client, **answers: str) -> str:
    soup = BeautifulSoup(client.get("/decide/verdict/", dict(sorted(answers.items()))).content, "html.parser")
    return next((one.get_text(strip=True) for one in soup.select(".verdict-guess")), "")


def days_ahead(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


@pytest.fixture
def pieces() -> None:
    make_handmade(days_min=20, days_max=30, price=Decimal(90))
    make_mass_produced(days_min=1, days_max=2, price=Decimal(40))


@pytest.mark.usefixtures("pieces")
@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"gut": "handcrafted"}, "You came in for handcrafted, and so it is."),
        ({"gut": "handcrafted", "when": days_ahead(7)}, "You came in for handcrafted. Your date changed that."),
        ({"gut": "handcrafted", "budget": "60"}, "You came in for handcrafted. Your budget changed that."),
        ({"gut": "unsure"}, ""),
        ({}, ""),
    ],
)
def test_guess_comes_back_with_what_turned_it_round(client: Client, answers: dict[str, str], said: str) -> None:
    assert guess_on(client, **WISHES | answers) == said


@pytest.mark.usefixtures("pieces")
def test_what_matters_turned_it_round_where_no_limit_did(client: Client) -> None:
    said = guess_on(client, **WISHES | {"gut": "mass_produced"})
    assert said.startswith("You came in for mass-produced. What matters to you changed that, most of all ")


@pytest.mark.usefixtures("pieces")
def test_nothing_is_said_before_a_verdict(client: Client) -> None:
    assert guess_on(client, gut="handcrafted") == ""
