"""Any pasted text as clean lines: without tags, entities, invisible marks and what a shop shows beside the piece."""

import html
import re
import unicodedata
from collections.abc import Iterator

# What is struck out is an old price; scripts and styles are no text.
UNSAID = ("script", "style", "del", "s", "strike")
BREAKING = re.compile(r"</?(?:p|div|br|li|ul|ol|tr|td|th|h[1-6]|table|section|dt|dd)\b", re.IGNORECASE)
DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201b\u2032\u00b4`"), "'") | dict.fromkeys(
    map(ord, "\u201c\u201d\u201e\u00ab\u00bb"), '"'
)
# From here on a page speaks of other things than this piece.
ELSEWHERE = re.compile(
    r"^(?:you (?:may|might) also|(?:customers|people|others) (?:also|who)|related (?:products|items)"
    r"|similar (?:items|pieces)"
    r"|more from|more like|recently viewed|(?:customer |product )?reviews?\b|what (?:our )?customers"
    r"|complete the (?:look|set)"
    r"|frequently bought|goes well with|pairs well|explore (?:more|related)|other items|from the same)",
    re.IGNORECASE,
)


def lines_of(text: str) -> list[str]:
    """The lines of a text in common letters, up to where it turns to other pieces."""
    lines = []
    for line in _tidy(without_tags(text)).split("\n"):
        if ELSEWHERE.match(line):
            break
        if line:
            lines.append(line)
    return lines


def without_tags(text: str) -> str:
    """In one pass from tag to tag, so that no nesting and no open tag makes it slow."""
    return html.unescape("".join(_parts(text))) if "<" in text else html.unescape(text)


def _parts(text: str) -> Iterator[str]:
    first, *rest = text.split("<")
    yield first
    silent = ""
    for part in rest:
        tag, closing, said = part.partition(">")
        name = re.match(r"/?[a-zA-Z][a-zA-Z0-9]*", tag)
        if not closing or (name is None and not tag.startswith("!")):
            yield "" if silent else f"<{part}"
            continue
        silent = _still_silent(silent, name[0].lower() if name else "")
        yield ("\n" if BREAKING.match(f"<{tag}") else " ") + ("" if silent else said)


def _still_silent(silent: str, name: str) -> str:
    if silent:
        return "" if name == f"/{silent}" else silent
    return name if name in UNSAID else ""


def _tidy(text: str) -> str:
    common = unicodedata.normalize("NFKC", text).translate(DASHES | QUOTES)
    visible = "".join(
        letter if letter == "\n" or unicodedata.category(letter)[0] != "C" else " " if letter in "\t\r\x0b\x0c" else ""
        for letter in common.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    )
    return "\n".join(" ".join(line.split()) for line in visible.split("\n"))
