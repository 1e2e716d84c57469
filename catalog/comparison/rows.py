"""The rows of the comparison in their order. A reason is what the best value of a row is called; taste has none."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from catalog.comparison import cells
from catalog.comparison.cells import Cell, Subject
from catalog.labels.criteria import CRITERION_WORDS
from catalog.levels import RATED


@dataclass(frozen=True, kw_only=True)
class RowSpec:
    label: str
    read: Callable[[Subject], Cell]
    reason: str = ""
    is_lowest: bool = False
    hint: str = ""


def _title(text: str) -> str:
    return text


def _as_on_its_page(label: str) -> RowSpec:
    return RowSpec(label=label, read=lambda subject: subject.cell(_(label)))


def _level(criterion: str) -> RowSpec:
    read = partial(cells.level_of, criterion)
    return RowSpec(label=CRITERION_WORDS[criterion].name, read=read, reason=_title("highest"))


PRICE = RowSpec(label=_title("Price"), read=cells.price, reason=_title("lowest"), is_lowest=True)
OTHER_PARTS = RowSpec(label=_title("Other parts"), read=cells.other_parts)
SECTIONS: dict[str, tuple[RowSpec, ...]] = {
    _title("Price and time"): (
        PRICE,
        RowSpec(
            label=_title("A year of wear"),
            read=cells.year_of_wear,
            hint=_title("The price over the years such a build tends to last: rough, and no promise."),
        ),
        RowSpec(label=_title("Arrival"), read=cells.arrival, reason=_title("soonest"), is_lowest=True),
        RowSpec(label=_title("Seen before paying"), read=cells.preview, reason=_title("shows most")),
        RowSpec(label=_title("Returns"), read=cells.returns, reason=_title("longest")),
    ),
    _title("How it is made"): (
        RowSpec(label=_title("Way of making"), read=cells.way_of_making),
        RowSpec(label=_title("Handmade, by the US rule"), read=cells.handmade),
        RowSpec(label=_title("Steps by hand"), read=cells.steps_by_hand),
        RowSpec(label=_title("Number made"), read=cells.made, reason=_title("fewest"), is_lowest=True),
        _as_on_its_page(_title("Made in")),
    ),
    _title("What it is made of"): (
        RowSpec(
            label=_title("Surface"),
            read=cells.surface,
            reason=_title("wears longest"),
            hint=_title("The thinnest of any metal part."),
        ),
        RowSpec(label=_title("Metal"), read=cells.metals),
        RowSpec(label=_title("Stones"), read=cells.stones),
        OTHER_PARTS,
        _as_on_its_page(_title("Hallmark or certificate")),
        _as_on_its_page(_title("Nickel test")),
        _as_on_its_page(_title("Recycled metal")),
        _as_on_its_page(_title("Fairly mined metal")),
    ),
    _title("Size and fit"): (
        _as_on_its_page(_title("Size")),
        RowSpec(label=_title("Resizing"), read=cells.resizing, reason=_title("widest")),
        _as_on_its_page(_title("Height and width")),
        _as_on_its_page(_title("Weight")),
        _as_on_its_page(_title("Changes on offer")),
    ),
    _title("While you wear it"): (
        RowSpec(label=_title("Warranty"), read=cells.warranty, reason=_title("longest")),
        RowSpec(label=_title("Repair"), read=cells.repair, reason=_title("repaired")),
        _as_on_its_page(_title("Spare parts")),
    ),
    _title("How well it is known"): (
        RowSpec(label=_title("Its facts"), read=cells.proven, reason=_title("most seen")),
    ),
    _title("How far it goes, in rungs of four"): tuple(_level(criterion) for criterion in RATED),
}
