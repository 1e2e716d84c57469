"""`make screenshots`: every page at 360, 768 and 1280 px in light and dark, and in French, into .cache/screenshots.

`sheets/` holds all six pictures of a page side by side, as far down as is looked at first.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from catalog.demo.logins import LOGINS, Login
from tests.browser.addresses import OWN_PAGES, REFUSED
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.looking.served import ROOT, served

FOLDER = ROOT / ".cache" / "screenshots"
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
HEIGHT = 900
SHEET_HEIGHT, GAP = 2400, 16
OF_MAKERS = {"workshop": "/workshop/", "own pieces": "/workshop/catalog/piece/", "add": "/workshop/catalog/piece/add/"}
OF_STAFF = {"desk": "/admin/", "admin pieces": "/admin/catalog/piece/", "admin maker": "/admin/catalog/maker/add/"}


def main() -> None:
    wanted = sys.argv[1:]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served(DEBUG="1") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for name, number in take_all(browser, site, wanted):
            print(f"{name}: {number}", flush=True)  # noqa: T201
    print(f"They are in {FOLDER}.")  # noqa: T201


def take_all(browser: Browser, site: str, wanted: list[str]) -> Iterator[tuple[str, int]]:
    open_to_all = {**OWN_PAGES, **REFUSED, "styles": "/styles/"}
    french = {f"fr {name}": f"/fr{address}" for name, address in OWN_PAGES.items()}
    curator, maker = LOGINS
    for login, pages in ((None, open_to_all | french), (maker, OF_MAKERS), (curator, OF_STAFF)):
        chosen = {name: address for name, address in pages.items() if not wanted or name in wanted}
        if chosen:
            yield from take(browser, site, login, chosen)


def take(browser: Browser, site: str, login: Login | None, pages: dict[str, str]) -> Iterator[tuple[str, int]]:
    shots: dict[str, list[Path]] = {name: [] for name in pages}
    for width in WIDTHS:
        for scheme in SCHEMES:
            with opened(browser, site, width, scheme) as context:
                page = context.new_page()
                if login:
                    sign_in(page, login)
                for name, address in pages.items():
                    shots[name].append(shoot(page, address, FOLDER / f"{name}-{width}-{scheme}.png"))
    for name, files in shots.items():
        lay_out(files, FOLDER / "sheets" / f"{name}.png")
        yield name, len(files)


def opened(browser: Browser, site: str, width: int, scheme: str) -> BrowserContext:
    return browser.new_context(
        base_url=site,
        viewport={"width": width, "height": HEIGHT},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )


def sign_in(page: Page, login: Login) -> None:
    page.goto("/account/login/")
    page.locator("[name=login]").fill(login.name)
    page.locator("[name=password]").fill(login.password)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_load_state()


def shoot(page: Page, address: str, file: Path) -> Path:
    """The whole page: scrolled through first, as pictures further down come only when they are near."""
    page.goto(address)
    page.evaluate(
        "async () => { for (let y = 0; y < document.body.scrollHeight; y += 800) {"
        " scrollTo(0, y); await new Promise((done) => setTimeout(done, 30)); } scrollTo(0, 0); }"
    )
    page.wait_for_load_state("networkidle")
    page.screenshot(path=file, full_page=True)
    return file


def lay_out(files: list[Path], sheet: Path) -> None:
    pictures = [Image.open(file).convert("RGB") for file in files]
    height = min(max(picture.height for picture in pictures), SHEET_HEIGHT)
    width = sum(picture.width + GAP for picture in pictures)
    laid = Image.new("RGB", (width, height), "white")
    left = 0
    for picture in pictures:
        laid.paste(picture.crop((0, 0, picture.width, min(picture.height, height))), (left, 0))
        left += picture.width + GAP
    sheet.parent.mkdir(exist_ok=True)
    laid.save(sheet)


if __name__ == "__main__":
    main()
