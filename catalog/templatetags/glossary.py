from functools import cache
from typing import cast

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.glossary import TERMS, Hint, Matcher, matcher_for

register = template.Library()

EXPLAINED = "explained_terms"
# Phrasing content only, for use in any line of text, and no script.
HINT = (
    '<span class="hinted"><button type="button" class="hint" popovertarget="hint-{slug}">{word}</button>'
    '<span class="hint-card" id="hint-{slug}" popover> <strong>{name}</strong> <span>{text}</span> '
    '<a href="{url}#{slug}">{link}</a></span></span>'
)


@register.filter
def translated(text: str) -> str:
    """A text of a plain module in the reader's language, still to be escaped."""
    return _(text) if text else ""


@register.simple_tag(takes_context=True)
def hinted(context: template.Context, text: object) -> SafeString:
    """Plain text with the first mention of each term as a hint, once on a page."""
    # The lowest level is the one that all included templates share.
    page = cast(dict[str, set[str]], context.render_context.dicts[0])
    parts = _matcher(get_language()).parts(str(text), page.setdefault(EXPLAINED, set()))
    return format_html_join("", "{}", ((_hint(part) if isinstance(part, Hint) else part,) for part in parts))


@cache
def _matcher(_language: str | None) -> Matcher:
    return matcher_for({word.strip(): term for term in TERMS for word in _(term.words).split(",")})


def _hint(hint: Hint) -> SafeString:
    term = hint.term
    return format_html(
        HINT,
        slug=term.slug,
        word=hint.word,
        name=_(term.name),
        text=_(term.text),
        url=reverse("catalog:glossary"),
        link=_("In the glossary"),
    )
