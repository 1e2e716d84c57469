"""A term opens what it means: by tap, by key, without a script and on the narrowest phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import go
from tests.browser.axe import find_faint_text, find_violations
from tests.browser.test_pages import widest

PIECE = "/pieces/tide-ring/"


def test_hint_opens_without_scripts_and_leads_to_the_glossary(page_without_scripts: Page) -> None:
    page = page_without_scripts
    go(page, PIECE)
    card = page.locator("#hint-forging")
    expect(card).to_be_hidden()
    page.get_by_role("button", name="Forged").click()
    expect(card).to_be_visible()
    card.get_by_role("link").click()
    expect(page.locator("#forging:target")).to_be_visible()


def test_hint_closes_with_escape_and_leaves_the_focus_on_its_word(calm_page: Page) -> None:
    go(calm_page, PIECE)
    word = calm_page.get_by_role("button", name="925")
    word.press("Enter")
    card = calm_page.locator("#hint-sterling")
    expect(card).to_be_visible()
    calm_page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(word).to_be_focused()


def test_axe_finds_nothing_in_an_open_hint(calm_page: Page) -> None:
    go(calm_page, "/guide/")
    calm_page.get_by_role("button", name="recycled gold").click()
    assert find_violations(calm_page) == []
    calm_page.emulate_media(color_scheme="dark")
    assert find_faint_text(calm_page) == []


@pytest.mark.parametrize("word", ["vermeil", "assay office", "treated", "One of a kind"])
def test_open_hint_fits_the_narrowest_phone(calm_page: Page, word: str) -> None:
    go(calm_page, "/guide/")
    assert widest(calm_page, 320) == 320
    calm_page.get_by_role("button", name=word, exact=True).click()
    box = calm_page.locator(".hint-card:popover-open").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_paper_shows_the_plain_word(calm_page: Page) -> None:
    go(calm_page, PIECE)
    calm_page.get_by_role("button", name="Forged").click()
    calm_page.emulate_media(media="print")
    expect(calm_page.locator("#hint-forging")).to_be_hidden()
    expect(calm_page.get_by_role("button", name="Forged")).to_have_css("text-decoration-line", "none")
