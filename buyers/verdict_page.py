"""A result as the verdict page tells it: which of the five states, the sentences of the fold, what lies below."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from buyers.balance import Balance, balance_for
from buyers.brief import canonical_query, conflicts_in
from buyers.decision import Outcome, Side
from buyers.ledger import Ledger, ledger_of, name_of
from buyers.questions import PAGES, QUESTIONS
from buyers.reasons import REASONS, WEARERS
from buyers.results import RESIDUAL, Candidate, Line, Result
from buyers.tipping import TippingLine, lines_for
from buyers.wording import arrival, day_and_month, fact_about, of_twenty, sureness
from catalog.money import money

PRINCIPLE_TOLD_FROM = 0.70
CALLED = (Outcome.HANDCRAFTED, Outcome.MASS_PRODUCED)
OUTSTANDING = ("price", "lead", "uniqueness", "certainty", "character")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A piece the page names, with the reason for it and what it costs to take it."""

    candidate: Candidate
    arrival: str
    because: str
    given_up: str


@dataclass(frozen=True, kw_only=True)
class OpenQuestion:
    title: str
    reason: str
    address: str


@dataclass(frozen=True, kw_only=True)
class VerdictPage:
    result: Result
    state: str
    headline: str
    sureness: str
    twenty: int | None
    summary: tuple[str, ...]
    marks: tuple[str, ...]
    chosen: Choice | None
    other: Choice | None
    take_other_if: str
    principle: str
    changes: tuple[TippingLine, ...]
    ledger: Ledger | None
    balance: Balance | None
    conflicts: tuple[str, ...]
    open_questions: tuple[OpenQuestion, ...]
    query: str


def page_for(result: Result) -> VerdictPage:
    side = result.lean or result.principle
    state = _state_of(result)
    return VerdictPage(
        result=result,
        state=state,
        headline=_headline(result, state),
        sureness=sureness(result.confidence) if state == "called" and result.confidence else "level",
        twenty=of_twenty(result.confidence) if state == "called" and result.confidence else None,
        summary=tuple(_summary_of(result)),
        marks=tuple(_marks_of(result, state)),
        chosen=_choice(result, side),
        other=_choice(result, side.other),
        take_other_if=_take_other_if(result, side),
        principle=_principle_of(result, state),
        changes=lines_for(result),
        ledger=ledger_of(result),
        balance=_balance_of(result),
        conflicts=tuple(_(conflict) for conflict in conflicts_in(result.brief)),
        open_questions=tuple(_open_questions(result)),
        query=canonical_query(result.brief.answers),
    )


def _state_of(result: Result) -> str:
    if result.forced:
        return "forced"
    return "called" if result.outcome in CALLED else str(result.outcome)


def _headline(result: Result, state: str) -> str:
    if state in {"called", "forced"}:
        by_hand, by_machine, only_by_hand, only_by_machine = WEARERS[result.brief.who or "self"]
        called = {Outcome.HANDCRAFTED: by_hand, Outcome.MASS_PRODUCED: by_machine}
        forced = {Outcome.HANDCRAFTED: only_by_hand, Outcome.MASS_PRODUCED: only_by_machine}
        return _((forced if result.forced else called)[result.outcome])
    return {
        "close": _("Level. Take the one you like looking at."),
        "too_early": _("Not enough to say yet."),
        "none": _("Nothing fits."),
    }[state]


def _summary_of(result: Result) -> Iterator[str]:
    """The answers that frame the verdict, in few words, as the first line of the page."""
    brief = result.brief
    for key in ("who", "why", "type"):
        shorts = {value.value: value.short or value.label for value in QUESTIONS[key].values}
        yield from (_(shorts[answer]) for answer in brief.answers.get(key, "").split(",") if answer in shorts)
    if brief.budget is not None:
        yield _("up to %(budget)s") % {"budget": money(brief.budget)}
    if brief.when is not None:
        yield _("by %(date)s") % {"date": day_and_month(brief.when)}
    if brief.quantity > 1:
        yield _("%(quantity)s alike") % {"quantity": brief.quantity}


def _marks_of(result: Result, state: str) -> Iterator[str]:
    yield from list(_summary_of(result))[:2]
    if state == "called" and result.confidence:
        yield _("%(twenty)s in 20") % {"twenty": of_twenty(result.confidence)}


def _choice(result: Result, side: Side) -> Choice | None:
    if not result.candidates[side]:
        return None
    candidate = result.candidates[side][0]
    best, worst = _strongest(result, side), _strongest(result, side.other)
    return Choice(
        candidate=candidate,
        arrival=arrival(candidate.piece, result.today),
        because=_because(result, best, candidate) if best else "",
        given_up=fact_about(worst.criterion, candidate.piece, result.today) if worst else "",
    )


def _strongest(result: Result, side: Side) -> Line | None:
    """What speaks most for a side; among what counts, a wish of the shopper's goes before what nobody asked for."""
    sign = 1 if side is Side.HANDCRAFTED else -1
    speaking = [line for line in result.ledger if sign * line.points >= 1 and line.criterion != RESIDUAL]
    wished = [line for line in speaking if line.criterion in result.brief.top]
    return max(wished or speaking, key=lambda line: sign * line.points, default=None)


def _because(result: Result, line: Line, candidate: Candidate) -> str:
    reason = REASONS[line.criterion]
    opening = reason.asked if line.criterion in result.brief.top else reason.unasked
    return f"{_(opening)} {fact_about(line.criterion, candidate.piece, result.today)}"


def _take_other_if(result: Result, side: Side) -> str:
    mine, theirs = _strongest(result, side), _strongest(result, side.other)
    if mine is None or theirs is None:
        return ""
    return _("Take it if %(theirs)s matters more to you than %(mine)s.") % {
        "theirs": _(REASONS[theirs.criterion].noun),
        "mine": _(REASONS[mine.criterion].noun),
    }


def _principle_of(result: Result, state: str) -> str:
    if state not in {"called", "forced"} or result.principle == result.lean:
        return ""
    if result.principle_confidence < PRINCIPLE_TOLD_FROM:
        return ""
    if result.principle is Side.HANDCRAFTED:
        return _("In principle handcrafted suits you. Within these limits it is mass-produced.")
    return _("In principle mass-produced suits you. Within these limits it is handcrafted.")


def _balance_of(result: Result) -> Balance | None:
    if not result.ledger or result.confidence is None:
        return None
    return balance_for({name_of(line.criterion): round(line.points) for line in result.ledger}, result.confidence)


def _open_questions(result: Result) -> Iterator[OpenQuestion]:
    query = canonical_query(result.brief.answers)
    for page in PAGES:
        question = QUESTIONS[page.keys[0]]
        if question.key not in result.brief.answers:
            address = f"{reverse('buyers:question', args=[page.slug])}?{query}"
            title = _(question.title_for(result.brief.who))
            yield OpenQuestion(title=title, reason=_(question.reason), address=address)
