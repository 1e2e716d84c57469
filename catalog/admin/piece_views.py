"""Views of one piece beside its form, under the address of the form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Piece


@dataclass(frozen=True, kw_only=True)
class Tool:
    """What can be done with a piece beside editing it: a link, or a button where it changes something."""

    words: Any
    url: str
    is_button: bool = False


class PieceViews(admin.ModelAdmin):  # type: ignore[type-arg]
    """Each asks for the piece as its site knows it: what is nobody's to see there is not found."""

    @admin.display(description=_("way of making"), ordering="assessment__way")
    def way(self, piece: Piece) -> str:
        return piece.assessment.get_way_display() if hasattr(piece, "assessment") else ""

    def view_of_piece(self, name: str, view: Callable[..., HttpResponse]) -> URLPattern:
        full_name = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(f"<path:object_id>/{name}/", self.admin_site.admin_view(view), name=full_name)

    def piece_or_404(self, request: HttpRequest, object_id: str) -> Piece:
        piece: Piece | None = self.get_object(request, unquote(object_id))
        if piece is None:
            raise Http404
        if not self.has_view_permission(request, piece):
            raise PermissionDenied
        return piece

    def address_of(self, view: str, *args: object) -> str:
        name = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_{view}"
        return reverse(name, args=args)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        piece = self.get_object(request, unquote(object_id))
        told = self.context_of(request, piece) if piece else {}
        kwargs["extra_context"] = {**(kwargs.get("extra_context") or {}), **told}
        return super().change_view(request, object_id, *args, **kwargs)

    def context_of(self, request: HttpRequest, piece: Piece) -> dict[str, Any]:
        """What the form of a piece tells beside its fields."""
        return {"tools": self.tools_for(request, piece)}

    def tools_for(self, request: HttpRequest, piece: Piece) -> list[Tool]:
        """Those that are open now."""
        return []
