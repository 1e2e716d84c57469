"""The words a shopper meets on the site, and where a text says them. Plain.

The first mention of a term in a text becomes a hint; a term that was explained once is left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalog.glossary.buying import BUYING
from catalog.glossary.making import MAKING
from catalog.glossary.metals import METALS
from catalog.glossary.stones import STONES
from catalog.glossary.term import Term

__all__ = ["TERMS", "Hint", "Matcher", "Term", "matcher_for"]

TERMS = tuple(sorted((*MAKING, *METALS, *STONES, *BUYING), key=lambda term: term.slug))


@dataclass(frozen=True, kw_only=True)
class Hint:
    """A term as a text says it."""

    word: str
    term: Term


@dataclass(frozen=True, kw_only=True)
class Matcher:
    """Finds whole words, the longest first, whatever their case."""

    pattern: re.Pattern[str]
    terms: Mapping[str, Term]

    def parts(self, text: str, explained: set[str]) -> Iterator[str | Hint]:
        """The text in pieces, the first mention of each term as a hint; slugs of terms are added to `explained`."""
        end = 0
        for match in self.pattern.finditer(text):
            term = self.terms.get(match[0].casefold())  # none for a letter that only the pattern takes for another
            if term is None or term.slug in explained:
                continue
            explained.add(term.slug)
            yield text[end : match.start()]
            yield Hint(word=match[0], term=term)
            end = match.end()
        yield text[end:]


def matcher_for(words: Mapping[str, Term]) -> Matcher:
    """A matcher of the given words, which are those of one language; a hyphen belongs to its word."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    pattern = rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])"
    return Matcher(
        pattern=re.compile(pattern, re.IGNORECASE), terms={word.casefold(): term for word, term in words.items()}
    )
