import re

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.addresses import go
from tests.browser.axe import find_violations

WIDE: ViewportSize = {"width": 1280, "height": 900}


def count(page: Page) -> Locator:
    return page.locator("#listing-count")


def open_sheet(page: Page) -> Locator:
    page.get_by_role("button", name=re.compile("^Filter")).click()
    sheet = page.locator("#facets")
    expect(sheet).to_be_visible()
    return sheet


def test_ticks_on_a_phone_narrow_the_list_behind_the_sheet(page: Page) -> None:
    go(page, "/pieces/")
    expect(page.locator("#facets")).to_be_hidden()
    sheet = open_sheet(page)
    sheet.locator("#kind-ring").check()
    expect(page).to_have_url(re.compile(r"/pieces/\?kind=ring$"))
    expect(sheet).to_be_visible()
    sheet.locator("#way-handcrafted").check()
    expect(page).to_have_url(re.compile(r"/pieces/\?kind=ring&way=handcrafted$"))
    sheet.get_by_role("button", name=re.compile(r"^Show \d+ pieces$")).click()
    expect(sheet).to_be_hidden()
    expect(page.locator(".chip")).to_have_count(2)


def test_open_sheet_and_empty_list_are_accessible(page: Page) -> None:
    go(page, "/pieces/?kind=ring&price=50")
    open_sheet(page)
    assert find_violations(page) == []
    go(page, "/pieces/?kind=cufflinks&metal=platinum&q=philigree")
    assert find_violations(page) == []


def test_tick_keeps_the_focus_and_says_the_number_aloud(page: Page) -> None:
    page.set_viewport_size(WIDE)
    go(page, "/pieces/")
    tick = page.locator("#kind-brooch")
    tick.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("kind=brooch"))
    expect(tick).to_be_focused()
    expect(page.locator("#said")).to_have_text(count(page).inner_text())


def test_unfolded_facet_stays_unfolded(page: Page) -> None:
    page.set_viewport_size(WIDE)
    go(page, "/pieces/")
    facet = page.locator("#facet-stone")
    facet.locator("summary").click()
    page.locator("#kind-ring").check()
    expect(page).to_have_url(re.compile("kind=ring"))
    expect(facet).to_have_attribute("open", "")


def test_back_and_reload_show_the_same_list(page: Page) -> None:
    page.set_viewport_size(WIDE)
    go(page, "/pieces/?kind=ring")
    before = page.locator("#listing").inner_text()
    page.locator("#way-mass_produced").check()
    expect(page).to_have_url(re.compile("way=mass_produced"))
    narrowed = page.locator("#listing").inner_text()
    page.reload()
    assert page.locator("#listing").inner_text() == narrowed
    page.go_back()
    expect(page).to_have_url(re.compile(r"kind=ring$"))
    expect(page.locator("#way-mass_produced")).not_to_be_checked()
    assert page.locator("#listing").inner_text() == before


def test_search_chip_and_sort_are_links_to_send(page: Page) -> None:
    go(page, "/pieces/?kind=ring")
    page.get_by_role("searchbox").fill("Silver")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?kind=ring&q=Silver$"))
    page.get_by_role("link", name="price", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?kind=ring&q=Silver&sort=price$"))
    page.get_by_role("link", name="Remove Ring").click()
    expect(page).to_have_url(re.compile(r"\?q=Silver&sort=price$"))


def test_slip_of_the_pen_leads_to_what_was_meant(page: Page) -> None:
    go(page, "/pieces/?q=philigree")
    page.get_by_role("link", name="filigree").click()
    expect(page).to_have_url(re.compile(r"\?q=filigree$"))
    expect(page.locator(".tile").first).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_list_is_narrowed_without_scripts(page_without_scripts: Page, width: int) -> None:
    page = page_without_scripts
    page.set_viewport_size({"width": width, "height": 800})
    go(page, "/pieces/")
    if width == 360:
        open_sheet(page)
    page.locator("#kind-ring").check()
    page.locator("#kind-brooch").check()
    submit = page.get_by_role("button", name=re.compile("^Show" if width == 360 else "^Search"))
    submit.click()
    expect(page).to_have_url(re.compile(r"/pieces/\?kind=ring,brooch$"))
    expect(count(page)).to_contain_text("38 pieces")


@pytest.mark.parametrize(("width", "columns"), [(360, 2), (768, 3), (1000, 3), (1280, 4)])
def test_list_has_as_many_columns_as_there_is_room_for(page: Page, width: int, columns: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    go(page, "/pieces/")
    tops = page.locator(".listing-tiles > li").evaluate_all("(tiles) => tiles.map((one) => one.offsetTop)")
    assert tops.count(tops[0]) == columns


def test_other_language_keeps_what_was_ticked(page: Page) -> None:
    page.set_viewport_size(WIDE)
    go(page, "/pieces/")
    page.locator("#kind-ring").check()
    expect(page).to_have_url(re.compile("kind=ring"))
    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(re.compile(r"/fr/pieces/\?kind=ring$"))
