"""A result as the verdict page tells it: which of the five states, the sentences of the fold, what lies below."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from buyers.brief import canonical_query, conflicts_in
from buyers.brought.page import OwnCard, card_for
from buyers.brought.words import words_of
from buyers.questions import CHECK, PAGES, QUESTIONS
from buyers.seller.wording import Asking, asking_for
from buyers.verdict.balance import Balance
from buyers.verdict.changes import ChangeLine, lines_for, trial_address
from buyers.verdict.choice import Choice, choice_for, take_other_if
from buyers.verdict.guess import guess_of
from buyers.verdict.headline import Mark, headline_for, marks_of, state_of, summary_of
from buyers.verdict.ledger import Ledger, balance_of, ledger_of
from buyers.verdict.left_out import reasons_for
from buyers.verdict.result import Result, Side
from buyers.verdict.wording import of_twenty, sureness
from buyers.visits import BRING, CARD, COMMISSION
from buyers.visits import address_of as screen_address
from catalog.facets.filter import FIT, Filter
from catalog.facets.page import address_of
from catalog.models import Piece

PRINCIPLE_TOLD_FROM = 0.70
OPEN = ("close", "too_early")


@dataclass(frozen=True, kw_only=True)
class OpenQuestion:
    title: str
    reason: str
    address: str


@dataclass(frozen=True, kw_only=True)
class PanPiece:
    """A piece in a pan of the balance, and whether the fold has already drawn it."""

    piece: Piece
    is_shown: bool


@dataclass(frozen=True, kw_only=True)
class VerdictPage:
    result: Result
    state: str
    headline: str
    sureness: str
    twenty: int | None
    summary: tuple[str, ...]
    marks: tuple[Mark, ...]
    chosen: Choice | None
    other: Choice | None
    take_other_if: str
    is_open: bool
    tentative: Side | None
    principle: str
    no_way: str
    way_back: ChangeLine | None
    ways_out: tuple[ChangeLine, ...]
    conflicts: tuple[str, ...]
    changes: tuple[ChangeLine, ...]
    has_far_changes: bool
    ledger: Ledger | None
    balance: Balance | None
    balance_text: str
    pan_pieces: tuple[PanPiece, ...]
    more: tuple[Piece, ...]
    left_out: tuple[str, ...]
    open_questions: tuple[OpenQuestion, ...]
    guess: str
    shows_invented: bool
    asking: Asking | None
    own: tuple[OwnCard, ...]

    @property
    def is_answered(self) -> bool:
        return self.result.brief.answers_that_weigh > 0

    @property
    def asks_decisive(self) -> bool:
        """Whether a reply to the question would change which piece is taken."""
        return self.result.question is not None and self.result.question.is_decisive

    @property
    def check_address(self) -> str:
        return screen_address(CHECK, self.result.brief.answers.items())

    @property
    def top_address(self) -> str:
        return screen_address("top", self.result.brief.answers.items())

    @property
    def cards_address(self) -> str:
        """Where two things are weighed against each other; empty where there is nothing to weigh."""
        return screen_address(CARD, self.result.brief.answers.items()) if self.ledger else ""

    @property
    def heard(self) -> list[tuple[str, str]]:
        """What sellers replied of listed pieces, as it counts here and nowhere else."""
        return [(name, "; ".join(words_of(told))) for name, told in self.result.heard]

    @property
    def bring_address(self) -> str:
        return screen_address(BRING, self.result.brief.answers.items())

    @property
    def commission_address(self) -> str:
        return screen_address(COMMISSION, self.result.brief.answers.items())

    @property
    def json_address(self) -> str:
        return f"{reverse('buyers:verdict_json')}?{canonical_query(self.result.brief.answers)}"

    @property
    def fit_address(self) -> str:
        """All pieces of the kind asked for, those that fit the answers most first."""
        brief = self.result.brief
        by_fit = Filter(answers=canonical_query(brief.answers), sort=FIT)
        return address_of(by_fit.choosing("kind", brief.kind) if brief.kind else by_fit)


def page_for(result: Result) -> VerdictPage:
    side, state, changes = result.lean or result.principle, state_of(result), lines_for(result)
    chosen, other = choice_for(result, side), choice_for(result, side.other)
    is_called = state == "called" and result.confidence is not None
    principle = " ".join(_principle_of(result, state))
    way_back = next((line for line in changes if line.is_limit), None) if principle and state != "close" else None
    ledger = ledger_of(result)
    return VerdictPage(
        result=result,
        state=state,
        headline=headline_for(result, state),
        sureness=sureness(result.confidence or 0) if is_called else "leaning",
        twenty=of_twenty(result.confidence or 0) if is_called else None,
        summary=tuple(summary_of(result)),
        marks=tuple(marks_of(result)) if is_called else (),
        chosen=chosen,
        other=other,
        take_other_if=take_other_if(result, side),
        is_open=state in OPEN,
        tentative=result.lean if result.lean is result.leader else None,
        principle=principle,
        no_way=_no_way_in(result),
        way_back=way_back,
        ways_out=changes if state == "none" else (),
        conflicts=tuple(_conflicts_of(result)),
        changes=() if state == "none" or (way_back and len(changes) == 1) else changes,
        has_far_changes=bool(result.changes) and not changes,
        ledger=ledger,
        balance=balance_of(result),
        pan_pieces=tuple(_pan_pieces(result, chosen, is_open=state in OPEN)),
        balance_text=_balance_in_words(result, ledger),
        more=tuple(candidate.piece for one in Side for candidate in result.candidates[one][1:]),
        left_out=tuple(reasons_for(result)),
        open_questions=() if state == "none" else tuple(_open_questions(result)),
        guess=guess_of(result),
        shows_invented=any(one.piece.maker.is_invented for side in Side for one in result.candidates[side]),
        asking=asking_for(result.question, lambda query: trial_address(query, result.brief)),
        own=tuple(card_for(own, result.brief, _named_in(result)) for own in result.own),
    )


def _named_in(result: Result) -> Piece | None:
    """The piece ahead by the points, or of the one side that is possible."""
    side = result.leader or result.lean
    return next((one.piece for one in result.candidates[side]), None) if side else None


def _principle_of(result: Result, state: str) -> Iterator[str]:
    """What suits in principle, where that is another side than what the catalog holds for these answers."""
    is_told = result.principle_confidence >= PRINCIPLE_TOLD_FROM and state != "too_early"
    is_by_hand = result.principle is Side.HANDCRAFTED
    if result.forced and result.lean is not None:
        yield _forced_by_limits(result.lean)
    if is_told and state == "close":
        yield _in_principle_but_level(is_by_hand=is_by_hand)
    elif is_told and result.lean is not None and result.principle is not result.lean:
        yield _in_principle_otherwise(is_by_hand=is_by_hand)


def _no_way_in(result: Result) -> str:
    """Where no single limit keeps the other side out; it tells of limits, so a saved verdict leaves it out."""
    if result.forced and not result.changes:
        return _("No change of budget or date alone brings the other one within reach.")
    return ""


def _in_principle_but_level(*, is_by_hand: bool) -> str:
    if is_by_hand:
        return _("In principle handcrafted suits you; these two pieces are level.")
    return _("In principle mass-produced suits you; these two pieces are level.")


def _in_principle_otherwise(*, is_by_hand: bool) -> str:
    if is_by_hand:
        return _("In principle handcrafted suits you. Within these limits it is mass-produced.")
    return _("In principle mass-produced suits you. Within these limits it is handcrafted.")


def _forced_by_limits(lean: Side) -> str:
    if lean is Side.HANDCRAFTED:
        return _("No mass-produced piece here keeps to all your limits, so there is nothing to weigh.")
    return _("No handcrafted piece here keeps to all your limits, so there is nothing to weigh.")


def _pan_pieces(result: Result, chosen: Choice | None, *, is_open: bool) -> Iterator[PanPiece]:
    for side in (Side.HANDCRAFTED, Side.MASS_PRODUCED):
        for candidate in result.candidates[side][:1]:
            is_chosen = chosen is not None and chosen.piece == candidate.piece
            yield PanPiece(piece=candidate.piece, is_shown=is_open or is_chosen)


def _conflicts_of(result: Result) -> Iterator[str]:
    yield from (_(conflict) for conflict in conflicts_in(result.brief))
    if result.is_too_soon_for_wishes:
        yield _("You want a piece made to a wish, and none that may be can be made by then.")
    if len({one.piece.kind for side in Side for one in result.candidates[side][:1]}) > 1:
        yield _("You left the kind open, so the two pieces are of different kinds.")


def _balance_in_words(result: Result, ledger: Ledger | None) -> str:
    if ledger is None:
        return ""
    if ledger.leader is None:
        return _("The pans are level.")
    return _("%(heavier)s outweighs %(lighter)s by %(gap)s of 100 points.") % {
        "heavier": result.candidates[ledger.leader][0].piece.name,
        "lighter": result.candidates[ledger.leader.other][0].piece.name,
        "gap": ledger.gap,
    }


def _open_questions(result: Result) -> Iterator[OpenQuestion]:
    for page in PAGES:
        question = QUESTIONS[page.keys[0]]
        if question.key not in result.brief.answers:
            yield OpenQuestion(
                title=_(question.title_for(result.brief.who)),
                reason=_(question.reason),
                address=screen_address(page.slug, result.brief.answers.items()),
            )
