"""What a verdict page offers when it has been read: to save it, and to say what came of it."""

from dataclasses import dataclass, field

from django.urls import reverse

from buyers.brief import Brief, canonical_query
from buyers.outcomes.forms import OutcomeForm


@dataclass(frozen=True, kw_only=True)
class Offer:
    save_address: str
    outcome_address: str
    outcome_form: OutcomeForm = field(default_factory=OutcomeForm)


def offer_for(brief: Brief) -> Offer:
    return Offer(
        save_address=with_answers_of(brief, "buyers:save_verdict"),
        outcome_address=with_answers_of(brief, "buyers:outcome"),
    )


def with_answers_of(brief: Brief, name: str) -> str:
    return f"{reverse(name)}?{canonical_query(brief.answers)}"
