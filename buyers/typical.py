"""Six typical shoppers, persona cases P01, P02, P03, P07, P14 and P20, and how a piece would do with each (settled 31).

They weigh as in their cases, each looking for the kind that the piece is of.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from buyers.brief import read_brief
from buyers.decision import CRITERIA, RATED, Criterion, encode, lead_value, posterior_for
from buyers.decision.arrays import FloatArray
from buyers.field import answer_over, limits_of, meets, preferences_of
from buyers.musts import Answer, Wanted, hard_musts
from buyers.stock.columns import Columns, Flags
from buyers.stock.loading import listed_stock, stock_of
from buyers.stock.scoring import count_ahead, market_of
from buyers.stock.stock import Stock
from buyers.verdict.reasons import MUSTS
from catalog.choices import Side
from catalog.gaps import Gap, gaps_of
from catalog.levels import PRIORS
from catalog.models import Piece
from catalog.outlook import Missing, Outlook, Shopper

TOP = 4
# A row before all others: equal ones come after it.
FIRST = -1
TYPICAL_DAYS = {Side.HANDCRAFTED: 14.0, Side.MASS_PRODUCED: 3.0}
# A gap that is named after no criterion is one in this, beside the must that it is named after.
CRITERION_OF = {
    "when": Criterion.LEAD,
    "size": Criterion.PRECISION,
    "back": Criterion.CERTAINTY,
    "repair": Criterion.LONGEVITY,
}


@dataclass(frozen=True, kw_only=True)
class Typical:
    """`days` are those that are left."""

    title: str
    answers: Mapping[str, str]
    days: int | None = None


TYPICAL = (
    Typical(
        title=gettext_noop("An anniversary: nothing that anybody else has, up to 600, within 45 days"),
        answers={
            "who": "partner",
            "why": "care,memory",
            "budget": "600",
            "top": "uniqueness,custom,craft",
            "t.price.uniqueness": "b2",
            "t.lead.custom": "b1",
        },
        days=45,
    ),
    Typical(
        title=gettext_noop("Six alike for a wedding party, up to 60 each, within three weeks"),
        answers={
            "who": "group",
            "why": "care",
            "budget": "60",
            "quantity": "6",
            "top": "precision,price,lead",
            "t.precision.uniqueness": "a2",
            "t.price.craft": "a1",
        },
        days=21,
    ),
    Typical(
        title=gettext_noop("A friend's birthday the day after tomorrow, up to 80"),
        answers={
            "who": "friend",
            "why": "care",
            "budget": "80",
            "top": "lead,certainty,price",
            "t.lead.uniqueness": "a2",
            "t.character.certainty": "b1",
        },
        days=2,
    ),
    Typical(
        title=gettext_noop("An heirloom to hand down, up to 700, within two months"),
        answers={
            "who": "family",
            "why": "heritage",
            "budget": "700",
            "top": "longevity,provenance,craft",
            "t.price.provenance": "b2",
            "t.lead.craft": "b2",
        },
        days=60,
    ),
    Typical(
        title=gettext_noop("A plain classic for oneself, up to 120"),
        answers={
            "who": "self",
            "why": "self_treat",
            "budget": "120",
            "top": "precision,price,certainty",
            "t.precision.uniqueness": "a2",
            "t.provenance.certainty": "b1",
        },
    ),
    Typical(
        title=gettext_noop("For an artist friend who knows techniques, up to 220, within a month"),
        answers={
            "who": "friend",
            "why": "support_artist",
            "budget": "220",
            "top": "craft,character,uniqueness",
            "t.price.craft": "b1",
            "t.uniqueness.certainty": "a2",
        },
        days=30,
    ),
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """The piece as one shopper sees it: weights (11,), values (11,), and the musts it fails, unknown ones too."""

    shopper: Shopper
    weights: FloatArray
    values: FloatArray
    failed: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Rivals:
    """The rows of a stock that the piece is ranked among."""

    stock: Stock
    rows: Flags

    def meeting(self, wanted: Wanted) -> Flags:
        answers = {must: answer_over(self.stock, rule, wanted) for must, rule in hard_musts(wanted).items()}
        return self.rows & meets(answers, len(self.stock))


def outlook_of(piece: Piece, today: date) -> Outlook:
    """Two queries. The market is what is published of the piece's kind; a draft is ranked as if it were."""
    listed, own = listed_stock(today), stock_of(Piece.objects.filter(pk=piece.pk)).whole
    others = listed.present & listed.read(lambda part: part.is_any("kind", [piece.kind]) & (part.pk != piece.pk))
    seen = [
        _seen_by(wanted_by(one, piece.kind, today), one.title, own, Rivals(stock=listed, rows=others))
        for one in TYPICAL
    ]
    counts = Counter(must for one in seen for must in one.failed)
    return Outlook(
        shoppers=tuple(one.shopper for one in seen),
        left_out=tuple((_(MUSTS[must]), count) for must, count in counts.most_common()),
        missing=tuple(sorted((_missing(gap, seen, own) for gap in gaps_of(piece)), key=_by_cost)),
    )


def wanted_by(typical: Typical, kind: str, today: date) -> Wanted:
    when = {} if typical.days is None else {"when": (today + timedelta(days=typical.days)).isoformat()}
    answers = {**typical.answers, **when, "type": kind}
    brief, errors = read_brief({key: [value] for key, value in answers.items()}, today, currency=settings.CURRENCY)
    if errors:
        raise ValueError(f"a typical shopper answers what cannot be answered: {errors}")
    return Wanted(brief=brief, today=today, home=settings.HOME_COUNTRY)


def _seen_by(wanted: Wanted, title: str, own: Columns, rivals: Rivals) -> Seen:
    limits = limits_of(wanted)
    weights = posterior_for(preferences_of(wanted, rivals.stock, limits)[0]).mean
    values = encode(market_of(own), limits).values[0]
    failed = {must: answer for must, answer in _answers(own, wanted).items() if not answer.met[0]}
    possible = rivals.meeting(wanted)
    fit = float(values[: len(CRITERIA)] @ weights[: len(CRITERIA)])
    return Seen(
        shopper=Shopper(
            title=_(title),
            fit=max(0.0, 100 * fit),
            place=None if failed else 1 + count_ahead(rivals.stock, possible, limits, weights, (fit, FIRST)),
            of=int(possible.sum()) + 1,
            reasons=tuple(_(MUSTS[must]) for must in failed),
        ),
        weights=weights[: len(CRITERIA)],
        values=values[: len(CRITERIA)],
        failed=tuple(failed),
        unknown=tuple(must for must, answer in failed.items() if not answer.known[0]),
    )


def _answers(columns: Columns, wanted: Wanted) -> dict[str, Answer]:
    return {must: rule(columns, wanted) for must, rule in hard_musts(wanted).items()}


def _missing(gap: Gap, seen: list[Seen], own: Columns) -> Missing:
    return Missing(
        words=_(gap.words),
        place=gap.place,
        kept_from=sum(gap.name in one.unknown for one in seen),
        points=sum(_points(gap, one, own) for one in seen) / len(seen),
    )


def _points(gap: Gap, seen: Seen, own: Columns) -> float:
    """What a typical fact of the piece's own side would add to its fit, and never less than nothing."""
    criterion = CRITERION_OF.get(gap.name) or (Criterion(gap.name) if gap.name in RATED else None)
    if criterion is None:
        return 0.0
    side = Side(own.side_at(0) or Side.HANDCRAFTED)
    if criterion is Criterion.LEAD:
        typical = float(lead_value(np.array(TYPICAL_DAYS[side])))
    else:
        typical = PRIORS[criterion][side].mean / TOP
    column = criterion.column
    return max(0.0, 100 * float(seen.weights[column] * (typical - seen.values[column])))


def _by_cost(missing: Missing) -> tuple[int, float]:
    return (-missing.kept_from, -missing.points)
