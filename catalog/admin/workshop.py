"""What makers see of the admin: their own maker page and pieces; they change what is neither under review nor public.

Ownership is asked of every path by itself: the lists, one row, a form's choices, and the parts that hang on a row.
"""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.admin.bench import BenchCard, Card
from catalog.admin.copying import Copying
from catalog.admin.importing import Importing
from catalog.admin.keeping import Keeping
from catalog.admin.moving import StateChangeInline, StateMoving
from catalog.admin.parts import WITH_HTTPS, PartMoving, inline_for, ordered_inline_for
from catalog.admin.photos import PhotoInline, PhotoMoving
from catalog.choices import Grade, State
from catalog.copies import free_slug
from catalog.models import Evidence, Maker, Material, Option, Person, Photo, Piece, Step, ToConfirm
from catalog.models.piece import PARTS
from catalog.sites import works_for_a_maker, workshop

OPEN_TO_MAKERS = frozenset({State.DRAFT, State.CHANGES_REQUESTED})
SET_BY_CURATORS = ("grade", "reviewer", "reviewed_on", "expired_on")


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

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """The form comes back: there is one button, and it keeps."""
        messages.success(request, gettext("Kept."))
        return redirect(request.path)

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

    def may_move_in(self, piece: Piece) -> bool:
        """Whether the form that the buttons of a part send is open."""
        return piece.state in OPEN_TO_MAKERS


class OwnedPhotos(OwnedPart, PhotoInline):
    def may_move(self, photo: Photo) -> bool:
        return self.may_move_in(photo.piece)


class OwnedQuestions(OwnedPart):
    """Read, and ticked off; they come from a file and nobody adds one."""

    model = ToConfirm
    verbose_name_plural = _("questions from your file: tick off what is answered")
    fields = ["said"]
    readonly_fields = ["said"]
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class FirstPhoto(OwnedPhotos):
    extra = 1
    fields = ["file", "alt"]
    readonly_fields = []
    verbose_name_plural = _("photo")
    max_num = 1


@admin.register(Maker, site=workshop)
class OwnMakerAdmin(Importing, Keeping, OwnedAdmin):
    """Its name, its address and what kind of maker it is are the curators' to change."""

    kept_parts = ("people",)
    change_form_template = "admin/catalog/own_maker.html"
    list_display = ["name", "place", "country"]
    fields = ["name", "kind", "summary", "story", "place", "country", "founded", "website", "contact"]
    fields += ["verification", "verified_on"]
    readonly_fields = ["name", "kind", "verification", "verified_on"]
    inlines = [inline_for(Person, OwnedPart)]


@admin.register(Piece, site=workshop)
class OwnPieceAdmin(Keeping, PhotoMoving, PartMoving, BenchCard, Copying, StateMoving, OwnedAdmin):
    kept_parts = (*PARTS, "photos")
    member_path = "maker__members"
    list_display = ["name", "kind", "price", "state", "way"]
    list_select_related = ["assessment"]
    search_fields = ["name"]
    inlines = [
        OwnedPhotos,
        ordered_inline_for(Step, OwnedPart),
        ordered_inline_for(Material, OwnedPart),
        inline_for(Option, OwnedPart),
        inline_for(Evidence, OwnedPart, readonly_fields=SET_BY_CURATORS),
        OwnedQuestions,
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

    def cards(self, request: HttpRequest, obj: Any = None) -> list[Card]:
        """Enough to begin with; the rest of the card is there once it is kept."""
        if obj is not None:
            return super().cards(request, obj)
        maker = ("maker",) if makers_of(request).count() > 1 else ()
        return [
            Card(title=_("Picture"), part=Photo),
            Card(title=_("What it is"), fields=(*maker, "name", "kind", "price")),
        ]

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        if obj is None:
            return [FirstPhoto]
        asked = obj.to_confirm.exists()
        return [one for one in super().get_inlines(request, obj) if asked or one is not OwnedQuestions]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "maker":
            kwargs |= {"queryset": makers_of(request)}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The maker is chosen here and changed on its own page."""
        form = super().get_form(request, obj, change, **kwargs)
        if maker := form.base_fields.get("maker"):
            maker.widget.can_change_related = maker.widget.can_view_related = False
        return form

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        piece = kwargs.get("obj")
        context["keeps"] = piece is None or self.is_open(piece)
        context["is_first_minute"] = piece is None
        may_delete = piece and self.has_delete_permission(request, piece)
        context["delete_url"] = self.address_of("delete", piece.pk) if piece and may_delete else ""
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Piece, post_url_continue: str | None = None) -> HttpResponse:
        messages.success(request, gettext("Kept. Nobody sees it yet."))
        return redirect(self.address_of("change", obj.pk))

    def save_model(self, request: HttpRequest, obj: Piece, form: Any, change: bool) -> None:
        if not change:
            obj.slug, obj.added_on = free_slug(obj.name), timezone.localdate()
            obj.maker = obj.maker if obj.maker_id else makers_of(request).get()
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """A maker's word is a declaration; what was graded before is graded anew once it has changed."""
        if formset.model is Evidence:
            for row in formset.forms:
                declare_if_changed(row)
        super().save_formset(request, form, formset, change)


def makers_of(request: HttpRequest) -> QuerySet[Maker]:
    return Maker.objects.filter(members=request.user.pk)


def declare_if_changed(row: Any) -> None:
    if not row.has_changed():
        return
    row.instance.grade, row.instance.reviewer, row.instance.reviewed_on = Grade.DECLARED, "", None
    row.instance.expired_on = None
