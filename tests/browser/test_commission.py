"""The brief for a jeweller on paper: one sheet for every kind, with every answer given, and true to size."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from buyers.commission.drawing import HEIGHT, WIDTH
from catalog.choices import Kind
from tests.browser.addresses import VERDICTS, days_ahead, go

ADDRESS = "/decide/commission/"
MM = 96 / 25.4
PAGE_OF_A_PDF = re.compile(rb"/Type\s*/Page\b(?!s)")
# Of every question the answer that takes most room.
LONGEST = {
    "back": "yes",
    "budget": "999999.99",
    "metal": "plated",
    "must": "back,proof,see,size,style",
    "proof": "fair,hand,lab,near,recycled,repair",
    "quantity": "500",
    "see": "this",
    "skin": "nickel",
    "stretch": "99",
    "style": "bold,delicate,ornate,plain,vintage",
    "top": "sustain,longevity,certainty",
    "who": "group",
    "why": "heritage,sustain_local",
}
SIZES = {"ring": ("surprise", "40", "76"), "bracelet": ("surprise", "130", "230")}
KINDS = [kind.value for kind in Kind]
SIZED = [(kind, size) for kind in [*KINDS, "any"] for size in SIZES.get(kind, ("",))]

pytestmark = pytest.mark.django_db


def brief_at(**answers: str) -> str:
    return f"{ADDRESS}?{urlencode(sorted((key, answer) for key, answer in answers.items() if answer), safe=',')}"


def count_pages(page: Page, paper: str) -> int:
    return len(PAGE_OF_A_PDF.findall(page.pdf(format=paper)))


@pytest.mark.parametrize(("kind", "size"), SIZED)
def test_every_kind_prints_on_one_page_with_every_answer(page: Page, kind: str, size: str) -> None:
    go(page, brief_at(**LONGEST, type=kind, size=size, when=days_ahead(5)))
    assert [count_pages(page, paper) for paper in ("A4", "Letter")] == [1, 1]
    go(page, brief_at(**LONGEST, type=kind, size=size, when=days_ahead(40)))
    assert [count_pages(page, paper) for paper in ("A4", "Letter")] == [1, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_prints_on_one_page_without_answers(page: Page, kind: str) -> None:
    go(page, brief_at(type=kind))
    assert [count_pages(page, paper) for paper in ("A4", "Letter")] == [1, 1]


def test_drawing_is_printed_true_to_size(page: Page) -> None:
    go(page, brief_at(type="ring", size="66"))
    page.emulate_media(media="print")
    drawing = page.locator("svg.plan").bounding_box()
    assert drawing is not None
    assert (drawing["width"], drawing["height"]) == pytest.approx((WIDTH * MM, HEIGHT * MM), abs=0.2)
    inside = page.locator(".plan-outline").evaluate_all("(paths) => paths.map((one) => one.getBoundingClientRect())")
    assert max(box["height"] for box in inside) == pytest.approx(66 / 3.14159 * MM, abs=2)


def test_paper_leaves_out_what_is_for_the_screen(page: Page) -> None:
    go(page, brief_at(type="ring", budget="600"))
    expect(page.locator(".commission-makers")).to_be_visible()
    expect(page.locator(".commission-buyer")).to_be_hidden()
    page.emulate_media(media="print")
    for part in (".commission-makers", ".commission-advice", ".site-header", ".back"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".commission-buyer")).to_be_visible()


def test_shopper_comes_from_a_verdict_and_answers_what_is_open(page_without_scripts: Page) -> None:
    page = page_without_scripts
    go(page, VERDICTS["none"])
    page.get_by_role("link", name="your answers as a brief for a jeweller").click()
    page.get_by_role("link", name="Choose the kind").click()
    page.get_by_label("Brooch").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("h1")).to_have_text("A brooch to be made")
    page.get_by_role("link", name="Back to the verdict").click()
    expect(page.locator("h1")).to_have_text("Nothing fits.")
