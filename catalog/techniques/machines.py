"""Techniques in which a machine, a file or a bath gives the form."""

from catalog.choices import Method
from catalog.sources import ELECTROFORMING, TURNING, Source
from catalog.techniques.technique import Doer, Technique


def _(text: str) -> str:
    return text


CHAIN = Technique(
    slug="machine-chain",
    name=_("Machine chain"),
    icon="chain",
    summary=_("A machine bends wire to links, hooks them into each other, and another closes them by the metre."),
    doer=Doer.MACHINE,
    doing=_("By machine; a person sets it up, watches it and adds the clasp."),
    steps=(
        _("Wire is drawn, sometimes with a core of solder inside."),
        _("The machine feeds, bends and cuts it, and threads each link through the last without a pause."),
        _("Links are closed by laser as they are made, or together in a furnace."),
        _("The chain is twisted, hammered or cut with a diamond to its pattern."),
        _("It is cut to length and a clasp is put on, mostly by hand."),
    ),
    tradition=(
        _(
            "In France Jacques de Vaucanson, better known for his mechanical duck, is credited with a chain machine "
            "about 1750. In the nineteenth century chain became factory work."
        ),
        _(
            "Pforzheim has made it since, Arezzo has had large gold works since Gori & Zucchi began in 1926, and "
            "Providence gave the trade its seamless filled wire in 1877."
        ),
    ),
    places=(_("Pforzheim"), _("Arezzo"), _("Providence")),
    recognise=_(
        "Links of exactly one size with one seam in one place. Hand-made chain differs a little from link to link."
    ),
    copied=_("Hollow chain copies solid chain; pick it up. Plated chain copies both; look at the clasp for the mark."),
    good=(
        _("Fine, even, strong chain for little more than the price of its metal."),
        _("Any length, at once, and the same again in ten years."),
    ),
    bad=(
        _("A hollow or very fine chain that kinks cannot really be mended."),
        _("As a bought part it ends the word “handmade” for the necklace that hangs on it, by the US wording."),
    ),
    words=("machine chain",),
    methods=(Method.MACHINE_CHAIN,),
    beside=("wirework", "stringing"),
    sources=(
        Source(title="Visit Tuscany, The gold of Arezzo", link="https://visittuscany.com/en/crafts/gold-of-arezzo"),
        Source(
            title="Shine On, The gilded heart of Providence",
            link="https://blog.shineon.com/2016/05/24/jewelry-making-history-providence/",
        ),
        Source(
            title="Y. Motiwala, Chain making: history, process, types",
            link="https://dokumen.tips/documents/chain-making.html",
        ),
        Source(title="Gem Collector, Chain", link="https://www.gemcollector.com/en-gb/learning-library/terms/chain/"),
    ),
)

ELECTROFORM = Technique(
    slug="electroforming",
    name=_("Electroforming"),
    icon="bath",
    summary=_("Metal grows on a model in a bath; the model is melted out and a hollow piece is left."),
    doer=Doer.MACHINE,
    doing=_(
        "By a bath, over hours or a day. The models may be carved by hand, and single artists use it for leaves and "
        "shells."
    ),
    steps=(
        _("Models are made in wax, or of a low-melting metal, as many as pieces are wanted."),
        _("Wax is painted with a coat that carries current."),
        _("In the bath gold, silver or copper settles on it, a tenth or two of a millimetre in many hours."),
        _("A small hole is drilled and the model melted or dissolved out."),
        _("The shell is closed, polished and marked."),
    ),
    tradition=(
        _(
            "It comes from St Petersburg, where Moritz von Jacobi found in 1838 that copper from a bath copies a "
            "surface exactly; it served printers and sculptors first. Large light gold earrings are its work in "
            "jewelry."
        ),
    ),
    places=(_("St Petersburg"),),
    recognise=_(
        "Large, rounded, very light, warm at once in the hand; a tiny plugged hole; no seam round the rim, which "
        "pressed halves have."
    ),
    copied=_("It copies any surface to the last pore: a leaf, lace, a carving, another jeweller's work."),
    good=(
        _("Volume without weight, and so without the price of weight."),
        _("Forms that cannot be stamped or cast."),
    ),
    bad=(
        _("A thin shell dents and is hard to mend or resize; less sturdy than cast or struck pieces."),
        _("Copper grown on a leaf and gilded thinly can be sold as “real leaf dipped in gold”: it is plated copper."),
    ),
    words=("electroforming",),
    methods=(Method.ELECTROFORM,),
    beside=("plating", "pressing", "raising"),
    sources=(
        ELECTROFORMING,
        Source(
            title="Jewelry Essentials, a course sample on electroforming",
            link="https://elearning-sample.s3.amazonaws.com/Jewelry_Essentials_Sample/Page32.html",
        ),
        Source(
            title="Dictionary of National Biography, Elkington, on Jacobi",
            link="https://en.wikisource.org/wiki/Elkington,_George_Richards_(DNB00)",
        ),
    ),
)

TURNED = Technique(
    slug="turning",
    name=_("CNC turning and milling"),
    icon="mill",
    summary=_("A tool that follows a program cuts the form out of tube, bar or block."),
    doer=Doer.MACHINE,
    doing=_("By a machine that follows a file. A hand lathe does the same work slower, and is steered."),
    steps=(
        _("A tube or bar of the alloy is clamped and spun; a block is clamped and stands still."),
        _("Cutters follow the program: width, bore, outline."),
        _("A diamond tool can leave a surface that needs no polish."),
        _("The piece is parted off, its edges are broken, and it is measured."),
        _("Stones, engraving or a coat may follow."),
    ),
    tradition=(
        _(
            "It came to jewelry from watchmaking and engineering, and is at home wherever those are. Steel, titanium "
            "and wedding rings are what it does best."
        ),
    ),
    recognise=_("Exact symmetry, flat faces, edges that are all alike; inside, at times, fine parallel lines."),
    copied=_("Not worth copying by casting: the exactness is the point."),
    good=(
        _("The most exact way: hundredths of a millimetre, so the size you order is the size you get."),
        _("No joint and no pores: cut from one tube."),
        _("The same ring again in twenty years, as long as somebody keeps the file."),
    ),
    bad=(
        _("Forms stay those that a cutter can reach: plain and regular."),
        _("Steel and titanium rings can hardly be resized."),
        _("Chips are most of what it makes; precious ones are melted again."),
    ),
    words=("CNC turning", "turning", "milling"),
    methods=(Method.MILL,),
    beside=("wax-printing", "hand-fabrication"),
    sources=(TURNING,),
)

METAL_PRINTING = Technique(
    slug="metal-printing",
    name=_("Metal printing"),
    icon="print",
    summary=_("A laser melts metal powder, layer on layer, into a form that no mould could release."),
    doer=Doer.MACHINE,
    doing=_("By machine from a file; supports are cut off and surfaces finished by hand or in a drum."),
    steps=(
        _("The form is drawn on a computer, with props that will carry it while it grows."),
        _("A thin layer of powder is spread, and a laser melts the section of the piece into it."),
        _("The bed sinks by a few hundredths of a millimetre, and the next layer follows, some hundreds of times."),
        _("The loose powder is poured back; the props are cut off."),
        _("The rough skin is tumbled, blasted or polished."),
    ),
    tradition=(
        _(
            "It has no tradition yet. Jewelry alloys have been studied for it for little more than ten years; gold "
            "and platinum have been the subject of papers from 2012 on, several of them Italian."
        ),
    ),
    recognise=_(
        "Lattices, hollow bodies and links that were never opened. Where no polish reaches, the skin is grainy like "
        "fine sandpaper."
    ),
    copied=_("A file copies itself. Cast copies fail where the form is closed in on itself."),
    good=(
        _("Forms nothing else can make, light and without solder."),
        _("One or a hundred from the same file, with small stock and little waste of powder."),
    ),
    bad=(
        _("The surface starts rough, and inside a lattice it stays so."),
        _("Density depends on how it was propped: pores gather where heat did."),
        _("The form was never touched, and cannot be touched up."),
    ),
    words=("metal printing",),
    methods=(Method.PRINT_METAL,),
    beside=("wax-printing", "piercing"),
    sources=(
        Source(
            title="Johnson Matthey Technology Review 67 (3), on laser powder bed fusion of platinum jewellery alloys",
            link="https://technology.matthey.com/content/journals/10.1595/205651323X16691084445762",
        ),
        Source(
            title="Jewelry Technology Forum 2019, Selective laser melting in the manufacture of platinum jewelry",
            link="http://jtf.it/en/memories/2019/"
            "potential-and-innovation-of-the-selective-laser-melting-technique-in-the-manufacture-of-platinum-jewelery-2/",
        ),
    ),
)

MACHINES = (CHAIN, ELECTROFORM, TURNED, METAL_PRINTING)
