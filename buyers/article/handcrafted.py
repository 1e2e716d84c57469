"""The article's points for and against handcraft."""

from buyers.article.point import HANDCRAFTED, Point
from catalog.sources import (
    CUSTOM_STAGES,
    CUSTOM_WEEKS,
    ELECTROFORMING,
    ENGRAVED_GOLD,
    EU_OWN_WISH,
    EU_WITHDRAWAL,
    FTC_GREEN,
    FTC_HANDMADE,
    GOLD_RECYCLING,
    HANDMADE_EFFECT,
    PRICING,
    STRUCK_OR_CAST,
    STRUCK_OR_CAST_TALK,
    TRUE_FILIGREE,
)


def _(text: str) -> str:
    return text


OF_HANDCRAFTED = (
    Point(
        key="unique_design",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("Unique design"),
        criterion="uniqueness",
        holds=_(
            "What is shaped by hand differs from piece to piece, even from one drawing: in true filigree scrolls are "
            "alike and never equal."
        ),
        depends=_(
            "On how many there are. “One of a kind” is often said of one of many; we count the number made, and only "
            "if it is stated."
        ),
        tendency=_(
            "That handmade designs are new. Much of the finest handwork repeats patterns that are centuries old, and "
            "means to."
        ),
        sources=(TRUE_FILIGREE, FTC_HANDMADE),
    ),
    Point(
        key="craftsmanship",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("High-quality craftsmanship"),
        criterion="craft",
        holds=_(
            "Some work only a hand does: filling a frame with wire, cutting a line that swells, setting a stone that "
            "is not round. And a soldered seam can be opened and mended."
        ),
        depends=_(
            "On whose hand. Handwork can also be poor; and solid or plated, thick or thin matters more for a piece's "
            "life than who made it."
        ),
        tendency=_(
            "That handmade is stronger. Struck metal is denser than cast metal, whoever casts it: the step decides, "
            "not the label."
        ),
        sources=(STRUCK_OR_CAST, STRUCK_OR_CAST_TALK, ENGRAVED_GOLD),
    ),
    Point(
        key="trust",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("Trust and understanding"),
        criterion="provenance",
        holds=_(
            "You can know who made it, where and in which steps, and ask that person. In four studies people felt "
            "that handmade things “contain love”, and chose them for those they love."
        ),
        depends=_(
            "On what is told. A name and a story are quickly written; a factory that names its steps, places and "
            "certificates tells you more."
        ),
        tendency=_(
            "That small means honest. “Handmade” is used loosely by makers of every size, and the US rule for it is "
            "strict."
        ),
        sources=(HANDMADE_EFFECT, FTC_HANDMADE),
    ),
    Point(
        key="features",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("Brings out a specific feature"),
        criterion="character",
        holds=_(
            "A maker can choose a stone for its flaw and build everything round it, or lay twenty thousand cuts on "
            "one surface."
        ),
        depends=_(
            "On whether there is such a feature, and whether you may see it from near. We ask every maker for it by "
            "name."
        ),
        tendency=_(
            "That machines have none. Baths and printers give forms that no hand could, and those can be the feature."
        ),
        sources=(ENGRAVED_GOLD, ELECTROFORMING),
    ),
    Point(
        key="sustainable",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("More sustainable"),
        criterion="sustain",
        holds=_("Made on demand leaves no unsold stock, and a workshop that repairs keeps metal in use."),
        depends=_(
            "On metal and stones, for the larger part: recycled gold has a small fraction of mined gold's footprint, "
            "whoever works it. Look for a certificate with a number."
        ),
        tendency=_(
            "That handmade is greener as such. We found nobody who measured it, and the US rules advise sellers "
            "against saying so in general."
        ),
        sources=(GOLD_RECYCLING, FTC_GREEN),
    ),
    Point(
        key="meets_needs",
        side=HANDCRAFTED,
        is_advantage=True,
        text=_("Meets your needs"),
        criterion="custom",
        holds=_(
            "A person can change the design, set your grandmother's stone or begin from your own drawing, and show "
            "you a sketch, a picture or a wax on the way."
        ),
        depends=_(
            "On whether this maker takes commissions, how many changes are included, and what the next one costs."
        ),
        tendency=_(
            "That made for you is safe for you. What is made to your own wish can, as a rule, not be sent back, even "
            "before it is begun."
        ),
        sources=(CUSTOM_STAGES, EU_WITHDRAWAL, EU_OWN_WISH),
    ),
    Point(
        key="costs_more",
        side=HANDCRAFTED,
        is_advantage=False,
        text=_("Costs more"),
        criterion="price",
        holds=_(
            "Hours cost money: of two pieces of the same metal, weight and stones, the one that takes more of them "
            "costs more to make."
        ),
        depends=_(
            "On what else is in the price: metal, stones, rent, advertising, the shop's share. Compare pieces of one "
            "metal and weight."
        ),
        tendency=_(
            "That the handmade one is dearer in the shop. A silver ring from a bench can cost less than a brand's "
            "plated one. But people do pay more for handmade when they give it to someone close."
        ),
        sources=(PRICING, HANDMADE_EFFECT),
    ),
    Point(
        key="sketches",
        side=HANDCRAFTED,
        is_advantage=False,
        text=_("You rely on sketches and descriptions"),
        criterion="certainty",
        holds=_(
            "What does not exist yet cannot be photographed: you buy a sketch, a picture from a computer or a similar "
            "piece, and trust."
        ),
        depends=_(
            "On how much is shown: words, a sketch, a rendering, a wax to try on, the finished thing. Ask for the "
            "next of these before you pay the rest."
        ),
        tendency=_(
            "That it comes with handcraft. It comes with commissions: a one-off that lies finished is shown as the "
            "very piece you will get."
        ),
        sources=(CUSTOM_STAGES, CUSTOM_WEEKS),
    ),
)
