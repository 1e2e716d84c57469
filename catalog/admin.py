from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Model, QuerySet, URLField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalog.assessment import assess
from catalog.choices import ReportState, State
from catalog.models import Assessment, Evidence, Maker, Material, Option, Person, Piece, Report, Step
from catalog.photo_admin import PhotoInline
from catalog.photo_order import move

# Until Django 6 an address typed without its scheme would be taken for http.
WITH_HTTPS: dict[type[Any], dict[str, Any]] = {URLField: {"assume_scheme": "https"}}


admin.site.site_header = admin.site.site_title = settings.SITE_NAME
admin.site.index_title = _("Listings")


def inline_for(model: type[Model], shape: type[Any] = admin.StackedInline) -> "type[InlineModelAdmin[Any, Any]]":
    """Stacked, because a row of a dozen fields is wider than a screen."""
    return type(f"{model.__name__}Inline", (shape,), {"model": model, "extra": 0, "formfield_overrides": WITH_HTTPS})


@admin.register(Maker)
class MakerAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "kind", "place", "country", "is_invented"]
    list_filter = ["kind", "country"]
    search_fields = ["name", "place"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [inline_for(Person, admin.TabularInline)]
    formfield_overrides = WITH_HTTPS


@admin.register(Piece)
class PieceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "maker", "kind", "price", "state", "way", "added_on"]
    list_filter = ["state", "kind", "assessment__way", "style"]
    list_select_related = ["maker", "assessment"]
    search_fields = ["name", "maker__name"]
    autocomplete_fields = ["maker"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [
        PhotoInline,
        inline_for(Step),
        inline_for(Material),
        inline_for(Option, admin.TabularInline),
        inline_for(Evidence),
    ]
    formfield_overrides = WITH_HTTPS
    actions = ["archive"]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """A piece leaves the lists by being archived; its record stays."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    @admin.action(description=_("Archive the selected pieces"), permissions=["change"])
    def archive(self, request: HttpRequest, pieces: QuerySet[Piece]) -> None:
        chosen = Piece.objects.filter(pk__in=list(pieces.values_list("pk", flat=True)))
        number = chosen.update(state=State.ARCHIVED)
        assess(chosen, timezone.localdate())
        said = ngettext("%(number)s piece is archived.", "%(number)s pieces are archived.", number)
        self.message_user(request, said % {"number": number})

    def response_change(self, request: HttpRequest, obj: Piece) -> HttpResponse:
        """A photo is moved after all else is saved, and the form comes back."""
        pk, _space, places = request.POST.get("_move_photo", "").partition(" ")
        photo = obj.photos.filter(pk=pk).first() if pk.isdecimal() else None
        if photo is None or places not in {"-1", "1"}:
            return super().response_change(request, obj)
        move(photo, int(places))
        return redirect(f"{request.path}#photos-group")

    @admin.display(description=_("way of making"), ordering="assessment__way")
    def way(self, piece: Piece) -> str:
        return piece.assessment.get_way_display() if hasattr(piece, "assessment") else ""


@admin.register(Assessment)
class AssessmentAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Derived from facts, so it can be read and not written."""

    list_display = ["piece", "making_class", "way", "side", "handmade", "valid_until"]
    list_filter = ["way", "making_class", "handmade"]
    list_select_related = ["piece"]
    search_fields = ["piece__name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Assessment | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Assessment | None = None) -> bool:
        return False


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What visitors told us: read, acted on in the listing, and settled; never rewritten."""

    list_display = ["piece", "about", "text", "contact", "created", "state"]
    list_filter = ["state", "about"]
    list_select_related = ["piece"]
    search_fields = ["piece__name", "text"]
    readonly_fields = ["piece", "about", "text", "contact", "created", "state"]
    actions = ["settle"]

    @admin.action(description=_("Settle the selected reports"), permissions=["change"])
    def settle(self, request: HttpRequest, reports: QuerySet[Report]) -> None:
        """Whoever reported can be reached no longer than we need to."""
        number = reports.update(state=ReportState.SETTLED, contact="")
        said = ngettext("%(number)s report is settled.", "%(number)s reports are settled.", number)
        self.message_user(request, said % {"number": number})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
