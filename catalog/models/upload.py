from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models.maker import Maker


class Upload(models.Model):
    """A seller's file from being chosen to being taken over, and what it takes to undo that.

    The file itself goes once it is taken over. `choices` is what its maker answered on the preview, `report` what
    came of it.
    """

    maker = models.ForeignKey(Maker, models.CASCADE, related_name="uploads", verbose_name=_("maker"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True)
    by_name = models.CharField(_("by"), max_length=150, blank=True)
    at = models.DateTimeField(_("on"), default=timezone.now)
    file_name = models.CharField(_("file"), max_length=200)
    data = models.BinaryField()
    choices = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    applied_at = models.DateTimeField(_("taken over"), null=True)
    undone_at = models.DateTimeField(_("undone"), null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) | Q(applied_at__isnull=False, undone_at__gte=F("applied_at")),
                name="upload_undone_after_applied",
            )
        ]

    def __str__(self) -> str:
        return self.file_name
