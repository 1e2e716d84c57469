"""What a visitor may report of a piece, and what has become of a report."""

from enum import StrEnum


class ReportAbout(StrEnum):
    HANDMADE = "handmade"
    MAKING = "making"
    MATERIALS = "materials"
    FIT = "fit"
    BUYING = "buying"
    AFTER = "after"
    PICTURE = "picture"
    OTHER = "other"


class ReportOutcome(StrEnum):
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"
    UNDECIDED = "undecided"
    DISMISSED = "dismissed"


class ReportState(StrEnum):
    OPEN = "open"
    SETTLED = "settled"
