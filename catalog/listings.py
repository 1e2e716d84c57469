"""Which pieces the public pages list, besides the list that is filtered: `catalog.facets`."""

from collections.abc import Collection, Sequence

from django.db.models import QuerySet

from catalog.choices import Side
from catalog.models import Piece

RECENT = ("-added_on", "slug")


def listed_pieces() -> QuerySet[Piece]:
    return Piece.objects.published().with_maker().with_making().order_by(*RECENT)


def recent_pieces(side: Side, number: int) -> Sequence[Piece]:
    """The newest pieces made wholly in one way, of different kinds as far as there are any."""
    newest = list(listed_pieces().filter(assessment__way=side.value)[: 4 * number])
    first_of_kind = {piece.kind: piece for piece in reversed(newest)}.values()
    others = [piece for piece in newest if piece not in first_of_kind]
    return [*sorted(first_of_kind, key=newest.index), *others][:number]


def names_of(slugs: Collection[str]) -> dict[str, str]:
    """What published pieces are called, by slug; no query for none."""
    return dict(Piece.objects.published().filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}
