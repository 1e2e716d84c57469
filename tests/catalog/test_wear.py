from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from catalog.choices import Coating, Method, Role, Stage, Substance
from catalog.comparison.marks import best_places
from catalog.comparison.wear import wear_of, years_of
from tests.factory import material, piece_facts, step

GLUED = {"steps": (step(Stage.SET, Method.GLUE),)}
CORD = {"materials": (material(Substance.SILK, role=Role.OTHER, is_main=True),)}
REPAIRED = {"repaired_by_maker": True}


@pytest.mark.parametrize(
    ("surface", "facts", "years"),
    [
        (Coating.PLATED, {}, (1, 3)),
        (Coating.VERMEIL, {}, (3, 10)),
        (Coating.FILLED, {}, (3, 10)),
        (Coating.SOLID, {}, (10, 30)),
        (Coating.SOLID, GLUED, (1, 5)),
        (Coating.PLATED, GLUED, (1, 3)),
        (Coating.SOLID, CORD, (2, 8)),
        (Coating.SOLID, REPAIRED, (10, 45)),
        (Coating.PLATED, REPAIRED, (1, 4)),
        (Coating.SOLID, {"is_resizable": True}, (10, 45)),
        (Coating.SOLID, REPAIRED | {"is_resizable": True}, (10, 45)),
        (Coating.SOLID, {"repaired_by_maker": False}, (10, 30)),
        (Coating.PLATED, {"warranty_years": 2}, (2, 3)),
        (Coating.PLATED, {"warranty_years": 99}, (2, 3)),
        (Coating.VERMEIL, {"warranty_years": 1}, (3, 10)),
        (Coating.SOLID, {"warranty_years": 15}, (15, 30)),
        (None, REPAIRED | {"warranty_years": 5}, None),
    ],
)
def test_years_follow_the_table(surface: Coating | None, facts: dict[str, Any], years: tuple[int, int] | None) -> None:
    assert years_of(piece_facts(**facts), surface) == years


@pytest.mark.parametrize(("surface", "warranty", "repaired"), list(product(Coating, [None, 1, 4, 40], [None, True])))
def test_cost_is_a_range_and_never_a_point(surface: Coating, warranty: int | None, repaired: bool | None) -> None:
    wear = wear_of(piece_facts(warranty_years=warranty, repaired_by_maker=repaired), surface, Decimal(96))
    assert wear is not None
    assert 0 < wear.fewest_years < wear.most_years
    assert 0 < wear.lowest_cost < wear.highest_cost


@pytest.mark.parametrize(
    ("price", "lowest", "highest"),
    [("1340", "45", "134"), ("96", "3.2", "9.6"), ("3", "0.10", "0.3")],
)
def test_cost_is_no_finer_than_a_tendency(price: str, lowest: str, highest: str) -> None:
    wear = wear_of(piece_facts(), Coating.SOLID, Decimal(price))
    assert wear is not None
    assert (wear.lowest_cost, wear.highest_cost) == (Decimal(lowest), Decimal(highest))


@pytest.mark.parametrize(
    ("ranks", "is_lowest", "best"),
    [
        ([3, 1, 2], True, {1}),
        ([3, 1, 2], False, {0}),
        ([1, 1, 2], True, {0, 1}),
        ([2, 2, 2], True, set()),
        ([None, 1, 2], True, {1}),
        ([None, 2, 2], False, set()),
        ([None, 5, None], False, set()),
        ([None, None], True, set()),
        ([0, 1, None], True, {0}),
    ],
)
def test_best_is_marked_among_what_is_known(ranks: list[float | None], is_lowest: bool, best: set[int]) -> None:
    assert best_places(ranks, is_lowest=is_lowest) == best
