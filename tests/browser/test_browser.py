from playwright.sync_api import Page

from tests.browser.axe import find_violations


def test_site_answers_in_a_real_browser(page: Page) -> None:
    page.goto("/healthz")
    assert page.inner_text("body").strip() == "ok"


def test_axe_sees_a_missing_name(page: Page) -> None:
    page.goto("/admin/login/")
    page.evaluate("document.querySelector('label').remove()")
    assert any(violation.startswith("label:") for violation in find_violations(page))
