"""What would change a verdict, as sentences with the address that applies each change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from buyers.decision import Outcome, Side
from buyers.results import Result, Tipping
from buyers.verdict.ledger import name_of
from buyers.verdict.wording import full_date
from catalog.money import money


@dataclass(frozen=True, kw_only=True)
class TippingLine:
    sentence: str
    label: str
    address: str
    is_limit: bool


def lines_for(result: Result) -> tuple[TippingLine, ...]:
    return tuple(_line_for(tipping, result) for tipping in result.changes)


def _line_for(tipping: Tipping, result: Result) -> TippingLine:
    sentences = [_sentence_for(tipping, result)]
    if tipping.outcome is Outcome.CLOSE:
        sentences.append(_("It is level there."))
    return TippingLine(
        sentence=" ".join(sentences),
        label=_label_for(tipping),
        address=f"{reverse('buyers:verdict')}?{tipping.query}",
        is_limit=tipping.kind != "weight",
    )


def _label_for(tipping: Tipping) -> str:
    if tipping.kind == "budget":
        return _("Set the budget to %(amount)s") % {"amount": money(Decimal(tipping.end))}
    if tipping.kind == "when":
        return _("Set the date to %(date)s") % {"date": full_date(date.fromisoformat(tipping.end))}
    return _("Let it count %(percent)s percent") % {"percent": tipping.end}


def _sentence_for(tipping: Tipping, result: Result) -> str:
    names = _names_in(tipping)
    if result.outcome is Outcome.NONE:
        return _appearing(tipping) % names
    tips = {"budget": _by_budget, "when": _by_date, "weight": _by_weight}[tipping.kind]
    return tips(_leader_after(result)) % names


def _leader_after(result: Result) -> Side:
    return (result.lean or result.principle).other


def _names_in(tipping: Tipping) -> Mapping[str, str]:
    if tipping.kind == "budget":
        return {"amount": money(Decimal(tipping.end))}
    if tipping.kind == "when":
        return {"date": full_date(date.fromisoformat(tipping.end))}
    return {
        "criterion": name_of(tipping.criterion or ""),
        "percent": tipping.end,
        "now": f"{Decimal(tipping.start or 0):.0f}",
    }


def _appearing(tipping: Tipping) -> str:
    if tipping.kind == "budget":
        return _("With a budget of %(amount)s the first piece fits.")
    return _("If it may arrive as late as %(date)s, the first piece fits.")


def _by_budget(side: Side) -> str:
    if side is Side.HANDCRAFTED:
        return _("A budget of %(amount)s tips the balance to handcrafted.")
    return _("A budget of %(amount)s tips the balance to mass-produced.")


def _by_date(side: Side) -> str:
    if side is Side.HANDCRAFTED:
        return _("Needed by %(date)s, the balance tips to handcrafted.")
    return _("Needed by %(date)s, the balance tips to mass-produced.")


def _by_weight(side: Side) -> str:
    if side is Side.HANDCRAFTED:
        return _("%(criterion)s counting %(percent)s percent, not %(now)s, tips the balance to handcrafted.")
    return _("%(criterion)s counting %(percent)s percent, not %(now)s, tips the balance to mass-produced.")
