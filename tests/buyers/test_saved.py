from datetime import timedelta
from decimal import Decimal
from io import StringIO
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from buyers import questions
from buyers.models import SavedVerdict
from buyers.saved import keeping
from buyers.saved.snapshot import UnknownFormError, read, stored
from catalog.choices import Side, State, Way
from catalog.models import Assessment, Maker, Piece
from tests.buyers.presses import HERE, page, words
from tests.buyers.saving import ASKED, SAVE, notes, post, public, save, shown_then
from tests.factory import make_handmade, make_maker, make_mass_produced, repack

pytestmark = pytest.mark.django_db

PUBLIC_QUERIES, SAVE_QUERIES = 2, 6


@pytest.fixture(autouse=True)
def pieces(fresh_limits: None) -> None:
    make_handmade(name="Tide", slug="tide", maker=make_maker(name="Ines"))
    make_mass_produced(name="Arc", slug="arc", price=Decimal(40))


def change_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    Piece.objects.filter(slug="tide").update(price=Decimal(990), days_max=50, in_stock=False)
    Assessment.objects.filter(piece__slug="tide").update(uniqueness=0, craft=0, way=Way.IN_BETWEEN)
    Piece.objects.filter(slug="arc").update(state=State.ARCHIVED)
    repack()
    monkeypatch.setattr(questions, "RULES", "9")


def test_saving_leads_to_the_owners_page_with_the_address_to_send(client: Client) -> None:
    own = save(client)
    field = page(client, own).select_one("#shared-address")
    assert field is not None
    assert field["value"] == f"http://testserver{public(own)}"
    day = timezone.now() + keeping.KEPT_FOR
    assert f"ends on {day.day} {day:%B %Y}" in words(page(client, own).select_one(".saved-owner"))


def test_verdict_page_offers_to_save(client: Client) -> None:
    form = page(client, "/decide/verdict/?budget=300&type=ring").select_one(f"form[action^='{SAVE}']")
    assert form is not None
    assert form["action"] == f"{SAVE}?budget=300&type=ring"
    assert form["method"] == "post"


def test_anybody_sees_side_sureness_pieces_and_reasons(client: Client) -> None:
    verdict = page(client, f"/decide/verdict/?{'&'.join(f'{key}={value}' for key, value in sorted(ASKED.items()))}")
    soup = page(Client(), public(save(client)))
    for part in (".ledger-sum", ".sureness summary", ".entry-points"):
        assert [words(one) for one in soup.select(part)] == [words(one) for one in verdict.select(part)]
    assert [words(name) for name in soup.select(".saved-piece h2")] == ["Tide", "Arc"]
    assert "Ines" in words(soup.select_one(".saved-piece"))
    assert "Because nobody else should have it. Only one was made." in words(soup.main)
    assert words(soup.h1) == "Handcrafted."


def test_marks_tell_why_and_not_for_whom(client: Client) -> None:
    soup = page(client, public(save(client)))
    texts = [words(mark) for mark in soup.select(".cartouche")]
    assert texts[:2] == ["memory", "H (handcrafted)"]
    assert len(texts) == 3


@pytest.mark.parametrize(
    ("answers", "headline", "lead"),
    [
        ({"top": "uniqueness,craft", "type": "ring"}, "Not enough to say yet.", "So far it leans to handcrafted"),
        ({"budget": "50", "top": "price,craft,lead"}, "Only mass-produced is possible.", "nothing to weigh"),
        ({"type": "brooch"}, "Nothing fits.", "No piece listed that day kept to all the limits."),
        ({"budget": "100", "top": "price,lead,precision"}, "Mass-produced.", "about"),
    ],
)
def test_every_state_is_told_without_its_limits(
    client: Client, answers: dict[str, str], headline: str, lead: str
) -> None:
    soup = page(client, public(save(client, **answers)))
    assert words(soup.h1) == headline
    assert lead in words(soup.select_one(".verdict-fold"))
    assert "€50" not in words(soup.main)


def test_level_pieces_are_told_as_level(client: Client) -> None:
    Piece.objects.all().delete()
    make_handmade()
    Assessment.objects.filter(piece=make_handmade()).update(side=Side.MASS_PRODUCED, way=Way.MASS_PRODUCED)
    repack()
    soup = page(client, public(save(client)))
    assert words(soup.h1) == "Level. Take the one you like looking at."
    assert "weight-leaning" in soup.select("h1")[0]["class"]
    assert len(soup.select(".saved-piece")) == 2


def test_answers_that_may_be_told_are_told_in_words(client: Client) -> None:
    duel = {"d.arc.tide": "b2", "t.price.craft": "b1", "w.lead": "12"}
    told = words(page(client, public(save(client, **ASKED, **duel, style="bold"))).select_one(".saved-answers"))
    for said in ("To remember a happy time", "Bold", "Arc or Tide The second, clearly", "Set by hand", "Ring"):
        assert said in told
    assert "12" not in told


def test_page_of_a_save_is_kept_private(client: Client) -> None:
    own = save(client)
    for address in (own, public(own)):
        response = Client().get(address)
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Cache-Control"] == "private"
        assert not response.cookies
    assert "Disallow: /v/" in client.get("/robots.txt").content.decode()


def test_only_the_owner_has_the_key_and_the_forms(client: Client) -> None:
    own = save(client)
    key = own.split("/")[3]
    response = client.get(public(own))
    assert key not in response.content.decode()
    assert not BeautifulSoup(response.content, "html.parser").select("main form, #shared-address")
    assert page(client, own).select_one(f"form[action='{own}delete/']")


def test_what_is_posted_cannot_become_a_verdict(client: Client) -> None:
    response = post(client, SAVE, ASKED, headline="Buy mine.", snapshot="{}", rules="0")
    saved = SavedVerdict.objects.get()
    assert saved.rules == questions.RULES
    assert "Buy mine." not in client.get(response["Location"]).content.decode()


def test_saving_is_refused_from_elsewhere_by_reading_and_with_bad_answers(client: Client) -> None:
    assert client.post(f"{SAVE}?budget=300").status_code == 403
    assert client.post(f"{SAVE}?budget=300", headers={"origin": "https://elsewhere.example"}).status_code == 403
    assert client.get(f"{SAVE}?budget=300").status_code == 405
    assert post(client, SAVE, {"budget": "lots"})["Location"].startswith("/decide/budget/?")
    assert post(client, SAVE, {"who": "x" * 4_000}).status_code == 400
    assert not SavedVerdict.objects.exists()


@pytest.mark.parametrize("code", ["a" * 22, "x", "a" * 500])
def test_unknown_verdict_is_answered_kindly(client: Client, code: str) -> None:
    response = client.get(f"/v/{code}/")
    assert response.status_code == 404
    assert "This verdict is not here." in response.content.decode()
    assert client.get(f"/v/{code}/{'a' * 22}/").status_code == 404


def test_owner_deletes_it_for_good(client: Client) -> None:
    own = save(client)
    assert client.get(f"{own}delete/").status_code == 405
    response = client.post(f"{own}delete/", headers=HERE)
    assert response.status_code == 303
    assert words(page(client, response["Location"]).h1) == "It is deleted."
    assert client.get(public(own)).status_code == 404
    assert client.get(own).status_code == 404


def test_nobody_else_can_delete_it(client: Client) -> None:
    own, other = save(client), save(client)
    wrong = public(own) + other.split("/")[3] + "/"
    for address in (f"{wrong}delete/", f"{public(own)}{'a' * 22}/delete/"):
        assert client.post(address, headers=HERE).status_code == 404
    assert client.get(wrong).status_code == 404
    assert client.post(f"{own}delete/").status_code == 403
    assert page(client, public(own))


@pytest.mark.parametrize(("days", "is_kept"), [(399, True), (401, False)])
def test_saved_verdict_ends_after_400_days(client: Client, days: int, is_kept: bool) -> None:
    own = save(client)
    SavedVerdict.objects.update(created=timezone.now() - timedelta(days=days))
    for address in (own, public(own)):
        assert (client.get(address).status_code == 200) is is_kept
    said = StringIO()
    call_command("forget", stdout=said)
    assert SavedVerdict.objects.exists() is is_kept
    number = "0 saved verdicts" if is_kept else "1 saved verdict"
    assert said.getvalue().splitlines()[1] == f"{number} forgotten."


def test_one_address_saves_twenty_an_hour(client: Client) -> None:
    for _number in range(20):
        save(client)
    response = post(client, SAVE, ASKED)
    assert response.status_code == 429
    assert "Enough saved for now" in response.content.decode()
    assert post(Client(REMOTE_ADDR="192.0.2.7"), SAVE, ASKED).status_code == 303


def test_all_together_are_bounded(client: Client) -> None:
    some = [SavedVerdict(rules="1", snapshot={}) for _number in range(keeping.MOST_AN_HOUR_BY_ALL)]
    SavedVerdict.objects.bulk_create(some)
    assert post(client, SAVE, ASKED).status_code == 429
    SavedVerdict.objects.update(created=timezone.now() - timedelta(minutes=61))
    assert save(client)


@pytest.mark.parametrize("token", ["", "short", "a" * 21 + "!"])
@pytest.mark.parametrize("field", ["code", "key"])
def test_token_that_is_not_random_enough_is_refused(field: str, token: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedVerdict.objects.create(rules="1", snapshot={}, **{field: token})


def test_code_and_key_cannot_be_guessed(client: Client) -> None:
    tokens = [token for _number in range(4) for token in save(client).split("/")[2:4]]
    assert len(set(tokens)) == 8
    assert {len(token) for token in tokens} == {22}


def test_it_shows_what_it_showed_then(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address = public(save(client))
    before = shown_then(client, address)
    change_everything(monkeypatch)
    assert shown_then(client, address) == before
    Piece.objects.all().delete()
    Maker.objects.all().delete()
    assert shown_then(client, address) == before
    assert "€100" in before
    assert "under rules 1." in before


def test_what_has_changed_since_is_said_beside_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address = public(save(client))
    assert notes(page(client, address)) == []
    change_everything(monkeypatch)
    assert notes(page(client, address)) == [
        "The rules have changed since: today a verdict is made under rules 9.",
        "Tide costs €990 today.",
        "What is listed of Tide has changed.",
        "Arc is no longer listed.",
    ]


def test_only_what_is_still_listed_is_linked(client: Client) -> None:
    address = public(save(client))
    assert len(page(client, address).select(".saved-piece h2 a")) == 2
    Piece.objects.filter(slug="arc").update(state=State.ARCHIVED)
    links = page(client, address).select(".saved-piece h2 a")
    assert [link["href"] for link in links] == ["/pieces/tide/"]


def test_invented_pieces_are_said_to_be_invented(client: Client) -> None:
    plain = public(save(client))
    Maker.objects.update(is_invented=True)
    invented = public(save(client))
    assert "invented for the demo" not in client.get(plain).content.decode()
    assert "invented for the demo" in client.get(invented).content.decode()


def test_what_is_stored_is_read_back_whole(client: Client) -> None:
    save(client)
    data = SavedVerdict.objects.get().snapshot
    assert stored(read(data)) == stored(read(stored(read(data))))
    assert read(data).ledger is not None
    with pytest.raises(UnknownFormError):
        read(data | {"form": 99})


def test_queries_are_few_and_fixed(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    own = save(client)
    with django_assert_num_queries(SAVE_QUERIES):
        save(client)
    for address in (own, public(own)):
        with django_assert_num_queries(PUBLIC_QUERIES):
            client.get(address)


def test_forced_verdict_tells_nothing_of_budget_and_date(client: Client) -> None:
    Piece.objects.filter(slug="tide").delete()
    query = urlencode(sorted(ASKED.items()), safe=",")
    shown = page(client, f"/decide/verdict/?{query}")
    assert "No change of budget or date" in words(shown.main)
    assert "budget or date" not in words(page(client, public(save(client, **ASKED))).select_one(".saved"))


def test_brought_piece_is_saved_as_it_was_and_is_listed_nowhere(client: Client) -> None:
    asked = {"type": "ring", "budget": "6", "top": "price"}
    own = save(client, **asked, **{"own.1": "name.Moon ring~kind.ring~price.5~methods.strike"})
    soup = page(Client(), public(own))
    assert "Moon ring" in shown_then(Client(), public(own))
    assert "own.1" not in str(soup)
    assert notes(soup) == []
