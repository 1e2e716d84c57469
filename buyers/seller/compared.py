"""A shopper before pieces side by side: those brought along among them, and the question to ask about these."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings
from django.utils.translation import gettext as _

from buyers.brief import LONGEST_QUERY, canonical_query, read_brief
from buyers.brought.page import OUT_OF_IT
from buyers.brought.pieces import own_pieces
from buyers.field import Field, decide_with, musts_failed
from buyers.seller.askable import Reply
from buyers.seller.foreseen import brief_hearing
from buyers.seller.found import AfterReply, OpenFact
from buyers.seller.wording import asking_for
from buyers.seller.worth import best_question, choices_in, most_moving_question, piece_hearing, standing_of
from buyers.stock.loading import NOTHING_LISTED, listed_stock
from buyers.visits import BRING, VERDICT, address_of
from catalog.comparison.choice import Choice
from catalog.models import Piece
from catalog.telling import replied


class ComparingShopper:
    """What cannot be read of the answers is left out."""

    def __init__(self, answers: str, today: date) -> None:
        self.today = today
        self.brief = read_brief(parse_qs(answers[:LONGEST_QUERY]), today, currency=settings.CURRENCY)[0]
        self.answers = canonical_query(self.brief.answers)
        self.own: Mapping[str, Piece] = {piece.slug: piece for piece in own_pieces(self.brief, today)}

    def heard(self, piece: Piece) -> Piece:
        told = dict(self.brief.replies).get(piece.slug)
        return piece if told is None else replied(piece, told, self.today)

    def context_for(self, pieces: Sequence[Piece], choice: Choice) -> dict[str, Any]:
        """No query, and one where the answers hold a choice between listed pieces, for what these are like."""
        others = listed_stock(self.today) if self.brief.duels else NOTHING_LISTED
        field = decide_with(pieces, self.brief, self.today, others)
        found = _open_fact_among(field, pieces)
        answers = self.brief.answers
        return {
            "is_weighed": bool(self.brief.answers_that_weigh),
            "fitting": _fitting(field, pieces),
            "asking": asking_for(found, lambda query: replace(choice, answers=query).address),
            "verdict_address": address_of(VERDICT, answers.items()) if answers else "",
            "bring_address": address_of(BRING, answers.items()),
        }


def _open_fact_among(field: Field, pieces: Sequence[Piece]) -> OpenFact | None:
    """The question that would change most which of these is taken, or else move one of them most."""
    shown = {piece.pk: piece for piece in pieces}
    rivals = choices_in(field, shown)
    found = best_question(field, pieces, rivals) or most_moving_question(field, pieces, rivals)
    if found is None:
        return None
    return OpenFact(
        piece=found.piece,
        asked=found.asked,
        is_decisive=found.is_decisive,
        outcome=field.decision.outcome,
        taken=_best_of(rivals, shown),
        after=tuple(_after(field, found.piece, reply, shown) for reply in found.asked.replies),
    )


def _after(field: Field, piece: Piece, reply: Reply, shown: Mapping[int, Piece]) -> AfterReply:
    standing = standing_of(field, piece_hearing(field, piece, reply))
    others = {key: utility for key, utility in choices_in(field, shown).items() if key != piece.pk}
    rivals = {**others, piece.pk: standing.utility} if standing.is_possible else others
    return AfterReply(
        reply=reply,
        outcome=field.decision.outcome,
        taken=_best_of(rivals, shown),
        behind=100 * (max(rivals.values()) - standing.utility) if standing.is_possible else None,
        query=canonical_query(brief_hearing(field.wanted.brief, piece, reply).answers),
    )


def _best_of(rivals: Mapping[int, float], shown: Mapping[int, Piece]) -> Piece | None:
    return shown[max(rivals, key=lambda key: rivals[key])] if rivals else None


def _fitting(field: Field, pieces: Sequence[Piece]) -> list[str]:
    """Which of these fits the answers most, and what keeps the others out."""
    shown = {piece.pk: piece for piece in pieces}
    best = _best_of(choices_in(field, shown), shown)
    named = [_("Of these, %(piece)s fits your answers most.") % {"piece": best.name}] if best else []
    out = [
        _("%(piece)s is out. %(why)s") % {"piece": piece.name, "why": _(OUT_OF_IT[failed[0]])}
        for piece in pieces
        if (failed := musts_failed(field, piece.slug))
    ]
    return [*named, *out]
