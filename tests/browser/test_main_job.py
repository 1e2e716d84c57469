"""The whole way of a shopper on a phone of 360 px: home, questions, verdict, piece, compare, shortlist.

By tapping, by the keyboard alone, without scripts, and in French; every word is looked for in the language of the way.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page, expect

from tests.browser.addresses import days_ahead, go
from tests.browser.axe import find_violations

FIRST_ROUND = ("who", "why", "top", "type", "budget", "when")
CHOICES = {"who": "My partner", "why": "To remember a happy time", "type": "Ring"}
WISHES = ("uniqueness", "custom", "craft")
MOST_STEPS = 80

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


@dataclass(frozen=True)
class Shopper:
    """Somebody on the way: how they use a page, and the language they chose."""

    page: Page
    hand: Hand = click
    language: str = "en"

    def words(self, text: str) -> str:
        with override(self.language):
            return gettext(text)

    def use(self, target: Locator) -> None:
        self.hand(self.page, target)

    def named(self, role: str, text: str) -> Locator:
        return self.page.get_by_role(role, name=self.words(text), exact=True)  # type: ignore[arg-type]

    def answer(self, slug: str) -> None:
        expect(self.page).to_have_url(re.compile(f"/decide/{slug}/"))
        if slug in CHOICES:
            self.use(self.page.get_by_label(self.words(CHOICES[slug])).first)
        elif slug == "top":
            for place, wish in enumerate(WISHES):
                self.page.locator("select").nth(place).select_option(wish)
        else:
            self.page.locator(f"#id_{slug}").fill("600" if slug == "budget" else days_ahead(60))

    def expect_heading(self, text: str) -> None:
        expect(self.page.locator("h1")).to_have_text(text)


def decide(shopper: Shopper) -> None:
    shopper.use(shopper.page.locator("main").get_by_role("link", name=shopper.words("Decide"), exact=True))
    shopper.use(shopper.page.get_by_label(shopper.words("No idea yet")))
    shopper.use(shopper.named("button", "Begin"))
    for slug in FIRST_ROUND:
        shopper.answer(slug)
        shopper.use(shopper.named("button", "Continue"))
    shopper.expect_heading(shopper.words("Handcrafted, for your partner."))


def look_and_choose(shopper: Shopper, link: Locator, buttons: tuple[str, ...]) -> str:
    """Open a piece and press what its page offers; its name."""
    shopper.use(link)
    name = shopper.page.locator("h1").inner_text()
    expect(shopper.page).to_have_url(re.compile("/pieces/"))
    for words in buttons:
        button = shopper.page.get_by_role("button", name=f"{shopper.words(words)} {name}", exact=True)
        shopper.use(button)
        expect(button).to_have_attribute("aria-pressed", "true")
    return name


def walk_the_whole_way(shopper: Shopper) -> None:
    decide(shopper)
    verdict = shopper.page.url
    first = look_and_choose(shopper, shopper.page.locator(".choice-piece-main .button-primary"), ("Keep", "Compare"))
    shopper.page.goto(verdict)
    second = look_and_choose(shopper, shopper.page.locator(".verdict-other a").first, ("Compare",))
    shopper.use(shopper.page.locator("#tray .tray-compare"))
    expect(shopper.page.locator("thead")).to_contain_text(first)
    expect(shopper.page.locator("thead")).to_contain_text(second)
    shopper.use(shopper.page.locator("#kept-link a"))
    shopper.expect_heading(shopper.words("Shortlist"))
    expect(shopper.page.locator("main")).to_contain_text(first)
    expect(shopper.page.locator("html")).to_have_attribute("lang", shopper.language)


@pytest.mark.parametrize("hand", [click, press])
def test_shopper_gets_from_home_to_the_shortlist(page: Page, hand: Hand) -> None:
    go(page, "/")
    walk_the_whole_way(Shopper(page, hand))
    assert find_violations(page) == []


def test_shopper_gets_there_without_scripts(page_without_scripts: Page) -> None:
    go(page_without_scripts, "/")
    walk_the_whole_way(Shopper(page_without_scripts))


def test_shopper_gets_there_in_french(page: Page) -> None:
    go(page, "/")
    page.get_by_role("link", name="Français").click()
    walk_the_whole_way(Shopper(page, language="fr"))
    assert find_violations(page) == []


def test_language_is_changed_where_one_stands(page: Page) -> None:
    go(page, "/decide/budget/?type=ring&who=partner")
    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(re.compile(r"/fr/decide/budget/\?type=ring&who=partner$"))
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"[^r]/decide/budget/\?type=ring&who=partner$"))
