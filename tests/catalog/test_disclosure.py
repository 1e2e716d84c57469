from datetime import date
from decimal import Decimal

import pytest

from catalog.choices import (
    Claim,
    Coating,
    Edition,
    Evenness,
    Grade,
    Kind,
    OptionKind,
    Origin,
    Preview,
    Role,
    Sizing,
    Substance,
    Treatment,
)
from catalog.disclosure import Line, disclosed_groups
from catalog.models import Piece
from catalog.ready import ready_line
from tests.factory import evidence, make_piece, material

pytestmark = pytest.mark.django_db

TODAY = date(2025, 6, 1)


def lines(piece: Piece) -> dict[str, Line]:
    known = Piece.objects.select_related("assessment").with_facts().get(pk=piece.pk)
    return {line.label: line for group in disclosed_groups(known, TODAY) for line in group.lines}


@pytest.mark.parametrize(
    ("fields", "label", "text"),
    [
        ({"edition": Edition.OPEN}, "Number made", "Open series"),
        ({"edition": Edition.OPEN, "number_made": 4200}, "Number made", "4,200, open series"),
        (
            {"evenness": Evenness.MATCHED, "tolerance_mm": Decimal("0.10")},
            "Evenness",
            "Matched by eye and gauge, to 0.1 mm",
        ),
        ({"is_standard_design": True}, "The one feature", "None: a standard design"),
        (
            {"size_min": 54, "size_max": 54, "sizing": Sizing.EXACT},
            "Size",
            "54 mm round the inside, exact standard size",
        ),
        ({"resize_min": 50, "resize_max": 60}, "Resizing", "50 to 60 mm round the inside"),
        ({"height_mm": Decimal("2.5"), "width_mm": 20}, "Height and width", "2.5 by 20 mm"),
        ({"weight_g": Decimal("9.60")}, "Weight", "9.6 g"),
        ({"options": [OptionKind.SIZE, OptionKind.ENGRAVING]}, "Changes on offer", "Size. Engraving."),
        (
            {"kind": Kind.BRACELET, "sizing": Sizing.HALF, "size_min": 160, "size_max": 190},
            "Size",
            "160 to 190 mm round the inside, size to within a few millimetres",
        ),
        ({"days_min": 3, "days_max": 3, "in_stock": True}, "Delivery", "3 days, ready to send"),
        ({"days_min": 20, "days_max": 30, "in_stock": False}, "Delivery", "20 to 30 days, made after you order"),
        ({"preview": Preview.SKETCH}, "Seen before paying", "A sketch"),
        ({"returnable_days": 0}, "Returns", "Cannot be returned"),
        ({"returnable_days": 14}, "Returns", "Within 14 days"),
        ({"repaired_by_maker": True}, "Repair", "The maker repairs it"),
        ({"repaired_by_maker": False}, "Repair", "Not by the maker"),
        ({"spare_parts": False}, "Spare parts", "No"),
        ({"warranty_years": 1}, "Warranty", "1 year"),
    ],
)
def test_stated_fact_is_declared(fields: dict[str, object], label: str, text: str) -> None:
    line = lines(make_piece(**fields))[label]  # type: ignore[arg-type]
    assert (line.text, line.level) == (text, "declared")


def test_nothing_stated_is_not_disclosed() -> None:
    piece = make_piece(days_min=None, days_max=None, in_stock=False)
    assert {line.level for line in lines(piece).values()} == {"not_disclosed"}
    assert {line.text for line in lines(piece).values()} == {""}


def test_coated_metal_tells_its_core_and_thickness() -> None:
    gilt = material(
        Substance.YELLOW_GOLD, coating=Coating.PLATED, core=Substance.BRASS, thickness_um=Decimal("0.50"), part="band"
    )
    assert lines(make_piece(materials=[gilt]))["Band"].text == "Yellow gold, plated, over brass, 0.5 µm thick"


def test_option_is_named_before_its_words() -> None:
    piece = make_piece(options=[OptionKind.ENGRAVING])
    piece.options.update(detail="Inside, by hand, up to 15 letters.")
    assert lines(piece)["Changes on offer"].text == "Engraving: inside, by hand, up to 15 letters."


def test_stone_tells_its_origin_and_treatment() -> None:
    stone = material(Substance.SAPPHIRE, role=Role.STONE, part="stone", origin=Origin.MINED, treatment=Treatment.HEATED)
    assert lines(make_piece(materials=[stone]))["Stone"].text == "Sapphire, mined, treatment: heated"


def test_test_for_piercings_is_shown_as_the_nickel_test() -> None:
    piece = make_piece(evidence=[evidence(Claim.NICKEL_PIERCING, Grade.DOCUMENTED)])
    assert lines(piece)["Nickel test"].level == "seen"


def test_seen_fact_names_source_and_date() -> None:
    piece = make_piece(returnable_days=14, evidence=[evidence(Claim.RETURNS, Grade.SHOWN)])
    line = lines(piece)["Returns"]
    assert (line.level, line.text) == ("seen", "Within 14 days")
    assert line.source
    assert line.dated


def test_proof_that_has_run_out_is_not_named_as_the_source() -> None:
    ran_out = evidence(Claim.RECYCLED, Grade.DOCUMENTED, expires=date(2025, 5, 31))
    piece = make_piece(evidence=[ran_out, evidence(Claim.RECYCLED, Grade.SHOWN)])
    piece.evidence.filter(expires__isnull=False).update(source="Certificate of last year")
    line = lines(piece)["Recycled metal"]
    assert (line.level, line.source) == ("seen", "Photograph")


def test_of_proofs_of_one_grade_the_latest_is_named() -> None:
    piece = make_piece(evidence=[evidence(Claim.MARK), evidence(Claim.MARK)])
    newer = piece.evidence.order_by("pk")[0]
    piece.evidence.filter(pk=newer.pk).update(source="Seen again", dated=date(2025, 3, 1))
    assert lines(piece)["Hallmark or certificate"].source == "Seen again"


def test_nickel_test_of_the_skin_is_not_hidden_by_one_of_piercings_that_ran_out() -> None:
    ran_out = evidence(Claim.NICKEL_PIERCING, Grade.DOCUMENTED, expires=date(2025, 5, 31))
    line = lines(make_piece(evidence=[ran_out, evidence(Claim.NICKEL_SKIN, Grade.DOCUMENTED)]))["Nickel test"]
    assert (line.level, line.source) == ("seen", "Photograph")


def test_proof_of_fineness_shows_only_the_metal_that_has_one() -> None:
    silver = material(fineness=925, part="band")
    steel = material(Substance.STEEL, part="spring")
    told = lines(make_piece(materials=[silver, steel], evidence=[evidence(Claim.FINENESS, Grade.DOCUMENTED)]))
    assert (told["Band"].level, told["Spring"].level) == ("seen", "declared")


@pytest.mark.parametrize(
    ("days", "in_stock", "expected"),
    [
        (None, False, "nobody told us when"),
        (5, True, "here by 6 June"),
        (14, False, "here by 15 June"),
        (15, False, "made for you in three weeks"),
        (60, False, "made for you in 9 weeks"),
    ],
)
def test_arrival_is_a_day_or_weeks(days: int | None, in_stock: bool, expected: str) -> None:
    piece = Piece(days_min=days, days_max=days, in_stock=in_stock)
    assert ready_line(piece, TODAY) == expected
