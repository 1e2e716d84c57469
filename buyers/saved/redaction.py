"""A result without what is nobody else's business. Only what is named here is told: a new question is private at first.

Not told: who wears it, budget, date, how many, skin, size, weights in percent, and what was left out for them. Whole
points stay in the ledger: whoever replays the rules with every wearer and budget can narrow both down from them. The
privacy page says so.
"""

from dataclasses import replace

from buyers.brief import Brief, brief_for
from buyers.questions import DUEL, TRADEOFF, WEIGHT
from buyers.verdict.result import Candidate, ChangedAnswer, Result

TOLD = ("why", "type", "style", "metal", "see", "back", "proof", "top")
TOLD_FAMILIES = (TRADEOFF.prefix, DUEL.prefix)
# A weight says how many points a difference in price is worth, and the difference in points then tells the budget.
TELLS_THE_BUDGET = "price"


def redacted(result: Result) -> Result:
    """The changes of budget and date stay in it, as whether there are any matters; the page of a save tells none."""
    return replace(
        result,
        brief=told_of(result.brief),
        is_dated=False,
        changes=tuple(replace(change, start=None) for change in result.changes if not _tells_the_budget(change)),
        candidates={side: tuple(map(_told, candidates)) for side, candidates in result.candidates.items()},
        possible={},
        at_risk=(),
        left_out=(),
        forgotten_duels=0,
        find_question=lambda: None,
        own=(),
        heard=(),
        is_too_soon_for_wishes=False,
    )


def told_of(brief: Brief) -> Brief:
    answers = {key: answer for key, answer in brief.answers.items() if key in TOLD or _family(key) in TOLD_FAMILIES}
    must = ",".join(key for key in brief.must if key in TOLD)
    return brief_for(answers | {"must": must} if must else answers)


def weights_by_hand(brief: Brief) -> tuple[str, ...]:
    """The criteria that the shopper weighed by hand: that it was done may be told, how much may not."""
    return tuple(key.partition(".")[2] for key in brief.answers if _family(key) == WEIGHT.prefix)


def _family(key: str) -> str:
    prefix, dot, _names = key.partition(".")
    return prefix if dot else ""


def _told(candidate: Candidate) -> Candidate:
    return replace(candidate, wishes={key: met for key, met in candidate.wishes.items() if key in TOLD})


def _tells_the_budget(change: ChangedAnswer) -> bool:
    return change.criterion == TELLS_THE_BUDGET
