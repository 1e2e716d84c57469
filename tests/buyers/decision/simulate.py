"""Compares this model with the prototype on the same simulated shoppers (settled.md 21). Not a test: it takes minutes.

    python -m tests.buyers.decision.simulate ../shared/design/reference 200 991

Both run in the prototype's sim.py with its choice of questions; weights, priors and values are each model's own. A
fourth argument `open` has questions chosen with the residual open, though the verdict shows none before a duel, and
`always` keeps it open in the verdict too, as the prototype does: then every difference is 0.
"""

import importlib.util
import sys
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from types import ModuleType
from typing import Any, Self

import numpy as np

from buyers.decision import CRITERIA, Duel, Preferences, Tradeoff, lead_value, price_value
from buyers.decision.arrays import FloatArray
from buyers.decision.context import context_mean, neutral_mean
from buyers.decision.criteria import RESIDUAL_COLUMN
from buyers.decision.likelihoods import DUEL_SHARPNESS
from buyers.decision.particles import fit_particles
from buyers.decision.reference import reference_gaps
from buyers.decision.values import Encoded

SCHEMES = ["mix", "mix+top@3"]
ANSWER_COUNTS = (4, 8, 12)


class AdaptedPosterior:
    """The prototype's posterior interface over this model's particles; the residual is 0 until a duel is answered."""

    residual = "closed"

    def __init__(self, mu: FloatArray, n: int = 2048) -> None:
        self.mu, self.n, self.given = mu, n, Preferences()
        self.answers: list[tuple[Any, ...]] = []
        self._fit()

    def update(self, kind: str, *answer: Any) -> Self:
        self.answers.append((kind, *answer))
        self.given = preferences_of(self.answers)
        self._fit()
        return self

    def _fit(self) -> None:
        particles = fit_particles(self.mu, self.given, self.n)
        self.omega, self._P = particles.probabilities, None
        self.open_W, self.W = particles.shares, particles.shares.copy()
        if not self.given.duels and self.residual != "always":
            self.W[:, RESIDUAL_COLUMN] = 0.0
        self.mean = self.omega @ self.W

    def opened(self) -> Self:
        """The same with the residual open, for choosing questions."""
        other = copy(self)
        other.W, other.mean, other._P = self.open_W, self.omega @ self.open_W, None
        return other


def preferences_of(answers: list[tuple[Any, ...]]) -> Preferences:
    tops = [tuple(CRITERIA[column] for column in given[1]) for given in answers if given[0] == "top"]
    return Preferences(
        top=tops[0] if tops else (),
        tradeoffs=tuple(tradeoff_of(row, answer) for kind, row, answer in _rows(answers) if kind == "tradeoff"),
        duels=tuple(
            Duel(difference=tuple((row / DUEL_SHARPNESS).tolist()), answer=answer)
            for kind, row, answer in _rows(answers)
            if kind == "duel"
        ),
    )


def _rows(answers: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    return (answer for answer in answers if answer[0] != "top")


def tradeoff_of(row: FloatArray, answer: int) -> Tradeoff:
    return Tradeoff(first=CRITERIA[int(np.argmax(row))], second=CRITERIA[int(np.argmin(row))], answer=answer)


def adapted(prototype: ModuleType, residual: str) -> ModuleType:
    """The prototype's module with this model's weights, priors, values and reference gap in place of its own."""
    module, markets = ModuleType("jewel_decision"), list[Encoded]()
    kept: dict[tuple[str, tuple[str, ...]], FloatArray] = {}
    module.__dict__.update({name: part for name, part in vars(prototype).items() if not name.startswith("__")})

    def set_reference(problems: list[tuple[FloatArray, FloatArray]]) -> None:
        prototype.set_reference(problems)
        markets[:] = [encoded_problem(values, sides) for values, sides in problems]
        kept.clear()

    def prior_mu(who: str = "self", why: tuple[str, ...] = ()) -> FloatArray:
        if (who, why) not in kept:
            kept[who, why] = context_mean(neutral_mean(markets), who, why, markets)
        return kept[who, why]

    def next_question(posterior: Any, D: FloatArray, V: FloatArray, **choices: Any) -> Any:  # noqa: N803
        if residual == "open":
            posterior = posterior.opened()
            best = [(posterior.W @ V[V[:, RESIDUAL_COLUMN] == side].T).max(axis=1) for side in (1, 0)]
            D = best[0] - best[1]  # noqa: N806
        return prototype.next_question(posterior, D=D, V=V, **choices)

    own = {"bank_probs": prototype.Posterior.bank_probs, "residual": residual}
    overrides = {
        "Posterior": type("Posterior", (AdaptedPosterior,), own),
        "next_question": next_question,
        "set_reference": set_reference,
        "prior_mu": prior_mu,
        "base_mu": lambda: neutral_mean(markets),
        "ref_gap": lambda shares: reference_gaps(shares, markets),
        "v_price": lambda price, budget: price_value(np.asarray(price, dtype=float), budget),
        "v_lead": lambda days: lead_value(np.asarray(days, dtype=float)),
    }
    module.__dict__.update(overrides)
    return module


def encoded_problem(values: FloatArray, sides: FloatArray) -> Encoded:
    return Encoded(
        is_handcrafted=sides == 1, values=values, variances=np.zeros_like(values), feasible=np.ones(len(sides), bool)
    )


def loaded(path: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def simulated(reference: Path, model: ModuleType, shoppers: int, seed: int) -> Any:
    sys.modules["jewel_decision"] = model
    simulation = loaded(reference / "sim.py", "sim")
    results, _ = simulation.simulate(shoppers, seed, SCHEMES, qmax=max(ANSWER_COUNTS))
    return [
        {(row["scheme"], row["q"]): scores(simulation.prob(row), meta["y"], row["l1"]) for row in rows}
        for meta, rows, _ in results
    ]


def scores(probability: float, truth: int, loss: float) -> tuple[float, float, float]:
    """Right or wrong, squared error of the probability, value lost by the first piece."""
    return float((probability > 0.5) == truth), (probability - truth) ** 2, float(loss)


def compare(reference: Path, shoppers: int, seed: int, residual: str = "closed") -> Iterator[str]:
    prototype = loaded(reference / "jewel_decision.py", "jewel_decision")
    both = [simulated(reference, model, shoppers, seed) for model in (prototype, adapted(prototype, residual))]
    for key in ((scheme, count) for scheme in SCHEMES for count in ANSWER_COUNTS):
        theirs, ours = (np.array([shopper[key] for shopper in run]) for run in both)
        difference, error = (ours - theirs).mean(axis=0), (ours - theirs).std(axis=0) / np.sqrt(shoppers)
        names = zip(("accuracy", "Brier", "loss"), ours.mean(axis=0), difference, error, strict=True)
        figures = "; ".join(f"{name} {mean:.4f} ({gain:+.4f} ± {se:.4f})" for name, mean, gain, se in names)
        yield f"{key[0]} at {key[1]} answers: {figures}"


if __name__ == "__main__":
    for line in compare(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:]):
        sys.stdout.write(line + "\n")
