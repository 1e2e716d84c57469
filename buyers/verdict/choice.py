"""The piece a verdict names on each side, with the reason for it, what it costs to take it, and the wishes it meets."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from buyers.questions import QUESTIONS
from buyers.verdict.reasons import REASONS
from buyers.verdict.result import RESIDUAL, Line, Result, Side
from buyers.verdict.wording import fact_about
from catalog.choices import Kind
from catalog.models import Piece
from catalog.money import money
from catalog.ready import ready_line

LEAST_POINTS = 1


@dataclass(frozen=True, kw_only=True)
class Wish:
    name: str
    state: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    piece: Piece
    arrival: str
    because: str
    given_up: str
    wishes: tuple[Wish, ...]
    together: str
    invitation: str


def choice_for(result: Result, side: Side) -> Choice | None:
    if not result.candidates[side]:
        return None
    candidate = result.candidates[side][0]
    best, worst = strongest_for(result, side), strongest_for(result, side.other)
    return Choice(
        piece=candidate.piece,
        arrival=ready_line(candidate.piece, result.today),
        because=_because(best, candidate.piece, result) if best else "",
        given_up=_given_up(worst, candidate.piece, result) if worst else "",
        wishes=tuple(Wish(name=_(QUESTIONS[key].short), state=_state(met)) for key, met in candidate.wishes.items()),
        together=_together(candidate.piece, result),
        invitation=_invitation(Kind(candidate.piece.kind)),
    )


def strongest_for(result: Result, side: Side) -> Line | None:
    """What speaks most for a side; a wish of the shopper's goes before what nobody asked for."""
    sign = 1 if side is Side.HANDCRAFTED else -1
    speaking = [line for line in result.ledger if sign * line.points >= LEAST_POINTS and line.criterion != RESIDUAL]
    wished = [line for line in speaking if line.criterion in result.brief.top]
    return max(wished or speaking, key=lambda line: sign * line.points, default=None)


def take_other_if(result: Result, side: Side) -> str:
    mine, theirs = strongest_for(result, side), strongest_for(result, side.other)
    if mine is None or theirs is None:
        return ""
    return _("Take it if %(theirs)s matters more to you than %(mine)s.") % {
        "theirs": _(REASONS[theirs.criterion].noun),
        "mine": _(REASONS[mine.criterion].noun),
    }


def _because(line: Line, piece: Piece, result: Result) -> str:
    reason = REASONS[line.criterion]
    is_answered = line.criterion in result.brief.top and (line.criterion != "uniqueness" or piece.number_made == 1)
    opening = reason.asked if is_answered else reason.unasked
    return f"{_(opening)} {fact_about(line.criterion, piece, result.today)}"


def _together(piece: Piece, result: Result) -> str:
    if result.brief.quantity == 1:
        return ""
    total = money(piece.price * result.brief.quantity)
    return _("%(quantity)s alike are %(total)s.") % {"quantity": result.brief.quantity, "total": total}


def _given_up(line: Line, piece: Piece, result: Result) -> str:
    return f"{_(REASONS[line.criterion].given_up)} {fact_about(line.criterion, piece, result.today)}"


def _state(met: bool | None) -> str:
    if met is None:
        return "unknown"
    return "met" if met else "not_met"


def _invitation(kind: Kind) -> str:
    return {
        Kind.RING: _("See this ring"),
        Kind.EARRINGS: _("See these earrings"),
        Kind.NECKLACE: _("See this necklace"),
        Kind.BRACELET: _("See this bracelet"),
        Kind.BROOCH: _("See this brooch"),
        Kind.CUFFLINKS: _("See these cufflinks"),
    }[kind]
