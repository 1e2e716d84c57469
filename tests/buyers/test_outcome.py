from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from buyers.models import Outcome, SavedVerdict
from buyers.outcomes.counting import FEWEST_TELLING, tally
from catalog.models import Piece
from tests.buyers.presses import HERE, page, words
from tests.buyers.saving import ASKED, post, public, save
from tests.factory import make_handmade, make_mass_produced

pytestmark = pytest.mark.django_db

OUTCOME = "/decide/verdict/outcome/"
ANSWER = {"took": "mass_produced", "was_right": "yes"}


@pytest.fixture(autouse=True)
def pieces() -> None:
    make_handmade(name="Tide", slug="tide")
    make_mass_produced(name="Arc", slug="arc", price=Decimal(40))


def make_outcome(**fields: Any) -> Outcome:
    defaults = {"told": "handcrafted", "took": "handcrafted", "rules": "1", "month": timezone.localdate()}
    return Outcome.objects.create(**defaults | fields)


def answer(client: Client, own: str, **fields: str) -> HttpResponse:
    return client.post(f"{own}outcome/", fields, headers=HERE)  # type: ignore[return-value]


def guide(client: Client) -> str:
    return words(page(client, "/guide/").select_one("#tally"))


def test_verdict_asks_what_was_chosen_and_says_what_comes_of_it(client: Client) -> None:
    form = page(client, "/decide/verdict/?budget=300&type=ring").select_one(f"form[action^='{OUTCOME}']")
    assert form is not None
    assert form["action"] == f"{OUTCOME}?budget=300&type=ring"
    assert "adds one to a public count" in words(form)
    assert [words(legend) for legend in form.select("fieldset legend")] == ["What did you take?", "Was it right?"]
    assert len(form.select("input[type=radio]")) == 6
    assert not form.select("input[checked]")


def test_answer_is_counted_and_thanked_for(client: Client) -> None:
    response = post(client, OUTCOME, ASKED | {"gut": "mass_produced"}, **ANSWER)
    assert response.status_code == 303
    soup = page(client, response["Location"])
    assert words(soup.h1) == "Thank you. It is counted."
    assert soup.select_one("a[href='/guide/#tally']")
    assert soup.select_one("main a[href^='/decide/verdict/?budget=300']")
    assert not response.cookies


def test_only_guess_verdict_choice_and_month_are_stored(client: Client) -> None:
    post(client, OUTCOME, ASKED | {"gut": "mass_produced"}, **ANSWER)
    fields = {field.attname: getattr(Outcome.objects.get(), field.attname) for field in Outcome._meta.fields}
    month = timezone.localdate().replace(day=1)
    told = {"guessed": "mass_produced", "told": "handcrafted", "took": "mass_produced", "was_right": "yes"}
    del fields["id"]
    assert fields == told | {"rules": "1", "month": month, "verdict_id": None}


@pytest.mark.parametrize(
    ("answers", "guessed", "told"),
    [
        ({"gut": "unsure", "top": "uniqueness"}, "unsure", "too_early"),
        ({"budget": "50", "top": "uniqueness,craft,price"}, "", "mass_produced"),
        ({"type": "brooch", "gut": "handcrafted"}, "handcrafted", "none"),
    ],
)
def test_told_is_what_the_rule_says_now(client: Client, answers: dict[str, str], guessed: str, told: str) -> None:
    post(client, OUTCOME, answers, took="neither", told="close", guessed="handcrafted", rules="7")
    outcome = Outcome.objects.get()
    assert (outcome.guessed, outcome.told, outcome.rules) == (guessed, told, "1")
    assert outcome.was_right == ""


@pytest.mark.parametrize("fields", [{}, {"was_right": "yes"}, {"took": "both"}, {"took": "neither", "was_right": "x"}])
def test_answer_that_says_too_little_or_nonsense_is_asked_for_again(client: Client, fields: dict[str, str]) -> None:
    response = post(client, OUTCOME, ASKED, **fields)
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    link = soup.select_one(".error-summary a")
    assert link is not None
    assert soup.select_one(str(link["href"]))
    assert soup.title is not None
    assert soup.title.get_text().strip().startswith("Error:")
    assert not Outcome.objects.exists()


def test_answer_from_elsewhere_or_about_nothing_readable_is_refused(client: Client) -> None:
    assert client.post(f"{OUTCOME}?budget=300", ANSWER).status_code == 403
    assert post(client, OUTCOME, {"budget": "lots"}, **ANSWER)["Location"].startswith("/decide/budget/?")
    assert words(page(client, f"{OUTCOME}?budget=300").h1) == "What did you choose?"
    assert not Outcome.objects.exists()


def test_one_address_answers_twenty_times_an_hour(client: Client) -> None:
    for _number in range(20):
        assert post(client, OUTCOME, ASKED, **ANSWER).status_code == 303
    response = post(client, OUTCOME, ASKED, **ANSWER)
    assert response.status_code == 429
    assert "Enough for now" in response.content.decode()
    assert post(Client(REMOTE_ADDR="192.0.2.7"), OUTCOME, ASKED, **ANSWER).status_code == 303
    assert Outcome.objects.count() == 21


def test_second_answer_on_a_saved_link_replaces_the_first(client: Client) -> None:
    own = save(client, **ASKED, gut="handcrafted")
    assert answer(client, own, **ANSWER)["Location"] == f"{own}thanks/"
    answer(client, own, took="handcrafted", was_right="no")
    outcome = Outcome.objects.get()
    assert (outcome.guessed, outcome.told) == ("handcrafted", "handcrafted")
    assert (outcome.took, outcome.was_right) == ("handcrafted", "no")
    assert page(client, f"{own}thanks/").select_one(f"main a[href='{own}']")


def test_owner_sees_what_they_answered_and_others_do_not(client: Client) -> None:
    own = save(client, **ASKED, gut="mass_produced")
    answer(client, own, **ANSWER)
    checked = page(client, own).select("input[checked]")
    assert [field["value"] for field in checked] == ["mass_produced", "yes"]
    seen = client.get(public(own)).content.decode()
    assert "What did you choose?" not in seen
    assert "guess" not in seen


def test_saved_link_tells_what_was_told_then(client: Client) -> None:
    own = save(client)
    SavedVerdict.objects.update(rules="0")
    Piece.objects.all().delete()
    answer(client, own, took="neither")
    assert Outcome.objects.get().rules == "0"
    assert Outcome.objects.get().told == "handcrafted"


def test_only_the_owner_answers_on_a_saved_link(client: Client) -> None:
    own = save(client)
    assert answer(client, f"{public(own)}{'a' * 22}/", **ANSWER).status_code == 404
    assert client.post(f"{own}outcome/", ANSWER).status_code == 403
    assert answer(client, own, took="both").status_code == 200
    assert not Outcome.objects.exists()


def test_count_outlives_the_saved_verdict_unlinked(client: Client) -> None:
    own = save(client)
    answer(client, own, **ANSWER)
    client.post(f"{own}delete/", headers=HERE)
    assert Outcome.objects.get().verdict is None


def test_answers_move_no_verdict(client: Client) -> None:
    address = "/decide/verdict/?budget=300&top=uniqueness,craft,custom&type=ring"
    before = words(page(client, address).main)
    for _number in range(20):
        post(client, OUTCOME, ASKED, **ANSWER)
    assert words(page(client, address).main) == before


@pytest.mark.parametrize("wrong", [{"guessed": "x"}, {"told": ""}, {"took": "close"}, {"was_right": "maybe"}])
def test_word_that_is_not_known_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_outcome(**wrong)


def test_guide_closes_with_the_articles_question(client: Client) -> None:
    assert guide(client).startswith("“Which one do you think is a better choice?”")
    assert "Nobody has answered yet." in guide(client)
    assert not page(client, "/guide/").select("#tally table")


def test_guide_counts_guessed_told_and_took(client: Client) -> None:
    make_outcome(guessed="handcrafted", told="mass_produced", took="mass_produced", was_right="yes")
    make_outcome(guessed="unsure", told="close", took="neither", was_right="too_early_to_say")
    make_outcome(was_right="no")
    rows = page(client, "/guide/").select("#tally tbody tr")
    assert [[words(cell) for cell in row.select("td")] for row in rows] == [
        ["1", "1", "1"],
        ["0", "1", "1"],
        ["1", "1", "1"],
    ]
    assert "3 answers" in guide(client)
    assert "Of the 2 who said whether it was right, 1 said yes." in guide(client)


def test_guide_says_that_few_answers_tell_nothing(client: Client) -> None:
    Outcome.objects.bulk_create([_outcome() for _number in range(FEWEST_TELLING - 1)])
    assert "These are too few to tell anything." in guide(client)
    assert "Nobody has said yet whether it was right." in guide(client)
    make_outcome()
    assert "too few" not in guide(client)
    assert "Those who answer are not everybody" in guide(client)


def _outcome() -> Outcome:
    return Outcome(told="close", took="neither", rules="1", month=timezone.localdate().replace(day=1))


def test_tally_is_one_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_outcome()
    with django_assert_num_queries(1):
        assert tally().total == 1
