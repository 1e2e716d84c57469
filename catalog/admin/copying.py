"""A piece as it would look to shoppers, another one like it, and the change of one that is public already."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from catalog.admin.piece_views import PieceViews
from catalog.choices import State
from catalog.copies import copy_as_draft, revise
from catalog.models import Piece
from catalog.piece_page import piece_page, surroundings_of


class Copying(PieceViews):
    def get_urls(self) -> list[URLPattern]:
        views = {"preview": self.preview_view, "copy": self.copy_view, "revise": self.revise_view}
        return [*(self.view_of_piece(name, view) for name, view in views.items()), *super().get_urls()]

    @method_decorator([require_safe, never_cache])
    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """By the template of the public page, and seen by nobody else."""
        piece = self.piece_or_404(request, object_id)
        context = piece_page(piece, timezone.localdate()) | surroundings_of(piece, request)
        return render(request, "catalog/piece.html", context | {"back_to_form": self.address_of("change", piece.pk)})

    @method_decorator(require_POST)
    def copy_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        piece = self.piece_or_404(request, object_id)
        if not self.has_add_permission(request):
            raise PermissionDenied
        copy = copy_as_draft(piece)
        messages.success(request, gettext("Copied. Nobody sees the copy yet; say what is different about it."))
        return redirect(self.address_of("change", copy.pk))

    @method_decorator(require_POST)
    def revise_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        piece = self.piece_or_404(request, object_id)
        if not self.has_add_permission(request):
            raise PermissionDenied
        if piece.state != State.PUBLISHED:
            messages.error(request, gettext("Only what is on the site is changed this way."))
            return redirect(self.address_of("change", piece.pk))
        change = revise(piece)
        messages.info(request, gettext("Shoppers go on seeing the piece as it was until a curator takes this over."))
        return redirect(self.address_of("change", change.pk))

    def context_of(self, request: HttpRequest, piece: Piece) -> dict[str, Any]:
        """The addresses of what is open for a piece, and none of what is not."""
        may_add, change = self.has_add_permission(request), Piece.objects.filter(revises=piece).first()
        open_now = {"preview": True, "copy": may_add, "revise": may_add and piece.state == State.PUBLISHED}
        return super().context_of(request, piece) | {
            "has_change": change is not None,
            **{f"{name}_url": self.address_of(name, piece.pk) for name, is_open in open_now.items() if is_open},
        }
