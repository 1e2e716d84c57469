"""Bringing the piece one is looking at: on a phone, by keyboard, and without JavaScript."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.addresses import go

LISTING = """Moon ring in sterling silver
96 €
I saw, file and solder every ring by hand in Porto, Portugal. Hypoallergenic.
Delivered in 3-5 days, 14-day returns."""
ANSWERS = "budget=120&top=price,lead,craft&type=ring"


def bring(page: Page) -> None:
    go(page, f"/bring/?{ANSWERS}")
    page.get_by_label("Paste the listing").fill(LISTING)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("h1")).to_have_text("Is this right?")


def test_listing_becomes_a_piece_in_the_verdict(page: Page) -> None:
    bring(page)
    expect(page.get_by_label("Metal", exact=True)).to_have_value("silver")
    expect(page.get_by_label("Price", exact=True)).to_have_value("96")
    page.get_by_role("button", name="Use these facts").click()
    expect(page.locator(".own-piece h2")).to_contain_text("Moon ring")
    page.get_by_role("link", name="See the verdict").click()
    expect(page.get_by_role("heading", name="The piece you brought")).to_be_visible()
    page.reload()
    expect(page.locator(".own-in-verdict")).to_contain_text("It competes as handcrafted")


def test_regulated_words_are_explained_beside_the_facts(page: Page) -> None:
    bring(page)
    word = page.locator(".fact", has=page.get_by_label("How is it made?")).or_(page.locator(".fact-word")).first
    expect(page.locator(".fact-word", has_text="Hypoallergenic")).to_have_count(1)
    expect(word).to_be_visible()


def test_reply_moves_the_piece(page: Page) -> None:
    bring(page)
    page.get_by_role("button", name="Use these facts").click()
    before = page.locator(".own-piece p", has_text="ahead of it").inner_text()
    page.locator(".asking-replies a").first.click()
    expect(page.locator(".own-piece p", has_text="ahead of it")).not_to_have_text(before)


def test_message_is_copied(page: Page) -> None:
    bring(page)
    page.get_by_role("button", name="Use these facts").click()
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#said")).to_have_text("Copied.")


@pytest.mark.parametrize("path", ["/bring/", f"/bring/1/?{ANSWERS}"])
def test_pages_fit_a_phone(page: Page, path: str) -> None:
    go(page, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_all_of_it_works_without_a_script(browser: Browser, live_server: object) -> None:
    context = browser.new_context(
        java_script_enabled=False, base_url=str(live_server), viewport={"width": 360, "height": 640}
    )
    page = context.new_page()
    bring(page)
    page.get_by_role("button", name="Use these facts").click()
    page.get_by_role("link", name="Side by side").click()
    expect(page.locator(".compare-names")).to_contain_text("Moon ring")
    expect(page).to_have_url(re.compile("piece=own.1"))
    context.close()
