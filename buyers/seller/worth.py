"""What each question about a piece is worth to this shopper: the value of information of one undisclosed fact.

The choice is the piece of most utility by the mean weights, as in the verdict. A question is worth how much better the
best piece is, on average over the replies, than the piece that the verdict names now. Nobody has measured how sellers
reply, so that every reply counts as equally likely. Source: Howard 1966, information value theory.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from buyers.brought.pieces import is_own
from buyers.brought.written import joined
from buyers.decision import Criterion, encode
from buyers.decision.arrays import FloatArray
from buyers.decision.criteria import RESIDUAL_COLUMN
from buyers.field import Field
from buyers.musts import hard_musts
from buyers.seller.askable import Asked, Reply, questions_about
from buyers.stock.columns import columns_from
from buyers.stock.loading import packed_in_memory
from buyers.stock.scoring import market_of
from catalog.models import Piece
from catalog.telling import CRITERIA_OF, piece_from, replied, stated

NOTHING = 0.0
LEAST_WORTH = 0.0005
# They may move a piece to the other side.
SIDED = frozenset({"by_hand", "methods", "made", "edition"})


@dataclass(frozen=True, kw_only=True, eq=False)
class Standing:
    """A piece for a shopper: its values (12,), its utility by the mean weights, and whether it meets every must."""

    values: FloatArray
    utility: float
    is_possible: bool

    @property
    def value(self) -> float:
        """-inf for a piece that cannot be chosen."""
        return self.utility if self.is_possible else -np.inf


@dataclass(frozen=True, kw_only=True)
class Worth:
    """A question about a piece: its worth, and by how much a reply moves the piece on average; 1 = the whole scale."""

    piece: Piece
    asked: Asked
    worth: float
    moves: float

    @property
    def is_decisive(self) -> bool:
        return self.worth >= LEAST_WORTH


def best_question(field: Field, pieces: Iterable[Piece], rivals: Mapping[int, float]) -> Worth | None:
    """The question worth most, the first of equals; None where no reply would change the choice.

    `rivals` are the utilities, by key, of all pieces one may choose among as they are.
    """
    worths = [worth for piece in pieces for worth in worths_of(field, piece, rivals)]
    best = max(worths, key=lambda one: one.worth, default=None)
    return best if best is not None and best.is_decisive else None


def most_moving_question(field: Field, pieces: Iterable[Piece], rivals: Mapping[int, float]) -> Worth | None:
    """Where no reply changes the choice: the question whose replies move one of these pieces most."""
    best: Worth | None = None
    for most, piece, asked in sorted(_by_reach(field, pieces), key=lambda one: -one[0]):
        if best is not None and most < best.moves:
            break
        worth = _worth_of(field, piece, asked, rivals)
        if best is None or worth.moves > best.moves:
            best = worth
    return best


def _by_reach(field: Field, pieces: Iterable[Piece]) -> Iterator[tuple[float, Piece, Asked]]:
    """Every question with the most by which its replies can move the piece: all of it where it may come in or drop out.

    Only of a piece that is wanted once no reply can take it out.
    """
    for piece in pieces:
        if is_out_for_good(field, piece):
            continue
        now = standing_of(field, piece)
        for asked in questions_about(piece, field.wanted):
            least, most = _reach_of(field, asked, now)
            is_kept = now.is_possible and field.wanted.brief.quantity == 1
            yield (most - least if is_kept else max(most, now.utility, NOTHING)), piece, asked


def worths_of(field: Field, piece: Piece, rivals: Mapping[int, float]) -> Iterator[Worth]:
    """Of every question about a piece that a reply may bring in, or change enough to change the choice."""
    if is_out_for_good(field, piece):
        return
    others, is_taken = _others(piece, rivals)
    now = standing_of(field, piece)
    for asked in questions_about(piece, field.wanted):
        least, most = _reach_of(field, asked, now)
        if least < others if is_taken else most > others:
            yield _worth_of(field, piece, asked, rivals)


def _others(piece: Piece, rivals: Mapping[int, float]) -> tuple[float, bool]:
    """The utility of the best other piece, and whether this one is ahead of it."""
    others = max((utility for key, utility in rivals.items() if key != piece.pk), default=NOTHING)
    return others, rivals.get(piece.pk, -np.inf) > others


def _worth_of(field: Field, piece: Piece, asked: Asked, rivals: Mapping[int, float]) -> Worth:
    others, is_taken = _others(piece, rivals)
    now = rivals.get(piece.pk, NOTHING)
    heard = [piece_hearing(field, piece, reply) for reply in asked.replies]
    values = [standing.value for standing in standings_of(field, heard)]
    return Worth(
        piece=piece,
        asked=asked,
        worth=_mean_gain(values, others, is_taken=is_taken),
        moves=float(np.mean([abs(max(value, NOTHING) - max(now, NOTHING)) for value in values])),
    )


def _mean_gain(values: Sequence[float], others: float, *, is_taken: bool) -> float:
    """How much better the best piece is than the one that is taken now; one that cannot be had is worth nothing."""
    taken = [max(value, NOTHING) for value in values] if is_taken else [others] * len(values)
    return float(np.mean([max(value, others) - other for value, other in zip(values, taken, strict=True)]))


def _reach_of(field: Field, asked: Asked, now: Standing) -> tuple[float, float]:
    """The least and the most utility after any reply: what it tells may value from 0 to 1, all else stays."""
    columns = [*{column for reply in asked.replies for column in _columns_told(reply)}]
    weights = field.decision.weights[columns]
    rest = now.utility - float(weights @ now.values[columns])
    return rest + float(np.minimum(weights, 0).sum()), rest + float(np.maximum(weights, 0).sum())


def _columns_told(reply: Reply) -> Iterator[int]:
    for name in stated(reply.told):
        if name in CRITERIA_OF:
            yield Criterion(CRITERIA_OF[name]).column
        if name in SIDED:
            yield RESIDUAL_COLUMN
    if reply.told.days_max is not None:
        yield Criterion.LEAD.column


def piece_hearing(field: Field, piece: Piece, reply: Reply) -> Piece:
    """The piece as it would be after a reply, in memory alone."""
    today = field.wanted.today
    if not is_own(piece):
        return replied(piece, reply.told, today)
    own = dict(field.wanted.brief.own)[str(-piece.pk)]
    heard = piece_from(joined(own, reply.told), piece.pk, piece.slug, today)
    heard.name, heard.own_address = piece.name, piece.own_address
    return heard


def standing_of(field: Field, piece: Piece) -> Standing:
    return standings_of(field, [piece])[0]


def standings_of(field: Field, pieces: Sequence[Piece]) -> list[Standing]:
    """Each as if it were the only one, such as one piece after several replies; worked out for all at once."""
    packed = packed_in_memory(pieces).copy()
    packed["pk"] = np.arange(len(pieces))
    columns = columns_from(packed)
    met = np.all([rule(columns, field.wanted).met for rule in hard_musts(field.wanted).values()], axis=0)
    rows = zip(encode(market_of(columns), field.limits).values, met.tolist(), strict=True)
    standings = [
        Standing(values=values, utility=float(field.decision.weights @ values), is_possible=is_possible)
        for values, is_possible in rows
    ]
    return [standings[row] for row in np.argsort(columns.pk)]


def is_out_for_good(field: Field, piece: Piece) -> bool:
    """Whether a known fact fails a must, so that no reply could bring the piece in."""
    row = field.stock.row_of(piece.slug)
    if row is None:
        return True
    return any(not answer.met[row] and answer.known[row] for answer in field.answers.values())


def choices_in(field: Field, keys: Collection[int] | None = None) -> dict[int, float]:
    """The utilities, residual included, by key, of pieces that meet every must; of some alone if they are named.

    Of the catalog's those that can come first, at least the best 32 of each side; of the brief's own all.
    """
    encoded = field.decision.encoded
    utilities = encoded.values @ field.decision.weights
    rows = np.flatnonzero(encoded.feasible)
    found = zip(field.stock.keys_at(field.rows[rows].tolist()), utilities[rows].tolist(), strict=True)
    return {key: utility for key, utility in found if keys is None or key in keys}
