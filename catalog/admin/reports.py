from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from catalog.choices import ReportOutcome, ReportState
from catalog.disputes import PUBLIC, settle
from catalog.models import Report
from catalog.sites import name_of, person_of


class OutcomeForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Report
        fields = ["outcome", "answer"]

    def clean(self) -> Any:
        told = super().clean() or {}
        if told.get("outcome", "") in [*PUBLIC] and not told.get("answer", "").strip():
            raise ValidationError({"answer": gettext("Say in one sentence what you found. Everybody can read it.")})
        return told


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What visitors told us: read, acted on in the listing, and settled with an outcome; never rewritten."""

    form = OutcomeForm
    list_display = ["piece", "about", "text", "contact", "created", "state", "outcome"]
    list_filter = ["state", "outcome", "about"]
    list_select_related = ["piece"]
    search_fields = ["piece__name", "text"]
    readonly_fields = ["piece", "about", "text", "contact", "created", "state", "settled_on", "settled_by"]
    fields = [*readonly_fields[:6], "outcome", "answer", *readonly_fields[6:]]
    actions = ["dismiss"]

    def save_model(self, request: HttpRequest, obj: Report, form: Any, change: bool) -> None:
        if obj.outcome:
            settle(obj, name_of(person_of(request)))
        else:
            super().save_model(request, obj, form, change)

    @admin.action(description=_("Dismiss the selected reports: nothing to look into"), permissions=["change"])
    def dismiss(self, request: HttpRequest, reports: QuerySet[Report]) -> None:
        dismissed = list(reports.filter(state=ReportState.OPEN))
        for report in dismissed:
            report.outcome = ReportOutcome.DISMISSED
            settle(report, name_of(person_of(request)))
        number = len(dismissed)
        said = ngettext("%(number)s report is dismissed.", "%(number)s reports are dismissed.", number)
        self.message_user(request, said % {"number": number})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
