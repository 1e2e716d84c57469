from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from buyers.models import WearerLink
from buyers.questions import QUESTIONS
from buyers.wearer import links
from buyers.wearer.asking import QUESTIONS_ASKED, own_key
from tests.buyers.presses import HERE, page, words
from tests.factory import make_handmade, make_mass_produced

pytestmark = pytest.mark.django_db

ASK = "/decide/wearer/"
RING = f"{ASK}?size=52&type=ring&who=partner"
SAID = {"ring_size": "54", "wrist_size": "165", "skin": "nickel", "metal": "solid", "style": ["bold", "plain"]}
VERDICT_QUERIES = 4


def make_link(client: Client, ask: str = ASK) -> str:
    """The path of a new link, as its maker reads it."""
    response = client.post(ask, headers=HERE)
    assert response.status_code == 303
    field = page(client, response["Location"]).select_one("input.shared-address")
    assert field is not None
    return str(field["value"]).removeprefix("http://testserver")


def say(address: str, **said: Any) -> HttpResponse:
    """Answer as a wearer, who has no cookie."""
    return Client().post(address, said, headers=HERE)  # type: ignore[return-value]


def revoke(client: Client, address: str) -> HttpResponse:
    return client.post(ASK, {"revoke": address.split("/")[2]}, headers=HERE)  # type: ignore[return-value]


def age(days: float) -> None:
    WearerLink.objects.update(created=timezone.now() - timedelta(days=days))


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def heard(client: Client, ask: str) -> dict[str, str]:
    """By name, what the page says of each answer."""
    return {words(row.dt): words(row.dd) for row in page(client, ask).select("main .answers > div")}


def use(client: Client, ask: str, name: str = "") -> str:
    """Where a link to use one answer leads, or all of them."""
    shown = page(client, ask)
    sought = f"Use this {name}" if name else "Use all of it"
    found = [link for link in shown.select("main a") if words(link) == sought]
    return str(found[0]["href"]) if found else ""


def test_wearer_answers_and_reads_what_they_said(client: Client) -> None:
    address = make_link(client)
    response = say(address, **SAID)
    assert (response.status_code, response["Location"]) == (303, address)
    rows = page(Client(), address).select(".answers > div")
    assert [words(row) for row in rows] == [
        "Ring size 54 mm",
        "Round the wrist 165 mm",
        "Skin Yes, to nickel",
        "Metal Solid metal only",
        "Look Bold Plain",
    ]


def test_answers_are_kept_as_the_questionnaire_reads_them(client: Client) -> None:
    address = make_link(client)
    assert say(address, ring_size=" 54,50 MM", style=["plain", "bold", "bold"]).status_code == 303
    link = WearerLink.objects.get()
    assert links.answers_of(link) == {"ring_size": "54.5", "style": "bold,plain"}
    assert link.answered is not None


def test_answers_can_be_changed_until_the_link_ends(client: Client) -> None:
    address = make_link(client)
    say(address, **SAID)
    form = page(Client(), f"{address}?change=on")
    assert [field["value"] for field in form.select("input[type=text]")] == ["54", "165"]
    assert [box["value"] for box in form.select("input[checked]")] == ["nickel", "solid", "plain", "bold"]
    say(address, metal="any")
    assert links.answers_of(WearerLink.objects.get()) == {"metal": "any"}


def test_everything_can_be_taken_back(client: Client) -> None:
    address = make_link(client)
    say(address, **SAID)
    assert page(Client(), address).select_one("button[name=take_back]")
    assert say(address, take_back="on", metal="any").status_code == 303
    assert WearerLink.objects.get().answered is None
    assert links.answers_of(WearerLink.objects.get()) == {}
    assert page(Client(), address).select_one("input[name=ring_size][value='']")


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        *(("ring_size", typed) for typed in ("39", "77", "surprise", "unsure", "seven", "9" * 600)),
        *(("wrist_size", typed) for typed in ("54", "231", "16,5 cm")),
        *(("skin", "gold"), ("metal", "unsure"), ("style", "cheap"), ("skin", "no,nickel")),
    ],
)
def test_answer_that_cannot_be_taken_is_refused_in_place(client: Client, key: str, typed: str) -> None:
    address = make_link(client)
    shown = soup(say(address, **{"metal": "solid", key: typed}))
    target = shown.select_one("#errors a")
    assert target is not None
    field = shown.select_one(str(target["href"]))
    assert field is not None
    assert field["name"] == key
    assert shown.title is not None
    assert shown.title.get_text().startswith("Error: ")
    assert key == "metal" or shown.select_one("input[name=metal][value=solid][checked]")
    assert field["type"] != "text" or field["value"] == typed
    assert WearerLink.objects.get().answered is None


def test_saying_nothing_is_refused_gently(client: Client) -> None:
    address = make_link(client)
    assert "Answer at least one of these" in words(soup(say(address, ring_size=" ")).select_one("#errors"))
    assert WearerLink.objects.get().answered is None


def test_same_is_asked_whatever_is_looked_for(client: Client) -> None:
    names = {field["name"] for field in page(Client(), make_link(client, RING)).select("main form [name]")}
    assert names == {"ring_size", "wrist_size", "skin", "metal", "style"}


@pytest.mark.parametrize("key", ["skin", "metal", "style"])
def test_wearer_has_the_answers_that_the_giver_has(key: str) -> None:
    assert QUESTIONS_ASKED[key].allowed == QUESTIONS[key].allowed
    assert own_key(key) == key


@pytest.mark.parametrize("token", ["a" * 22, "x", "sizer.", "a" * 500, "%00", "..%2f..", "<b>", "a/b"])
def test_unknown_link_is_kindly_not_found(token: str) -> None:
    for response in (Client().get(f"/for/{token}/"), Client().post(f"/for/{token}/", headers=HERE)):
        assert response.status_code == 404
        assert "This link is not open." in response.content.decode()


@pytest.mark.parametrize(("days", "status"), [(59.9, 200), (60.1, 404)])
def test_link_ends_after_sixty_days(client: Client, days: float, status: int) -> None:
    address = make_link(client)
    say(address, **SAID)
    age(days)
    assert Client().get(address).status_code == status
    assert say(address, metal="any").status_code == (303 if status == 200 else status)
    assert bool(heard(client, RING)) is (status == 200)


def test_ended_links_are_forgotten(client: Client) -> None:
    make_link(client)
    age(61)
    make_link(Client())
    said = StringIO()
    call_command("forget", stdout=said)
    assert "1 wearer's link forgotten." in said.getvalue()
    assert WearerLink.objects.count() == 1


def test_revoked_link_is_gone_with_what_was_said(client: Client) -> None:
    address = make_link(client)
    say(address, **SAID)
    assert revoke(client, address)["Location"] == ASK
    assert Client().get(address).status_code == 404
    assert not WearerLink.objects.exists()
    assert not Session.objects.exists()


def test_nobody_else_can_revoke_or_hear(client: Client) -> None:
    address, other = make_link(client), Client()
    make_link(other)
    say(address, **SAID)
    revoke(other, address)
    revoke(Client(), address)
    assert Client().get(address).status_code == 200
    assert not heard(other, RING)


def test_what_comes_from_elsewhere_changes_nothing(client: Client) -> None:
    address = make_link(client)
    assert client.post(ASK).status_code == 403
    assert Client().post(address, SAID).status_code == 403
    assert Client().post(address, SAID, headers={"origin": "https://elsewhere.example"}).status_code == 403
    assert links.answers_of(WearerLink.objects.get()) == {}


def test_browser_that_was_told_to_send_no_referrer_can_answer(client: Client) -> None:
    address, headers = make_link(client), {"origin": "null", "sec-fetch-site": "same-origin"}
    assert Client().post(address, SAID, headers=headers).status_code == 303


def test_giver_reads_what_was_said_beside_their_own_answers(client: Client) -> None:
    say(make_link(client, RING), **SAID)
    assert heard(client, f"{ASK}?metal=solid&size=52&style=ornate&type=ring") == {
        "Ring size": "The wearer said 54 mm; you said 52 mm.",
        "Round the wrist": "The wearer said 165 mm. Not the size for the kind you look for.",
        "Skin": "The wearer said “Yes, to nickel”.",
        "Metal": "The wearer said “Solid metal only”, and so did you.",
        "Look": "The wearer said “Bold, Plain”; you said “Ornate”.",
    }


def test_giver_uses_one_answer_or_all(client: Client) -> None:
    say(make_link(client, RING), **SAID)
    others = "who=partner"
    assert use(client, RING, "Ring size") == f"/decide/verdict/?size=54&type=ring&{others}"
    assert use(client, RING, "Round the wrist") == ""
    assert use(client, RING) == f"/decide/verdict/?metal=solid&size=54&skin=nickel&style=bold,plain&type=ring&{others}"
    assert use(client, f"{ASK}?metal=solid&size=54&skin=nickel&type=ring") == ""
    assert client.get(use(client, RING)).status_code == 200


@pytest.mark.parametrize(
    ("kind", "used"), [("ring", "54"), ("bracelet", "165"), ("earrings", ""), ("any", ""), ("unsure", ""), ("", "")]
)
def test_size_is_used_for_the_kind_it_is_of(client: Client, kind: str, used: str) -> None:
    say(make_link(client), **SAID)
    ask = f"{ASK}?type={kind}" if kind else ASK
    address = use(client, ask)
    assert (f"size={used}" in address) if used else ("size=" not in address)
    sizes = [use(client, ask, "Ring size"), use(client, ask, "Round the wrist")]
    assert len(list(filter(None, sizes))) == bool(used)


@pytest.mark.parametrize(("kind", "is_used"), [("ring", False), ("earrings", True), ("any", True)])
def test_piercing_matters_for_earrings_alone(client: Client, kind: str, is_used: bool) -> None:
    say(make_link(client), skin="piercing")
    assert bool(use(client, f"{ASK}?type={kind}", "Skin")) is is_used


def test_giver_overrules_by_keeping_their_own(client: Client) -> None:
    say(make_link(client, RING), **SAID)
    query = RING.partition("?")[2]
    size = page(client, f"/decide/check/?{query}").find("dt", string="Size")
    assert size is not None
    assert words(size.parent).startswith("Size 52 mm")
    assert "you said 52 mm" in heard(client, RING)["Ring size"]


@pytest.mark.parametrize("screen", ["check", "verdict"])
def test_one_line_tells_that_the_wearer_has_answered(client: Client, screen: str) -> None:
    make_handmade()
    make_mass_produced()
    screen_address, query = f"/decide/{screen}/", "size=52&type=ring&who=partner"
    address = make_link(client, RING)
    assert "The wearer has answered" not in words(page(client, f"{screen_address}?{query}").main)
    say(address, **SAID)
    shown = page(client, f"{screen_address}?{query}")
    assert shown.select_one(f".wearer-line a[href='{ASK}?{query}']")
    assert "The wearer has answered: see what they said" in words(shown.main)
    assert "The wearer has answered" not in words(page(Client(), f"{screen_address}?{query}").main)


@pytest.mark.parametrize(
    ("address", "is_asked"),
    [
        *(("/decide/check/", True), ("/decide/check/?who=self", False), ("/decide/check/?who=group", False)),
        *(("/decide/type/?who=friend", True), ("/decide/skin/", True), ("/decide/metal/", True)),
        *(("/decide/budget/?who=friend", False), ("/decide/type/?who=self", False)),
    ],
)
def test_link_is_offered_where_the_wearer_knows_better(client: Client, address: str, is_asked: bool) -> None:
    query = address.partition("?")[2]
    link = page(client, address).select_one(f".wearer-line a[href='{ASK}{'?' if query else ''}{query}']")
    assert bool(link) is is_asked


def test_size_question_leads_to_the_sizer(client: Client) -> None:
    assert page(client, "/decide/type/?type=ring").select_one(".question-sized a[href='/for/sizer/']")


def test_answers_of_the_giver_are_kept_in_their_address(client: Client) -> None:
    assert client.get(f"{ASK}?who=partner&type=ring")["Location"] == f"{ASK}?type=ring&who=partner"
    assert client.get(f"{ASK}?budget=lots")["Location"] == "/decide/budget/?budget=lots"
    assert client.post(RING, headers=HERE)["Location"] == RING
    assert client.get(f"{ASK}?who={'x' * 4000}").status_code == 400


def test_cookie_comes_with_the_first_link_only(client: Client) -> None:
    assert not client.get(RING).cookies
    address = make_link(client)
    assert "sessionid" in client.cookies
    wearer = Client()
    for response in (wearer.get(address), wearer.post(address, SAID, headers=HERE), wearer.get("/for/sizer/")):
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_pages_are_kept_out_of_caches_search_engines_and_referrers(client: Client) -> None:
    address = make_link(client)
    for response in (client.get(address), client.get("/for/x/"), say(address, skin="x"), say(address, **SAID)):
        assert response["Cache-Control"] == "private, no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in client.get(RING)["Cache-Control"]
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /for/\n" in robots
    assert "Allow: /for/sizer/\n" in robots


def test_one_session_makes_twenty_links_an_hour(client: Client) -> None:
    for _number in range(links.MOST_AN_HOUR):
        make_link(client)
    response = client.post(RING, headers=HERE)
    assert response.status_code == 429
    assert soup(response).select_one(f"a.button-primary[href='{RING}']")
    age(0.05)
    assert make_link(client)
    assert links.MOST_AN_HOUR == 20


def test_one_address_does_not_use_up_everybodys_links(client: Client) -> None:
    for _number in range(60):
        make_link(Client(REMOTE_ADDR="192.0.2.1"))
    assert Client(REMOTE_ADDR="192.0.2.1").post(RING, headers=HERE).status_code == 429
    assert make_link(client)


def test_all_sessions_together_are_bounded() -> None:
    WearerLink.objects.bulk_create(WearerLink() for _number in range(links.MOST_AN_HOUR_BY_ALL - 1))
    assert make_link(Client())
    assert Client().post(ASK, headers=HERE).status_code == 429


def test_number_of_queries_is_fixed(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        Client().get(RING)
    addresses = [make_link(client) for _number in range(3)]
    for address in addresses:
        say(address, **SAID)
    with django_assert_num_queries(2):
        client.get(RING)
    with django_assert_num_queries(1):
        Client().get(addresses[0])
    with django_assert_num_queries(2):
        Client().post(addresses[0], SAID, headers=HERE)
    with django_assert_num_queries(0):
        client.get("/for/sizer/")


def test_verdict_costs_no_query_more_without_a_session(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_handmade()
    make_mass_produced()
    with django_assert_max_num_queries(VERDICT_QUERIES):
        client.get("/decide/verdict/?type=ring")
    make_link(client)
    with django_assert_max_num_queries(VERDICT_QUERIES + 2):
        client.get("/decide/verdict/?type=ring")


BROKEN: list[dict[str, Any]] = [
    *({"token": token} for token in ("", "short", "a" * 21 + "!", "a" * 21 + "\n")),
    *({"ring_size": size} for size in (39, 77)),
    *({"wrist_size": size} for size in (54, 231)),
    *({"skin": "gold"}, {"metal": "gold"}, {"style": "cheap"}, {"style": "bold,"}, {"style": "bold,cheap"}),
    {"answered": None, "metal": "solid"},
]


@pytest.mark.parametrize("fields", BROKEN, ids=repr)
def test_database_takes_no_other_answers(fields: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        WearerLink.objects.create(**{"answered": timezone.now()} | fields)
