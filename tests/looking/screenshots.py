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
from tests.looking.served import AS_IF_SECURE, ROOT, served

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
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for environment, login, pages in looked_at():
            chosen = {name: address for name, address in pages.items() if not wanted or name in wanted}
            if chosen:
                with served(**environment) as site:
                    take(browser, site, login, chosen)
    print(f"They are in {FOLDER}.")  # noqa: T201


def looked_at() -> Iterator[tuple[dict[str, str], Login | None, dict[str, str]]]:
    """How the site runs, who is signed in, and the pages: as deployed, and what is behind a sign-in with DEBUG."""
    curator, maker = LOGINS
    yield {}, None, {**OWN_PAGES, **REFUSED, **{f"fr {name}": f"/fr{address}" for name, address in OWN_PAGES.items()}}
    for login, pages in ((None, {"styles": "/styles/"}), (maker, OF_MAKERS), (curator, OF_STAFF)):
        yield {"DEBUG": "1"}, login, pages


def take(browser: Browser, site: str, login: Login | None, pages: dict[str, str]) -> None:
    shots: dict[str, list[Path]] = {name: [] for name in pages}
    for width in WIDTHS:
        for scheme in SCHEMES:
            with opened(browser, site, width, scheme, is_secure=login is None) as context:
                page = context.new_page()
                if login:
                    sign_in(page, login)
                for name, address in pages.items():
                    shots[name].append(shoot(page, address, FOLDER / f"{name}-{width}-{scheme}.png"))
    for name, files in shots.items():
        lay_out(files, FOLDER / "sheets" / f"{name}.png")
        print(f"{name}: {len(files)}", flush=True)  # noqa: T201


def opened(browser: Browser, site: str, width: int, scheme: str, *, is_secure: bool) -> BrowserContext:
    return browser.new_context(
        base_url=site,
        extra_http_headers=AS_IF_SECURE if is_secure else {},
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
