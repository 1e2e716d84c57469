"""Which card comes next for a brief, and what is known of a card that is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from buyers.brief import Brief
from buyers.brought.pieces import slug_of
from buyers.decision import CRITERIA, Criterion, Decision, Side
from buyers.decision.cards import Asked, Card, may_stop, next_card
from buyers.decision.posterior import posterior_for
from buyers.field import Field, decide_field
from buyers.questions import DUEL, TRADEOFF
from catalog.listings import listed_pieces
from catalog.models import Piece


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The key of the card to show next, or why none is."""

    key: str
    ending: str


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How what a card weighs stands in the verdict: whether the two pull apart, and what sways it more, if anything."""

    pull_apart: bool
    swaying: str
    may_stop: bool


def choose_card(brief: Brief, today: date) -> Choice:
    """One query, and one more for the names of the pieces of a duel."""
    field = decide_field(brief, today)
    posterior = posterior_for(field.preferences, with_residual=True)
    found = next_card(field.decision, field.preferences, posterior, _asked_in(brief, field))
    return Choice(key=_key_of(found.card, field) if found.card else "", ending=found.ending or "")


def standing_of(brief: Brief, names: Sequence[str], today: date) -> Standing:
    """Of two criteria, or of two pieces, which pull apart where they are of different sides; one query."""
    field = decide_field(brief, today)
    decision, stops = field.decision, may_stop(field.decision, field.preferences.count)
    if names[0] not in CRITERIA:
        sides = {side for name in names if (side := _side_of(name, field))}
        return Standing(pull_apart=len(sides) == len(tuple(Side)), swaying="", may_stop=stops)
    points = {name: _points_of(Criterion(name), decision) for name in names}
    first, second = points.values()
    swaying = max(names, key=lambda name: abs(points[name])) if first or second else ""
    return Standing(pull_apart=first * second < 0, swaying=swaying, may_stop=stops)


def pieces_of(slugs: Sequence[str]) -> Sequence[Piece]:
    """The pieces of a duel in this order, as far as they are published."""
    found = {piece.slug: piece for piece in listed_pieces().filter(slug__in=slugs)}
    return [found[slug] for slug in slugs if slug in found]


def _points_of(criterion: Criterion, decision: Decision) -> float:
    return 0.0 if decision.contributions is None else float(decision.contributions[criterion.column])


def _side_of(slug: str, field: Field) -> str:
    row = field.stock.row_of(slug)
    return "" if row is None else field.stock.side_at(row)


def _key_of(card: Card, field: Field) -> str:
    if card.criteria is not None:
        return ".".join((TRADEOFF.prefix, *card.criteria))
    keys = field.stock.keys_at(field.rows[list(card.rows or ())].tolist())
    return ".".join((DUEL.prefix, *Piece.objects.filter(pk__in=keys).order_by("slug").values_list("slug", flat=True)))


def _asked_in(brief: Brief, field: Field) -> Asked:
    """What was shown, answered or not: a card that was skipped does not come again."""
    shown = [key.split(".") for key in brief.answers if "." in key]
    own = (field.place_in_market(slug_of(number)) for number, _told in brief.own)
    # A piece that cannot come again still counts among the duels, as a row that no piece has.
    gone = count(-1, -1)
    duels = [[field.place_in_market(slug) for slug in key[1:]] for key in shown if key[0] == DUEL.prefix]
    return Asked(
        criteria=frozenset((Criterion(key[1]), Criterion(key[2])) for key in shown if key[0] == TRADEOFF.prefix),
        rows=frozenset(
            (next(gone) if left is None else left, next(gone) if right is None else right) for left, right in duels
        ),
        barred=frozenset(row for row in own if row is not None),
    )
