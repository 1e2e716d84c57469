"""A maker's files in and data out, under the address of the maker in the workshop."""

from collections.abc import Callable
from tempfile import TemporaryFile
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from catalog.archive import own_pieces, write_archive
from catalog.choices import Kind
from catalog.importer import Plan, plan_for
from catalog.labels import label_for
from catalog.models import Maker, Upload
from catalog.records import CONTENT_TYPES, HEADER, WRITERS
from catalog.sheets.rows import FORMAT_NAMES
from catalog.sheets.table import MOST_BYTES
from catalog.sites import person_of
from catalog.tasks import take_over_file
from catalog.uploads import begin, forget_older, may_undo, progress_of, undo
from jewelcompare.http import begun

# As many are shown one by one; what has to be answered comes first.
MOST_SHOWN = 400


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Your file"),
        error_messages={"required": _("Choose a file first."), "empty": _("The file is empty. Choose another.")},
    )

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if file.size and file.size > MOST_BYTES:
            raise ValidationError(
                _("The file is larger than 5 MB. Cut it into several, each with the first row on top.")
            )
        return file


class Importing(admin.ModelAdmin):  # type: ignore[type-arg]
    def get_urls(self) -> list[URLPattern]:
        own = [
            self._view("import/", "import", self.import_view),
            self._view("import/<int:upload>/", "upload", self.upload_view),
            self._view("export/<str:kind>/", "export", self.export_view),
        ]
        return [*own, *super().get_urls()]

    def import_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        maker = self._maker_or_404(request, object_id)
        form = FileForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            return redirect(self._address("upload", maker.pk, _keep_file(request, maker, form.cleaned_data["file"]).pk))
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Listings elsewhere"),
            "maker": maker,
            "form": form,
            "formats": list(FORMAT_NAMES.values()),
            "uploads": maker.uploads.defer("data")[:10],
        }
        return render(request, "admin/catalog/import.html", context)

    def upload_view(self, request: HttpRequest, object_id: str, upload: int) -> HttpResponse:
        maker = self._maker_or_404(request, object_id)
        file = get_object_or_404(Upload.objects.select_related("maker"), maker=maker, pk=upload)
        if request.method == "POST":
            _act(request, file)
            return redirect(request.path)
        response = render(request, "admin/catalog/upload.html", self._told_of(request, file))
        if progress_of(file):
            response.headers["Refresh"] = "2"
        return response

    @method_decorator(require_safe)
    def export_view(self, request: HttpRequest, object_id: str, kind: str) -> HttpResponseBase:
        maker = self._maker_or_404(request, object_id)
        if kind not in EXPORTS:
            raise Http404
        name, build = EXPORTS[kind]
        response = build(maker)
        response.headers["Content-Disposition"] = f'attachment; filename="{maker.slug}-{name}"'
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def _told_of(self, request: HttpRequest, upload: Upload) -> dict[str, Any]:
        is_over = upload.applied_at is not None
        told = {
            **self.admin_site.each_context(request),
            "title": upload.file_name,
            "upload": upload,
            "progress": progress_of(upload),
            "may_undo": is_over and may_undo(upload),
            "overview": self._address("import", upload.maker_id),
        }
        return told if is_over or told["progress"] else told | _preview(plan_for(upload))

    def _view(self, address: str, name: str, view: Callable[..., Any]) -> URLPattern:
        guarded = self.admin_site.admin_view(view)
        return path(f"<int:object_id>/{address}", guarded, name=f"catalog_maker_{name}")

    def _address(self, view: str, *args: object) -> str:
        return reverse(f"{self.admin_site.name}:catalog_maker_{view}", args=args)

    def _maker_or_404(self, request: HttpRequest, object_id: str) -> Maker:
        maker: Maker | None = self.get_object(request, str(object_id))
        if maker is None:
            raise Http404
        return maker


def _keep_file(request: HttpRequest, maker: Maker, file: "UploadedFile[Any]") -> Upload:
    person = person_of(request)
    name = "".join(letter for letter in str(file.name) if letter.isprintable())[-200:]
    upload = Upload.objects.create(
        maker=maker, by=person, by_name=person.get_username(), file_name=name, data=file.read()
    )
    forget_older(upload)
    return upload


def _act(request: HttpRequest, upload: Upload) -> None:
    """What the buttons of the preview and of the report do."""
    act = request.POST.get("act")
    if act == "undo":
        _undo(request, upload)
    elif upload.applied_at is None and act in ("look", "apply"):
        upload.choices = _choices(request)
        upload.save(update_fields=["choices"])
        if act == "apply":
            _apply(request, upload)


def _apply(request: HttpRequest, upload: Upload) -> None:
    plan = plan_for(upload)
    if not plan.is_clear:
        messages.error(request, gettext("Nothing is taken over yet: answer what is asked below first."))
    elif begin(upload, of=len(plan.to_write)):
        take_over_file.enqueue(upload.pk)


def _undo(request: HttpRequest, upload: Upload) -> None:
    try:
        undo(upload)
        messages.success(request, gettext("Undone: your pieces are as they were before."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))


def _choices(request: HttpRequest) -> dict[str, Any]:
    """By row; what is none of ours is dropped."""
    choices: dict[str, Any] = {
        "kind": {},
        "match": {},
        "left_out": [],
        "currency": request.POST.get("currency", "")[:3],
    }
    for name, value in request.POST.items():
        what, _dash, row = name.partition("-")
        if not row.isdecimal():
            continue
        if what == "left_out":
            choices["left_out"].append(row)
        elif what in ("kind", "match"):
            choices[what][row] = value[:30]
    return choices


def _preview(plan: Plan) -> dict[str, Any]:
    order = ("wrong", "new", "changed", "left_out", "unchanged")
    lines = sorted(plan.lines, key=lambda line: (order.index(line.status), line.row))
    return {
        "plan": plan,
        "format": gettext(FORMAT_NAMES[plan.sheet.format]) if plan.sheet.format else "",
        "counts": [(status, len(plan.of(status))) for status in order],
        "lines": lines[:MOST_SHOWN],
        "more": max(0, len(lines) - MOST_SHOWN),
        "kinds": [(kind.value, gettext(label_for(kind))) for kind in Kind],
        "own_currency": settings.CURRENCY,
        "is_nothing": not plan.to_write,
    }


def _pieces(kind: str) -> Callable[[Maker], HttpResponseBase]:
    return lambda maker: StreamingHttpResponse(
        begun(WRITERS[kind](own_pieces(maker))), content_type=CONTENT_TYPES[kind]
    )


def _archive(maker: Maker) -> HttpResponseBase:
    file = TemporaryFile()  # noqa: SIM115 (the response closes it)
    write_archive(maker, file)
    file.seek(0)
    return FileResponse(file, content_type="application/zip")


def _template(_maker: Maker) -> HttpResponseBase:
    return HttpResponse("\ufeff" + ",".join(HEADER) + "\r\n", content_type=CONTENT_TYPES["csv"])


EXPORTS: dict[str, tuple[str, Callable[[Maker], HttpResponseBase]]] = {
    "csv": ("pieces.csv", _pieces("csv")),
    "jsonl": ("pieces.jsonl", _pieces("jsonl")),
    "zip": ("everything.zip", _archive),
    "template": ("template.csv", _template),
}
