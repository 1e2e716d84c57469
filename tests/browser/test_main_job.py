import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.addresses import days_ahead, go

FIRST_ROUND = ("who", "why", "top", "type", "budget", "when")
CHOICES = {"who": "My partner", "why": "To remember a happy time", "type": "Ring"}
WISHES = ("uniqueness", "custom", "craft")
MOST_STEPS = 60

Hand = Callable[[Page, Locator], None]


def click(_page: Page, target: Locator) -> None:
    target.click()


def press(page: Page, target: Locator) -> None:
    """Reach it and use it as somebody without a pointer does."""
    if target.get_attribute("type") == "radio":
        walk(page, target, "Tab", "document.activeElement.name === one.name")
        walk(page, target, "ArrowDown", "document.activeElement === one")
        page.keyboard.press("Space")
    else:
        walk(page, target, "Tab", "document.activeElement === one")
        page.keyboard.press("Space" if target.get_attribute("type") == "checkbox" else "Enter")


def walk(page: Page, target: Locator, key: str, arrived: str) -> None:
    for _step in range(MOST_STEPS):
        if target.evaluate(f"(one) => {arrived}"):
            return
        page.keyboard.press(key)
    pytest.fail(f"{key} does not reach {target}")


HANDS = {"clicks": click, "keys": press}


def named(page: Page, role: str, name: str) -> Locator:
    return page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]


def answer(page: Page, slug: str, use: Hand) -> None:
    expect(page).to_have_url(re.compile(f"/decide/{slug}/"))
    if slug in CHOICES:
        use(page, page.get_by_label(CHOICES[slug]).first)
    elif slug == "top":
        for place, wish in enumerate(WISHES):
            page.locator("select").nth(place).select_option(wish)
    else:
        page.locator(f"#id_{slug}").fill("600" if slug == "budget" else days_ahead(60))


def walk_to_the_piece(visitor: Page, use: Hand) -> None:
    go(visitor, "/")
    use(visitor, visitor.locator("main").get_by_role("link", name="Decide"))
    use(visitor, visitor.get_by_label("No idea yet"))
    use(visitor, named(visitor, "button", "Begin"))
    for slug in FIRST_ROUND:
        answer(visitor, slug, use)
        use(visitor, named(visitor, "button", "Continue"))
    expect(visitor.locator("h1")).to_have_text("Handcrafted, for your partner.")
    name = visitor.locator(".choice-piece-main .choice-name").inner_text()
    use(visitor, visitor.locator(".choice-piece-main .button-primary"))
    expect(visitor.locator("h1")).to_have_text(name)


@pytest.mark.parametrize("hand", HANDS)
def test_shopper_gets_from_home_to_the_piece(page: Page, hand: str) -> None:
    walk_to_the_piece(page, HANDS[hand])


def test_shopper_gets_there_without_scripts(page_without_scripts: Page) -> None:
    walk_to_the_piece(page_without_scripts, click)
