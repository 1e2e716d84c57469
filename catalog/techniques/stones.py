"""Techniques of stones: how they are shaped, and how they are held."""

from catalog.choices import Method
from catalog.sources import FTC_STONES, WAX_SETTING, Source
from catalog.techniques.technique import Doer, Technique


def _(text: str) -> str:
    return text


CUTTING = Technique(
    slug="stone-cutting",
    name=_("Stone cutting and carving"),
    icon="stone",
    summary=_("Rough stone is sawn, ground and polished to facets, to a dome, or to a picture in relief."),
    doer=Doer.EITHER,
    doing=_(
        "By hand against a wheel, or by automatic machines that grind thousands to one size. Small round stones for "
        "series are mostly of the second kind."
    ),
    steps=(
        _("The rough is turned in the light: where are the flaws, the colour, the band?"),
        _("It is sawn with a diamond blade and ground to its outline."),
        _(
            "For facets it is fixed to a stick and pressed at set angles to a turning lap; for a cabochon it is "
            "rolled over the wheel by eye."
        ),
        _("For a cameo or an intaglio the tool turns in its place, and the stone is moved against it."),
        _("Finer and finer powder brings up the polish."),
    ),
    tradition=(
        _(
            "Idar-Oberstein in Germany has cut agate for over five hundred years. Its rivers drove sandstone wheels "
            "taller than a man, and cutters lay on their fronts and pressed the stone to them."
        ),
        _(
            "When its own stone ran out in the early nineteenth century, emigrants found agate in Brazil and sent it "
            "home as ballast. Much cutting has since gone to Jaipur, Bangkok and Surat; carving is still at home "
            "there."
        ),
    ),
    places=(_("Idar-Oberstein"), _("Jaipur"), _("Bangkok")),
    recognise=_(
        "In a careful cut facets meet in points; in a hasty one they miss. A carving's lines vary in depth. A cut "
        "made for one stone follows its flaw or band; a calibrated one ignores it."
    ),
    copied=_(
        "Moulded glass has rounded edges and a seam. Cameos are cast in resin or cut by ultrasound from a die; then "
        "many show the same face."
    ),
    good=(
        _("A cutter can save a stone, or make its flaw the point of it."),
        _("Calibrated stones are cheap, and one can be replaced by the next."),
    ),
    bad=(
        _("What is cut away is lost, so a fine cut costs weight."),
        _("An odd shape needs a setting made for it."),
    ),
    words=("stone cutting", "stone carving", "gem carving", "gem cutting"),
    methods=(Method.CUT_STONE, Method.CARVE),
    beside=("stone-setting",),
    sources=(
        Source(
            title="GIA, Historical reading list: the lapidary tradition of Idar-Oberstein",
            link="https://gia.edu/lapidary-tradition-idar-oberstein-reading-list",
        ),
        Source(
            title="Smithsonian, Idar-Oberstein, the gemcutters' city",
            link="https://mineralsciences.si.edu/collections/dom-pedro/info/idar-oberstein.htm",
        ),
        Source(
            title="Gem Collector, Idar-Oberstein",
            link="https://www.gemcollector.com/en-gb/learning-library/other/idar-oberstein/",
        ),
    ),
)

SETTING = Technique(
    slug="stone-setting",
    name=_("Stone setting"),
    icon="set",
    summary=_("Metal is pushed over the edge of a stone, or a pearl is fixed on a peg, so that it stays."),
    doer=Doer.EITHER,
    doing=_(
        "By hand under a microscope, by machine, or before the metal is even poured: stones set in the wax. Pearls "
        "and cheap stones are glued."
    ),
    steps=(
        _("A seat is cut exactly to the stone."),
        _("A bezel is a wall pressed down all round. Prongs are notched and bent over the edge."),
        _("For pavé, beads are raised from the metal itself between stones that lie side by side."),
        _("Set in wax, the stone stands in the model and the metal flows round it; only heat-proof stones bear that."),
        _("A half-drilled pearl goes on a twisted peg, with glue."),
        _("Each stone is tested: it must not move, and a thread must not catch."),
    ),
    tradition=(
        _(
            "The bezel is the oldest. Open claws that let light in from below belong to the nineteenth century; the "
            "six-prong ring came from Tiffany & Co. in 1886."
        ),
        _("Setting in wax spread in the 1990s, first mostly in India, and made rows of small stones cheap."),
    ),
    recognise=_(
        "Under a loupe: prongs of one size that lie flat on the stone, beads that are round. Stones cast in place "
        "have metal close round them without tool marks, and no seat was cut."
    ),
    copied=_(
        "False prongs are cast beside a stone that is glued. A set stone does not move under a fingernail; a "
        "well-glued one does not either, so ask."
    ),
    good=(
        _("A bezel protects, prongs show: choose by the life it will have."),
        _("A hand setter fits an odd stone, your own for example."),
        _("Machines and wax set hundreds of equal stones evenly."),
    ),
    bad=(
        _("Prongs wear: have them looked at once a year."),
        _("A stone cast in place can hardly be replaced; glue gives way to heat and perfume."),
    ),
    words=("stone setting", "pearl setting"),
    methods=(Method.SET_BY_HAND, Method.SET_BY_MACHINE, Method.GLUE),
    beside=("stone-cutting", "lost-wax-casting", "pearl-knotting"),
    sources=(
        Source(
            title="Newman, An Illustrated Dictionary of Jewelry, on the claw setting",
            link="https://adin.be/nl/explanation-on-claw-setting-by-adin-antique-jewelry.htm",
        ),
        Source(
            title="Lang Antiques University, Tiffany setting",
            link="https://www.langantiques.com/university/tiffany-setting/",
        ),
        WAX_SETTING,
        FTC_STONES,
    ),
)

STONES = (CUTTING, SETTING)
