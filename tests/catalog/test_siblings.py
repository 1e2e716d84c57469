import re
from typing import Any

import pytest
from django.conf import LazySettings

from catalog.choices import Edition, Kind, Style, Way
from catalog.drawing import draw
from catalog.models import Piece
from catalog.portrait import look_of
from catalog.siblings import FRAMES, NARROW_MM, Siblings, siblings_of
from tests.factory import make_handmade, make_mass_produced, make_piece, steps_of_casting

pytestmark = pytest.mark.django_db

EDITION = {"edition": Edition.CLOSED, "can_supply": 1}
WIDTH = {"width_mm": 20, "height_mm": 7}


def siblings(piece: Piece) -> Siblings:
    return siblings_of(Piece.objects.with_maker().with_making().get(pk=piece.pk))


def inside(siblings: Siblings) -> list[str]:
    return [re.sub(r"^<svg[^>]*>", "", drawing) for drawing in siblings.drawings]


def mm_per_unit(piece: Piece) -> float:
    shown = re.search(r'viewBox="\S+ \S+ (\S+) \S+" width="([\d.]+)mm"', siblings(piece).drawings[0])
    assert shown
    return float(shown[2]) / float(shown[1])


def test_series_piece_is_drawn_six_times_exactly_alike() -> None:
    found = siblings(make_mass_produced(slug="arc", number_made=9000))
    assert inside(found) == ['<use href="#arc-drawing"/></svg>'] * 6
    assert found.sentence == "9,000 are made, and each is like the next."


def test_edition_by_hand_is_drawn_as_different_as_its_copies_are() -> None:
    found = siblings(make_handmade(**EDITION, number_made=4))
    assert len(set(inside(found))) == 4
    assert found.sentence == "4 are made, and no two are quite alike."
    assert "not measured" in found.caveat


def test_no_more_than_six_are_drawn() -> None:
    assert len(siblings(make_handmade(**EDITION, number_made=40)).drawings) == 6


def test_what_is_in_between_differs_a_little() -> None:
    piece = make_piece(steps=steps_of_casting(), edition=Edition.OPEN, number_made=300)
    assert siblings(piece).sentence == "300 are made, and they differ a little."


def test_one_that_exists_once_is_drawn_once() -> None:
    found = siblings(make_handmade(slug="tide"))
    assert inside(found) == ['<use href="#tide-drawing"/></svg>']
    assert found.sentence == "There is no other."
    assert found.caveat == ""


def test_unknown_number_is_said_and_drawn_once() -> None:
    found = siblings(make_mass_produced(number_made=None))
    assert (len(found.drawings), found.sentence) == (1, "Nobody told us how many there are.")


def test_making_that_nobody_told_us_draws_no_siblings() -> None:
    found = siblings(make_piece(number_made=50))
    assert len(found.drawings) == 1
    assert "Nobody told us how, so we cannot say how far they differ." in found.sentence


def test_names_in_all_drawings_of_a_piece_are_unique() -> None:
    piece = make_handmade(**EDITION, number_made=6, name="Studs", kind=Kind.EARRINGS)
    main = draw(look_of(Piece.objects.with_maker().with_making().get(pk=piece.pk)))
    everything = main + "".join(siblings(piece).drawings)
    names = re.findall(r'id="([^"]+)"', everything)
    assert len(names) == len(set(names))
    assert set(re.findall(r'(?:url\(|href=")#([^)"]+)', everything)) <= set(names)


@pytest.mark.parametrize(("width", "height"), [(20, 7), (20, 20), (20, None)])
def test_longer_measure_is_drawn_at_life_size(width: int, height: int | None) -> None:
    scale = mm_per_unit(make_handmade(width_mm=width, height_mm=height))
    assert scale == pytest.approx(20 / (2 * 104), rel=0.001)


def test_what_is_higher_than_wide_is_measured_by_its_height() -> None:
    drop = make_handmade(kind=Kind.EARRINGS, name="Two drops", style=Style.DELICATE, width_mm=10, height_mm=38)
    assert mm_per_unit(drop) == pytest.approx(38 / (212 + 46 - 70), rel=0.001)


def test_life_size_is_claimed_only_where_it_is() -> None:
    small, unknown, strand = (
        siblings(make_handmade(**facts, kind=Kind.NECKLACE))
        for facts in ({"width_mm": 30, "height_mm": 36}, {}, {"width_mm": 420, "height_mm": 5})
    )
    assert [one.is_life_size for one in (small, unknown, strand)] == [True, False, False]
    assert [one.alternative.endswith("At life size.") for one in (small, unknown, strand)] == [True, False, False]
    assert "Many phones draw everything smaller." in small.scale
    assert unknown.scale == "Nobody told us how wide it is, so it is not drawn at life size."
    assert strand.scale == "It is longer than a screen is wide, so it is not drawn at life size."
    assert all(" width=" not in drawing for one in (unknown, strand) for drawing in one.drawings)


@pytest.mark.parametrize(("width", "is_wide"), [(60, False), (80, True)])
def test_what_a_small_screen_has_no_room_for_is_known(width: int, is_wide: bool) -> None:
    found = siblings(make_handmade(kind=Kind.BRACELET, width_mm=width, height_mm=9))
    assert found.is_wide is is_wide
    assert (width * FRAMES[Kind.BRACELET][2] / 236 > NARROW_MM) is is_wide


@pytest.mark.parametrize(
    ("currency", "coin"),
    [("EUR", "A one-euro coin"), ("GBP", "A one-pound coin"), ("USD", "A quarter dollar"), ("CHF", None)],
)
def test_coin_of_the_country_gives_the_scale(settings: LazySettings, currency: str, coin: str | None) -> None:
    settings.CURRENCY = currency
    found = siblings(make_handmade(**WIDTH)).coin
    assert (found.name if found else None) == coin


def test_nothing_is_measured_by_a_coin_that_is_not_at_life_size() -> None:
    assert siblings(make_handmade()).coin is None


@pytest.mark.parametrize("way", [Way.HANDCRAFTED, Way.MASS_PRODUCED])
def test_text_stands_once_for_all_drawings(way: Way) -> None:
    make = {Way.HANDCRAFTED: make_handmade, Way.MASS_PRODUCED: make_mass_produced}[way]
    facts: dict[str, Any] = {**EDITION, "number_made": 12, **WIDTH} if way == Way.HANDCRAFTED else WIDTH
    found = siblings(make(**facts))
    assert found.alternative == "Drawing: the piece 6 times. At life size."
    assert all('aria-hidden="true"' in drawing and "aria-label" not in drawing for drawing in found.drawings)
