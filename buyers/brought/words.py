"""What was told of a piece, in words: each fact with what it is called."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buyers.brought.written import OWN, read_told
from catalog.choices import Coating, Edition, Kind, Role
from catalog.composition import stated_substance
from catalog.countries import country_name
from catalog.labels import label_for
from catalog.models import Material
from catalog.money import money
from catalog.told import Told

Fact = tuple[str, str]


def facts_in(told: Told) -> list[Fact]:
    """Label and words of all that was told, in a fixed order."""
    facts = ((_(label), say(told)) for label, say in FACTS.items())
    return [(label, capfirst(words)) for label, words in facts if words]


def words_of(told: Told) -> tuple[str, ...]:
    return tuple(f"{label}: {words}" for label, words in facts_in(told))


def differing_words(answer: str, other: str) -> tuple[str, ...]:
    """The facts of one canonical answer that another one does not tell the same."""
    told, elsewhere = (set(words_of(read_told(text))) if text else set() for text in (answer, other))
    return tuple(words for words in words_of(read_told(answer)) if words in told - elsewhere) if answer else ()


def name_of(told: Told, number: str) -> str:
    """What a piece that was brought is called: by its name, by its kind, or by its number."""
    if told.name:
        return told.name
    return _(YOURS[told.kind]) if told.kind else _("Piece %(number)s") % {"number": number}


def called(key: str, answer: str, names: Mapping[str, str]) -> str:
    """What an answer of these families is called; `names` are those of listed pieces by slug."""
    prefix, _dot, name = key.partition(".")
    if prefix == OWN:
        return name_of(read_told(answer) if answer else Told(), name)
    return _("What you were told of %(piece)s") % {"piece": names.get(name, name)}


def _member(name: str) -> Callable[[Told], str]:
    def say(told: Told) -> str:
        member = getattr(told, name)
        return "" if member is None else _(label_for(member))

    return say


def _members(name: str) -> Callable[[Told], str]:
    return lambda told: _listed(getattr(told, name))


def _listed(members: Iterable[Any]) -> str:
    return ", ".join(_(label_for(member)) for member in members)


def _price(told: Told) -> str:
    return "" if told.price is None else money(told.price)


def _metal(told: Told) -> str:
    if told.metal is None:
        return "" if told.coating is None else _(label_for(told.coating))
    part = Material(role=Role.METAL, substance=told.metal, coating=told.coating or "", core=told.core or "")
    part.fineness = told.fineness
    words = stated_substance(part)
    return f"{_(label_for(told.coating))} {words[0].lower()}{words[1:]}" if told.coating is Coating.SOLID else words


def _stones(told: Told) -> str:
    return ", ".join(filter(None, (_listed(told.stones), _(label_for(told.origin)) if told.origin else "")))


def _made(told: Told) -> str:
    if told.edition is Edition.ONE_OFF:
        return _("only this one")
    number = "" if told.made is None else number_format(told.made, force_grouping=True)
    return ", ".join(filter(None, (number, _(label_for(told.edition)) if told.edition else "")))


def _days(told: Told) -> str:
    if told.days_max is None:
        return ""
    return ngettext("within %(days)s day", "within %(days)s days", told.days_max) % {"days": told.days_max}


def _returns(told: Told) -> str:
    if told.returns == 0:
        return _("cannot be returned")
    if told.returns is None:
        return ""
    return ngettext("for %(days)s day", "for %(days)s days", told.returns) % {"days": told.returns}


def _size(told: Told) -> str:
    sizes = [f"{size:f}" for size in dict.fromkeys((told.size_min, told.size_max)) if size is not None]
    span = _("%(sizes)s mm round the inside") % {"sizes": _(" to ").join(sizes)} if sizes else ""
    resizing = {True: _("can be resized"), False: _("cannot be resized"), None: ""}[told.resizable]
    return ", ".join(filter(None, (span, _(label_for(told.sizing)) if told.sizing else "", resizing)))


def _years(told: Told) -> str:
    if told.warranty is None:
        return ""
    return ngettext("%(years)s year", "%(years)s years", told.warranty) % {"years": told.warranty}


def _flag(name: str, yes: str, no: str) -> Callable[[Told], str]:
    def say(told: Told) -> str:
        value = getattr(told, name)
        return "" if value is None else _(yes if value else no)

    return say


def _text(text: str) -> str:
    return text


YOURS = {
    Kind.RING: _text("The ring you brought"),
    Kind.EARRINGS: _text("The earrings you brought"),
    Kind.NECKLACE: _text("The necklace you brought"),
    Kind.BRACELET: _text("The bracelet you brought"),
    Kind.BROOCH: _text("The brooch you brought"),
    Kind.CUFFLINKS: _text("The cufflinks you brought"),
}
FACTS: dict[str, Callable[[Told], str]] = {
    _text("Kind"): _member("kind"),
    _text("Price"): _price,
    _text("Maker"): lambda told: told.maker,
    _text("Made in"): lambda told: country_name(told.country),
    _text("Metal"): _metal,
    _text("Stones"): _stones,
    _text("By hand"): _members("by_hand"),
    _text("Other techniques"): _members("methods"),
    _text("Number made"): _made,
    _text("At the door"): _days,
    _text("In stock"): _flag("ready", _text("ready to send"), _text("made after you order")),
    _text("Returns"): _returns,
    _text("Seen before paying"): _member("preview"),
    _text("Size"): _size,
    _text("Changes on offer"): _members("options"),
    _text("Repair"): _flag("repair", _text("the seller repairs it"), _text("not by the seller")),
    _text("Warranty"): _years,
    _text("Alike to be had"): lambda told: "" if told.supply is None else str(told.supply),
    _text("Claimed"): _members("claims"),
}
