from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models.piece import Piece
from catalog.photos import AVIF, JPEG, Encoding, widths_of

SHOWN_FIRST = 640


class Photo(models.Model):
    """A picture of a piece as we made it anew; its files lie under its random name (`catalog.photo_files`)."""

    piece = models.ForeignKey(Piece, models.CASCADE, related_name="photos")
    position = models.PositiveSmallIntegerField(_("position"))
    alt = models.CharField(
        _("what it shows"),
        max_length=200,
        blank=True,
        help_text=_("For people who cannot see it: what is in the picture. Needed before the piece can be submitted."),
    )
    caption = models.CharField(_("caption"), max_length=200, blank=True)
    is_rendering = models.BooleanField(
        _("made by a computer"), default=False, help_text=_("A rendering, not a photograph.")
    )
    focus_x = models.PositiveSmallIntegerField(
        _("centre, from the left"), default=50, validators=[MaxValueValidator(100)], help_text=_("In hundredths.")
    )
    focus_y = models.PositiveSmallIntegerField(
        _("centre, from the top"), default=50, validators=[MaxValueValidator(100)], help_text=_("In hundredths.")
    )

    name = models.CharField(max_length=32, unique=True, editable=False)
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)
    fingerprint = models.CharField(max_length=16, editable=False)
    placeholder = models.CharField(max_length=1000, editable=False)
    has_all_sizes = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["piece", "position", "pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        constraints = [
            models.CheckConstraint(condition=Q(name__regex=r"^[0-9a-f]{32}$"), name="photo_name_is_random"),
            models.CheckConstraint(
                condition=Q(focus_x__lte=100) & Q(focus_y__lte=100), name="photo_focus_is_in_the_picture"
            ),
            models.CheckConstraint(condition=Q(width__gte=1) & Q(height__gte=1), name="photo_has_pixels"),
        ]

    def __str__(self) -> str:
        return self.alt or self.name

    @property
    def widths(self) -> list[int]:
        """Those in which it lies ready, smallest first."""
        every = widths_of(self.width)
        return every if self.has_all_sizes else [width for width in every if width == min(SHOWN_FIRST, self.width)]

    @property
    def avif_sizes(self) -> str:
        return self._sizes(AVIF)

    @property
    def jpeg_sizes(self) -> str:
        return self._sizes(JPEG)

    @property
    def middle(self) -> str:
        """The address of the size that is there from the first second, for whoever takes but one."""
        return self._address(min(SHOWN_FIRST, self.width), JPEG)

    @property
    def largest(self) -> str:
        return self._address(self.widths[-1], JPEG)

    @property
    def focus(self) -> str:
        """Classes, since no style may stand in a page: what a narrower frame keeps, in tenths."""
        return f"focus-x-{round(self.focus_x / 10)} focus-y-{round(self.focus_y / 10)}"

    def _sizes(self, encoding: Encoding) -> str:
        """For `srcset`: each size with its width."""
        return ", ".join(f"{self._address(width, encoding)} {width}w" for width in self.widths)

    def _address(self, width: int, encoding: Encoding) -> str:
        return reverse("photo", args=[self.name, width, encoding.suffix])
