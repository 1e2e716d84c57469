"""Keeping, comparing and sharing on a phone, by visitors who never meet each other's session."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

from tests.browser.addresses import PLAIN_PAGES, go
from tests.browser.axe import find_faint_text, find_violations
from tests.browser.conftest import open_page

RINGS = "/pieces/?kind=ring"
FOUR = PLAIN_PAGES["compare"]
TWO = "/compare/?piece=tide-ring&piece=arc-ring"
SET_ASIDE = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
PHONE_WIDTH, PHONE_HEIGHT = 360, 640
PLACES = ["/", RINGS, "/pieces/tide-ring/", "/makers/ilda-sarmeira/", "/guide/", "/about/"]

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["scripts", "no scripts"])
def visitor(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    with open_page(browser, site, java_script_enabled=request.param == "scripts") as page:
        yield page


def button(page: Page, words: str) -> Locator:
    return page.get_by_role("button", name=words, exact=True)


def press(page: Page, words: str) -> None:
    """Press a button beside a piece and wait until it says that it is pressed."""
    button(page, words).click()
    expect(button(page, words)).to_have_attribute("aria-pressed", "true")


def fill_tray(page: Page, *names: str) -> None:
    go(page, RINGS)
    for name in names:
        press(page, f"Compare {name}")


def box(one: Locator) -> FloatRect:
    found = one.bounding_box()
    assert found is not None
    return found


def content(page: Page) -> str:
    return " ".join(page.locator("main").inner_html().split())


def shown_rows(page: Page) -> int:
    return page.locator("tbody tr:has(td)").count()


def test_shopper_keeps_compares_and_comes_back(visitor: Page) -> None:
    go(visitor, RINGS)
    press(visitor, "Keep Tide ring")
    expect(visitor.locator("#kept-link")).to_have_text("Kept (1)")
    for name in ("Tide ring", "Arc ring"):
        press(visitor, f"Compare {name}")
    visitor.get_by_role("link", name="Compare 2").click()
    expect(visitor).to_have_url(TWO)
    every = shown_rows(visitor)
    visitor.get_by_role("link", name="Only differences").click()
    expect(visitor).to_have_url(f"{TWO}&only=differences")
    expect(visitor.locator("tbody tr:has(td)")).not_to_have_count(every)
    visitor.go_back()
    expect(visitor).to_have_url(TWO)
    expect(visitor.locator("tbody tr:has(td)")).to_have_count(every)
    visitor.go_back()
    expect(button(visitor, "Keep Tide ring")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("address", [TWO, f"{TWO}&only=differences"])
def test_back_and_reload_show_what_the_address_says(page: Page, address: str) -> None:
    go(page, address)
    before = content(page)
    page.get_by_role("link", name="Only differences").click()
    expect(page).not_to_have_url(address)
    expect(page.locator("[class*='htmx-']")).to_have_count(0)
    swapped = content(page)
    page.reload()
    assert content(page) == swapped
    page.go_back()
    expect(page).to_have_url(address)
    page.wait_for_load_state("networkidle")
    assert content(page) == before


def test_page_that_was_set_aside_is_renewed_if_something_was_kept_since(page: Page) -> None:
    go(page, RINGS)
    page.evaluate("window.isOld = true")
    page.evaluate(SET_ASIDE)
    other = page.context.new_page()
    go(other, "/pieces/tide-ring/")
    press(other, "Keep Tide ring")
    assert page.evaluate("window.isOld")
    page.evaluate(SET_ASIDE)
    expect(button(page, "Keep Tide ring")).to_have_attribute("aria-pressed", "true")


def test_focus_stays_on_the_button_and_its_change_is_said(page: Page) -> None:
    go(page, RINGS)
    button(page, "Keep Tide ring").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Kept: Tide ring.")
    expect(button(page, "Keep Tide ring")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("No longer kept: Tide ring.")
    expect(button(page, "Keep Tide ring")).to_be_focused()


def test_quick_presses_are_all_kept(page: Page) -> None:
    go(page, RINGS)
    names = [name.removeprefix("Keep ") for name in page.locator("[id^=keep-it-]").all_inner_texts()][:5]
    for place in range(len(names)):
        page.locator("[id^=keep-it-]").nth(place).click()
    expect(page.locator("#kept-link")).to_have_text(f"Kept ({len(names)})")
    page.reload()
    expect(page.locator("[id^=keep-it-][aria-pressed=true]")).to_have_count(len(names))


def test_button_is_no_part_of_the_tiles_link(page: Page) -> None:
    go(page, RINGS)
    assert min(box(button(page, f"{word} Tide ring"))["height"] for word in ("Keep", "Compare")) >= 44
    assert min(box(button(page, f"{word} Tide ring"))["width"] for word in ("Keep", "Compare")) >= 44
    tile = page.locator(".tile", has_text="Tide ring")
    tile.scroll_into_view_if_needed()
    picture = box(tile.locator(".picture"))
    page.mouse.click(picture["x"] + picture["width"] / 2, picture["y"] + picture["height"] / 2)
    expect(page).to_have_url("/pieces/tide-ring/")


def test_piece_is_taken_out_of_the_tray_where_it_lies(page: Page) -> None:
    fill_tray(page, "Tide ring", "Arc ring")
    button(page, "Take out Tide ring").click()
    expect(button(page, "Compare Tide ring")).to_have_attribute("aria-pressed", "false")
    expect(button(page, "Take out Arc ring")).to_be_focused()
    expect(page.locator("#tray")).to_contain_text("Choose one more to compare.")
    button(page, "Take out Arc ring").click()
    expect(page.locator("#tray")).to_be_hidden()


def test_fifth_piece_is_refused_aloud(visitor: Page) -> None:
    go(visitor, RINGS)
    ids = [str(one.get_attribute("id")) for one in visitor.locator("[id^=compare-it-]").all()[:5]]
    for one in ids[:4]:
        visitor.locator(f"#{one}").click()
        expect(visitor.locator(f"#{one}")).to_have_attribute("aria-pressed", "true")
    visitor.locator(f"#{ids[4]}").click()
    expect(visitor.locator("#tray")).to_contain_text("Four fit side by side. Take one out to choose another.")
    expect(visitor.locator(f"#{ids[4]}")).to_have_attribute("aria-pressed", "false")
    expect(visitor.locator(".tray-piece")).to_have_count(4)


def test_tray_takes_one_line_and_never_lies_over_the_footer(page: Page) -> None:
    fill_tray(page, "Tide ring", "Arc ring")
    for address in PLACES:
        go(page, address)
        tray = box(page.locator("#tray"))
        assert tray["y"] + tray["height"] == pytest.approx(PHONE_HEIGHT, abs=1)
        assert tray["height"] <= 64
        page.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
        assert box(page.locator("#tray"))["y"] + tray["height"] <= box(page.locator(".site-footer"))["y"] + 1


def test_what_has_the_focus_is_never_under_the_tray(calm_page: Page) -> None:
    fill_tray(calm_page, "Tide ring", "Arc ring")
    calm_page.evaluate("scrollTo(0, 0); document.querySelector('.site-name').focus()")
    for _step in range(40):
        calm_page.keyboard.press("Tab")
        covered = calm_page.evaluate(
            """() => { const one = document.activeElement, tray = document.querySelector("#tray");
            return !tray.contains(one) && !one.closest("footer")
                && one.getBoundingClientRect().bottom > tray.getBoundingClientRect().top + 1; }"""
        )
        assert not covered


def test_heads_and_titles_stay_in_sight_while_the_table_scrolls(page: Page) -> None:
    go(page, FOUR)
    frame = page.locator(".compare-frame")
    frame.evaluate("(one) => { one.scrollIntoView(); one.scrollTo(160, 900); }")
    around = box(frame)
    name = box(page.locator("th[scope=col]").last)
    title = box(page.locator("th[scope=row]", has_text="Number made"))
    assert name["y"] == pytest.approx(around["y"], abs=2)
    assert title["x"] == pytest.approx(around["x"], abs=2)
    assert around["y"] < title["y"] < around["y"] + around["height"] <= PHONE_HEIGHT
    assert title["width"] < PHONE_WIDTH / 2.5


def test_two_pieces_fit_a_phone_without_scrolling_sideways(page: Page) -> None:
    go(page, TWO)
    assert page.locator(".compare-frame").evaluate("(one) => one.scrollWidth <= one.clientWidth")


def test_table_scrolls_by_keys(page: Page) -> None:
    go(page, FOUR)
    frame = page.locator(".compare-frame")
    frame.focus()
    page.keyboard.press("ArrowRight")
    expect(frame).not_to_have_js_property("scrollLeft", 0)


def test_shortlist_is_compared_by_ticks(visitor: Page) -> None:
    go(visitor, RINGS)
    for name in ("Tide ring", "Arc ring", "Signet"):
        if button(visitor, f"Keep {name}").count():
            press(visitor, f"Keep {name}")
    go(visitor, "/shortlist/")
    for name in ("Tide ring", "Arc ring"):
        visitor.get_by_role("checkbox", name=f"Compare {name}").check()
    button(visitor, "Compare the ticked ones").click()
    expect(visitor).to_have_url(re.compile(r"/compare/\?piece=arc-ring&piece=tide-ring$"))


def test_shared_list_is_kept_by_another_and_revoked_by_its_maker(visitor: Page, browser: Browser, site: str) -> None:
    go(visitor, RINGS)
    press(visitor, "Keep Tide ring")
    go(visitor, "/shortlist/")
    button(visitor, "Make a link").click()
    address = visitor.locator("#shared-address").input_value()
    with open_page(browser, site, java_script_enabled=False) as other:
        go(other, address)
        button(other, "Keep these too").click()
        expect(other.locator("h1")).to_have_text("Shortlist")
        expect(other.locator(".tile-name")).to_have_text(["Tide ring"])
    button(visitor, "Revoke this link").click()
    expect(visitor).to_have_url("/shortlist/")
    assert visitor.request.get(address).status == 404


def test_keep_works_on_a_page_that_sends_no_referrer(visitor: Page) -> None:
    go(visitor, RINGS)
    press(visitor, "Keep Tide ring")
    go(visitor, "/shortlist/")
    button(visitor, "Make a link").click()
    button(visitor, "Keep Tide ring").click()
    expect(button(visitor, "Keep Tide ring")).to_have_attribute("aria-pressed", "false")
    press(visitor, "Compare Tide ring")


def test_axe_finds_nothing_where_something_is_chosen(calm_page: Page) -> None:
    fill_tray(calm_page, "Tide ring", "Arc ring")
    press(calm_page, "Keep Tide ring")
    for address in (RINGS, "/shortlist/"):
        go(calm_page, address)
        calm_page.emulate_media(color_scheme="light")
        assert find_violations(calm_page) == []
        calm_page.emulate_media(color_scheme="dark")
        assert find_faint_text(calm_page) == []


def test_nothing_chosen_makes_a_page_wider(page: Page) -> None:
    go(page, RINGS)
    for one in page.locator("[id^=compare-it-]").all()[:4]:
        one.click()
        expect(one).to_have_attribute("aria-pressed", "true")
    press(page, "Keep Tide ring")
    for address in (RINGS, "/", "/shortlist/", TWO):
        go(page, address)
        for width in (320, PHONE_WIDTH):
            page.set_viewport_size({"width": width, "height": PHONE_HEIGHT})
            assert page.evaluate("document.documentElement.scrollWidth") == width
