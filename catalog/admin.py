from typing import Any

from django.contrib import admin
from django.db.models import Model, URLField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.models import Assessment, Evidence, Maker, Material, Option, Person, Piece, Step

# Until Django 6 an address typed without its scheme would be taken for http.
WITH_HTTPS: dict[type[Any], dict[str, Any]] = {URLField: {"assume_scheme": "https"}}


def inline_for(model: type[Model]) -> "type[admin.TabularInline[Any, Any]]":
    return type(
        f"{model.__name__}Inline",
        (admin.TabularInline,),
        {"model": model, "extra": 0, "formfield_overrides": WITH_HTTPS},
    )


@admin.register(Maker)
class MakerAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "kind", "place", "country", "is_invented"]
    list_filter = ["kind", "country"]
    search_fields = ["name", "place"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [inline_for(Person)]
    formfield_overrides = WITH_HTTPS


@admin.register(Piece)
class PieceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "maker", "kind", "price", "state", "way", "added_on"]
    list_filter = ["state", "kind", "assessment__way", "style"]
    list_select_related = ["maker", "assessment"]
    search_fields = ["name", "maker__name"]
    autocomplete_fields = ["maker"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [inline_for(model) for model in (Step, Material, Option, Evidence)]
    formfield_overrides = WITH_HTTPS

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


@admin.register(Evidence)
class EvidenceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["piece", "claim", "grade", "dated", "expires", "reviewer"]
    list_filter = ["claim", "grade"]
    list_select_related = ["piece"]
    formfield_overrides = WITH_HTTPS


admin.site.register([Person, Step, Material, Option])
