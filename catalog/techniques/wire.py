"""Techniques of wire and grain."""

from catalog.choices import Method
from catalog.sources import TRUE_FILIGREE, Source
from catalog.techniques.technique import Doer, Technique


def _(text: str) -> str:
    return text


FILIGREE = Technique(
    slug="filigree",
    name=_("Filigree"),
    icon="filigree",
    summary=_("Two hair-thin wires are twisted, flattened and coiled to fill a frame."),
    doer=Doer.HAND,
    doing=_("By hand: rollers may draw and flatten the wire, but a person with tweezers fills the frame."),
    steps=(
        _("Silver or gold is drawn to wire of a few tenths of a millimetre."),
        _("Two wires are twisted to a cord and rolled flat: its edge looks like a row of grains."),
        _("Thicker wire is bent and soldered to the frame, the skeleton of the piece."),
        _("The cord is coiled, cut and pressed into the frame, scroll by scroll, until it holds by itself."),
        _("Powdered solder is strewn on and one flame joins it all; then it is blanched white and burnished."),
    ),
    tradition=(
        _(
            "The oldest filigree comes from Mesopotamia and western Anatolia, about the third millennium BC; from "
            "there it went all round the Mediterranean. In Portugal it became the work of two places, Gondomar and "
            "Póvoa de Lanhoso, where the village of Travassos has a museum of its gold."
        ),
        _(
            "There it was savings as much as ornament: in the Minho a woman's gold was her dowry, worn at the feasts "
            "of Viana do Castelo, with the heart as its best-known form."
        ),
    ),
    places=(_("Gondomar"), _("Póvoa de Lanhoso"), _("Viana do Castelo")),
    recognise=_(
        "Scrolls are alike and never equal, gaps between them differ, and the cord's grainy edge is sharp. Frame and "
        "filling are two kinds of wire."
    ),
    copied=_(
        "By casting: scrolls melt into each other, the grain is soft, and the back shows a skin between the wires. By "
        "stamping: it is flat and each piece equal. Cast filigree can be pretty; it should be sold as cast."
    ),
    good=(
        _("Large and light: most of it is air."),
        _("Every scroll can be replaced by someone who makes it."),
    ),
    bad=(
        _("It catches on wool and bends when sat on."),
        _("It cannot be resized, and few repairers outside the region take it."),
    ),
    words=("filigree",),
    methods=(Method.FILIGREE,),
    beside=("granulation", "lost-wax-casting", "piercing"),
    sources=(
        Source(title="OCRI, Portuguese filigree", link="https://ocri.pt/en/portuguese-filigree"),
        Source(
            title="A Nossa Terra, Póvoa de Lanhoso and its filigree",
            link="http://anossaterra.pt/?co=3000&tp=15&ct=0&cop=2807&LG=1&mop=3634&it=pagina_e",
        ),
        TRUE_FILIGREE,
    ),
)

GRANULATION = Technique(
    slug="granulation",
    name=_("Granulation"),
    icon="beads",
    summary=_("Tiny balls of gold or silver are joined to a ground, so that each seems only to lie on it."),
    doer=Doer.HAND,
    doing=_("By hand. Grains can be bought or sieved by machine, but nothing lays them but a brush."),
    steps=(
        _("Snippets of wire are bedded in charcoal and heated: each draws itself up into a ball."),
        _("The balls are sieved by size."),
        _("They are laid on the ground with a brush, glue and a copper salt."),
        _(
            "In the flame the glue turns to carbon, the copper alloys with gold just where ball and ground touch, and "
            "they bond before either melts."
        ),
        _("A moment too long, and it is a puddle."),
    ),
    tradition=(
        _(
            "It was known in the third millennium BC. The Etruscans, in what is now Tuscany, took it furthest: their "
            "grains go down to 0.14 millimetres."
        ),
        _(
            "After Rome the knowledge thinned out. Goldsmiths such as the Castellani of the nineteenth century tried "
            "to win it back; how exactly the ancients joined the grains is still studied."
        ),
        _("The gold beads of Viana do Castelo carry grain and filigree to this day."),
    ),
    places=(_("Etruria (Tuscany)"), _("Viana do Castelo")),
    recognise=_(
        "Under a loupe each ball touches the ground at one point and throws a shadow all round. Sizes differ by a "
        "hair, rows wander by less."
    ),
    copied=_(
        "By casting: balls grow out of the ground like blisters, with filled corners. By stamping a beaded sheet: the "
        "back is dimpled."
    ),
    good=(
        _("Fine detail that wears slowly, as grains are solid."),
        _("It needs no stone and no colour to catch light."),
    ),
    bad=(
        _("Very slow, with much waste."),
        _("A lost grain is seldom put back: the whole would have to be heated."),
    ),
    words=("granulation",),
    methods=(Method.GRANULATE,),
    beside=("filigree", "lost-wax-casting"),
    sources=(
        Source(
            title="Dallas Museum of Art, Materials and techniques (Deppert-Lippitz 1996)",
            link="https://collections.dma.org/essay/mxeav7wA",
        ),
        Source(
            title="Rijksmuseum van Oudheden, Etruscan brooch",
            link="https://artsandculture.google.com/asset/brooch-unknown/WgFuPROq8UvSEQ",
        ),
        Source(
            title="M. L. Vitobello, Etruscan granulation",
            link="http://www.marialuisavitobello.com/ENG/granulazione_etrusca.htm",
        ),
    ),
)

WIREWORK = Technique(
    slug="wirework",
    name=_("Wirework"),
    icon="wire",
    summary=_("Wire is bent, knotted, wrapped or linked; its own spring holds it, or a little solder."),
    doer=Doer.HAND,
    doing=_("By hand with pliers. Machines coil, link and weave wire too; that is machine chain."),
    steps=(
        _("Wire is drawn through ever smaller holes of a plate, and annealed between."),
        _("It is wound round a rod for rings, or bent over pliers for hooks and loops."),
        _("Loops go through loops, or a wrap of two or three turns locks a bead."),
        _("Ends are filed round, tucked in, or soldered; a tap of the hammer hardens the curve."),
    ),
    tradition=(
        _(
            "Before there was drawn wire, strips of sheet were twisted and rolled to thread; the drawplate came into "
            "use in Roman times."
        ),
        _(
            "Chains of loop in loop are known from about 3000 BC, and very fine ones from round the Mediterranean, "
            "about 500 BC."
        ),
    ),
    recognise=_(
        "Plier marks inside a curve, turns that differ slightly, cut ends that are filed. Where it is soldered each "
        "joint is a little its own."
    ),
    copied=_(
        "A casting of wire has one thickness where wires cross, as if melted, and often a fine mould line along it."
    ),
    good=(
        _("Cheap in tools, quick to alter, easy to mend."),
        _("Drawn wire is springy: a hook made so stays closed."),
    ),
    bad=(
        _("Wrapped is not soldered: a hard pull opens it."),
        _("Loose ends catch when they are not finished."),
    ),
    words=("wirework",),
    methods=(Method.WIRE_WRAP,),
    beside=("machine-chain", "filigree", "stringing"),
    sources=(
        Source(
            title="Newman, An Illustrated Dictionary of Jewelry, on wire",
            link="https://adin.be/nl/explanation-on-wire-by-adin-antique-jewelry.htm",
        ),
        Source(title="Silverweaver, History of loop-in-loop", link="http://silverweaver.com/loopinloop/history.shtml"),
    ),
)

WIRE = (
    FILIGREE,
    GRANULATION,
    WIREWORK,
)
