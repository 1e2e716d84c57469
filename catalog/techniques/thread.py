"""Techniques of thread and hide."""

from catalog.choices import Method
from catalog.sources import FTC_HANDMADE, Source
from catalog.techniques.technique import Doer, Technique


def _(text: str) -> str:
    return text


VIANA_BEADS = Source(
    title="Memóriamédia, The making of a necklace of twisted beads, Travassos 2012",
    link="http://memoriamedia.net/index.php/acervos/lugar-do-real/332-acervos/lugar-do-real/"
    "3646-fabrico-do-colar-de-contas-torcidas",
)

STRINGING = Technique(
    slug="stringing",
    name=_("Bead stringing"),
    icon="beads",
    summary=_("Beads are chosen, ordered and threaded, and the ends made fast to a clasp."),
    doer=Doer.HAND,
    doing=_("By hand nearly always; but it assembles. Who made the beads is another question, and the larger one."),
    steps=(
        _("Beads are sorted by size, hole and colour, and laid out in a grooved board."),
        _("Thread, cable or silk is chosen by the weight and the edge of the hole."),
        _("They are strung, with small beads or knots where they would rub."),
        _("The ends pass through the clasp and are knotted, or pinched in a metal crimp."),
    ),
    tradition=(
        _(
            "Strings of beads are among the oldest jewelry that is left: pierced shells from what are now Israel and "
            "Algeria may be 100,000 years old."
        ),
        _(
            "In Viana do Castelo women bought gold beads one at a time and strung them on cotton, so a necklace grew "
            "with the savings."
        ),
    ),
    places=(_("Viana do Castelo"),),
    recognise=_("Look at the ends. A crimp is quick, a knot in a cap is slower and can be renewed."),
    copied=_(
        "There is nothing to copy: threading is the same everywhere. “Handmade” for a string of bought beads and a "
        "bought clasp says little; by the US wording it does not hold."
    ),
    good=(
        _("Any length, order and colour you like, soon."),
        _("Restrung in an afternoon."),
    ),
    bad=(
        _("Thread stretches, frays and is cut by sharp holes: it has to be renewed."),
        _("Elastic ages whether it is worn or not."),
    ),
    words=("bead stringing", "stringing"),
    methods=(Method.STRING,),
    beside=("pearl-knotting", "wirework", "machine-chain"),
    sources=(
        Source(
            title="National Geographic 2006, Ancient shells may be world's oldest bead jewelry",
            link="https://news.nationalgeographic.com/news/2006/06/060622-jewelry.html",
        ),
        VIANA_BEADS,
        FTC_HANDMADE,
    ),
)

KNOTTING = Technique(
    slug="pearl-knotting",
    name=_("Pearl knotting"),
    icon="knot",
    summary=_("Silk is knotted between one pearl and the next, so that they do not rub and cannot all run off."),
    doer=Doer.HAND,
    doing=_("By hand, knot by knot, with a needle or an awl to bring each close to the pearl."),
    steps=(
        _("Pearls are matched by size, tone and shine on a grey cloth, and laid in order."),
        _("Silk is doubled, stretched and threaded on a fine wire needle."),
        _("After each pearl a knot is tied and slid tight against it."),
        _("At the clasp a coil of fine wire, called French wire, guards the silk from the metal."),
    ),
    tradition=(
        _(
            "Silk was chosen long ago because it is strong, soft and thin enough for the small holes; today it is "
            "often mixed with or replaced by synthetic thread."
        ),
        _("It is less a place's craft than a bench in every pearl town and every good repairer's shop."),
    ),
    recognise=_(
        "Even knots that sit tight: the strand hangs in one curve and no thread shows between. A gap after each knot "
        "means haste, or an old strand that has stretched."
    ),
    copied=_(
        "Imitations copy the knots. On some strands only the last few at each end are knotted; look at the middle."
    ),
    good=(
        _("If it breaks you lose one pearl."),
        _("Pearls are soft, and knots keep them from wearing each other."),
        _("It can be redone for ever."),
    ),
    bad=(
        _("Silk soils and stretches: worn often, a strand wants new silk every year or two."),
        _("A new strand is a little stiff, and relaxes as it is worn."),
    ),
    words=("pearl knotting",),
    methods=(Method.KNOT,),
    beside=("stringing", "stone-setting"),
    sources=(
        Source(
            title="Spey, An intro to pearl silk",
            link="https://www.spey.com/2015/10/13/what-knot-to-do-an-intro-to-pearl-silk/",
        ),
        Source(
            title="Earthbeat Designs, Why knot pearls?",
            link="https://www.earthbeatdesigns.com/sparkle-and-shine/2019/2/2/why-knot",
        ),
    ),
)

BRAIDING = Technique(
    slug="leather-braiding",
    name=_("Leather braiding"),
    icon="braid",
    summary=_("Thongs cut from one hide are laid over and under each other to a cord, a band or a knot."),
    doer=Doer.EITHER,
    doing=_(
        "By hand for knots and changing widths. Round cords of four to eight strands are also made by braiding "
        "machines and sold by the metre."
    ),
    steps=(
        _("A hide is chosen, and long thongs are cut from it in a spiral."),
        _("The edges are bevelled and the thongs skived to one thickness."),
        _("They are damped and braided, flat or round a core, each pulled with the same force."),
        _("Ends vanish under a woven knot, such as the turk's head, or are stitched."),
        _("The braid is rolled, waxed and left to dry."),
    ),
    tradition=(
        _(
            "Cord that had to hold a horse made braiders everywhere. On the pampas of the River Plate gauchos braided "
            "rawhide from about four centuries ago, and Argentina's braiders are still looked up to."
        ),
        _("Sailors and riders handed on the same knots; who tied the first is not known."),
    ),
    places=(_("The pampas of Argentina"),),
    recognise=_(
        "Strands of real hide narrow and vary; the knot that covers the ends has no beginning. Machine cord is even "
        "for metres and ends in a glued metal cap."
    ),
    copied=_("In bonded leather or plastic, which is one colour through and does not smell of hide."),
    good=(
        _("Light, warm, and cheap for what it is."),
        _("It can be made to the wrist."),
    ),
    bad=(
        _("It stretches and darkens; water and perfume are not its friends."),
        _("It lasts years, not generations."),
    ),
    words=("leather braiding",),
    methods=(Method.BRAID, Method.STITCH),
    beside=("stringing", "wirework"),
    sources=(
        Source(
            title="El Boyero, Traditional leather braiding",
            link="https://elboyero.com/en/content/13-Traditional_leather_braiding",
        ),
        Source(title="Bruce Grant, Encyclopedia of Rawhide and Leather Braiding, Cornell Maritime Press"),
        Source(title="Leather & Braid, Braid guide", link="http://www.leatherandbraid.com/braidguide/"),
    ),
)

THREAD = (
    STRINGING,
    KNOTTING,
    BRAIDING,
)
