"""What is drawn is what the numbers say."""

from collections.abc import Sequence
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from buyers.brief import read_brief
from buyers.decision import Side
from buyers.results import verdict_for
from buyers.spread import Spread, spread_of
from buyers.verdict.pictures import LEFT, RIGHT, SLIDE_MIDDLE, STRIP_BARS, STRIP_MIDDLE, chart_of, slides_of, strip_of
from catalog.models import Piece

TODAY = date(2026, 11, 2)
ANSWERS = {"budget": ["300"], "top": ["uniqueness,craft,price"], "type": ["ring"], "who": ["partner"]}


@pytest.fixture
def spread(demo: None, db: None) -> Spread:
    return spread_of(read_brief(ANSWERS, TODAY)[0], TODAY)


def test_spread_is_that_of_the_verdict(spread: Spread) -> None:
    result = verdict_for(read_brief(ANSWERS, TODAY)[0], TODAY)
    assert {one.side: one.piece for one in spread.pieces if one.is_best} == {
        side: result.candidates[side][0].piece for side in Side
    }
    assert spread.in_reach == sum(result.possible.values()) == len(spread.pieces)
    assert [one.fit for one in spread.pieces if one.is_best] == [
        pytest.approx(result.candidates[side][0].fit) for side in Side
    ]


def test_chart_places_a_piece_by_price_and_fit(spread: Spread) -> None:
    chart = chart_of(spread)
    by_price = sorted(chart.dots, key=lambda dot: dot.of.piece.price)
    assert [dot.x for dot in by_price] == sorted(dot.x for dot in chart.dots)
    by_fit = sorted(chart.dots, key=lambda dot: dot.of.fit)
    assert [dot.y for dot in by_fit] == sorted((dot.y for dot in chart.dots), reverse=True)
    assert all(LEFT <= dot.x <= RIGHT for dot in chart.dots)
    assert [dot.of.is_best for dot in chart.dots[-2:]] == [True, True]


def test_method_shows_every_piece_drawn_in_a_table_too(spread: Spread) -> None:
    soup = BeautifulSoup(Client().get("/method/").content, "html.parser")
    drawn = {title.get_text() for title in soup.select(".chart-dot title")}
    assert drawn == {cell.get_text() for cell in soup.select("[aria-labelledby=reach-caption] tbody th")}
    assert len(drawn) > 2


def test_catalog_without_a_side_has_no_ways_to_draw(spread: Spread) -> None:
    Piece.objects.filter(assessment__side="handcrafted").delete()
    one_sided = spread_of(read_brief(ANSWERS, TODAY)[0], TODAY)
    assert one_sided.leads == ()
    assert strip_of(one_sided.leads) is None
    assert {dot.of.side for dot in chart_of(one_sided).dots} == {Side.MASS_PRODUCED}


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=300))
def test_strip_turns_where_the_lead_does(leads: list[float]) -> None:
    strip = strip_of(sorted(leads, reverse=True))
    assert strip is not None
    assert len(strip.bars) == STRIP_BARS
    assert strip.handcrafted + strip.mass_produced == len(leads)
    assert strip.handcrafted == sum(lead > 0 for lead in leads)
    for bar in strip.bars:
        end = bar.y + bar.height if bar.side is Side.HANDCRAFTED else bar.y
        assert end == pytest.approx(STRIP_MIDDLE, abs=0.02)


@pytest.mark.parametrize(
    ("moves", "order"),
    [([("Price", 5, -3)], "before now"), ([("Price", -1, 0)], "now before"), ([("Price", 0, 2)], "now before")],
)
def test_points_for_handcraft_lie_to_the_left(moves: Sequence[tuple[str, int, int]], order: str) -> None:
    (slide,) = slides_of(moves).lines
    places = {"before": slide.before, "now": slide.now, "middle": SLIDE_MIDDLE}
    assert [name for name in sorted(places, key=places.__getitem__) if name != "middle"] == order.split()
    assert (slide.now < SLIDE_MIDDLE) == (moves[0][2] > 0)
