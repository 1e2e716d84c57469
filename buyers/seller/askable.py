"""What can be asked about a piece: each fact that nobody told, as a question with the replies a seller may give.

A reply is the facts it tells; one that tells nothing leaves the piece as it is. Whatever a seller replies is a bare
claim.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buyers.brought.pieces import is_own
from buyers.musts import SIZED, Wanted
from buyers.verdict.wording import day_and_month
from catalog.choices import Claim, Coating, Edition, Kind, MakerKind, OptionKind, Preview, Role, Sizing, Substance
from catalog.models import Piece
from catalog.sequences import SEQUENCES, told_by
from catalog.told import Told

LATER, LONGEST = 14, 999
GOLDS = frozenset({Substance.YELLOW_GOLD, Substance.WHITE_GOLD, Substance.ROSE_GOLD})
SEQUENCE = {sequence.name: told_by(sequence) for sequence in SEQUENCES}
STRUNG = frozenset({Kind.NECKLACE, Kind.BRACELET})


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One thing a seller may say, in the few words of a button."""

    label: str
    told: Told = field(default_factory=Told)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One fact to ask for: what it is called, the sentence to the seller, and what may come back."""

    key: str
    name: str
    question: str
    replies: tuple[Reply, ...]


def questions_about(piece: Piece, wanted: Wanted) -> Iterator[Asked]:
    """Every fact of a piece, read with its parts, that is not disclosed and that bears on a verdict."""
    for key, ask in QUESTIONS.items():
        asked = ask(piece, wanted)
        if asked is not None:
            name, question, replies = asked
            yield Asked(
                key=key,
                name=name,
                question=question,
                replies=tuple(Reply(label=label, told=told) for label, told in replies.items()),
            )


Question = tuple[str, str, Mapping[str, Told]]


def _making(piece: Piece, wanted: Wanted) -> Question | None:
    if piece.steps.all():
        return None
    strung = {_("Strung by hand"): SEQUENCE["strung"]} if piece.kind in STRUNG else {}
    replies = {
        _("Cut, forged or soldered by hand"): SEQUENCE["sawn"],
        **strung,
        _("Cast from a mould, finished by hand"): SEQUENCE["cast"],
        _("Struck, pressed or bought in"): SEQUENCE["struck"],
    }
    question = _("How is it made: cut, forged or soldered by hand, cast from a mould, or struck by a machine?")
    return _("how it is made"), question, replies


def _days(piece: Piece, wanted: Wanted) -> Question | None:
    if piece.days_max is not None:
        return None
    name, when, days = _("when it arrives"), wanted.brief.when, wanted.days
    if when is None or days is None:
        question = _("How many days after the order would it be at my door?")
        return (
            name,
            question,
            {
                _("Within three days"): _within(3),
                _("Within two weeks"): _within(14),
                _("Within six weeks"): _within(42),
            },
        )
    question = _("Will it be at my door by %(date)s?") % {"date": day_and_month(when)}
    return name, question, {_("Yes"): _within(days), _("No, later"): _within(min(days + LATER, LONGEST))}


def _within(days: int) -> Told:
    return Told(days_min=days, days_max=days)


def _surface(piece: Piece, wanted: Wanted) -> Question | None:
    if piece.assessment.surface:
        return None
    name = _("solid or plated")
    open_parts = [part for part in piece.materials.all() if part.role == Role.METAL and not part.coating]
    if not open_parts:
        return _material(name)
    metal = open_parts[0]
    between = {_("Gold over silver, or filled"): Told(coating=Coating.VERMEIL)} if metal.substance in GOLDS else {}
    replies = {
        _("Solid"): Told(coating=Coating.SOLID),
        **between,
        _("Plated"): Told(coating=Coating.PLATED),
    }
    question = _("Is it solid %(metal)s all through, or plated?") % {"metal": metal.get_substance_display()}
    return name, question, replies


def _material(name: str) -> Question:
    solid = Told(metal=Substance.SILVER, coating=Coating.SOLID, fineness=925)
    return (
        name,
        _("What metal is it, and is it solid or plated?"),
        {
            _("Solid silver"): solid,
            _("Steel, not plated"): Told(metal=Substance.STEEL, coating=Coating.SOLID),
            _("Gold-plated"): Told(metal=Substance.YELLOW_GOLD, coating=Coating.PLATED),
        },
    )


def _made(piece: Piece, wanted: Wanted) -> Question | None:
    if piece.number_made is not None:
        return None
    replies = {
        _("Only this one"): Told(edition=Edition.ONE_OFF, made=1),
        _("Fifty at most"): Told(made=50),
        _("Some hundreds"): Told(made=500),
        _("Thousands, or no limit"): Told(edition=Edition.OPEN, made=5000),
    }
    return _("how many there are"), _("How many of this design have been or will be made?"), replies


def _preview(piece: Piece, wanted: Wanted) -> Question | None:
    if piece.preview:
        return None
    replies = {
        _("That very piece"): Told(preview=Preview.THIS_PIECE),
        _("One of the same model"): Told(preview=Preview.SAME_MODEL),
        _("One like it"): Told(preview=Preview.SIMILAR),
    }
    question = _("Would I get the very piece in the photographs, one of the same model, or one like it?")
    return _("what is seen before paying"), question, replies


def _returns(piece: Piece, wanted: Wanted) -> Question | None:
    if piece.returnable_days is not None:
        return None
    replies = {_("Yes, for 14 days or more"): Told(returns=14), _("No"): Told(returns=0)}
    return _("whether it can be returned"), _("Can I send it back if it does not suit, and for how long?"), replies


def _size(piece: Piece, wanted: Wanted) -> Question | None:
    size = wanted.brief.size
    if size is None or piece.kind not in SIZED or piece.size_min is not None:
        return None
    question = _("Can I have it with an inner circumference of %(size)s mm?") % {"size": f"{size:f}"}
    return (
        _("whether it comes in that size"),
        question,
        {
            _("Yes"): Told(size_min=size, size_max=size),
            _("No"): Told(),
        },
    )


def _sizing(piece: Piece, wanted: Wanted) -> Question | None:
    if piece.kind not in SIZED or piece.sizing or piece.evenness or piece.tolerance_mm is not None:
        return None
    replies = {
        _("Exact"): Told(sizing=Sizing.EXACT),
        _("To within a half"): Told(sizing=Sizing.HALF),
        _("Approximate"): Told(sizing=Sizing.APPROXIMATE),
    }
    return _("how exact its size is"), _("How exact is its size?"), replies


def _options(piece: Piece, wanted: Wanted) -> Question | None:
    if piece.assessment.custom_grade is not None:
        return None
    replies = {
        _("Yes, the design too"): Told(options=(OptionKind.DESIGN_CHANGE,)),
        _("An engraving"): Told(options=(OptionKind.ENGRAVING,)),
        _("No"): Told(),
    }
    return _("what can be changed"), _("Can something be changed for me: an engraving, or the design itself?"), replies


def _repair(piece: Piece, wanted: Wanted) -> Question | None:
    if piece.repaired_by_maker is not None:
        return None
    replies = {_("Yes"): Told(repair=True), _("No"): Told(repair=False)}
    return _("whether it is repaired"), _("Do you repair it if it breaks?"), replies


def _warranty(piece: Piece, wanted: Wanted) -> Question | None:
    if piece.warranty_years is not None:
        return None
    replies = {
        _("Five years or more"): Told(warranty=5),
        _("Two years"): Told(warranty=2),
        _("Not beyond the law"): Told(warranty=0),
    }
    return _("how long the warranty lasts"), _("For how many years do you answer for faults?"), replies


def _supply(piece: Piece, wanted: Wanted) -> Question | None:
    quantity = wanted.brief.quantity
    if quantity < 2 or piece.can_supply is not None:
        return None
    question = ngettext("Can I have %(number)s alike?", "Can I have %(number)s alike?", quantity)
    replies = {_("Yes"): Told(supply=quantity), _("No"): Told(supply=1)}
    return _("how many alike can be had"), question % {"number": quantity}, replies


def _maker(piece: Piece, wanted: Wanted) -> Question | None:
    if not is_own(piece) or piece.maker.kind != MakerKind.LABEL:
        return None
    named = Told(maker=_("the maker they named"))
    replies = {_("They named the maker"): named, _("They did not say"): Told()}
    return _("who makes it"), _("Who makes it, by name?"), replies


def _recycled(piece: Piece, wanted: Wanted) -> Question | None:
    if piece.assessment.sustain_grade is not None:
        return None
    replies = {_("They say it is recycled"): Told(claims=(Claim.RECYCLED,)), _("No"): Told()}
    return _("where the metal comes from"), _("Is the metal recycled, and which document says so?"), replies


QUESTIONS: dict[str, Callable[[Piece, Wanted], Question | None]] = {
    "making": _making,
    "when": _days,
    "surface": _surface,
    "made": _made,
    "preview": _preview,
    "returns": _returns,
    "size": _size,
    "sizing": _sizing,
    "options": _options,
    "repair": _repair,
    "warranty": _warranty,
    "supply": _supply,
    "maker": _maker,
    "recycled": _recycled,
}
