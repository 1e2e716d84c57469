"""Real Chromium through Playwright. Without one these tests are skipped and say so; in CI they fail.

The site with the demo catalog is served once for the whole folder and emptied after it. Nothing here changes the
catalog; what a visitor keeps or shares is theirs alone, as each has a fresh browser, and its rows go with the rest.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import call_command
from django.test import modify_settings
from django.utils import timezone
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from catalog.demo.logins import curators
from catalog.demo.pictures import hang_pictures
from catalog.demo.reading import FOLDER as DEMO
from catalog.demo.reading import read_sheet
from catalog.demo.storing import store
from catalog.models import Maker
from tests.browser.complaints import listen

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
]
FOLDER = Path(__file__).parent
HOST = "localhost"
CURATOR, PASSWORD = "curator", "seven hammers and a file"
PHONE_SIZE: ViewportSize = {"width": 360, "height": 640}
PHONE = {"viewport": PHONE_SIZE, "is_mobile": True, "has_touch": True}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These come last and together, so that the demo is loaded once."""
    items.sort(key=lambda item: item.path.is_relative_to(FOLDER))


def need_file(path: Path, reason: str) -> None:
    if path.exists():
        return
    if "CI" in os.environ:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    """What is counted by network address begins anew with every test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    need_file(CHROMIUM, f"BROWSER TESTS SKIPPED: no Chromium at {CHROMIUM}. Install it, or set CHROMIUM to its path.")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


def hang_pictures_of(file: str) -> None:
    """Of one maker: all of them would take half a minute."""
    sheet = read_sheet(DEMO / file)
    store([sheet], timezone.localdate())
    hang_pictures([sheet], DEMO / "photos", lambda _done, _of: None)


@contextmanager
def filled_database() -> Iterator[None]:
    """The demo catalog, committed: a server with a connection of its own sees no open transaction.

    Whatever holds makers already is no database for tests, and is left alone.
    """
    assert not Maker.objects.exists()
    call_command("load_demo", pictures=False, verbosity=0)
    hang_pictures_of("ilda-sarmeira.toml")
    User.objects.create_user(CURATOR, password=PASSWORD, is_staff=True).groups.set([curators()])
    yield
    call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="package")
def site(browser: Browser, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of the site with the demo. Whoever uses it must ask for `db` too, or there is none for tests."""
    with django_db_blocker.unblock(), filled_database(), modify_settings(ALLOWED_HOSTS={"append": HOST}):
        server = LiveServer(HOST)
        yield server.url
        # Not stop(): it takes the database away from requests that are still being finished.
        server.thread.terminate()


@contextmanager
def open_page(browser: Browser, site: str, **options: object) -> Iterator[Page]:
    """A fresh visitor on a phone; whatever the browser complains about fails the test."""
    with browser.new_context(base_url=site, **PHONE | options) as context:  # type: ignore[arg-type]
        page = context.new_page()
        complaints = listen(page, site)
        yield page
    assert list(complaints) == []


@pytest.fixture
def page(browser: Browser, site: str, db: None) -> Iterator[Page]:
    with open_page(browser, site) as page:
        yield page


@pytest.fixture
def calm_page(browser: Browser, site: str, db: None) -> Iterator[Page]:
    """For whoever asked for reduced motion."""
    with open_page(browser, site, reduced_motion="reduce") as page:
        yield page


@pytest.fixture
def page_that_may_complain(browser: Browser, site: str, db: None) -> Iterator[Page]:
    with browser.new_context(base_url=site) as context:
        yield context.new_page()


@pytest.fixture
def page_without_scripts(browser: Browser, site: str, db: None) -> Iterator[Page]:
    with open_page(browser, site, java_script_enabled=False) as page:
        yield page
