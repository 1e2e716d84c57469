"""What makes the verdict surer: skin, surface, what is seen, returns and proof."""

from decimal import Decimal

from buyers.questions.shapes import ANY, Deal, Pattern, Question, Shape, Value


def _(text: str) -> str:
    return text


SURER = (
    Question(
        key="skin",
        shape=Shape.ONE,
        title=_("Does your skin react to metals?"),
        title_for_another=_("Does their skin react to metals?"),
        reason=_("For skin that reacts, only pieces with a document about their metal stay in. A claim is not enough."),
        short=_("Skin"),
        deal=Deal.ALWAYS,
        values=(
            Value(value="no", label=_("No"), short=_("does not react")),
            Value(
                value="nickel",
                label=_("Yes, to nickel"),
                hint=_("Leaves out pieces not proven free of nickel release."),
            ),
            Value(
                value="piercing",
                label=_("It is for a fresh or sensitive piercing"),
                hint=_("Leaves out pieces not proven to be of implant-grade metal."),
                short=_("piercing"),
            ),
            Value(value="unknown", label=_("Not sure"), hint=_("Leaves nothing out."), short=_("not known")),
        ),
    ),
    Question(
        key="metal",
        shape=Shape.ONE,
        title=_("Which surface is acceptable?"),
        hint=_("How thick the precious metal is decides how long the colour stays."),
        reason=_("Plating wears through in time, soonest on a ring. Solid metal cannot."),
        short=_("Surface"),
        may_be_unsure=True,
        deal=Deal.ALWAYS,
        values=(
            Value(
                value="solid",
                label=_("Solid metal only"),
                hint=_("The same all through. Can be polished and repaired."),
            ),
            Value(value="filled", label=_("Filled or vermeil, too"), hint=_("A thick layer, which lasts for years.")),
            Value(value="plated", label=_("Plated, too"), hint=_("A thin layer, which wears off.")),
            Value(value=ANY, label=_("Any surface"), hint=_("Also where nobody says what it is.")),
        ),
    ),
    Question(
        key="see",
        shape=Shape.ONE,
        title=_("What must you see before you pay?"),
        reason=_("A piece that is still to be made cannot be photographed. Some people mind, some do not."),
        short=_("Seen before paying"),
        may_be_unsure=True,
        deal=Deal.POSSIBLE,
        deal_hint=_("Leave out pieces that show less"),
        values=(
            Value(value="this", label=_("This very piece"), hint=_("What you see is what is sent.")),
            Value(value="same", label=_("The same model"), hint=_("Another one of the series.")),
            Value(value="render", label=_("A computer picture is enough"), hint=_("Or a similar piece.")),
            Value(value="sketch", label=_("A sketch is enough"), hint=_("The piece will be made for you.")),
        ),
    ),
    Question(
        key="back",
        shape=Shape.ONE,
        title=_("Should it be returnable?"),
        hint=_("A piece made to your own wish usually cannot be returned."),
        reason=_("The right to withdraw from a distance sale does not cover goods made to the buyer's own wish."),
        short=_("Returnable"),
        may_be_unsure=True,
        deal=Deal.POSSIBLE,
        deal_hint=_("Leave out pieces that cannot be returned"),
        values=(Value(value="yes", label=_("Yes")), Value(value="no", label=_("No, it need not be"))),
    ),
    Question(
        key="proof",
        refusal=_("Choose among the proofs offered."),
        shape=Shape.SEVERAL,
        title=_("What must be proven?"),
        hint=_("Choose any. A document or a written offer counts, a claim alone does not."),
        reason=_("Anybody can write these words. We show which are backed by something we have seen."),
        short=_("Proven"),
        may_be_unsure=True,
        deal=Deal.POSSIBLE,
        deal_hint=_("Leave out pieces without the proof"),
        values=(
            Value(value="recycled", label=_("Recycled metal")),
            Value(value="fair", label=_("Fair mining"), hint=_("Such as Fairmined or Fairtrade gold.")),
            Value(value="lab", label=_("A laboratory report on the stone")),
            Value(value="repair", label=_("Repair, offered in writing")),
            Value(value="near", label=_("Made in this country")),
            Value(value="hand", label=_("Made by hand"), hint=_("By its recorded steps, not by the seller's word.")),
        ),
    ),
)

_PREFERENCES = (
    Value(value="a2", label=_("The first, clearly")),
    Value(value="a1", label=_("The first, slightly")),
    Value(value="0", label=_("No preference")),
    Value(value="b1", label=_("The second, slightly")),
    Value(value="b2", label=_("The second, clearly")),
)

TRADEOFF = Pattern(
    prefix="t",
    refusal=_("Answer a pair of different criteria, such as t.price.lead, with a2, a1, 0, b1 or b2."),
    key="t.<criterion>.<criterion>",
    title=_("Two pieces, equal in everything else. Which would you take?"),
    at_most=55,
    values=_PREFERENCES,
    may_be_unsure=True,
)
DUEL = Pattern(
    prefix="d",
    refusal=_("Answer a pair of different pieces, such as d.first-ring.second-ring, with a2, a1, 0, b1 or b2."),
    key="d.<piece>.<piece>",
    title=_("Which of these two would you rather have?"),
    title_for_another=_("Which of these two would you rather give?"),
    at_most=40,
    values=_PREFERENCES,
    may_be_unsure=True,
)
WEIGHT = Pattern(
    prefix="w",
    refusal=_("Give one criterion, such as w.price, a share from 0.1 to 99 percent."),
    key="w.<criterion>",
    title=_("How much should this count, in percent?"),
    at_most=10,
    smallest=Decimal("0.1"),
    largest=Decimal(99),
    unit=_("%"),
)

MUST = Question(
    key="must",
    refusal=_("Choose among the answers that can break the deal."),
    shape=Shape.SEVERAL,
    title=_("Which answers are deal-breakers?"),
    hint=_("A piece that does not meet them is left out, whatever else speaks for it."),
    reason=_("Kind, budget, date, number and safety for skin always are. Of the rest, you say."),
    short=_("Deal-breakers"),
)
