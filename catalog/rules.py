"""The database's check constraints asked in memory, thousands in a second; Django would send one query for each."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, F, Model, Q

Lookup = Callable[[Any, Any], Any]
LOOKUPS: Mapping[str, Lookup] = {
    "exact": lambda value, wanted: value == wanted,
    "in": lambda value, wanted: value in wanted,
    "gt": lambda value, wanted: value > wanted,
    "gte": lambda value, wanted: value >= wanted,
    "lt": lambda value, wanted: value < wanted,
    "lte": lambda value, wanted: value <= wanted,
    "range": lambda value, wanted: wanted[0] <= value <= wanted[1],
    "regex": lambda value, wanted: re.search(wanted, value) is not None,
}


def broken_rules(row: Model) -> Iterator[str]:
    """What the database would refuse, each in the words of its constraint. As there, what is not known breaks none."""
    for constraint in row._meta.constraints:
        if isinstance(constraint, CheckConstraint) and holds(constraint.condition, row) is False:
            yield str(constraint.get_violation_error_message())


def clean(row: Model, exclude: set[str]) -> None:
    """Raises ValidationError by field, else by rule. Neither asks the database."""
    row.full_clean(exclude=exclude, validate_unique=False, validate_constraints=False)
    if broken := list(broken_rules(row)):
        raise ValidationError(broken)


def holds(condition: Any, row: Model) -> bool | None:
    """None where the answer hangs on what is not known."""
    answers = [holds(one, row) if isinstance(one, Q) else _is_met(one[0], one[1], row) for one in condition.children]
    strong: bool = condition.connector == Q.OR
    if strong in answers:
        answer: bool | None = strong
    else:
        answer = None if None in answers else not strong
    is_turned = condition.negated and answer is not None
    return not answer if is_turned else answer


def _is_met(path: str, wanted: Any, row: Model) -> bool | None:
    name, _separator, lookup = path.partition("__")
    value = getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]
    if lookup == "isnull":
        return bool((value is None) == wanted)
    wanted = getattr(row, str(wanted.deconstruct()[1][0])) if isinstance(wanted, F) else wanted
    if value is None or wanted is None:
        return None
    return bool(LOOKUPS[lookup or "exact"](value, wanted))
