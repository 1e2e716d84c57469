"""The pieces of one brief alone: those brought along, and listed ones of which a seller told the shopper more."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from buyers.brief import Brief
from buyers.brought.address import address_of_own
from buyers.brought.words import name_of
from buyers.brought.written import OWN
from catalog.models import Piece
from catalog.telling import piece_from, replied
from catalog.told import Told


def private_pieces(brief: Brief, today: date) -> list[Piece]:
    """In memory alone; no query without a reply, three with any number of them."""
    return [*own_pieces(brief, today), *_replied_pieces(brief, today)]


def own_pieces(brief: Brief, today: date) -> Iterator[Piece]:
    """Those of which kind and price are known, by their numbers; the keys are below those of all rows."""
    for number, told in brief.own:
        if is_placeable(told):
            named = replace(told, name=name_of(told, number))
            piece = piece_from(named, -int(number), slug_of(number), today)
            piece.own_address = address_of_own(number, brief)
            yield piece


def is_placeable(told: Told) -> bool:
    return told.kind is not None and told.price is not None


def slug_of(number: str) -> str:
    """As the answers call it; no slug of the catalog has a dot."""
    return f"{OWN}.{number}"


def is_own(piece: Piece) -> bool:
    return piece.pk < 0


def _replied_pieces(brief: Brief, today: date) -> Sequence[Piece]:
    replies = dict(brief.replies)
    if not replies:
        return ()
    published = Piece.objects.published().filter(slug__in=replies, assessment__isnull=False)
    return [replied(piece, replies[piece.slug], today) for piece in published.with_maker().with_making()]
