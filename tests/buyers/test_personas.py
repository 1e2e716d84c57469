from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from buyers.brief import read_brief
from buyers.results import verdict_for
from buyers.verdict.result import Result
from tests.buyers.personas import Persona, personas

LEAST_ACCEPTED = 13

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def result_for(persona: Persona, today: date) -> Result:
    brief, errors = read_brief({key: [answer] for key, answer in persona.query.items()}, today)
    assert not errors
    return verdict_for(brief, today)


def test_most_personas_are_told_what_suits_them_and_none_the_opposite() -> None:
    today = timezone.localdate()
    told = {persona.name: (result_for(persona, today).outcome, persona) for persona in personas(today)}
    accepted = [name for name, (outcome, persona) in told.items() if outcome in persona.accept]
    assert len(accepted) >= LEAST_ACCEPTED, sorted(set(told) - set(accepted))
    assert [name for name, (outcome, persona) in told.items() if outcome == persona.opposite] == []


def test_every_persona_sees_pieces(client: Client) -> None:
    for persona in personas(timezone.localdate()):
        answer = client.get("/decide/verdict.json", persona.query).json()
        assert answer["pieces"]["handcrafted"] or answer["pieces"]["mass_produced"], persona.name
