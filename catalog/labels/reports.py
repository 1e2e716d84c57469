"""Labels of what is reported of a piece."""

from enum import Enum

from catalog.choices import ReportAbout, ReportOutcome, ReportState


def _(text: str) -> str:
    return text


LABELS: dict[type[Enum], dict[Enum, str]] = {
    ReportAbout: {
        ReportAbout.HANDMADE: _("whether it may be called handmade"),
        ReportAbout.MAKING: _("how it was made, or how many"),
        ReportAbout.MATERIALS: _("what it is made of"),
        ReportAbout.FIT: _("size and fit"),
        ReportAbout.BUYING: _("price, delivery or returns"),
        ReportAbout.AFTER: _("care, repair or warranty"),
        ReportAbout.PICTURE: _("its picture"),
        ReportAbout.OTHER: _("something else"),
    },
    ReportOutcome: {
        ReportOutcome.CORRECTED: _("the listing was corrected"),
        ReportOutcome.CONFIRMED: _("the listing is right as it stands"),
        ReportOutcome.UNDECIDED: _("it could not be settled"),
        ReportOutcome.DISMISSED: _("nothing to look into"),
    },
    ReportState: {
        ReportState.OPEN: _("open"),
        ReportState.SETTLED: _("settled"),
    },
}
