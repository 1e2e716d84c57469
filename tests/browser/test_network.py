import pytest
from playwright.sync_api import Page, Request

from tests.browser.addresses import OWN_PAGES, VERDICTS, go

MOST_REQUESTS = 7
KINDS = (
    "home",
    "start",
    "question top",
    "check",
    "pieces",
    "piece",
    "maker",
    "guide",
    "verdict called",
    "verdict none",
)


def is_picture(address: str) -> bool:
    return address.endswith((".avif", ".jpg", ".webp", "/favicon.svg"))


@pytest.mark.parametrize("name", KINDS)
def test_page_takes_seven_requests_and_none_elsewhere(page: Page, name: str) -> None:
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    go(page, OWN_PAGES[name])
    page.wait_for_load_state("networkidle")
    needed = {request.url for request in requests if not is_picture(request.url)}
    assert len(needed) <= MOST_REQUESTS, needed
    assert len(requests) == len({request.url for request in requests})


def test_looking_around_leaves_no_cookie_and_nothing_stored(page: Page) -> None:
    for address in ("/", "/decide/", VERDICTS["called"], "/pieces/tide-ring/"):
        go(page, address)
    assert page.context.storage_state() == {"cookies": [], "origins": []}


@pytest.mark.parametrize(
    "attempt",
    [
        "document.head.appendChild(document.createElement('script')).text = 'window.hurt = true'",
        "document.body.insertAdjacentHTML('beforeend', '<i onclick=\"window.hurt = true\"></i>')"
        " || document.body.lastChild.click()",
        "document.head.appendChild(document.createElement('script')).src = 'https://elsewhere.invalid/x.js'",
    ],
    ids=["script in the page", "handler in the page", "script from elsewhere"],
)
def test_foreign_code_is_refused(page_that_may_complain: Page, attempt: str) -> None:
    page = page_that_may_complain
    go(page, "/about/")
    page.evaluate(
        "addEventListener('securitypolicyviolation', (event) => { window.refused = event.violatedDirective; })"
    )
    page.evaluate(attempt)
    page.wait_for_function("window.refused")
    assert page.evaluate("window.refused").startswith("script-src")
    assert page.evaluate("window.hurt") is None
