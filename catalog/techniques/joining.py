"""How parts are joined, and how a surface is covered."""

from catalog.choices import Method
from catalog.sources import FTC_METALS, LASER_WELDERS, US_PLATING_WATER, Source
from catalog.techniques.technique import Doer, Technique


def _(text: str) -> str:
    return text


JOINING = Technique(
    slug="joining",
    name=_("Soldering, welding and riveting"),
    icon="solder",
    summary=_("Parts become one piece: by a metal that melts sooner, by melting their edges, or by a pin."),
    doer=Doer.EITHER,
    doing=_("By hand at a bench, by furnace or automatic laser in a factory. A good join is good from either."),
    steps=(
        _("The parts are fitted until no light shows between them; a join is made by fitting, not by filling."),
        _("To solder, flux and a snippet of an alloy that melts lower are laid on the seam and the whole is heated."),
        _("To weld, a laser melts a spot of the parts themselves, again and again along the seam."),
        _("To rivet, a pin goes through both and its ends are spread with a hammer; nothing is heated."),
        _("The seam is cleaned, filed and tested by bending."),
    ),
    tradition=(
        _("Soldering is as old as goldsmithing with more than one part: without it there is no filigree."),
        _(
            "Laser welders came to jewelers' benches late in the twentieth century and made repairs beside pearls, "
            "emeralds and enamel possible that a torch forbids."
        ),
    ),
    recognise=_(
        "A solder seam shows as a fine line of another colour when it tarnishes. A laser seam is a row of scales like "
        "a tiny weld. A rivet is a dot on both sides."
    ),
    copied=_("Glue is the usual substitute. It shows as a shine in the corner, and lets go in warm water one day."),
    good=(
        _("Soldered and riveted pieces can be taken apart and mended."),
        _("A laser leaves springs hard and stones in place."),
    ),
    bad=(
        _("A torch softens the metal round a seam, and can spoil stones that have to stay."),
        _("A laser on a flush joint may hold only the skin; the seam has to be opened and filled."),
    ),
    methods=(Method.SOLDER, Method.LASER_WELD, Method.RIVET),
    beside=("hand-fabrication", "stone-setting"),
    sources=(
        LASER_WELDERS,
        Source(
            title="Jewel Envy, When is laser welding the best choice for repair?",
            link="https://www.jewelenvy.ca/when-is-laser-welding-the-best-choice-for-repair/",
        ),
    ),
)

PLATING = Technique(
    slug="plating",
    name=_("Plating and gilding"),
    icon="bath",
    summary=_("A bath and a current lay a thin coat of gold, rhodium or silver over another metal."),
    doer=Doer.MACHINE,
    doing=_("By a bath. A hand may hang one ring in it or a frame may carry three hundred; the coat does not know."),
    steps=(
        _("The piece is polished, since a coat hides no scratch, and cleaned of all grease."),
        _("A first layer of copper, palladium or nickel may be laid so that the next one holds."),
        _("In a bath of dissolved metal a current draws gold, rhodium or silver on to it."),
        _("Time and current decide the thickness; it is measured in thousandths of a millimetre."),
        _("It is rinsed and dried. The rinsing water has to be treated before it may leave."),
    ),
    tradition=(
        _(
            "Gilding was once done with mercury, which poisoned gilders. In Birmingham the Elkingtons patented "
            "plating by current in 1840 and opened large works in 1841."
        ),
        _(
            "Providence, in Rhode Island, built a whole trade on covered metal: Nehemiah Dodge bonded gold to cheaper "
            "metal there about 1794, and by the 1980s the state made four fifths of America's costume jewelry."
        ),
    ),
    places=(_("Birmingham"), _("Providence")),
    recognise=_(
        "Look where it rubs: edges, clasps, the back of a band. Another colour there is the core. The mark helps: 925 "
        "on a golden piece means gilded silver."
    ),
    copied=_(
        "It is itself the copy of solid gold, and honest as long as it is called by its name. Vermeil, filled and "
        "plated are three different thicknesses; see the glossary."
    ),
    good=(
        _("Colour for little money, and light."),
        _("White gold and silver are kept bright by rhodium."),
        _("It can be renewed, if somebody offers it."),
    ),
    bad=(
        _("It wears through; how soon depends on thickness, place and skin."),
        _("A nickel layer beneath can come to the skin when it does."),
        _("It makes filing, soldering and resizing visible."),
    ),
    words=("plating", "gilding"),
    methods=(Method.PLATE,),
    beside=("electroforming", "die-striking"),
    sources=(
        Source(
            title="Encyclopædia Britannica 1911, Elkington",
            link="https://en.m.wikisource.org/wiki/1911_Encyclop%C3%A6dia_Britannica/Elkington,_George_Richards",
        ),
        Source(
            title="Los Angeles Times 1986, Tiny Rhode Island very big in costume jewelry",
            link="https://www.latimes.com/archives/la-xpm-1986-06-06-fi-9083-story.html",
        ),
        FTC_METALS,
        US_PLATING_WATER,
    ),
)

JOINING_AND_COVERING = (JOINING, PLATING)
