"""One verdict with all its numbers, computed from the catalog as it is, for the page on the method."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from buyers.brief import canonical_query, read_brief
from buyers.results import verdict_for
from buyers.spread import Spread, spread_of
from buyers.verdict.ledger import name_of
from buyers.verdict.pictures import Chart, Strip, chart_of, strip_of
from buyers.verdict.result import Side
from catalog.models import Piece


@dataclass(frozen=True, kw_only=True)
class Row:
    """A criterion: its weight in percent, the value of either piece from 0 to 1, and what they come to in points."""

    name: str
    weight: float
    handcrafted: float
    mass_produced: float
    points: float


@dataclass(frozen=True, kw_only=True)
class Example:
    handcrafted: Piece
    mass_produced: Piece
    rows: tuple[Row, ...]
    difference: float
    address: str
    spread: Spread
    chart: Chart
    strip: Strip | None


def example_for(answers: Mapping[str, str], today: date) -> Example | None:
    """None where the catalog has no piece for one of the sides."""
    brief, _errors = read_brief({key: [answer] for key, answer in answers.items()}, today)
    result = verdict_for(brief, today)
    if result.difference is None:
        return None
    finalists = {str(side): result.candidates[side][0].piece for side in Side}
    rows = tuple(
        Row(
            name=name_of(line.criterion),
            weight=100 * line.weight,
            handcrafted=line.handcrafted,
            mass_produced=line.mass_produced,
            points=line.points,
        )
        for line in result.ledger[:-1]
    )
    address = f"{reverse('buyers:verdict')}?{canonical_query(brief.answers)}"
    spread = spread_of(brief, today)
    return Example(
        rows=rows,
        difference=result.difference,
        address=address,
        spread=spread,
        chart=chart_of(spread),
        strip=strip_of(spread.leads),
        **finalists,
    )
