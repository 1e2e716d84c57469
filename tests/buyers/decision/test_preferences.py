from typing import Any

import pytest

from buyers.decision import CRITERIA, Criterion, Duel, Preferences, Tradeoff

PRICE, LEAD, CRAFT = Criterion.PRICE, Criterion.LEAD, Criterion.CRAFT
CARD = Tradeoff(first=PRICE, second=CRAFT, answer=1)


def test_the_criteria_keep_their_settled_order() -> None:
    assert " ".join(CRITERIA) == (
        "price lead precision uniqueness craft custom character provenance sustain certainty longevity"
    )


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"who": "boss"}, "unknown recipient 'boss'"),
        ({"why": ("greed",)}, "unknown motive 'greed'"),
        ({"why": ("care", "memory", "heritage")}, "more than 2 motives"),
        ({"why": ("care", "care")}, "same motive"),
        ({"top": (PRICE, LEAD, PRICE)}, "same pick"),
        ({"top": CRITERIA[:4]}, "more than 3 picks"),
        ({"tradeoffs": (CARD, Tradeoff(first=PRICE, second=CRAFT, answer=4))}, "same trade-off"),
        ({"weights": ((PRICE, 30.0), (PRICE, 20.0))}, "same weight"),
        ({"weights": ((PRICE, 0.0),)}, "outside 0.1 to 99"),
        ({"weights": ((PRICE, 99.5),)}, "outside 0.1 to 99"),
        ({"weights": ((PRICE, float("nan")),)}, "outside 0.1 to 99"),
        ({"weights": ((PRICE, 60.0), (LEAD, 40.0))}, "sum to 100"),
        ({"weights": tuple((criterion, 5.0) for criterion in CRITERIA)}, "left free"),
    ],
)
def test_impossible_answers_are_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Preferences(**given)


@pytest.mark.parametrize(("first", "second"), [(CRAFT, PRICE), (LEAD, LEAD)])
def test_a_trade_off_keeps_the_order_of_the_criteria(first: Criterion, second: Criterion) -> None:
    with pytest.raises(ValueError, match="order of the criteria"):
        Tradeoff(first=first, second=second, answer=2)


@pytest.mark.parametrize("answer", [-1, 5, 1.5])
def test_an_answer_is_one_of_five(answer: Any) -> None:
    with pytest.raises(ValueError, match="whole number from 0 to 4"):
        Tradeoff(first=PRICE, second=LEAD, answer=answer)


@pytest.mark.parametrize("difference", [(0.0,) * 11, (float("inf"), *[0.0] * 11)])
def test_a_duel_needs_twelve_finite_differences(difference: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="12 finite differences"):
        Duel(difference=difference, answer=0)


def test_the_same_duel_may_be_answered_twice() -> None:
    duel = Duel(difference=(0.0,) * 12, answer=1)
    assert Preferences(duels=(duel, duel)).count == 2


def test_picks_cards_and_duels_count_and_context_and_weights_do_not() -> None:
    given = Preferences(
        who="partner",
        why=("care",),
        top=(PRICE, LEAD),
        tradeoffs=(CARD, Tradeoff(first=PRICE, second=LEAD, answer=2)),
        duels=(Duel(difference=(0.0,) * 12, answer=2),),
        weights=((CRAFT, 20.0),),
    )
    assert given.count == 5


def test_the_order_of_picks_matters_and_of_the_rest_not() -> None:
    cards = (CARD, Tradeoff(first=LEAD, second=CRAFT, answer=3))
    assert Preferences(tradeoffs=cards) == Preferences(tradeoffs=cards[::-1])
    assert Preferences(why=("memory", "care")) == Preferences(why=("care", "memory"))
    assert Preferences(top=(PRICE, LEAD)) != Preferences(top=(LEAD, PRICE))
