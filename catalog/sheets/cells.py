"""What single cells say: numbers, texts, lists, and texts that a spreadsheet would run as a formula. Plain."""

import re
from decimal import Decimal, InvalidOperation

from catalog.choices import Kind
from catalog.reading.buying import kind_in
from catalog.reading.normal import without_tags
from catalog.reading.sentences import sentences_of

# Full-width twins too: some programs take them for the same.
FORMULA = r"[=+\-@|\t\r\n\uff1d\uff0b\uff0d\uff20\uff5c]"
RUN = re.compile(rf"'*{FORMULA}")
KEPT_FROM_RUNNING = re.compile(rf"'+{FORMULA}")
AMOUNT = re.compile(r"\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?|[.,]\d+")
THOUSANDS = re.compile(r"[ .,'\u00a0\u202f](?=\d{3}(?!\d))")
# A tag that ends within a sentence leaves a space before its sign.
AFTER_TAG = re.compile(r" (?=[.,](?:\s|$))")
SIGNS = re.compile(r"^(?:[A-Z]{3}|[€$£¥])?\s*|\s*(?:[A-Z]{3}|[€$£¥])?$")


def escaped(text: str) -> str:
    return f"'{text}" if RUN.match(text) else text


def unescaped(text: str) -> str:
    return text[1:] if KEPT_FROM_RUNNING.match(text) else text


def amount(text: str) -> str | None:
    """A sum of money: it has at most two decimals, so three digits behind a sign are thousands. None if it is none."""
    bare = SIGNS.sub("", text.strip())
    if not AMOUNT.fullmatch(bare):
        return None
    return number(THOUSANDS.sub("", bare))


def number(text: str) -> str | None:
    """A number with a point or a comma, without needless zeros; None if it is none."""
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not value.is_finite() or abs(value) >= 10**12:
        return None
    return f"{value.normalize() if value else Decimal(0):f}"


def weight(text: str) -> str:
    """In grams; nothing where none is told, which many files write as 0."""
    value = number(text) if text.strip() else None
    return value if value is not None and Decimal(value) > 0 else ""


def prose(text: str) -> str:
    """A description without its tags; its paragraphs stay."""
    lines = (
        " ".join(line.split()) for line in without_tags(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )
    return re.sub(r"\n{3,}", "\n\n", "\n".join(AFTER_TAG.sub("", line) for line in lines)).strip()


def one_line(text: str) -> str:
    return " ".join(without_tags(text).split())


def listed(text: str) -> list[str]:
    """A list in one cell; shops join words by underscores there."""
    items = (" ".join(item.replace("_", " ").split()) for item in text.split(","))
    return list(dict.fromkeys(item for item in items if item))


def kind_named_in(*texts: str) -> Kind | None:
    """What the first text says that names one kind alone."""
    return next((kind for text in texts if text and (kind := kind_in(sentences_of([text[:300]]), []))), None)
