from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import serializers
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from catalog.assessment import BATCH_SIZE, assess, facts_of, made_in, renew_due, surface_of, valid_until
from catalog.choices import (
    Claim,
    Coating,
    Control,
    Edition,
    Grade,
    MakerKind,
    MakingClass,
    Method,
    OptionKind,
    Origin,
    Role,
    Stage,
    Standing,
    Substance,
    Way,
)
from catalog.levels import RATED, levels_for
from catalog.models import Assessment, Evidence, Material, Option, Piece, Step
from tests.factory import (
    DECLARED_ON,
    TODAY,
    evidence,
    make_handmade,
    make_maker,
    make_mass_produced,
    make_piece,
    material,
    piece_facts,
    step,
    steps_by_hand,
)

pytestmark = pytest.mark.django_db
PLATED, HIDDEN = material(coating=Coating.PLATED), material(coating=None)


def assessed(piece: Piece) -> Assessment:
    return Assessment.objects.get(piece=piece)


def soon(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def test_facts_come_back_as_they_were_stored(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    pearl = material(Substance.PEARL, role=Role.STONE, part="pearl", origin=Origin.CULTURED)
    stored: dict[str, Any] = {"steps": steps_by_hand(), "materials": (pearl,), "options": (OptionKind.SIZE,)}
    make_piece(**stored, evidence=(evidence(Claim.STONE),), edition=Edition.OPEN, resize_min=50, resize_max=60)
    with django_assert_num_queries(5):
        facts = facts_of(Piece.objects.with_facts().get())
    assert {name: getattr(facts, name) for name in stored} == stored
    assert facts.evidence == (evidence(Claim.STONE),)
    assert (facts.edition, facts.preview, facts.is_resizable) == (Edition.OPEN, None, True)


def test_assessment_holds_what_claims_and_levels_say() -> None:
    piece = make_handmade()
    row, levels = assessed(piece), levels_for(facts_of(piece), timezone.localdate())
    assert (row.making_class, row.way, row.handmade) == (MakingClass.HANDMADE, Way.HANDCRAFTED, Standing.MET)
    for criterion in RATED:
        stored = [getattr(row, f"{criterion}{suffix}") for suffix in ("", "_variance", "_grade")]
        assert stored == [levels[criterion].value, levels[criterion].variance, levels[criterion].grade]


def test_assessing_again_replaces() -> None:
    piece = make_mass_produced()
    Assessment.objects.update(way=Way.IN_BETWEEN, valid_until=soon(9), craft=0)
    assert assess([piece], TODAY) == 1
    row = assessed(piece)
    assert (row.way, row.valid_until, row.craft) == (Way.MASS_PRODUCED, None, 1)


def test_number_of_queries_does_not_grow_with_the_batch() -> None:
    maker = make_maker()
    for _ in range(12):
        make_handmade(maker=maker)
    counts = []
    for pieces in (Piece.objects.all()[:2], Piece.objects.all()):
        with CaptureQueriesContext(connection) as queries:
            assess(pieces, TODAY)
        counts.append(len(queries))
    # Six to read, one to write assessments; two for a revision, three for words, entries and what
    # decisions read; two for the savepoint.
    assert counts[0] == counts[1] <= 14


def test_more_than_a_batch_is_assessed() -> None:
    maker = make_maker()
    rows = [
        Piece(maker=maker, name="Ring", slug=f"ring-{at}", kind="ring", price=1, added_on=TODAY)
        for at in range(BATCH_SIZE + 1)
    ]
    Piece.objects.bulk_create(rows)
    assert renew_due(TODAY) == BATCH_SIZE + 1 == Assessment.objects.count()


def test_assessment_is_renewed_the_day_after_a_certificate_ends() -> None:
    make_mass_produced()
    piece = make_mass_produced(evidence=[evidence(Claim.RECYCLED, Grade.DOCUMENTED, soon(10))])
    assert (assessed(piece).is_recycled, assessed(piece).valid_until) == (True, soon(10))
    assert renew_due(soon(10)) == 0
    assert renew_due(soon(11)) == 1
    row = assessed(piece)
    assert (row.is_recycled, row.valid_until, row.sustain) == (False, None, 1)


def test_valid_until_is_the_first_end_of_what_counts() -> None:
    rows = [
        evidence(Claim.FAIR, Grade.DECLARED, TODAY + timedelta(days=1)),
        evidence(Claim.FAIR, Grade.CHECKED, TODAY - timedelta(days=1)),
        evidence(Claim.FAIR, Grade.DOCUMENTED, TODAY + timedelta(days=9)),
        evidence(Claim.MARK, Grade.SHOWN, TODAY + timedelta(days=5)),
        evidence(Claim.STONE, Grade.DOCUMENTED),
    ]
    assert valid_until(piece_facts(evidence=rows), TODAY) == TODAY + timedelta(days=5)


@pytest.mark.parametrize(
    ("claim", "flags"),
    [
        (Claim.NICKEL_SKIN, {"is_nickel_safe"}),
        (Claim.NICKEL_PIERCING, {"is_nickel_safe", "is_piercing_safe"}),
        (Claim.RECYCLED, {"is_recycled"}),
        (Claim.FAIR, {"is_fair"}),
        (Claim.STONE, {"has_laboratory_report"}),
    ],
)
@pytest.mark.parametrize("grade", [Grade.SHOWN, Grade.DOCUMENTED])
def test_flags_need_a_document(claim: Claim, flags: set[str], grade: Grade) -> None:
    row = assessed(make_piece(evidence=[evidence(claim, grade)], declared_on=DECLARED_ON))
    names = {field.name for field in Assessment._meta.fields if field.name.startswith(("is_", "has_"))}
    assert {name for name in names if getattr(row, name)} == (flags if grade >= Grade.DOCUMENTED else set())


@pytest.mark.parametrize(
    ("facts", "is_written"),
    [
        ({"repaired_by_maker": True}, False),
        ({"repaired_by_maker": True, "declared_on": DECLARED_ON}, True),
        ({"repaired_by_maker": True, "evidence": [evidence(Claim.REPAIR, Grade.DECLARED)]}, True),
        ({"repaired_by_maker": False, "declared_on": DECLARED_ON}, False),
        ({"evidence": [evidence(Claim.REPAIR, Grade.DECLARED)]}, False),
    ],
)
def test_repair_counts_once_it_is_written(facts: dict[str, Any], is_written: bool) -> None:
    assert assessed(make_piece(**facts)).has_written_repair is is_written


@pytest.mark.parametrize(
    ("parts", "surface"),
    [
        ((), None),
        ((material(Substance.SILK, role=Role.OTHER),), Coating.SOLID),
        ((material(is_main=True), PLATED), Coating.PLATED),
        ((HIDDEN, PLATED), Coating.PLATED),
        ((material(), HIDDEN), None),
        ((material(coating=Coating.FILLED), material(coating=Coating.VERMEIL)), Coating.VERMEIL),
    ],
)
def test_surface_is_the_thinnest(parts: tuple[Any, ...], surface: Coating | None) -> None:
    assert surface_of(piece_facts(materials=parts)) == surface


@pytest.mark.parametrize(
    ("countries", "country"),
    [(("PT", "PT"), "PT"), (("PT", ""), ""), (("PT", "CN"), ""), (("", ""), "")],
)
def test_made_in_is_where_all_making_was_done(countries: tuple[str, ...], country: str) -> None:
    making = [step(Stage.FORM, Method.SAW, country=one) for one in countries]
    design = step(Stage.DESIGN, Method.CAD, country="IT")
    assert made_in(piece_facts(steps=(design, *making))) == country


def add_step(piece: Piece) -> None:
    Step.objects.create(piece=piece, position=9, stage=Stage.FORM, method=Method.PRESS, control=Control.AUTOMATIC)


def add_plated_part(piece: Piece) -> None:
    Material.objects.create(
        piece=piece, position=9, role=Role.METAL, part="hook", substance=Substance.SILVER, coating=Coating.PLATED
    )


def add_option(piece: Piece) -> None:
    Option.objects.create(piece=piece, kind=OptionKind.OWN_STONE)


def add_evidence(piece: Piece) -> None:
    Evidence.objects.create(
        piece=piece, claim=Claim.FAIR, grade=Grade.DOCUMENTED, source="Certificate", dated=DECLARED_ON
    )


@pytest.mark.parametrize(
    ("add", "parts", "field"),
    [
        (add_step, "steps", "way"),
        (add_plated_part, "materials", "surface"),
        (add_option, "options", "custom"),
        (add_evidence, "evidence", "is_fair"),
    ],
)
def test_adding_and_taking_away_a_part_renews(add: Callable[[Piece], None], parts: str, field: str) -> None:
    piece = make_handmade(evidence=[])
    before = getattr(assessed(piece), field)
    add(piece)
    assert getattr(assessed(piece), field) != before
    getattr(piece, parts).last().delete()
    assert getattr(assessed(piece), field) == before


def test_taking_many_parts_away_renews() -> None:
    piece = make_handmade()
    piece.steps.all().delete()
    assert assessed(piece).way == Way.NOT_DISCLOSED


def test_saving_a_piece_renews() -> None:
    piece = make_mass_produced(number_made=10_000)
    piece.number_made = 10
    piece.save()
    assert assessed(piece).uniqueness == 3


def test_saving_a_maker_renews_all_its_pieces() -> None:
    maker = make_maker(kind=MakerKind.LABEL)
    pieces = [make_piece(maker=maker, declared_on=DECLARED_ON) for _ in range(2)]
    maker.kind = MakerKind.ARTISAN
    maker.save()
    assert [assessed(piece).provenance for piece in pieces] == [1, 1]


def test_deleting_a_piece_takes_its_assessment_along() -> None:
    make_handmade(options=[OptionKind.SIZE]).delete()
    make_mass_produced()
    Piece.objects.all().delete()
    assert not Assessment.objects.exists()
    assert not Step.objects.exists()


def test_loading_rows_raw_leaves_assessing_to_the_loader() -> None:
    make_handmade()
    data = StringIO()
    call_command("dumpdata", "catalog.maker", "catalog.piece", "catalog.step", stdout=data)
    Piece.objects.all().delete()
    for row in serializers.deserialize("json", data.getvalue()):
        row.save()
    assert not Assessment.objects.exists()
    assert renew_due(TODAY) == 1


def test_command_renews_all_and_says_how_many() -> None:
    make_handmade()
    make_mass_produced()
    Assessment.objects.all().delete()
    said = StringIO()
    call_command("assess", stdout=said)
    assert said.getvalue() == "2 pieces assessed.\n0 papers have run out since.\n"
    assert Assessment.objects.count() == 2
