"""Text columns that hold a member of an enumeration, with its labels for forms and a check in the database."""

from enum import StrEnum
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy

from catalog.labels import label_for


class ChoiceField(models.CharField):  # type: ignore[type-arg]
    """Looks a label up where Django translates all of them to find one, which was a quarter of a page's time."""

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        labels = dict(self.flatchoices)

        def display(instance: models.Model) -> str:
            value = getattr(instance, name)
            return str(labels.get(value, value or ""))

        setattr(cls, f"get_{name}_display", display)

    def deconstruct(self) -> Any:
        """For migrations it is what it is in the database."""
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.CharField", arguments, options


def choice_field(choices: type[StrEnum], **options: Any) -> "models.CharField[str, str]":
    pairs = [(member.value, gettext_lazy(label_for(member))) for member in choices]
    return ChoiceField(max_length=30, choices=pairs, **options)


def one_of(field: str, choices: type[StrEnum], *, name: str) -> models.CheckConstraint:
    """The check behind a `choice_field`; an empty value is a matter of `blank`."""
    values = ["", *(member.value for member in choices)]
    return models.CheckConstraint(condition=Q(**{f"{field}__in": values}), name=name)
