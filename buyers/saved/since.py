"""What has changed since a verdict was saved: beside what it showed, never instead of it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from buyers import questions
from buyers.saved.snapshot import SavedPiece, Snapshot
from catalog.models import Piece
from catalog.money import money


@dataclass(frozen=True, kw_only=True)
class Since:
    listed: Collection[str]
    notes: tuple[str, ...]


def since(snapshot: Snapshot, rules: str) -> Since:
    """One query."""
    slugs = [piece.slug for piece in snapshot.pieces]
    pieces = {piece.slug: piece for piece in Piece.objects.published().with_maker().filter(slug__in=slugs)}
    return Since(listed=pieces.keys(), notes=tuple(_notes(snapshot, rules, pieces)))


def _notes(snapshot: Snapshot, rules: str, pieces: Mapping[str, Piece]) -> Iterator[str]:
    if rules != questions.RULES:
        yield _("The rules have changed since: today a verdict is made under rules %(rules)s.") % {
            "rules": questions.RULES
        }
    for then in (piece for piece in snapshot.pieces if piece.slug):
        yield from _notes_about(then, pieces.get(then.slug))


def _notes_about(then: SavedPiece, now: Piece | None) -> Iterator[str]:
    if now is None:
        yield _("%(name)s is no longer listed.") % {"name": then.name}
        return
    if money(now.price) != then.price:
        yield _("%(name)s costs %(price)s today.") % {"name": then.name, "price": money(now.price)}
    if (now.name, now.maker.name, str(now.assessment.way)) != (then.name, then.maker, then.way):
        yield _("What is listed of %(name)s has changed.") % {"name": then.name}
