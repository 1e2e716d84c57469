from collections.abc import Mapping
from decimal import Decimal
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from buyers.brief import canonical_query
from tests.factory import make_handmade, make_mass_produced

pytestmark = pytest.mark.django_db

VERDICT = "/decide/verdict/"
ASKED = {"budget": "300", "top": "uniqueness,craft,custom", "type": "ring", "who": "family"}
MOST_QUERIES = 7


@pytest.fixture
def pieces() -> None:
    make_handmade(name="Tide", slug="tide", price=Decimal(200))
    make_mass_produced(name="Arc", slug="arc", price=Decimal(40))


def tried(answers: Mapping[str, str], was: Mapping[str, str]) -> str:
    query = urlencode([*sorted(answers.items()), ("was", canonical_query(was))], safe=",")
    return f"{VERDICT}?{query}"


def page(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(found: Tag | None) -> str:
    assert found is not None
    return " ".join(found.get_text(" ").split())


def sent_from(form: Tag, **changes: str) -> str:
    """The address that a browser asks for when the form is sent with these changes."""
    hidden = [(str(one["name"]), str(one["value"])) for one in form.select("input[type=hidden]")]
    typed = {str(one["name"]): str(one["value"]) for one in form.select("input[type=text], input[type=date]")}
    ticked = [(str(one["name"]), str(one["value"])) for one in form.select("input[type=checkbox][checked]")]
    chosen = {str(one["name"]): str(one.select("option[selected]")[0]["value"]) for one in form.select("select")}
    return f"{form['action']}?{urlencode([*hidden, *ticked, *(typed | chosen | changes).items()])}"


def followed(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 302
    return response.headers["Location"]


@pytest.mark.usefixtures("pieces")
def test_both_verdicts_stand_side_by_side_with_what_moved_and_why(client: Client) -> None:
    shown = page(client, tried(ASKED | {"budget": "100"}, ASKED))
    assert words(shown.select_one("#trial-before")).startswith("Before Handcrafted, for a relative. About")
    assert words(shown.select_one("#trial-now")).startswith("Now Only mass-produced can be had for €100.")
    assert "Tide drops out. Over the budget." in words(shown.select_one("#what-if"))
    assert "Budget: €300 → becomes €100" in words(shown.select_one(".trial-changes"))
    assert shown.select_one("#what-if[open]")


@pytest.mark.usefixtures("pieces")
def test_change_is_kept_or_taken_back_by_a_link(client: Client) -> None:
    now = ASKED | {"budget": "100"}
    links = [str(one["href"]) for one in page(client, tried(now, ASKED)).select(".trial .actions a")]
    assert links == [f"{VERDICT}?{canonical_query(answers)}" for answers in (now, ASKED)]


@pytest.mark.usefixtures("pieces")
def test_points_that_moved_are_shown_for_both(client: Client) -> None:
    shown = page(client, tried(ASKED | {"w.price": "60"}, ASKED))
    rows = [[words(cell) for cell in row.select("th, td")] for row in shown.select("#what-if tbody tr")]
    assert rows[0][0] == "Price"
    assert rows[0][1] != rows[0][2]
    assert "→ becomes 60 %" in words(shown.select_one(".trial-changes"))


@pytest.mark.usefixtures("pieces")
def test_form_without_a_change_leads_to_the_verdict_itself(client: Client) -> None:
    form = page(client, f"{VERDICT}?{canonical_query(ASKED)}").select_one("form.what-if")
    assert form is not None
    assert followed(client, sent_from(form)) == f"{VERDICT}?{canonical_query(ASKED)}"


@pytest.mark.usefixtures("pieces")
@pytest.mark.parametrize("changes", [{"budget": "80"}, {"who": "self"}, {"type": "any"}, {"back": "yes"}])
def test_form_tries_one_change(client: Client, changes: dict[str, str]) -> None:
    form = page(client, f"{VERDICT}?{canonical_query(ASKED)}").select_one("form.what-if")
    assert form is not None
    address = followed(client, sent_from(form, **changes))
    assert address == tried(ASKED | changes, ASKED)


@pytest.mark.usefixtures("pieces")
def test_refused_change_is_mended_on_its_screen_and_leads_back(client: Client) -> None:
    address = tried(ASKED | {"budget": "lots"}, ASKED)
    swapped = client.get(address, headers={"hx-request": "true"})
    screen = swapped.headers["HX-Redirect"]
    assert (screen, urlsplit(screen).path) == (followed(client, address), "/decide/budget/")
    form = page(client, screen).find("form")
    assert isinstance(form, Tag)
    hidden = [(str(one["name"]), str(one["value"])) for one in form.select("input[type=hidden]")]
    mended = f"{form['action']}?{urlencode([*hidden, ('budget', '80')])}"
    assert followed(client, mended) == tried(ASKED | {"budget": "80"}, ASKED)


@pytest.mark.usefixtures("pieces")
@pytest.mark.parametrize("choice", ["Half", "Double"])
def test_weight_can_be_halved_and_doubled(client: Client, choice: str) -> None:
    before = page(client, f"{VERDICT}?{canonical_query(ASKED)}").select_one("#what-if select[name='w.craft']")
    assert before is not None
    options = {words(one).partition(":")[0]: one for one in before.select("option")}
    percent = float(words(options["As it is"]).split()[-2])
    share = float(str(options[choice]["value"]))
    assert share == pytest.approx(percent / 2 if choice == "Half" else 2 * percent, abs=1.01)
    verdict = client.get("/decide/verdict.json", ASKED | {"w.craft": str(options[choice]["value"])}).json()
    weights = {line["criterion"]: line["weight"] for line in verdict["ledger"]}
    assert 100 * weights["craft"] == pytest.approx(share)


@pytest.mark.usefixtures("pieces")
def test_answer_can_be_made_a_deal_breaker(client: Client) -> None:
    asked = ASKED | {"back": "yes", "must": "back"}
    form = page(client, f"{VERDICT}?{canonical_query(asked)}").select_one("form.what-if")
    assert form is not None
    assert [one["value"] for one in form.select("input[type=checkbox][checked]")] == ["back"]
    del form.select("input[type=checkbox]")[0]["checked"]
    assert followed(client, sent_from(form)) == tried({**ASKED, "back": "yes"}, asked)


@pytest.mark.usefixtures("pieces")
def test_every_proposal_applies_itself_beside_the_verdict_before(client: Client) -> None:
    shown = page(client, f"{VERDICT}?{canonical_query(ASKED)}")
    proposals = [str(link["href"]) for link in shown.select(".changes a")]
    assert proposals
    for address in proposals:
        assert dict(parse_qsl(urlsplit(address).query))["was"] == canonical_query(ASKED)
        assert page(client, address).select_one(".trial")


@pytest.mark.usefixtures("pieces")
def test_swap_gives_what_a_reload_gives(client: Client) -> None:
    address = tried(ASKED | {"budget": "60"}, ASKED)
    swapped = client.get(address, headers={"hx-request": "true"}).content.decode()
    whole = page(client, address).select_one("#verdict")
    assert BeautifulSoup(swapped, "html.parser").select_one("#verdict") == whole


@pytest.mark.usefixtures("pieces")
def test_change_of_screen_keeps_the_answers_before(client: Client) -> None:
    shown = page(client, f"{VERDICT}?{canonical_query(ASKED)}")
    link = shown.select_one("#what-if a[href^='/decide/why/']")
    assert link is not None
    form = page(client, str(link["href"])).find("form")
    assert isinstance(form, Tag)
    assert followed(client, f"{sent_from(form)}&why=care") == tried(ASKED | {"why": "care"}, ASKED)


@pytest.mark.usefixtures("pieces")
def test_queries_stay_few(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(tried(ASKED | {"budget": "60"}, ASKED))


@settings(max_examples=30)
@given(st.text(max_size=40))
def test_answers_before_may_be_anything(was: str) -> None:
    response = Client().get(VERDICT, {"was": was})
    assert response.status_code in {200, 302}


def test_nothing_is_said_of_points_where_there_were_none(client: Client) -> None:
    make_mass_produced(price=Decimal(40))
    shown = words(page(client, tried({"budget": "50"}, {"budget": "10"})).select_one("#what-if"))
    assert "Nothing fits." in shown
    assert "No point moved" not in shown


@pytest.mark.usefixtures("pieces")
def test_points_that_did_not_move_are_said_to_stand(client: Client) -> None:
    asked = ASKED | {"skin": "no"}
    assert "No point moved." in words(page(client, tried(asked, ASKED)).select_one("#what-if"))


@pytest.mark.usefixtures("pieces")
def test_not_sure_stays_not_sure(client: Client) -> None:
    asked = {**ASKED, "budget": "unsure", "when": "unsure"}
    shown = page(client, f"{VERDICT}?{canonical_query(asked)}")
    form = shown.select_one("form.what-if")
    assert form is not None
    assert followed(client, sent_from(form)) == f"{VERDICT}?{canonical_query(asked)}"
    assert shown.select_one("#what-if p a[href^='/decide/budget/']")


@pytest.mark.usefixtures("pieces")
def test_weights_that_leave_nothing_are_dropped_without_losing_the_verdict_before(client: Client) -> None:
    check = page(client, followed(client, tried(ASKED | {"w.craft": "60", "w.price": "60"}, ASKED)))
    assert len(check.select(".error-summary p")) == 2
    on = check.find("a", string="Go on without these answers")
    assert isinstance(on, Tag)
    verdict = page(client, str(on["href"])).find("a", string="See the verdict")
    assert isinstance(verdict, Tag)
    assert followed(client, str(verdict["href"])) == f"{VERDICT}?{canonical_query(ASKED)}"


@pytest.mark.usefixtures("pieces")
def test_weight_is_doubled_only_where_it_can_be(client: Client) -> None:
    select = page(client, f"{VERDICT}?{canonical_query(ASKED | {'w.craft': '60'})}").select_one(
        "select[name='w.craft']"
    )
    assert select is not None
    assert [words(one) for one in select.select("option")] == ["As your answers say", "As it is: 60 %", "Half: 30 %"]


@pytest.mark.usefixtures("pieces")
def test_answers_changed_on_the_check_page_lead_back_to_both_verdicts(client: Client) -> None:
    link = page(client, f"{VERDICT}?{canonical_query(ASKED)}").find("a", string="All your answers")
    assert isinstance(link, Tag)
    change = page(client, str(link["href"])).select_one(".answers a[href^='/decide/budget/']")
    assert change is not None
    form = page(client, str(change["href"])).find("form")
    assert isinstance(form, Tag)
    hidden = [(str(one["name"]), str(one["value"])) for one in form.select("input[type=hidden]")]
    checked = page(client, followed(client, f"{form['action']}?{urlencode([*hidden, ('budget', '80')])}"))
    on = checked.find("a", string="See the verdict")
    assert isinstance(on, Tag)
    assert str(on["href"]) == tried(ASKED | {"budget": "80"}, ASKED)


@pytest.mark.usefixtures("pieces")
def test_swap_without_a_change_leaves_the_form_open_and_names_the_page(client: Client) -> None:
    swapped = client.get(f"{VERDICT}?{canonical_query(ASKED)}", headers={"hx-request": "true"})
    soup = BeautifulSoup(swapped.content, "html.parser")
    assert soup.select_one("#what-if[open]")
    assert words(soup.title).startswith("Handcrafted, for a relative.")
    assert not page(client, f"{VERDICT}?{canonical_query(ASKED)}").select("main title:not(svg title)")
