"""A piece as it would look to shoppers, another one like it, and the change of one that is public already."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from catalog.admin.piece_views import PieceViews, Tool
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

    def tools_for(self, request: HttpRequest, piece: Piece) -> list[Tool]:
        preview = Tool(words=_("As shoppers would see it"), url=self.address_of("preview", piece.pk))
        tools = [*super().tools_for(request, piece), preview]
        if not self.has_add_permission(request):
            return tools
        if piece.state == State.PUBLISHED:
            has_begun = Piece.objects.filter(revises=piece).exists()
            words = _("Go on with its change") if has_begun else _("Change it")
            tools.append(Tool(words=words, url=self.address_of("revise", piece.pk), is_button=True))
        return [*tools, Tool(words=_("Copy as a new draft"), url=self.address_of("copy", piece.pk), is_button=True)]
