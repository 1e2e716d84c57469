from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import CheckConstraint, Model
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from catalog.models import Evidence, Maker, Material, Piece, Step
from catalog.rules import broken_rules, holds

MODELS: list[type[Model]] = [Piece, Step, Material, Evidence, Maker]


def values_of(field: Any) -> st.SearchStrategy[Any]:
    """Small numbers, so that ranges meet; each choice; and nothing."""
    name = field.get_internal_type()
    if field.choices:
        known = [value for value, _label in field.flatchoices]
        return st.sampled_from([*known, "", "tiara"] if name == "CharField" else [*known, 9])
    if name in ("DecimalField", "PositiveIntegerField", "PositiveSmallIntegerField"):
        return st.none() | st.integers(0, 12) | st.sampled_from([925, 1001])
    if name == "DateField":
        return st.none() | st.dates()
    return st.sampled_from(["", "PT", "pt"])


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS)
def test_rules_in_memory_are_those_of_the_database(model: type[Model]) -> None:
    told = {one.name: one for one in model._meta.concrete_fields if not one.is_relation and not one.primary_key}
    told = {name: one for name, one in told.items() if one.get_internal_type() != "BooleanField"}
    checks = [one for one in model._meta.constraints if isinstance(one, CheckConstraint)]

    @hypothesis(max_examples=25)
    @given(st.fixed_dictionaries({name: values_of(field) for name, field in told.items()}))
    def agree(values: dict[str, Any]) -> None:
        row = model(**values)
        for check in checks:
            assert (holds(check.condition, row) is not False) == is_allowed(check, row), check.name

    agree()


def is_allowed(check: CheckConstraint, row: Model) -> bool:
    try:
        check.validate(type(row), row, using=connection.alias)
    except ValidationError:
        return False
    return True


def test_broken_rule_is_said_in_its_words() -> None:
    assert list(broken_rules(Piece(name="Ring", kind="ring", price=0))) == ["Price: enter more than 0."]
