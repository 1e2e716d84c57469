"""The six typical shoppers: those of the persona cases, and what they say of a piece."""

import json

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from buyers.brief import read_brief
from buyers.results import verdict_for
from buyers.typical import TYPICAL, outlook_of, wanted_by
from catalog.choices import State
from catalog.models import Piece
from tests.buyers.personas import CASES, query_of
from tests.factory import make_handmade, make_mass_produced, make_piece

pytestmark = pytest.mark.django_db

NAMES = ("P01", "P02", "P03", "P07", "P14", "P20")


@pytest.mark.parametrize(("name", "typical"), [*zip(NAMES, TYPICAL, strict=True)])
def test_typical_shopper_answers_as_in_the_persona_case(name: str, typical: object) -> None:
    today = timezone.localdate()
    case = next(one for one in json.loads(CASES.read_text(encoding="utf-8"))["cases"] if one["id"] == name)
    query = {key: value for key, value in query_of(case, today).items() if value} | {"type": "ring"}
    expected, errors = read_brief({key: [value] for key, value in query.items()}, today)
    assert errors == {}
    answers = wanted_by(typical, "ring", today).brief.answers  # type: ignore[arg-type]
    assert answers == {key: value for key, value in expected.answers.items() if (key, value) != ("quantity", "1")}


def test_place_is_that_of_the_verdict() -> None:
    pieces = [make_handmade(price=price) for price in (90, 50, 70)] + [make_mass_produced(price=30)]
    today = timezone.localdate()
    wanted = wanted_by(TYPICAL[4], "ring", today)
    result = verdict_for(wanted.brief, today)
    fits = {one.piece.pk: one.fit for side in result.candidates.values() for one in side}
    best_first = sorted(fits, key=lambda pk: -fits[pk])
    for piece in pieces:
        shopper = outlook_of(piece, today).shoppers[4]
        assert shopper.fit == pytest.approx(fits[piece.pk])
        assert shopper.place == best_first.index(piece.pk) + 1
        assert shopper.of == 4


def test_draft_is_ranked_as_if_it_were_published() -> None:
    make_handmade(price=90)
    draft = make_handmade(price=50, state=State.DRAFT)
    assert outlook_of(draft, timezone.localdate()).shoppers[4].place == 1


def test_what_keeps_a_piece_away_is_counted_and_comes_first() -> None:
    piece = make_handmade(days_min=None, days_max=None, number_made=1)
    outlook = outlook_of(piece, timezone.localdate())
    assert dict(outlook.left_out)["Not surely here in time"] == 5
    assert outlook.missing[0].place == "id_days_min"
    assert outlook.missing[0].kept_from == 5
    assert outlook.shown == 1


def test_telling_what_costs_most_raises_the_fit() -> None:
    piece = make_handmade(preview="", returnable_days=None)
    before = outlook_of(piece, timezone.localdate())
    assert {"id_preview", "id_returnable_days"} <= {one.place for one in before.missing if one.points > 0}
    piece.preview, piece.returnable_days = "this_piece", 14
    piece.save()
    after = outlook_of(piece, timezone.localdate())
    assert all(late.fit > early.fit for early, late in zip(before.shoppers, after.shoppers, strict=True))


def test_piece_of_which_nothing_is_told_is_kept_from_all() -> None:
    outlook = outlook_of(make_piece(), timezone.localdate())
    assert outlook.shown == 0
    assert outlook.missing[0].place == "steps-group"


def test_outlook_costs_two_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    piece = Piece.objects.with_facts().get(pk=make_handmade().pk)
    outlook_of(piece, timezone.localdate())
    with django_assert_num_queries(2):
        outlook_of(piece, timezone.localdate())
