"""Somebody of the staff sets up two-step sign-in on a phone and signs in with it; every page is looked at."""

import pytest
from django.conf import LazySettings
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import find_faint_text, find_violations
from tests.browser.conftest import CURATOR, PASSWORD, open_page
from tests.browser.test_pages import WIDTHS, too_low, widest
from tests.browser.test_workshop import sign_in
from tests.catalog.accounts.people import code_for


@pytest.fixture
def as_in_public(db: None, settings: LazySettings) -> None:
    settings.STAFF_NEED_SECOND_STEP = True


def look(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert find_violations(page) == []
    assert [widest(page, width) for width in WIDTHS] == list(WIDTHS)
    assert too_low(page) == []
    page.emulate_media(color_scheme="dark")
    assert find_faint_text(page) == []
    page.emulate_media(color_scheme="light")


def press(page: Page, field: str, value: str, button: str) -> None:
    page.get_by_label(field, exact=True).fill(value)
    page.get_by_role("button", name=button, exact=True).click()


def set_up(page: Page) -> str:
    look(page, "Your password once more")
    press(page, "Password", PASSWORD, "Go on")
    look(page, "Set up two-step sign-in")
    key = page.locator("code.key").inner_text()
    assert page.locator(".key-picture").evaluate("(picture) => picture.naturalWidth") > 0
    press(page, "Code", "123", "Turn it on")
    expect(page.get_by_text("This code is not right")).to_be_visible()
    look(page, "Set up two-step sign-in")
    press(page, "Code", code_for(key), "Turn it on")
    look(page, "Your recovery codes")
    return key


def look_around(page: Page) -> None:
    for address, heading in (
        ("/account/", "Your account"),
        ("/account/password/", "Change your password"),
        ("/account/recovery-codes/new/", "New recovery codes?"),
        ("/account/closed/", "There is nothing for you to do here"),
        ("/account/logout/", "Sign out?"),
    ):
        page.goto(address)
        look(page, heading)


def test_staff_set_up_a_second_step_and_use_it(browser: Browser, site: str, as_in_public: None) -> None:
    with open_page(browser, site, reduced_motion="reduce") as page:
        sign_in(page, "/admin/", CURATOR)
        key = set_up(page)
        look_around(page)
        page.get_by_role("button", name="Sign out").click()
        sign_in(page, "/admin/catalog/piece/", CURATOR)
        look(page, "The second step")
        press(page, "Code", code_for(key), "Sign in")
        expect(page.get_by_role("heading", level=1)).to_have_text("Select piece to change")
        page.get_by_role("link", name="Account").click()
        # Where the server has a connection of its own, what is set up stays: other tests sign in without.
        page.get_by_role("link", name="Turn it off").click()
        press(page, "Password", PASSWORD, "Go on")
        look(page, "Turn off two-step sign-in?")
        page.get_by_role("button", name="Turn it off").click()
        expect(page.get_by_text("Two-step sign-in is off.")).to_be_visible()
        look(page, "Your account")
