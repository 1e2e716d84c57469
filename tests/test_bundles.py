from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders

from jewelcompare.bundles import BundleFinder

TEXTS = {
    "css/tokens.css": "/* what all share */\n@layer tokens,\n  base;\n",
    "css/base.css": "body :is(a, b):hover,\nbody > p {\n  color: red;\n  margin: calc(1px + 2px) 0;\n}\n",
    "css/pages.css": "main {\n  margin: 0;\n}\n",
    "js/a.js": "// one\nlet one = 1;\n",
    "js/b.js": "/* two */\nlet two = 2;\n",
}


@pytest.fixture
def finder(settings: LazySettings, tmp_path: Path) -> BundleFinder:
    source = tmp_path / "static"
    for name in ("css/pages.css", "css/tokens.css", "css/base.css", "js/b.js", "js/a.js", "icons.svg"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(TEXTS.get(name, "a {}"))
    settings.STATICFILES_DIRS = [source]
    settings.BUNDLE_ROOT = tmp_path / "bundles"
    return BundleFinder()


def test_styles_are_joined_in_cascade_order_and_made_small(finder: BundleFinder) -> None:
    text = Path(finder.find("css/site.css")).read_text()
    assert (
        text
        == "@layer tokens,base;\nbody :is(a,b):hover,body > p{color:red;margin:calc(1px + 2px) 0}\nmain{margin:0}\n"
    )


def test_scripts_are_joined_in_order_of_name(finder: BundleFinder) -> None:
    assert Path(finder.find("js/site.js", find_all=True)[0]).read_text() == "let one=1;\nlet two=2;\n"


def test_changed_part_changes_the_bundle(finder: BundleFinder, settings: LazySettings) -> None:
    finder.find("css/site.css")
    (settings.STATICFILES_DIRS[0] / "css" / "base.css").write_text("body { color: blue }")
    assert "body{color:blue}" in Path(finder.find("css/site.css")).read_text()


def test_equal_bundle_is_left_alone(finder: BundleFinder) -> None:
    before = Path(finder.find("js/site.js")).stat()
    assert Path(finder.find("js/site.js")).stat().st_ino == before.st_ino


def test_parts_are_not_collected(finder: BundleFinder) -> None:
    assert sorted(path for path, _ in finder.list(None)) == [
        *("css/admin.css", "css/reading.css", "css/site.css", "icons.svg", "js/site.js"),
    ]


def test_other_files_are_found_where_they_lie(finder: BundleFinder, settings: LazySettings) -> None:
    assert finder.find("icons.svg") == str(settings.STATICFILES_DIRS[0] / "icons.svg")


def test_fonts_and_htmx_are_among_the_static_files() -> None:
    assert finders.find("vendor/fonts/ysabeau-latin-wght-normal.woff2")
    assert finders.find("django_htmx/htmx-2.min.js")
