"""Words for metals, marks and coats."""

from catalog.glossary.term import Term
from catalog.sources import (
    FTC_METALS,
    NICKEL_PATCH_TESTS,
    PT_ASSAY,
    REACH_NICKEL,
    UK_HALLMARKING,
    US_STAMPING,
    Source,
)


def _(text: str) -> str:
    return text


METALS = (
    Term(
        slug="fineness",
        name=_("Fineness"),
        words=_("fineness, per mille"),
        text=_(
            "How much of an alloy is the precious metal, in parts per thousand: 750 is three quarters. The rest is "
            "copper, silver, palladium or others, and decides colour, hardness and whether there is nickel in it."
        ),
    ),
    Term(
        slug="karat",
        name=_("Karat"),
        words=_("18-carat gold, 18 carat gold, karat, 18 karat, 14 karat, 9 karat"),
        text=_(
            "Gold in twenty-fourths: 18 karat is 750 per mille, 14 is 585, 9 is 375. Britain writes carat, which is "
            "also a weight of stones. In the United States “gold” without a number means 24."
        ),
        source=FTC_METALS,
    ),
    Term(
        slug="sterling",
        name=_("Sterling silver"),
        words=_("sterling silver, sterling, 925"),
        text=_(
            "Silver with at least 925 parts in a thousand, the rest mostly copper. It tarnishes, and any jeweler can "
            "work on it."
        ),
        source=FTC_METALS,
    ),
    Term(
        slug="hallmark",
        name=_("Hallmark"),
        words=_("hallmarked, hallmark, common control mark"),
        text=_(
            "A mark struck by an independent office after testing. In the United Kingdom it is compulsory from 1 g of "
            "gold, 7.78 g of silver, 0.5 g of platinum or 1 g of palladium; Portugal and others have such rules too. "
            "A number that the maker strikes alone is no hallmark."
        ),
        source=UK_HALLMARKING,
    ),
    Term(
        slug="assay",
        name=_("Assay"),
        words=_("assay office, assayed, assay"),
        text=_(
            "The test of how much precious metal is in an alloy, by a laboratory or an assay office. The office "
            "answers for the metal, not for the workmanship."
        ),
        source=PT_ASSAY,
    ),
    Term(
        slug="makers-mark",
        name=_("Maker's mark"),
        words=_("maker's mark, sponsor's mark"),
        text=_(
            "Initials or a sign that say who answers for a piece; it may be the importer. In the United States it has "
            "to stand beside any mark of fineness, while no mark at all is allowed as well."
        ),
        source=US_STAMPING,
    ),
    Term(
        slug="solid",
        name=_("Solid"),
        words=_("solid gold, solid silver, solid"),
        text=_(
            "The same alloy all through. It wears thinner, never down to another colour, and can be filed, soldered "
            "and polished again. It does not mean that the piece is not hollow."
        ),
    ),
    Term(
        slug="vermeil",
        name=_("Vermeil"),
        words=_("vermeil"),
        text=_(
            "Sterling silver with gold of at least 10 karat on all surfaces that matter, as thick as 2.5 thousandths "
            "of a millimetre of pure gold or more. So says the US rule; elsewhere the word is used more freely."
        ),
        source=FTC_METALS,
        technique="plating",
    ),
    Term(
        slug="gold-filled",
        name=_("Gold-filled"),
        words=_("gold-filled, gold filled, rolled gold"),
        text=_(
            "A sheet of gold bonded to a cheaper core by heat and pressure; by US use it makes up at least a "
            "twentieth of the metal's weight. It is much thicker than plating and tends to last years."
        ),
        source=Source(title="Wikipedia, Gold-filled jewelry", link="https://en.wikipedia.org/wiki/Gold-filled_jewelry"),
        technique="plating",
    ),
    Term(
        slug="plated",
        name=_("Plated"),
        words=_("gold-plated, silver-plated, plated, plating"),
        text=_(
            "A thin coat laid on in a bath. It wears through; how soon depends on its thickness and on where it rubs. "
            "Ask for the thickness, and for what lies under it."
        ),
        source=FTC_METALS,
        technique="plating",
    ),
    Term(
        slug="rhodium",
        name=_("Rhodium"),
        words=_("rhodium-plated, rhodium plated, rhodium"),
        text=_(
            "A hard, very white metal of the platinum family, used as a thin coat on white gold and silver. When it "
            "wears, the warmer colour beneath shows; it can be renewed."
        ),
        technique="plating",
    ),
    Term(
        slug="nickel-release",
        name=_("Nickel release"),
        words=_("nickel release, EN 1811, nickel test, nickel"),
        text=_(
            "How much nickel a surface gives to the skin. The EU allows less than 0.2 µg/cm² a week for piercing "
            "posts and 0.5 for other contact, measured by EN 1811; a coat has to hold two years. Nickel is the metal "
            "that skin most often reacts to."
        ),
        source=REACH_NICKEL,
    ),
    Term(
        slug="hypoallergenic",
        name=_("Hypoallergenic"),
        words=_("hypoallergenic"),
        text=_(
            "No law that we found says what it means for jewelry, so alone it proves nothing. Ask for a nickel test, "
            "or for titanium, niobium or platinum."
        ),
        source=NICKEL_PATCH_TESTS,
    ),
)
