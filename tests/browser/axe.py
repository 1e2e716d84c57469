"""axe-core in the open page: the rules of WCAG and axe's own good practice."""

from django.conf import settings
from playwright.sync_api import Page

from tests.browser.conftest import need_file

AXE = settings.BASE_DIR / ".cache" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """() => axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(" ")}`)))"""


def find_violations(page: Page) -> list[str]:
    need_file(AXE, "AXE SKIPPED: run `make axe` (it needs npm).")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    violations: list[str] = page.evaluate(RUN)
    return violations
