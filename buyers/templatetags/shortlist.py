from collections.abc import Collection

from django import template
from django.template import RequestContext

from buyers.shortlist import chosen as choices
from buyers.shortlist.chosen import Chosen

register = template.Library()


@register.simple_tag(takes_context=True)
def chosen(context: RequestContext) -> Chosen:
    """What this visitor keeps and compares. A context knows its request even where `only` hides all the rest."""
    return choices.chosen_by(context.request)


@register.simple_tag(takes_context=True)
def are_kept(context: RequestContext, slugs: Collection[str]) -> bool:
    return choices.chosen_by(context.request).has_kept(slugs)
