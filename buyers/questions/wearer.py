"""Who wears the piece, why, and what matters most."""

from buyers.phrases import PHRASES
from buyers.questions.shapes import GROUP, SELF, UNSURE, Question, Shape, Value


def _(text: str) -> str:
    return text


WEARER = (
    Question(
        key="gut",
        shape=Shape.ONE,
        title=_("Which do you think it will be?"),
        hint=_("A guess. It never counts: at the end you see whether you knew."),
        reason=_("People like to see whether their guess held. We keep it out of the sum."),
        short=_("Your guess"),
        values=(
            Value(value="handcrafted", label=_("Handcrafted"), hint=_("Formed and finished by hand.")),
            Value(value="mass_produced", label=_("Mass-produced"), hint=_("Many alike, made by machine.")),
            Value(value=UNSURE, label=_("No idea yet")),
        ),
    ),
    Question(
        key="who",
        shape=Shape.ONE,
        title=_("Who will wear it?"),
        reason=_(
            "People weigh things differently for a partner than for a colleague. Your answer moves the starting point "
            "a little; what you say matters most overrules it."
        ),
        short=_("Worn by"),
        values=(
            Value(value=SELF, label=_("I will"), short=_("you")),
            Value(value="partner", label=_("My partner"), short=_("partner")),
            Value(value="family", label=_("Someone in my family"), short=_("family")),
            Value(value="friend", label=_("A friend"), short=_("friend")),
            Value(
                value="acquaintance",
                label=_("Someone I know less well"),
                hint=_("A colleague, a host, a teacher."),
                short=_("acquaintance"),
            ),
            Value(
                value=GROUP,
                label=_("Several people"),
                hint=_("Bridesmaids, a team, a family. We also ask how many."),
                short=_("several people"),
            ),
        ),
    ),
    Question(
        key="why",
        refusal=_("Choose one or two of the reasons offered."),
        shape=Shape.SEVERAL,
        title=_("Why this piece?"),
        hint=_("Choose one or two."),
        reason=_(
            "A reason shows what tends to matter. It moves the starting point a little and never settles the verdict."
        ),
        short=_("Reason"),
        at_most=2,
        may_be_unsure=True,
        values=(
            Value(value="care", label=_("To show that I care"), short=_("affection")),
            Value(value="memory", label=_("To remember a happy time"), short=_("memory")),
            Value(value="self_treat", label=_("To treat myself"), label_for_another=_("As a treat"), short=_("treat")),
            Value(value="collection", label=_("To add to a collection"), short=_("collection")),
            Value(value="heritage", label=_("To hand it down one day"), short=_("heirloom")),
            Value(value="statement", label=_("To make a statement"), short=_("statement")),
            Value(value="support_artist", label=_("To support a maker's skill"), short=_("support a maker")),
            Value(value="sustain_local", label=_("To buy local or with less harm"), short=_("local, less harm")),
        ),
    ),
    Question(
        key="top",
        refusal=_("Choose one to three different wishes."),
        shape=Shape.RANKED,
        title=_("Which three matter most to you?"),
        title_for_another=_("Which three matter most for them?"),
        hint=_(
            "Suppose two pieces differ only in this. Which difference would you care about first, second and third?"
        ),
        reason=_(
            "These three count most. Each is a whole step, from one end to the other, so that they can be compared."
        ),
        short=_("What matters most"),
        at_most=3,
        may_be_unsure=True,
        values=tuple(Value(value=name, label=phrase.swing, short=phrase.name) for name, phrase in PHRASES.items()),
    ),
)
