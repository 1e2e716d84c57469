import pytest

from buyers.article import HANDCRAFTED, MASS_PRODUCED, POINTS, Point
from buyers.decision.criteria import Criterion
from buyers.guide.gauges import GAUGES

SHARED = {Criterion.LONGEVITY}


def test_sixteen_points_stand_in_two_lists_of_eight() -> None:
    assert [point.side for point in POINTS] == [MASS_PRODUCED] * 8 + [HANDCRAFTED] * 8
    assert len({point.key for point in POINTS}) == 16


def test_signs_are_those_of_the_article() -> None:
    signs = ["+" if point.is_advantage else "-" for point in POINTS]
    assert "".join(signs) == "++++----" + "++++++--"


def test_every_criterion_counts_on_exactly_one_line() -> None:
    counted = [point.criterion for point in POINTS if point.criterion]
    assert sorted(counted) == sorted(str(criterion) for criterion in Criterion if criterion not in SHARED)


def test_other_points_say_where_they_are_counted() -> None:
    others = [point for point in POINTS if point.criterion is None]
    assert len(others) == 6
    assert all(point.counted_under and point.counted_under.endswith(".") for point in others)
    assert all(point.counted_under is None for point in POINTS if point.criterion)


def test_cross_references_name_points_that_exist() -> None:
    texts = {point.text for point in POINTS}
    for point in POINTS:
        if point.counted_under and point.counted_under.startswith("Counted under"):
            assert point.counted_under.partition("“")[2].partition("”")[0] in texts


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.key)
def test_every_point_has_three_readings_and_a_source(point: Point) -> None:
    readings = {point.holds, point.depends, point.tendency}
    assert len(readings) == 3
    assert all(reading.endswith(".") for reading in readings)
    assert all(source.title for source in point.sources)
    assert point.sources


def test_every_point_has_a_gauge() -> None:
    assert list(GAUGES) == [point.key for point in POINTS]
