"""What can be told of an outcome. Plain; the labels are in the form and on the guide."""

from enum import StrEnum


class Guess(StrEnum):
    HANDCRAFTED = "handcrafted"
    MASS_PRODUCED = "mass_produced"
    UNSURE = "unsure"


class Told(StrEnum):
    """The outcomes of the rule; where only one side was possible, that side."""

    HANDCRAFTED = "handcrafted"
    MASS_PRODUCED = "mass_produced"
    CLOSE = "close"
    TOO_EARLY = "too_early"
    NONE = "none"


class Took(StrEnum):
    HANDCRAFTED = "handcrafted"
    MASS_PRODUCED = "mass_produced"
    NEITHER = "neither"


class WasRight(StrEnum):
    YES = "yes"
    NO = "no"
    TOO_EARLY_TO_SAY = "too_early_to_say"


def values_of(choices: type[StrEnum]) -> list[str]:
    """As plain text, so that a migration need not know the choices."""
    return [choice.value for choice in choices]
