"""The guess from the start page, which is never scored, beside what came of it."""

from django.utils.translation import gettext as _

from buyers.musts import BUDGET, WHEN
from buyers.verdict.reasons import REASONS
from buyers.verdict.result import Result, Side


def guess_of(result: Result) -> str:
    """What the shopper came in with, and what turned it round; empty without a guess, or where nothing is called."""
    guess, called = result.brief.gut, result.outcome.side
    if guess not in tuple(Side) or called is None:
        return ""
    if guess == called:
        return _came_right(called)
    came = _("You came in for handcrafted.") if guess == Side.HANDCRAFTED else _("You came in for mass-produced.")
    return f"{came} {_turn_of(result)}".strip()


def _came_right(called: Side) -> str:
    if called is Side.HANDCRAFTED:
        return _("You came in for handcrafted, and so it is.")
    return _("You came in for mass-produced, and so it is.")


def _turn_of(result: Result) -> str:
    if result.turned_by == WHEN:
        return _("Your date changed that.")
    if result.turned_by == BUDGET:
        return _("Your budget changed that.")
    if not result.turned_by:
        return ""
    return _("What matters to you changed that, most of all %(criterion)s.") % {
        "criterion": _(REASONS[result.turned_by].noun)
    }
