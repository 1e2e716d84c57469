"""The shape of the code: which module may know which, how large a thing may grow, what must not lie about."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

ROOT = Path(settings.BASE_DIR)
PACKAGES = ("jewelcompare", "buyers", "catalog", "tests", "bench")
PLAIN = (
    *("buyers/article", "buyers/questions", "buyers/brief", "buyers/decision", "buyers/guide/names"),
    *("catalog/choices", "catalog/facts", "catalog/claims", "catalog/levels", "catalog/sheets"),
    *("catalog/glossary", "catalog/photos", "catalog/sources", "catalog/techniques"),
    *("buyers/brought/written", "catalog/told", "catalog/reading"),
    *(
        "buyers/stock/columns",
        "buyers/stock/contenders",
        "buyers/stock/scoring",
        "buyers/stock/stock",
        "catalog/packing",
    ),
)
TOP_LEVEL = {
    *("manage.py", "jewelcompare", "buyers", "catalog", "templates", "static", "tests", "pyproject.toml", "README.md"),
    *("Makefile", "LICENSE", "locale", "bench"),
    *("requirements.txt", "requirements-dev.txt", "requirements-postgresql.txt"),
}
MADE_HERE = {"db.sqlite3", "db.sqlite3-shm", "db.sqlite3-wal", "media", "staticfiles", "htmlcov", "__pycache__"}
CALLED_BY_DJANGO = {f"{status}.html" for status in (400, 403, 404, 500)}

MODULE_LINES, TEST_MODULE_LINES, TEMPLATE_LINES, SCRIPT_LINES = 300, 400, 120, 60
FUNCTION_LINES, VIEW_LINES, TEST_LINES = 40, 20, 20

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(*packages: str) -> list[Path]:
    found = [path.relative_to(ROOT) for package in packages for path in (ROOT / package).rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def plain_modules() -> list[str]:
    paths = [path for path in modules("buyers", "catalog") if path.as_posix().removesuffix(".py").startswith(PLAIN)]
    return [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths]


def templates() -> list[Path]:
    folders = [ROOT / "templates", *ROOT.glob("*/templates")]
    return sorted(path.relative_to(ROOT) for folder in folders for path in folder.rglob("*.html"))


def count_lines(path: Path) -> int:
    return len((ROOT / path).read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def imported_by(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def line_limit(path: Path, function: Function) -> int:
    if path.parts[0] == "tests":
        return TEST_LINES if function.name.startswith("test_") else FUNCTION_LINES
    takes_request = bool(function.args.args) and function.args.args[0].arg == "request"
    return VIEW_LINES if takes_request else FUNCTION_LINES


@pytest.mark.parametrize("module", plain_modules())
def test_plain_module_stays_plain(module: str) -> None:
    script = f"import sys, {module}; print(*(name for name in sys.modules if name.partition('.')[0] == 'django'))"
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.split() == []


def test_catalog_does_not_know_its_buyers() -> None:
    knowing = [path for path in modules("catalog") if any(re.match(r"buyers\b", name) for name in imported_by(path))]
    assert knowing == []


def test_modules_are_short() -> None:
    sizes = {path: count_lines(path) for path in modules(*PACKAGES)}
    limits = {path: TEST_MODULE_LINES if path.parts[0] == "tests" else MODULE_LINES for path in sizes}
    assert [path for path in sizes if sizes[path] > limits[path]] == []


def test_templates_are_short() -> None:
    assert [path for path in templates() if count_lines(path) > TEMPLATE_LINES] == []


def test_scripts_are_short() -> None:
    assert [path for path in (ROOT / "static" / "js").glob("*.js") if count_lines(path) > SCRIPT_LINES] == []


@pytest.mark.parametrize(
    "inline", [r"\sstyle=", r"\son[a-z]+=", r"<style", r"<script(?![^>]*(\ssrc=|json))", r"hx-on", r"<!--"]
)
def test_templates_hold_no_inline_code(inline: str) -> None:
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in templates()}
    assert [path for path, text in texts.items() if re.search(inline, text)] == []


def test_attributes_of_htmx_are_valid_html() -> None:
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in templates()}
    assert [path for path, text in texts.items() if re.search(r"\shx-", text)] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_functions_are_short(package: str) -> None:
    too_long = []
    for path in modules(package):
        for function in functions(path):
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines > line_limit(path, function):
                too_long.append(f"{path}: {function.name} has {lines} lines")
    assert too_long == []


def test_migrations_are_named_for_what_they_do() -> None:
    names = [path.stem for path in ROOT.glob("*/migrations/0*.py")]
    assert [name for name in names if re.search(r"_auto_|_and_more$", name)] == []


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, interactive=False, verbosity=0)


def test_every_template_is_used() -> None:
    sources = [*modules("jewelcompare", "buyers", "catalog"), *templates()]
    text = "\n".join((ROOT / path).read_text(encoding="utf-8") for path in sources)
    names = {path.as_posix().partition("templates/")[2] for path in templates()}
    own = {name for name in names if not name.startswith(("admin/", "registration/"))} - CALLED_BY_DJANGO
    assert [name for name in sorted(own) if not re.search(rf"""["']{re.escape(name)}["'#]""", text)] == []


def test_top_level_holds_only_what_belongs_there() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert names - TOP_LEVEL - MADE_HERE == set()


REQUIREMENTS = [
    *sorted(ROOT.glob("requirements*")),
    *sorted((ROOT / "catalog").rglob("requirements*")),
    ROOT / "bench" / "requirements.txt",
]


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_requirements_are_locked_without_addresses(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z].*", text, re.MULTILINE)
    assert packages
    assert all(re.match(r"[\w.\[\]-]+==\S+ .*\\$", package) for package in packages)
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text)
