"""Everything that the page of brought pieces shows."""

from typing import Any

from django.urls import reverse

from buyers.brief import Brief
from buyers.brought.address import address_of_own
from buyers.brought.page import OwnCard, card_for, compare_address, free_number
from buyers.brought.standing import Brought
from buyers.questions import START
from buyers.results import brought_for
from buyers.seller.wording import asking_for
from buyers.visits import VERDICT, Visit, address_of

LEAST_COMPARED, MOST_COMPARED = 2, 4


def overview_for(visit: Visit) -> dict[str, Any]:
    """No query before a piece is brought."""
    brief = visit.brief
    brought = brought_for(brief, visit.today) if brief.own else None
    number = free_number(brief.answers)
    is_answered = any(not key.startswith("own.") for key in brief.answers)
    return {
        "cards": cards_of(brought, brief) if brought else [],
        "number": number,
        "facts_address": address_of_own(number, brief) if number else "",
        "is_answered": is_answered,
        "verdict_address": address_of(VERDICT if is_answered else START, brief.answers.items()),
        "compare_address": _compare_address(brought, brief) if brought else "",
    }


def cards_of(brought: Brought, brief: Brief) -> list[OwnCard]:
    bring = reverse("bring:pieces")
    return [
        card_for(
            own, brief, brought.taken, asking_for(brought.questions.get(own.number), lambda query: f"{bring}?{query}")
        )
        for own in brought.own
    ]


def _compare_address(brought: Brought, brief: Brief) -> str:
    """Those brought beside the best of either side, as many as fit."""
    own = [one.piece.slug for one in brought.own if one.piece]
    both = list(dict.fromkeys([*own, *(piece.slug for piece in brought.finalists)]))[:MOST_COMPARED]
    return compare_address(brief, both) if own and len(both) >= LEAST_COMPARED else ""
