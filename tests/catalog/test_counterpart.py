from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from catalog import counterpart
from catalog.assessment import read_facts
from catalog.choices import (
    Edition,
    Era,
    Kind,
    MakerKind,
    Method,
    Stage,
    State,
    Style,
    Substance,
    Way,
    Wearer,
)
from catalog.counterpart import counterpart_of, nearest_across
from catalog.models import Piece
from tests.factory import (
    make_handmade,
    make_maker,
    make_mass_produced,
    make_piece,
    material,
    step,
    steps_of_casting,
)

pytestmark = pytest.mark.django_db

TODAY = date(2025, 6, 1)


def nearest_to(piece: Piece) -> str | None:
    found = nearest_across(Piece.objects.with_maker().get(pk=piece.pk))
    return found.name if found else None


def differences(piece: Piece, other: Piece) -> list[str]:
    read_facts([piece, other], TODAY)
    return list(counterpart_of(piece, other, TODAY).differences)


def plated(**facts: Any) -> Piece:
    return make_mass_produced(materials=[material(Substance.BRASS)], **facts)


def make_in_between(**facts: Any) -> Piece:
    """Cast from a mould and finished by hand, in an open series of a few hundred."""
    return make_piece(**{"steps": steps_of_casting(), "edition": Edition.OPEN, "number_made": 300, **facts})


def test_nearest_by_the_ratio_of_prices_comes_first() -> None:
    make_mass_produced(name="Half", price=Decimal(50))
    make_mass_produced(name="A third more", price=Decimal(133))
    make_mass_produced(name="Ten times", price=Decimal(1000))
    assert nearest_to(make_handmade(price=Decimal(100))) == "A third more"


def test_side_is_the_other_one_both_ways() -> None:
    make_mass_produced(name="Struck", price=Decimal(90))
    hand = make_handmade(name="Forged", price=Decimal(100))
    assert nearest_to(hand) == "Struck"
    assert nearest_to(Piece.objects.get(name="Struck")) == "Forged"


@pytest.mark.parametrize("hidden", [{"state": State.DRAFT}, {"kind": Kind.BROOCH}])
def test_counterpart_is_published_and_of_the_same_kind(hidden: dict[str, Any]) -> None:
    make_mass_produced(**hidden)
    assert nearest_to(make_handmade()) is None


def test_piece_of_undisclosed_making_has_no_counterpart() -> None:
    make_mass_produced()
    make_handmade()
    assert nearest_to(make_piece()) is None


@pytest.mark.parametrize(
    ("shared", "other"),
    [
        ({"style": Style.BOLD}, {"style": Style.PLAIN}),
        ({"era": Era.VINTAGE}, {"era": Era.MODERN}),
        ({"worn_by": Wearer.MEN}, {"worn_by": Wearer.CHILDREN}),
    ],
)
def test_of_two_at_one_price_the_more_alike_is_nearer(shared: dict[str, Any], other: dict[str, Any]) -> None:
    make_mass_produced(name="Unlike", slug="a-unlike", **other)
    make_mass_produced(name="Alike", slug="b-alike", **shared)
    assert nearest_to(make_handmade(**shared)) == "Alike"


def test_main_metal_counts_as_well() -> None:
    plated(name="Brass", slug="a-brass")
    make_mass_produced(name="Silver", slug="b-silver")
    assert nearest_to(make_handmade()) == "Silver"


def test_wholly_the_other_way_goes_before_in_between() -> None:
    make_in_between(name="Between", slug="a-between", price=Decimal(100))
    make_handmade(name="Forged", slug="b-forged", price=Decimal(120))
    assert nearest_to(make_mass_produced(price=Decimal(100))) == "Forged"


def test_of_two_equally_near_the_same_one_is_always_taken() -> None:
    make_mass_produced(name="Second", slug="b")
    make_mass_produced(name="First", slug="a")
    assert nearest_to(make_handmade()) == "First"


def test_no_more_pieces_are_looked_at_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counterpart, "SCANNED", 3)
    make_mass_produced(name="Dear", price=Decimal(500))
    hand = make_handmade(price=Decimal(100))
    for price in (110, 120):
        make_handmade(price=Decimal(price))
    assert nearest_to(hand) == "Dear"
    make_handmade(price=Decimal(130))
    assert nearest_to(hand) is None


def test_finding_it_takes_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    maker = make_maker()
    for price in (50, 80, 120, 200):
        make_mass_produced(maker=maker, price=Decimal(price))
    piece = Piece.objects.with_maker().get(pk=make_handmade().pk)
    with django_assert_num_queries(1):
        nearest_across(piece)


@pytest.mark.parametrize(
    ("make", "title"),
    [
        (make_handmade, "The handcrafted counterpart"),
        (make_mass_produced, "The mass-produced counterpart"),
        (make_in_between, "The nearest counterpart, made in between"),
    ],
)
def test_title_is_true_to_its_way(make: Any, title: str) -> None:
    piece, other = make_handmade(), make()
    read_facts([piece, other], TODAY)
    found = counterpart_of(piece, other, TODAY)
    assert found.title == title
    assert bool(found.note) == (other.assessment.way == Way.IN_BETWEEN)


def test_piece_in_between_says_as_what_it_competes() -> None:
    steps = [*steps_of_casting(), step(Stage.JOIN, Method.SOLDER), step(Stage.DECORATE, Method.ENGRAVE)]
    mostly_by_hand = make_in_between(steps=steps)
    by_machine = make_in_between(number_made=None)
    read_facts([mostly_by_hand, by_machine], TODAY)
    notes = [counterpart_of(by_machine, one, TODAY).note for one in (mostly_by_hand, by_machine)]
    assert ["by hand" in note for note in notes] == [True, False]


def test_differences_are_sentences_with_the_facts_of_both() -> None:
    hand = make_handmade(name="Tide", price=Decimal(96), days_max=9)
    series = make_mass_produced(name="Arc", price=Decimal("41.50"), days_max=2)
    told = differences(hand, series)
    assert told[:3] == [
        "Tide costs €96, Arc €41.50.",
        "Tide is here within 9 days. Arc is here within 2 days.",
        "Of Tide there is only one. Of Arc there are 10,000.",
    ]
    workmanship = "“Three steps worked by hand, with photographs”, against “Series finish”"
    assert f"Workmanship stands higher with Tide: {workmanship}." in told


def test_what_is_equal_is_said_once() -> None:
    told = differences(make_handmade(name="Tide"), make_mass_produced(name="Arc"))
    assert told[:2] == ["Both cost €100.", "Both are here within 5 days."]


def test_what_nobody_told_us_is_no_difference_of_facts() -> None:
    label = make_maker(kind=MakerKind.LABEL)
    mute = make_mass_produced(name="Arc", maker=label, number_made=None, days_min=None, days_max=None, in_stock=False)
    told = differences(make_handmade(name="Tide", maker=make_maker(place="Porto")), mute)
    assert "Tide is here within 5 days. Nobody told us when Arc can be here." in told
    assert "Of Tide there is only one. Nobody told us how many there are of Arc." in told
    assert "Origin is told of Tide, “Told: who makes it, where”, and not of Arc." in told


def test_small_gaps_are_not_told() -> None:
    hand, other = make_handmade(), make_handmade()
    assert len(differences(hand, other)) == 3


def test_both_are_to_be_compared_at_an_address() -> None:
    piece, other = make_handmade(slug="tide"), make_mass_produced(slug="arc")
    read_facts([piece, other], TODAY)
    assert counterpart_of(piece, other, TODAY).comparison == "/compare/?piece=tide&piece=arc"
