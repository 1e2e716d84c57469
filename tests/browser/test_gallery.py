"""The pictures of a piece: swiped, chosen, enlarged; by keyboard, by touch, and without scripts."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.addresses import go
from tests.browser.axe import find_violations

PIECE = "/pieces/tide-ring/"
SHIFT = """new Promise((done) => new PerformanceObserver((list, own) => {
  own.disconnect();
  done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0));
}).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done(0), 800))"""


def second(page: Page) -> Locator:
    return page.locator("#photo-2")


def test_second_picture_is_chosen_by_its_small_one(calm_page: Page) -> None:
    go(calm_page, PIECE)
    expect(second(calm_page)).not_to_be_in_viewport()
    calm_page.locator("[data-show]").nth(1).click()
    expect(second(calm_page)).to_be_in_viewport(ratio=0.9)
    assert calm_page.url.endswith(PIECE)


def test_strip_goes_by_arrow_keys(calm_page: Page) -> None:
    go(calm_page, PIECE)
    calm_page.locator("#gallery").focus()
    for _press in range(12):
        calm_page.keyboard.press("ArrowRight")
    expect(second(calm_page)).to_be_in_viewport(ratio=0.9)


def test_strip_goes_by_a_finger(calm_page: Page) -> None:
    go(calm_page, PIECE)
    assert calm_page.evaluate("getComputedStyle(document.getElementById('gallery')).scrollSnapType") != "none"
    second(calm_page).scroll_into_view_if_needed()
    expect(second(calm_page)).to_be_in_viewport(ratio=0.9)


def test_picture_is_enlarged_and_put_back_by_keyboard(page: Page) -> None:
    go(page, PIECE)
    link = page.locator("[data-zoom]").first
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Enlarged picture")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("img", name="A wide silver ring, hammered all round.")).to_be_visible()
    assert find_violations(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_enlarged_picture_is_larger_than_the_phone(page: Page) -> None:
    go(page, PIECE)
    page.locator("[data-zoom]").first.tap()
    image = page.locator("dialog.zoom img")
    expect(image).to_have_js_property("complete", True)
    box = image.bounding_box()
    assert box
    assert box["width"] > 400
    page.get_by_role("button", name="Close").tap()
    expect(page.locator("dialog.zoom")).to_be_hidden()


def test_without_scripts_links_do_both(page_without_scripts: Page) -> None:
    page = page_without_scripts
    go(page, PIECE)
    page.locator("[data-show]").nth(1).click()
    expect(page).to_have_url(re.compile("#photo-2$"))
    page.locator("[data-zoom]").first.click()
    expect(page).to_have_url(re.compile(r"/media/photos/[0-9a-f]{32}/900\.jpg$"))


@pytest.mark.parametrize("address", ["/", "/pieces/", PIECE, "/makers/ilda-sarmeira/"])
def test_pictures_shift_nothing_when_they_arrive(page: Page, address: str) -> None:
    # Without fonts, which may come late and move words.
    page.route("**/*.woff2", lambda route: route.fulfill(body=b""))
    go(page, address)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFT) < 0.01


def test_browser_takes_avif_of_a_size_that_fits(page: Page) -> None:
    go(page, "/pieces/?q=tide")
    image = page.locator(".tile .photo img").first
    expect(image).to_have_js_property("complete", True)
    assert re.search(r"/(320|640)\.avif$", image.evaluate("(image) => image.currentSrc"))
