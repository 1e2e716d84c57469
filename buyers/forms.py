"""Questions become form fields. What is right or wrong is decided by the brief's reader alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from buyers.answers import DAY, filled
from buyers.brief import Errors
from buyers.questions import UNSURE, Deal, Question, Shape, Value
from buyers.visits import Visit

CHOICES = {Shape.ONE, Shape.SEVERAL}
PLACES = (gettext_noop("First"), gettext_noop("Second"), gettext_noop("Third"))


@dataclass(frozen=True, kw_only=True)
class Option:
    """One radio, checkbox or entry of a select."""

    value: str
    label: str
    hint: str
    id: str
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class Place:
    """One of the three selects of a ranking."""

    id: str
    label: str
    options: Sequence[Option]


class AnswerBoundField(forms.BoundField):
    """One question with what was answered, as the templates need it."""

    field: "AnswerField"

    @property
    def question(self) -> Question:
        return self.field.question

    @cached_property
    def given(self) -> list[str]:
        raw = filled(self.value() or ())
        is_parted = self.question.shape in {*CHOICES, Shape.RANKED}
        return filled(",".join(raw).split(",")) if is_parted else raw

    @property
    def is_choice(self) -> bool:
        return self.question.shape in CHOICES

    @property
    def is_ranked(self) -> bool:
        return self.question.shape is Shape.RANKED

    @property
    def input_type(self) -> str:
        """A date as the browser's own field, unless what was typed could not be shown in one."""
        is_date = self.question.shape is Shape.DATE and (not self.text or DAY.fullmatch(self.text))
        return "date" if is_date else "text"

    @property
    def input_mode(self) -> str:
        modes = {Shape.AMOUNT: "decimal", Shape.SIZE: "decimal", Shape.WHOLE: "numeric"}
        return modes.get(self.question.shape, "text")

    @property
    def choice_type(self) -> str:
        return "radio" if self.question.shape is Shape.ONE else "checkbox"

    @property
    def text(self) -> str:
        """What was typed, and not ticked beside it."""
        ticks = {*self.question.allowed, *([UNSURE] if self.question.may_be_unsure else ())}
        return next((text for text in self.given if text not in ticks), "")

    @property
    def unit(self) -> str:
        is_money = self.question.shape is Shape.AMOUNT
        return settings.CURRENCY if is_money else self.question.unit and _(self.question.unit)

    @property
    def options(self) -> list[Option]:
        return [self._option(value, place) for place, value in enumerate(self.question.values)]

    @property
    def unsure(self) -> Option | None:
        if not self.question.may_be_unsure:
            return None
        return self._option(Value(value=UNSURE, label=_("Not sure")), len(self.question.values))

    @property
    def places(self) -> list[Place]:
        chosen = [*(value for value in self.given if value != UNSURE), "", "", ""]
        return [self._place(place, chosen[place]) for place in range(len(PLACES))]

    @property
    def reason(self) -> str:
        return self.question.reason and _(self.question.reason)

    @property
    def is_for_kinds(self) -> bool:
        """Whether the question stands only beside some kinds of piece: the style sheet shows it when one is chosen."""
        return self.question.shape is Shape.SIZE

    @property
    def first_id(self) -> str:
        """The element that a link in the error summary leads to."""
        return f"{self.auto_id}_0" if self.is_choice or self.is_ranked else self.auto_id

    @property
    def hint_id(self) -> str:
        return f"{self.auto_id}_hint"

    @property
    def error_id(self) -> str:
        return f"{self.auto_id}_error"

    @property
    def described_by(self) -> str:
        ids = [self.hint_id if self.help_text else "", self.error_id if self.errors else ""]
        return " ".join(filter(None, ids))

    @property
    def deal_hint(self) -> str:
        return _(self.question.deal_hint) if self.question.deal is Deal.POSSIBLE else ""

    @property
    def is_always_must(self) -> bool:
        return self.question.deal is Deal.ALWAYS

    @property
    def is_must(self) -> bool:
        return self.html_name in self.field.musts

    def _option(self, value: Value, place: int) -> Option:
        return Option(
            value=value.value,
            label=_(value.label_for(self.field.who)),
            hint=value.hint and _(value.hint),
            id=f"{self.auto_id}_{place}",
            is_chosen=value.value in self.given,
        )

    def _place(self, place: int, chosen: str) -> Place:
        options = [
            Option(value=value.value, label=_(value.label), hint="", id="", is_chosen=value.value == chosen)
            for value in self.question.values
        ]
        return Place(id=f"{self.auto_id}_{place}", label=_(PLACES[place]), options=options)


class AnswerField(forms.Field):
    """A field that takes any text: its form asks the brief's reader."""

    widget = forms.MultipleHiddenInput

    def __init__(self, question: Question, who: str | None, musts: Sequence[str]) -> None:
        super().__init__(
            required=False,
            label=_(question.title_for(who)),
            help_text=question.hint and _(question.hint),
        )
        self.question, self.who, self.musts = question, who, musts

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> AnswerBoundField:
        return AnswerBoundField(form, self, field_name)


class AnswerForm(forms.Form):
    """Questions with what was typed and the reader's refusals, by key."""

    def __init__(self, fields: Mapping[str, AnswerField], query: Mapping[str, Any], refusals: Errors) -> None:
        super().__init__(data=query)
        self.refusals = refusals
        self.fields.update(fields)

    def clean(self) -> dict[str, Any] | None:
        for key in self.fields:
            for message in self.refusals.get(key, ()):
                self.add_error(key, _(message))
        return super().clean()


class QuestionForm(AnswerForm):
    """The questions of one screen."""

    def __init__(self, questions: Sequence[Question], visit: Visit) -> None:
        musts = ",".join(visit.query.get("must", ())).split(",")
        fields = {question.key: AnswerField(question, visit.brief.who, musts) for question in questions}
        super().__init__(fields, visit.query, visit.errors)
