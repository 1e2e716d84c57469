from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.choices import ReportAbout, State
from catalog.models.choice import choice_field, one_of
from catalog.models.piece import Piece


class StateChange(models.Model):
    """One step of a piece through the workflow; written by `catalog.workflow`, never rewritten.

    `of_revision`: a step of a change of the piece, taken while the piece itself stayed public.
    """

    piece = models.ForeignKey(Piece, models.CASCADE, related_name="state_changes", verbose_name=_("piece"))
    former = choice_field(State, verbose_name=_("from"))
    state = choice_field(State, verbose_name=_("to"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, verbose_name=_("by account")
    )
    by_name = models.CharField(_("by"), max_length=150)
    at = models.DateTimeField(_("on"), default=timezone.now)
    about = choice_field(ReportAbout, blank=True, verbose_name=_("about"))
    note = models.TextField(_("note"), max_length=1000, validators=[MaxLengthValidator(1000)], blank=True)

    of_revision = models.BooleanField(_("of a change"), default=False, editable=False)

    class Meta:
        ordering = ["piece", "pk"]
        verbose_name = _("change of state")
        verbose_name_plural = _("changes of state")
        constraints = [
            one_of("former", State, name="change_former_is_known"),
            one_of("state", State, name="change_state_is_known"),
            one_of("about", ReportAbout, name="change_about_is_known"),
            models.CheckConstraint(condition=~Q(former="") & ~Q(state=""), name="change_tells_both_states"),
        ]

    def __str__(self) -> str:
        return f"{self.get_former_display()} → {self.get_state_display()}"
