"""The eleven criteria, the two sides and the outcomes, in the order that every array of the model keeps."""

from enum import StrEnum


class Criterion(StrEnum):
    """One of the eleven criteria; the order of the members is the order of the columns."""

    PRICE = "price"
    LEAD = "lead"
    PRECISION = "precision"
    UNIQUENESS = "uniqueness"
    CRAFT = "craft"
    CUSTOM = "custom"
    CHARACTER = "character"
    PROVENANCE = "provenance"
    SUSTAIN = "sustain"
    CERTAINTY = "certainty"
    LONGEVITY = "longevity"

    @property
    def column(self) -> int:
        return CRITERIA.index(self)


class Side(StrEnum):
    """One of the two ways of making that are compared."""

    HANDCRAFTED = "handcrafted"
    MASS_PRODUCED = "mass_produced"

    @property
    def other(self) -> "Side":
        return Side.MASS_PRODUCED if self is Side.HANDCRAFTED else Side.HANDCRAFTED


class Outcome(StrEnum):
    """What the rule says: a side, or why there is none."""

    HANDCRAFTED = "handcrafted"
    MASS_PRODUCED = "mass_produced"
    CLOSE = "close"
    TOO_EARLY = "too_early"
    NONE = "none"

    @property
    def side(self) -> Side | None:
        """The side that is called, or alone possible."""
        return Side(self) if self in {Outcome.HANDCRAFTED, Outcome.MASS_PRODUCED} else None


CRITERIA = tuple(Criterion)
RATED = CRITERIA[2:]
CRITERION_COUNT = len(CRITERIA)
RESIDUAL_COLUMN = CRITERION_COUNT
COLUMN_COUNT = CRITERION_COUNT + 1
