"""What came of one scenario, as a row of the table that `make faults` prints."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

COLUMNS = (38, 11, 6, 6, 5)
HEADS = ("scenario", "database", "acked", "found", "lost")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """`acknowledged` writes were answered, `found` of them are there afterwards; `said` are the other figures.

    `is_kept` tells whether the promise holds, None where it was not tried, and `said` why.
    """

    scenario: str
    database: str = ""
    acknowledged: int = 0
    found: int = 0
    said: str = ""
    is_kept: bool | None = True

    @property
    def lost(self) -> int:
        return self.acknowledged - self.found

    @property
    def verdict(self) -> str:
        return {True: "kept", False: "BROKEN", None: "not tried"}[self.is_kept]


def head() -> str:
    return " ".join(word.ljust(width) for word, width in zip(HEADS, COLUMNS, strict=True)) + " verdict    figures"


def row(outcome: Outcome) -> str:
    cells = (outcome.scenario, outcome.database, outcome.acknowledged, outcome.found, outcome.lost)
    told = " ".join(str(cell).ljust(width) for cell, width in zip(cells, COLUMNS, strict=True))
    return f"{told} {outcome.verdict:10} {outcome.said}"


def write(outcomes: Sequence[Outcome], file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    told = [asdict(outcome) | {"lost": outcome.lost} for outcome in outcomes]
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
