import pytest
from playwright.sync_api import Page

from tests.browser.addresses import OWN_PAGES, QUESTIONS, REFUSED, go, go_and_unfold

OWN = OWN_PAGES | REFUSED
WIDTHS = (320, 360)
TARGETS = "main :is(button, summary, select, .button, .button-primary, .button-quiet, .back, .chip, .choice > label)"
NAVIGATION = "nav a, .site-name, .site-footer a, .input"
LOW = """(targets) => targets.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.9)
    .map((one) => `${one.outerHTML.slice(0, 90)}: ${one.getBoundingClientRect().height}`)"""
WIDEST = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"


def widest(page: Page, width: int) -> int:
    page.set_viewport_size({"width": width, "height": 640})
    return int(page.evaluate(WIDEST))


def too_low(page: Page) -> list[str]:
    low: list[str] = page.locator(f"{TARGETS}, {NAVIGATION}").evaluate_all(LOW)
    return low


@pytest.mark.parametrize("name", OWN)
def test_page_fits_a_phone_and_a_thumb(page: Page, name: str) -> None:
    go_and_unfold(page, OWN[name])
    assert too_low(page) == []
    assert [widest(page, width) for width in WIDTHS] == list(WIDTHS)


def test_too_wide_a_thing_is_seen(page: Page) -> None:
    go(page, "/about/")
    page.evaluate("document.querySelector('h1').style.minWidth = '330px'")
    assert [widest(page, width) > width for width in WIDTHS] == [True, False]


def test_low_target_is_seen(page: Page) -> None:
    go(page, QUESTIONS["question who"])
    page.evaluate("document.querySelector('.choice label').style = 'min-height: 0; padding: 0'")
    assert len(too_low(page)) == 1
