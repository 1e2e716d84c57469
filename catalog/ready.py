"""When a piece can be in a shopper's hands, as its listing says."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.models import Piece

DAYS_SAID_AS_A_DATE = 14


def ready_line(piece: Piece, today: date | None) -> str:
    """By which day it is here, or how long it is made; with no day to count from, always how long."""
    if piece.days_max is None:
        return _("nobody told us when")
    if today is None and piece.in_stock:
        return _("ready to send")
    if today is not None and (piece.in_stock or piece.days_max <= DAYS_SAID_AS_A_DATE):
        day = date_format(today + timedelta(days=piece.days_max), "j F")
        return _("here by %(date)s") % {"date": day}
    weeks = -(-piece.days_max // 7)
    words = ngettext("made for you in one week", "made for you in %(weeks)s weeks", weeks)
    return words % {"weeks": _number_word(weeks)}


def _number_word(number: int) -> str:
    words = {2: _("two"), 3: _("three"), 4: _("four"), 5: _("five"), 6: _("six"), 7: _("seven"), 8: _("eight")}
    return words.get(number, str(number))
