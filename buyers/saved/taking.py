"""Taking the snapshot: a result as everybody may see it, in sentences; no address, no answer to compute from."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from buyers.brought.pieces import is_own
from buyers.phrases import PHRASES
from buyers.questions import QUESTIONS
from buyers.saved.redaction import TOLD, redacted, weights_by_hand
from buyers.saved.snapshot import (
    SavedAnswer,
    SavedBalance,
    SavedEntry,
    SavedFact,
    SavedLedger,
    SavedList,
    SavedMark,
    SavedPiece,
    SavedWish,
    Snapshot,
)
from buyers.summary import comparisons_in, duellists_in, said
from buyers.verdict.choice import Choice
from buyers.verdict.ledger import Entry, Ledger, name_of
from buyers.verdict.page import VerdictPage, page_for
from buyers.verdict.result import Outcome, Result, Side
from buyers.verdict.wording import of_twenty
from catalog.listings import names_of
from catalog.money import money


def snapshot_of(result: Result) -> Snapshot:
    page = page_for(redacted(result))
    return Snapshot(
        language=get_language() or "",
        told=str(result.outcome),
        guessed=result.brief.answers.get("gut", ""),
        state=page.state,
        headline=_headline(page),
        lead=_lead(page),
        principle=page.principle,
        sureness=page.sureness,
        twenty=page.twenty,
        marks=tuple(SavedMark(text=mark.text, spoken=mark.spoken) for mark in page.marks),
        pieces=tuple(_piece(choice) for choice in (page.chosen, page.other) if choice),
        take_other_if=page.take_other_if if page.other and not page.is_open else "",
        is_answered=page.is_answered,
        ledger=_ledger(page.ledger) if page.ledger else None,
        balance=_balance(page),
        changes=tuple(change.sentence for change in page.changes if not change.is_limit),
        answers=tuple(_answers(page.result, weights_by_hand(result.brief))),
    )


def _headline(page: VerdictPage) -> str:
    """As on the verdict page, but for nobody in particular and with no limit named."""
    is_by_hand = page.result.outcome is Outcome.HANDCRAFTED
    if page.state == "called":
        return _("Handcrafted.") if is_by_hand else _("Mass-produced.")
    if page.state == "forced":
        return _("Only handcrafted is possible.") if is_by_hand else _("Only mass-produced is possible.")
    return page.headline


def _lead(page: VerdictPage) -> str:
    leanings = {
        None: _("So far neither is ahead."),
        Side.HANDCRAFTED: _("So far it leans to handcrafted, and that is no verdict."),
        Side.MASS_PRODUCED: _("So far it leans to mass-produced, and that is no verdict."),
    }
    leads = {
        "close": _("By these answers neither way of making is ahead. Here is the best of each."),
        "too_early": leanings[page.tentative],
        "none": _("No piece listed that day kept to all the limits."),
    }
    return leads.get(page.state, "")


def _piece(choice: Choice) -> SavedPiece:
    piece = choice.piece
    return SavedPiece(
        side=str(piece.assessment.side),
        way=str(piece.assessment.way),
        slug="" if is_own(piece) else piece.slug,
        name=piece.name,
        maker=piece.maker.name,
        is_invented=piece.maker.is_invented,
        price=money(piece.price),
        ready=choice.arrival,
        in_between=choice.in_between,
        because=choice.because,
        given_up=choice.given_up,
        wishes=tuple(SavedWish(sentence=wish.sentence, state=wish.state) for wish in choice.wishes),
    )


def _ledger(ledger: Ledger) -> SavedLedger:
    return SavedLedger(
        lists=tuple(SavedList(side=str(one.side), entries=tuple(map(_entry, one.entries))) for one in ledger.lists),
        choices=ledger.choices,
        choices_side=ledger.choices_side and str(ledger.choices_side),
        for_handcrafted=ledger.for_handcrafted,
        for_mass_produced=ledger.for_mass_produced,
        gap=ledger.gap,
        leader=ledger.leader and str(ledger.leader),
    )


def _entry(entry: Entry) -> SavedEntry:
    facts = (
        SavedFact(side=str(fact.side), piece=fact.piece, sentence=fact.sentence, standing=fact.standing)
        for fact in entry.facts
    )
    return SavedEntry(
        text=entry.text,
        is_advantage=entry.is_advantage,
        word=entry.word,
        criteria=entry.criteria,
        points=entry.points,
        side=entry.side and str(entry.side),
        answer=entry.answer,
        facts=tuple(facts),
    )


def _balance(page: VerdictPage) -> SavedBalance | None:
    """Drawn anew from whole numbers: a picture to the tenth of a degree would tell the sureness to the percent."""
    confidence = page.result.confidence
    if page.balance is None or confidence is None:
        return None
    points = {name_of(line.criterion): line.whole for line in page.result.ledger if line.whole}
    return SavedBalance(points=points, twenty=of_twenty(confidence), text=page.balance_text)


def _answers(shown: Result, by_hand: tuple[str, ...]) -> Iterator[SavedAnswer]:
    answers = shown.brief.answers
    for key in TOLD:
        if key in answers:
            yield SavedAnswer(name=_(QUESTIONS[key].short), said=tuple(said(QUESTIONS[key], answers[key])))
    for _key, name, preference in comparisons_in(answers, names_of(duellists_in(shown.brief))):
        yield SavedAnswer(name=name, said=(preference,))
    for criterion in by_hand:
        wish = _(PHRASES[criterion].wish)
        yield SavedAnswer(name=_("Weight of “%(wish)s”") % {"wish": wish}, said=(_("Set by hand"),))
