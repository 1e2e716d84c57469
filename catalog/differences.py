"""What a change would change: field by field, in the words of the forms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from django.db.models import DecimalField, Field, Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.copies import SAID
from catalog.models import Evidence, Material, Option, Photo, Piece, Step
from catalog.models.piece import PARTS

HIDDEN = frozenset(
    {"id", "piece", "position", "name", "width", "height", "fingerprint", "placeholder", "has_all_sizes"}
)
# Nothing that levels or claims are derived from, so nothing is lost where it falls silent.
MERE_WORDS = frozenset({"style", "era", "story", "care", "technique", "page", "declared_on"})


NAMED_BY: dict[type[Model], str] = {Step: "method", Material: "part", Option: "kind", Evidence: "claim", Photo: "alt"}


@dataclass(frozen=True, kw_only=True)
class Difference:
    """`place` is the part, such as "Step “forged”", or empty for the piece itself; untold texts are empty."""

    place: str
    label: str
    before: str
    after: str


def differences(piece: Piece, revision: Piece) -> list[Difference]:
    """Not when its maker last declared it, which is each time it is sent."""
    told = [field for field in SAID if field.name != "declared_on"]
    return [*_of_row(piece, revision, told, ""), *_of_parts(piece, revision)]


def fallen_silent(piece: Piece, revision: Piece) -> list[str]:
    """The names of facts that a public piece tells and its change does not, and of parts that are all gone."""
    facts = [field for field in SAID if field.name not in MERE_WORDS]
    silent = [field for field in facts if _is_told(piece, field) and not _is_told(revision, field)]
    gone = [part for part in ("steps", "materials") if _rows(piece, part) and not _rows(revision, part)]
    return [*(_label(field) for field in silent), *(capfirst(_plural(piece, part)) for part in gone)]


def _of_parts(piece: Piece, revision: Piece) -> Iterator[Difference]:
    for part in (*PARTS, "photos"):
        for before, after in _paired(_rows(piece, part), _rows(revision, part)):
            row = before or after
            place = f"{capfirst(row._meta.verbose_name)} “{_called(row)}”"
            if before and after:
                yield from _of_row(before, after, _fields(row), place)
            else:
                yield _whole(place, before, after)


def _paired(before: list[Any], after: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Rows of the same name stand side by side, so that one that is added or taken away is one difference."""
    matcher = SequenceMatcher(None, [_name(row) for row in before], [_name(row) for row in after], autojunk=False)
    for _tag, start, end, start_after, end_after in matcher.get_opcodes():
        yield from zip_longest(before[start:end], after[start_after:end_after])


def _name(row: Any) -> str:
    """By what a part is known again; a photo by how it looks."""
    return row.fingerprint if isinstance(row, Photo) else _called(row)


def _called(row: Any) -> str:
    return str(_text(row, row._meta.get_field(NAMED_BY[type(row)])))


def _of_row(before: Any, after: Any, fields: Sequence[Field[Any, Any]], place: str) -> Iterator[Difference]:
    if getattr(before, "fingerprint", "") != getattr(after, "fingerprint", ""):
        yield Difference(place=place, label=_("Picture"), before=before.alt, after=_("Another picture"))
    for field in fields:
        if getattr(before, field.attname) != getattr(after, field.attname):
            yield Difference(place=place, label=_label(field), before=_text(before, field), after=_text(after, field))


def _whole(place: str, before: Any, after: Any) -> Difference:
    """A part that one of the two lacks."""
    label = _("Added") if after else _("Taken away")
    told = {
        row: ", ".join(filter(None, (_text(row, field) for field in _fields(row)))) for row in (before, after) if row
    }
    return Difference(place=place, label=label, before=told.get(before, ""), after=told.get(after, ""))


def _rows(piece: Piece, part: str) -> list[Any]:
    return list(getattr(piece, part).all())


def _fields(row: Model) -> list[Field[Any, Any]]:
    return [field for field in row._meta.concrete_fields if field.name not in HIDDEN]


def _plural(piece: Piece, part: str) -> str:
    return str(getattr(piece, part).model._meta.verbose_name_plural)


def _label(field: Field[Any, Any]) -> str:
    return capfirst(str(field.verbose_name))


def _is_told(piece: Piece, field: Field[Any, Any]) -> bool:
    return getattr(piece, field.attname) not in (None, "")


def _text(row: Any, field: Field[Any, Any]) -> str:
    value = getattr(row, field.attname)
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    return f"{value.normalize():f}" if isinstance(field, DecimalField) else str(value)
