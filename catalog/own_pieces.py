"""A maker's pieces as they stand on the bench: what waits for the maker, what for the curators, and what is public."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from catalog.choices import State
from catalog.gaps import gaps_of
from catalog.models import Maker, Piece

MORNING_ENDS, EVENING_BEGINS = 12, 18
GROUPS = (
    (gettext_noop("They wait for you"), (State.CHANGES_REQUESTED, State.DRAFT)),
    (gettext_noop("With the curators"), (State.SUBMITTED,)),
    (gettext_noop("On the site"), (State.PUBLISHED,)),
    (gettext_noop("Put away"), (State.ARCHIVED,)),
)


@dataclass(frozen=True, kw_only=True)
class OwnPiece:
    """`said` is what the curators asked for, or the one thing that would help the piece most."""

    piece: Piece
    said: str


@dataclass(frozen=True, kw_only=True)
class Group:
    title: str
    rows: list[OwnPiece]
    is_waiting: bool


def groups_of(user: User) -> list[Group]:
    """Those that hold anything; what the curators asked to be changed comes first."""
    own = Piece.objects.filter(maker__members=user.pk).with_facts().select_related("cover", "revises")
    pieces = list(own.prefetch_related("state_changes").order_by("-added_on", "-pk").distinct())
    groups = [
        Group(title=_(title), rows=[*_rows(pieces, states)], is_waiting=State.SUBMITTED in states)
        for title, states in GROUPS
    ]
    return [group for group in groups if group.rows]


def greeting(user: User, now: datetime) -> str:
    name = user.first_name or str(Maker.objects.filter(members=user.pk).first() or "")
    if now.hour < MORNING_ENDS:
        return _("Good morning, %(name)s.") % {"name": name}
    if now.hour < EVENING_BEGINS:
        return _("Good afternoon, %(name)s.") % {"name": name}
    return _("Good evening, %(name)s.") % {"name": name}


def _rows(pieces: list[Piece], states: tuple[State, ...]) -> Iterator[OwnPiece]:
    for state in states:
        for piece in pieces:
            if piece.state == state:
                yield OwnPiece(piece=piece, said=_said(piece))


def _said(piece: Piece) -> str:
    if piece.state == State.CHANGES_REQUESTED:
        notes = [change.note for change in piece.state_changes.all() if change.note]
        return notes[-1] if notes else ""
    gaps = gaps_of(piece)
    return _(gaps[0].words) if gaps and piece.state != State.SUBMITTED else ""
