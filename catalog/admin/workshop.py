"""What makers see of the admin: their own maker page and pieces; they change what is neither under review nor public.

Ownership is asked of every path by itself: the lists, one row, a form's choices, and the parts that hang on a row.
"""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.admin.copying import Copying
from catalog.admin.moving import StateChangeInline, StateMoving
from catalog.admin.parts import WITH_HTTPS, inline_for
from catalog.admin.photos import PhotoInline, PhotoMoving
from catalog.choices import Grade, State
from catalog.copies import free_slug
from catalog.models import Evidence, Maker, Material, Option, Person, Photo, Piece, Step
from catalog.sites import works_for_a_maker, workshop

OPEN_TO_MAKERS = frozenset({State.DRAFT, State.CHANGES_REQUESTED})
SET_BY_CURATORS = ("grade", "reviewer")


class OwnedAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Rights follow from working for the maker; Django's permissions say nothing here."""

    member_path = "members"
    formfield_overrides = WITH_HTTPS
    actions = None
    view_on_site = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(**{self.member_path: request.user.pk}).distinct()

    def is_own(self, request: HttpRequest, row: Model) -> bool:
        return self.get_queryset(request).filter(pk=row.pk).exists()

    def is_open(self, row: Model) -> bool:
        """Whether its makers may change it now."""
        return True

    def has_module_permission(self, request: HttpRequest) -> bool:
        return works_for_a_maker(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return works_for_a_maker(request) if obj is None else self.is_own(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_view_permission(request, obj) and (obj is None or self.is_open(obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class OwnedPart(admin.StackedInline):  # type: ignore[type-arg]
    """A part may be changed where what it hangs on may."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return works_for_a_maker(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None or workshop.get_model_admin(type(obj)).has_change_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)


class OwnedPhotos(OwnedPart, PhotoInline):
    def may_move(self, photo: Photo) -> bool:
        return photo.piece.state in OPEN_TO_MAKERS


@admin.register(Maker, site=workshop)
class OwnMakerAdmin(OwnedAdmin):
    """Its name, its address and what kind of maker it is are the curators' to change."""

    list_display = ["name", "place", "country"]
    fields = ["name", "kind", "summary", "story", "place", "country", "founded", "website", "contact"]
    readonly_fields = ["name", "kind"]
    inlines = [inline_for(Person, OwnedPart)]


@admin.register(Piece, site=workshop)
class OwnPieceAdmin(PhotoMoving, Copying, StateMoving, OwnedAdmin):
    member_path = "maker__members"
    list_display = ["name", "kind", "price", "state", "way"]
    list_select_related = ["assessment"]
    search_fields = ["name"]
    exclude = ["slug", "cover", "added_on"]
    readonly_fields = ["state"]
    inlines = [
        OwnedPhotos,
        inline_for(Step, OwnedPart),
        inline_for(Material, OwnedPart),
        inline_for(Option, OwnedPart),
        inline_for(Evidence, OwnedPart, readonly_fields=SET_BY_CURATORS),
        StateChangeInline,
    ]

    def is_open(self, row: Model) -> bool:
        return isinstance(row, Piece) and row.state in OPEN_TO_MAKERS

    def has_add_permission(self, request: HttpRequest) -> bool:
        return works_for_a_maker(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What nobody but its makers has seen yet, and a change that they may edit."""
        if obj is None or not self.is_own(request, obj):
            return False
        return obj.state == State.DRAFT or (obj.revises_id is not None and self.is_open(obj))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "maker":
            own = Maker.objects.filter(members=request.user.pk)
            kwargs |= {"queryset": own, "initial": own.first()}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The maker is chosen here and changed on its own page."""
        form = super().get_form(request, obj, change, **kwargs)
        if maker := form.base_fields.get("maker"):
            maker.widget.can_change_related = maker.widget.can_view_related = False
        return form

    def save_model(self, request: HttpRequest, obj: Piece, form: Any, change: bool) -> None:
        if not change:
            obj.slug, obj.added_on = free_slug(obj.name), timezone.localdate()
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """A maker's word is a declaration; what was graded before is graded anew once it has changed."""
        if formset.model is Evidence:
            for row in formset.forms:
                row.instance.grade, row.instance.reviewer = _graded(row)
        super().save_formset(request, form, formset, change)

    @admin.display(description=_("way of making"), ordering="assessment__way")
    def way(self, piece: Piece) -> str:
        return piece.assessment.get_way_display() if hasattr(piece, "assessment") else ""


def _graded(row: Any) -> tuple[int, str]:
    return (Grade.DECLARED, "") if row.has_changed() else (row.instance.grade, row.instance.reviewer)
