"""A cell of a file into the value of a field, and everything a row says into rows that the models take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import BooleanField, CharField, DateField, DecimalField, Field, IntegerField, TextField
from django.utils.translation import gettext as _

from catalog.records import PART_COLUMNS, PART_FACTS
from catalog.sheets.cells import amount, number

YES, NO = {"true", "yes", "y", "1", "oui", "ja", "vrai"}, {"false", "no", "n", "0", "non", "nein", "faux"}
MOST_NAMED = 12


@dataclass(frozen=True, kw_only=True)
class Problem:
    """`row` as a spreadsheet counts, `column` as the file calls it; `said` names the remedy."""

    row: int
    column: str
    said: str


@dataclass(kw_only=True)
class Values:
    """`facts` by the names of the model; a part is here if the file tells it at all."""

    facts: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def value_of(model_field: Field[Any, Any], text: str) -> Any:
    """Raises ValidationError with what to write instead."""
    said = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not said:
        return _empty(model_field)
    if model_field.choices:
        return _choice(model_field, said)
    for kind, read in READERS.items():
        if isinstance(model_field, kind):
            return read(model_field, said)
    return said


def parts_of(parts: Mapping[str, Sequence[Mapping[str, str]]], row: int) -> tuple[dict[str, Any], list[Problem]]:
    told: dict[str, list[dict[str, Any]]] = {}
    problems: list[Problem] = []
    for part, items in parts.items():
        names = {name: column for column, name in PART_COLUMNS[part].items()}
        told[part] = []
        for at, item in enumerate(items):
            values, wrong = facts_of(item, PART_FACTS[part], names, row + at)
            told[part].append(values)
            problems.extend(wrong)
    return told, problems


def facts_of(
    texts: Mapping[str, str], fields: Mapping[str, Field[Any, Any]], columns: Mapping[str, str], row: int
) -> tuple[dict[str, Any], list[Problem]]:
    values: dict[str, Any] = {}
    problems = []
    for name, text in texts.items():
        try:
            values[name] = value_of(fields[name], text)
        except ValidationError as error:
            problems.append(Problem(row=row, column=columns.get(name, name), said=error.messages[0]))
    return values, problems


def _empty(model_field: Field[Any, Any]) -> Any:
    if model_field.null:
        return None
    return model_field.get_default() if model_field.has_default() else ""


def _choice(model_field: Field[Any, Any], said: str) -> Any:
    pairs = [(value, {str(value).casefold(), str(label).casefold()}) for value, label in model_field.flatchoices]
    for value, names in pairs:
        if said.casefold() in names or said.casefold().replace(" ", "_") in names:
            return value
    known = [str(value) for value, _names in pairs]
    more = " …" if len(known) > MOST_NAMED else ""
    raise ValidationError(
        _("“%(said)s” is not known here. Write one of: %(known)s."),
        params={"said": said[:60], "known": ", ".join(known[:MOST_NAMED]) + more},
    )


def _flag(_field: Field[Any, Any], said: str) -> bool:
    if said.casefold() in YES | NO:
        return said.casefold() in YES
    raise ValidationError(
        _("“%(said)s” is neither yes nor no. Write true or false, or leave it empty."), params=_short(said)
    )


def _decimal(model_field: Field[Any, Any], said: str) -> Any:
    read = amount(said) if model_field.name == "price" else number(said)
    if read is None:
        raise ValidationError(_("“%(said)s” is no number. Write it as 24.50, without words."), params=_short(said))
    return model_field.to_python(read)


def _integer(model_field: Field[Any, Any], said: str) -> Any:
    read = number(said)
    if read is None or "." in read:
        raise ValidationError(_("“%(said)s” is no whole number. Write digits alone."), params=_short(said))
    return model_field.to_python(read)


def _day(_field: Field[Any, Any], said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise ValidationError(_("“%(said)s” is no day. Write it as 2026-02-10."), params=_short(said)) from error


def _one_line(_field: Field[Any, Any], said: str) -> str:
    return " ".join(said.splitlines())


def _text(model_field: Field[Any, Any], said: str) -> str:
    """How long a text may be is a matter of forms to Django, not of models."""
    most = model_field.max_length
    if most and len(said) > most:
        words = _("%(length)s characters are too many. Shorten it to %(most)s.")
        raise ValidationError(words, params={"length": len(said), "most": most})
    return said


def _short(said: str) -> dict[str, str]:
    return {"said": said[:60]}


READERS: Mapping[type[Any], Any] = {
    BooleanField: _flag,
    DecimalField: _decimal,
    IntegerField: _integer,
    DateField: _day,
    TextField: _text,
    CharField: _one_line,
}
