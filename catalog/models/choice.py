"""Text columns that hold a member of an enumeration, with its labels for forms and a check in the database."""

from enum import StrEnum
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy

from catalog.labels import label_for


def choice_field(choices: type[StrEnum], **options: Any) -> "models.CharField[str, str]":
    pairs = [(member.value, gettext_lazy(label_for(member))) for member in choices]
    return models.CharField(max_length=30, choices=pairs, **options)


def one_of(field: str, choices: type[StrEnum], *, name: str) -> models.CheckConstraint:
    """The check behind a `choice_field`; an empty value is a matter of `blank`."""
    values = ["", *(member.value for member in choices)]
    return models.CheckConstraint(condition=Q(**{f"{field}__in": values}), name=name)
