"""Sentences for why, by criterion: what was wished, what a level means, what it would be traded for. Plain."""

from dataclasses import dataclass


def _(text: str) -> str:
    return text


@dataclass(frozen=True, kw_only=True)
class Reason:
    """How a criterion is spoken of: before the fact that meets a wish, unasked, as a thing to value, and given up."""

    asked: str
    unasked: str
    noun: str
    given_up: str


REASONS: dict[str, Reason] = {
    "price": Reason(
        asked=_("Because it should cost little."),
        unasked=_("What speaks for it is the price."),
        noun=_("price"),
        given_up=_("You give up the lower price."),
    ),
    "lead": Reason(
        asked=_("Because it should be here soon."),
        unasked=_("What speaks for it is how soon it comes."),
        noun=_("an early arrival"),
        given_up=_("You give up the earlier arrival."),
    ),
    "precision": Reason(
        asked=_("Because it should be flawlessly even."),
        unasked=_("What speaks for it is how even it is."),
        noun=_("an even, exact piece"),
        given_up=_("You give up the more even piece."),
    ),
    "uniqueness": Reason(
        asked=_("Because nobody else should have it."),
        unasked=_("What speaks for it is how few there are."),
        noun=_("having what few others have"),
        given_up=_("You give up the rarer piece."),
    ),
    "craft": Reason(
        asked=_("Because it should be finely worked."),
        unasked=_("What speaks for it is the workmanship."),
        noun=_("workmanship"),
        given_up=_("You give up finer workmanship."),
    ),
    "custom": Reason(
        asked=_("Because it should be made to a wish."),
        unasked=_("What speaks for it is what can be changed."),
        noun=_("a piece made to a wish"),
        given_up=_("You give up more to choose and change."),
    ),
    "character": Reason(
        asked=_("Because something about it should stand out."),
        unasked=_("What speaks for it is its one feature."),
        noun=_("a feature that stands out"),
        given_up=_("You give up the stronger feature."),
    ),
    "provenance": Reason(
        asked=_("Because you want to know who made it."),
        unasked=_("What speaks for it is how much is told of its making."),
        noun=_("knowing who made it"),
        given_up=_("You give up knowing more of its making."),
    ),
    "sustain": Reason(
        asked=_("Because it should do less harm."),
        unasked=_("What speaks for it is what is documented of its footprint."),
        noun=_("a documented footprint"),
        given_up=_("You give up the better documented footprint."),
    ),
    "certainty": Reason(
        asked=_("Because you want to know what you will get."),
        unasked=_("What speaks for it is that you see what you get."),
        noun=_("seeing what you get"),
        given_up=_("You give up seeing better what you get."),
    ),
    "longevity": Reason(
        asked=_("Because it should last."),
        unasked=_("What speaks for it is how long it can be worn."),
        noun=_("a long life"),
        given_up=_("You give up the longer life."),
    ),
}

RUNGS: dict[str, tuple[str, str, str, str, str]] = {
    "precision": (
        _("About the size, and visibly uneven."),
        _("Small differences, and the maker states them."),
        _("True to half a size."),
        _("An exact size, matched or checked piece by piece."),
        _("True to a tenth of a millimetre, or certified to match."),
    ),
    "craft": (
        _("Glued, or with raw edges."),
        _("A plain series finish."),
        _("At least one step is worked by hand."),
        _("Three steps or more are worked by hand and shown in photographs."),
        _("Worked by hand, with proof from a guild, an award or an assay office."),
    ),
    "custom": (
        _("It is taken as it is."),
        _("It is made to a size."),
        _("One detail can be chosen, such as an engraving or a stone."),
        _("Its design can be changed."),
        _("It can be made to a brief or around a stone of your own."),
    ),
    "character": (
        _("Its maker calls it a standard design."),
        _("Its maker names one feature."),
        _("Its one feature is shown close up."),
        _("Its one feature is made by a step of its own."),
        _("A curator has confirmed its one feature."),
    ),
    "provenance": (
        _("Nothing is known of who made it, where or how."),
        _("Little is known of its making."),
        _("Half is known of who made it, where and how."),
        _("Most is known: who made it, where and how."),
        _("It is known who made it, where and how, and there is a way to check."),
    ),
    "sustain": (
        _("Nothing is told of its footprint."),
        _("Its footprint is claimed, without a document."),
        _("One measure for its footprint is documented."),
        _("Two measures for its footprint are documented."),
        _("Three measures or more for its footprint are documented."),
    ),
}

CLAIMED = _("This is claimed, and nobody has signed it.")

UNDISCLOSED: dict[str, str] = {
    "lead": _("Nobody told us how long it takes."),
    "precision": _("Nobody told us how even it is."),
    "uniqueness": _("Nobody told us how many were made."),
    "craft": _("Nobody told us how it was made."),
    "custom": _("Nobody told us of a change that could be made."),
    "character": _("Nobody told us of a feature that stands out."),
    "provenance": _("Nobody told us who made it."),
    "sustain": _("Nothing is told of its footprint."),
    "certainty": _("Nobody told us what is seen before paying."),
    "longevity": _("Nobody told us what lies under its surface."),
}

MUSTS: dict[str, str] = {
    "making": _("How it was made is not disclosed"),
    "type": _("Another kind"),
    "budget": _("Over the budget"),
    "when": _("Not surely here in time"),
    "quantity": _("Not enough alike to be had"),
    "skin": _("No nickel test seen"),
    "metal": _("Another surface"),
    "style": _("Another look"),
    "size": _("Another size"),
    "see": _("Not to be seen so before paying"),
    "back": _("Not returnable"),
    "proof": _("Not every proof you asked for"),
}

WISHES: dict[str, tuple[str, str, str]] = {
    "skin": (_("Its nickel release is documented."), "", ""),
    "metal": (_("Its surface is as you asked."), "", ""),
    "style": (
        _("It looks as you asked."),
        _("It looks different from what you asked."),
        _("Its look is not described."),
    ),
    "size": (_("It fits, or can be resized."), _("It is made in other sizes."), _("Its sizes are not disclosed.")),
    "see": (
        _("You see it before paying, as you asked."),
        _("You see less of it before paying than you asked."),
        _("What is seen before paying is not disclosed."),
    ),
    "back": (_("It can be returned."), _("It cannot be returned."), _("Returns are not disclosed.")),
    "proof": (_("Every proof you asked for is there."), _("A proof you asked for fails."), _("A proof is missing.")),
}

WEARERS: dict[str, tuple[str, str, str, str]] = {
    "self": (
        _("Handcrafted, for you."),
        _("Mass-produced, for you."),
        _("Only handcrafted is possible for you."),
        _("Only mass-produced is possible for you."),
    ),
    "partner": (
        _("Handcrafted, for your partner."),
        _("Mass-produced, for your partner."),
        _("Only handcrafted is possible for your partner."),
        _("Only mass-produced is possible for your partner."),
    ),
    "family": (
        _("Handcrafted, for a relative."),
        _("Mass-produced, for a relative."),
        _("Only handcrafted is possible for a relative."),
        _("Only mass-produced is possible for a relative."),
    ),
    "friend": (
        _("Handcrafted, for your friend."),
        _("Mass-produced, for your friend."),
        _("Only handcrafted is possible for your friend."),
        _("Only mass-produced is possible for your friend."),
    ),
    "acquaintance": (
        _("Handcrafted, for someone you know."),
        _("Mass-produced, for someone you know."),
        _("Only handcrafted is possible for someone you know."),
        _("Only mass-produced is possible for someone you know."),
    ),
    "group": (
        _("Handcrafted, for the group."),
        _("Mass-produced, for the group."),
        _("Only handcrafted is possible for the group."),
        _("Only mass-produced is possible for the group."),
    ),
}
