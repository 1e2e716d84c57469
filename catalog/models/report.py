from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.choices import ReportAbout, ReportOutcome, ReportState
from catalog.models.choice import choice_field, one_of
from catalog.models.piece import Piece


class Report(models.Model):
    """What a visitor says is wrong with a listing. Curators alone read it; what came of it is public."""

    piece = models.ForeignKey(Piece, models.CASCADE, related_name="reports", verbose_name=_("piece"))
    about = choice_field(ReportAbout, verbose_name=_("what is wrong"))
    text = models.TextField(_("what is right"), max_length=1000)
    contact = models.EmailField(_("to be reached at"), max_length=200, blank=True)
    created = models.DateTimeField(_("received"), default=timezone.now)
    outcome = choice_field(ReportOutcome, blank=True, verbose_name=_("outcome"))
    answer = models.CharField(
        _("answer"), max_length=300, blank=True, help_text=_("For everybody to read on the page of the piece.")
    )
    settled_on = models.DateField(_("settled on"), null=True, blank=True, editable=False)
    settled_by = models.CharField(_("settled by"), max_length=150, blank=True, editable=False)
    state = choice_field(ReportState, default=ReportState.OPEN, verbose_name=_("state"))

    class Meta:
        ordering = ["state", "-created"]
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        indexes = [
            models.Index(fields=["state", "-created"], name="report_newest_open"),
            models.Index(fields=["created"], name="report_created"),
        ]
        constraints = [
            one_of("about", ReportAbout, name="report_about_is_known"),
            one_of("outcome", ReportOutcome, name="report_outcome_is_known"),
            one_of("state", ReportState, name="report_state_is_known"),
            models.CheckConstraint(condition=~Q(about="") & ~Q(text="") & ~Q(state=""), name="report_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.piece}: {self.get_about_display()}"
