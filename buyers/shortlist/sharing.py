"""Shared lists: made from what is kept, revoked by the session that made them, forgotten after a time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.db.models import Count, QuerySet

from buyers.models import SharedPiece, SharedShortlist
from buyers.shortlist.chosen import put
from catalog.models import Piece

SHARED = "shared"
# A session that shares more loses sight of its oldest lists, which are forgotten in the end like all others.
MOST_REMEMBERED = 100
MOST_AN_HOUR, MOST_AN_HOUR_BY_ALL = 20, 1_000
KEPT_FOR = timedelta(days=400)


def open_lists(now: datetime) -> QuerySet[SharedShortlist]:
    """Those that have not ended, also before they are forgotten."""
    return SharedShortlist.objects.filter(created__gt=now - KEPT_FOR)


def shared_by(session: SessionBase) -> QuerySet[SharedShortlist]:
    """Newest first, each with its `number` of pieces."""
    return SharedShortlist.objects.filter(token__in=session.get(SHARED, ())).annotate(number=Count("entries"))


def may_share(session: SessionBase, now: datetime) -> bool:
    """Two queries at most: this session's lists of the last hour, and everybody's."""
    lately = SharedShortlist.objects.filter(created__gt=now - timedelta(hours=1))
    own = lately.filter(token__in=session.get(SHARED, ())).count()
    return own < MOST_AN_HOUR and lately.count() < MOST_AN_HOUR_BY_ALL


@transaction.atomic
def share(session: SessionBase, pieces: Sequence[Piece]) -> SharedShortlist:
    shortlist = SharedShortlist.objects.create()
    SharedPiece.objects.bulk_create(
        SharedPiece(shortlist=shortlist, piece=piece, position=position) for position, piece in enumerate(pieces)
    )
    put(session, SHARED, [shortlist.token, *session.get(SHARED, ())][:MOST_REMEMBERED])
    return shortlist


def is_own(session: SessionBase, token: str) -> bool:
    return token in session.get(SHARED, ())


def revoke(session: SessionBase, token: str) -> None:
    """Only what this session shared."""
    if is_own(session, token):
        SharedShortlist.objects.filter(token=token).delete()
        put(session, SHARED, [one for one in session.get(SHARED, ()) if one != token])


def forget(now: datetime) -> int:
    """Delete what has been shared for longer than it is kept; the number of lists."""
    return SharedShortlist.objects.filter(created__lte=now - KEPT_FOR).delete()[1].get("buyers.SharedShortlist", 0)
