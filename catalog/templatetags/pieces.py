import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from catalog import money, ready, steps
from catalog.drawing import draw
from catalog.models import Photo, Piece
from catalog.portrait import look_of

register = template.Library()

# Nothing in the data may end the element it stands in, or a line of the script it is taken for.
HARMLESS = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}


@register.simple_tag
def piece_drawing(piece: Piece) -> SafeString:
    """The SVG of a piece, drawn from its own facts; its steps and materials must be read with it."""
    return SafeString(draw(look_of(piece)))


@register.simple_tag
def piece_picture(piece: Piece, sizes: str, is_first: bool = False) -> SafeString:
    """Its first photo, as wide as `sizes` says; without one its drawing, which tells what it is."""
    return photo_picture(piece.cover, sizes, is_first) if piece.cover else piece_drawing(piece)


@register.simple_tag
def photo_picture(photo: Photo, sizes: str, is_first: bool = False) -> SafeString:
    return render_to_string("components/_photo.html", {"photo": photo, "sizes": sizes, "is_first": is_first})


@register.filter
def making_line(piece: Piece) -> str:
    return steps.making_line(piece)


@register.filter(name="ready")
def ready_line(piece: Piece) -> str:
    return ready.ready_line(piece, timezone.localdate())


@register.filter(name="money")
def money_of(amount: Decimal) -> str:
    return money.money(amount)


@register.simple_tag
def json_ld(structure: Mapping[str, Any]) -> SafeString:
    """Data about the page for programs that read it."""
    data = json.dumps(structure, ensure_ascii=False).translate(HARMLESS)
    return SafeString(f'<script type="application/ld+json">{data}</script>')
