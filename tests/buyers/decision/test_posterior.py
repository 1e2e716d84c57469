import hashlib
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buyers.decision import CRITERIA, Criterion, Duel, Preferences, Tradeoff
from buyers.decision.particles import fit_particles
from buyers.decision.posterior import posterior_for
from buyers.decision.priors import prior_mean_for
from tests.buyers.decision.cases import FEW_POINTS, preferences

PRINT_DIGEST = (
    "import hashlib; from buyers.decision import *;"
    "given = Preferences(who='partner', why=('memory', 'care'), top=(Criterion.CRAFT, Criterion.PRICE));"
    "print(hashlib.sha256(posterior_for(given).shares.tobytes()).hexdigest())"
)
DUEL = Duel(difference=(0.5, *[0.0] * 10, -1.0), answer=0)


def shuffled(given: Preferences, random: np.random.Generator) -> Preferences:
    return replace(
        given,
        why=given.why[::-1],
        tradeoffs=tuple(given.tradeoffs[i] for i in random.permutation(len(given.tradeoffs))),
        duels=tuple(given.duels[i] for i in random.permutation(len(given.duels))),
    )


@settings(max_examples=30)
@given(preferences(), st.integers(0, 1000))
def test_the_order_of_answers_does_not_matter_to_the_bit(given: Preferences, seed: int) -> None:
    other = shuffled(given, np.random.default_rng(seed))
    assert other == given
    assert hash(other) == hash(given)
    one, two = (fit_particles(prior_mean_for(p.who, p.why), p, FEW_POINTS) for p in (given, other))
    assert one.shares.tobytes() == two.shares.tobytes()
    assert one.probabilities.tobytes() == two.probabilities.tobytes()


@pytest.mark.parametrize("hash_seed", ["0", "1234"])
def test_a_fresh_interpreter_gives_the_same_bytes(hash_seed: str) -> None:
    here = posterior_for(Preferences(who="partner", why=("care", "memory"), top=(Criterion.CRAFT, Criterion.PRICE)))
    environment = {"PYTHONHASHSEED": hash_seed}
    result = subprocess.run(
        [sys.executable, "-c", PRINT_DIGEST], env=environment, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == hashlib.sha256(here.shares.tobytes()).hexdigest()


def test_global_randomness_does_not_matter() -> None:
    given = Preferences(top=(Criterion.CUSTOM,))
    np.random.seed(1)
    before = fit_particles(prior_mean_for("self", ()), given, FEW_POINTS)
    np.random.seed(2)
    after = fit_particles(prior_mean_for("self", ()), given, FEW_POINTS)
    assert before.shares.tobytes() == after.shares.tobytes()


@settings(max_examples=30)
@given(preferences())
def test_particles_are_shares_and_probabilities(given: Preferences) -> None:
    posterior = posterior_for(given, point_count=FEW_POINTS)
    assert posterior.shares.shape == (FEW_POINTS, 12)
    assert (posterior.shares[:, :11] > 0).all()
    assert posterior.shares[:, :11].sum(axis=1) == pytest.approx(1)
    assert posterior.probabilities.sum() == pytest.approx(1)
    assert posterior.mean[:11].sum() == pytest.approx(1)
    assert 0 <= posterior.p_in_principle <= 1


def test_a_posterior_cannot_be_changed() -> None:
    posterior = posterior_for(Preferences())
    for array in (posterior.shares, posterior.probabilities, posterior.mean):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


@pytest.mark.parametrize("first", [0, 3, 7, 9])
@pytest.mark.parametrize("second", [10, 8])
def test_each_answer_to_a_card_moves_the_weights_further(first: int, second: int) -> None:
    one, two = CRITERIA[min(first, second)], CRITERIA[max(first, second)]
    cards = [Preferences(tradeoffs=(Tradeoff(first=one, second=two, answer=answer),)) for answer in range(5)]
    means = [posterior_for(card, point_count=1024).mean for card in cards]
    differences = [mean[one.column] - mean[two.column] for mean in means]
    assert all(larger > smaller for larger, smaller in pairwise(differences))


@pytest.mark.parametrize("criterion", CRITERIA)
def test_a_pick_raises_the_weight_and_an_earlier_pick_more(criterion: Criterion) -> None:
    other = Criterion.CRAFT if criterion is Criterion.PRICE else Criterion.PRICE
    tops: list[tuple[Criterion, ...]] = [(), (other, criterion), (criterion, other)]
    none, second, first = (posterior_for(Preferences(top=top)).mean[criterion.column] for top in tops)
    assert none < second < first


def test_without_a_duel_there_is_no_residual() -> None:
    posterior = posterior_for(Preferences(top=(Criterion.CRAFT,)))
    assert not posterior.shares[:, -1].any()
    assert posterior.mean[-1] == 0


def test_duels_teach_a_liking_for_handcrafted() -> None:
    def liking(answer: int) -> float:
        return float(posterior_for(Preferences(duels=(replace(DUEL, answer=answer),))).mean[-1])

    chose_mass_produced, chose_handcrafted = liking(0), liking(4)
    assert chose_mass_produced < 0 < chose_handcrafted


def test_many_contrary_answers_still_leave_enough_particles() -> None:
    pairs = [(one, two) for i, one in enumerate(CRITERIA) for two in CRITERIA[i + 1 :]]
    cards = tuple(Tradeoff(first=one, second=two, answer=4 * (i % 2)) for i, (one, two) in enumerate(pairs[::4]))
    posterior = posterior_for(Preferences(tradeoffs=cards))
    assert 1 / (posterior.probabilities**2).sum() > 2048 / 8
