"""From an invitation to a published piece, on a phone: a maker and a curator, each in a browser of their own."""

import re

from django.core import mail
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoCaptureOnCommitCallbacks

from catalog.models import Maker
from tests.browser.axe import find_violations
from tests.browser.conftest import CURATOR, PASSWORD, open_page
from tests.catalog.photos.files import corners, saved

EMAIL = "ines@example.com"
NAME = "Journey ring"


def sign_in(page: Page, door: str, name: str) -> None:
    page.goto(door)
    page.get_by_label("User name or e-mail address").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def invited(curator: Page, maker: Maker, callbacks: DjangoCaptureOnCommitCallbacks) -> str:
    curator.goto(f"/admin/catalog/maker/{maker.pk}/change/")
    assert find_violations(curator) == []
    curator.get_by_label("E-mail address").fill(EMAIL)
    # On SQLite the server shares the connection of the test, and its transaction, which ends in nothing.
    with callbacks(execute=True):
        curator.get_by_role("button", name="Save and send the invitation").click()
        expect(curator.get_by_text("Invited.")).to_be_visible()
    found = re.search(r"(/workshop/welcome/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def come_in(page: Page, link: str) -> None:
    page.goto(link)
    assert find_violations(page) == []
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Come in").click()
    expect(page).to_have_url(re.compile("/workshop/$"))
    assert find_violations(page) == []


def lay_down(page: Page) -> None:
    page.goto("/workshop/catalog/piece/add/")
    assert find_violations(page) == []
    page.get_by_label("Name:").first.fill(NAME)
    page.locator("#id_kind").select_option("ring")
    page.locator("#id_summary").fill("A ring that has come a long way.")
    page.locator("#id_price").fill("80")
    page.get_by_role("button", name="Add another Photo").click()
    photo = {"name": "ring.jpg", "mimeType": "image/jpeg", "buffer": saved(corners())}
    page.locator("#id_photos-0-file").set_input_files(photo)  # type: ignore[arg-type]
    page.locator("#id_photos-0-alt").fill("Four colours")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_role("button", name="Send to the curators")).to_be_visible()
    assert find_violations(page) == []


def send(maker: Page) -> None:
    maker.get_by_role("button", name="Send to the curators").click()
    expect(maker.get_by_text("Sent. The curators look at it")).to_be_visible()


def send_back(curator: Page) -> None:
    curator.goto("/admin/catalog/piece/?state__exact=submitted")
    curator.get_by_role("link", name=NAME).click()
    assert find_violations(curator) == []
    curator.get_by_label("Note to its maker").fill("Which metal?")
    curator.get_by_role("button", name="Ask for changes").click()
    expect(curator.get_by_text("Returned to its maker")).to_be_visible()


def press(curator: Page, button: str, said: str) -> None:
    curator.reload()
    curator.get_by_role("button", name=button).click()
    expect(curator.get_by_text(said)).to_be_visible()


def test_piece_goes_from_an_invitation_to_the_public(
    browser: Browser, site: str, db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with open_page(browser, site) as curator, open_page(browser, site) as maker:
        sign_in(curator, "/admin/", CURATOR)
        bench = Maker.objects.get(slug="hollin-forge")
        come_in(maker, invited(curator, bench, django_capture_on_commit_callbacks))
        lay_down(maker)
        send(maker)
        send_back(curator)
        maker.reload()
        expect(maker.get_by_text("Which metal?")).to_be_visible()
        send(maker)
        press(curator, "Publish", "Published: shoppers see it.")
        maker.goto("/pieces/journey-ring/")
        expect(maker.get_by_role("heading", name=NAME)).to_be_visible()
        # Where the server has a connection of its own, this stays: other tests count what is on the site.
        press(curator, "Archive", "Archived:")
