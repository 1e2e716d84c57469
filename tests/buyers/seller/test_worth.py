"""The question to ask is the best of all, by brute force with the whole rule; and every reply does what was said."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs

import numpy as np
import pytest
from django.utils import timezone

from buyers.brief import Brief, read_brief
from buyers.brought.pieces import is_own
from buyers.brought.standing import points_behind
from buyers.decision import Outcome
from buyers.field import Field, decide_field
from buyers.musts import NOT_TOLD
from buyers.results import brought_for, verdict_for
from buyers.seller.askable import Asked, Reply, questions_about
from buyers.seller.foreseen import brief_hearing
from buyers.stock.loading import listed_stock
from buyers.verdict.result import Result, Side
from catalog.models import Piece
from catalog.told import Told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

SILVER = "kind.ring~price.70~metal.silver"
SOON = (timezone.localdate() + timedelta(days=12)).isoformat()
BRIEFS = (
    "who=partner&type=ring&budget=300&top=uniqueness,craft,price",
    f"type=ring&budget=90&top=price,lead&own.1={SILVER}~by_hand.saw,solder,polish~days_min.2~days_max.4",
    f"type=ring&budget=90&top=price&own.1={SILVER}~days_min.2~days_max.3",
    f"type=ring&budget=90&when={SOON}&top=price,certainty&own.1={SILVER}~methods.strike~preview.video~returns.30",
    "type=ring&top=price&w.price=80&own.1=kind.ring~price.9~methods.strike&own.2=kind.ring~price.12~by_hand.forge",
    "type=earrings&top=longevity,craft&own.1=kind.earrings~price.30~metal.yellow_gold~by_hand.saw,solder",
    f"type=ring&budget=60&when={SOON}&quantity=3&metal=solid&top=lead,price&own.1=kind.ring~price.20~methods.press",
    "top=uniqueness&own.1=kind.brooch~price.1~by_hand.saw,solder,polish~metal.silver~coating.solid~days_max.1",
    "type=ring&size=54&must=size&top=price&own.1=kind.ring~price.5~methods.strike~preview.this_piece~returns.30",
)


def brief_of(query: str) -> Brief:
    brief, errors = read_brief(parse_qs(query), timezone.localdate())
    assert errors == {}
    return brief


def taken(field: Field) -> str:
    """The piece that the whole rule puts ahead, or "" where nothing fits."""
    leader = field.decision.leader
    row = None if leader is None else field.decision.best[leader]
    if row is None:
        return ""
    (key,) = field.stock.keys_at([field.rows[row]])
    return field.private[key].slug if key in field.private else Piece.objects.get(pk=key).slug


def utility(field: Field, slug: str) -> float:
    """What taking that piece is worth: nothing if it cannot be had."""
    row = field.place_in_market(slug)
    if row is None or not field.decision.feasible[row]:
        return 0.0
    return float(field.decision.encoded.values[row] @ field.decision.weights)


def after(brief: Brief, piece: Piece, reply: Reply) -> Field:
    """The whole rule on the address that a reply leads to."""
    return decide_field(brief_hearing(brief, piece, reply), timezone.localdate())


def worth(brief: Brief, piece: Piece, asked: Asked) -> float:
    now = taken(decide_field(brief, timezone.localdate()))
    fields = [after(brief, piece, reply) for reply in asked.replies]
    return float(np.mean([utility(field, taken(field)) - utility(field, now) for field in fields]))


def asked_about(result: Result) -> list[Piece]:
    """The finalists and the pieces brought; those that only an unknown fact keeps out come with the question itself."""
    finalists = [one.piece for side in Side for one in result.candidates[side][:1] if not is_own(one.piece)]
    found = [result.question.piece] if result.question else []
    return list(
        {piece.pk: piece for piece in [*finalists, *(own.piece for own in result.own if own.piece), *found]}.values()
    )


def all_worths(brief: Brief, result: Result) -> Iterator[tuple[float, Piece, Asked]]:
    field = decide_field(brief, timezone.localdate())
    for piece in asked_about(result):
        for asked in questions_about(piece, field.wanted):
            yield worth(brief, piece, asked), piece, asked


@pytest.mark.parametrize("query", BRIEFS)
def test_question_is_worth_most_of_all(query: str) -> None:
    brief = brief_of(query)
    result = verdict_for(brief, timezone.localdate())
    best = max(value for value, _piece, _asked in all_worths(brief, result))
    if result.question is None or not result.question.is_decisive:
        assert best < 0.0005
    else:
        assert worth(brief, result.question.piece, result.question.asked) == pytest.approx(best, abs=1e-9)


def test_some_question_is_decisive_and_some_is_not() -> None:
    found = [verdict_for(brief_of(query), timezone.localdate()).question for query in BRIEFS]
    assert {question.is_decisive for question in found if question} == {True, False}


@pytest.mark.parametrize("query", BRIEFS)
def test_verdict_after_each_reply_is_what_was_said(query: str) -> None:
    result = verdict_for(brief_of(query), timezone.localdate())
    for foreseen in result.question.after if result.question else ():
        then = verdict_for(brief_of(foreseen.query), timezone.localdate())
        assert then.outcome is foreseen.outcome
        assert taken(decide_field(brief_of(foreseen.query), timezone.localdate())) == (
            foreseen.taken.slug if foreseen.taken else ""
        )


@pytest.mark.parametrize("query", [query for query in BRIEFS if "own." in query])
def test_distance_after_each_reply_is_what_was_said(query: str) -> None:
    brought = brought_for(brief_of(query), timezone.localdate())
    questions = [question for question in brought.questions.values() if question]
    for question in questions:
        for foreseen in question.after:
            field = decide_field(brief_of(foreseen.query), timezone.localdate())
            assert points_behind(field, question.piece.slug) == pytest.approx(foreseen.behind)


@pytest.mark.parametrize("query", [query for query in BRIEFS if "own." in query])
def test_question_about_a_brought_piece_moves_it_most_where_none_is_decisive(query: str) -> None:
    brief = brief_of(query)
    for question in filter(None, brought_for(brief, timezone.localdate()).questions.values()):
        if question.is_decisive:
            continue
        field, piece = decide_field(brief, timezone.localdate()), question.piece
        now = utility(field, piece.slug)
        moved = {
            asked.key: np.mean([abs(utility(after(brief, piece, reply), piece.slug) - now) for reply in asked.replies])
            for asked in questions_about(piece, field.wanted)
        }
        assert moved[question.asked.key] == pytest.approx(max(moved.values()), abs=1e-9)


def test_every_reply_can_be_written_into_an_address() -> None:
    brief = brief_of(BRIEFS[2])
    field = decide_field(brief, timezone.localdate())
    for piece in [*field.private.values(), *Piece.objects.published().with_maker().with_making()]:
        for asked in questions_about(piece, field.wanted):
            for reply in asked.replies:
                heard = brief_hearing(brief, piece, reply)
                assert (heard.answers == brief.answers) is (reply.told == Told())


def test_what_is_known_is_not_asked() -> None:
    told = (
        f"{SILVER}~coating.solid~by_hand.saw~made.1~edition.one_off~days_max.3~returns.14~preview.video~sizing.exact"
        "~maker.Ines~options.engraving~repair.yes~warranty.2~claims.recycled"
    )
    brought = brought_for(brief_of(f"type=ring&top=price&own.1={told}"), timezone.localdate())
    assert brought.questions == {"1": None}


def test_piece_that_a_known_fact_keeps_out_is_not_asked_about() -> None:
    brought = brought_for(brief_of(f"type=ring&budget=50&top=price&own.1={SILVER}"), timezone.localdate())
    assert brought.own[0].failed == ("making", "budget")
    assert brought.questions == {"1": None}


def test_demo_is_asked_about_too() -> None:
    """A listed piece that only an undisclosed fact keeps out is worth a question to its maker."""
    assert (listed_stock(timezone.localdate()).whole.side == NOT_TOLD).any()
    result = verdict_for(brief_of("type=ring&budget=60&top=price,longevity"), timezone.localdate())
    assert result.outcome is not Outcome.NONE
