"""The persona cases as the query strings a shopper's answers would make."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from buyers.decision import CRITERIA

CASES = Path(__file__).parent.parent / "data" / "personas.json"
KINDS = {"pendant": "necklace"}
STRENGTHS = {"clearly": ("a2", "b2"), "slightly": ("a1", "b1"), "equal": ("0", "0")}


@dataclass(frozen=True, kw_only=True)
class Persona:
    name: str
    query: dict[str, str]
    expected: str
    accept: tuple[str, ...]

    @property
    def opposite(self) -> str | None:
        return {"handcrafted": "mass_produced", "mass_produced": "handcrafted"}.get(self.expected)


def personas(today: date) -> list[Persona]:
    cases = json.loads(CASES.read_text(encoding="utf-8"))["cases"]
    return [
        Persona(name=case["id"], query=query_of(case, today), expected=case["expected"], accept=tuple(case["accept"]))
        for case in cases
    ]


def query_of(case: dict[str, Any], today: date) -> dict[str, str]:
    context, answers = case["context"], case["answers"]
    days = context["deadline_days"]
    stated = {
        "who": context["recipient"],
        "why": ",".join(sorted(context["motives"])),
        "type": KINDS.get(context["product_type"], context["product_type"]),
        "budget": str(context["budget"]),
        "when": "" if days is None else (today + timedelta(days=days)).isoformat(),
        "quantity": str(context["quantity"]),
        "top": ",".join(answers["top"]),
    }
    return stated | dict(map(tradeoff_of, answers["tradeoffs"]))


def tradeoff_of(tradeoff: dict[str, str]) -> tuple[str, str]:
    prefer, over = tradeoff["prefer"], tradeoff["over"]
    first, second = sorted((prefer, over), key=[str(criterion) for criterion in CRITERIA].index)
    return f"t.{first}.{second}", STRENGTHS[tradeoff["strength"]][prefer != first]
