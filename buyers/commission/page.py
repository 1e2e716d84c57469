"""The page of a brief: its title, for whom it is, and everything that stands on the sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from buyers.brief import conflicts_in
from buyers.commission.asking import questions_for
from buyers.commission.drawing import drawing_for
from buyers.commission.facts import Fact, facts_of
from buyers.commission.plan import Plan
from buyers.phrases import PHRASES
from buyers.questions import CHECK, PAGE_BY_KEY, QUESTIONS, UNSURE, is_asked
from buyers.visits import CAME_FROM, COMMISSION, VERDICT, Visit, address_of

ASKED_FOR = ("type", "size", "style", "budget", "when", "metal", "skin")


def _text(words: str) -> str:
    return words


TITLES = {
    None: _text("A piece to be made"),
    "ring": _text("A ring to be made"),
    "earrings": _text("Earrings to be made"),
    "necklace": _text("A necklace or pendant to be made"),
    "bracelet": _text("A bracelet or bangle to be made"),
    "brooch": _text("A brooch to be made"),
    "cufflinks": _text("Cufflinks to be made"),
}
WEARERS = {
    None: _text("For somebody"),
    "self": _text("For the buyer's own wear"),
    "partner": _text("For a partner"),
    "family": _text("For a relative"),
    "friend": _text("For a friend"),
    "acquaintance": _text("For an acquaintance"),
    "group": _text("For several people"),
}
MOTIVES = {
    "care": _text("to show care"),
    "memory": _text("to remember a happy time"),
    "self_treat": _text("as a treat"),
    "collection": _text("to add to a collection"),
    "heritage": _text("to be handed down one day"),
    "statement": _text("to make a statement"),
    "support_artist": _text("to support a maker's skill"),
    "sustain_local": _text("to buy local or with less harm"),
}
# Each is a stage after which there is no way back.
APPROVALS = (
    _text("Sketch with dimensions"),
    _text("Wax, model or rendering"),
    _text("Stone and metal, before they are worked"),
    _text("The piece, before its final finish"),
)
QUOTED = (
    _text("Price, delivered, tax included"),
    _text("Working days"),
    _text("Deposit"),
    _text("One more revision"),
    _text("Valid until"),
    _text("Date and signature"),
)


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A question without an answer, and its address, which leads back to the sheet."""

    name: str
    address: str


@dataclass(frozen=True, kw_only=True)
class CommissionPage:
    title: str
    day: date
    purpose: str
    wishes: Sequence[str]
    drawing: Plan
    facts: Sequence[Fact]
    approvals: Sequence[str]
    questions: Sequence[str]
    quoted: Sequence[str]
    conflicts: Sequence[str]
    gaps: Sequence[Gap]
    has_budget: bool
    kind_address: str
    verdict_address: str
    check_address: str


def page_for(visit: Visit) -> CommissionPage:
    brief = visit.brief
    return CommissionPage(
        title=_(TITLES[brief.kind]),
        day=visit.today,
        purpose=_purpose_of(visit),
        wishes=tuple(_(PHRASES[criterion].swing) for criterion in brief.top),
        drawing=drawing_for(brief),
        facts=tuple(facts_of(brief, visit.today)),
        approvals=tuple(map(_, APPROVALS)),
        questions=questions_for(brief),
        quoted=tuple(map(_, QUOTED)),
        conflicts=tuple(_(conflict) for conflict in conflicts_in(brief)),
        gaps=tuple(_gaps_in(visit)),
        has_budget=brief.budget is not None,
        kind_address="" if brief.kind else _address_to_answer("type", visit),
        verdict_address=address_of(VERDICT, visit.pairs, visit.before),
        check_address=address_of(CHECK, visit.pairs, visit.before),
    )


def _purpose_of(visit: Visit) -> str:
    """For whom and why, in one line; empty where neither was said."""
    brief = visit.brief
    if brief.who is None and not brief.why:
        return ""
    motives = _(" and ").join(_(MOTIVES[motive]) for motive in brief.why)
    return f"{', '.join(filter(None, (_(WEARERS[brief.who]), motives)))}."


def _gaps_in(visit: Visit) -> Iterator[Gap]:
    answers = visit.brief.answers
    for key in ASKED_FOR:
        if answers.get(key, UNSURE) == UNSURE and is_asked(QUESTIONS[key], answers):
            yield Gap(name=_(QUESTIONS[key].short), address=_address_to_answer(key, visit))


def _address_to_answer(key: str, visit: Visit) -> str:
    return address_of(PAGE_BY_KEY[key].slug, visit.pairs, [(CAME_FROM, COMMISSION), *visit.before])
