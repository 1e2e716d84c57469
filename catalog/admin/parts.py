"""Forms for what hangs on a piece or a maker, the same on both sites."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Model, URLField

# Until Django 6 an address typed without its scheme would be taken for http.
WITH_HTTPS: dict[type[Any], dict[str, Any]] = {URLField: {"assume_scheme": "https"}}

Inline = type[InlineModelAdmin[Any, Any]]


def inline_for(model: type[Model], shape: type[Any] = admin.StackedInline, **options: Any) -> Inline:
    """Stacked: a row of a dozen fields is wider than a screen, and its fields have no labels of their own."""
    told = {"model": model, "extra": 0, "formfield_overrides": WITH_HTTPS, **options}
    return type(f"{model.__name__}Inline", (shape,), told)
