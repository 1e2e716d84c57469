import pytest
from playwright.sync_api import Page

from tests.browser.addresses import ALL_PAGES, go, go_and_unfold
from tests.browser.axe import find_faint_text, find_violations


@pytest.mark.parametrize("name", ALL_PAGES)
def test_axe_finds_nothing_light_or_dark(calm_page: Page, name: str) -> None:
    go_and_unfold(calm_page, ALL_PAGES[name])
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
