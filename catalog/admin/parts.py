"""Forms for what hangs on a piece or a maker, the same on both sites."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Model, URLField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.models import Material, Piece, Step
from catalog.part_order import move_part, next_place

# Until Django 6 an address typed without its scheme would be taken for http.
WITH_HTTPS: dict[type[Any], dict[str, Any]] = {URLField: {"assume_scheme": "https"}}

Inline = type[InlineModelAdmin[Any, Any]]

# What a part is stands open; what else may be told of it is folded away.
FOLDED = {"classes": ["collapse"]}
FIELDSETS: dict[type[Model], Any] = {
    Step: [
        (None, {"fields": [("stage", "method", "control")]}),
        (
            _("Who, where and more"),
            FOLDED | {"fields": ["done_by", ("place", "country"), "pieces_per_run", "makes_feature", "note", "order"]},
        ),
    ],
    Material: [
        (None, {"fields": [("role", "part", "substance"), ("coating", "fineness"), "is_main"]}),
        (
            _("Core, origin and more"),
            FOLDED | {"fields": [("core", "thickness_um"), ("origin", "treatment"), "mohs", "order"]},
        ),
    ],
}


class OrderedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new part goes behind the others."""

    def save(self, commit: bool = True) -> Any:
        if not self.instance.position:
            self.instance.position = next_place(self.instance)
        return super().save(commit)


def inline_for(model: type[Model], shape: type[Any] = admin.StackedInline, **options: Any) -> Inline:
    """Stacked: a row of a dozen fields is wider than a screen, and its fields have no labels of their own."""
    told = {"model": model, "extra": 0, "formfield_overrides": WITH_HTTPS, **options}
    return type(f"{model.__name__}Inline", (shape,), told)


def ordered_inline_for(model: type[Step] | type[Material], shape: type[Any] = admin.StackedInline) -> Inline:
    """With buttons that move a part in place of the number of its place."""
    told = {"form": OrderedForm, "fieldsets": FIELDSETS[model], "readonly_fields": ["order"], "order": _order_of}
    return inline_for(model, shape, **told)


@admin.display(description=_("order"))
def _order_of(inline: Any, part: Any) -> SafeString | str:
    may_move = not hasattr(inline, "may_move_in") or inline.may_move_in(part.piece)
    told = {"part": part, "name": part._meta.model_name}
    return render_to_string("admin/catalog/_order.html", told) if part.pk and may_move else ""


class PartMoving:
    """For the admin of pieces: a part is moved after all else is saved, and the form comes back."""

    def response_change(self, request: HttpRequest, obj: Piece) -> HttpResponse:
        name, pk, places = [*request.POST.get("_move_part", "").split(" "), "", ""][:3]
        model: Any = {"step": Step, "material": Material}.get(name)
        part = model._default_manager.filter(piece=obj, pk=pk).first() if model and pk.isdecimal() else None
        if part is None or places not in {"-1", "1"}:
            response: HttpResponse = super().response_change(request, obj)  # type: ignore[misc]
            return response
        move_part(part, int(places))
        return redirect(f"{request.path}#{name}s-group")
