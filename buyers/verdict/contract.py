"""A result as `verdict.json` gives it to programs; product.md has the contract. Numbers are not rounded."""

from typing import Any

from django.urls import reverse

from buyers.questions import RULES
from buyers.verdict.result import Candidate, ChangedAnswer, Line, Result, Side


def contract_of(result: Result) -> dict[str, Any]:
    return {
        "rules": RULES,
        "answers": dict(result.brief.answers),
        "verdict": str(result.outcome),
        "forced": result.forced,
        "lean": result.lean and str(result.lean),
        "confidence": result.confidence,
        "in_principle": {"verdict": str(result.principle), "confidence": result.principle_confidence},
        "difference": result.difference,
        "ledger": [_line(line) for line in result.ledger],
        "changes": [_change(change) for change in result.changes],
        "pieces": {str(side): [_piece(candidate) for candidate in result.candidates[side]] for side in Side},
        "left_out": [{"must": lost.must, "count": lost.count} for lost in result.left_out],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "criterion": line.criterion,
        "weight": line.weight,
        "handcrafted": line.handcrafted,
        "mass_produced": line.mass_produced,
        "points": line.points,
    }


def _change(change: ChangedAnswer) -> dict[str, Any]:
    criterion = {"criterion": change.criterion} if change.criterion else {}
    return {
        "kind": change.kind,
        **criterion,
        "from": change.start,
        "to": change.end,
        "verdict": str(change.outcome),
        "url": f"{reverse('buyers:verdict')}?{change.query}",
    }


def _piece(candidate: Candidate) -> dict[str, Any]:
    piece = candidate.piece
    return {"slug": piece.slug, "name": piece.name, "price": f"{piece.price:.2f}", "fit": candidate.fit}
