import re
from collections.abc import Callable
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.open_data.public import LICENCE_ADDRESS, public_maker, public_makers, public_piece, public_pieces
from catalog.open_data.snapshot import FOLDER, read_manifest
from catalog.records import CONTENT_TYPES
from jewelcompare.headers import for_everybody
from jewelcompare.limits import limited

# Anybody's page may read it: there is nothing in it that belongs to whoever asks.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "public, max-age=300",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
FOREVER = OPEN | {"Cache-Control": "public, max-age=31536000, immutable"}
USUAL, MOST = 50, 200
LONGEST_CURSOR = 80


@require_safe
@for_everybody
def data(request: HttpRequest) -> HttpResponse:
    context = {"manifest": read_manifest(), "licence_address": LICENCE_ADDRESS, "most": MOST}
    return render(request, "catalog/data.html", context)


@require_safe
def data_file(request: HttpRequest, name: str) -> FileResponse:
    known = {file["name"]: file for file in read_manifest().get("files", [])}
    if name not in known:
        raise Http404(_("There is no such file any more. The current ones are listed under Open data."))
    response = FileResponse(default_storage.open(f"{FOLDER}/{name}"), headers=FOREVER)
    response.headers["Content-Type"] = CONTENT_TYPES[name.rpartition(".")[2]]
    response.headers["ETag"] = f'"{known[name]["sha256"]}"'
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
@limited("open_data")
def pieces(request: HttpRequest) -> HttpResponse:
    return _page(request, public_pieces(), public_piece, "pieces")


@require_safe
@limited("open_data")
def makers(request: HttpRequest) -> HttpResponse:
    return _page(request, public_makers(), public_maker, "makers")


@require_safe
@limited("open_data")
def piece(request: HttpRequest, slug: str) -> HttpResponse:
    return JsonResponse(public_piece(get_object_or_404(public_pieces(), slug=slug)), headers=OPEN)


@require_safe
@limited("open_data")
def maker(request: HttpRequest, slug: str) -> HttpResponse:
    return JsonResponse(public_maker(get_object_or_404(public_makers(), slug=slug)), headers=OPEN)


def _page(request: HttpRequest, rows: QuerySet[Any], told: Callable[[Any], Any], name: str) -> JsonResponse:
    """From behind the address that the cursor names, so that what is added meanwhile moves nothing."""
    limit, after = request.GET.get("limit", str(USUAL)), request.GET.get("after", "")[:LONGEST_CURSOR]
    if not (re.fullmatch("[0-9]{1,3}", limit) and 1 <= int(limit) <= MOST):
        said = _("Enter a number from 1 to %(most)s.") % {"most": MOST}
        return JsonResponse({"errors": {"limit": [said]}}, status=400, headers=OPEN)
    found = list(rows.filter(slug__gt=after.replace("\x00", ""))[: int(limit) + 1])
    shown = found[: int(limit)]
    query = urlencode({"after": shown[-1].slug, "limit": limit}) if len(found) > len(shown) else ""
    following = f"{reverse(f'api:{name}')}?{query}" if query else None
    return JsonResponse({name: [told(row) for row in shown], "next": following}, headers=OPEN)
