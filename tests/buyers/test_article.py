import subprocess
import sys
from pathlib import Path

from django.conf import settings

from buyers.article import HANDCRAFTED, MASS_PRODUCED, POINTS
from buyers.decision.criteria import Criterion

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


def test_every_point_says_what_holds_and_what_does_not() -> None:
    assert all(point.holds.endswith((".", "?")) and point.fails.endswith((".", "?")) for point in POINTS)


def test_article_is_a_plain_module() -> None:
    script = "import sys, buyers.article; print(any(name.startswith('django') for name in sys.modules))"
    root = Path(settings.BASE_DIR)
    result = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
