"""All that is kept of a visitor: their session, and what was made in it. A saved verdict is told by its link alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.urls import reverse

from buyers.models import SharedShortlist, WearerLink
from buyers.shortlist import sharing
from buyers.shortlist.chosen import KEPT, TRAY
from buyers.wearer import links


@dataclass(frozen=True, kw_only=True)
class Held:
    kept: tuple[str, ...]
    compared: tuple[str, ...]
    shared: Sequence[SharedShortlist]
    links: Sequence[WearerLink]

    @property
    def is_anything(self) -> bool:
        return any([self.kept, self.compared, self.shared, self.links])


def held_by(session: SessionBase) -> Held:
    """Two queries at most, and none without what they ask for. Also what has ended and is not forgotten yet."""
    shared, asked = session.get(sharing.SHARED, ()), session.get(links.ASKED, ())
    lists = SharedShortlist.objects.filter(token__in=shared).prefetch_related("entries__piece") if shared else ()
    return Held(
        kept=tuple(session.get(KEPT, ())),
        compared=tuple(piece["slug"] for piece in session.get(TRAY, ())),
        shared=tuple(lists),
        links=tuple(WearerLink.objects.filter(token__in=asked)) if asked else (),
    )


def as_told(held: Held, address_of: Callable[[str], str]) -> dict[str, Any]:
    """Everything in words of its own, for whoever takes it along."""
    return {
        "pieces_kept": list(held.kept),
        "pieces_to_compare": list(held.compared),
        "shortlists_shared": [
            {
                "address": address_of(reverse("shortlist:shared", args=[one.token])),
                "made": one.created,
                "pieces": [entry.piece.slug for entry in one.entries.all()],
            }
            for one in held.shared
        ],
        "links_for_a_wearer": [
            {
                "address": address_of(reverse("wearer:answer", args=[one.token])),
                "made": one.created,
                "answered": one.answered,
                "said": links.answers_of(one),
            }
            for one in held.links
        ],
    }


def delete(held: Held, session: SessionBase) -> None:
    """With the session itself, which signs out whoever is signed in."""
    SharedShortlist.objects.filter(pk__in=[one.pk for one in held.shared]).delete()
    WearerLink.objects.filter(pk__in=[one.pk for one in held.links]).delete()
    session.flush()


def forget_sessions(now: datetime) -> int:
    """Delete the sessions that have ended; the number of sessions."""
    return Session.objects.filter(expire_date__lte=now).delete()[0]
