"""What the nine rated criteria are called, and what a piece needs for each rung of their ladders. Plain."""

from dataclasses import dataclass


def _(text: str) -> str:
    return text


@dataclass(frozen=True, kw_only=True)
class CriterionWords:
    """A criterion's name and its rungs from 0 to 4; `counted` says it where any of several facts makes a rung."""

    name: str
    rungs: tuple[str, ...] = ()
    counted: str = ""


CRITERION_WORDS: dict[str, CriterionWords] = {
    "precision": CriterionWords(
        name=_("Precision"),
        rungs=(
            _("Size approximate, visibly uneven"),
            _("Visible differences, stated"),
            _("Size to within a half, or a few millimetres"),
            _("Exact size, matched or each one checked"),
            _("To 0.1 mm, or match certified"),
        ),
    ),
    "uniqueness": CriterionWords(
        name=_("Uniqueness"),
        rungs=(_("10,000 made or more"), _("1,000 made"), _("100 made"), _("10 made"), _("Only one")),
    ),
    "craft": CriterionWords(
        name=_("Workmanship"),
        rungs=(
            _("Glued, or with raw edges"),
            _("Series finish"),
            _("One step worked by hand"),
            _("Three steps worked by hand, with photographs"),
            _("Three steps worked by hand, with proof by guild, award or assay"),
        ),
    ),
    "custom": CriterionWords(
        name=_("Made to wish"),
        rungs=(
            _("Nothing"),
            _("Size"),
            _("Engraving, or a stone from a list"),
            _("Changes to the design"),
            _("Your own brief or stone"),
        ),
    ),
    "character": CriterionWords(
        name=_("Character"),
        rungs=(
            _("A standard design"),
            _("One feature named"),
            _("Shown from near"),
            _("Made by a step of its own"),
            _("Confirmed by a curator"),
        ),
    ),
    "provenance": CriterionWords(
        name=_("Origin"),
        counted=_(
            "One rung each, at most four: maker named; place; three steps with who and where; contact or checked "
            "reviews; certificate or mark."
        ),
    ),
    "sustain": CriterionWords(
        name=_("Sustainability"),
        rungs=(
            _("Nothing said"),
            _("A claim without a document"),
            _("One documented measure"),
            _("Two documented measures"),
            _("Three documented measures"),
        ),
    ),
    "certainty": CriterionWords(
        name=_("Certainty"),
        rungs=(
            _("A sketch or words"),
            _("A computer picture, a similar piece"),
            _("The same model, or this one photographed"),
            _("A video of it, or in hand"),
            _("One rung more if it can be returned"),
        ),
    ),
    "longevity": CriterionWords(
        name=_("Long life"),
        rungs=(
            _("Plated or glued"),
            _("Filled or vermeil"),
            _("Solid"),
            _("One more if the maker repairs or resizes"),
            _("One more for a long warranty or spare parts"),
        ),
    ),
}

# The points that `levels.origin_points` counts.
ORIGIN_WORDS: dict[str, str] = {
    "maker": _("who makes it"),
    "place": _("where"),
    "steps": _("three steps with who and where"),
    "contact": _("how to reach them"),
    "mark": _("a certificate or mark"),
}
