"""The reader against listings in many styles, with the facts that a careful person reads from each."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from catalog.reading import read_listing
from catalog.told import Told

LISTINGS = json.loads((Path(__file__).parents[2] / "data" / "listings.json").read_text(encoding="utf-8"))
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.90
NEAR_ENOUGH = Decimal("0.6")
UNSCORED = {"name"}


@dataclass(frozen=True)
class Score:
    """One fact of one listing: right, wrong, or missed; one told otherwise is both wrong and missed."""

    style: str
    field: str
    read: str
    told: str

    @property
    def is_right(self) -> bool:
        return self.read == self.told


def spelled(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def scores_of(listing: dict[str, Any]) -> Iterator[Score]:
    read = vars(read_listing(listing["text"], "EUR").told)
    for name in (field.name for field in fields(Told) if field.name not in UNSCORED):
        told = listing["told"].get(name)
        if isinstance(read[name], tuple):
            for member in {*map(str, read[name]), *(told or ())}:
                yield Score(
                    listing["style"],
                    name,
                    member if member in map(str, read[name]) else "",
                    member if member in (told or ()) else "",
                )
        elif read[name] not in (None, "") or told is not None:
            yield Score(listing["style"], name, *_as_numbers(read[name], told))


def _as_numbers(read: Any, told: Any) -> tuple[str, str]:
    """Numbers by their value, sizes as near as tables differ."""
    try:
        is_same = abs(Decimal(str(read)) - Decimal(str(told))) <= (NEAR_ENOUGH if "." in str(told) else 0)
    except ArithmeticError:
        is_same = spelled(read) == spelled(told)
    return (spelled(told), spelled(told)) if is_same else (spelled(read), spelled(told))


SCORES = [score for listing in LISTINGS for score in scores_of(listing)]
READ = [score for score in SCORES if score.read]
TOLD = [score for score in SCORES if score.told]
RIGHT = [score for score in SCORES if score.is_right]


def test_wrong_facts_are_few() -> None:
    wrong = [score for score in READ if not score.is_right]
    assert len(RIGHT) / len(READ) >= LEAST_PRECISION, wrong


def test_most_facts_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    recall, precision = len(RIGHT) / len(TOLD), len(RIGHT) / len(READ)
    found = f"{len(LISTINGS)} listings, {len(TOLD)} facts: precision {precision:.3f}, recall {recall:.3f}"
    with capsys.disabled():
        sys.stdout.write(f"\n{found}\n")
    assert recall >= LEAST_RECALL, [score for score in TOLD if not score.is_right]


def test_there_are_many_listings_in_many_styles() -> None:
    assert len(LISTINGS) >= 30
    assert len({listing["style"] for listing in LISTINGS}) >= 20


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing["style"])
def test_facts_are_well_formed(listing: dict[str, Any]) -> None:
    assert listing["told"].keys() <= {field.name for field in fields(Told)}
