"""The question worth asking about a piece, with what each reply would make of the verdict: plain values."""

from dataclasses import dataclass

from buyers.decision import Outcome
from buyers.seller.askable import Asked, Reply
from catalog.models import Piece


@dataclass(frozen=True, kw_only=True)
class AfterReply:
    """The verdict after a reply by the whole rule, and the piece that it names; `query` holds all answers with it.

    `behind` is by how many points of 100 that piece is then ahead of the one asked about, None while that one is out.
    """

    reply: Reply
    outcome: Outcome
    taken: Piece | None
    behind: float | None
    query: str


@dataclass(frozen=True, kw_only=True)
class OpenFact:
    """`taken` is the piece that the verdict names now, and `outcome` how it stands.

    `is_decisive` tells that some reply changes which piece is taken; else replies move the piece asked about alone.
    """

    piece: Piece
    asked: Asked
    is_decisive: bool
    outcome: Outcome
    taken: Piece | None
    after: tuple[AfterReply, ...]
