"""What a scenario found."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Row:
    scenario: str
    database: str
    acknowledged: int = 0
    found: int = 0
    figures: dict[str, float | int | str] = field(default_factory=dict)
    target: str
    # None where the scenario could not be run here.
    holds: bool | None

    @property
    def verdict(self) -> str:
        return "SKIPPED" if self.holds is None else "kept" if self.holds else "BROKEN"


def table(rows: list[Row]) -> str:
    head = ("scenario", "database", "acknowledged", "found", "figures", "target", "verdict")
    lines = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    figures = ", ".join(f"{name} {value}" for name, value in row.figures.items())
    counts = (str(row.acknowledged), str(row.found)) if row.acknowledged else ("", "")
    return row.scenario, row.database, *counts, figures, row.target, row.verdict
