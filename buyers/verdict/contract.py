"""A result as `verdict.json` gives it to programs; product.md has the contract. Numbers are not rounded."""

from typing import Any

from django.urls import reverse

from buyers.decision import Side
from buyers.questions import RULES
from buyers.results import Candidate, Line, Result, Tipping


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
        "changes": [_change(tipping) for tipping in result.changes],
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


def _change(tipping: Tipping) -> dict[str, Any]:
    criterion = {"criterion": tipping.criterion} if tipping.criterion else {}
    return {
        "kind": tipping.kind,
        **criterion,
        "from": tipping.start,
        "to": tipping.end,
        "verdict": str(tipping.outcome),
        "url": f"{reverse('buyers:verdict')}?{tipping.query}",
    }


def _piece(candidate: Candidate) -> dict[str, Any]:
    piece = candidate.piece
    return {"slug": piece.slug, "name": piece.name, "price": f"{piece.price:.2f}", "fit": candidate.fit}
