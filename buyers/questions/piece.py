"""Which piece it may be: kind, size, look, budget, date and number."""

from decimal import Decimal

from buyers.questions.shapes import ANY, GROUP, SURPRISE, Deal, Question, Shape, Value


def _(text: str) -> str:
    return text


SIZE_LIMITS = {"ring": (Decimal(40), Decimal(76)), "bracelet": (Decimal(130), Decimal(230))}

PIECE = (
    Question(
        key="type",
        shape=Shape.ONE,
        title=_("What kind of piece?"),
        reason=_("Only pieces of this kind compete."),
        short=_("Kind"),
        may_be_unsure=True,
        deal=Deal.ALWAYS,
        values=(
            Value(value="ring", label=_("Ring"), short=_("ring")),
            Value(value="earrings", label=_("Earrings"), short=_("earrings")),
            Value(value="necklace", label=_("Necklace or pendant"), short=_("necklace")),
            Value(value="bracelet", label=_("Bracelet or bangle"), short=_("bracelet")),
            Value(value="brooch", label=_("Brooch"), short=_("brooch")),
            Value(value="cufflinks", label=_("Cufflinks"), short=_("cufflinks")),
            Value(
                value=ANY,
                label=_("Any kind"),
                short=_("any kind"),
                hint=_("All kinds compete, so the two finalists may differ in kind."),
            ),
        ),
    ),
    Question(
        key="size",
        refusal=_("Give the inner circumference in millimetres: 40 to 76 for a ring, 130 to 230 for a bracelet."),
        shape=Shape.SIZE,
        title=_("Do you know the size?"),
        title_for_another=_("Do you know their size?"),
        hint=_(
            "The inner circumference in millimetres, measured with a strip of paper. Ring: 40 to 76. "
            "Bracelet: 130 to 230. A US ring size 7 is 54."
        ),
        reason=_("A piece in your size, or one that can be resized to it, gets a tick."),
        short=_("Size"),
        smallest=Decimal(40),
        largest=Decimal(230),
        unit=_("mm"),
        may_be_unsure=True,
        deal=Deal.POSSIBLE,
        deal_hint=_("Leave out what does not fit and cannot be resized"),
        only_for=("type", tuple(SIZE_LIMITS)),
        values=(
            Value(value=SURPRISE, label=_("It is a surprise: prefer one that can be resized"), short=_("a surprise")),
        ),
    ),
    Question(
        key="style",
        refusal=_("Choose among the looks offered."),
        shape=Shape.SEVERAL,
        title=_("Which looks like you?"),
        title_for_another=_("Which looks like them?"),
        hint=_("Choose any that fit, or none. Taste is shown as a tick and never counts for either side."),
        reason=_("Both ways of making come in every look, so a look is no argument for either."),
        short=_("Look"),
        may_be_unsure=True,
        deal=Deal.POSSIBLE,
        deal_hint=_("Leave out every other look"),
        values=(
            Value(value="plain", label=_("Plain")),
            Value(value="delicate", label=_("Delicate")),
            Value(value="bold", label=_("Bold")),
            Value(value="ornate", label=_("Ornate")),
            Value(value="vintage", label=_("Vintage")),
        ),
    ),
    Question(
        key="budget",
        refusal=_("Give an amount from 1 to 1,000,000 in figures, such as 120."),
        shape=Shape.AMOUNT,
        title=_("What is the most you want to spend?"),
        hint=_("For one piece, with tax and delivery. For example 120."),
        reason=_("Pieces beyond it are left out. Among the others, what you save counts as much as you say it does."),
        short=_("Budget"),
        smallest=Decimal(1),
        largest=Decimal(1_000_000),
        may_be_unsure=True,
        deal=Deal.ALWAYS,
    ),
    Question(
        key="stretch",
        refusal=_("Give a whole percentage from 0 to 100, such as 10."),
        shape=Shape.WHOLE,
        title=_("Could you go higher for the right piece?"),
        hint=_("In percent, from 0 to 100. With 10, a budget of 120 lets in pieces up to 132."),
        short=_("Could go higher by"),
        smallest=Decimal(0),
        largest=Decimal(100),
        unit=_("%"),
        only_for=("budget", ()),
    ),
    Question(
        key="when",
        refusal=_("Give the day as year-month-day, such as 2030-12-20."),
        shape=Shape.DATE,
        title=_("When do you need it?"),
        hint=_("The day by which it must be there."),
        reason=_("A piece that might come too late is left out. We count with the slowest delivery its maker states."),
        short=_("Needed by"),
        may_be_unsure=True,
        deal=Deal.ALWAYS,
    ),
    Question(
        key="quantity",
        refusal=_("Give a whole number from 1 to 500."),
        shape=Shape.WHOLE,
        title=_("How many alike?"),
        hint=_("The number of identical pieces, from 1 to 500. The budget is for each."),
        short=_("How many"),
        smallest=Decimal(1),
        largest=Decimal(500),
        deal=Deal.ALWAYS,
        only_for=("who", (GROUP,)),
    ),
)
