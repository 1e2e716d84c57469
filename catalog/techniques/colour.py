"""Lines cut into metal, and glass melted on to it."""

from catalog.choices import Method
from catalog.sources import ENGRAVED_GOLD, FTC_HANDMADE, Source
from catalog.techniques.technique import Doer, Technique


def _(text: str) -> str:
    return text


LIMOGES = Source(
    title="J. Paul Getty Museum, Limoges school",
    link="http://www.getty.edu/art/collection/artists/23517/limoges-school/",
)

ENGRAVING = Technique(
    slug="engraving",
    name=_("Engraving"),
    icon="engrave",
    summary=_("Lines are cut, scraped or burnt into the surface: letters, ornament, or a texture like silk."),
    doer=Doer.EITHER,
    doing=_(
        "By hand with a graver, by a diamond point in a machine, or by laser from a file. Ask which; the word alone "
        "covers all three."
    ),
    steps=(
        _("The drawing is rubbed or scratched on to the metal, or sent as a file."),
        _("By hand: the piece is held in a ball vice or wax and turned against a steel graver, which lifts a chip."),
        _("The angle of the cut decides its shine: wide and shallow is bright, steep is dark."),
        _("By machine: a diamond drags a groove, or a laser takes the surface off spot by spot."),
        _("Burrs are burnished away."),
    ),
    tradition=(
        _(
            "Florence is known for it: several gravers in a set order build a surface like cloth, and it is learnt "
            "from a master, hardly from books."
        ),
        _(
            "In Milan Buccellati, founded in 1919, made engraved textures its signature; a single piece may carry "
            "twenty thousand cuts."
        ),
    ),
    places=(_("Florence"), _("Milan")),
    recognise=_(
        "A hand-cut line begins fine, swells and ends fine, and its floor is one bright facet. A laser line has one "
        "width and a matt, grainy floor. A dragged line has a ridge on both sides."
    ),
    copied=_("A mould copies engraving too: then lines are rounded, as if seen through water."),
    good=(
        _("It makes a series piece yours, the only change many factories offer."),
        _("Deep hand cuts last for generations; a laser is quick, cheap and exact in small letters."),
    ),
    bad=(
        _("Shallow laser work polishes away."),
        _("What is engraved for you can, as a rule, not be returned."),
    ),
    words=("hand engraving", "engraving", "laser engraving"),
    methods=(Method.ENGRAVE, Method.LASER_ENGRAVE),
    beside=("piercing", "repousse"),
    sources=(
        Source(
            title="The W Gallery, The ancient art of Florentine hand engraved jewelry",
            link="https://thewgallerycle.com/blog/the-ancient-art-of-florentine-hand-engraved-jewelry",
        ),
        ENGRAVED_GOLD,
        Source(title="JewelsRetouch glossary, Engraving", link="https://jewelsretouch.com/hy/glossary/engraving"),
        FTC_HANDMADE,
    ),
)

ENAMELLING = Technique(
    slug="enamelling",
    name=_("Enamelling"),
    icon="enamel",
    summary=_("Powdered glass is laid on metal and melted to it, layer by layer."),
    doer=Doer.EITHER,
    doing=_("By hand with a brush and a small kiln, or in series with sieves, stamps and belt furnaces."),
    steps=(
        _("Glass is ground to powder and washed."),
        _("The metal is cleaned; in champlevé hollows are cut for the glass, in painted enamel the ground stays flat."),
        _("Wet powder is laid in with a quill or brush, or sieved on dry, and left to dry."),
        _("It goes into a kiln for a minute or two, until it flows and shines."),
        _("More layers, more firings; the back is enamelled too, so that it does not crack. Then it is stoned flat."),
    ),
    tradition=(
        _(
            "Limoges in France has worked enamel since the early Middle Ages. In the twelfth century its champlevé on "
            "copper, for shrines and book covers, went all over western Europe."
        ),
        _(
            "After the town was sacked, around 1370, the craft nearly died out; it came back as painted enamel, by "
            "families such as the Pénicaud and the Limousin, and is still practised there."
        ),
    ),
    places=(_("Limoges"),),
    recognise=_("Fired enamel is hard, cool and glassy, with small bubbles and depth."),
    copied=_(
        "In resin, sold as “cold enamel”: softer, warmer to the lip, and flat where glass has depth. It may still be "
        "well made; it should not be called vitreous."
    ),
    good=(
        _("Colour that does not fade."),
        _("It looks deep, and takes a drawing of your own."),
    ),
    bad=(
        _("It is glass: a knock chips it, and bending cracks it."),
        _("It can hardly be resized or soldered near, and mending seldom matches."),
    ),
    words=("enamelling", "enameling", "enamel"),
    methods=(Method.ENAMEL,),
    beside=("cloisonne", "plating"),
    sources=(
        LIMOGES,
        Source(title="Limoges enamel, an encyclopedia entry", link="http://chaos.owiki.org/wiki/Limoges_enamel"),
    ),
)

CLOISONNE = Technique(
    slug="cloisonne",
    name=_("Cloisonné"),
    icon="enamel",
    summary=_("Thin strips of metal stand on edge as walls, and each cell between them is filled with enamel."),
    doer=Doer.HAND,
    doing=_("By hand: each strip is bent with tweezers. Stamped or cast cells filled in series exist, and look it."),
    steps=(
        _("A drawing is turned into lines that one strip can follow."),
        _("Flat wire, often of fine silver or gold, is bent to each line and set on edge on the ground."),
        _("A first firing, or solder, holds the walls."),
        _("Each cell is filled with wet powder in many thin layers, each fired."),
        _(
            "The whole is ground level, so that walls and glass are one surface, and fired bright once more or "
            "polished."
        ),
    ),
    tradition=(
        _(
            "Goldsmiths of antiquity knew it. Byzantine and Celtic workshops brought it to a height, with gold cells "
            "like the leads of a church window."
        ),
        _("The word is French and means partitioned."),
    ),
    places=(_("Byzantium"),),
    recognise=_("Walls are thin, even and bright, and their curves show where a strip begins and ends."),
    copied=_(
        "By casting or stamping the cells: walls are thick, slope outward and are one with the ground. By printing: "
        "no walls at all, only lines of gold colour."
    ),
    good=(
        _("The finest drawing that enamel can have, and colours that stay apart."),
        _("It is as much yours as the drawing."),
    ),
    bad=(
        _("Many firings, and any of them can undo the others."),
        _("All that is true of enamel: no knocks, no resizing."),
    ),
    words=("cloisonné enamel", "cloisonné", "cloisonne"),
    beside=("enamelling", "filigree"),
    sources=(LIMOGES,),
)

COLOUR = (ENGRAVING, ENAMELLING, CLOISONNE)
