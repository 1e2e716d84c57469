"""A shopper's answers as sentences to a jeweller: what the piece must be, what it may cost, and when it is needed."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buyers.brief import Brief
from buyers.commission.drawing import diameter_text, size_drawn
from buyers.questions import ANY, QUESTIONS, SIZE_LIMITS
from buyers.verdict.wording import full_date
from catalog.countries import country_name
from catalog.money import money

# From brief to delivery: sketch, quote, model, making, setting and finishing.
LONGEST, SHORTEST = timedelta(weeks=8), timedelta(weeks=2)
IN_PAIRS = {"earrings", "cufflinks"}
# A number and its unit stay on one line.
NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=mm|µ)|(?<=EN) (?=\d)")


def _text(words: str) -> str:
    return words


METALS = {
    "solid": _text("Solid, the same metal all through."),
    "filled": _text("Solid, filled or vermeil; no thinner layer."),
    "plated": _text("Solid, filled, vermeil or plated. Say how thick the layer is, in µm."),
    ANY: _text("Any. Propose one, and say what lies under its surface."),
}
SEEN = {
    "this": _text("The piece itself, in hand or on a photograph, before the last payment."),
    "same": _text("A finished piece of the same work."),
    "render": _text("A rendering, or a similar piece."),
    "sketch": _text("A sketch is enough."),
}
PROOFS = {
    "recycled": _text("Recycled metal, with the refiner's certificate."),
    "fair": _text("Fairmined or Fairtrade metal, with its certificate."),
    "lab": _text("A laboratory report on the stone."),
    "repair": _text("Repair, offered in writing."),
    "near": _text("Made in %(country)s."),
    "hand": _text("Made by hand or with hand-guided tools throughout, with photographs of the steps."),
}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """`is_must` marks what breaks the deal; `is_blank` leaves a line to be filled in by hand."""

    name: str
    sentences: Sequence[str]
    is_must: bool = False
    is_blank: bool = False


def facts_of(brief: Brief, today: date) -> Iterator[Fact]:
    """In the order of the page; what is not answered and leaves nothing to say is left out."""
    if brief.kind is None:
        yield Fact(name=_("Kind"), sentences=(_("To be named:"),), is_blank=True)
    named = {
        "size": _("Size"),
        "quantity": _("How many"),
        "metal": _("Metal"),
        "skin": _("Skin"),
        "style": _("Look"),
        "proof": _("Proof"),
        "see": _("Preview"),
        "back": _("Returns"),
    }
    for key, name in named.items():
        sentences = tuple(NUMBER_AND_UNIT.sub("\u00a0", sentence) for sentence in SPOKEN[key](brief))
        if sentences:
            yield Fact(name=name, sentences=sentences, is_must=key in brief.must)
    yield Fact(name=_("Ceiling"), sentences=tuple(_ceiling(brief)), is_blank=brief.budget is None)
    yield Fact(name=_("Needed"), sentences=tuple(_needed(brief, today)), is_blank=brief.when is None)


def _size(brief: Brief) -> Iterator[str]:
    if brief.kind is None:
        return
    if brief.kind not in SIZE_LIMITS:
        yield _("To be agreed. What is usual stands with the drawing.")
    elif brief.size is not None:
        told = {"size": number_format(brief.size), "across": diameter_text(brief.size)}
        if brief.kind == "ring":
            yield _("%(size)s mm round the inside, %(across)s across, plus or minus 0.3 mm round.") % told
            yield _("Say so if you make it comfort fit.")
        else:
            yield _("%(size)s mm round the inside, %(across)s across, plus or minus 2 mm round.") % told
    else:
        if brief.surprise:
            yield _("A surprise, so not measured. It must be possible to change it later.")
        else:
            yield _("To be measured.")
        yield _("%(size)s mm round the inside is drawn as an example.") % {"size": number_format(size_drawn(brief))}


def _quantity(brief: Brief) -> Iterator[str]:
    number = {"number": brief.quantity}
    if brief.kind in IN_PAIRS:
        yield ngettext("One pair.", "%(number)s pairs, all alike.", brief.quantity) % number
    else:
        yield ngettext("One.", "%(number)s, all alike.", brief.quantity) % number


def _metal(brief: Brief) -> Iterator[str]:
    yield _(METALS[brief.metal]) if brief.metal else _("To be agreed. Propose one, with alloy and fineness.")


def _skin(brief: Brief) -> Iterator[str]:
    if brief.skin == "nickel":
        yield _("Reacts to nickel: a nickel-free alloy, or a test report to EN 1811.")
        if brief.kind in {None, "earrings"}:
            yield _("At most 0.2 µg/cm² a week from posts, 0.5 from whatever else touches skin.")
        else:
            yield _("At most 0.5 µg/cm² a week from whatever touches skin, solder too.")
    elif brief.skin == "piercing":
        yield _(
            "For a fresh or sensitive piercing: posts of implant-grade metal, such as titanium, with its certificate."
        )
        yield _("By a test to EN 1811, at most 0.2 µg/cm² of nickel a week.")
    elif brief.skin == "no":
        yield _("Does not react to metals, as far as is known.")
    else:
        yield _("Not known. Say if alloy or solder contain nickel.")


def _style(brief: Brief) -> Iterator[str]:
    labels = {value.value: _(value.label) for value in QUESTIONS["style"].values}
    if brief.styles:
        yield f"{', '.join(labels[style] for style in brief.styles).capitalize()}."


def _proof(brief: Brief) -> Iterator[str]:
    country = {"country": country_name(settings.HOME_COUNTRY)}
    yield from (_(PROOFS[proof]) % country for proof in brief.proof)


def _see(brief: Brief) -> Iterator[str]:
    if brief.see:
        yield _(SEEN[brief.see])


def _back(brief: Brief) -> Iterator[str]:
    yield _(
        "In the EU there is no right to withdraw from what is made to the buyer's own wish, even before work begins."
    )
    if brief.back == "yes":
        yield _("The buyer would like to be able to return it: say in writing what you offer instead.")


def _ceiling(brief: Brief) -> Iterator[str]:
    if brief.budget is None:
        yield _("To be named:")
        return
    yield _("%(budget)s, delivered, tax included.") % {"budget": money(brief.budget)}
    if brief.stretch:
        yield _("Could go to %(limit)s for the right piece.") % {"limit": money(most_of(brief.budget, brief.stretch))}
    if brief.quantity > 1:
        told = {"number": brief.quantity, "total": money(brief.budget * brief.quantity)}
        yield _("That is for each; for all %(number)s it is %(total)s.") % told


def most_of(budget: Decimal, stretch: int) -> Decimal:
    return budget * (100 + stretch) / 100


def _needed(brief: Brief, today: date) -> Iterator[str]:
    if brief.when is None:
        yield _("Two to eight weeks are usual. By:")
        return
    early, latest = brief.when - LONGEST, brief.when - SHORTEST
    told = {"day": full_date(brief.when), "early": full_date(early), "latest": full_date(latest)}
    yield _("By %(day)s.") % told
    if latest < today:
        yield _("That is sooner than the two to eight weeks that are usual: both days to order by are past.")
        yield _("Say whether you can do it, or which day you can keep.")
    elif early < today:
        yield _("The day to order by if it takes eight weeks, %(early)s, is past.") % told
        yield _("Order at the latest by %(latest)s if two are enough.") % told
    else:
        yield _("Order by %(early)s if it takes eight weeks; at the latest by %(latest)s if two are enough.") % told


SPOKEN: dict[str, Callable[[Brief], Iterator[str]]] = {
    "size": _size,
    "quantity": _quantity,
    "metal": _metal,
    "skin": _skin,
    "style": _style,
    "proof": _proof,
    "see": _see,
    "back": _back,
}
