"""What the simulation found, for the page on the method: shares in whole hundredths."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from buyers.decision.quality import measured_quality


@dataclass(frozen=True, kw_only=True)
class Row:
    """After how many answers, how many of 100 were told the right side, and what the first piece fell short by."""

    name: str
    answers: float
    right: int
    right_where_it_matters: int
    called: int
    right_when_called: int
    given_up: int


@dataclass(frozen=True, kw_only=True)
class Stated:
    """Verdicts stated with a sureness between these hundredths, on average so many, and how many came true."""

    least: int
    most: int
    stated: int
    observed: int


@dataclass(frozen=True, kw_only=True)
class Quality:
    shoppers: int
    rows: tuple[Row, ...]
    calibration: tuple[Stated, ...]


def quality() -> Quality:
    found = measured_quality()
    return Quality(
        shoppers=found["shoppers"],
        rows=tuple(_row(name, found["points"][key]) for key, name in _names().items()),
        calibration=tuple(Stated(**{key: _hundredths(one[key]) for key in one}) for one in found["calibration"]),
    )


def _names() -> Mapping[str, str]:
    return {
        "4 answers": _("At most 4 answers"),
        "8 answers": _("At most 8 answers"),
        "12 answers": _("At most 12 answers"),
        "when one may stop": _("At the stop"),
    }


def _row(name: str, figures: Mapping[str, float]) -> Row:
    shares = {key: _hundredths(share) for key, share in figures.items() if key != "answers"}
    return Row(name=name, answers=figures["answers"], **shares)


def _hundredths(share: float) -> int:
    return round(100 * share)
