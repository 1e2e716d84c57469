"""What a first verdict weighs on the way to a phone, pictures aside, as it is deployed."""

from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from jewelcompare.bundles import write_bundle
from tests.browser.addresses import VERDICTS

FONTS = ("vendor/fonts/ysabeau-latin-wght-normal.woff2", "vendor/fonts/ysabeau-office-latin-wght-normal.woff2")
PACKED = ("css/site.css", "js/site.js", "django_htmx/htmx-2.min.js", "icons/sprite.svg", "favicon.svg")
MOST_OF_ALL, MOST_OF_OURS = 120_000, 60_000


def bytes_of(name: str) -> bytes:
    return Path(str(finders.find(name))).read_bytes()


@pytest.mark.django_db
def test_verdict_is_light(demo: None, client: Client) -> None:
    page = client.get(VERDICTS["called"], headers={"accept-encoding": "gzip"})
    assert page.headers["Content-Encoding"] == "gzip"
    files = [len(bytes_of(name)) for name in FONTS] + [len(brotli.compress(bytes_of(name))) for name in PACKED]
    assert len(page.content) + sum(files) <= MOST_OF_ALL


def test_own_styles_and_scripts_are_short() -> None:
    assert sum(len(write_bundle(name).read_bytes()) for name in ("css/site.css", "js/site.js")) <= MOST_OF_OURS
