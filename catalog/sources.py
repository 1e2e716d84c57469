"""Where a fact of the guide was read: a title, with an address or as a paper's or a law's own reference. Plain.

An address is that of the page as it was stored when it was read. Titles are the sources' own and stay untranslated.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Source:
    title: str
    link: str = ""


# Laws and standards
FTC_HANDMADE = Source(
    title="US FTC, Jewelry Guides, 16 CFR 23.2 (formerly 23.3), as revised in 2018 (83 FR 40665)",
    link="https://regulations.justia.com/regulations/fedreg/2018/08/16/2018-17454.html",
)
FTC_METALS = Source(
    title="US FTC, Jewelry Guides, 16 CFR part 23, on gold, vermeil and silver (83 FR 40665)",
    link="https://regulations.justia.com/regulations/fedreg/2018/08/16/2018-17454.html",
)
FTC_STONES = Source(
    title="US FTC, Jewelry Guides, 16 CFR part 23, on gemstones, pearls and their treatments (83 FR 40665)",
    link="https://regulations.justia.com/regulations/fedreg/2018/08/16/2018-17454.html",
)
FTC_GREEN = Source(title="US FTC, Green Guides, 16 CFR 260.4, on general environmental claims")
US_STAMPING = Source(title="US National Gold and Silver Stamping Act, 15 USC 294 to 300")
UK_HALLMARKING = Source(title="United Kingdom, Hallmarking Act 1973")
PT_ASSAY = Source(title="Contrastaria, the Portuguese assay office", link="https://www.contrastaria.pt/en/faq/")
REACH_NICKEL = Source(title="Regulation (EC) 1907/2006 (REACH), annex XVII, entry 27; EN 1811 and EN 12472")
ISO_SIZES = Source(title="ISO 8653, Jewellery: ring-sizes")
EU_WITHDRAWAL = Source(title="Directive 2011/83/EU on consumer rights, articles 9 and 16(c)")
EU_OWN_WISH = Source(
    title="Court of Justice of the EU, C-529/19, Möbel Kraft",
    link="https://www.mvvp.be/consumers-right-to-renounce/",
)
US_PLATING_WATER = Source(title="US EPA, Electroplating Point Source Category, 40 CFR part 413")

# Research
HANDMADE_EFFECT = Source(
    title="Fuchs, Schreier and van Osselaer, The Handmade Effect, Journal of Marketing 2015",
    link="https://doi.org/10.1509/jm.14.0018",
)
GIFTS = Source(title="Galak, Givi and Williams, on givers and recipients, Current Directions in Psychological Science")
GOLD_RECYCLING = Source(
    title="Fritz, Aichele and Schmidt, Environmental impact of high-value gold scrap recycling, Int. J. LCA 2020",
    link="https://www.springerprofessional.de/en/environmental-impact-of-high-value-gold-scrap-recycling/18314916",
)
NICKEL_PATCH_TESTS = Source(title="North American patch tests of 2015 to 2016, reported in Cutis; see also PMC7330428")

# The trade
STRUCK_OR_CAST = Source(
    title="Stuller, Die-struck vs. metal mold",
    link="https://stuller.com/benchjeweler/resources/bencharticles/view/die-struck-vs-metal-mold",
)
STRUCK_OR_CAST_TALK = Source(
    title="Orchid, bench jewelers on casting and die striking",
    link="https://orchid.ganoksin.com/t/casted-vs-die-struck-jewelry/24627",
)
DIE_BLOCK = Source(
    title="The Coffin Works, Birmingham: the die block", link="http://archive.coffinworks.org/objects/dye-block"
)
CUSTOM_WEEKS = Source(
    title="Holloway Diamonds, How long does it take to make custom jewellery?",
    link="https://www.hollowaydiamonds.com.au/how-long-does-it-take-to-make-custom-jewellery/",
)
CUSTOM_STAGES = Source(
    title="Valley, Our bespoke process",
    link="https://www.valleythelabel.com/pages/valley-bespoke-our-process",
)
PRICING = Source(title="JCK, Pricing custom work, parts I and II")
TURNING = Source(
    title="Skyjems, CNC turning in jewellery manufacturing",
    link="https://skyjems.ca/pages/encyclopedia-cnc-turning",
)
MOULDS = Source(
    title="Castaldo, Guide to solving common mold making problems",
    link="https://www.castaldo.com/mold-making-guide-to-solving-common-mold-making-problems/",
)
ELECTROFORMING = Source(
    title="Ganoksin, Recent electroforming developments (C. Corti)",
    link="https://ganoksin.com/article/recent-electroforming-developments",
)
ENGRAVED_GOLD = Source(
    title="Vogue Singapore, on Buccellati's engraving and piercing",
    link="https://vogue.sg/buccellati-macri-tulle-jewellery/",
)
TRUE_FILIGREE = Source(
    title="Island Filigree, How to recognize authentic filigree jewelry",
    link="http://islandfiligree.com/articles/how-to-recognize-authentic-filigree-jewelry",
)
WAX_SETTING = Source(
    title="Hoover & Strong, Wax works: stones set before casting",
    link="http://technical-articles.hooverandstrong.com/wordpress/wax-works",
)
LASER_WELDERS = Source(
    title="Ganoksin, Laser welders impacting the jewelry industry",
    link="https://www.ganoksin.com/article/laser-welders-impacting-jewelry-industry/",
)
