from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from buyers.article import POINTS
from buyers.guide.examples import examples_by_point
from catalog.choices import Claim, Coating, Edition, Grade, Kind, OptionKind, Preview, Sizing
from catalog.models import Piece
from tests.factory import evidence, make_handmade, make_mass_produced, material

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)


def examples_of(key: str) -> dict[str, tuple[str, str]]:
    return {one.speaks: (one.piece.slug, one.why) for one in examples_by_point(TODAY)[key]}


def series(slug: str, **facts: Any) -> Piece:
    return make_mass_produced(slug=slug, **facts)


def bench(slug: str, **facts: Any) -> Piece:
    return make_handmade(slug=slug, **facts)


def small_edition(slug: str, number: int) -> Piece:
    return bench(slug, edition=Edition.CLOSED, number_made=number, can_supply=1)


def test_empty_catalog_has_no_example() -> None:
    assert set(examples_by_point(TODAY)) == {point.key for point in POINTS}
    assert not any(examples_by_point(TODAY).values())


def test_precision_is_shown_by_the_finest_tolerance_and_refuted_by_a_rough_size() -> None:
    series("gauge", tolerance_mm="0.05", sizing=Sizing.EXACT)
    series("rough", sizing=Sizing.HALF)
    bench("wild", sizing=Sizing.APPROXIMATE, evenness="asymmetric")
    found = examples_of("precision")
    assert [slug for slug, _why in found.values()] == ["gauge", "rough"]
    assert found["for"][1] == "True to a tenth of a millimetre, or certified to match."


def test_what_nobody_told_is_no_example() -> None:
    series("silent")
    assert examples_of("precision") == {}


def test_a_bare_claim_is_no_example() -> None:
    bench("boast", declared_on=None, evidence=[])
    assert examples_of("unique_design") == {}


def test_quick_delivery_is_measured_in_days() -> None:
    series("quick", days_min=1, days_max=1)
    series("slow", days_min=20, days_max=30)
    bench("quicker", days_min=0, days_max=0)
    assert examples_of("prompt") == {"for": ("quick", "Here in 1 day."), "against": ("slow", "Here in 30 days.")}


def test_nothing_speaks_against_a_point_that_every_piece_bears_out() -> None:
    series("quick", days_min=1, days_max=1)
    series("also-quick", days_min=2, days_max=2)
    assert set(examples_of("prompt")) == {"for"}


def test_ties_go_to_the_piece_listed_first() -> None:
    for slug in ("c-ring", "a-ring", "b-ring"):
        bench(slug)
    assert examples_of("unique_design")["for"] == ("c-ring", "Only one was made.")


def test_examples_change_with_the_catalog() -> None:
    small_edition("many", 400)
    assert set(examples_of("unique_design")) == {"against"}
    single = bench("single")
    assert examples_of("unique_design")["for"] == ("single", "Only one was made.")
    small_edition("more", 900)
    assert examples_of("unique_design")["against"] == ("more", "900 are made.")
    single.delete()
    assert "for" not in examples_of("unique_design")


def test_prices_are_compared_within_a_kind_and_with_the_other_side() -> None:
    series("dear-series", price=500)
    series("cheap-series", price=10)
    series("brooch-of-series", price=900, kind=Kind.BROOCH)
    bench("cheap-bench", price=40)
    bench("dear-bench", price=2000)
    assert [slug for slug, _why in examples_of("costs_more").values()] == ["dear-bench", "cheap-bench"]
    why = "€40. The middle price of mass-produced pieces of its kind here is €255."
    assert examples_of("costs_more")["against"] == ("cheap-bench", why)
    assert [slug for slug, _why in examples_of("few_workers").values()] == ["cheap-series"]


def test_silence_about_metal_is_no_harm_but_a_bath_is() -> None:
    series("silent")
    assert examples_of("pollution") == {}
    series("bathed", materials=[material(coating=Coating.PLATED)])
    documented = [evidence(Claim.RECYCLED, Grade.DOCUMENTED), evidence(Claim.TAKE_BACK, Grade.DOCUMENTED)]
    series("papers", evidence=documented)
    assert examples_of("pollution") == {
        "for": ("bathed", "It is plated. Nothing is told of its footprint."),
        "against": ("papers", "Two measures for its footprint are documented."),
    }


def test_wishes_and_sketches_are_read_from_what_the_maker_offers() -> None:
    bench("brief", options=[OptionKind.OWN_BRIEF], preview=Preview.SKETCH, returnable_days=0)
    bench("finished", preview=Preview.VIDEO, returnable_days=14)
    assert [slug for slug, _why in examples_of("meets_needs").values()] == ["brief", "finished"]
    assert [slug for slug, _why in examples_of("sketches").values()] == ["brief", "finished"]


def test_supply_and_small_prices_speak_of_the_series_only() -> None:
    series("plenty", can_supply=300, price=12)
    series("scarce", can_supply=2, price=300)
    bench("single", price=5)
    assert examples_of("efficiency") == {
        "for": ("plenty", "300 alike can be had."),
        "against": ("scarce", "2 alike can be had."),
    }
    assert examples_of("high_initial_cost") == {
        "against": ("plenty", "€12, with its share of dies, moulds and machines.")
    }


@pytest.mark.parametrize("number", [1, 6])
def test_examples_take_two_queries_at_any_size(number: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _number in range(number):
        make_handmade()
        make_mass_produced()
    with django_assert_num_queries(2):
        assert any(examples_by_point(TODAY).values())
