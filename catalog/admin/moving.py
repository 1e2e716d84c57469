"""Buttons that move a piece through the workflow: under its form, or by themselves where it may not be edited."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from catalog.admin.piece_views import PieceViews
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


class StateMoving(PieceViews):
    change_form_template = "admin/catalog/piece.html"

    def get_urls(self) -> list[URLPattern]:
        return [self.view_of_piece("move", self.move_view), *super().get_urls()]

    def context_of(self, request: HttpRequest, piece: Piece) -> dict[str, Any]:
        """The moves that are open, but for what needs a note: that is said where the piece is reviewed."""
        moves = moves_for(piece, person_of(request))
        return super().context_of(request, piece) | {
            "moves": [move for move in moves if not move.needs_note],
            "move_url": self.address_of("move", piece.pk),
            "moves_form": "piece_form" if self.has_change_permission(request, piece) else "moves",
        }

    def response_change(self, request: HttpRequest, obj: Piece) -> HttpResponse:
        if "_move_state" in request.POST:
            return self._moved(request, obj)
        return super().response_change(request, obj)

    @method_decorator(require_POST)
    def move_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._moved(request, self.piece_or_404(request, object_id))

    def _moved(self, request: HttpRequest, piece: Piece) -> HttpResponse:
        self.moved(request, piece)
        return redirect(self.address_of("change", lives_on_as(piece)))

    def moved(self, request: HttpRequest, piece: Piece) -> bool:
        """Carries out what was asked for, and tells how it went; whether it could be done."""
        asked = request.POST
        note, about = asked.get("_note", ""), asked.get("_about", "")
        try:
            move = carry_out(piece, asked.get("_move_state", ""), person_of(request), note=note, about=about)
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
            return False
        messages.success(request, gettext(move.said))
        return True


def lives_on_as(piece: Piece) -> int:
    """A change that was taken over is no more; its piece is."""
    is_there = Piece.objects.filter(pk=piece.pk).exists()
    return piece.pk if is_there or piece.revises_id is None else piece.revises_id
