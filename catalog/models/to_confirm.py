from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.labels import label_for
from catalog.models.choice import choice_field, one_of
from catalog.models.piece import Piece
from catalog.sheets.rows import About


class ToConfirm(models.Model):
    """What the file of a piece could not answer: a question to its maker, who ticks it off. Nobody else reads it."""

    piece = models.ForeignKey(Piece, models.CASCADE, related_name="to_confirm")
    about = choice_field(About, verbose_name=_("about"))
    said = models.TextField(_("what the file says"), max_length=200_000, blank=True)

    class Meta:
        ordering = ["piece", "pk"]
        verbose_name = _("question from your file")
        verbose_name_plural = _("questions from your file")
        constraints = [one_of("about", About, name="to_confirm_about_is_known")]

    def __str__(self) -> str:
        return gettext(label_for(About(self.about)))
