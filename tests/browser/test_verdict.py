import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.addresses import CALLED, HEADLINES, VERDICTS, days_ahead, go, go_and_unfold, verdict_at

FOLD = 640
LONG = {
    "a long summary": CALLED | {"when": days_ahead(60)},
    "a family's heirloom": {
        "budget": "700",
        "top": "longevity,provenance,craft",
        "type": "necklace",
        "when": days_ahead(60),
        "who": "family",
        "why": "heritage",
    },
    "six alike": {
        "budget": "60",
        "quantity": "6",
        "top": "precision,price,lead",
        "type": "bracelet",
        "who": "group",
        "why": "care",
    },
}
ANNOUNCED = {
    "by too little to call.": "Level. ",
    "It would still be too early to say.": "Not enough ",
    "The verdict would be handcrafted.": "Handcrafted, ",
    "The verdict would be mass-produced.": "Mass-produced, ",
    "Then only handcrafted is left.": "Only handcrafted ",
    "Then only mass-produced is left.": "Only mass-produced ",
}
CHANGEABLE = {name: verdict_at(**answers) for name, answers in LONG.items()} | {"too_early": VERDICTS["too_early"]}
PRINTABLE = {name: VERDICTS[name] for name in ("called", "forced", "close", "none")} | {
    "piece": "/pieces/tide-ring/",
    "check": "/decide/check/?budget=60",
    "guide": "/guide/",
}


def lower_edge(one: Locator) -> float:
    box = one.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def changes_of(page: Page, address: str) -> dict[str, str]:
    """What each line of 'What would change it' says, by where it leads."""
    go_and_unfold(page, address)
    lines = page.locator(".changes li").all()
    return {str(line.locator("a").get_attribute("href")): line.inner_text() for line in lines}


@pytest.mark.parametrize("state", VERDICTS)
def test_state_has_its_own_headline(page: Page, state: str) -> None:
    go(page, VERDICTS[state])
    expect(page.locator("h1")).to_have_text(HEADLINES[state])


@pytest.mark.parametrize("name", LONG)
def test_verdict_and_its_button_stand_above_the_fold(page: Page, name: str) -> None:
    go(page, verdict_at(**LONG[name]))
    assert lower_edge(page.locator("h1")) < lower_edge(page.locator(".choice-piece-main .button-primary")) <= FOLD


@pytest.mark.parametrize("state", ["forced", "too_early", "none"])
def test_other_states_show_their_next_step_above_the_fold(page: Page, state: str) -> None:
    go(page, VERDICTS[state])
    assert lower_edge(page.locator(".verdict-fold :is(.button, .button-primary)").first) <= FOLD


@pytest.mark.parametrize("state", VERDICTS)
def test_every_disclosure_opens(calm_page: Page, state: str) -> None:
    go(calm_page, VERDICTS[state])
    for one in calm_page.locator("details:not(details details)").all():
        expect(one).not_to_have_attribute("open", "")
        one.locator("summary").first.click()
        expect(one).to_have_attribute("open", "")
        expect(one.locator(":scope > :not(summary)").first).to_be_visible()


def test_sureness_is_explained_where_it_is_said(page: Page) -> None:
    go(page, VERDICTS["called"])
    page.locator(".sureness summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sureness p")).to_contain_text(re.compile(r"about \d+ in 20 come out this way"))


@pytest.mark.parametrize("name", CHANGEABLE)
def test_changes_lead_to_the_verdict_they_announce(page: Page, name: str) -> None:
    changes = changes_of(page, CHANGEABLE[name])
    assert changes
    for address, said in changes.items():
        headline = next(headline for words, headline in ANNOUNCED.items() if words in said)
        go(page, address)
        assert page.locator("h1").inner_text().startswith(headline), said


def test_way_out_of_nothing_leads_to_a_piece(page: Page) -> None:
    go(page, VERDICTS["none"])
    page.locator(".verdict-fold .button-primary").first.click()
    expect(page.locator(".choice-piece").first).to_be_visible()


def test_way_back_from_a_forced_verdict_opens_the_other_side(page: Page) -> None:
    go(page, VERDICTS["forced"])
    page.locator(".verdict-fold p > .button").first.click()
    expect(page.locator(".verdict-headline")).not_to_have_text(HEADLINES["forced"])
    expect(page.locator(".verdict-fold")).to_contain_text(re.compile("The other way|Handcrafted"))


@pytest.mark.parametrize("name", PRINTABLE)
def test_paper_shows_no_buttons(page: Page, name: str) -> None:
    go_and_unfold(page, PRINTABLE[name])
    page.emulate_media(media="print")
    buttons = page.locator("button:not(.hint), .button, .button-primary, .button-quiet, .site-nav, .back")
    assert [one.inner_text() for one in buttons.all() if one.is_visible()] == []
    expect(page.locator("h1")).to_be_visible()


def test_verdict_moves_unless_motion_is_unwanted(page: Page) -> None:
    go(page, VERDICTS["called"])
    headline = page.locator("h1")
    assert headline.evaluate("(one) => getComputedStyle(one).animationName") != "none"
    page.emulate_media(reduced_motion="reduce")
    assert headline.evaluate("(one) => getComputedStyle(one).animationName") == "none"


def test_pages_change_without_motion_where_it_is_unwanted(page: Page, calm_page: Page) -> None:
    moved = []
    for visitor in (page, calm_page):
        visitor.add_init_script("addEventListener('pagereveal', (event) => { window.moved = !!event.viewTransition; })")
        go(visitor, "/makers/")
        visitor.locator(".maker-row a").first.click()
        visitor.wait_for_url("**/makers/*/")
        moved.append(visitor.evaluate("window.moved"))
    assert moved == [True, False]


def test_address_that_is_copied_says_the_same(page: Page) -> None:
    go(page, f"/decide/verdict/?{urlencode(dict(sorted(CALLED.items(), reverse=True)))}")
    first = page.locator(".verdict-fold").inner_text()
    go(page, page.url)
    assert page.locator(".verdict-fold").inner_text() == first


def test_weight_on_the_balance_opens_the_ledger(page: Page) -> None:
    go(page, VERDICTS["called"])
    expect(page.locator("#why")).to_be_hidden()
    weight = page.locator("a.balance-weight").first
    weight.focus()
    expect(weight).to_have_accessible_name(re.compile("points? for "))
    page.keyboard.press("Enter")
    expect(page.locator("#why")).to_be_visible()
