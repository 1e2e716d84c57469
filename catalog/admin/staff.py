from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from catalog.admin.bench import BenchCard, Card
from catalog.admin.copying import Copying
from catalog.admin.keeping import Keeping
from catalog.admin.moving import StateChangeInline
from catalog.admin.parts import WITH_HTTPS, PartMoving, inline_for, ordered_inline_for
from catalog.admin.photos import PhotoInline, PhotoMoving
from catalog.admin.review import Reviewing
from catalog.choices import ReportState, State
from catalog.invitations import InvitationForm, invite
from catalog.models import Assessment, Evidence, Maker, Material, Option, Person, Piece, Report, Step
from catalog.models.piece import PARTS
from catalog.sites import person_of
from catalog.workflow import carry_out


@admin.register(Maker)
class MakerAdmin(Keeping):
    kept_parts = ("people",)
    list_display = ["name", "kind", "place", "country", "is_invented"]
    list_filter = ["kind", "country"]
    search_fields = ["name", "place"]
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["members"]
    change_form_template = "admin/catalog/maker.html"
    inlines = [inline_for(Person)]
    formfield_overrides = WITH_HTTPS

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
class PieceAdmin(Keeping, PhotoMoving, PartMoving, BenchCard, Copying, Reviewing):
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
        inline_for(Evidence),
        StateChangeInline,
    ]
    readonly_fields = ["state"]
    formfield_overrides = WITH_HTTPS
    actions = ["archive"]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """A piece leaves the lists by being archived; its record stays."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    @admin.action(description=_("Archive the selected pieces"), permissions=["review"])
    def archive(self, request: HttpRequest, pieces: QuerySet[Piece]) -> None:
        archivable = [piece for piece in pieces.select_related("maker") if piece.state != State.ARCHIVED]
        for piece in archivable:
            carry_out(piece, "archive", person_of(request))
        number = len(archivable)
        said = ngettext("%(number)s piece is archived.", "%(number)s pieces are archived.", number)
        self.message_user(request, said % {"number": number})

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
