"""What one point of the article is, and how we read it. Plain."""

from dataclasses import dataclass

from catalog.sources import Source

HANDCRAFTED, MASS_PRODUCED = "handcrafted", "mass_produced"


@dataclass(frozen=True, kw_only=True)
class Point:
    """One point: under which of the article's two lists it stands, and whether it speaks for that side."""

    key: str
    side: str
    is_advantage: bool
    text: str
    criterion: str | None = None
    counted_under: str | None = None
    holds: str
    depends: str
    tendency: str
    sources: tuple[Source, ...]
