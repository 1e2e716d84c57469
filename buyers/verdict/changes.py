"""What would change a verdict, as sentences with the address that applies each change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from buyers.brief import Brief, canonical_query
from buyers.verdict.ledger import name_of
from buyers.verdict.result import ChangedAnswer, Outcome, Result, Side
from buyers.verdict.wording import full_date
from buyers.visits import WAS
from catalog.money import money

HEAVIEST = 40
FURTHEST = 2


@dataclass(frozen=True, kw_only=True)
class ChangeLine:
    sentence: str
    label: str
    address: str
    is_limit: bool


def lines_for(result: Result) -> tuple[ChangeLine, ...]:
    """The changes near enough to be considered; where the verdict is forced or there is none, every way out."""
    is_stuck = result.forced or result.outcome is Outcome.NONE
    return tuple(_line_for(change, result) for change in result.changes if is_stuck or _is_near(change, result))


def trial_address(query: str, before: Brief) -> str:
    """The verdict with other answers, tried out beside the one before."""
    return f"{reverse('buyers:verdict')}?{query}&{urlencode({WAS: canonical_query(before.answers)})}"


def _is_near(change: ChangedAnswer, result: Result) -> bool:
    if change.kind == "weight":
        return Decimal(change.end) <= HEAVIEST
    if change.kind == "budget" and result.brief.budget is not None:
        return result.brief.budget / FURTHEST <= Decimal(change.end) <= result.brief.budget * FURTHEST
    return True


def _line_for(change: ChangedAnswer, result: Result) -> ChangeLine:
    return ChangeLine(
        sentence=" ".join(filter(None, (_condition(change), _consequence(change, result), _verdict_there(change)))),
        label=_label_for(change),
        address=trial_address(change.query, result.brief),
        is_limit=change.kind != "weight",
    )


def _label_for(change: ChangedAnswer) -> str:
    if change.kind == "budget":
        return _("Set the budget to %(amount)s") % _names_in(change)
    if change.kind == "when":
        return _("Set the date to %(date)s") % _names_in(change)
    return _("Let it count %(percent)s percent") % _names_in(change)


def _condition(change: ChangedAnswer) -> str:
    if change.kind == "weight" and change.start is None:
        return _("Say %(criterion)s counted %(percent)s percent.") % _names_in(change)
    conditions = {
        "budget": _("Say the budget were %(amount)s."),
        "when": _("Say it were needed by %(date)s."),
        "weight": _("Say %(criterion)s counted %(percent)s percent, not %(now)s."),
    }
    return conditions[change.kind] % _names_in(change)


def _names_in(change: ChangedAnswer) -> Mapping[str, str]:
    if change.kind == "budget":
        return {"amount": money(Decimal(change.end))}
    if change.kind == "when":
        return {"date": full_date(date.fromisoformat(change.end))}
    now = Decimal(change.start or 0)
    is_same = f"{now:.0f}" == change.end
    criterion = name_of(change.criterion or "")
    return {"criterion": f"“{criterion}”", "percent": change.end, "now": f"{now:.1f}" if is_same else f"{now:.0f}"}


def _consequence(change: ChangedAnswer, result: Result) -> str:
    """What happens to the side that the change brings in, keeps alone, or puts ahead."""
    is_by_hand = change.leader is Side.HANDCRAFTED
    if result.outcome is Outcome.NONE:
        return _("Then the first piece fits.")
    if result.forced:
        return _missing_fits(result)
    if change.is_alone:
        return _("Then only handcrafted is left.") if is_by_hand else _("Then only mass-produced is left.")
    if change.outcome is Outcome.CLOSE:
        return _barely_ahead(is_by_hand)
    return _("Then the balance tips to handcrafted.") if is_by_hand else _("Then the balance tips to mass-produced.")


def _barely_ahead(is_by_hand: bool) -> str:
    if is_by_hand:
        return _("Then the balance tips to handcrafted, by too little to call.")
    return _("Then the balance tips to mass-produced, by too little to call.")


def _missing_fits(result: Result) -> str:
    if result.lean is Side.HANDCRAFTED:
        return _("Then a mass-produced piece fits, too.")
    return _("Then a handcrafted piece fits, too.")


def _verdict_there(change: ChangedAnswer) -> str:
    sentences = {
        Outcome.TOO_EARLY: _("It would still be too early to say."),
        Outcome.HANDCRAFTED: _("The verdict would be handcrafted."),
        Outcome.MASS_PRODUCED: _("The verdict would be mass-produced."),
    }
    return "" if change.is_alone else sentences.get(change.outcome, "")
