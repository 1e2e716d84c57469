"""Buttons that move a piece through the workflow: under its form, or by themselves where it may not be edited."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from catalog.choices import ReportAbout
from catalog.labels import label_for
from catalog.models import Piece, StateChange
from catalog.sites import person_of
from catalog.workflow import carry_out, moves_for


class StateChangeInline(admin.StackedInline):  # type: ignore[type-arg]
    """The log, to be read."""

    model = StateChange
    extra = max_num = 0
    can_delete = False
    fields = ("at", "by_name", "former", "state", "about", "note")
    readonly_fields = fields
    verbose_name_plural = _("what happened to it")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class StateMoving(admin.ModelAdmin):  # type: ignore[type-arg]
    change_form_template = "admin/catalog/piece.html"

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_move"
        return [
            path("<path:object_id>/move/", self.admin_site.admin_view(self.move_view), name=name),
            *super().get_urls(),
        ]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        piece = self.get_object(request, unquote(object_id))
        moves = moves_for(piece, person_of(request)) if piece else []
        kwargs["extra_context"] = {
            **(kwargs.get("extra_context") or {}),
            "moves": moves,
            "move_url": self._address("move", object_id),
            "moves_form": "piece_form" if self.has_change_permission(request, piece) else "moves",
            "needs_note": any(move.needs_note for move in moves),
            "reasons": [(about, gettext(label_for(about))) for about in ReportAbout],
        }
        return super().change_view(request, object_id, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Piece) -> HttpResponse:
        if "_move_state" in request.POST:
            return self._moved(request, obj)
        return super().response_change(request, obj)

    @method_decorator(require_POST)
    def move_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        piece = self.get_object(request, unquote(object_id))
        if piece is None:
            raise Http404
        if not self.has_view_permission(request, piece):
            raise PermissionDenied
        return self._moved(request, piece)

    def _moved(self, request: HttpRequest, piece: Piece) -> HttpResponse:
        asked = request.POST
        note, about = asked.get("_note", ""), asked.get("_about", "")
        try:
            move = carry_out(piece, asked.get("_move_state", ""), person_of(request), note=note, about=about)
            messages.success(request, gettext(move.said))
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
        return redirect(self._address("change", piece.pk))

    def _address(self, view: str, pk: object) -> str:
        return reverse(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_{view}", args=[pk])
