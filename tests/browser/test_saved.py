"""A verdict that is saved, sent, answered and deleted, on a phone, with and without scripts; and on paper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.addresses import VERDICTS, go, go_and_unfold
from tests.browser.axe import find_faint_text, find_violations
from tests.browser.conftest import open_page

pytestmark = pytest.mark.django_db

SAVED_HEADLINES = {
    "called": "Handcrafted.",
    "forced": "Only mass-produced is possible.",
    "close": "Level. Take the one you like looking at.",
    "too_early": "Not enough to say yet.",
    "none": "Nothing fits.",
}
PAGE_OF_A_PDF = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture(params=["scripts", "no scripts"])
def visitor(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    with open_page(browser, site, java_script_enabled=request.param == "scripts") as page:
        yield page


def open_up(page: Page, words: str) -> None:
    page.locator("summary").filter(has_text=re.compile(f"^{re.escape(words)}$")).click()


def save(page: Page, address: str) -> str:
    """Save the verdict there; the address to send."""
    go(page, address)
    open_up(page, "Keep")
    page.get_by_role("button", name="Save, and get the address").click()
    return page.locator("#shared-address").input_value()


def count_pages(page: Page, paper: str) -> int:
    return len(PAGE_OF_A_PDF.findall(page.pdf(format=paper)))


def test_shopper_saves_sends_answers_and_deletes(visitor: Page, browser: Browser, site: str) -> None:
    address = save(visitor, VERDICTS["called"])
    own = visitor.url
    with open_page(browser, site) as other:
        go(other, address)
        expect(other.locator("h1")).to_have_text("Handcrafted.")
        expect(other.locator("main form")).to_have_count(0)
        open_up(visitor, "What did you choose?")
        visitor.get_by_label("A handcrafted piece").check()
        visitor.get_by_role("button", name="Add one to the count").click()
        expect(visitor.locator("h1")).to_have_text("Thank you. It is counted.")
        visitor.get_by_role("link", name="Back to the verdict").click()
        assert visitor.url == own
        open_up(visitor, "Delete it")
        visitor.get_by_role("button", name="Delete it for good").click()
        expect(visitor.locator("h1")).to_have_text("It is deleted.")
        assert other.request.get(address).status == 404


def test_answer_on_the_verdict_page_appears_in_the_guide(visitor: Page) -> None:
    go(visitor, VERDICTS["called"])
    open_up(visitor, "What did you choose?")
    visitor.get_by_role("button", name="Add one to the count").click()
    expect(visitor.locator(".error-summary a")).to_have_text("Choose what you took, or Neither.")
    visitor.get_by_label("A mass-produced piece").check()
    visitor.get_by_label("Yes", exact=True).check()
    visitor.get_by_role("button", name="Add one to the count").click()
    visitor.get_by_role("link", name="See the count").click()
    expect(visitor.locator("#tally table")).to_contain_text("Mass-produced")


@pytest.mark.parametrize("state", VERDICTS)
def test_every_state_prints_on_one_page(page: Page, state: str) -> None:
    go(page, save(page, VERDICTS[state]))
    expect(page.locator("h1")).to_have_text(SAVED_HEADLINES[state])
    for paper in ("A4", "Letter"):
        assert count_pages(page, paper) == 1
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert count_pages(page, paper) == 1


def test_owners_page_prints_as_what_others_see(page: Page) -> None:
    save(page, VERDICTS["called"])
    page.emulate_media(media="print")
    expect(page.locator(".saved-owner")).to_be_hidden()
    expect(page.locator(".on-paper")).to_be_visible()
    assert count_pages(page, "A4") == 1
    assert [one.inner_text() for one in page.locator("button").all() if one.is_visible()] == []


@pytest.mark.parametrize("state", VERDICTS)
def test_axe_finds_nothing_on_a_saved_verdict(calm_page: Page, state: str) -> None:
    address = save(calm_page, VERDICTS[state])
    for shown in (calm_page.url, address):
        go_and_unfold(calm_page, shown)
        calm_page.emulate_media(color_scheme="light")
        assert find_violations(calm_page) == []
        calm_page.emulate_media(color_scheme="dark")
        assert find_faint_text(calm_page) == []
        assert calm_page.evaluate("document.documentElement.scrollWidth") == 360
