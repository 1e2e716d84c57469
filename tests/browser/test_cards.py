"""Making a verdict surer, and asking what if: by touch on a phone, by keyboard, and without JavaScript."""

import re

from playwright.sync_api import Page, expect

from tests.browser.addresses import go, verdict_at

ASKED = {"budget": "150", "top": "uniqueness,price", "type": "ring", "who": "friend"}
CARD = re.compile(r"/decide/[td]\.")


def open_what_if(page: Page) -> None:
    go(page, verdict_at(**ASKED | {"top": "uniqueness,craft,price"}))
    page.get_by_text("What if?").click()


def test_cards_lead_from_a_verdict_to_a_surer_one(page: Page) -> None:
    go(page, verdict_at(**ASKED))
    page.get_by_text("Make it surer", exact=True).click()
    page.get_by_role("link", name="Weigh two against each other").click()
    for _ in range(3):
        expect(page).to_have_url(CARD)
        before = page.url
        page.get_by_label("The first, clearly").check()
        page.get_by_role("button", name="Continue").click()
        expect(page).not_to_have_url(before)
    # Below a card, or on the page that says that no card is left.
    page.get_by_role("link", name=re.compile("see the verdict", re.IGNORECASE)).click()
    expect(page.locator("h1")).not_to_have_text("Not enough to say yet.")


def test_card_fits_a_phone_with_its_five_answers(page: Page) -> None:
    go(page, "/decide/t.lead.longevity/?budget=150&type=ring")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator(".choice")).to_have_count(5)


def test_skip_shows_another_card(page: Page) -> None:
    go(page, "/decide/t.price.uniqueness/?budget=150&type=ring")
    page.get_by_role("link", name="Not sure: skip this card").click()
    expect(page).to_have_url(CARD)
    assert "/t.price.uniqueness/" not in page.url
    assert "t.price.uniqueness=unsure" in page.url


def test_what_if_swaps_in_place_and_says_so(page: Page) -> None:
    open_what_if(page)
    page.get_by_label("Worn by").focus()
    page.get_by_label("Worn by").select_option("self")
    expect(page.locator("#trial-now")).to_contain_text("for you.")
    expect(page.locator("#trial-before")).to_contain_text("for your friend.")
    expect(page.locator("#what-if")).to_have_attribute("open", "")
    expect(page.locator("#if-who")).to_be_focused()
    expect(page.locator("#said")).to_contain_text("for you.")
    assert "was=" in page.url


def test_second_change_is_compared_with_the_same_verdict_before(page: Page) -> None:
    open_what_if(page)
    page.get_by_label("Worn by").select_option("self")
    expect(page.locator(".trial-changes li")).to_have_count(1)
    page.get_by_label("It costs little").select_option(index=2)
    expect(page.locator(".trial-changes li")).to_have_count(2)
    page.get_by_role("link", name="Take it back").click()
    expect(page.locator("h1")).to_contain_text("for your friend.")
    expect(page.locator(".trial")).to_have_count(0)


def test_back_shows_the_verdict_before_the_swap(page: Page) -> None:
    open_what_if(page)
    page.get_by_label("Worn by").select_option("self")
    expect(page.locator(".trial")).to_be_visible()
    page.go_back()
    expect(page.locator(".trial")).to_have_count(0)
    expect(page.locator("h1")).to_contain_text("for your friend.")


def test_what_if_is_a_form_without_javascript(page_without_scripts: Page) -> None:
    open_what_if(page_without_scripts)
    page_without_scripts.get_by_label("Budget", exact=True).fill("40")
    page_without_scripts.get_by_role("button", name="See both").click()
    expect(page_without_scripts.locator(".trial-changes")).to_contain_text("€40")
    expect(page_without_scripts.locator("#trial-now")).to_be_visible()
