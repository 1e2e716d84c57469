"""A card in words: what either made-up piece is like, in the shopper's own money and days, and why it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from buyers.brief import Brief
from buyers.cards.choosing import Standing
from buyers.phrases import PHRASES
from buyers.verdict.wording import day_and_month
from catalog.money import money

# The ends of the swings that the model weighs (decision-model.md 1.2).
USUAL_BUDGET, CHEAP = Decimal(300), Decimal("0.2")
SOON, LATE = timedelta(days=1), timedelta(days=60)


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """A made-up piece: the sentence on what is better about it, then the one on what is worse."""

    better: str
    worse: str


def alternatives_for(criteria: Sequence[str], brief: Brief, today: date) -> tuple[Alternative, Alternative]:
    """The first is as good as can be in the first criterion and as bad in the second, the other the other way round."""
    first, second = (_ends_of(name, brief, today) for name in criteria)
    return Alternative(better=first[1], worse=second[0]), Alternative(better=second[1], worse=first[0])


def reason_for(standing: Standing, *, is_duel: bool) -> str:
    """Why this card is asked, without telling which side it speaks for."""
    if is_duel and standing.pull_apart:
        return _("Asked because these two stand for the two ways of making, and a choice between them says most.")
    if is_duel:
        return _("Asked because a choice between two real pieces says more than wishes do.")
    if standing.pull_apart:
        return _("Asked because these two wishes pull apart the pieces that are ahead.")
    if not standing.swaying:
        return _("Asked before: you may answer it anew.")
    return _("Asked because much hangs on how much “%(wish)s” counts for you.") % {
        "wish": _(PHRASES[standing.swaying].wish)
    }


def _ends_of(name: str, brief: Brief, today: date) -> tuple[str, str]:
    """The worse end of a criterion's swing, then the better one."""
    if name == "price":
        return _prices(brief)
    if name == "lead":
        return _arrivals(brief, today)
    return _(PHRASES[name].low), _(PHRASES[name].high)


def _prices(brief: Brief) -> tuple[str, str]:
    dear = USUAL_BUDGET if brief.budget is None else brief.budget
    cheap = (dear * CHEAP).quantize(Decimal(1), ROUND_HALF_UP) or dear * CHEAP
    names = {"dear": money(dear), "cheap": money(cheap), "saved": money(dear - cheap)}
    low = _("It costs %(dear)s.") if brief.budget is None else _("It costs %(dear)s, your whole budget.")
    return low % names, _("It costs %(cheap)s, which is %(saved)s less.") % names


def _arrivals(brief: Brief, today: date) -> tuple[str, str]:
    names = {"late": day_and_month(today + LATE), "soon": day_and_month(today + SOON)}
    is_too_late = brief.when is not None and brief.when < today + LATE
    low = _("It comes on %(late)s. Suppose that were in time.") if is_too_late else _("It comes on %(late)s.")
    return low % names, _("It is here tomorrow, on %(soon)s.") % names
