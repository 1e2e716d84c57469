"""What a comparison asks of whoever knows shoppers: pieces of theirs, what they were told, and what to ask."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from catalog.models import Piece


class Shopper(Protocol):
    """`answers` are canonical; `own` are the pieces the shopper brought, by what addresses call them."""

    answers: str
    own: Mapping[str, Piece]

    def heard(self, piece: Piece) -> Piece:
        """A piece read with its facts, with what its seller told the shopper."""

    def context_for(self, pieces: Sequence[Piece], choice: Any) -> Mapping[str, Any]:
        """What the page shows beside the table of these pieces; `choice` is what it was asked for."""


def shopper_for(answers: str, today: date) -> Shopper:
    shopper: Shopper = import_string(settings.SHOPPER)(answers, today)
    return shopper
