from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from buyers.brief import read_brief
from buyers.results import verdict_for
from buyers.verdict.result import Outcome, Result, Side
from catalog.choices import Claim, Grade, State
from catalog.models import Assessment, Evidence, Piece
from tests.factory import evidence, make_handmade, make_mass_produced, make_piece, repack

pytestmark = pytest.mark.django_db

ASKED = {"type": "ring", "budget": "300", "top": "uniqueness,craft,price"}
MOST_QUERIES = 4


def verdict(**query: str) -> Result:
    brief, errors = read_brief({key: [answer] for key, answer in query.items()}, timezone.localdate())
    assert not errors
    return verdict_for(brief, timezone.localdate())


def lost(result: Result) -> dict[str, int]:
    return {one.must: one.count for one in result.left_out}


@pytest.mark.parametrize("size", [1, 12])
def test_verdict_takes_four_queries_at_any_size(
    size: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(size):
        make_handmade()
        make_mass_produced()
    with django_assert_max_num_queries(MOST_QUERIES):
        result = verdict(**ASKED)
        assert [step.method for piece in result.candidates[Side.HANDCRAFTED] for step in piece.piece.steps.all()]


@pytest.mark.parametrize(
    ("private", "most"),
    [
        ({"own.1": "kind.ring~price.9~by_hand.forge", "own.2": "kind.ring~price.9"}, MOST_QUERIES),
        ({"told.tide": "returns.14", "told.arc": "preview.video"}, MOST_QUERIES + 3),
    ],
)
def test_what_a_shopper_brings_takes_few_queries(
    private: dict[str, str], most: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_handmade(slug="tide")
    make_mass_produced(slug="arc")
    with django_assert_max_num_queries(most):
        verdict(**ASKED, **private)


def test_one_of_each_is_weighed() -> None:
    by_hand, by_machine = make_handmade(), make_mass_produced()
    result = verdict(**ASKED)
    assert [one.piece for one in result.candidates[Side.HANDCRAFTED]] == [by_hand]
    assert [one.piece for one in result.candidates[Side.MASS_PRODUCED]] == [by_machine]
    assert sum(line.points for line in result.ledger) == pytest.approx(result.difference, abs=1e-9)


def test_empty_catalog_gives_none_with_nothing_left_out() -> None:
    result = verdict(**ASKED)
    assert (result.outcome, result.forced, result.left_out) == (Outcome.NONE, False, ())


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.CHANGES_REQUESTED, State.ARCHIVED])
def test_unpublished_piece_takes_no_part(state: State) -> None:
    make_handmade(state=state)
    make_mass_produced()
    assert verdict(**ASKED).candidates[Side.HANDCRAFTED] == ()


def test_undisclosed_making_stays_outside_and_is_counted() -> None:
    make_piece()
    assert lost(verdict(**ASKED)) == {"making": 1}


def test_piece_counts_under_every_must_it_fails() -> None:
    make_handmade(price=Decimal(900), kind="brooch")
    assert lost(verdict(**ASKED)) == {"budget": 1, "type": 1}


def test_only_one_side_possible_is_forced_without_ledger() -> None:
    make_handmade(price=Decimal(900))
    make_mass_produced()
    result = verdict(**ASKED)
    assert (result.outcome, result.forced, result.confidence) == (Outcome.MASS_PRODUCED, True, None)
    assert (result.difference, result.ledger) == (None, ())


def test_piece_that_may_be_late_is_named_outside_the_verdict() -> None:
    late = make_handmade(days_min=3, days_max=9)
    make_mass_produced()
    result = verdict(**ASKED | {"when": (timezone.localdate() + timedelta(days=6)).isoformat()})
    assert result.at_risk == (late,)
    assert result.candidates[Side.HANDCRAFTED] == ()


def test_duel_over_a_withdrawn_piece_is_forgotten_and_said() -> None:
    make_handmade(slug="here")
    make_mass_produced()
    asked = ASKED | {"top": "uniqueness,craft", "d.gone.here": "a2"}
    assert verdict(**asked).forgotten_duels == 1
    assert verdict(**asked).outcome == Outcome.TOO_EARLY


def test_duel_between_pieces_moves_the_residual() -> None:
    make_handmade(slug="by-hand")
    make_mass_produced(slug="by-machine")
    moved = verdict(**ASKED | {"d.by-hand.by-machine": "a2"})
    assert verdict(**ASKED).ledger[-1].points == 0
    assert moved.ledger[-1].points > 0


FACTS: list[tuple[Callable[[], Piece], dict[str, Any]]] = [
    (make_handmade, {"number_made": None, "edition": "", "can_supply": None}),
    (make_handmade, {"preview": ""}),
    (make_handmade, {"repaired_by_maker": None}),
    (make_handmade, {"days_min": None, "days_max": None}),
]


@pytest.mark.parametrize(("make", "hidden"), FACTS)
def test_hiding_a_fact_never_raises_a_piece(make: Callable[[], Piece], hidden: dict[str, Any]) -> None:
    piece = make()
    Piece.objects.filter(pk=piece.pk).update(preview="this_piece", repaired_by_maker=True)
    piece.refresh_from_db()
    piece.save()
    fit = verdict(**ASKED).candidates[Side.HANDCRAFTED][0].fit
    for name, value in hidden.items():
        setattr(piece, name, value)
    piece.save()
    assert verdict(**ASKED).candidates[Side.HANDCRAFTED][0].fit <= fit


def test_equal_facts_are_treated_alike_whatever_the_label() -> None:
    by_hand = make_handmade()
    twin = make_handmade()
    Assessment.objects.filter(piece=twin).update(side=Side.MASS_PRODUCED, way="mass_produced")
    repack()
    result = verdict(**ASKED)
    assert result.difference == pytest.approx(0, abs=1e-9)
    assert {one.piece for side in Side for one in result.candidates[side]} == {by_hand, twin}


def test_expired_certificate_is_noticed_without_a_save() -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    make_handmade(evidence=[evidence(Claim.NICKEL_SKIN, Grade.DOCUMENTED)])
    asked = {"type": "ring", "skin": "nickel"}
    assert lost(verdict(**asked)) == {}
    Evidence.objects.update(expires=yesterday)
    Assessment.objects.update(valid_until=yesterday)
    repack()
    assert lost(verdict(**asked)) == {"skin": 1}
