from statistics import NormalDist

import numpy as np
import pytest

from buyers.decision.points import normal_points


def exact_volume(differences: list[float]) -> float:
    """Share of the simplex of weights w where w . d > 0, in closed form."""
    return sum(
        float(np.prod([one / (one - other) for other in differences if other != one])) for one in differences if one > 0
    )


def test_points_measure_the_simplex_cut_by_a_plane() -> None:
    uniform = np.vectorize(NormalDist().cdf)(normal_points(2048, 11))
    exponential = -np.log(uniform)
    weights = exponential / exponential.sum(axis=1, keepdims=True)
    planes = np.random.default_rng(1).normal(size=(200, 11))
    errors = [abs((weights @ plane > 0).mean() - exact_volume(plane.tolist())) for plane in planes]
    assert max(errors) < 0.025
    assert np.mean(errors) < 0.008


def test_points_are_standard_normal_in_every_dimension() -> None:
    points = normal_points(2048)
    assert points.mean(axis=0) == pytest.approx(np.zeros(12), abs=0.02)
    assert points.std(axis=0) == pytest.approx(np.ones(12), abs=0.03)


def test_points_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        normal_points()[0, 0] = 0
