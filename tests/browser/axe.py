"""axe-core in the open page: the rules of WCAG and axe's own good practice."""

from django.conf import settings
from playwright.sync_api import Page

from tests.browser.conftest import need_file

AXE = settings.BASE_DIR / ".cache" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """(options) => axe.run({ resultTypes: ["violations"], ...options }).then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(" ")}`)))"""
# A page behind another one is drawn no more, and so would never settle: it waits no longer than a slow animation takes.
SETTLED = """() => new Promise((settled) => {
    const look = () => document.getAnimations().length ? requestAnimationFrame(look) : settled();
    requestAnimationFrame(() => requestAnimationFrame(look));
    setTimeout(settled, 3000);
})"""
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}


def find_violations(page: Page) -> list[str]:
    return run(page, {})


def find_faint_text(page: Page) -> list[str]:
    """Only the rules that depend on colours, for a page that passed the others in its other colours."""
    return run(page, COLOURS)


def run(page: Page, options: dict[str, list[str]]) -> list[str]:
    need_file(AXE, "AXE SKIPPED: run `make checkers` (it needs npm).")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    page.bring_to_front()
    page.evaluate(SETTLED)
    violations: list[str] = page.evaluate(RUN, options)
    return violations
