"""What is told of one word. Plain."""

from dataclasses import dataclass

from catalog.sources import Source


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word and what it means here. `words` are what a text may say for it, with commas between; without a source
    it is common knowledge in own words. `technique` is the slug of the technique that tells more."""

    slug: str
    name: str
    words: str
    text: str
    source: Source | None = None
    technique: str = ""
