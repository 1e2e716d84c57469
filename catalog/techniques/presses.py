"""Techniques in which a die gives the form."""

from catalog.choices import Method
from catalog.sources import DIE_BLOCK, STRUCK_OR_CAST, STRUCK_OR_CAST_TALK, Source
from catalog.techniques.technique import Doer, Technique


def _(text: str) -> str:
    return text


STRIKING = Technique(
    slug="die-striking",
    name=_("Die striking"),
    icon="strike",
    summary=_("A blow drives solid metal into a steel die, as a coin is struck."),
    doer=Doer.MACHINE,
    doing=_("By a press or a drop hammer. The die was cut by a person, often with great skill; the pieces are not."),
    steps=(
        _("A die sinker cuts the design into a block of steel, in reverse, and hardens its face."),
        _("Blanks are cut from rolled sheet or bar and annealed."),
        _("The blank is struck, annealed and struck again until the die is full."),
        _("The rim is trimmed off: the strip that is left, with its holes, is our mark for this way of making."),
        _("Parts are soldered together, polished, and marked."),
    ),
    tradition=(
        _(
            "Birmingham made it a town's trade. From the eighteenth century its workshops stamped buckles, buttons "
            "and “toys”, which meant small luxuries; it got its own assay office in 1773, and about 1880 some seven "
            "hundred workshops stood in what became the Jewellery Quarter."
        ),
        _("A die sinker is toolmaker and artist in one, and the block can outlive the fashion it was cut for."),
    ),
    places=(_("Birmingham"),),
    recognise=_(
        "Crisp detail on a smooth, dense surface, the same in every piece; a rim that was trimmed; a good weight in "
        "the hand."
    ),
    copied=_("By casting a struck piece: detail goes soft and it grows a little smaller, since metal shrinks."),
    good=(
        _("The densest metal of all: no pores, hard, keeps its polish."),
        _("Every piece as the last, so parts and pairs fit."),
        _("Cheap per piece once the die is paid."),
    ),
    bad=(
        _("A die is dear: one shape, made many times, seldom changed."),
        _("Dies wear. About four thousand blows is usual; some break at once and some last a hundred thousand."),
        _("Hard metal takes longer to resize."),
    ),
    words=("die striking", "die-striking", "coining"),
    methods=(Method.STRIKE,),
    beside=("pressing", "lost-wax-casting", "forging"),
    sources=(
        STRUCK_OR_CAST,
        DIE_BLOCK,
        Source(
            title="Navette Jewellery, Areas specialising in antique jewellery production: Birmingham",
            link="https://navettejewellery.org/2020/11/11/"
            "areas-specialising-in-antique-jewellery-production-part-iv-birmingham/",
        ),
        STRUCK_OR_CAST_TALK,
    ),
)

PRESSING = Technique(
    slug="pressing",
    name=_("Pressing and stamping"),
    icon="press",
    summary=_("Thin sheet is cut, bent and bulged between two tools; halves are joined to a hollow whole."),
    doer=Doer.MACHINE,
    doing=_("By a press, from one that a person feeds to one that eats a coil by itself."),
    steps=(
        _("A pair of tools is made: one to push, one to receive."),
        _("A strip of sheet runs through, and blanks are punched out of it."),
        _("Further strokes bend, dome and emboss them."),
        _("For hollow pieces two shells are soldered rim to rim."),
        _("They are tumbled bright and often plated."),
    ),
    tradition=(
        _(
            "Stamping made jewelry for people who had never owned any. Birmingham and Sheffield did it in the "
            "nineteenth century; Providence, in Rhode Island, grew to some nine hundred firms by the 1980s."
        ),
    ),
    places=(_("Birmingham"), _("Sheffield"), _("Providence")),
    recognise=_(
        "Very light for its size; the back is hollow or shows the front in reverse without punch marks; a seam runs "
        "round the rim."
    ),
    copied=_("It copies repoussé and raising. Equal pieces in a row give it away, and so does a thin, even wall."),
    good=(
        _("Large and light for little metal: an earring that does not pull."),
        _("Fast: what the price shows."),
    ),
    bad=(
        _("Thin walls dent and cannot be filled; most repairers decline."),
        _("Nothing about it can be changed for you."),
    ),
    words=("pressing", "stamping"),
    methods=(Method.PRESS,),
    beside=("die-striking", "repousse", "raising", "electroforming"),
    sources=(
        Source(title="Calla Gold, Die struck vs cast", link="https://www.callagold.com/education/die-struck-vs-cast/"),
        Source(
            title="Hawley Collection, Tools of the trade: silver and hollowware",
            link="https://deploy.doczz.net/doc/3065504/tools-of-the-trade-silver--hollowware--e.p.n.s--trade-hawley",
        ),
        Source(
            title="Los Angeles Times 1986, Tiny Rhode Island very big in costume jewelry",
            link="https://www.latimes.com/archives/la-xpm-1986-06-06-fi-9083-story.html",
        ),
    ),
)

PRESSES = (STRIKING, PRESSING)
