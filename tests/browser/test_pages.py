"""Every kind of page is opened once and looked at from several sides."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.addresses import FRENCH, OWN_PAGES, QUESTIONS, REFUSED, go, go_and_unfold
from tests.browser.axe import find_faint_text, find_violations
from tests.browser.conftest import PHONE_SIZE, open_page

PAGES = OWN_PAGES | REFUSED | FRENCH
WIDTHS = (320, 360)
BUTTONS = "button:not(.hint), .button, .button-primary, .button-quiet"
TARGETS = f"main :is({BUTTONS}, summary, select, .back, .chip, .choice > label)"
NAVIGATION = "nav a, .site-name, .site-footer a, .input"
LOW = """(targets) => targets.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.9)
    .map((one) => `${one.outerHTML.slice(0, 90)}: ${one.getBoundingClientRect().height}`)"""
WIDEST = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", params=PAGES)
def visited(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    with open_page(browser, site, reduced_motion="reduce") as page:
        go_and_unfold(page, PAGES[request.param])
        yield page


def widest(page: Page, width: int) -> int:
    page.set_viewport_size({"width": width, "height": 640})
    return int(page.evaluate(WIDEST))


def too_low(page: Page) -> list[str]:
    low: list[str] = page.locator(f"{TARGETS}, {NAVIGATION}").evaluate_all(LOW)
    return low


def test_axe_finds_nothing(visited: Page) -> None:
    visited.emulate_media(color_scheme="light")
    visited.set_viewport_size(PHONE_SIZE)
    assert find_violations(visited) == []


def test_axe_finds_nothing_in_the_dark(visited: Page) -> None:
    visited.emulate_media(color_scheme="dark")
    visited.set_viewport_size(PHONE_SIZE)
    assert find_faint_text(visited) == []


def test_axe_finds_nothing_on_a_wide_screen(visited: Page) -> None:
    visited.set_viewport_size({"width": 1280, "height": 800})
    assert find_violations(visited) == []


def test_nothing_scrolls_sideways_and_a_thumb_hits_everything(visited: Page) -> None:
    assert [widest(visited, width) for width in WIDTHS] == list(WIDTHS)
    assert too_low(visited) == []


def test_axe_finds_nothing_at_the_admins_door(calm_page: Page) -> None:
    go(calm_page, "/admin/login/")
    assert find_violations(calm_page) == []
    calm_page.emulate_media(color_scheme="dark")
    assert find_faint_text(calm_page) == []


def test_axe_sees_a_missing_name(page: Page) -> None:
    go(page, "/admin/login/")
    page.evaluate("document.querySelector('label').remove()")
    assert any(violation.startswith("label:") for violation in find_violations(page))


def test_axe_sees_faint_text_in_the_dark(calm_page: Page) -> None:
    go(calm_page, "/about/")
    calm_page.emulate_media(color_scheme="dark")
    calm_page.evaluate("document.querySelector('h1').style.color = '#333'")
    assert any(violation.startswith("color-contrast:") for violation in find_faint_text(calm_page))


def test_too_wide_a_thing_is_seen(page: Page) -> None:
    go(page, "/about/")
    page.evaluate("document.querySelector('h1').style.minWidth = '330px'")
    assert [widest(page, width) > width for width in WIDTHS] == [True, False]


def test_low_target_is_seen(page: Page) -> None:
    go(page, QUESTIONS["question who"])
    page.evaluate("document.querySelector('.choice label').style = 'min-height: 0; padding: 0'")
    assert len(too_low(page)) == 1
