"""The facts of one piece as a form: eight that count most, and whatever else was told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from buyers.answers import Frame, RefusedAnswerError, read_amount
from buyers.brought.filling import AS_READ, initial_of, sequence_of, told_from
from buyers.brought.words import facts_in
from buyers.brought.written import LONGEST_NAME, NO, YES
from buyers.questions import Question, Shape
from catalog.choices import METALS, Claim, Coating, Kind, OptionKind, Origin, Preview, Sizing, Substance
from catalog.countries import NAMES
from catalog.labels import label_for
from catalog.reading.regulated import Word
from catalog.sequences import SEQUENCES
from catalog.told import Told

PREFIX = "f"
MAIN = ("kind", "price", "metal", "coating", "making", "made", "days", "returns", "preview")
PRICE = Question(
    key="price",
    shape=Shape.AMOUNT,
    title="",
    short="",
    refusal=gettext_noop("Give the price in figures, such as 96 or 96.50."),
    smallest=Decimal("0.01"),
    largest=Decimal("9999999.99"),
)
CLAIMS = (
    *(Claim.RECYCLED, Claim.FAIR, Claim.STONE_ORIGIN, Claim.ON_DEMAND, Claim.TAKE_BACK, Claim.SUSTAINABLE),
    *(Claim.NICKEL_SKIN, Claim.MARK),
)
AS_BUYERS_SAY = {
    "sawn": gettext_noop("Sawn and soldered by hand"),
    "forged": gettext_noop("Forged by hand"),
    "own-wax": gettext_noop("Cast once, from a wax carved by hand"),
    "cast": gettext_noop("Cast from a mould, finished by hand"),
    "strung": gettext_noop("Strung by hand"),
    "struck": gettext_noop("Struck, pressed or bought in"),
}
NOT_SAID = ("", gettext_lazy("Not said"))


class PriceField(forms.CharField):
    """An amount in the site's currency, as people type it."""

    def clean(self, value: Any) -> Decimal:
        text = super().clean(value).strip()
        frame = Frame(today=timezone.localdate(), currency=settings.CURRENCY)
        try:
            return Decimal(read_amount(PRICE, [text], frame))
        except RefusedAnswerError as refusal:
            raise forms.ValidationError(_(str(refusal))) from None


def _choices(members: Iterable[Enum]) -> list[tuple[str, Any]]:
    return [NOT_SAID, *((member.value, capfirst(_(label_for(member)))) for member in members)]


def _select(label: Any, members: Iterable[Enum], hint: Any = "", needed: Any = "") -> forms.ChoiceField:
    """`needed` is the error where it must be told; the labels are those of the reader's language."""
    return forms.ChoiceField(
        label=label,
        choices=lambda: _choices(members),
        required=bool(needed),
        help_text=hint,
        error_messages={"required": needed, "invalid_choice": gettext_lazy("Choose one of the list.")},
    )


def _number(label: Any, most: int, hint: Any = "", least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most, required=False, help_text=hint)


def _size(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=Decimal(10), max_value=Decimal(999), decimal_places=1, required=False
    )


def _yes_or_no(label: Any) -> forms.ChoiceField:
    answers = [NOT_SAID, (YES, gettext_lazy("Yes")), (NO, gettext_lazy("No"))]
    return forms.ChoiceField(label=label, choices=answers, required=False)


def _several(label: Any, members: Iterable[Enum]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=lambda: _choices(members)[1:],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One field, and the regulated words of the seller's text that it hangs on."""

    field: forms.BoundField
    words: tuple[Word, ...]


class ToldForm(forms.Form):
    kind = _select(
        gettext_lazy("What is it?"),
        Kind,
        needed=gettext_lazy("Choose what it is: it is weighed against others of its kind."),
    )
    price = PriceField(
        label=gettext_lazy("Price"),
        help_text=gettext_lazy("With tax and delivery, for one piece."),
        error_messages={"required": gettext_lazy("Give the price: without it nothing can be weighed.")},
    )
    metal = _select(gettext_lazy("Metal"), [one for one in Substance if one in METALS], gettext_lazy("What one sees."))
    coating = _select(gettext_lazy("Solid or plated"), Coating, gettext_lazy("If nobody says, leave it open."))
    making = forms.ChoiceField(label=gettext_lazy("How is it made?"), required=False, widget=forms.RadioSelect)
    made = _number(gettext_lazy("How many are made?"), 10_000_000, gettext_lazy("1 if it is the only one."), least=1)
    days = _number(gettext_lazy("At your door within how many days?"), 999)
    returns = _number(gettext_lazy("Can be sent back for how many days?"), 999, gettext_lazy("0 if it cannot."))
    preview = _select(gettext_lazy("What do you see before paying?"), list(Preview)[1:])

    name = forms.CharField(label=gettext_lazy("What do you call it?"), max_length=LONGEST_NAME, required=False)
    maker = forms.CharField(label=gettext_lazy("Who makes it?"), max_length=LONGEST_NAME, required=False)
    country = forms.ChoiceField(label=gettext_lazy("Made in"), required=False)
    core = _select(gettext_lazy("Under the surface"), [one for one in Substance if one in METALS])
    fineness = _number(gettext_lazy("Fineness, in 1000 parts"), 1000, gettext_lazy("Such as 925."), least=1)
    stone = _select(gettext_lazy("Main stone"), [one for one in Substance if one not in METALS])
    origin = _select(gettext_lazy("Where the stone comes from"), Origin)
    ready = _yes_or_no(gettext_lazy("In stock?"))
    sizing = _select(gettext_lazy("How exact is its size?"), Sizing)
    size_min = _size(gettext_lazy("Smallest size, mm round the inside"))
    size_max = _size(gettext_lazy("Largest size, mm round the inside"))
    resizable = _yes_or_no(gettext_lazy("Can it be resized?"))
    repair = _yes_or_no(gettext_lazy("Does the seller repair it?"))
    warranty = _number(gettext_lazy("Warranty, years"), 99)
    supply = _number(gettext_lazy("How many alike can be had?"), 9999)
    options = _several(gettext_lazy("What can be changed?"), OptionKind)
    claims = _several(gettext_lazy("What else does the seller claim?"), CLAIMS)

    def __init__(self, data: Mapping[str, Any] | None, told: Told, words: Sequence[Word] = ()) -> None:
        super().__init__(data, initial=initial_of(told), prefix=PREFIX)
        self.told, self.words = told, words
        self.fields["making"].choices = _ways_of_making(told)  # type: ignore[attr-defined]
        countries = sorted(((code, capfirst(_(name))) for code, name in NAMES.items()), key=lambda pair: pair[1])
        known = [(told.country, told.country)] if told.country and told.country not in NAMES else []
        self.fields["country"].choices = [NOT_SAID, *countries, *known]  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"
            if isinstance(field, forms.IntegerField | PriceField):
                field.widget.attrs["inputmode"] = "decimal"

    @property
    def main_facts(self) -> list[Fact]:
        return [self._fact(self[name]) for name in MAIN]

    @property
    def more_facts(self) -> list[Fact]:
        return [self._fact(field) for field in self if field.name not in MAIN]

    @property
    def tells_more(self) -> bool:
        """Whether anything beside the main facts is told, explained or refused."""
        return any(
            fact.words or fact.field.value() or fact.field.errors
            for fact in self.more_facts
            if fact.field.name != "name"
        )

    def _fact(self, field: forms.BoundField) -> Fact:
        return Fact(field=field, words=tuple(word for word in self.words if word.field == field.name))

    def told_now(self) -> Told:
        """The facts as they were corrected; raises nothing once the form is valid."""
        return told_from(self.cleaned_data, self.told)


def _ways_of_making(told: Told) -> Sequence[tuple[str, Any]]:
    ways: list[tuple[str, Any]] = [(one.name, _(AS_BUYERS_SAY[one.name])) for one in SEQUENCES]
    if (told.by_hand or told.methods) and not sequence_of(told):
        words = dict(facts_in(Told(by_hand=told.by_hand, methods=told.methods)))
        ways = [(AS_READ, ". ".join(f"{label}: {said}" for label, said in words.items())), *ways]
    return [NOT_SAID, *ways]
