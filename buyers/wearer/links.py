"""Links for wearers: made and revoked by a session that asks, answered by whoever has one, forgotten after a time."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from allauth.core import ratelimit
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import QuerySet
from django.http import HttpRequest

from buyers.answers import plain
from buyers.models import RANDOM_TEXT, WearerLink
from buyers.shortlist.chosen import put

ASKED = "wearer_links"
# A session that makes more loses sight of its oldest links, which end like all others.
MOST_REMEMBERED = 100
MOST_AN_HOUR, MOST_AN_HOUR_BY_ALL = 20, 1_000
SIZES, WORDS = ("ring_size", "wrist_size"), ("skin", "metal", "style")


def open_links(now: datetime) -> QuerySet[WearerLink]:
    return WearerLink.objects.filter(created__gt=now - WearerLink.OPEN_FOR)


def find(token: str, now: datetime) -> WearerLink | None:
    """None whether there never was such a link, it has ended or was revoked."""
    is_token = re.fullmatch(RANDOM_TEXT, token) is not None
    return open_links(now).filter(token=token).first() if is_token else None


def links_of(session: SessionBase, now: datetime) -> QuerySet[WearerLink]:
    """Those that this session made, newest first; no query if it made none."""
    tokens = session.get(ASKED, ())
    return open_links(now).filter(token__in=tokens) if tokens else WearerLink.objects.none()


def is_answered(session: SessionBase, now: datetime) -> bool:
    return links_of(session, now).filter(answered__isnull=False).exists()


def may_make(request: HttpRequest, now: datetime) -> bool:
    """By session, by all together, and by network address, which only the cache remembers; two queries at most."""
    since = now - timedelta(hours=1)
    if links_of(request.session, now).filter(created__gt=since).count() >= MOST_AN_HOUR:
        return False
    is_room = WearerLink.objects.filter(created__gt=since).count() < MOST_AN_HOUR_BY_ALL
    return is_room and ratelimit.consume(request, action="wearer_link")


def make(session: SessionBase) -> WearerLink:
    link = WearerLink.objects.create()
    put(session, ASKED, [link.token, *session.get(ASKED, ())][:MOST_REMEMBERED])
    return link


def revoke(session: SessionBase, token: str) -> None:
    """Only what this session made."""
    tokens = session.get(ASKED, ())
    if token in tokens:
        WearerLink.objects.filter(token=token).delete()
        put(session, ASKED, [one for one in tokens if one != token])


def answers_of(link: WearerLink) -> dict[str, str]:
    """What the wearer said, by question, as canonical answers."""
    sizes = {key: plain(size) for key in SIZES if (size := getattr(link, key)) is not None}
    return sizes | {key: said for key in WORDS if (said := getattr(link, key))}


def answer(link: WearerLink, answers: Mapping[str, str], now: datetime) -> None:
    """Canonical answers take the place of what was said before; none at all takes it back."""
    sizes = {key: Decimal(answers[key]) if key in answers else None for key in SIZES}
    words = {key: answers.get(key, "") for key in WORDS}
    # Not save(): a link that was revoked meanwhile stays so.
    WearerLink.objects.filter(pk=link.pk).update(answered=now if answers else None, **sizes, **words)


def forget(now: datetime) -> int:
    """Delete what has ended, and what was said there; the number of links."""
    return WearerLink.objects.filter(created__lte=now - WearerLink.OPEN_FOR).delete()[0]
