"""What sessions come to: accuracy, loss, calibration, number of answers; ours against the prototype in pairs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bench.simulation.sessions import Session, Step
from buyers.decision import Side
from buyers.decision.arrays import FloatArray
from buyers.decision.cards import ENOUGH_ANSWERS, ENOUGH_CONFIDENCE, MOST_ANSWERS

MATERIAL = 0.10
BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
POINTS: dict[str, int | None] = {"4 answers": 4, "8 answers": 8, "12 answers": 12, "when one may stop": None}

Moment = tuple[Session, Step]
Measure = Callable[[Moment], float]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A mean of ours and of the prototype's; `gain` is how much better ours is in pairs, with its standard error."""

    name: str
    ours: float
    theirs: float
    gain: float
    error: float

    @property
    def is_worse(self) -> bool:
        return self.gain < -2 * self.error


def moment_at(session: Session, count: int | None) -> Moment:
    """The last step of so many answers or fewer, as nothing is asked beyond the end; or where one may stop."""
    if count is None:
        return session, next((step for step in session.steps if may_stop(step)), session.steps[-1])
    return session, [step for step in session.steps if step.count <= count][-1]


def may_stop(step: Step) -> bool:
    """The rule of both: sure enough after five answers, or twelve; ours also stops where nothing is left to ask."""
    is_sure = max(step.probability, 1 - step.probability) >= ENOUGH_CONFIDENCE
    return step.is_over or step.count >= MOST_ANSWERS or (step.count >= ENOUGH_ANSWERS and is_sure)


def is_right(moment: Moment) -> float:
    session, step = moment
    return float((step.probability > 0.5) == session.by_hand)


def squared_error(moment: Moment) -> float:
    session, step = moment
    return (step.probability - session.by_hand) ** 2


# What is measured of each moment, and whether more of it is better.
MEASURES: dict[str, tuple[Measure, bool]] = {
    "the right side": (is_right, True),
    "squared error of the probability": (squared_error, False),
    "value given up by the first piece": (lambda moment: moment[1].loss, False),
    "value given up by the best of three": (lambda moment: moment[1].loss_of_three, False),
    "number of answers": (lambda moment: float(moment[1].count), False),
}


def figures_at(ours: Sequence[Session], theirs: Sequence[Session], count: int | None) -> list[Figure]:
    """Raises ValueError where the two are not of the same shoppers."""
    if [(one.by_hand, round(one.difference, 4)) for one in ours] != [(one.by_hand, one.difference) for one in theirs]:
        raise ValueError("these are not the same shoppers")
    pairs = [(moment_at(one, count), moment_at(other, count)) for one, other in zip(ours, theirs, strict=True)]
    material = [pair for pair in pairs if pair[0][0].difference >= MATERIAL]
    figures = [_figure(name, measure, pairs, is_more_better=good) for name, (measure, good) in MEASURES.items()]
    return [
        figures[0],
        _figure("the right side, where it matters", is_right, material, is_more_better=True),
        *figures[1:],
    ]


def _figure(name: str, measure: Measure, pairs: Sequence[tuple[Moment, Moment]], *, is_more_better: bool) -> Figure:
    ours, theirs = (np.array([measure(pair[place]) for pair in pairs]) for place in (0, 1))
    gains = (ours - theirs) * (1 if is_more_better else -1)
    error = float(gains.std(ddof=1) / np.sqrt(len(gains)))
    return Figure(
        name=name, ours=float(ours.mean()), theirs=float(theirs.mean()), gain=float(gains.mean()), error=error
    )


@dataclass(frozen=True, kw_only=True)
class Bin:
    """Moments of a confidence from `least` to `most`: their share, and what was stated and borne out on average."""

    least: float
    most: float
    share: float
    stated: float
    observed: float


def calibration_of(moments: Sequence[Moment]) -> list[Bin]:
    stated, right = _confidences(moments), np.array([is_right(moment) for moment in moments])
    places = np.digitize(stated, BINS[1:-1])
    found = [(place, places == place) for place in range(len(BINS) - 1) if (places == place).any()]
    return [
        Bin(
            least=BINS[place],
            most=BINS[place + 1],
            share=float(among.mean()),
            stated=float(stated[among].mean()),
            observed=float(right[among].mean()),
        )
        for place, among in found
    ]


def calibration_error(moments: Sequence[Moment]) -> float:
    """Expected calibration error over the bins, 0 to 1."""
    return sum(one.share * abs(one.stated - one.observed) for one in calibration_of(moments))


def called_share(moments: Sequence[Moment]) -> float:
    return sum(step.called is not None for _, step in moments) / len(moments)


def right_when_called(moments: Sequence[Moment]) -> float:
    called = [(session, step.called) for session, step in moments if step.called is not None]
    return sum((side is Side.HANDCRAFTED) == session.by_hand for session, side in called) / max(len(called), 1)


def _confidences(moments: Sequence[Moment]) -> FloatArray:
    probabilities = np.array([step.probability for _, step in moments])
    confidences: FloatArray = np.maximum(probabilities, 1 - probabilities)
    return confidences
