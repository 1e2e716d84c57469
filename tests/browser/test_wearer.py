"""A giver on a phone asks by a link, a wearer measures a ring on theirs and answers, the giver uses it."""

import re
from math import pi
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.addresses import go
from tests.browser.axe import find_faint_text, find_violations
from tests.browser.conftest import open_page

ASK = "/decide/wearer/?size=52&top=craft,custom,uniqueness&type=ring&who=partner"
SIZER = "/for/sizer/"
CARD_WIDTH, CARD_HEIGHT = 53.98, 85.6
MM = 96 / 25.4

pytestmark = pytest.mark.django_db


def button(page: Page, words: str, place: int = 0) -> Locator:
    return page.get_by_role("button", name=words, exact=True).nth(place)


def size_of(one: Locator) -> tuple[float, float]:
    box = one.bounding_box()
    assert box is not None
    return box["width"], box["height"]


def make_link(page: Page) -> str:
    go(page, ASK)
    button(page, "Make a link").click()
    return page.locator("input.shared-address").input_value()


def measure_a_ring(page: Page) -> None:
    """Unfold the sizer, turn it one size up from where it stands, and use that."""
    page.get_by_text("Measure a ring you have").click()
    button(page, "Larger", 1).click()
    button(page, "Use this size").click()
    expect(page.get_by_label("Which ring size fits you?")).to_have_value("55")


def find_all_violations(page: Page) -> list[str]:
    """In both colours."""
    page.emulate_media(color_scheme="light")
    light = find_violations(page)
    page.emulate_media(color_scheme="dark")
    return light + find_faint_text(page)


def test_giver_asks_wearer_measures_giver_uses(calm_page: Page, browser: Browser, site: str) -> None:
    address = make_link(calm_page)
    with open_page(browser, site) as wearer:
        go(wearer, address)
        measure_a_ring(wearer)
        wearer.get_by_label("Yes, to nickel").check()
        button(wearer, "Send").click()
        expect(wearer.locator("h1")).to_have_text("Thank you.")
        assert wearer.context.storage_state() == {"cookies": [], "origins": []}
    go(calm_page, ASK.replace("wearer", "verdict", 1))
    calm_page.get_by_role("link", name="see what they said").click()
    expect(calm_page.get_by_text("The wearer said 55 mm; you said 52 mm.")).to_be_visible()
    calm_page.get_by_role("link", name="Use all of it").click()
    expect(calm_page).to_have_url(re.compile(r"/decide/verdict/\?size=55&skin=nickel&"))


def test_wearer_answers_without_scripts(page: Page, page_without_scripts: Page) -> None:
    wearer = page_without_scripts
    go(wearer, make_link(page))
    wearer.get_by_text("Measure a ring you have").click()
    expect(wearer.get_by_text("Measuring on the screen needs JavaScript")).to_be_visible()
    expect(button(wearer, "Use this size")).to_be_hidden()
    wearer.get_by_label("Which ring size fits you?").fill("39")
    button(wearer, "Send").click()
    wearer.get_by_role("link", name="Give the ring size in millimetres").click()
    wearer.get_by_label("Which ring size fits you?").fill("54")
    button(wearer, "Send").click()
    expect(wearer.locator("h1")).to_have_text("Thank you.")


def test_axe_finds_nothing_on_either_side(calm_page: Page, browser: Browser, site: str) -> None:
    address = make_link(calm_page)
    assert find_all_violations(calm_page) == []
    with open_page(browser, site, reduced_motion="reduce") as wearer:
        go(wearer, address)
        measure_a_ring(wearer)
        assert find_all_violations(wearer) == []
        wearer.get_by_label("How far is it round your wrist?").fill("1")
        button(wearer, "Send").click()
        assert find_all_violations(wearer) == []
        wearer.get_by_label("How far is it round your wrist?").fill("165")
        button(wearer, "Send").click()
        assert find_all_violations(wearer) == []
    calm_page.reload()
    assert find_all_violations(calm_page) == []


def test_disc_is_as_large_as_the_card_says(page: Page) -> None:
    go(page, SIZER)
    page.locator("[data-sizer-scale]").fill("5")
    assert size_of(page.locator(".sizer-card")) == pytest.approx((5 * CARD_WIDTH, 5 * CARD_HEIGHT), abs=0.5)
    page.locator("[data-sizer-size]").select_option("62")
    assert size_of(page.locator(".sizer-disc")) == pytest.approx((5 * 62 / pi, 5 * 62 / pi), abs=0.5)


def test_sizer_is_turned_by_keys_and_stops_at_its_ends(page: Page) -> None:
    go(page, SIZER)
    before = size_of(page.locator(".sizer-card"))
    button(page, "Larger").focus()
    page.keyboard.press("Enter")
    assert size_of(page.locator(".sizer-card")) > before
    page.locator("[data-sizer-size]").select_option("76")
    button(page, "Larger", 1).click()
    expect(page.locator("[data-sizer-size]")).to_have_value("76")
    button(page, "Smaller", 1).click()
    expect(page.locator("[data-sizer-size]")).to_have_value("75")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_sheet_prints_on_one_page(page: Page, tmp_path: Path, paper: str) -> None:
    go(page, SIZER)
    printed = page.pdf(path=tmp_path / "sheet.pdf", format=paper)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 1


def test_sheet_is_true_to_size(page: Page) -> None:
    go(page, SIZER)
    page.emulate_media(media="print")
    card, line = page.locator(".sheet-check svg").all()
    assert size_of(card) == pytest.approx((CARD_HEIGHT * MM, CARD_WIDTH * MM), abs=0.2)
    assert size_of(line)[0] == pytest.approx(50 * MM, abs=0.2)
    widths = [size_of(ring)[0] for ring in page.locator(".sheet-rings svg").all()]
    assert widths == pytest.approx([size / pi * MM for size in range(40, 77, 2)], abs=0.2)


def test_nothing_makes_the_wearers_page_wider(page: Page, browser: Browser, site: str) -> None:
    address = make_link(page)
    with open_page(browser, site) as wearer:
        for one in (address, SIZER):
            go(wearer, one)
            wearer.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            for width in (320, 360):
                wearer.set_viewport_size({"width": width, "height": 640})
                assert wearer.evaluate("document.documentElement.scrollWidth") == width
