"""From an invitation to a published piece, on a phone: a maker and a curator, each in a browser of their own."""

import re

from django.contrib.auth.models import User
from django.core import mail
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoCaptureOnCommitCallbacks

from catalog.models import Maker, Piece, Report
from tests.browser.axe import find_faint_text, find_violations
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
    expect(
        page.get_by_text("Your bench is empty. Lay down one piece.").or_(page.get_by_text("On the site"))
    ).to_be_visible()
    page.get_by_role("link", name="Lay down a piece").click()
    assert find_violations(page) == []
    photo = {"name": "ring.jpg", "mimeType": "image/jpeg", "buffer": saved(corners())}
    page.locator("#id_photos-0-file").set_input_files(photo)  # type: ignore[arg-type]
    page.get_by_label("Name:").fill(NAME)
    page.locator("#id_kind").select_option("ring")
    page.locator("#id_price").fill("80")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Kept. Nobody sees it yet.")).to_be_visible()


def tell_how_it_is_made(page: Page) -> None:
    bench = page.locator("#bench")
    expect(bench).to_contain_text("Nobody told us how it is made.")
    page.get_by_role("button", name="forged", exact=True).click()
    expect(bench).to_contain_text("Forged, polished. Nobody told us how many are made.")
    page.locator("#id_number_made").fill("1")
    expect(bench).to_contain_text("Forged, polished. One exists.")
    expect(bench).to_contain_text("forged by hand, polished by hand, one of a kind")
    page.locator("#id_photos-0-alt").fill("Four colours")
    page.locator("#id_summary").fill("A ring that has come a long way.")
    settle(page)
    assert find_violations(page) == []


def settle(page: Page) -> None:
    """The card has been told of the last field: on SQLite the server answers one request at a time."""
    page.keyboard.press("Tab")
    page.wait_for_timeout(800)
    page.wait_for_load_state("networkidle")


def look_ahead(page: Page) -> None:
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible()
    page.get_by_role("link", name="For six typical shoppers").click()
    expect(page.get_by_text("of 6 could be shown it.")).to_be_visible()
    assert find_violations(page) == []
    page.get_by_role("link", name=NAME).click()
    page.get_by_role("link", name="As shoppers would see it").click()
    expect(page.get_by_text("Nobody sees it yet.")).to_be_visible()
    assert find_violations(page) == []
    page.get_by_role("link", name="Back to its form").click()


def send(maker: Page) -> None:
    maker.get_by_role("button", name="Send to the curators").click()
    expect(maker.get_by_text("Sent. The curators look at it")).to_be_visible()


def review(curator: Page, name: str = NAME) -> None:
    curator.goto("/admin/")
    assert find_violations(curator) == []
    curator.get_by_role("link", name=name).click()
    expect(curator.get_by_role("heading", name="Your decision")).to_be_visible()
    assert find_violations(curator) == []


def send_back(curator: Page) -> None:
    review(curator)
    curator.get_by_role("button", name="Ask for changes").click()
    expect(curator.get_by_text("Say in the note what is to be changed.")).to_be_visible()
    curator.get_by_label("Note to its maker").fill("Which metal?")
    curator.get_by_role("button", name="Ask for changes").click()
    expect(curator.get_by_text("Returned to its maker")).to_be_visible()


def press_access_key(page: Page, key: str) -> None:
    """As a keyboard does: Playwright's own presses bring no text, without which Chromium asks for no access key."""
    told = {"type": "keyDown", "modifiers": 1, "key": key, "text": key, "unmodifiedText": key}
    page.context.new_cdp_session(page).send("Input.dispatchKeyEvent", told)


def publish(curator: Page, name: str = NAME) -> None:
    review(curator, name)
    press_access_key(curator, "p")
    expect(curator.get_by_text("Published: shoppers see it.")).to_be_visible()


def open_again(maker: Page) -> None:
    maker.goto("/workshop/")
    expect(maker.get_by_text("Which metal?")).to_be_visible()
    assert find_violations(maker) == []
    maker.get_by_role("link", name=NAME).click()


def change_what_is_public(maker: Page, curator: Page) -> None:
    maker.goto("/workshop/")
    maker.get_by_role("link", name=NAME).click()
    maker.get_by_role("button", name="Change it").click()
    maker.locator("#id_summary").fill("A ring that has arrived.")
    settle(maker)
    send(maker)
    maker.goto("/pieces/journey-ring/")
    expect(maker.get_by_text("A ring that has come a long way.").first).to_be_visible()
    review(curator)
    expect(curator.get_by_role("cell", name="A ring that has arrived.")).to_be_visible()
    publish(curator)
    maker.reload()
    expect(maker.get_by_text("A ring that has arrived.").first).to_be_visible()


def archive(curator: Page) -> None:
    """Where the server has a connection of its own, this stays: other tests count what is on the site."""
    curator.goto("/admin/catalog/piece/?q=Journey")
    curator.get_by_role("link", name=NAME).click()
    curator.get_by_role("button", name="Archive").click()
    expect(curator.get_by_text("Archived:")).to_be_visible()


def test_piece_goes_from_an_invitation_to_the_public_and_is_changed_there(
    browser: Browser, site: str, db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with open_page(browser, site) as curator, open_page(browser, site) as maker:
        sign_in(curator, "/admin/", CURATOR)
        bench = Maker.objects.get(slug="hollin-forge")
        come_in(maker, invited(curator, bench, django_capture_on_commit_callbacks))
        lay_down(maker)
        tell_how_it_is_made(maker)
        look_ahead(maker)
        send(maker)
        send_back(curator)
        open_again(maker)
        send(maker)
        publish(curator)
        maker.goto("/pieces/journey-ring/")
        expect(maker.get_by_role("heading", name=NAME)).to_be_visible()
        change_what_is_public(maker, curator)
        archive(curator)


def test_every_page_of_the_desk_and_the_bench_is_for_everybody(browser: Browser, site: str, db: None) -> None:
    report = Report.objects.create(piece=Piece.objects.published()[0], about="materials", text="Not silver.")
    maker, piece = report.piece.maker, report.piece
    maker.members.add(User.objects.create_user("reader", password=PASSWORD))
    staff = [
        f"catalog/{page}/" for page in ("piece", f"piece/{piece.pk}/change", "maker", f"report/{report.pk}/change")
    ]
    own = ["catalog/piece/", f"catalog/maker/{maker.pk}/change/", f"catalog/piece/{piece.pk}/change/"]
    for name, door, addresses in ((CURATOR, "/admin/", staff), ("reader", "/workshop/", own)):
        with open_page(browser, site) as page:
            sign_in(page, door, name)
            expect(page).to_have_url(f"{site}{door}")
            for address in addresses:
                page.goto(f"{door}{address}")
                assert find_violations(page) == [], address
                page.emulate_media(color_scheme="dark")
                assert find_faint_text(page) == [], address
                page.emulate_media(color_scheme="light")
    maker.members.clear()
    report.delete()
