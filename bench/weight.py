"""What a verdict page weighs on the way to a phone with all that it needs but pictures, as it is deployed."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from bench.addresses import VERDICT
from bench.asking import client, get
from bench.catalogs import figures_at
from bench.figures import Figure

SIZE = 10_000
MOST_KILOBYTES, MOST_REQUESTS = 120, 7
# Latin letters and digits; the other files of the fonts are for letters that such a page does not show.
FONTS = r"ysabeau(?:-office)?-latin-wght-normal\.[0-9a-f]+\.woff2"
PART = "Verdict page, compressed, without pictures"


def measure() -> Iterator[Figure]:
    yield from figures_at(SIZE, "bench.weight:weighed")
    part = "Lighthouse, mobile profile, median of three"
    yield Figure(part=part, what="a browser's: `make lighthouse` prints it")


def weighed(_size: int) -> Iterator[Figure]:
    page = get(client(), VERDICT, accept_encoding="gzip, br")
    if page.headers.get("Content-Encoding") != "gzip":
        raise RuntimeError("The page is not compressed.")
    files = sorted(_needed(_text(page)))
    sizes = {file: _sent(file) for file in files}
    yield _kilobytes("the page", len(page.content))
    yield _kilobytes(f"its {len(files)} files", sum(sizes.values()))
    total = (len(page.content) + sum(sizes.values())) / 1_000
    yield Figure(part=PART, what="all of it", value=total, unit="kB", most=MOST_KILOBYTES)
    yield Figure(part=PART, what="requests", value=1 + len(files), unit="", most=MOST_REQUESTS)


def _kilobytes(what: str, count: int) -> Figure:
    return Figure(part=PART, what=what, value=count / 1_000, unit="kB")


def _text(page: object) -> str:
    from gzip import decompress

    return decompress(page.content).decode()  # type: ignore[attr-defined]


def _needed(text: str) -> set[str]:
    """The names of styles, scripts and pictures of its own, and of the fonts that the styles name."""
    static = re.escape(settings.STATIC_URL)
    named = set(re.findall(rf'(?:href|src)="{static}([^"#]+\.(?:css|js|woff2|svg))', text))
    for style in [name for name in named if name.endswith(".css")]:
        named |= {f"vendor/fonts/{font}" for font in re.findall(FONTS, _read(style).decode())}
    return {name for name in named if not name.startswith("favicon")}


def _read(name: str) -> bytes:
    return Path(settings.STATIC_ROOT, name).read_bytes()


def _sent(name: str) -> int:
    """Fonts are compressed already; of the others WhiteNoise sends what it has compressed."""
    compressed = Path(settings.STATIC_ROOT, f"{name}.br")
    return compressed.stat().st_size if compressed.exists() else len(_read(name))
