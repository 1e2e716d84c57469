import json

import numpy as np
import pytest

from buyers.decision import CRITERIA, Preferences
from buyers.decision.context import CONTEXTS, TREE, TYPICAL_DIFFERENCE, prior_means, probability_in_principle
from buyers.decision.posterior import posterior_for
from buyers.decision.priors import PRIOR_MEANS_FILE, prior_mean_for
from buyers.decision.reference import reference_gaps, reference_markets
from buyers.decision.values import lead_value

# Last bits differ between processors; a bisection of the tilt that falls the other way moves a mean by less.
LAST_BISECTION = 2e-6


def test_the_file_holds_what_generating_it_anew_gives() -> None:
    kept, anew = json.loads(PRIOR_MEANS_FILE.read_text(encoding="utf-8")), prior_means(reference_markets())
    assert list(kept) == list(anew)
    assert np.array(list(kept.values())) == pytest.approx(np.array(list(anew.values())), abs=LAST_BISECTION)


def test_every_recipient_has_every_pair_of_motives() -> None:
    assert len(set(CONTEXTS)) == 6 * (1 + 8 + 28)


def test_the_tree_shares_out_the_whole() -> None:
    assert list(TREE) == list(CRITERIA)
    assert sum(TREE.values()) == pytest.approx(1)


def test_the_typical_difference_follows_from_the_typical_prices_and_days() -> None:
    days = lead_value(np.array([14.0, 3.0]))
    assert list(TYPICAL_DIFFERENCE) == list(CRITERIA)
    assert list(TYPICAL_DIFFERENCE.values())[:2] == pytest.approx([(0.4 - 0.8) / 0.8, days[0] - days[1]])


def test_without_context_the_reference_market_is_level() -> None:
    assert probability_in_principle(prior_mean_for("self", ()), reference_markets()) == pytest.approx(0.5, abs=1e-5)
    assert posterior_for(Preferences()).p_in_principle == pytest.approx(0.5, abs=0.01)


def test_equal_weights_would_lean_to_handcrafted() -> None:
    equal = np.append(np.full(11, 1 / 11), 0.0)[None]
    assert reference_gaps(equal, reference_markets()).mean() > 0.05


@pytest.mark.parametrize(("who", "why"), CONTEXTS)
def test_context_alone_never_decides(who: str, why: tuple[str, ...]) -> None:
    probability = probability_in_principle(prior_mean_for(who, why), reference_markets())
    assert 0.35 - 0.005 <= probability <= 0.65 + 0.005


def test_motives_in_any_order_are_one_context() -> None:
    assert (prior_mean_for("self", ("memory", "care")) == prior_mean_for("self", ("care", "memory"))).all()
