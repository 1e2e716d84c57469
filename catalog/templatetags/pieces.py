from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from catalog import money, ready, steps
from catalog.drawing import draw
from catalog.models import Piece
from catalog.portrait import look_of

register = template.Library()


@register.simple_tag
def piece_drawing(piece: Piece) -> SafeString:
    """The SVG of a piece, drawn from its own facts; its steps and materials must be read with it."""
    return SafeString(draw(look_of(piece)))


@register.filter
def making_line(piece: Piece) -> str:
    return steps.making_line(piece)


@register.filter(name="ready")
def ready_line(piece: Piece) -> str:
    return ready.ready_line(piece, timezone.localdate())


@register.filter(name="money")
def money_of(amount: Decimal) -> str:
    return money.money(amount)
