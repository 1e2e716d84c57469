"""What of a piece and of a maker is open data: what their pages show. Not a maker's own numbers or its contact."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override

from catalog.makers import shown_makers
from catalog.models import Maker, Piece
from catalog.records import record_of

LICENCE = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
KEPT_IN = frozenset({"sku", "state"})
OF_MAKER = ("name", "kind", "summary", "story", "place", "country", "founded", "website", "is_invented")


def public_pieces() -> QuerySet[Piece]:
    """In the order of their addresses, by which an API goes on from any of them."""
    pieces = Piece.objects.published().with_facts().select_related("assessment", "revises")
    return pieces.prefetch_related("photos").order_by("slug")


def public_makers() -> QuerySet[Maker]:
    return shown_makers().order_by("slug")


def public_piece(piece: Piece) -> dict[str, Any]:
    told = {name: value for name, value in record_of(piece).items() if name not in KEPT_IN}
    photos = [
        {"url": photo.largest, "alt": photo.alt, "is_rendering": photo.is_rendering} for photo in piece.photos.all()
    ]
    assessment = {name: getattr(piece.assessment, name) for name in ("making_class", "way")}
    return told | assessment | {"photos": photos, "url": _english(piece), "licence": LICENCE}


def public_maker(maker: Maker) -> dict[str, Any]:
    told: Mapping[str, Any] = {name: getattr(maker, name) for name in OF_MAKER}
    filled = {name: None if value == "" else value for name, value in told.items()}
    return {"address": maker.slug, **filled, "url": _english(maker), "licence": LICENCE}


def _english(row: Piece | Maker) -> str:
    with override("en"):
        kind = "piece" if isinstance(row, Piece) else "maker"
        return reverse(f"catalog:{kind}", args=[row.slug])
