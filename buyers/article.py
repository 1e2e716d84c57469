"""The sixteen points of "Handcrafted Jewelry vs. Mass Production" by Azuro Republic, in the article's order. Plain.

Ten carry points in the ledger: eleven criteria, of which workmanship and longevity share a line. Six say where
they are counted instead. What holds and what fails is our own reading; the sources are in the guide.
"""

from dataclasses import dataclass

HANDCRAFTED, MASS_PRODUCED = "handcrafted", "mass_produced"


def _(text: str) -> str:
    return text


@dataclass(frozen=True, kw_only=True)
class Point:
    """One point: under which of the article's two lists it stands, and whether it speaks for that side."""

    key: str
    side: str
    is_advantage: bool
    text: str
    criterion: str | None = None
    counted_under: str | None = None
    holds: str
    fails: str


POINTS: tuple[Point, ...] = (
    Point(
        key="precision",
        side=MASS_PRODUCED,
        is_advantage=True,
        text=_("High precision"),
        criterion="precision",
        holds=_("A die or a mould repeats itself: every piece has the same size, and pairs match without sorting."),
        fails=_("A good goldsmith works to a tenth of a millimetre, and a worn mould does not. Ask for the tolerance."),
    ),
    Point(
        key="few_workers",
        side=MASS_PRODUCED,
        is_advantage=True,
        text=_("Few workers, low cost of labour"),
        counted_under=_("Counted under “Costs more”: what is saved reaches you as a price, or not at all."),
        holds=_("An hour at the bench is the dearest part of a small piece; a machine spreads it over thousands."),
        fails=_("The saving is the maker's first. Metal and stones cost the same in either case."),
    ),
    Point(
        key="efficiency",
        side=MASS_PRODUCED,
        is_advantage=True,
        text=_("High efficiency"),
        counted_under=_("Counted under “Quick delivery”: you meet efficiency as the date on which the piece arrives."),
        holds=_("One afternoon of casting fills more trees of wax than one person makes pieces in a month."),
        fails=_("Efficient making is no service: a series can be sold out while a bench has a free week."),
    ),
    Point(
        key="prompt",
        side=MASS_PRODUCED,
        is_advantage=True,
        text=_("Quick delivery"),
        criterion="lead",
        holds=_("What lies in a warehouse can be with you tomorrow. What is made for you takes two to eight weeks."),
        fails=_("Many artisans keep finished pieces, and those are as quick. The listing's date decides, not the way."),
    ),
    Point(
        key="high_initial_cost",
        side=MASS_PRODUCED,
        is_advantage=False,
        text=_("High initial cost"),
        counted_under=_("Not your cost: dies and moulds are the maker's, spread over all pieces of the series."),
        holds=_("A steel die costs its maker thousands before the first piece falls out of the press."),
        fails=_("You never see that bill. It is one reason why a series must be long, and why it seldom changes."),
    ),
    Point(
        key="pollution",
        side=MASS_PRODUCED,
        is_advantage=False,
        text=_("Causes pollution"),
        counted_under=_("Counted under “More sustainable”, by what is documented for this piece's metal and stones."),
        holds=_("Plating baths and long stocks that nobody buys weigh on the side of the series."),
        fails=_("Most of the harm is done where metal is mined, long before anyone makes anything of it."),
    ),
    Point(
        key="lack_of_uniqueness",
        side=MASS_PRODUCED,
        is_advantage=False,
        text=_("Lacks uniqueness"),
        counted_under=_("Counted under “Unique design”: one of a thousand and the only one are ends of one scale."),
        holds=_("Somebody else at the table may wear it. With ten thousand made, somebody will."),
        fails=_("A numbered run of thirty is a series too, and a common design stays common when made by hand."),
    ),
    Point(
        key="inflexible",
        side=MASS_PRODUCED,
        is_advantage=False,
        text=_("Leaves little room for variation"),
        counted_under=_("Counted under “Meets your needs”: what can be changed is listed for each piece."),
        holds=_("A die makes one shape. Another shape is another die."),
        fails=_("Sizes, engraving and a choice of stones are common in series, and printed wax can differ every time."),
    ),
    Point(
        key="unique_design",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("Unique design"),
        criterion="uniqueness",
        holds=_("What is shaped by hand never comes out twice alike, even where the drawing is the same."),
        fails=_("“One of a kind” is often said of one of many. We count the number made, and only if it is stated."),
    ),
    Point(
        key="craftsmanship",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("High-quality craftsmanship"),
        criterion="craft",
        holds=_("Hand-set stones, hand-cut edges and soldered joins can be finer than any machine's, and be repaired."),
        fails=_(
            "They can also be worse. Struck metal is denser than cast metal. Solid or plated matters more than who."
        ),
    ),
    Point(
        key="trust",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("Trust and understanding"),
        criterion="provenance",
        holds=_("You can know who made it, where, in which steps, and ask that person a question."),
        fails=_("A name and a story are quickly written. A factory that names its steps and places tells you more."),
    ),
    Point(
        key="features",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("Brings out a specific feature"),
        criterion="character",
        holds=_("One maker, one idea: a stone chosen for its flaw, a bark texture, a hinge nobody else makes."),
        fails=_("A series can have a feature too. We ask for it by name, with a picture of it from near."),
    ),
    Point(
        key="sustainable",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("More sustainable"),
        criterion="sustain",
        holds=_("Made on demand leaves no unsold stock, and a workshop that repairs keeps metal in use."),
        fails=_("The way of making is the small part: recycled metal and stones of known origin are the large one."),
    ),
    Point(
        key="meets_needs",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("Meets your needs"),
        criterion="custom",
        holds=_("A person can change the design, set your grandmother's stone, or begin from your own drawing."),
        fails=_("Not everyone takes commissions. What is made to your wish can seldom be returned."),
    ),
    Point(
        key="costs_more",
        side=HANDCRAFTED,
        is_advantage=False,
        text=_("Costs more"),
        criterion="price",
        holds=_("More hours, fewer pieces: for the same metal and weight the handmade one usually costs more."),
        fails=_("It is a tendency. A silver ring from a bench can cost less than a brand's plated one."),
    ),
    Point(
        key="sketches",
        side=HANDCRAFTED,
        is_advantage=False,
        text=_("You rely on sketches and descriptions"),
        criterion="certainty",
        holds=_("What does not exist yet cannot be photographed: you buy a drawing, and trust."),
        fails=_("A one-off that lies finished can be shown better than a series: you see the very piece you will get."),
    ),
)
