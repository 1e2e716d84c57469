"""Techniques that pour metal, or fuse it from powder or clay."""

from catalog.choices import Method
from catalog.sources import CUSTOM_WEEKS, FTC_HANDMADE, MOULDS, STRUCK_OR_CAST_TALK, Source
from catalog.techniques.technique import Doer, Technique


def _(text: str) -> str:
    return text


LOST_WAX = Technique(
    slug="lost-wax-casting",
    name=_("Lost-wax casting"),
    icon="cast",
    summary=_("A model of wax is buried in plaster and melted out; metal takes its place."),
    doer=Doer.EITHER,
    doing=_(
        "Both. One wax carved by hand and cast once is as single as a drawing; one rubber mould feeds a factory. The "
        "pouring itself is a machine's."
    ),
    steps=(
        _("A model is carved in wax, or made in metal and moulded in rubber, from which waxes are drawn."),
        _("Waxes are welded to a stem: a tree of one ring or of two hundred."),
        _("Plaster is poured round it and baked; the wax runs out and burns away."),
        _("Molten metal is thrown or sucked into the hollow."),
        _(
            "The plaster is quenched off, the pieces are cut from the tree, and finishing begins: by hand, in a drum, "
            "or both."
        ),
    ),
    tradition=(
        _(
            "It is over six thousand years old: gold from Varna in Bulgaria and copper from the Nahal Mishmar hoard "
            "in the Judean desert were cast so."
        ),
        _(
            "Early in the twentieth century a dentist's machine for throwing metal, and in the 1930s the rubber "
            "mould, turned it into what is said to be the way of most jewelry today."
        ),
    ),
    places=(_("Varna"), _("Nahal Mishmar")),
    recognise=_(
        "Soft inner corners, a fine mould line, a filed spot where it hung on the tree, now and then a pin-hole. Good "
        "finishing removes them all."
    ),
    copied=_(
        "It is the great copier: of hammer marks, filigree, engraving, and of other people's designs. Whether a "
        "single casting may be called handmade is disputed; we say so and do not decide."
    ),
    good=(
        _("Any form that wax can take, in any quantity."),
        _("Cheap to change: a new model, not a new die."),
        _("A wax can be shown to you before it is cast."),
    ),
    bad=(
        _("Cast metal is less dense than struck, and pores can open when it is polished or sized."),
        _("Walls have to be a little thicker, so it is heavier."),
        _("Who made the model, and who finished it, is seldom told."),
    ),
    words=("lost-wax casting", "casting"),
    methods=(Method.CAST_ONE_OFF, Method.CAST_MOULD, Method.CARVE_WAX),
    beside=("wax-printing", "die-striking", "hand-fabrication"),
    sources=(
        Source(
            title="TechForm, The history of lost wax casting",
            link="https://techformcasting.com/history-of-lost-wax-casting/",
        ),
        Source(title="Wikipedia, Lost-wax casting", link="https://en.wikipedia.org/wiki/Lost-wax_casting"),
        STRUCK_OR_CAST_TALK,
        MOULDS,
        FTC_HANDMADE,
    ),
)

WAX_PRINTING = Technique(
    slug="wax-printing",
    name=_("Wax printing and casting"),
    icon="print",
    summary=_("A form is drawn on a computer, printed in wax and cast in metal, once or many times."),
    doer=Doer.EITHER,
    doing=_(
        "The form is a file's, the print a machine's; setting and finishing may be all by hand. So we call it in "
        "between, and say which steps are whose."
    ),
    steps=(
        _("The piece is built on a screen, with the stone's size to a hundredth."),
        _("You are sent pictures of it and say yes, or ask for a change."),
        _("A printer lays it down in wax or resin, in layers finer than a hair."),
        _("The print is cast as any wax is."),
        _("Layer lines are filed and polished away, stones are set."),
    ),
    tradition=(
        _(
            "It is young. It took the carver's place at custom jewelers first, since a customer can see the piece "
            "before any metal is poured."
        ),
    ),
    recognise=_(
        "Fine parallel steps in a hollow where no tool reaches; perfect symmetry; letters that no graver could cut."
    ),
    copied=_(
        "A file is copied with a click. Ask whether yours is drawn for you or chosen from a library, and who keeps it."
    ),
    good=(
        _("Your wish, seen before it is made, and easily changed until then."),
        _("Exact: a ring can be printed at your size, and a pair mirrored."),
        _("Nothing has to be kept in stock."),
    ),
    bad=(
        _("A picture flatters: thickness and weight are hard to judge on a screen."),
        _("Made to your wish, it can, as a rule, not be returned."),
        _("Pores and soft metal, as in all casting."),
    ),
    words=("wax printing and casting", "wax printing", "CAD and casting"),
    methods=(Method.PRINT_WAX, Method.CAST_PRINTED_WAX),
    beside=("lost-wax-casting", "metal-printing", "turning"),
    sources=(
        CUSTOM_WEEKS,
        Source(title="Moses Jewelers, Custom designs", link="https://mosesjewelers.net/custom-designs/"),
        FTC_HANDMADE,
    ),
)

METAL_CLAY = Technique(
    slug="metal-clay",
    name=_("Metal clay"),
    icon="clay",
    summary=_("Fine metal powder in a binder is shaped like clay and fired until only metal is left."),
    doer=Doer.HAND,
    doing=_("By hand: rolled, pressed and carved like clay. The US rules count the clay as raw material."),
    steps=(
        _("The clay is rolled out, modelled or pressed over a texture."),
        _("It dries, and is carved, drilled and sanded."),
        _("In a kiln, or with a torch for silver, the binder burns off and the grains fuse."),
        _("It has shrunk by 8 to 30 percent, depending on the clay."),
        _("It is brushed, burnished or polished like any metal."),
    ),
    tradition=(
        _(
            "Mitsubishi Materials brought it out in Japan about 1990, for people without years at a bench; in the "
            "middle of the decade it reached the United States."
        ),
    ),
    places=(_("Japan"),),
    recognise=_("Textures from leaves or lace, soft edges, and a piece that is light for its size."),
    copied=_("There is little to copy; moulds for it are sold, so two makers may have the same flower."),
    good=(
        _("Textures straight from life, and single pieces without a workshop."),
        _("Fine silver clay takes enamel well."),
    ),
    bad=(
        _("Fused powder stays a little porous and less strong than rolled metal: not for thin rings or pins."),
        _("Shrinking makes sizes a guess until it is fired."),
    ),
    words=("metal clay",),
    methods=(Method.METAL_CLAY,),
    beside=("lost-wax-casting", "hand-fabrication"),
    sources=(
        Source(title="Wikipedia, Metal clay", link="https://en.wikipedia.org/wiki/Metal_clay"),
        Source(
            title="JCK, Will precious metal clay revolutionize jewelry making?",
            link="http://www.jckonline.com/magazine-article/will-precious-metal-clay-revolutionize-jewelry-making/",
        ),
    ),
)

CASTING = (LOST_WAX, WAX_PRINTING, METAL_CLAY)
