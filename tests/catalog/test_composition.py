from decimal import Decimal

import pytest

from catalog.choices import Coating, Origin, Role, Substance, Treatment
from catalog.composition import stated_substance, surface_name
from catalog.models import Material


def metal(substance: Substance, coating: Coating | str, core: Substance | str = "") -> Material:
    return Material(role=Role.METAL, substance=substance, coating=coating, core=core)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (metal(Substance.SILVER, Coating.SOLID), "silver"),
        (metal(Substance.YELLOW_GOLD, Coating.PLATED, Substance.BRASS), "gold-plated brass"),
        (metal(Substance.RHODIUM, Coating.PLATED, Substance.SILVER), "rhodium-plated silver"),
        (metal(Substance.YELLOW_GOLD, Coating.PLATED), "gold-plated metal"),
        (metal(Substance.YELLOW_GOLD, Coating.VERMEIL, Substance.SILVER), "vermeil"),
        (metal(Substance.YELLOW_GOLD, Coating.FILLED, Substance.BRASS), "gold-filled brass"),
        (metal(Substance.YELLOW_GOLD, ""), "gold-coloured metal"),
        (Material(role=Role.STONE, substance=Substance.RUBY), "ruby"),
    ],
)
def test_picture_never_calls_a_coating_solid(part: Material, expected: str) -> None:
    assert surface_name(part) == expected


def test_surface_alone_says_that_its_core_is_not_disclosed() -> None:
    told = stated_substance(metal(Substance.YELLOW_GOLD, ""))
    assert told == "Yellow gold surface; what lies under it is not disclosed"


@pytest.mark.parametrize(
    ("thickness", "is_flashed"), [("0.10", True), ("0.17", True), ("0.18", False), ("0.50", False)]
)
def test_thinnest_gold_is_called_flashed_or_washed(thickness: str, is_flashed: bool) -> None:
    part = metal(Substance.YELLOW_GOLD, Coating.PLATED, Substance.BRASS)
    part.thickness_um = Decimal(thickness)
    assert ("flashed or washed" in stated_substance(part)) == is_flashed


def test_thin_rhodium_is_only_thin() -> None:
    part = metal(Substance.RHODIUM, Coating.PLATED, Substance.SILVER)
    part.thickness_um = Decimal("0.10")
    assert stated_substance(part) == "Rhodium, plated, over silver, 0.1 µm thick"


@pytest.mark.parametrize(
    ("substance", "origin", "treatment", "expected"),
    [
        (Substance.CUBIC_ZIRCONIA, Origin.LAB_GROWN, Treatment.SYNTHETIC, "Cubic zirconia, man-made"),
        (Substance.SAPPHIRE, Origin.LAB_GROWN, Treatment.SYNTHETIC, "Sapphire, laboratory-grown"),
        (Substance.TURQUOISE, "", Treatment.IMITATION, "Turquoise, imitation"),
        (Substance.PEARL, Origin.CULTURED, "", "Pearl, cultured, treatment not disclosed"),
    ],
)
def test_man_made_stone_has_no_treatment(
    substance: Substance, origin: Origin, treatment: Treatment, expected: str
) -> None:
    part = Material(role=Role.STONE, substance=substance, origin=origin, treatment=treatment)
    assert stated_substance(part) == expected
