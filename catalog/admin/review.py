"""Where a curator decides on a piece: all it tells, or what a change would change, and then the next that waits."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from catalog.admin.moving import StateMoving
from catalog.admin.piece_views import Tool
from catalog.choices import ReportAbout, State
from catalog.desk import waiting
from catalog.differences import differences
from catalog.labels import label_for
from catalog.models import Piece
from catalog.piece_page import piece_page
from catalog.sites import person_of
from catalog.workflow import REVIEW, moves_for


class Reviewing(StateMoving):
    def get_urls(self) -> list[URLPattern]:
        return [self.view_of_piece("review", self.review_view), *super().get_urls()]

    def has_review_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(REVIEW)

    @method_decorator([require_http_methods(["GET", "HEAD", "POST"]), never_cache])
    def review_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """After a decision the next piece that waits; where nothing was decided, what was typed stays."""
        piece = self.piece_or_404(request, object_id)
        if not self.has_review_permission(request):
            raise PermissionDenied
        if request.method == "POST" and self.moved(request, piece):
            return self._next(piece)
        return render(request, "admin/catalog/review.html", self._review(request, piece))

    def tools_for(self, request: HttpRequest, piece: Piece) -> list[Tool]:
        tools = super().tools_for(request, piece)
        if piece.state != State.SUBMITTED or not self.has_review_permission(request):
            return tools
        return [Tool(words=_("Review it"), url=self.address_of("review", piece.pk)), *tools]

    def _review(self, request: HttpRequest, piece: Piece) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            **piece_page(piece, timezone.localdate()),
            "title": piece.name,
            "waits": waiting().filter(pk=piece.pk).first(),
            "in_queue": waiting().count(),
            "is_change": piece.revises is not None,
            "changed": differences(piece.revises, piece) if piece.revises else [],
            "evidence": list(piece.evidence.all()),
            "log": list(piece.state_changes.all()),
            "moves": [move for move in moves_for(piece, person_of(request)) if move.target != State.DRAFT],
            "reasons": [(about, gettext(label_for(about))) for about in ReportAbout],
            "typed": {"about": request.POST.get("_about", ""), "note": request.POST.get("_note", "")},
            "form_url": self.address_of("change", piece.pk),
            "preview_url": self.address_of("preview", piece.pk),
        }

    def _next(self, piece: Piece) -> HttpResponse:
        following = waiting().exclude(pk=piece.pk).first()
        return redirect(self.address_of("review", following.pk) if following else f"{self.admin_site.name}:index")
