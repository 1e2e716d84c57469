"""Words for how a piece is made, and for how many."""

from catalog.glossary.term import Term
from catalog.sources import (
    ELECTROFORMING,
    FTC_HANDMADE,
    LASER_WELDERS,
    STRUCK_OR_CAST,
    STRUCK_OR_CAST_TALK,
    TRUE_FILIGREE,
    TURNING,
)


def _(text: str) -> str:
    return text


MAKING = (
    Term(
        slug="handmade",
        name=_("Handmade"),
        words=_("handmade, hand-made, hand-wrought"),
        text=_(
            "By the US rule all shaping from raw material, all finishing and all decoration are done by hand labour "
            "and hand-steered tools, on each part of each piece. A bought clasp is no raw material. We use this "
            "wording for every maker and derive it from the steps, never from a label."
        ),
        source=FTC_HANDMADE,
        technique="hand-fabrication",
    ),
    Term(
        slug="hand-finished",
        name=_("Hand-finished"),
        words=_("hand-finished, finished by hand"),
        text=_(
            "The last step, filing and polishing, was done by hand on each piece; the form may come from a mould, a "
            "press or a file. The same goes for hand-engraved, hand-set and hand-forged: one step, not the whole."
        ),
        source=FTC_HANDMADE,
    ),
    Term(
        slug="hand-fabricated",
        name=_("Hand-fabricated"),
        words=_("hand-fabricated, hand fabrication"),
        text=_(
            "Built from sheet and wire with saw, file and solder instead of cast or struck. Bought clasps and ear "
            "posts may be part of it; then it is not handmade by the US wording, and usually still handcrafted."
        ),
        technique="hand-fabrication",
    ),
    Term(
        slug="one-off",
        name=_("One-off"),
        words=_("one-off, one of a kind"),
        text=_(
            "Only one was made, and no mould or file is kept to make another. “One of a kind” is often said more "
            "loosely, of pieces with one stone or pattern each; ask how many of the design there are."
        ),
    ),
    Term(
        slug="edition",
        name=_("Edition"),
        words=_("closed edition, limited edition, edition"),
        text=_(
            "A number fixed beforehand, after which no more are made; a numbered piece says 7/30. It is as firm as "
            "the maker's word, and says nothing of how they are made."
        ),
    ),
    Term(
        slug="open-series",
        name=_("Open series"),
        words=_("open series"),
        text=_(
            "Made for as long as it sells. The next one is like the last, which is the point of it: you can order the "
            "same again, and so can everybody."
        ),
    ),
    Term(
        slug="lost-wax-casting",
        name=_("Lost-wax casting"),
        words=_("lost-wax casting, lost wax, cast from a reusable mould, cast once, wax lost, cast from a printed wax"),
        text=_(
            "A wax model is buried in plaster and melted out, and metal is poured in its place. Done once from a "
            "carved wax it makes a single piece; from a rubber mould it makes thousands."
        ),
        source=STRUCK_OR_CAST_TALK,
        technique="lost-wax-casting",
    ),
    Term(
        slug="porosity",
        name=_("Porosity"),
        words=_("porosity, pores"),
        text=_(
            "Tiny hollows in cast metal, from gas or shrinking. They can come to light in polishing or sizing and "
            "weaken thin parts; rolled and struck metal has none."
        ),
        source=STRUCK_OR_CAST,
    ),
    Term(
        slug="die-striking",
        name=_("Die-striking"),
        words=_("die-striking, die striking, die-struck, struck with a die"),
        text=_(
            "A press drives solid metal into a steel die, as a coin is struck. The metal gets dense and hard, the die "
            "is dear, so the series is long."
        ),
        source=STRUCK_OR_CAST,
        technique="die-striking",
    ),
    Term(
        slug="electroforming",
        name=_("Electroforming"),
        words=_("electroforming, electroformed"),
        text=_(
            "Metal is grown in a bath on a model that is then melted out. What is left is a hollow shell: large, "
            "light, and easier to dent than cast or struck pieces."
        ),
        source=ELECTROFORMING,
        technique="electroforming",
    ),
    Term(
        slug="cad",
        name=_("CAD"),
        words=_("CAD, drawn in CAD, computer-aided design"),
        text=_(
            "Computer-aided design: the form is drawn on a screen, then printed in wax, milled or printed in metal. "
            "You see a picture before anything is made, and a change costs minutes instead of a new model."
        ),
        technique="wax-printing",
    ),
    Term(
        slug="milled",
        name=_("Milled, turned"),
        words=_("milled, CNC turning, CNC"),
        text=_(
            "Cut from tube or block by a tool that follows a program. It is the most exact way there is, to "
            "hundredths of a millimetre, and bound to regular forms."
        ),
        source=TURNING,
        technique="turning",
    ),
    Term(
        slug="soldering",
        name=_("Soldering"),
        words=_("soldered, soldering"),
        text=_(
            "Parts are joined by an alloy that melts sooner than they do. A soldered seam can be opened, mended and "
            "resized by any goldsmith."
        ),
        technique="joining",
    ),
    Term(
        slug="laser-welding",
        name=_("Laser welding"),
        words=_("laser-welded, laser welding"),
        text=_(
            "A laser melts a spot of the parts themselves, so close that a pearl beside it stays cool. It made "
            "repairs possible that a torch forbids."
        ),
        source=LASER_WELDERS,
        technique="joining",
    ),
    Term(
        slug="forging",
        name=_("Forging"),
        words=_("forged, forging, planished, planishing"),
        text=_(
            "Metal is moved with a hammer, which makes it hard and springy; planishing evens it, blow beside blow. "
            "Hammer marks alone prove nothing, since a mould copies them."
        ),
        technique="forging",
    ),
    Term(
        slug="raising",
        name=_("Raising"),
        words=_("raised from sheet, raised, raising"),
        text=_(
            "A flat disc is hammered into a hollow form without a seam. It is slow, and the hollow is light and strong."
        ),
        technique="raising",
    ),
    Term(
        slug="repousse",
        name=_("Repoussé"),
        words=_("worked in repoussé, repoussé"),
        text=_("Relief pushed out of sheet from behind with punches. Turn it over: the back is the front in reverse."),
        technique="repousse",
    ),
    Term(
        slug="chasing",
        name=_("Chasing"),
        words=_("chased, chasing"),
        text=_(
            "Lines and texture pressed into the front with punches, without cutting metal away. It is the other half "
            "of repoussé."
        ),
        technique="repousse",
    ),
    Term(
        slug="filigree",
        name=_("Filigree"),
        words=_("filigree work, filigree"),
        text=_(
            "Two hair-thin wires, twisted and flattened, are coiled to fill a frame. In true filigree scrolls are "
            "alike and never equal; in cast imitations they melt together."
        ),
        source=TRUE_FILIGREE,
        technique="filigree",
    ),
    Term(
        slug="granulation",
        name=_("Granulation"),
        words=_("granulated, granulation"),
        text=_(
            "Tiny balls of metal joined to a ground without visible solder. Each touches it at one point; cast ones "
            "grow out of it like blisters."
        ),
        technique="granulation",
    ),
    Term(
        slug="cloisonne",
        name=_("Cloisonné"),
        words=_("cloisonné"),
        text=_("Enamel in cells made of thin strips of metal set on edge, like the leads of a church window."),
        technique="cloisonne",
    ),
    Term(
        slug="enamel",
        name=_("Enamel"),
        words=_("enamelled, enamel"),
        text=_(
            "Glass melted on to metal: hard, and its colours do not fade, but a knock chips it. “Cold enamel” is "
            "resin, which is softer."
        ),
        technique="enamelling",
    ),
    Term(
        slug="patina",
        name=_("Patina"),
        words=_("patinated, patina, oxidised"),
        text=_(
            "A dark or coloured skin on metal, from age or from a chemical. On purpose it brings out depth; it wears "
            "off where it is rubbed and can be renewed."
        ),
    ),
    Term(
        slug="tumbling",
        name=_("Tumbling"),
        words=_("tumble-polished, tumbling"),
        text=_(
            "Pieces roll in a drum with steel shot or ceramic until they shine. It is quick, even, and rounds fine "
            "edges; all of them get the same."
        ),
    ),
    Term(
        slug="finding",
        name=_("Finding"),
        words=_("bought-in part, findings, finding"),
        text=_(
            "A small ready-made part: clasp, ear post, pin stem, jump ring. Most workshops buy them, since a machine "
            "makes them better; by the US wording a piece with a bought one is not handmade."
        ),
        source=FTC_HANDMADE,
    ),
)
