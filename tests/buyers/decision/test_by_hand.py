import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buyers.decision import CRITERIA, Criterion, Preferences
from buyers.decision.posterior import posterior_for
from tests.buyers.decision.cases import FEW_POINTS

PICKED = (Criterion.CRAFT, Criterion.PRICE)
Weights = tuple[tuple[Criterion, float], ...]


@st.composite
def weights(draw: st.DrawFn) -> Weights:
    criteria = draw(st.lists(st.sampled_from(CRITERIA), min_size=1, max_size=10, unique=True))
    percents = draw(st.lists(st.floats(0.1, 99), min_size=len(criteria), max_size=len(criteria)))
    scale = min(1.0, draw(st.floats(5, 99.5)) / sum(percents))
    return tuple((c, max(0.1, percent * scale)) for c, percent in zip(criteria, percents, strict=True))


@settings(max_examples=60)
@given(weights())
def test_each_mean_share_is_the_percentage_given(chosen: Weights) -> None:
    posterior = posterior_for(Preferences(top=PICKED, weights=chosen), point_count=FEW_POINTS)
    assert posterior.shares[:, :11].sum(axis=1) == pytest.approx(1, abs=1e-12)
    assert (posterior.shares[:, :11] > 0).all()
    for criterion, percent in chosen:
        assert 100 * posterior.mean[criterion.column] == pytest.approx(percent, abs=1e-9)


def test_the_other_shares_keep_their_proportions_in_every_particle() -> None:
    before = posterior_for(Preferences(top=PICKED)).shares
    after = posterior_for(Preferences(top=PICKED, weights=((Criterion.CUSTOM, 40.0),))).shares
    others = [c.column for c in CRITERIA if c is not Criterion.CUSTOM]
    ratio = after[:, others] / before[:, others]
    assert ratio == pytest.approx(np.repeat(ratio[:, :1], len(others), axis=1))


def test_one_factor_scales_the_share_in_every_particle() -> None:
    before = posterior_for(Preferences(top=PICKED)).shares[:, Criterion.CUSTOM.column]
    after = posterior_for(Preferences(top=PICKED, weights=((Criterion.CUSTOM, 40.0),))).shares
    factor = after[:, Criterion.CUSTOM.column] * (1 - before) / (1 - after[:, Criterion.CUSTOM.column]) / before
    assert factor == pytest.approx(np.full(len(factor), factor[0]))


def test_weights_set_by_hand_do_not_touch_how_probable_a_weighing_is() -> None:
    before, after = (posterior_for(Preferences(top=PICKED, weights=w)) for w in ((), ((Criterion.LEAD, 60.0),)))
    assert (before.probabilities == after.probabilities).all()


def test_the_present_mean_set_by_hand_changes_nothing() -> None:
    before = posterior_for(Preferences(top=PICKED))
    percent = 100 * float(before.mean[Criterion.CRAFT.column])
    after = posterior_for(Preferences(top=PICKED, weights=((Criterion.CRAFT, percent),)))
    assert after.shares == pytest.approx(before.shares, abs=1e-9)
