"""Techniques that shape sheet, bar and block with a hammer or a saw."""

from catalog.choices import Method
from catalog.sources import FTC_HANDMADE, Source
from catalog.techniques.technique import Doer, Technique


def _(text: str) -> str:
    return text


FABRICATION = Technique(
    slug="hand-fabrication",
    name=_("Hand fabrication"),
    icon="saw",
    summary=_("Sheet and wire are sawn, bent, soldered and filed until they are a piece."),
    doer=Doer.HAND,
    doing=_("By hand. A motor in the handpiece or the polishing wheel changes nothing, as long as a hand steers it."),
    steps=(
        _("Metal is poured as an ingot, rolled to sheet and drawn to wire, or bought as sheet and wire."),
        _("The shape is scratched on the sheet and sawn out with a blade as thin as a hair."),
        _("Parts are bent with pliers, domed in a block, or formed round a steel mandrel."),
        _("They are soldered together, the highest-melting solder first, so that earlier seams hold."),
        _("Seams are filed level, then emery, then polish."),
    ),
    tradition=(
        _(
            "It has no one home. Goldsmiths have used drawplates for wire since Roman times, and saw, file and torch "
            "are on every bench."
        ),
        _(
            "Pforzheim opened a school for goldsmiths in 1768, a year after its first factory, and still has one: the "
            "two ways have lived in one town ever since."
        ),
    ),
    places=(_("Pforzheim"),),
    recognise=_(
        "Look inside and behind: a solder seam, file marks where no wheel reaches, a wall that varies by a tenth. A "
        "perfect finish hides all of it; then only the maker's record tells."
    ),
    copied=_(
        "A hand-made model can be moulded and cast by the thousand, seam and file marks included. Each casting shows "
        "the same mark in the same place."
    ),
    good=(
        _("One piece, or a change for you, costs no new tool."),
        _("Rolled and drawn metal has no casting pores."),
        _("Any goldsmith can open a seam and close it again: it can be repaired and resized."),
    ),
    bad=(
        _("Hours at the bench are the price."),
        _("No two are quite alike, which matters for pairs and for stacking rings."),
        _("A seam is as good as whoever soldered it."),
    ),
    words=("hand fabrication",),
    methods=(Method.SAW, Method.DOME),
    beside=("lost-wax-casting", "pressing", "joining"),
    sources=(
        FTC_HANDMADE,
        Source(
            title="Newman, An Illustrated Dictionary of Jewelry, on wire",
            link="https://adin.be/nl/explanation-on-wire-by-adin-antique-jewelry.htm",
        ),
        Source(
            title="Pforzheim's labour history: from the orphanage to the 19th century",
            link="https://arbeiterbewegung-pforzheim.de/?page_id=109",
        ),
    ),
)

FORGING = Technique(
    slug="forging",
    name=_("Forging and hammering"),
    icon="forge",
    summary=_("A hammer moves the metal, makes it longer, wider or thicker, and hardens it."),
    doer=Doer.HAND,
    doing=_("By hand in jewelry. The same idea with a machine is die striking, and that has its own page."),
    steps=(
        _("A bar is annealed: heated until it is soft, then cooled."),
        _("Blows across the bar lengthen it, blows along it widen it, blows on its end thicken it."),
        _("As it hardens it is annealed again, many times, or it cracks."),
        _("Planishing evens it: a mirror-bright hammer over a mirror-bright stake, blow beside blow."),
        _("The facets are left, or filed and polished away."),
    ),
    tradition=(
        _(
            "Beating is among the first things people did with gold. In what is now Portugal hammered goldwork goes "
            "back to the Copper Age, the third millennium BC."
        ),
        _("It has no one town: every trade that works metal works it with a hammer."),
    ),
    recognise=_(
        "Facets overlap without repeating, and each is a little different in size and tilt. Forged metal is springy "
        "and hard for its thickness."
    ),
    copied=_(
        "Very easily: one hammered ring and a rubber mould make thousands, and patterned rollers print dents by the "
        "metre. Two pieces with one dent in one place came from one mould. Hammered is not handmade."
    ),
    good=(
        _("Hard, dense metal: thin cuffs and pins that keep their shape."),
        _("Shapes that taper, which a saw would waste metal for."),
        _("Few tools, quick to change."),
    ),
    bad=(
        _("Sizes wander: ask for the real one, and for the next you may have to accept another."),
        _("A hammered surface hides scratches, and also hides whether it was cast."),
    ),
    words=("forging", "hammering"),
    methods=(Method.FORGE,),
    beside=("die-striking", "lost-wax-casting", "raising"),
    sources=(
        Source(
            title="Inês Barbosa, History and culture of Portuguese goldsmithing",
            link="https://inesbarbosa.pt/historias-cultura-filigrana/?lang=en",
        ),
        Source(
            title="New A Goldsmith, Forged vs. cast jewelry",
            link="https://newagoldsmith.com/know-how/forged-vs-cast-jewelry-part-1-what-is-handmade-jewelry/",
        ),
    ),
)

RAISING = Technique(
    slug="raising",
    name=_("Raising"),
    icon="forge",
    summary=_("A flat disc is hammered, round after round, into a hollow form without a seam."),
    doer=Doer.HAND,
    doing=_("By hand. A lathe or a press makes hollow forms too, by spinning or stamping, and that is not raising."),
    steps=(
        _("A disc is cut from sheet and rings are drawn on it with a compass."),
        _("It is first sunk into a hollow, to begin the bowl."),
        _("Over a steel stake, the hammer follows the rings and drives the wall inward, a little each round."),
        _("After each round the metal is annealed, since hammering hardens it."),
        _("When the form is there it is planished smooth, and the rim is trimmed."),
    ),
    tradition=(
        _("It is the silversmith's craft more than the jeweller's: cups, bowls, lockets, hollow beads."),
        _(
            "Sheffield's silver trade kept hammermen for raising beside spinners and stampers; the Hawley Collection "
            "there keeps their tools."
        ),
    ),
    places=(_("Sheffield"),),
    recognise=_(
        "No seam, a wall of almost even thickness, and inside, where polishing stops, faint overlapping facets. Spun "
        "pieces show fine rings round the axis instead."
    ),
    copied=_(
        "By spinning, by stamping two halves and soldering them, by casting thick. Weight tells: a casting of the "
        "same size is heavier."
    ),
    good=(
        _("Hollow, light and strong: work-hardened metal in one piece."),
        _("Nothing to come apart, as there is no seam."),
    ),
    bad=(
        _("Slow: round after round where a press needs one stroke."),
        _("A dent needs a smith who can reach behind it."),
    ),
    words=("raising",),
    methods=(Method.RAISE,),
    beside=("pressing", "repousse", "electroforming"),
    sources=(
        Source(
            title="Hawley Collection, Tools of the trade: silver and hollowware",
            link="https://deploy.doczz.net/doc/3065504/tools-of-the-trade-silver--hollowware--e.p.n.s--trade-hawley",
        ),
        Source(
            title="The Silversmith Blog, Raising a Britannia silver bowl",
            link="https://silversmithblog.com/2013/07/22/raising-britannia-silver-bowl-further-along/",
        ),
    ),
)

MOKUME = Technique(
    slug="mokume-gane",
    name=_("Mokume-gane"),
    icon="roll",
    summary=_("Layers of different metals are fused, carved and forged until they show a grain like wood."),
    doer=Doer.HAND,
    doing=_(
        "By hand after a kiln: the stack is fused under pressure, and a hand makes the pattern. Patterned sheet can "
        "also be bought ready."
    ),
    steps=(
        _("Sheets of silver, gold, copper or their alloys are cleaned and stacked, ten to thirty of them."),
        _("Clamped and heated without melting, they fuse to one block."),
        _("The block is forged and rolled thinner."),
        _("Hollows are carved through the layers and the block is forged flat again: the pattern is a map of them."),
        _("The sheet or rod is made into a ring; an etch can deepen the lines."),
    ),
    tradition=(
        _(
            "It was made for the fittings of swords in Japan. Shoami Denbei, born in 1651, who worked in Akita, is "
            "credited with it; the name means wood-grain metal."
        ),
        _(
            "When swords were no longer worn it nearly died out. In the 1970s it was taught again and came to the "
            "United States; kilns with steel clamps made it more certain."
        ),
    ),
    places=(_("Akita"),),
    recognise=_("The pattern runs through: look at the edge and the inside, where the layers come out as lines."),
    copied=_("By etching, laser marking or printing a grain on one metal. Then the edge is plain."),
    good=(
        _("No two blocks give one pattern: here “one of a kind” is literal."),
        _("Several metals, no solder between them."),
    ),
    bad=(
        _("A poor bond can open at a layer when the ring is resized."),
        _("Copper alloys in it darken with wear, and can mark skin."),
    ),
    words=("mokume-gane", "mokume gane"),
    beside=("forging", "plating"),
    sources=(
        Source(
            title="James Binnion, History of mokume gane",
            link="https://mokume-gane.com/jbma-mokume-studio/mokume-gane-history/",
        ),
        Source(
            title="Akita digital archive, Mokume-gane",
            link="https://sites.google.com/view/akita-digital-archive/traditional-art-crafts/mokumegane",
        ),
    ),
)

FORMING = (
    FABRICATION,
    FORGING,
    RAISING,
    MOKUME,
)
