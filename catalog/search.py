"""Full-text search over entries: one function over SQLite's FTS5 and PostgreSQL's text search.

Words are folded and parted here, for both databases alike, so neither one's own parser, dictionary or locale decides
what is found. Whatever is typed is taken; what holds no letter and no digit finds nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np
import numpy.typing as npt
from django.db import connection
from django.db.models.functions import Length

from catalog.models import Word

LONGEST_SEARCH = 200
MOST_WORDS = 8
LONGEST_WORD = 40
LONGEST_SLIP = 2
LIKENESS = 0.7

WORD = re.compile(r"[^\W_]+")
# Letters of their own, which no decomposition takes apart.
PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"})
APOSTROPHES = re.compile(r"['\u2019\u02bc]")

# All keys as one text each: a common word is in hundreds of thousands of pieces, too many to fetch row by row.
FOUND = {
    "sqlite": """
        SELECT (SELECT group_concat(rowid) FROM catalog_entry_search WHERE catalog_entry_search MATCH %s),
               (SELECT group_concat(rowid) FROM catalog_entry_search WHERE catalog_entry_search MATCH %s)""",
    "postgresql": """
        SELECT (SELECT string_agg(piece_id::text, ',') FROM catalog_entry WHERE words_vector @@ %s::tsquery),
               (SELECT string_agg(piece_id::text, ',') FROM catalog_entry WHERE names_vector @@ %s::tsquery)""",
}

Keys = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Hits:
    """The keys of the pieces that hold every word, and of those that hold every word in their own or maker's name."""

    pieces: Keys
    named: Keys


def words_in(text: str) -> list[str]:
    """The words of a text, folded: no case, no accents, no punctuation; each once, in their order."""
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text).casefold().translate(PLAIN_LETTERS))
    folded = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in WORD.findall(folded)))


def find(text: str) -> Hits:
    """Pieces with words that begin with each of the words typed: one query, none where nothing can be found."""
    words = words_in(text[:LONGEST_SEARCH])[:MOST_WORDS]
    pieces, named = _keys_with(words) if words else ("", "")
    return Hits(pieces=np.fromstring(pieces, np.int64, sep=","), named=np.fromstring(named, np.int64, sep=","))


def meant_by(text: str) -> str:
    """The nearest words that some entry holds, "" where each word is known already or one is near to none."""
    typed = words_in(text[:LONGEST_SEARCH])[:MOST_WORDS]
    known = _words_as_long_as(typed) if typed else []
    meant = [_nearest(word, known) for word in typed]
    return "" if meant == typed or not all(meant) else " ".join(meant)


def _keys_with(words: list[str]) -> tuple[str, str]:
    """The keys, parted by commas, of the pieces with all words and of those that are called so."""
    with connection.cursor() as cursor:
        cursor.execute(FOUND[connection.vendor], _patterns(words))
        pieces, named = cursor.fetchone()
    return pieces or "", named or ""


def _patterns(words: list[str]) -> tuple[str, str]:
    """What the words look like in either column; they hold letters and digits only, so nothing needs quoting."""
    if connection.vendor == "postgresql":
        pattern = " & ".join(f"{word}:*" for word in words)
        return pattern, pattern
    pattern = " AND ".join(f'"{word}"*' for word in words)
    return f"words : ({pattern})", f"names : ({pattern})"


def _words_as_long_as(typed: list[str]) -> list[str]:
    """Every known word that is about as long as one of these."""
    shortest, longest = min(map(len, typed)) - LONGEST_SLIP, max(map(len, typed)) + LONGEST_SLIP
    lengths = Word.objects.annotate(length=Length("text")).filter(length__gte=shortest, length__lte=longest)
    return list(lengths.order_by("text").values_list("text", flat=True))


def _nearest(word: str, known: list[str]) -> str:
    if any(other.startswith(word) for other in known):
        return word
    return next(iter(get_close_matches(word, list(_within_reach(word, known)), n=1, cutoff=LIKENESS)), "")


def _within_reach(word: str, known: list[str]) -> Iterator[str]:
    return (other for other in known if abs(len(other) - len(word)) <= LONGEST_SLIP and not other.isdigit())
