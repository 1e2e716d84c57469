import json
from datetime import date
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from bs4 import Tag
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from buyers.questions import PAGES, QUESTIONS
from tests.buyers.shopper import VERDICT, Shopper, link_called, soup_of

pytestmark = pytest.mark.django_db

SCREENS_TO_A_VERDICT = 7
FULL_ROUND: dict[str, dict[str, Any]] = {
    "who": {"who": "friend"},
    "why": {"why": ["care", "memory"]},
    "top": {"top": ["uniqueness", "lead", "price"]},
    "type": {"type": "ring", "size": ["54"], "style": ["bold"]},
    "budget": {"budget": "1.200,50", "stretch": "10"},
    "when": {"when": "2031-01-31", "quantity": ""},
}
REFUSED = {
    "who": "me",
    "why": "greed",
    "top": "cheap",
    "type": "car",
    "budget": "lots",
    "when": "1999-01-01",
    **dict.fromkeys(("who", "why", "top", "type", "skin", "metal", "see", "back", "proof"), "nonsense"),
}
CHOICES: list[tuple[str, dict[str, str]]] = [
    *[("who", {"who": who}) for who in ("self", "friend", "group")],
    *[("why", {"why": "care,memory"}), ("why", {"why": "unsure"}), ("top", {"top": "price,lead"})],
    *[("type", {"type": "ring", "size": "54", "style": "bold,plain", "must": "size"}), ("type", {"type": "brooch"})],
    *[("type", {"type": "bracelet", "size": "180"}), ("type", {"style": "ornate", "must": "style"})],
    *[("budget", {"budget": "120", "stretch": "5"}), ("budget", {"budget": "unsure"}), ("budget", {"budget": "80"})],
    *[
        ("when", {"when": "2031-01-31"}),
        ("when", {"when": "unsure"}),
        ("when", {"quantity": "3"}),
        ("skin", {"skin": "no"}),
    ],
    *[("metal", {"metal": "any"}), ("see", {"see": "this", "must": "see"}), ("back", {"back": "yes"})],
    *[("back", {"back": "no", "must": "back"}), ("proof", {"proof": "fair,hand", "must": "proof"})],
]
KEYS_OF = {page.slug: page.keys for page in PAGES}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2030, 6, 1))


def errors_on(shopper: Shopper) -> list[str]:
    return [link.get_text(strip=True) for link in shopper.page.select(".error-summary a")]


def test_verdict_is_reached_within_seven_screens() -> None:
    shopper, screens = Shopper().visit("/decide/").send({"gut": "handcrafted"}), 1
    while not shopper.address.startswith(VERDICT):
        screens += 1
        shopper.send(FULL_ROUND[shopper.screen])
    assert screens == SCREENS_TO_A_VERDICT
    assert urlsplit(shopper.address).query == (
        "budget=1200.5&gut=handcrafted&size=54&stretch=10&style=bold&top=uniqueness,lead,price&type=ring"
        "&when=2031-01-31&who=friend&why=care,memory"
    )


def test_skipping_everything_reaches_the_verdict_too() -> None:
    shopper = Shopper().visit("/decide/").send({})
    seen = [shopper.screen]
    while not shopper.follow("Skip").address.startswith(VERDICT):
        seen.append(shopper.screen)
    assert seen == list(FULL_ROUND)
    assert shopper.address == VERDICT


@pytest.mark.parametrize("slug", KEYS_OF)
def test_screen_is_a_whole_page(client: Client, slug: str) -> None:
    response = client.get(f"/decide/{slug}/")
    page = soup_of(response.content)
    titles = [heading.get_text(strip=True) for heading in page.select("main h1")]
    assert (response.status_code, titles) == (200, [QUESTIONS[slug].title])
    assert page.select_one("details.why-we-ask summary")
    assert link_called(page, "Skip")
    assert link_called(page, "Back")
    assert "X-Robots-Tag" not in response.headers


@pytest.mark.parametrize("slug", KEYS_OF)
def test_every_field_has_a_label(client: Client, slug: str) -> None:
    page = soup_of(client.get(f"/decide/{slug}/").content)
    fields = page.select("main input:not([type=hidden]), main select")
    labels = {label["for"] for label in page.find_all("label")}
    assert fields
    assert {element["id"] for element in fields} <= labels
    assert len({element["id"] for element in page.select("[id]")}) == len(page.select("[id]"))


@pytest.mark.parametrize(("slug", "answer"), REFUSED.items())
def test_invalid_answer_leads_to_its_own_question_and_is_kept(slug: str, answer: str) -> None:
    other = "why" if slug == "who" else "who"
    shopper = Shopper().visit(f"/decide/{other}/?{slug}={answer}")
    (error,) = errors_on(shopper)
    target = shopper.page.select_one(".error-summary a")
    assert (shopper.screen, error) == (slug, error)
    assert target
    assert shopper.page.select_one(f'[id="{str(target["href"])[1:]}"]')
    assert shopper.page.select_one(".field-error")


def test_refused_amount_is_shown_again() -> None:
    shopper = Shopper().visit("/decide/budget/?budget=lots")
    field = shopper.page.find("input", id="id_budget")
    assert isinstance(field, Tag)
    assert (field["value"], field["aria-invalid"]) == ("lots", "true")


def test_continue_without_an_answer_offers_to_skip() -> None:
    shopper = Shopper().visit("/decide/why/?who=friend").send({})
    assert (shopper.screen, errors_on(shopper)) == ("why", ["Give an answer, or skip this question."])
    assert shopper.follow("Skip").screen == "top"


def test_refused_answer_does_not_hold_the_shopper_back() -> None:
    shopper = Shopper().visit("/decide/budget/?who=friend").send({"budget": "lots"})
    assert shopper.screen == "budget"
    assert shopper.follow("Back").screen == "type"
    assert shopper.answers == {"who": "friend"}


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/decide/budget/?who=friend&budget=120&x=1", "/decide/budget/?budget=120&who=friend"),
        ("/decide/why/?why=memory,care", "/decide/why/?why=care,memory"),
        ("/decide/top/?top=lead&top=price", "/decide/top/?top=lead,price"),
        ("/decide/check/?t.lead.price=a2", "/decide/check/?t.price.lead=b2"),
        ("/decide/?utm_source=mail", "/decide/"),
        ("/decide/size/?type=ring", "/decide/type/?type=ring"),
        ("/decide/quantity/", "/decide/when/"),
        ("/decide/gut/?who=self", "/decide/?who=self"),
        ("/decide/must/", "/decide/check/"),
        ("/decide/who/?who=self&from=nowhere", "/decide/who/?who=self"),
        ("/decide/who/?gut=perhaps", "/decide/?gut=perhaps"),
        ("/decide/who/?must=who", "/decide/check/?must=who"),
    ],
)
def test_every_set_of_answers_has_one_address(client: Client, address: str, canonical: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (302, canonical)
    assert client.get(canonical).status_code == 200


def test_deal_breaker_can_be_taken_back() -> None:
    shopper = Shopper().visit("/decide/back/?back=yes&must=back,see&see=this").send({"back": "yes"})
    assert shopper.answers == {"back": "yes", "must": "see", "see": "this"}


def test_number_is_asked_of_a_group_only() -> None:
    assert not Shopper().visit("/decide/when/?who=friend").page.find("input", id="id_quantity")
    assert Shopper().visit("/decide/when/?who=group").page.find("input", id="id_quantity")
    assert Shopper().visit("/decide/when/?quantity=3&who=friend").page.find("input", id="id_quantity")


def test_refused_number_can_be_mended_by_anyone() -> None:
    assert Shopper().visit("/decide/who/?quantity=many").page.find("input", id="id_quantity")


def test_unknown_question_is_not_found(client: Client) -> None:
    assert client.get("/decide/nonsense/").status_code == 404


def test_change_from_the_check_page_returns_to_it() -> None:
    shopper = Shopper().visit("/decide/check/?budget=120&who=friend").follow("Change Budget")
    assert (shopper.screen, link_called(shopper.page, "Back")) == ("budget", "/decide/check/?budget=120&who=friend")
    shopper.send({"budget": "90"})
    assert (shopper.screen, shopper.answers) == ("check", {"budget": "90", "who": "friend"})


def test_check_page_says_every_answer_in_words(client: Client) -> None:
    query = "back=yes&budget=1200&must=back&size=54&stretch=10&t.price.lead=a2&top=lead,price&type=ring&w.price=20"
    page = soup_of(client.get(f"/decide/check/?{query}&when=2031-01-31&why=unsure").content)
    said = page.get_text(" ", strip=True)
    for words in ("€1,200", "10 %", "54 mm", "31 January 2031", "Not sure", "Deal-breaker", "Ring", "20 %"):
        assert words in said
    assert "“It costs little” or “It is here soon”" in said
    assert link_called(
        page, "Remove “It costs little”"
    ) == f"/decide/check/?{query}&when=2031-01-31&why=unsure".replace("&t.price.lead=a2", "")


def test_check_page_tells_of_conflicts(client: Client) -> None:
    page = soup_of(client.get("/decide/check/?back=yes&top=custom").content)
    assert "right to withdraw" in page.get_text()


def test_malformed_comparison_is_told_on_the_check_page_and_can_be_left_out() -> None:
    shopper = Shopper().visit("/decide/who/?who=self&t.price.price=a2")
    assert shopper.screen == "check"
    assert shopper.page.select_one(".error-summary")
    assert shopper.follow("Go on without").address == "/decide/check/?who=self"


def test_verdict_is_one_link_away_after_the_first_answer(client: Client) -> None:
    assert "See the verdict" not in client.get("/decide/why/").content.decode()
    assert link_called(soup_of(client.get("/decide/why/?who=self").content), "See the verdict") == f"{VERDICT}?who=self"


@pytest.mark.parametrize(
    ("pairs", "may_stop"), [("t.price.craft=0&", False), ("t.price.craft=0&t.price.lead=a2&", True)]
)
def test_five_answers_that_weigh_are_enough_to_stop(client: Client, pairs: str, may_stop: bool) -> None:
    content = client.get(f"/decide/skin/?{pairs}top=lead,price,custom").content.decode()
    assert ("enough to stop" in content) is may_stop


def test_start_again_forgets_everything() -> None:
    shopper = Shopper().visit("/decide/check/?budget=120&who=friend").follow("Start again")
    assert shopper.address == "/decide/"
    assert (shopper.send({}).screen, shopper.answers) == ("who", {})


def test_start_page_keeps_the_answers_it_was_given() -> None:
    shopper = Shopper().visit("/decide/?budget=120&gut=handcrafted").send({"gut": "mass_produced"})
    assert (shopper.screen, shopper.answers) == ("who", {"budget": "120", "gut": "mass_produced"})


def test_pages_with_answers_stay_out_of_search_engines_and_shared_caches(client: Client) -> None:
    response = client.get("/decide/who/?who=self")
    assert (response.headers["X-Robots-Tag"], response.headers["Cache-Control"]) == ("noindex", "private")


@pytest.mark.parametrize("path", ["", "who/", "check/"])
def test_query_that_is_too_long_is_refused_with_a_way_on(client: Client, path: str) -> None:
    response = client.get(f"/decide/{path}?who={'a' * 4000}")
    assert response.status_code == 400
    assert link_called(soup_of(response.content), "Start again") == "/decide/"


def test_questionnaire_only_reads(client: Client) -> None:
    assert [client.post(f"/decide/{path}").status_code for path in ("", "who/", "check/", "questions.json")] == [
        405
    ] * 4


def test_questionnaire_is_data_for_programs(client: Client) -> None:
    contract = json.loads(client.get("/decide/questions.json").content)
    assert contract["rules"] == "1"
    assert {question["key"] for question in contract["questions"]} == set(QUESTIONS)


def after_answering(answers: dict[str, str], slug: str, chosen: dict[str, str]) -> dict[str, str]:
    """What the address must hold after a screen was answered (or skipped, with nothing chosen)."""
    musts = {key for key in answers.get("must", "").split(",") if key and key not in KEYS_OF[slug]}
    musts |= {chosen["must"]} if "must" in chosen else set()
    kept = {key: answer for key, answer in answers.items() if key not in {*KEYS_OF[slug], "must"}}
    kept |= {key: answer for key, answer in chosen.items() if key != "must"}
    return kept | ({"must": ",".join(sorted(musts))} if musts else {})


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(CHOICES), st.sampled_from(["answer", "skip", "change", "back"])), max_size=8))
def test_no_answer_is_lost_or_stale_whatever_the_way(steps: list[tuple[tuple[str, dict[str, str]], str]]) -> None:
    shopper, expected = Shopper().visit("/decide/check/"), dict[str, str]()
    for (slug, chosen), way in steps:
        query = urlencode(sorted(expected.items()))
        shopper.visit(f"/decide/{slug}/?{query}" + ("&from=check" if way == "change" else ""))
        if way == "back":
            shopper.follow("Back")
        elif way == "skip":
            expected = after_answering(expected, slug, {})
            shopper.follow("Skip")
        else:
            expected = after_answering(expected, slug, chosen)
            shopper.send(chosen)
        assert shopper.answers == expected
        assert (shopper.screen == "check") is (way == "change")


@settings(max_examples=60)
@given(
    st.text(max_size=30) | st.binary(max_size=30),
    st.sampled_from(["", "go", *QUESTIONS]),
    st.sampled_from(list(KEYS_OF)),
)
def test_no_request_breaks_the_questionnaire(junk: str | bytes, key: str, slug: str) -> None:
    text = junk.encode("utf-8", "replace") if isinstance(junk, str) else junk
    query = urlencode({key: text, "who": "self"}) if key else text.decode("latin-1")
    for path in ("/decide/", f"/decide/{slug}/", "/decide/check/"):
        response = Client().generic("GET", path, QUERY_STRING=query)
        assert response.status_code in {200, 302, 400}
