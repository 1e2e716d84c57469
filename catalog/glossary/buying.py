"""Words for size, rights and origin."""

from catalog.glossary.term import Term
from catalog.sources import EU_OWN_WISH, EU_WITHDRAWAL, FTC_GREEN, GOLD_RECYCLING, ISO_SIZES, Source


def _(text: str) -> str:
    return text


BUYING = (
    Term(
        slug="inner-circumference",
        name=_("Inner circumference"),
        words=_("inner circumference"),
        text=_(
            "The way round the inside of a ring, in millimetres: the one size that means the same everywhere. Lay a "
            "strip of paper round the finger and read it off, or measure a ring that fits."
        ),
        source=ISO_SIZES,
    ),
    Term(
        slug="tolerance",
        name=_("Tolerance"),
        words=_("tolerance"),
        text=_(
            "How far a piece may be off the size that is stated. A tenth of a millimetre cannot be felt; half a ring "
            "size can."
        ),
    ),
    Term(
        slug="right-of-withdrawal",
        name=_("Right of withdrawal"),
        words=_("right of withdrawal"),
        text=_(
            "What you buy from afar in the EU can be sent back within 14 days, without a reason. Not so what is made "
            "to your own specification or clearly personalised; picking a size or a stone from a list is not that."
        ),
        source=EU_WITHDRAWAL,
    ),
    Term(
        slug="made-to-order",
        name=_("Made to order"),
        words=_("made to order, made on demand"),
        text=_(
            "It is begun when you order. Made from a listed design in a listed size it can still be sent back in the "
            "EU; made to your own wish it cannot, even before work has begun."
        ),
        source=EU_OWN_WISH,
    ),
    Term(
        slug="provenance",
        name=_("Provenance"),
        words=_("provenance"),
        text=_(
            "Where a piece comes from: who made it, where, in which steps, of which metal and stones. A story is not "
            "yet provenance; names, places and documents are."
        ),
    ),
    Term(
        slug="recycled",
        name=_("Recycled metal"),
        words=_("recycled gold, recycled silver, recycled metal, recycled"),
        text=_(
            "Metal refined from scrap. For gold from old jewelry one study found 53 kg of CO2 equivalent per "
            "kilogram, against about 16 tonnes for mined gold. It needs a certificate with a number, since nobody can "
            "see it."
        ),
        source=GOLD_RECYCLING,
    ),
    Term(
        slug="fairmined",
        name=_("Fairmined"),
        words=_("Fairmined, Fairtrade gold"),
        text=_(
            "A label for gold and silver from small mines that are audited for pay, safety and chemicals. Only a "
            "maker inside that system may use it for a piece, with a licence number."
        ),
        source=Source(title="Alliance for Responsible Mining, Fairmined standard"),
    ),
    Term(
        slug="rjc",
        name=_("RJC chain of custody"),
        words=_("RJC chain of custody, chain-of-custody, chain of custody"),
        text=_(
            "The Responsible Jewellery Council certifies firms. Membership says how a business is run; only its Chain "
            "of Custody standard follows a batch of metal from hand to hand, so only that says something of a piece."
        ),
        source=Source(title="Responsible Jewellery Council, Code of Practices and Chain of Custody standards"),
    ),
    Term(
        slug="sustainable",
        name=_("Sustainable"),
        words=_("sustainable, eco-friendly"),
        text=_(
            "Alone it says nothing that can be checked, and the US Green Guides advise against it. Look for what is "
            "documented: recycled or certified metal, the stone's origin, repair, take-back."
        ),
        source=FTC_GREEN,
    ),
)
