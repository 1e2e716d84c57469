from math import pi

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from buyers.wearer.sizes import RingSize, ring_sizes, ticks
from tests.buyers.presses import page, words

SIZER = "/for/sizer/"
CARD = ("85.6mm", "53.98mm")


@pytest.fixture
def sheet(client: Client) -> BeautifulSoup:
    return page(client, SIZER)


@pytest.mark.parametrize(
    ("us", "circumference"), [("3", 44), ("5", 49), ("6", 52), ("7", 54), ("8", 57), ("10", 62), ("13", 70)]
)
def test_us_size_is_near_the_common_table(us: str, circumference: int) -> None:
    inches = 0.458 + 0.032 * int(us)
    assert round(inches * 25.4 * pi) == circumference
    shown = RingSize(circumference=circumference).us
    assert shown.startswith((us, str(int(us) - 1)))


def test_us_size_is_told_to_a_quarter() -> None:
    assert [RingSize(circumference=size).us for size in (40, 50, 52, 54, 76)] == ["1¼", "5¼", "6", "6¾", "15½"]


def test_every_size_that_is_taken_can_be_measured() -> None:
    assert [size.circumference for size in ring_sizes()] == list(range(40, 77))


def test_scale_has_a_line_each_millimetre_and_a_number_each_ten() -> None:
    assert [tick.at for tick in ticks(20)] == list(range(21))
    assert [tick.number for tick in ticks(20) if tick.number] == ["0", "10", "20"]


def test_sheet_holds_rings_card_and_line_at_true_size(sheet: BeautifulSoup) -> None:
    drawings = [(svg["width"], svg["height"]) for svg in sheet.select(".sheet svg")]
    assert drawings[0] == CARD
    assert drawings[1][0] == "50mm"
    rings = [str(svg["width"]) for svg in sheet.select(".sheet-rings svg")]
    assert [round(float(width.removesuffix("mm")) * pi) for width in rings] == list(range(40, 77, 2))
    assert words(sheet.select_one(".sheet-rings li")) == "40 US 1¼"


def test_screen_sizer_needs_scripts_and_says_so(sheet: BeautifulSoup) -> None:
    assert sheet.select_one("[data-sizer][hidden]")
    assert "needs JavaScript" in words(sheet.select_one(".notice"))
    options = [words(option) for option in sheet.select("[data-sizer-size] option")]
    assert len(options) == 37
    assert options[14] == "54 mm · 17.2 across · US 6¾"
    assert not sheet.select("[data-sizer-fills]")
