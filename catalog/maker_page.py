"""All that the page of one maker tells."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.utils.text import capfirst

from catalog.listings import listed_pieces
from catalog.makers import extent_of, place_of, techniques_of_maker, verified_of
from catalog.models import Maker, Piece

PIECES_PER_PAGE = 24


def maker_page(maker: Maker, page: str | None, today: date) -> dict[str, Any]:
    """Its parts by name, in six queries beside those of the maker and its people."""
    extent = extent_of(maker)
    pieces: Paginator[Piece] = Paginator(listed_pieces().filter(maker=maker), PIECES_PER_PAGE)
    pieces.count = extent.number
    return {
        "maker": maker,
        "place": capfirst(place_of(maker)),
        "page": pieces.get_page(page),
        "extent": extent,
        "verified": verified_of(maker, today),
        "techniques": techniques_of_maker(maker),
    }
