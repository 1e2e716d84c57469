"""Nothing typed is lost: not by a session that ended, not by pressing twice, not by somebody who was faster."""

from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from catalog.returning import take_back
from catalog.sites import person_of

REMEMBERED = 600
# Of a photo not what comes after it is laid down, which is no change that anybody made.
OF_PHOTO = ("pk", "position", "alt", "caption", "is_rendering", "focus_x", "focus_y", "name")


class RefusedForm(forms.ModelForm):  # type: ignore[type-arg]
    """Comes back as it was filled, with a word on why it is not kept yet."""

    refusal = ""

    def clean(self) -> Any:
        super().clean()
        raise ValidationError(self.refusal)


class Keeping(admin.ModelAdmin):  # type: ignore[type-arg]
    # What hangs on a row and is filled in with it.
    kept_parts: tuple[str, ...] = ()

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST":
            return self._once(request, *args, **kwargs)
        take_back(request)
        return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        refusal = self._refusal(request, obj)
        return type(form.__name__, (RefusedForm, form), {"refusal": refusal}) if refusal else form

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        row = kwargs.get("obj")
        context["seen"] = self.seen(row) if row else ""
        return super().render_change_form(request, context, *args, **kwargs)

    def seen(self, row: Model) -> str:
        """What a row and its parts say now, in short: a form tells what it was filled from."""
        parts = [getattr(row, name).order_by("pk") for name in self.kept_parts]
        kept = [type(row)._default_manager.filter(pk=row.pk), *parts]
        said = [list(rows.values(*(OF_PHOTO if "fingerprint" in _fields(rows) else ()))) for rows in kept]
        return sha256(repr(said).encode()).hexdigest()[:16]

    def _refusal(self, request: HttpRequest, row: Model | None) -> str:
        if getattr(request, "is_brought_back", False):
            return _("You had been signed out. This is what you typed; it is not kept yet. Choose photos again.")
        seen = request.POST.get("_seen", "")
        if row is not None and seen and seen != self.seen(row):
            return _("This was changed in the meantime. Here is what you typed: keep it again if it is to stand.")
        return ""

    def _once(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The same form sent twice, even at the same time, is kept once and answered the same."""
        key = f"kept:{request.user.pk}:{_digest(request)}"
        try:
            with transaction.atomic():
                User.objects.select_for_update().get(pk=person_of(request).pk)
                if address := cache.get(key):
                    return redirect(address)
                response = super().changeform_view(request, *args, **kwargs)
                if isinstance(response, HttpResponseRedirect):
                    cache.set(key, response.url, REMEMBERED)
                return response
        except Exception:
            cache.delete(key)
            raise


def _digest(request: HttpRequest) -> str:
    """Of all that was sent: each file by its name and size."""
    files = [(field, file.name, file.size) for field, sent in request.FILES.lists() for file in sent]
    return sha256(f"{request.path}?{request.POST.urlencode()} {files}".encode()).hexdigest()


def _fields(rows: Any) -> set[str]:
    return {field.name for field in rows.model._meta.concrete_fields}
