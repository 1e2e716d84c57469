"""How each piece that a shopper brought stands in the verdict: its place on its side, or what keeps it out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from buyers.brought.pieces import slug_of
from buyers.decision import Side
from buyers.field import Field, musts_failed
from buyers.seller.askable import questions_about
from buyers.seller.found import OpenFact
from catalog.models import Piece
from catalog.told import Told


@dataclass(frozen=True, kw_only=True)
class OwnPiece:
    """`piece` is None while kind or price is missing. `failed` are the musts it does not meet, by query key.

    `open_facts` are what nobody told of it, as far as it bears on a verdict. `place` is its rank among the `possible`
    pieces of its side, None outside the verdict. `behind` is by how many points of 100 the piece that the verdict names
    is ahead of it: 0 where it is that piece, None outside the verdict.
    """

    number: str
    told: Told
    piece: Piece | None
    side: Side | None
    failed: tuple[str, ...]
    open_facts: tuple[str, ...]
    place: int | None
    possible: int
    behind: float | None


@dataclass(frozen=True, kw_only=True)
class Brought:
    """All pieces brought, the question to ask about each by its number, and the piece that the verdict names.

    `finalists` are the best pieces of both sides, as far as there are any.
    """

    own: tuple[OwnPiece, ...]
    questions: Mapping[str, OpenFact | None]
    taken: Piece | None
    finalists: tuple[Piece, ...]


def own_pieces_in(field: Field) -> Iterator[OwnPiece]:
    """In the order of their numbers; no query."""
    for number, told in field.wanted.brief.own:
        piece = field.private.get(-int(number))
        side = Side(piece.assessment.side) if piece and piece.assessment.side else None
        place = None if side is None else _place_of(field, slug_of(number), side)
        yield OwnPiece(
            number=number,
            told=told,
            piece=piece,
            side=side,
            failed=musts_failed(field, slug_of(number)),
            open_facts=tuple(one.name for one in questions_about(piece, field.wanted)) if piece else (),
            place=place,
            possible=0 if side is None else field.count_possible(side),
            behind=points_behind(field, slug_of(number)),
        )


def points_behind(field: Field, slug: str) -> float | None:
    """By how many points of 100 the piece ahead of all is ahead of this one; None outside the verdict."""
    row = field.place_in_market(slug)
    if row is None or not field.decision.feasible[row]:
        return None
    utilities = field.decision.encoded.values @ field.decision.weights
    return 100 * float(utilities[field.decision.feasible].max() - utilities[row])


def _place_of(field: Field, slug: str, side: Side) -> int | None:
    row = field.stock.row_of(slug)
    return None if row is None or not field.possible[row] else field.place_of(row, side)
