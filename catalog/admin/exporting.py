"""The whole catalog as a file, for the staff that may see it."""

from collections.abc import Iterator

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from catalog.models import Piece
from catalog.records import CONTENT_TYPES, WRITERS
from jewelcompare.http import begun

CHUNK = 500


class Exporting(admin.ModelAdmin):  # type: ignore[type-arg]
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.export_view)
        return [path("export/<str:kind>/", view, name="catalog_piece_export"), *super().get_urls()]

    @method_decorator(require_safe)
    def export_view(self, request: HttpRequest, kind: str) -> StreamingHttpResponse:
        """Every state, and each piece as it stands; a change in work is its maker's."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if kind not in WRITERS:
            raise Http404
        lines = begun(WRITERS[kind](_pieces()))
        response = StreamingHttpResponse(lines, content_type=CONTENT_TYPES[kind])
        response.headers["Content-Disposition"] = f'attachment; filename="catalog.{kind}"'
        response.headers["Cache-Control"] = "private, no-store"
        return response


def _pieces() -> Iterator[Piece]:
    return Piece.objects.filter(revises=None).with_facts().order_by("pk").iterator(CHUNK)
