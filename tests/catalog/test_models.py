from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from catalog.choices import Claim, Coating, Control, Edition, Grade, Method, OptionKind, Role, Side, Stage, Substance
from catalog.models import Evidence, Maker, Material, Option, Person, Piece, Step
from tests.factory import DECLARED_ON, make_handmade, make_maker, make_mass_produced, make_piece

pytestmark = pytest.mark.django_db


def add_step(**fields: Any) -> Step:
    plain = {"position": 1, "stage": Stage.FORM, "method": Method.SAW, "control": Control.HAND}
    return Step.objects.create(piece=make_piece(), **plain | fields)


def add_material(**fields: Any) -> Material:
    plain = {"position": 1, "role": Role.METAL, "part": "band", "substance": Substance.SILVER}
    return Material.objects.create(piece=make_piece(), **plain | fields)


def add_evidence(**fields: Any) -> Evidence:
    plain = {"claim": Claim.FAIR, "grade": Grade.DECLARED}
    return Evidence.objects.create(piece=make_piece(), **plain | fields)


def assert_refused(name: str, make: Callable[..., models.Model], **fields: Any) -> None:
    with pytest.raises(IntegrityError, match=name):
        make(**fields)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("piece_price_is_positive", {"price": Decimal(0)}),
        ("piece_days_are_a_range", {"days_min": 5, "days_max": 2}),
        ("piece_days_are_a_range", {"days_min": 5, "days_max": None}),
        ("piece_sizes_are_a_range", {"size_min": 60, "size_max": 50}),
        ("piece_sizes_are_a_range", {"size_min": None, "size_max": 50}),
        ("piece_resizing_is_a_range", {"resize_min": 60, "resize_max": 50}),
        ("piece_number_made_is_positive", {"number_made": 0}),
        ("piece_one_off_is_one", {"edition": Edition.ONE_OFF, "number_made": 2, "can_supply": 1}),
        ("piece_one_off_is_one", {"edition": Edition.ONE_OFF, "number_made": 1, "can_supply": 3}),
        ("piece_kind_is_known", {"kind": "crown"}),
        ("piece_state_is_known", {"state": "sold"}),
        ("piece_style_is_known", {"style": "cute"}),
    ],
)
def test_piece_is_refused(name: str, fields: dict[str, Any]) -> None:
    assert_refused(name, make_piece, **fields)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("step_stage_is_known", {"stage": "dream"}),
        ("step_method_is_known", {"method": "magic"}),
        ("step_control_is_known", {"control": "telepathy"}),
        ("step_run_is_positive", {"pieces_per_run": 0}),
    ],
)
def test_step_is_refused(name: str, fields: dict[str, Any]) -> None:
    assert_refused(name, add_step, **fields)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("material_coating_only_on_metal", {"role": Role.STONE, "coating": Coating.PLATED}),
        ("material_coating_only_on_metal", {"role": Role.OTHER, "core": Substance.BRASS}),
        ("material_solid_has_no_other_core", {"coating": Coating.SOLID, "core": Substance.BRASS}),
        ("material_fineness_is_per_mille", {"fineness": 1001}),
        ("material_mohs_is_in_scale", {"mohs": Decimal(11)}),
        ("material_substance_is_known", {"substance": "mithril"}),
    ],
)
def test_material_is_refused(name: str, fields: dict[str, Any]) -> None:
    assert_refused(name, add_material, **fields)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("evidence_seen_has_source_and_date", {"grade": Grade.SHOWN, "dated": DECLARED_ON}),
        ("evidence_seen_has_source_and_date", {"grade": Grade.SHOWN, "source": "Film"}),
        ("evidence_checked_has_reviewer", {"grade": Grade.CHECKED, "source": "Film", "dated": DECLARED_ON}),
        ("evidence_expires_after_its_date", {"dated": DECLARED_ON, "expires": DECLARED_ON - timedelta(days=1)}),
        ("evidence_claim_is_known", {"claim": "lucky"}),
        ("evidence_grade_is_0_to_4", {"grade": 5, "source": "Film", "dated": DECLARED_ON, "reviewer": "Ana"}),
    ],
)
def test_evidence_is_refused(name: str, fields: dict[str, Any]) -> None:
    assert_refused(name, add_evidence, **fields)


@pytest.mark.parametrize("country", ["pt", "P", "P1"])
def test_country_of_a_maker_is_two_letters(country: str) -> None:
    assert_refused("maker_country_is_two_letters", make_maker, country=country)


def test_solid_metal_may_name_its_own_core() -> None:
    assert add_material(coating=Coating.SOLID, core=Substance.SILVER).pk


def test_names_and_positions_are_given_once() -> None:
    piece, maker = make_piece(options=[OptionKind.SIZE]), make_maker()
    Person.objects.create(maker=maker, name="Ana", role="Chaser")
    twice: list[Callable[[], models.Model]] = [
        lambda: Option.objects.create(piece=piece, kind=OptionKind.SIZE),
        lambda: Person.objects.create(maker=maker, name="Ana", role="Setter"),
        lambda: make_maker(name=maker.name),
        lambda: make_piece(slug=piece.slug),
    ]
    for make in twice:
        with pytest.raises(IntegrityError), transaction.atomic():
            make()


def test_maker_with_pieces_is_not_deleted() -> None:
    piece = make_piece()
    with pytest.raises(ProtectedError):
        piece.maker.delete()
    assert Maker.objects.filter(pk=piece.maker_id).exists()


def test_querysets_read_as_sentences() -> None:
    by_hand, by_machine = make_handmade(), make_mass_produced(state="draft")
    assert list(Piece.objects.published()) == [by_hand]
    assert list(Piece.objects.competing_as(Side.MASS_PRODUCED)) == [by_machine]


def test_rows_name_themselves() -> None:
    assert str(make_maker(name="Ana")) == "Ana"
    assert str(make_piece(name="Band")) == "Band"
    assert str(add_step()) == "1. sawn"
    assert str(add_material()) == "band: silver"
    assert str(add_evidence()) == "fairly mined metal: declared"
