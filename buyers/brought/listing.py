"""A pasted listing becomes facts in an address: read, and dropped. Nothing of the text is kept or logged."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from buyers.brief import Brief
from buyers.brought.address import with_query
from buyers.brought.pieces import slug_of
from buyers.brought.written import written
from catalog.reading import LONGEST_TEXT, read_listing
from catalog.reading.regulated import WORD_BY_SLUG, Word

WORDS, OTHER_CURRENCY, READ = "words", "currency", "read"
NOTHING = "nothing"
TEXT = "text"


@dataclass(frozen=True, kw_only=True)
class Pasted:
    """A pasted text as it came, and why it cannot be read, if so."""

    text: str
    refusal: str = ""
    is_too_long: bool = False


def pasted_in(request: HttpRequest) -> Pasted:
    try:
        text = request.POST.get(TEXT, "")
    except RequestDataTooBig:
        return Pasted(text="", refusal=_too_long(), is_too_long=True)
    text = text.replace("\r\n", "\n")
    if len(text) > LONGEST_TEXT:
        return Pasted(text=text, refusal=_too_long(), is_too_long=True)
    refusal = "" if text.strip() else _("Paste the text of the listing, or enter the facts yourself.")
    return Pasted(text=text, refusal=refusal)


def address_of_read(text: str, number: str, path: str, brief: Brief) -> str:
    """Where the facts that were understood are shown, with the regulated words the text uses."""
    reading = read_listing(text, settings.CURRENCY)
    facts = written(reading.told)
    pairs = [
        *sorted({**brief.answers, **({slug_of(number): facts} if facts else {})}.items()),
        (READ, "" if facts else NOTHING),
        (OTHER_CURRENCY, reading.other_currency),
        (WORDS, ",".join(reading.words)),
    ]
    return with_query(path, [(key, value) for key, value in pairs if value])


def words_in(query: Mapping[str, str]) -> list[Word]:
    slugs = dict.fromkeys(query.get(WORDS, "").split(","))
    return [WORD_BY_SLUG[slug] for slug in slugs if slug in WORD_BY_SLUG]


def _too_long() -> str:
    longest = number_format(LONGEST_TEXT, force_grouping=True)
    return _("This is too long: %(longest)s characters fit. Paste the description alone, without reviews.") % {
        "longest": longest
    }
