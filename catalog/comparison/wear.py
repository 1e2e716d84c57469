"""What a year of wear costs, as a range: a rough tendency from how a piece is built, never a promise.

Nobody has measured this for a given piece. The years below say how long such a surface tends to hold with regular wear:
plating of a few tenths of a micrometre wears through within a year or a few; vermeil (2.5 µm and more) and filled metal
(a twentieth of the weight) go several times as slowly; solid metal is outlived by its setting, or by its fashion.
"""

from dataclasses import dataclass
from decimal import Decimal

from catalog.choices import Coating
from catalog.facts import PieceFacts
from catalog.levels import is_glued, is_supple

YEARS = {Coating.PLATED: (1, 3), Coating.VERMEIL: (3, 10), Coating.FILLED: (3, 10), Coating.SOLID: (10, 30)}
# Leather, silk and cotton fray before any clasp of theirs wears through.
SUPPLE_YEARS = (2, 8)
# Glue gives way first, whatever it holds.
GLUED_YEARS = (1, 5)
# A piece that is repaired, or altered when it no longer fits, does not end with its first fault.
SERVICED = Decimal("1.5")

EXACT_FROM = ((Decimal(10), Decimal(1)), (Decimal(1), Decimal("0.1")))
FINEST = Decimal("0.01")


@dataclass(frozen=True, kw_only=True)
class Wear:
    """Years from the fewest to the most, and what each costs in the one case and in the other."""

    fewest_years: int
    most_years: int
    lowest_cost: Decimal
    highest_cost: Decimal


def wear_of(facts: PieceFacts, surface: Coating | None, price: Decimal) -> Wear | None:
    """None where the surface is not disclosed: then it cannot be said."""
    years = years_of(facts, surface)
    if years is None:
        return None
    fewest, most = years
    return Wear(
        fewest_years=fewest,
        most_years=most,
        lowest_cost=_rough(price / most),
        highest_cost=_rough(price / fewest),
    )


def years_of(facts: PieceFacts, surface: Coating | None) -> tuple[int, int] | None:
    """By the thinnest surface; then less if glued, more if serviced, and not below half-way into its warranty.

    A warranty is for faults, not for wear, so it lifts the fewest years to the middle of the range at most.
    """
    if surface is None:
        return None
    fewest, most = SUPPLE_YEARS if is_supple(facts) else YEARS[surface]
    if is_glued(facts):
        fewest, most = min(fewest, GLUED_YEARS[0]), min(most, GLUED_YEARS[1])
    if facts.repaired_by_maker or facts.is_resizable:
        most = int(most * SERVICED)
    return max(fewest, min(facts.warranty_years or 0, (fewest + most) // 2)), most


def _rough(amount: Decimal) -> Decimal:
    """No finer than a tendency allows."""
    return amount.quantize(next((step for least, step in EXACT_FROM if amount >= least), FINEST))
