"""Which pieces meet which must of a brief: met, not met, or met by no known fact. Plain; refuses nothing.

A must is a limit: it takes pieces out of the verdict and never scores. Unknown counts as failing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import floor
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from buyers.brief import Brief
from buyers.stock.columns import told
from catalog.choices import Coating, Era, Kind, Preview, Standing, Style
from catalog.packing import CENTS, MOST_CENTS, TENTHS

if TYPE_CHECKING:
    from buyers.stock.columns import Columns

Flags = npt.NDArray[np.bool_]

ROUNDING = 1e-12
MAKING = "making"
BUDGET = "budget"
WHEN = "when"
SEEN = {
    "sketch": tuple(Preview)[1:],
    "render": tuple(Preview)[2:],
    "same": tuple(Preview)[4:],
    "this": tuple(Preview)[5:],
}
SURFACES = {
    "solid": (Coating.SOLID,),
    "filled": (Coating.SOLID, Coating.FILLED, Coating.VERMEIL),
    "plated": tuple(Coating),
}
SIZED = (Kind.RING, Kind.BRACELET)
PROOFS = {
    "recycled": "is_recycled",
    "fair": "is_fair",
    "lab": "has_laboratory_report",
    "repair": "has_written_repair",
}
# The code of a word that nobody told.
NOT_TOLD = 0


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A brief with what it is measured against: today and the country that counts as near."""

    brief: Brief
    today: date
    home: str

    @property
    def days(self) -> int | None:
        return None if self.brief.when is None else (self.brief.when - self.today).days

    @property
    def budget_limit(self) -> float | None:
        """The most that a piece may cost: the budget and what the shopper could go to."""
        if self.brief.budget is None:
            return None
        return float(self.brief.budget * (100 + self.brief.stretch) / 100) * (1 + ROUNDING)


@dataclass(frozen=True, kw_only=True, eq=False)
class Answer:
    """For each piece whether a fact says that the must is met, and whether any fact says anything."""

    met: Flags
    known: Flags


Rule = Callable[["Columns", Wanted], Answer]


def hard_musts(wanted: Wanted) -> dict[str, Rule]:
    """The musts of a brief by query key: those that are always hard, and those ticked as deal-breakers."""
    brief = wanted.brief
    stated: dict[str, bool] = {
        "type": brief.kind is not None,
        BUDGET: brief.budget is not None,
        WHEN: brief.when is not None,
        "quantity": brief.quantity > 1,
        "skin": brief.skin in {"nickel", "piercing"},
        "metal": brief.metal in SURFACES,
        **{key: key in brief.must and is_stated for key, is_stated in _wishes(brief).items()},
    }
    return {MAKING: is_disclosed} | {key: RULES[key] for key, is_stated in stated.items() if is_stated}


def soft_wishes(wanted: Wanted) -> dict[str, Rule]:
    """Answers that could be deal-breakers and are not: shown as ticks, moving nothing."""
    brief = wanted.brief
    return {key: RULES[key] for key, is_stated in _wishes(brief).items() if is_stated and key not in brief.must}


def _wishes(brief: Brief) -> dict[str, bool]:
    return {
        "style": bool(brief.styles),
        "size": brief.size is not None or brief.surprise,
        "see": brief.see in SEEN,
        "back": brief.back == "yes",
        "proof": bool(brief.proof),
    }


def is_disclosed(columns: Columns, wanted: Wanted) -> Answer:
    return _told(columns.side != NOT_TOLD)


def is_of_kind(columns: Columns, wanted: Wanted) -> Answer:
    return _known(columns.is_any("kind", [str(wanted.brief.kind)]))


def is_within_budget(columns: Columns, wanted: Wanted) -> Answer:
    limit = wanted.budget_limit
    return _known(columns.cents <= MOST_CENTS if limit is None else columns.cents <= floor(CENTS * limit))


def is_in_time(columns: Columns, wanted: Wanted) -> Answer:
    known = told(columns.days_max)
    return Answer(met=known if wanted.days is None else known & (columns.days_max <= wanted.days), known=known)


def is_to_be_had_often_enough(columns: Columns, wanted: Wanted) -> Answer:
    return Answer(met=columns.can_supply >= wanted.brief.quantity, known=told(columns.can_supply))


def is_safe_for_skin(columns: Columns, wanted: Wanted) -> Answer:
    safe = columns.has("is_piercing_safe")
    if wanted.brief.skin == "nickel":
        safe = safe | columns.has("is_nickel_safe")
    return _told(safe)


def has_surface(columns: Columns, wanted: Wanted) -> Answer:
    met = columns.is_any("surface", SURFACES[str(wanted.brief.metal)])
    return Answer(met=met, known=columns.surface != NOT_TOLD)


def is_in_style(columns: Columns, wanted: Wanted) -> Answer:
    """A look is told by the style, an age by the era; what was asked of neither is unknown."""
    asked = set(wanted.brief.styles)
    met = columns.is_any("style", [*asked]) | columns.is_any("era", [*asked])
    told_style = (columns.style != NOT_TOLD) | asked.isdisjoint(Style)
    told_era = (columns.era != NOT_TOLD) | asked.isdisjoint(Era)
    return Answer(met=met, known=met | (told_style & told_era))


def fits(columns: Columns, wanted: Wanted) -> Answer:
    """Within the sizes offered or the range it can be resized to; a surprise wants one that can be resized."""
    resizable = told(columns.resize_min)
    if wanted.brief.surprise:
        return Answer(met=resizable | _is_unsized(columns), known=resizable | _is_unsized(columns))
    size = TENTHS * float(wanted.brief.size or 0)
    offered = (columns.size_min <= size) & (size <= columns.size_max)
    reachable = (columns.resize_min <= size) & (size <= columns.resize_max)
    known = resizable | told(columns.size_min) | _is_unsized(columns)
    return Answer(met=offered | reachable | _is_unsized(columns), known=known)


def is_seen_before_paying(columns: Columns, wanted: Wanted) -> Answer:
    return Answer(met=columns.is_any("preview", SEEN[str(wanted.brief.see)]), known=columns.preview != NOT_TOLD)


def is_returnable(columns: Columns, wanted: Wanted) -> Answer:
    return Answer(met=columns.returnable_days > 0, known=told(columns.returnable_days))


def is_proven(columns: Columns, wanted: Wanted) -> Answer:
    """Every proof that was asked for; a piece of which nothing is proven is unknown, not refuted."""
    met = np.all([_holds(columns, proof, wanted) for proof in wanted.brief.proof], axis=0)
    return Answer(met=met, known=met | _is_refuted(columns, wanted))


def _holds(columns: Columns, proof: str, wanted: Wanted) -> Flags:
    if proof in PROOFS:
        return columns.has(PROOFS[proof])
    return columns.made_in == wanted.home.encode() if proof == "near" else columns.is_any("handmade", [Standing.MET])


def _is_refuted(columns: Columns, wanted: Wanted) -> Flags:
    asked = wanted.brief.proof
    made_elsewhere = (columns.made_in != b"") & (columns.made_in != wanted.home.encode()) & ("near" in asked)
    made_otherwise = columns.is_any("handmade", (Standing.NOT_MET, Standing.HAND_FINISHED_ONLY)) & ("hand" in asked)
    refuted: Flags = made_elsewhere | made_otherwise
    return refuted


def _is_unsized(columns: Columns) -> Flags:
    return ~columns.is_any("kind", SIZED)


def _told(met: Flags) -> Answer:
    """What is told is met, and what is not met was not told."""
    return Answer(met=met, known=met)


def _known(met: Flags) -> Answer:
    return Answer(met=met, known=np.ones(len(met), bool))


RULES: dict[str, Rule] = {
    "type": is_of_kind,
    BUDGET: is_within_budget,
    WHEN: is_in_time,
    "quantity": is_to_be_had_often_enough,
    "skin": is_safe_for_skin,
    "metal": has_surface,
    "style": is_in_style,
    "size": fits,
    "see": is_seen_before_paying,
    "back": is_returnable,
    "proof": is_proven,
}
