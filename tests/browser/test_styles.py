"""The packed styles are the styles: Chromium reads the same rules from both."""

import pytest
from playwright.sync_api import Page

from jewelcompare.bundles import STYLES, join_parts, parts_by_bundle
from tests.browser.addresses import go

# Values with variables and conditions keep the spaces of their source; after a comma or colon they say nothing.
READ = """(text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, " ").replace(/([,:]) /g, "$1"));
}"""

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("bundle", STYLES)
def test_packed_styles_say_the_same(page: Page, bundle: str) -> None:
    go(page, "/about/")
    parts = parts_by_bundle()[bundle]
    source = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    rules = page.evaluate(READ, source)
    assert len(rules) >= len(parts)
    assert page.evaluate(READ, join_parts(parts, ".css")) == rules
