"""The stylesheets and the script that pages load, joined from static/css and js without their comments and spaces.

Every page has `site.css` and `site.js`. What lies beside the way to a verdict
has `reading.css` besides, and the admin its own.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.files.storage import FileSystemStorage, Storage
from rjsmin import jsmin

PARTS = ("tokens", "base", "components", "hints", "pages", "browse", "piece", "compare", "verdict", "bring")
AT_LEISURE = ("guide", "commission", "saved", "wearer")
STYLES = {
    "css/site.css": [f"css/{part}.css" for part in PARTS],
    "css/reading.css": [f"css/{part}.css" for part in AT_LEISURE],
    "css/admin.css": ["css/tokens.css", "css/workshop.css"],
}
SCRIPTS = "js/*.js"


def join_parts(parts: Iterable[Path], suffix: str) -> str:
    """The parts as one text; where one ends, the next begins on a line of its own."""
    pack = packed_styles if suffix == ".css" else jsmin
    return "\n".join(str(pack(part.read_text(encoding="utf-8"))).strip() for part in parts) + "\n"


def packed_styles(text: str) -> str:
    """Without comments, and spaces only where they part words.

    On purpose no more than that: what knows more of CSS than spaces (rcssmin) took `a :is(b)` in a layer for `a:is(b)`.
    """
    text = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    text = re.sub(r" ?([{};,]) ?", r"\1", text)
    return re.sub(r"(?<=[\w-]): ", ":", text).replace(";}", "}")


def write_whole(path: Path, text: str) -> None:
    """Replace the file in one step, so that no other process reads half of it; leave an equal one alone."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as draft:
        draft.write(text)
    Path(draft.name).chmod(0o644)
    Path(draft.name).replace(path)


def parts_by_bundle() -> dict[str, list[Path]]:
    root = Path(settings.STATICFILES_DIRS[0])
    styles = {bundle: [root / name for name in names if (root / name).exists()] for bundle, names in STYLES.items()}
    return {**styles, "js/site.js": sorted(root.glob(SCRIPTS))}


def write_bundle(path: str) -> Path:
    bundle = Path(settings.BUNDLE_ROOT) / path
    write_whole(bundle, join_parts(parts_by_bundle()[path], bundle.suffix))
    return bundle


class BundleFinder(FileSystemFinder):
    """Finds the bundles in place of their parts, and every other file as it lies."""

    def find(self, path: str, find_all: Any = False) -> Any:
        if path not in parts_by_bundle():
            return super().find(path, find_all=find_all)
        bundle = str(write_bundle(path))
        return [bundle] if find_all else bundle

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        bundles = parts_by_bundle()
        parts = {part for parts in bundles.values() for part in parts}
        for path, storage in super().list(ignore_patterns):
            if Path(storage.path(path)) not in parts:
                yield path, storage
        for path in bundles:
            write_bundle(path)
            yield path, FileSystemStorage(settings.BUNDLE_ROOT)
