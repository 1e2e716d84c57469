"""Techniques that cut into sheet or push it out."""

from catalog.choices import Method
from catalog.sources import ENGRAVED_GOLD, Source
from catalog.techniques.technique import Doer, Technique


def _(text: str) -> str:
    return text


REPOUSSE = Technique(
    slug="repousse",
    name=_("Repoussé and chasing"),
    icon="chase",
    summary=_("Relief is pushed out of sheet from behind and sharpened from the front, with punches and a hammer."),
    doer=Doer.HAND,
    doing=_("By hand. A press with a die makes relief from sheet too, thousands alike."),
    steps=(
        _("Sheet is laid on warm pitch, which holds it and gives way under a blow."),
        _("From the back, blunt punches push the large forms out: that is repoussé."),
        _("The sheet is melted off, annealed, turned over and its hollows filled with pitch."),
        _("From the front, finer punches press outlines and texture in: that is chasing. No metal is cut away."),
        _("Both are repeated until the relief stands."),
    ),
    tradition=(
        _(
            "It is very old and almost everywhere: the gold mask of Tutankhamun and the Gundestrup cauldron are made "
            "so, and so is the copper skin of the Statue of Liberty."
        ),
        _("It needs few tools and wastes no metal, which is why it spread so far."),
    ),
    recognise=_(
        "Turn it over. The back is the front in reverse, softer, with the marks of punches; outlines on the front are "
        "pressed, with rounded floors, not cut."
    ),
    copied=_(
        "By pressing thin sheet into a die: the back is smooth and every piece equal. By casting: the back is flat, "
        "or hollow without punch marks, and the piece is heavy."
    ),
    good=(
        _("Relief with little metal: large and light."),
        _("Every line can follow your drawing; there is no tool to pay for."),
    ),
    bad=(
        _("Thin high points dent and wear, and are hard to mend."),
        _("Days of work, and few people who do it well."),
    ),
    words=("repoussé", "chasing"),
    methods=(Method.REPOUSSE, Method.CHASE),
    beside=("pressing", "die-striking", "engraving"),
    sources=(
        Source(
            title="Bespoke Jewellery Training, What is chasing and repoussé?",
            link="https://bespokejewellerytraining.co.uk/single-post/2017/07/31/what-is-chasing-repouss-c3-a9",
        ),
        Source(
            title="Wikipedia, Repoussé and chasing",
            link="https://en.wikipedia.org/wiki/Repouss%C3%A9_and_chasing",
        ),
    ),
)

PIERCING = Technique(
    slug="piercing",
    name=_("Piercing"),
    icon="saw",
    summary=_("A pattern of openings is sawn out of sheet until metal looks like lace."),
    doer=Doer.EITHER,
    doing=_("By hand with a saw, or by a laser or a mould. The pattern alone does not say which."),
    steps=(
        _("The pattern is drawn on the metal and a hole is drilled in every field."),
        _("The saw blade is threaded through one hole, fastened, and follows the line; then the next hole."),
        _("Each opening is trued with needle files, some of them no thicker than a pin."),
        _("Inner walls are polished with a thread and rouge."),
        _("The bars left between are engraved or set with stones."),
    ),
    tradition=(
        _(
            "Florence has its own school of it, called traforo: the field is divided by geometry, pierced to petals "
            "and honeycombs, and engraved until gold looks like fabric."
        ),
        _(
            "In Milan the house of Buccellati, founded in 1919, is known for gold pierced like tulle and engraved by "
            "hand."
        ),
    ),
    places=(_("Florence"), _("Milan")),
    recognise=_(
        "Look through a loupe at the inside of an opening: a saw leaves fine lines across the wall and crisp corners, "
        "and no two openings are quite equal."
    ),
    copied=_(
        "A laser cuts the same pattern from a file, with walls of one even grain. A casting of it has soft inner "
        "corners, and openings that are the same in every piece."
    ),
    good=(
        _("Light and strong: the metal that stays is rolled sheet."),
        _("A pattern can follow the wearer's finger, stone or initials."),
    ),
    bad=(
        _("A ring can hold hundreds of openings, each minutes of sawing: it is dear by nature."),
        _("Dirt sits in it, and resizing breaks the pattern."),
    ),
    words=("piercing",),
    beside=("engraving", "filigree", "metal-printing"),
    sources=(
        Source(title="Studio Hidra, Trafori", link="https://www.studiohidra.com/portfolio/trafori/"),
        Source(
            title="Julia Maximiliane, Florentinisches Handwerk",
            link="https://julia-maximiliane.de/florentinisches-handwerk/",
        ),
        ENGRAVED_GOLD,
    ),
)

RELIEF = (
    REPOUSSE,
    PIERCING,
)
