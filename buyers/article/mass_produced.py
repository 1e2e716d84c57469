"""The article's points for and against mass production."""

from buyers.article.point import MASS_PRODUCED, Point
from catalog.sources import (
    CUSTOM_WEEKS,
    DIE_BLOCK,
    GOLD_RECYCLING,
    MOULDS,
    PRICING,
    STRUCK_OR_CAST,
    STRUCK_OR_CAST_TALK,
    TURNING,
    US_PLATING_WATER,
    WAX_SETTING,
)


def _(text: str) -> str:
    return text


OF_MASS_PRODUCED = (
    Point(
        key="precision",
        side=MASS_PRODUCED,
        is_advantage=True,
        text=_("High precision"),
        criterion="precision",
        holds=_(
            "A die, a mould or a program repeats itself: pairs match without sorting, and a lathe keeps a ring within "
            "hundredths of a millimetre."
        ),
        depends=_(
            "On what is stated and checked. Cast metal shrinks, moulds slip, and a series that nobody measures is "
            "only roughly equal. Ask for the tolerance."
        ),
        tendency=_(
            "That a hand is less exact. A goldsmith who measures works to a tenth of a millimetre; many do not aim "
            "to, and say so."
        ),
        sources=(TURNING, STRUCK_OR_CAST, MOULDS),
    ),
    Point(
        key="few_workers",
        side=MASS_PRODUCED,
        is_advantage=True,
        text=_("Few workers, low cost of labour"),
        counted_under=_("Counted under “Costs more”: what is saved reaches you as a price, or not at all."),
        holds=_(
            "Bench time is a large part of a small piece's price. A press, or stones set in wax before casting, "
            "spreads an hour over hundreds of pieces."
        ),
        depends=_(
            "On who keeps the saving. It is the maker's first; it reaches you as a lower price, or as a box and an "
            "advertisement."
        ),
        tendency=_(
            "Few people, little cost. Series pieces still pass through hands that trim, set and polish, and metal and "
            "stones cost everybody the same."
        ),
        sources=(PRICING, WAX_SETTING),
    ),
    Point(
        key="efficiency",
        side=MASS_PRODUCED,
        is_advantage=True,
        text=_("High efficiency"),
        counted_under=_("Counted under “Quick delivery”: you meet efficiency as the date on which the piece arrives."),
        holds=_(
            "A whole tree of waxes is poured at once and a press strikes as fast as it is fed. A person at a bench "
            "finishes a few pieces a day."
        ),
        depends=_(
            "On whether it is there. A series can be sold out while a bench has a free week: look at how many can be "
            "had, and by when."
        ),
        tendency=_("That efficient making wastes less. It also makes what nobody has ordered."),
        sources=(WAX_SETTING, STRUCK_OR_CAST_TALK),
    ),
    Point(
        key="prompt",
        side=MASS_PRODUCED,
        is_advantage=True,
        text=_("Quick delivery"),
        criterion="lead",
        holds=_(
            "What lies in a warehouse can be with you in days. What is begun for you takes weeks; at a custom "
            "jeweler's two to eight are usual."
        ),
        depends=_(
            "On the listing. Many artisans keep finished pieces, and those are as quick; a series can be out of "
            "stock. The date decides, not the way."
        ),
        tendency=_("That handmade means waiting. Only made to order does."),
        sources=(CUSTOM_WEEKS,),
    ),
    Point(
        key="high_initial_cost",
        side=MASS_PRODUCED,
        is_advantage=False,
        text=_("High initial cost"),
        counted_under=_("Not your cost: dies and moulds are the maker's, spread over all pieces of the series."),
        holds=_("A steel die is dear and slow to make, and has to be there before the first piece. So has the press."),
        depends=_(
            "On the method. A rubber mould is soon made and soon changed, and a printed wax needs a file only: that "
            "is why series of thirty exist."
        ),
        tendency=_(
            "That you pay it. Over thousands it is a small part of each; you meet it rather as a design that stays "
            "the same for years."
        ),
        sources=(STRUCK_OR_CAST_TALK, DIE_BLOCK),
    ),
    Point(
        key="pollution",
        side=MASS_PRODUCED,
        is_advantage=False,
        text=_("Causes pollution"),
        counted_under=_("Counted under “More sustainable”, by what is documented for this piece's metal and stones."),
        holds=_(
            "Plating needs rules of its own for the water it leaves, and stock that nobody buys was made for nothing."
        ),
        depends=_(
            "On the metal. A kilogram of mined gold stands for about 16 tonnes of CO2 equivalent, one from old "
            "jewelry for about 53 kilograms. That is decided before anybody makes anything of it."
        ),
        tendency=_(
            "That a factory does more harm per ring than a bench. We found no measurement of it, one way or the other."
        ),
        sources=(US_PLATING_WATER, GOLD_RECYCLING),
    ),
    Point(
        key="lack_of_uniqueness",
        side=MASS_PRODUCED,
        is_advantage=False,
        text=_("Lacks uniqueness"),
        counted_under=_("Counted under “Unique design”: one of a thousand and the only one are ends of one scale."),
        holds=_(
            "Somebody else has it, and the more are made, the sooner you will meet them. One die may strike thousands."
        ),
        depends=_("On the number, which is a fact of the piece. Two hundred and fifty thousand are both a series."),
        tendency=_(
            "That a series has no character. A good design is still one when many wear it, and a common design stays "
            "common when one person makes it."
        ),
        sources=(DIE_BLOCK,),
    ),
    Point(
        key="inflexible",
        side=MASS_PRODUCED,
        is_advantage=False,
        text=_("Leaves little room for variation"),
        counted_under=_("Counted under “Meets your needs”: what can be changed is listed for each piece."),
        holds=_("A die makes one shape. Another shape is another die, and nobody cuts that for one customer."),
        depends=_(
            "On method and maker. Sizes, engraving and a choice of stones are common in series, and a printed wax can "
            "differ every time."
        ),
        tendency=_("That a workshop changes whatever you like. Many make their own designs, and only those."),
        sources=(STRUCK_OR_CAST_TALK, CUSTOM_WEEKS),
    ),
)
