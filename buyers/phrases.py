"""What each criterion is called, wished for and swings between, in a shopper's words. Plain, in the model's order."""

from dataclasses import dataclass


def _(text: str) -> str:
    return text


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """One criterion: its name, the wish, the swing as one sentence, and its two ends as a card says them.

    A card gives money and days of the shopper's own where it can (`buyers.cards.wording`).
    """

    name: str
    wish: str
    swing: str
    low: str
    high: str


PHRASES: dict[str, Phrase] = {
    "price": Phrase(
        name=_("Price"),
        wish=_("It costs little"),
        swing=_("It costs a fifth of the budget, not all of it"),
        low=_("It uses your whole budget."),
        high=_("It costs a fifth of your budget."),
    ),
    "lead": Phrase(
        name=_("Delivery"),
        wish=_("It is here soon"),
        swing=_("It is here tomorrow, not in two months"),
        low=_("It comes in about two months."),
        high=_("It is in your hands tomorrow."),
    ),
    "precision": Phrase(
        name=_("Precision"),
        wish=_("It is flawlessly even"),
        swing=_("It is flawlessly even, not slightly off"),
        low=_("It has small differences and about the right size."),
        high=_("It is flawlessly even and exactly the right size."),
    ),
    "uniqueness": Phrase(
        name=_("Uniqueness"),
        wish=_("Nobody else has it"),
        swing=_("It is the only one, not one of thousands"),
        low=_("Thousands of people wear it."),
        high=_("It is the only one."),
    ),
    "craft": Phrase(
        name=_("Workmanship"),
        wish=_("It is finely worked"),
        swing=_("It shows a master's work, not a plain finish"),
        low=_("It has a plain series finish."),
        high=_("It shows a master's work in every join."),
    ),
    "custom": Phrase(
        name=_("Made to wish"),
        wish=_("It is made to a wish of your own"),
        swing=_("It is made to a wish, not taken as it is"),
        low=_("It is taken as it is."),
        high=_("It is made to your size, stone or text."),
    ),
    "character": Phrase(
        name=_("Character"),
        wish=_("Something about it stands out"),
        swing=_("It has one striking feature, not a standard design"),
        low=_("It has a discreet standard design."),
        high=_("It has one feature, deliberately brought out."),
    ),
    "provenance": Phrase(
        name=_("Origin"),
        wish=_("You know who made it"),
        swing=_("Its maker and origin are known, not only its seller"),
        low=_("Nobody says who made it, or where."),
        high=_("You know who made it, where and how."),
    ),
    "sustain": Phrase(
        name=_("Sustainability"),
        wish=_("It does less harm"),
        swing=_("It is recycled or local and documented, not of unknown impact"),
        low=_("Nothing is known of the harm it does."),
        high=_("It is recycled or certified, local and documented."),
    ),
    "certainty": Phrase(
        name=_("Certainty"),
        wish=_("You know what you will get"),
        swing=_("It is seen as it is and returnable, not a mere sketch"),
        low=_("You choose it from a sketch and cannot return it."),
        high=_("You see exactly this piece and can return it."),
    ),
    "longevity": Phrase(
        name=_("Long life"),
        wish=_("It lasts and can be repaired"),
        swing=_("It is solid and repairable, not plated"),
        low=_("It is plated and cannot be repaired."),
        high=_("It is solid, and can be repaired and resized for decades."),
    ),
}
