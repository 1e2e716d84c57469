"""What a question, its answers and a screen are."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

UNSURE = "unsure"
ANY = "any"
SURPRISE = "surprise"
SELF = "self"
GROUP = "group"


def _(text: str) -> str:
    return text


class Shape(StrEnum):
    ONE = "one"
    SEVERAL = "several"
    RANKED = "ranked"
    AMOUNT = "amount"
    WHOLE = "whole"
    DATE = "date"
    SIZE = "size"


class Deal(StrEnum):
    """Whether an answer breaks the deal: never, only if ticked, or always."""

    NEVER = "never"
    POSSIBLE = "possible"
    ALWAYS = "always"


@dataclass(frozen=True, kw_only=True)
class Value:
    """One answer to choose; `short` is how a summary says it."""

    value: str
    label: str
    hint: str = ""
    short: str = ""
    label_for_another: str = ""

    def label_for(self, who: str | None) -> str:
        return (self.label_for_another if who not in {None, SELF} else "") or self.label


@dataclass(frozen=True, kw_only=True)
class Question:
    """One key of the query string. `only_for` is the key it hangs on, with the values that call for it (none: any)."""

    key: str
    shape: Shape
    title: str
    title_for_another: str = ""
    hint: str = ""
    reason: str = ""
    short: str
    values: tuple[Value, ...] = ()
    at_most: int | None = None
    smallest: Decimal | None = None
    largest: Decimal | None = None
    unit: str = ""
    may_be_unsure: bool = False
    deal: Deal = Deal.NEVER
    deal_hint: str = ""
    refusal: str = _("Choose one of the answers offered.")
    only_for: tuple[str, tuple[str, ...]] | None = None

    @property
    def allowed(self) -> tuple[str, ...]:
        return tuple(value.value for value in self.values)

    def title_for(self, who: str | None) -> str:
        return (self.title_for_another if who not in {None, SELF} else "") or self.title


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A family of keys, such as the trade-offs `t.<a>.<b>`."""

    prefix: str
    key: str
    title: str
    title_for_another: str = ""
    at_most: int
    refusal: str
    values: tuple[Value, ...] = ()
    smallest: Decimal | None = None
    largest: Decimal | None = None
    unit: str = ""
    may_be_unsure: bool = False


@dataclass(frozen=True, kw_only=True)
class Page:
    """One screen: its main key names it in the path; `is_first` until the verdict, otherwise it makes it surer."""

    slug: str
    keys: tuple[str, ...]
    is_first: bool = False
