from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from catalog.admin.bench import BenchCard, Card
from catalog.admin.copying import Copying
from catalog.admin.exporting import Exporting
from catalog.admin.keeping import Keeping
from catalog.admin.moving import StateChangeInline
from catalog.admin.parts import WITH_HTTPS, PartMoving, inline_for, ordered_inline_for
from catalog.admin.photos import PhotoInline, PhotoMoving
from catalog.admin.review import Reviewing
from catalog.choices import State
from catalog.invitations import InvitationForm, invite
from catalog.models import Assessment, Evidence, Maker, Material, Option, Person, Piece, Step
from catalog.models.piece import PARTS
from catalog.sites import name_of, person_of
from catalog.workflow import carry_out

REVIEWED = ("reviewer", "reviewed_on", "expired_on")


@admin.register(Maker)
class MakerAdmin(Keeping):
    kept_parts = ("people",)
    list_display = ["name", "kind", "place", "country", "verified_on", "is_invented"]
    list_filter = ["kind", ("verified_on", admin.EmptyFieldListFilter), "country"]
    search_fields = ["name", "place"]
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["members", "verified_on", "verified_by"]
    change_form_template = "admin/catalog/maker.html"
    inlines = [inline_for(Person)]
    formfield_overrides = WITH_HTTPS

    def save_model(self, request: HttpRequest, obj: Maker, form: Any, change: bool) -> None:
        if "verification" in form.changed_data:
            is_checked = bool(obj.verification)
            obj.verified_on = timezone.localdate() if is_checked else None
            obj.verified_by = name_of(person_of(request)) if is_checked else ""
        super().save_model(request, obj, form, change)

    def response_change(self, request: HttpRequest, obj: Maker) -> HttpResponse:
        """An address typed and sent by another button, or by Enter, is an invitation too."""
        if not request.POST.get("_invite") and "_send_invitation" not in request.POST:
            return super().response_change(request, obj)
        form = InvitationForm({"email": request.POST.get("_invite", "")})
        if form.is_valid():
            invite(obj, form.cleaned_data["email"], request)
            messages.success(request, gettext("Invited. The link works once, for three days."))
        else:
            messages.error(request, str(form.errors["email"][0]))
        return redirect(request.path)


@admin.register(Piece)
class PieceAdmin(Keeping, PhotoMoving, PartMoving, BenchCard, Copying, Exporting, Reviewing):
    kept_parts = (*PARTS, "photos")
    first_card = Card(title=_("Listing"), fields=("maker", "slug", "state", ("declared_on", "added_on")))
    list_display = ["name", "maker", "kind", "price", "state", "way", "added_on"]
    list_filter = ["state", "kind", "assessment__way", "style"]
    list_select_related = ["maker", "assessment"]
    search_fields = ["name", "maker__name"]
    autocomplete_fields = ["maker"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [
        PhotoInline,
        ordered_inline_for(Step),
        ordered_inline_for(Material),
        inline_for(Option),
        inline_for(Evidence, readonly_fields=REVIEWED),
        StateChangeInline,
    ]
    readonly_fields = ["state"]
    formfield_overrides = WITH_HTTPS
    actions = ["archive"]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Whoever grades is the reviewer, on that day."""
        for row in formset.forms if formset.model is Evidence else []:
            if "grade" in row.changed_data:
                row.instance.reviewer = name_of(person_of(request))
                row.instance.reviewed_on = timezone.localdate()
            if "expires" in row.changed_data:
                row.instance.expired_on = None
        super().save_formset(request, form, formset, change)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """A piece leaves the lists by being archived; its record stays."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    @admin.action(description=_("Archive the selected pieces"), permissions=["review"])
    def archive(self, request: HttpRequest, pieces: QuerySet[Piece]) -> None:
        number = 0
        for piece in pieces.select_related("maker").exclude(state=State.ARCHIVED):
            try:
                carry_out(piece, "archive", person_of(request))
                number += 1
            except ValidationError as error:
                self.message_user(request, f"{piece}: {' '.join(error.messages)}", messages.ERROR)
        said = ngettext("%(number)s piece is archived.", "%(number)s pieces are archived.", number)
        self.message_user(request, said % {"number": number})


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
