"""The one question of a verdict, found among the pieces at hand, with the verdict after each reply to it."""

from collections.abc import Mapping, Sequence

from buyers.brief import Brief, brief_for, canonical_query
from buyers.brought.pieces import is_own
from buyers.brought.standing import points_behind
from buyers.brought.written import REPLY, joined, read_told, written
from buyers.decision import Outcome
from buyers.field import Field, decide_with
from buyers.seller.askable import Reply
from buyers.seller.found import AfterReply, OpenFact
from buyers.seller.worth import best_question, choices_in, most_moving_question, piece_hearing
from catalog.models import Piece
from catalog.told import Told


def open_fact_in(field: Field, asked_about: Sequence[Piece], shown: Mapping[int, Piece]) -> OpenFact | None:
    """The one that would change most which piece is taken; else what would move a piece brought along most; no query.

    `shown` are the pieces by key, among them the best three of each side.
    """
    rivals = choices_in(field)
    found = best_question(field, asked_about, rivals)
    if found is None:
        found = most_moving_question(field, filter(is_own, asked_about), rivals)
    if found is None:
        return None
    return OpenFact(
        piece=found.piece,
        asked=found.asked,
        is_decisive=found.is_decisive,
        outcome=field.decision.outcome,
        taken=taken_in(field, shown),
        after=tuple(_after(field, found.piece, reply, shown) for reply in found.asked.replies),
    )


def _after(field: Field, piece: Piece, reply: Reply, shown: Mapping[int, Piece]) -> AfterReply:
    brief = brief_hearing(field.wanted.brief, piece, reply)
    private = {**field.private, piece.pk: piece_hearing(field, piece, reply)}
    told = decide_with([*private.values()], brief, field.wanted.today, field.stock) if reply.told != Told() else field
    return AfterReply(
        reply=reply,
        outcome=Outcome(told.decision.outcome),
        taken=taken_in(told, {**shown, piece.pk: piece}),
        behind=points_behind(told, piece.slug),
        query=canonical_query(brief.answers),
    )


def brief_hearing(brief: Brief, piece: Piece, reply: Reply) -> Brief:
    """The answers with what a seller replied about a piece."""
    key = piece.slug if is_own(piece) else f"{REPLY}.{piece.slug}"
    before = read_told(brief.answers[key]) if key in brief.answers else Told()
    heard = written(joined(before, reply.told))
    return brief_for(dict(sorted({**brief.answers, key: heard}.items()))) if heard else brief


def taken_in(field: Field, shown: Mapping[int, Piece]) -> Piece | None:
    """The piece ahead by the mean weights, of either side."""
    leader = field.decision.leader
    row = None if leader is None else field.decision.best[leader]
    return None if row is None else shown.get(field.stock.keys_at([field.rows[row]])[0])
