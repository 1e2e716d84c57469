"""Which pieces an address asks to compare, in its order, and the one address that says the same."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from catalog.comparison.shopper import Shopper
from catalog.models import Piece

FEWEST, MOST = 2, 4
MOST_LOOKED_UP = 24
ONLY, DIFFERENCES = "only", "differences"
ANSWERS = "answers"
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What was asked for, and a shopper's answers if any; a slug may be one of no published piece."""

    slugs: tuple[str, ...]
    only_differences: bool = False
    answers: str = ""

    @property
    def address(self) -> str:
        query = urlencode(self._pairs)
        return reverse("catalog:compare") + (f"?{query}" if query else "")

    @property
    def toggled(self) -> "Choice":
        return replace(self, only_differences=not self.only_differences)

    def without(self, slug: str) -> "Choice":
        return replace(self, slugs=tuple(one for one in self.slugs if one != slug))

    def is_asked_by(self, query: QueryDict) -> bool:
        return [(key, text) for key, texts in query.lists() for text in texts] == self._pairs

    @property
    def _pairs(self) -> list[tuple[str, str]]:
        only = [(ONLY, DIFFERENCES)] if self.only_differences else []
        answers = [(ANSWERS, self.answers)] if self.answers else []
        return [*(("piece", slug) for slug in self.slugs), *only, *answers]


def read_choice(query: QueryDict) -> Choice:
    slugs = dict.fromkeys(filter(None, query.getlist("piece")))
    return Choice(
        slugs=tuple(slugs),
        only_differences=query.getlist(ONLY)[-1:] == [DIFFERENCES],
        answers=next(iter(query.getlist(ANSWERS)[-1:]), ""),
    )


def well_formed(slugs: Iterable[str]) -> list[str]:
    """Those a piece could have, so that no database is asked for a byte it cannot hold."""
    return [slug for slug in slugs if SLUG.fullmatch(slug)]


def known_pieces(choice: Choice, shopper: Shopper) -> list[Piece]:
    """The published ones and the shopper's own, with all their facts, in the order of the address: five queries."""
    asked = well_formed(choice.slugs)[:MOST_LOOKED_UP]
    found = Piece.objects.published().filter(slug__in=asked, assessment__isnull=False)
    listed = {piece.slug: shopper.heard(piece) for piece in found.select_related("assessment", "cover").with_facts()}
    known = {**listed, **shopper.own}
    return [known[slug] for slug in choice.slugs if slug in known]
