"""Freezes what the prototype of the decision model answers, so that tests need nothing outside this repository.

Run from the top with the folder that holds the prototype, its persona cases and its reference catalog:

    python tests/data/freeze_oracle.py ../shared/design/reference
"""

import importlib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
SIDES = ("mass_produced", "handcrafted")
CASE_COUNT = 48
PIECE_COUNT = 20


def main(reference: Path) -> None:
    sys.path.insert(0, str(reference))
    oracle = importlib.import_module("jewel_decision")
    for name in ("personas.json", "reference_catalog.json"):
        shutil.copyfile(reference / name, HERE / name)
    _write("oracle_priors.json", _priors(oracle))
    _write("oracle_reference.json", [_reference(values, sides) for values, sides in oracle.reference_market()])
    _write("oracle_verdicts.json", [_frozen_case(oracle, seed) for seed in range(CASE_COUNT)])
    _write("oracle_personas.json", _personas(oracle, reference))


def _write(name: str, content: Any) -> None:
    (HERE / name).write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")


def _reference(values: Any, sides: Any) -> dict[str, Any]:
    return {"side": [SIDES[side] for side in sides], "values": values.tolist()}


def _priors(oracle: Any) -> list[dict[str, Any]]:
    contexts: list[tuple[str, tuple[str, ...]]] = [(who, ()) for who in oracle.RECIPIENT]
    contexts += [("self", (motive,)) for motive in sorted(oracle.MOTIVE)]
    contexts += [("partner", ("care", "memory")), ("acquaintance", ("care", "sustain_local"))]
    return [{"who": who, "why": why, "mean": oracle.prior_mu(who, why).tolist()} for who, why in contexts]


def _frozen_case(oracle: Any, seed: int) -> dict[str, Any]:
    random = np.random.default_rng(seed)
    market, limits = _random_market(oracle, random), _random_limits(random)
    values, variances, sides, feasible = _encoded(oracle, market, limits)
    answers = _random_answers(oracle, random, values)
    posterior = _posterior(oracle, answers)
    verdict = oracle.verdict(values, variances, sides, feasible, posterior)
    given = {"market": market, "limits": limits, "answers": answers}
    expected = _expected(oracle, verdict, posterior)
    if not verdict["forced"]:
        expected |= _flips(oracle, market, limits, posterior)
    return given | {"expected": expected}


def _random_market(oracle: Any, random: np.random.Generator) -> dict[str, Any]:
    sides = random.integers(0, 2, PIECE_COUNT)
    soonest = random.integers(1, np.where(sides == 1, 30, 12), PIECE_COUNT)
    levels, variances = [], []
    for side in sides:
        drawn = [float(np.clip(random.normal(*oracle.PROFILE[name][side]), 0, 4)) for name in oracle.RATED]
        levels.append([round(level, 2) for level in drawn])
        variances.append(random.choice([0.09, 0.16, 0.25, 0.5], len(drawn)).tolist())
    return {
        "side": [SIDES[side] for side in sides],
        "price": np.round(random.uniform(20, np.where(sides == 1, 300, 150), PIECE_COUNT), 2).tolist(),
        "lead_min": soonest.tolist(),
        "lead_max": (soonest + random.integers(0, 12, PIECE_COUNT)).tolist(),
        "levels": levels,
        "level_variances": variances,
    }


def _random_limits(random: np.random.Generator) -> dict[str, Any]:
    return {
        "budget": float(random.integers(80, 300)),
        "stretch": float(random.choice([1.0, 1.0, 1.2])),
        "days": None if random.random() < 0.3 else int(random.integers(3, 45)),
    }


def _encoded(oracle: Any, market: dict[str, Any], limits: dict[str, Any]) -> Any:
    """The oracle's arrays with levels and variances as given: its own scales know three variances only."""
    spans = zip(market["lead_min"], market["lead_max"], strict=True)
    pieces = [
        {"category": SIDES.index(side), "price": price, "lead": span, "ratings": {}}
        for side, price, span in zip(market["side"], market["price"], spans, strict=True)
    ]
    values, variances, sides, feasible = oracle.encode(pieces, limits["budget"], limits["days"], limits["stretch"])
    values[:, 2 : oracle.K] = np.array(market["levels"]) / 4
    variances[:, 2 : oracle.K] = np.array(market["level_variances"]) / 16
    return values, variances, sides, feasible


def _random_answers(oracle: Any, random: np.random.Generator, values: Any) -> dict[str, Any]:
    pairs = [oracle.bank()[card][:2] for card in random.permutation(len(oracle.bank()))[: random.integers(0, 7)]]
    duels = [random.permutation(PIECE_COUNT)[:2] for _ in range(random.integers(0, 3))]
    return {
        "who": str(random.choice(list(oracle.RECIPIENT))),
        "why": sorted(random.permutation(list(oracle.MOTIVE))[: random.integers(0, 3)].tolist()),
        "top": [oracle.CRITERIA[column] for column in random.permutation(oracle.K)[: random.integers(0, 4)]],
        "tradeoffs": [
            [oracle.CRITERIA[first], oracle.CRITERIA[second], int(random.integers(5))] for first, second in pairs
        ],
        "duels": [[(values[left] - values[right]).tolist(), int(random.integers(5))] for left, right in duels],
    }


def _posterior(oracle: Any, answers: dict[str, Any]) -> Any:
    posterior = oracle.Posterior(oracle.prior_mu(answers["who"], tuple(answers["why"])))
    if answers["top"]:
        posterior.answers.append(("top", [oracle.IX[name] for name in answers["top"]]))
    for first, second, answer in answers["tradeoffs"]:
        row = np.zeros(oracle.K + 1)
        row[oracle.IX[first]], row[oracle.IX[second]] = 1, -1
        posterior.answers.append(("tradeoff", row, answer))
    for difference, answer in answers["duels"]:
        posterior.answers.append(("duel", oracle.PAR["duel"] * np.array(difference), answer))
    if posterior.answers:
        posterior.update(*posterior.answers.pop())
    return posterior


def _expected(oracle: Any, verdict: dict[str, Any], posterior: Any) -> dict[str, Any]:
    expected = {name: verdict[name] for name in ("verdict", "forced", "p_principle")}
    expected |= {"mean": posterior.mean.tolist(), "effective_count": float(posterior.ess)}
    if not verdict["forced"]:
        expected |= {name: verdict[name] for name in ("p_hand", "gap", "best_hand", "best_mass", "s_w")}
        contributions = [float(part) for part in verdict["contributions"].values()]
        expected |= {"contributions": contributions, "points": oracle.points(contributions).tolist()}
    return expected


def _flips(oracle: Any, market: dict[str, Any], limits: dict[str, Any], posterior: Any) -> dict[str, Any]:
    values, _, sides, feasible = _encoded(oracle, market, limits)
    price, latest = np.array(market["price"]), np.array(market["lead_max"], dtype=float)
    days = limits["days"] or 10_000
    by_budget = oracle.flip_budget(
        values, posterior.mean, sides, latest <= days, price, limits["budget"], limits["stretch"]
    )
    affordable = price <= limits["budget"] * limits["stretch"]
    return {
        "weight_flips": oracle.flip_weights(values, sides, feasible, posterior.mean),
        "budget_flips": {name: None if flip is None else float(flip) for name, flip in by_budget.items()},
        "day_flips": oracle.flip_deadline(values @ posterior.mean, sides, affordable, latest, days),
    }


def _personas(oracle: Any, reference: Path) -> list[dict[str, Any]]:
    personas = json.loads((reference / "personas.json").read_text(encoding="utf-8"))["cases"]
    catalog = json.loads((reference / "reference_catalog.json").read_text(encoding="utf-8"))
    return [_persona(oracle, case, catalog) for case in personas]


def _persona(oracle: Any, case: dict[str, Any], catalog: list[dict[str, Any]]) -> dict[str, Any]:
    context, answers = case["context"], case["answers"]
    pieces = [piece for piece in catalog if piece["type"] == context["product_type"]]
    encoded = oracle.encode(pieces, context["budget"], context["deadline_days"], quantity=context.get("quantity", 1))
    posterior = oracle.Posterior(oracle.prior_mu(context["recipient"], tuple(sorted(context["motives"]))))
    if answers["top"]:
        posterior.update("top", [oracle.IX[name] for name in answers["top"]])
    for card in answers["tradeoffs"]:
        row = np.zeros(oracle.K + 1)
        row[oracle.IX[card["prefer"]]], row[oracle.IX[card["over"]]] = 1, -1
        posterior.update("tradeoff", row, {"clearly": 0, "slightly": 1, "equal": 2}[card["strength"]])
    verdict = oracle.verdict(*encoded, posterior)
    kept = ("verdict", "forced", "in_principle", "p_principle", "p_hand", "gap", "best_hand", "best_mass")
    named = {name: pieces[verdict[name]]["id"] for name in ("best_hand", "best_mass") if name in verdict}
    return {"id": case["id"]} | {name: verdict.get(name) for name in kept} | named


if __name__ == "__main__":
    main(Path(sys.argv[1]))
