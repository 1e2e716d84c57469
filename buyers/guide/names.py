"""The makers and the place that the article names: what it says of each, what we found and what we did not. Plain.

Checked in November 2026 in stored copies of public pages. Nothing here is our own knowledge of a firm.
"""

from dataclasses import dataclass

from catalog.sources import Source


def _(text: str) -> str:
    return text


@dataclass(frozen=True, kw_only=True)
class Finding:
    text: str
    source: Source


@dataclass(frozen=True, kw_only=True)
class Name:
    slug: str
    name: str
    claim: str
    found: tuple[Finding, ...]
    unknown: str
    reading: str


NAMES = (
    Name(
        slug="kenneth-jay-lane",
        name="Kenneth Jay Lane",
        claim=_("A designer who offers mass production, with an eye to quality and quantity."),
        found=(
            Finding(
                text=_(
                    "A New York designer of costume jewelry, 1932 to 2017, who founded his own firm in the early 1960s."
                ),
                source=Source(
                    title="National Jeweler, Kenneth Jay Lane, king of costume jewelry, dies at 85",
                    link="https://nationaljeweler.com/articles/1346-kenneth-jay-lane-king-of-costume-jewelry-dies-at-85",
                ),
            ),
            Finding(
                text=_(
                    "He made inexpensive likenesses of costly pieces, of plastic, rhinestones and glass among others. "
                    "An obituary says the company had 2,000 stores by 1975, and that he also took single orders."
                ),
                source=Source(
                    title="The Day 2017, Designer known for replications of gems dies",
                    link="https://www.pressreader.com/usa/the-day/20170805/282119226630142",
                ),
            ),
            Finding(
                text=_("For some twenty years his designs were also sold on television."),
                source=Source(
                    title="Turning Fashion, The man who faked it to make it",
                    link="http://turningfashion.io/costume-jewelry/the-man-who-faked-it-to-make-it/",
                ),
            ),
        ),
        unknown=_("How the pieces were made, where and by whom, and how many of each."),
        reading=_("Made in series fits what we found. Quality is an opinion, and we have none of it."),
    ),
    Name(
        slug="suzanne-belperron",
        name="Suzanne Belperron",
        claim=_("Named beside Kenneth Jay Lane as a designer who offers mass production."),
        found=(
            Finding(
                text=_(
                    "A designer in Paris, 1900 to 1983, for the houses of Boivin and then Herz, which she later led "
                    "as Herz-Belperron."
                ),
                source=Source(
                    title="Wikipedia, Suzanne Belperron", link="https://en.wikipedia.org/wiki/Suzanne_Belperron"
                ),
            ),
            Finding(
                text=_(
                    "She is said to have received clients by appointment, to have taken measure of finger, wrist or "
                    "neck, and to have held fittings before a ring was delivered. She did not sign: her style, she "
                    "said, was her signature."
                ),
                source=Source(
                    title="Buy My Gold, Suzanne Belperron",
                    link="https://buymygold.com/artists/french-designers/suzanne-belperron.html",
                ),
            ),
            Finding(
                text=_("A Paris workshop made the pieces, and they are known by its mark, that of Groëné et Darde."),
                source=Source(
                    title="Estate Buyers, Suzanne Belperron",
                    link="https://estatebuyers.com/designers/suzanne-belperron/",
                ),
            ),
            Finding(
                text=_(
                    "Since 2015 a firm in New York makes new pieces from her designs; prices are given as from 13,000 "
                    "dollars."
                ),
                source=Source(
                    title="Gioiellis, on the return of Suzanne Belperron",
                    link="https://gioiellis.com/de/der-mythos-von-suzanne-belperron-ist-zuruck/",
                ),
            ),
        ),
        unknown=_("How many were made of one design, then or now."),
        reading=_(
            "We found nothing that supports mass production, and several pages that speak of pieces made for one "
            "client. The article gives no source."
        ),
    ),
    Name(
        slug="bario-neal",
        name="Bario Neal",
        claim=_("A brand that offers handmade jewelry."),
        found=(
            Finding(
                text=_(
                    "A company in Philadelphia, founded in 2007 by Anna Bario and Page Neal; it uses reclaimed metals "
                    "and fairly mined gold where it can."
                ),
                source=Source(
                    title="American Craft 2015, Good as gold",
                    link="https://www.craftcouncil.org/magazine/article/good-gold",
                ),
            ),
            Finding(
                text=_(
                    "A newspaper that visited in 2012 saw the two founders and five employees design, cast and finish "
                    "in the studio that is also the shop."
                ),
                source=Source(
                    title="The Philadelphia Inquirer 2012, Queen Village shop and studio",
                    link="http://www.philly.com/philly/living/style/"
                    "20120411_Queen_Village_shop_and_studio_makes_ethically_sourced_jewelry.html",
                ),
            ),
            Finding(
                text=_(
                    "The firm wrote in 2012 that it also works with specialised craftspeople in the town to make many "
                    "of its pieces by hand."
                ),
                source=Source(title="Bario Neal, Jeweler's Row", link="https://bario-neal.com/blog/author/emily/"),
            ),
        ),
        unknown=_(
            "The steps of any one piece, whether its castings are single or from moulds, and the certificates of the "
            "metals."
        ),
        reading=_(
            "Made in a workshop of its own is supported. Whether its pieces are handmade by the strict US wording "
            "cannot be told from outside: some are cast, and that is where opinions differ."
        ),
    ),
    Name(
        slug="azuro-republic",
        name="Azuro Republic",
        claim=_(
            "One of the best handmade jewelry brands, for cufflinks and beaded bracelets of unique design, and well "
            "known for men's silver and gold. It is also the article's author."
        ),
        found=(
            Finding(
                text=_(
                    "One page by somebody else recommends the bracelets and says that their gemstones are natural, "
                    "and chosen and cut by specialists from all over the world."
                ),
                source=Source(
                    title="Retro World News, 5 reasons why men need to own a bracelet",
                    link="https://retroworldnews.com/5-reasons-why-men-need-to-own-a-bracelet/",
                ),
            ),
        ),
        unknown=_(
            "Who makes the pieces, where, in which steps, of what and how many. The brand's own pages were not among "
            "those we could read."
        ),
        reading=_(
            "That a firm praises itself is no fault, only no evidence. We can neither support nor doubt what it says "
            "of its making."
        ),
    ),
    Name(
        slug="able",
        name="ABLE",
        claim=_("A brand that offers handmade jewelry."),
        found=(
            Finding(
                text=_(
                    "A fashion company in Nashville that began in 2010 with scarves woven in Ethiopia, to give women "
                    "work; it now sells clothes, leather goods, shoes and jewelry."
                ),
                source=Source(
                    title="Cotton & Moss 2018, ABLE",
                    link="https://cottonandmoss.com/blogs/farm-fiber-sustainability/able",
                ),
            ),
            Finding(
                text=_("It has a jewelry workshop in Nashville; a visitor calls its jewelry handmade."),
                source=Source(
                    title="26 Projects, Brand activism: meeting ABLE",
                    link="https://www.26projects.com/brand-activism-meeting-able/",
                ),
            ),
            Finding(
                text=_(
                    "It has published the lowest wages paid for its goods, in Nashville and then in Ethiopia, with "
                    "those that were too low."
                ),
                source=Source(
                    title="ABLE, Lowest wage challenge",
                    link="https://www.ableclothing.com/blogs/updates/lowest-wage-challenge",
                ),
            ),
        ),
        unknown=_("The steps of its jewelry, which parts are bought, and how many are made of one design."),
        reading=_(
            "A workshop of its own is supported, and publishing wages is more than most makers tell. Handmade itself "
            "we could not check."
        ),
    ),
    Name(
        slug="florence",
        name=_("Florence, “the oldest handmade jewelry trademark”"),
        claim=_("Florence has the oldest handmade jewelry trademark. The article does not say whose."),
        found=(
            Finding(
                text=_(
                    "Probably Torrini is meant, a family of goldsmiths in Florence. Their archive shows a mark that "
                    "one Jacopus Turini of Scarperia had recorded in 1369, and says that the register lies in the "
                    "State Archives."
                ),
                source=Source(
                    title="Torrini 1369, historical archive", link="https://archivio-storico-torrini1369.net/en/"
                ),
            ),
            Finding(
                text=_(
                    "He is described as a skilled maker of cuirasses, and the guild as that of armourers and smiths."
                ),
                source=Source(
                    title="Le mani della tradizione, Torrini", link="https://lemanidellatradizione.it/?p=7079"
                ),
            ),
            Finding(
                text=_(
                    "An association of old Italian firms calls the mark the oldest of any goldsmith; an encyclopedia "
                    "calls the house arguably the oldest jewelry firm in the world."
                ),
                source=Source(
                    title="Wikipedia, Torrini (jeweller)", link="https://en.wikipedia.org/wiki/Torrini_(jeweller)"
                ),
            ),
        ),
        unknown=_("We have not seen the register, and do not know who looked for older marks elsewhere."),
        reading=_(
            "An old mark in Florence is well supported; that it is the oldest is a claim of those who own it. And a "
            "mark says who answers for a thing. In 1369 nobody had to add that it was handmade."
        ),
    ),
)
