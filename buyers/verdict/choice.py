"""The piece a verdict names on each side, with the reason for it, what it costs to take it, and the wishes it meets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from buyers.verdict.reasons import REASONS, WISHES
from buyers.verdict.result import RESIDUAL, Candidate, Line, Result, Side
from buyers.verdict.wording import fact_about
from catalog.choices import Kind, Way
from catalog.models import Piece
from catalog.money import money
from catalog.ready import ready_line

LEAST_POINTS = 1


@dataclass(frozen=True, kw_only=True)
class Wish:
    sentence: str
    state: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    piece: Piece
    arrival: str
    because: str
    given_up: str
    wishes: tuple[Wish, ...]
    in_between: str
    together: str
    invitation: str


def choice_for(result: Result, side: Side) -> Choice | None:
    if not result.candidates[side]:
        return None
    candidate = result.candidates[side][0]
    other = next((one.piece for one in result.candidates[side.other]), None)
    best, worst = strongest_for(result, side), strongest_for(result, side.other)
    return Choice(
        piece=candidate.piece,
        arrival=ready_line(candidate.piece, result.counted_from),
        because=_because(best, candidate.piece, result) if best else "",
        given_up=_given_up(worst, candidate.piece, other, result.counted_from) if worst else "",
        wishes=tuple(_wishes_of(candidate, result)),
        in_between=_in_between(candidate.piece),
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
    return f"{_(opening)} {fact_about(line.criterion, piece, result.counted_from)}"


def _together(piece: Piece, result: Result) -> str:
    if result.brief.quantity == 1:
        return ""
    total = money(piece.price * result.brief.quantity)
    return _("%(quantity)s alike are %(total)s.") % {"quantity": result.brief.quantity, "total": total}


def _given_up(line: Line, piece: Piece, other: Piece | None, today: date | None) -> str:
    """What taking the piece costs beside the other one: in money and days where it is money and days."""
    if line.criterion == "price" and other is not None and piece.price > other.price:
        names = {"more": money(piece.price - other.price), "other": other.name}
        return _("You pay %(more)s more than for %(other)s.") % names
    if line.criterion == "lead" and other is not None and (piece.days_max or 0) > (other.days_max or 0) > 0:
        names = {"days": str((piece.days_max or 0) - (other.days_max or 0)), "other": other.name}
        return _("You wait up to %(days)s days longer than for %(other)s.") % names
    return f"{_(REASONS[line.criterion].given_up)} {fact_about(line.criterion, piece, today)}"


def _wishes_of(candidate: Candidate, result: Result) -> Iterator[Wish]:
    """The deal-breakers and the wish for safe skin, which it meets, and the wishes that moved nothing."""
    is_reacting = result.brief.skin in {"nickel", "piercing"}
    hard = [key for key in WISHES if key in result.brief.must or (key == "skin" and is_reacting)]
    for key, met in {**dict.fromkeys(hard, True), **candidate.wishes}.items():
        sentence, otherwise, unknown = WISHES[key]
        state = _state(met)
        yield Wish(sentence=_({"met": sentence, "not_met": otherwise, "unknown": unknown}[state]), state=state)


def _in_between(piece: Piece) -> str:
    if piece.assessment.way != Way.IN_BETWEEN:
        return ""
    if piece.assessment.side == Side.HANDCRAFTED:
        return _("Its making is in between. Most of its steps are by hand, so it competes as handcrafted.")
    return _("Its making is in between. Most of its steps are by machine, so it competes as mass-produced.")


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
