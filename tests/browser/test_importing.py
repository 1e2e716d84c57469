"""A maker brings the file of another shop, on a phone: error, answers, drafts, and back."""

import re

from django.contrib.auth.models import User
from playwright.sync_api import FilePayload, Page, expect

from catalog.models import Maker
from tests.browser.axe import find_faint_text, find_violations
from tests.browser.conftest import PASSWORD
from tests.browser.test_pages import WIDTHS, widest
from tests.browser.test_workshop import sign_in
from tests.catalog.sheets.files import ETSY_SHORT, RING, table
from tests.factory import make_maker

ROWS = table(
    ETSY_SHORT, RING | {"MATERIALS": "Silver,Gold", "SKU": "R1"}, RING | {"TITLE": "A lovely thing", "SKU": "T2"}
)


def file(text: str) -> FilePayload:
    return {"name": "listings.csv", "mimeType": "text/csv", "buffer": text.encode()}


def look(page: Page) -> None:
    assert find_violations(page) == []
    assert [widest(page, width) for width in WIDTHS] == list(WIDTHS)
    page.emulate_media(color_scheme="dark")
    assert find_faint_text(page) == []
    page.emulate_media(color_scheme="light")


def bring(page: Page, maker: Maker, text: str) -> None:
    page.goto(f"/workshop/catalog/maker/{maker.pk}/import/")
    look(page)
    page.get_by_label("Your file").set_input_files(file(text))
    page.get_by_role("button", name="Look at it first").click()
    expect(page.get_by_text("Read as: Etsy")).to_be_visible()


def take_over(page: Page) -> None:
    """The kind that no row tells is chosen first."""
    look(page)
    page.get_by_role("button", name="Take it over").click()
    expect(page.get_by_text("Nothing is taken over yet")).to_be_visible()
    page.get_by_label("Kind").select_option("brooch")
    page.get_by_role("button", name="Take it over").click()
    expect(page.get_by_text("Nobody else sees it")).to_be_visible()
    look(page)


def test_listings_of_another_shop_become_drafts_and_can_go_again(page: Page) -> None:
    maker = make_maker()
    maker.members.add(User.objects.create_user("ines", password=PASSWORD))
    sign_in(page, "/workshop/", "ines")
    expect(page.get_by_role("link", name=re.compile("elsewhere"))).to_be_visible()
    bring(page, maker, ROWS)
    take_over(page)
    page.get_by_role("link", name="Hammered silver ring").click()
    expect(page.get_by_text("Which of them is this piece made of?")).to_be_visible()
    look(page)
    bring(page, maker, ROWS.replace("24.00", "26").replace("Made slowly.", "Told at greater length. " * 12))
    expect(page.locator(".upload-changes").first).to_contain_text("Price")
    look(page)
    page.goto(f"/workshop/catalog/maker/{maker.pk}/import/")
    page.get_by_role("link", name="listings.csv").last.click()
    page.get_by_role("button", name="Undo it").click()
    expect(page.get_by_text("your pieces are as they were before")).to_be_visible()
