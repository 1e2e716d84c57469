import secrets

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models import Piece


def new_token() -> str:
    """128 random bits: nobody finds a shared list without its link."""
    return secrets.token_urlsafe(16)


class SharedShortlist(models.Model):
    """A list of pieces behind a link. It holds nothing of who shared it, or why."""

    token = models.CharField(_("token"), max_length=22, unique=True, default=new_token)
    created = models.DateTimeField(_("created"), default=timezone.now, db_index=True)

    class Meta:
        ordering = ["-created", "pk"]
        verbose_name = _("shared shortlist")
        verbose_name_plural = _("shared shortlists")
        constraints = [
            models.CheckConstraint(
                condition=Q(("token__regex", r"^[-_A-Za-z0-9]{22}$")), name="shared_shortlist_token_is_random"
            )
        ]

    def __str__(self) -> str:
        return f"{self.created:%Y-%m-%d}"


class SharedPiece(models.Model):
    shortlist = models.ForeignKey(SharedShortlist, models.CASCADE, related_name="entries")
    piece = models.ForeignKey(Piece, models.CASCADE, related_name="shared_entries")
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        ordering = ["shortlist", "position"]
        verbose_name = _("shared piece")
        verbose_name_plural = _("shared pieces")
        constraints = [
            models.UniqueConstraint(fields=["shortlist", "piece"], name="shared_piece_once_per_list"),
            models.UniqueConstraint(fields=["shortlist", "position"], name="shared_position_once_per_list"),
        ]

    def __str__(self) -> str:
        return str(self.piece)
