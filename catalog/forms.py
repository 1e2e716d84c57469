from datetime import datetime, timedelta

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from catalog.choices import ReportAbout
from catalog.labels import label_for
from catalog.models import Piece, Report
from catalog.reports import file_report


class Sentences(forms.CharField):
    """Text of several lines, counted as its writer sees it: browsers send two characters for the end of a line."""

    widget = forms.Textarea

    def to_python(self, value: object) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class ReportForm(forms.Form):
    about = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=[(about.value, capfirst(_(label_for(about)))) for about in ReportAbout],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong."), "invalid_choice": _("Choose one of the list.")},
    )
    text = Sentences(
        label=_("What is right, as far as you know?"),
        max_length=1000,
        error_messages={
            "required": _("Say what is right, or what looks wrong to you."),
            "max_length": _("Use at most 1,000 characters."),
        },
    )
    contact = forms.EmailField(
        label=_("How may we reach you?"),
        max_length=200,
        required=False,
        error_messages={"invalid": _("Enter an e-mail address such as name@example.com, or leave it empty.")},
    )
    # No person sees it; whoever fills it is a program.
    website = forms.CharField(label=_("Leave this empty"), required=False)

    def file(self, piece: Piece, now: datetime) -> timedelta | None:
        """Keep what was checked, or tell how long to wait. A program is told the same as a person, and nothing kept."""
        told = dict(self.cleaned_data)
        return None if told.pop("website") else file_report(Report(piece=piece, created=now, **told), now)
