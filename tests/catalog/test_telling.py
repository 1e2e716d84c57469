"""What was told of a piece, laid on it unsaved: bare claims, whatever the words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given

from buyers.stock.loading import listed_stock, packed_in_memory
from catalog.assessment import assessment_of
from catalog.choices import (
    Claim,
    Coating,
    Edition,
    Grade,
    Kind,
    Method,
    OptionKind,
    Preview,
    Side,
    Stage,
    Substance,
    Way,
)
from catalog.levels import RATED, bare_claim_limit, unknown_level
from catalog.levels.scale import NOTHING_STATED, ZERO_IF_UNSTATED
from catalog.models import Piece
from catalog.telling import STAGE_OF, piece_from, replied
from catalog.told import Told
from tests.factory import make_handmade, make_mass_produced, make_piece, material
from tests.told import PLACEABLE

TODAY = date(2026, 11, 27)
RING = Told(kind=Kind.RING, price=Decimal(96), metal=Substance.SILVER)


def own(told: Told) -> Piece:
    return piece_from(told, -1, "own.1", TODAY)


def listed(piece: Piece) -> Piece:
    return Piece.objects.with_maker().with_making().get(pk=piece.pk)


@given(PLACEABLE)
def test_no_told_fact_counts_for_more_than_a_bare_claim(told: Told) -> None:
    assessment = own(told).assessment
    for criterion in RATED:
        grade = getattr(assessment, f"{criterion}_grade")
        assert grade in (None, Grade.BARE)
        if grade == Grade.BARE:
            assert getattr(assessment, criterion) <= bare_claim_limit(criterion)


@given(PLACEABLE)
def test_no_told_fact_meets_what_needs_a_document(told: Told) -> None:
    assessment = own(told).assessment
    flags = ("is_nickel_safe", "is_piercing_safe", "is_recycled", "is_fair", "has_laboratory_report")
    assert not any(getattr(assessment, flag) for flag in (*flags, "has_written_repair"))


def test_what_is_not_told_is_unknown() -> None:
    assessment = own(RING).assessment
    for criterion in RATED:
        unknown = NOTHING_STATED if criterion in ZERO_IF_UNSTATED else unknown_level(criterion)
        assert getattr(assessment, criterion) == unknown.value
    assert assessment.way == Way.NOT_DISCLOSED


def test_techniques_tell_the_side_and_praise_does_not() -> None:
    by_hand = replace(RING, by_hand=(Method.SAW, Method.SOLDER, Method.POLISH))
    struck = replace(RING, methods=(Method.STRIKE, Method.TUMBLE))
    assert own(by_hand).assessment.side == Side.HANDCRAFTED
    assert own(struck).assessment.side == Side.MASS_PRODUCED
    assert own(replace(RING, name="Handmade artisan ring")).assessment.side == ""


def test_technique_that_nobody_says_is_by_hand_counts_as_done_by_a_machine() -> None:
    assert own(replace(RING, methods=(Method.FORGE, Method.SOLDER))).assessment.side == Side.MASS_PRODUCED


def test_every_method_has_a_stage_as_the_catalog_uses_it() -> None:
    assert set(STAGE_OF) == set(Method)
    assert STAGE_OF[Method.CARVE_WAX] == Stage.MODEL
    assert STAGE_OF[Method.CAST_MOULD] == Stage.FORM


def test_material_is_told_with_its_surface_and_core() -> None:
    told = replace(RING, metal=Substance.YELLOW_GOLD, coating=Coating.PLATED, core=Substance.BRASS)
    (part,) = own(told).materials.all()
    assert (part.substance, part.coating, part.core) == ("yellow_gold", "plated", "brass")
    assert own(told).assessment.surface == Coating.PLATED


def test_resizing_reaches_no_size_that_was_not_told() -> None:
    sized = own(replace(RING, size_min=Decimal(52), size_max=Decimal(58), resizable=True))
    assert (sized.resize_min, sized.resize_max) == (Decimal(52), Decimal(58))
    assert own(replace(RING, resizable=True)).resize_min is None


def test_without_kind_or_price_there_is_no_piece() -> None:
    with pytest.raises(ValueError, match="no verdict"):
        own(Told(kind=Kind.RING))


@pytest.mark.django_db
def test_reply_fills_what_was_unknown_as_a_bare_claim() -> None:
    piece = listed(make_handmade(materials=[material(coating=None)], preview=Preview.THIS_PIECE))
    heard = replied(piece, Told(coating=Coating.SOLID), timezone.localdate())
    assert piece.assessment.longevity_grade is None
    assert (heard.assessment.longevity, heard.assessment.longevity_grade) == (2.0, Grade.BARE)
    assert heard.assessment.surface == Coating.SOLID
    assert heard.assessment.certainty == piece.assessment.certainty
    assert heard.declared_on == piece.declared_on


@pytest.mark.django_db
def test_bad_news_lowers_what_was_unknown() -> None:
    piece = listed(make_handmade(materials=[material(coating=None)]))
    heard = replied(piece, Told(coating=Coating.PLATED), timezone.localdate())
    assert heard.assessment.longevity < piece.assessment.longevity


@pytest.mark.django_db
def test_reply_changes_nothing_that_the_listing_states() -> None:
    piece = listed(make_handmade(preview=Preview.VIDEO, returnable_days=14, materials=[material()], days_max=5))
    told = Told(name="Another", kind=Kind.BROOCH, price=Decimal(1), preview=Preview.SKETCH, made=9000, returns=0)
    heard = replied(
        piece, replace(told, coating=Coating.PLATED, methods=(Method.STRIKE,), days_max=1, days_min=1), TODAY
    )
    fields = ("name", "kind", "price", "preview", "number_made", "returnable_days", "days_max")
    assert [getattr(heard, field) for field in fields] == [getattr(piece, field) for field in fields]
    assert all(
        getattr(heard.assessment, name) == getattr(piece.assessment, name) for name in (*RATED, "side", "surface")
    )


@pytest.mark.django_db
def test_reply_on_the_making_brings_a_side() -> None:
    piece = listed(make_piece(materials=[material()]))
    heard = replied(piece, Told(by_hand=(Method.SAW, Method.SOLDER)), timezone.localdate())
    assert piece.assessment.side == ""
    assert heard.assessment.side == Side.HANDCRAFTED


@pytest.mark.django_db
def test_nothing_is_saved_and_the_listed_piece_stays_as_it_is() -> None:
    piece = listed(make_mass_produced(materials=[material(coating=None)]))
    told = Told(
        coating=Coating.SOLID, days_min=3, days_max=3, options=(OptionKind.ENGRAVING,), claims=(Claim.RECYCLED,)
    )
    with connection.execute_wrapper(_refuse_to_write):
        replied(piece, told, timezone.localdate())
    assert [part.coating for part in piece.materials.all()] == [""]
    assert piece.days_max == 5
    assert Piece.objects.get().assessment.longevity_grade is None


@pytest.mark.django_db
def test_rows_of_private_pieces_stand_among_the_listed() -> None:
    make_handmade(slug="tide")
    make_mass_produced(slug="arc")
    today = timezone.localdate()
    heard = replied(listed(Piece.objects.get(slug="tide")), Told(returns=14), today)
    stock = listed_stock(today).with_part(packed_in_memory([heard, own(RING)]))
    assert len(stock.whole) == 3
    row = stock.row_of("tide") or 0
    assert stock.read(lambda part: part.returnable_days)[row] == 14
    assert stock.keys_at([stock.row_of("own.1") or 0]) == [-1]


def test_in_memory_assessment_is_that_of_its_facts() -> None:
    piece = own(replace(RING, edition=Edition.ONE_OFF, by_hand=(Method.FORGE,)))
    again = assessment_of(piece, TODAY)
    assert all(getattr(again, name) == getattr(piece.assessment, name) for name in (*RATED, "side", "surface"))
    assert len(packed_in_memory([piece])) == 1


def _refuse_to_write(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
    assert sql.startswith("SELECT"), sql
    return execute(sql, params, many, context)
