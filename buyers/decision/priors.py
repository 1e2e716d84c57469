"""What is assumed of a shopper before any answer: the mean log-weights for each recipient and motives.

Context decides which criteria matter, never the side: `buyers.decision.context` tells how the numbers are made.
"""

import json
from functools import lru_cache
from pathlib import Path

import numpy as np

from buyers.decision.arrays import FloatArray

PRIOR_MEANS_FILE = Path(__file__).with_name("prior_means.json")


def context_key(who: str, why: tuple[str, ...]) -> str:
    """The name of a context in the file: the recipient, then the motives in alphabetical order."""
    return " ".join((who, *sorted(why)))


def prior_mean_for(who: str, why: tuple[str, ...]) -> FloatArray:
    """Mean log-weights (11,) for a recipient and up to two motives, read-only; KeyError for an unknown context."""
    return _prior_means()[context_key(who, why)]


@lru_cache(maxsize=1)
def _prior_means() -> dict[str, FloatArray]:
    means = {key: np.array(mean) for key, mean in json.loads(PRIOR_MEANS_FILE.read_text(encoding="utf-8")).items()}
    for mean in means.values():
        mean.setflags(write=False)
    return means
