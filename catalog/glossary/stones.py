"""Words for stones and how they are held."""

from catalog.glossary.term import Term
from catalog.sources import FTC_STONES, WAX_SETTING, Source


def _(text: str) -> str:
    return text


STONES = (
    Term(
        slug="lab-grown",
        name=_("Lab-grown"),
        words=_("laboratory-grown, lab-grown, grown in a laboratory"),
        text=_(
            "The same mineral as the mined stone, grown by people. It has to be said as plainly as the stone's name; "
            "a name alone means mined. It is no imitation, which only looks like it."
        ),
        source=FTC_STONES,
    ),
    Term(
        slug="imitation",
        name=_("Imitation"),
        words=_("imitation stone, imitation"),
        text=_(
            "Glass, plastic or another mineral that looks like the stone it is named after. It may not be called "
            "real, genuine or natural."
        ),
        source=FTC_STONES,
    ),
    Term(
        slug="treatment",
        name=_("Treatment"),
        words=_("treated, treatment"),
        text=_(
            "Anything but cutting and polishing that makes a stone look better. It has to be told if it does not "
            "last, if it needs care, or if it changes the value much. Most stones on sale have had one."
        ),
        source=FTC_STONES,
    ),
    Term(
        slug="heated",
        name=_("Heated"),
        words=_("heated"),
        text=_(
            "Warmed for hours to improve colour or clarity, as most rubies and sapphires are. It lasts for good; an "
            "unheated stone of the same look is rarer and costs more."
        ),
        source=Source(
            title="Gem Collector, Treatments",
            link="https://www.gemcollector.com/en-gb/learning-library/terms/treatments/",
        ),
    ),
    Term(
        slug="oiled",
        name=_("Oiled, filled"),
        words=_("oiled, fracture-filled"),
        text=_(
            "Cracks are filled with oil, resin or glass so that they show less; usual in emeralds. Oil can dry out "
            "over years, and an ultrasonic bath or a torch can drive it out at once."
        ),
        source=Source(
            title="Gem Collector, Treatments",
            link="https://www.gemcollector.com/en-gb/learning-library/terms/treatments/",
        ),
    ),
    Term(
        slug="mohs",
        name=_("Mohs"),
        words=_("Mohs"),
        text=_(
            "A scale from 1 to 10 for what scratches what: dust of quartz, 7, dulls anything softer. For a ring worn "
            "daily 7 is a usual minimum. Hard is not tough: an emerald is 7.5 to 8 and still breaks from a knock."
        ),
    ),
    Term(
        slug="cultured",
        name=_("Cultured pearl"),
        words=_("cultured pearls, cultured pearl, cultured"),
        text=_(
            "A pearl that a mollusc grew round something people put there. Nearly all pearls on sale are cultured, "
            "and it has to be said."
        ),
        source=FTC_STONES,
    ),
    Term(
        slug="cabochon",
        name=_("Cabochon"),
        words=_("cabochon"),
        text=_(
            "A stone cut to a smooth dome without facets. It suits what is opaque, banded or starred, and it shows "
            "scratches sooner."
        ),
        technique="stone-cutting",
    ),
    Term(
        slug="bezel",
        name=_("Bezel setting"),
        words=_("bezel setting, bezel"),
        text=_(
            "A wall of metal pressed over the edge of a stone all round. It protects best, and hides the stone's rim."
        ),
        technique="stone-setting",
    ),
    Term(
        slug="prong",
        name=_("Prong setting"),
        words=_("prong setting, prongs, claws"),
        text=_(
            "Small claws bent over the edge of a stone. They let in the most light, catch on wool and wear; have them "
            "looked at once a year."
        ),
        technique="stone-setting",
    ),
    Term(
        slug="pave",
        name=_("Pavé"),
        words=_("pavé"),
        text=_(
            "Small stones side by side, held by beads raised from the metal between them. By hand under a microscope, "
            "by machine, or set in the wax before it is cast."
        ),
        source=WAX_SETTING,
        technique="stone-setting",
    ),
)
