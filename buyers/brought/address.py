"""Where the pieces that a shopper brings are shown: every address holds all answers, and the pieces with them."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse

from buyers.brief import Brief


def address_of_own(number: str, brief: Brief) -> str:
    """The facts of one piece, to look at and to correct."""
    return with_query(reverse("bring:piece", args=[number]), brief.answers.items())


def with_query(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    query = urlencode([*pairs], safe=",")
    return f"{path}?{query}" if query else path
