"""The question to the seller as a shopper reads it: a message ready to copy, and what each reply would mean."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buyers.brought.pieces import is_own
from buyers.brought.words import YOURS
from buyers.decision import Outcome
from buyers.seller.found import AfterReply, OpenFact
from catalog.told import Told


@dataclass(frozen=True, kw_only=True)
class ReplyLine:
    """`address` applies the reply; empty for one that tells nothing."""

    label: str
    meaning: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Asking:
    title: str
    lead: str
    message: str
    replies: tuple[ReplyLine, ...]


def asking_for(found: OpenFact | None, address_of: Callable[[str], str]) -> Asking | None:
    """`address_of` makes the address of a reply from the query of all answers with it."""
    if found is None:
        return None
    names = {"piece": found.piece.name, "fact": found.asked.name}
    return Asking(
        title=_("Ask the seller: %(fact)s") % names,
        lead=_lead(found, names),
        message=_message(found),
        replies=tuple(
            ReplyLine(
                label=after.reply.label,
                meaning=meaning_of(after, found),
                address=address_of(after.query) if after.reply.told != Told() else "",
            )
            for after in found.after
        ),
    )


def _message(found: OpenFact) -> str:
    """A piece that was brought without a name is called nothing that its seller would not understand."""
    words = {"piece": found.piece.name, "question": found.asked.question}
    if is_own(found.piece) and found.piece.name in map(_, YOURS.values()):
        return _("Hello. I am looking at a piece of yours. %(question)s Thank you.") % words
    return _("Hello. I am looking at “%(piece)s”. %(question)s Thank you.") % words


def meaning_of(after: AfterReply, found: OpenFact) -> str:
    """What is taken after a reply, and what the verdict then is where that changes."""
    return " ".join(filter(None, (_taking(after, found), _verdict(after, found))))


def _lead(found: OpenFact, names: dict[str, str]) -> str:
    if found.is_decisive:
        return _("Of all that nobody told about these pieces, this would most change what to take.") % names
    if found.taken is None:
        return _("No single reply brings it in. This one would tell most about “%(piece)s”.") % names
    if found.taken.pk == found.piece.pk:
        return _("No single reply changes the choice. This one would tell most about “%(piece)s”.") % names
    words = {**names, "taken": found.taken.name}
    return _("No single reply puts “%(piece)s” ahead of %(taken)s. This one would move it most.") % words


def _taking(after: AfterReply, found: OpenFact) -> str:
    if after.taken is None:
        return _("Nothing fits.")
    names = {"piece": after.taken.name}
    if found.taken is None or after.taken.pk != found.taken.pk:
        return _("Take %(piece)s.") % names
    if found.is_decisive or after.taken.pk == found.piece.pk:
        return _("Stay with %(piece)s.") % names
    return _distance(after, names)


def _distance(after: AfterReply, names: dict[str, str]) -> str:
    if after.behind is None:
        return _("It stays out of the verdict.")
    points = round(after.behind)
    return ngettext(
        "%(piece)s is then ahead by %(points)s point of 100.",
        "%(piece)s is then ahead by %(points)s points of 100.",
        points,
    ) % {**names, "points": points}


def _verdict(after: AfterReply, found: OpenFact) -> str:
    if after.outcome is found.outcome:
        return ""
    return {
        Outcome.HANDCRAFTED: _("The verdict is then handcrafted."),
        Outcome.MASS_PRODUCED: _("The verdict is then mass-produced."),
        Outcome.CLOSE: _("The verdict is then level."),
        Outcome.TOO_EARLY: _("It is then too early to say."),
        Outcome.NONE: "",
    }[after.outcome]
