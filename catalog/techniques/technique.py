"""What is told of one technique. Plain."""

from dataclasses import dataclass
from enum import StrEnum

from catalog.choices import Method
from catalog.sources import Source


class Doer(StrEnum):
    """Who does the work; the values name the way of making whose mark is shown."""

    HAND = "handcrafted"
    MACHINE = "mass_produced"
    EITHER = "in_between"


@dataclass(frozen=True, kw_only=True)
class Technique:
    """One technique. Words and methods are those of pieces and steps that are made so; `beside` are slugs."""

    slug: str
    name: str
    icon: str
    summary: str
    doer: Doer
    doing: str
    steps: tuple[str, ...]
    tradition: tuple[str, ...]
    places: tuple[str, ...] = ()
    recognise: str
    copied: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    words: tuple[str, ...] = ()
    methods: tuple[Method, ...] = ()
    beside: tuple[str, ...] = ()
    sources: tuple[Source, ...]
