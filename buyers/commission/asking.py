"""What a jeweller is asked: what always matters, what matters to this shopper, and what the answers leave open."""

from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from buyers.brief import Brief
from buyers.questions import ANY, SIZE_LIMITS

MOST_ASKED = 12


def _text(words: str) -> str:
    return words


ALWAYS = (
    _text("Which alloy, of which fineness? Does it or its solder contain nickel?"),
    _text("Who does each step, and where?"),
    _text("How thick is it at its thinnest place?"),
    _text("What happens if the piece differs from the wax or model that was approved?"),
    _text("How many changes are in the price, and what does one more cost?"),
    _text("Which marks will it bear: a hallmark, your own?"),
)
SETTING = _text("How is a stone held, and can it be set anew?")
RESIZING = _text("By how much can it be resized later, and at what price?")
OF_KIND = {
    "ring": (RESIZING, SETTING),
    "earrings": (_text("Of what are posts or wires, and can a lost one be made again?"), SETTING),
    "necklace": (_text("Which clasp is it, and which link would give way first?"), SETTING),
    "bracelet": (_text("How does it close, and what keeps it from opening by itself?"), SETTING),
    "brooch": (_text("How is the pin kept shut, and what does it do to thin cloth?"), SETTING),
    "cufflinks": (_text("Does the toggle turn, and can its spring be replaced?"), SETTING),
}
THAT_MATTER = {
    "price": _text("What would make it cheaper and not weaker?"),
    "lead": _text("Which step takes longest, and what would shorten it?"),
    "precision": _text("To what tolerance do you work, and how is it measured?"),
    "uniqueness": _text("Will you make this design again for anybody else?"),
    "craft": _text("Which steps are done by hand, and may they be photographed?"),
    "custom": _text("What of the wish cannot be made so, and what do you propose instead?"),
    "character": _text("Which one feature will you bring out, and how?"),
    "provenance": _text("From whom do metal and stones come, and will your name go with the piece?"),
    "sustain": _text("Which papers come with metal and stones?"),
    "certainty": _text("What will the buyer see of the piece before the last payment?"),
    "longevity": _text("What wears first, and who repairs it in ten years?"),
}
NO_SIZE = _text("How and until when is the size to be measured?")
NO_METAL = _text("What would it cost in silver, and what in gold?")
NO_BUDGET = _text("What would the plainest version cost, and what the one you would make?")
NO_STYLE = _text("Which of your pieces comes nearest to it?")


def questions_for(brief: Brief) -> list[str]:
    """Each once; of more than a sheet has room for, those that the answers leave open go first."""
    return [_(question) for question in islice(dict.fromkeys(_all_for(brief)), MOST_ASKED)]


def _all_for(brief: Brief) -> Iterator[str]:
    yield from ALWAYS
    yield from (THAT_MATTER[criterion] for criterion in brief.top)
    yield from OF_KIND.get(brief.kind or "", (SETTING,))
    if brief.kind in SIZE_LIMITS and brief.size is None and not brief.surprise:
        yield NO_SIZE
    if brief.metal in {None, ANY}:
        yield NO_METAL
    if brief.budget is None:
        yield NO_BUDGET
    if not brief.styles:
        yield NO_STYLE
