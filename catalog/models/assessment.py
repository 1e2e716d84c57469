from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.choices import Coating, MakingClass, Side, Standing, Way
from catalog.models.choice import choice_field, one_of
from catalog.models.piece import Piece


class Assessment(models.Model):
    """What follows from a piece's facts. Derived by `catalog.assessment`, never typed in.

    A level stands on the 0 to 4 scale with its variance; its grade is that of the weakest fact that raised it,
    empty where the level is not disclosed.
    """

    piece = models.OneToOneField(Piece, models.CASCADE, primary_key=True, related_name="assessment")
    making_class = choice_field(MakingClass, verbose_name=_("class"))
    way = choice_field(Way, verbose_name=_("way of making"))
    side = choice_field(Side, blank=True, verbose_name=_("competes as"))
    handmade = choice_field(Standing, verbose_name=_("'handmade' by the US rule"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    surface = choice_field(Coating, blank=True, verbose_name=_("thinnest surface"))
    is_nickel_safe = models.BooleanField(default=False)
    is_piercing_safe = models.BooleanField(default=False)
    is_recycled = models.BooleanField(default=False)
    is_fair = models.BooleanField(default=False)
    has_laboratory_report = models.BooleanField(default=False)
    has_written_repair = models.BooleanField(default=False)
    made_in = models.CharField(max_length=2, blank=True)

    precision = models.FloatField()
    precision_variance = models.FloatField()
    precision_grade = models.PositiveSmallIntegerField(null=True)
    uniqueness = models.FloatField()
    uniqueness_variance = models.FloatField()
    uniqueness_grade = models.PositiveSmallIntegerField(null=True)
    craft = models.FloatField()
    craft_variance = models.FloatField()
    craft_grade = models.PositiveSmallIntegerField(null=True)
    custom = models.FloatField()
    custom_variance = models.FloatField()
    custom_grade = models.PositiveSmallIntegerField(null=True)
    character = models.FloatField()
    character_variance = models.FloatField()
    character_grade = models.PositiveSmallIntegerField(null=True)
    provenance = models.FloatField()
    provenance_variance = models.FloatField()
    provenance_grade = models.PositiveSmallIntegerField(null=True)
    sustain = models.FloatField()
    sustain_variance = models.FloatField()
    sustain_grade = models.PositiveSmallIntegerField(null=True)
    certainty = models.FloatField()
    certainty_variance = models.FloatField()
    certainty_grade = models.PositiveSmallIntegerField(null=True)
    longevity = models.FloatField()
    longevity_variance = models.FloatField()
    longevity_grade = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        constraints = [
            one_of("making_class", MakingClass, name="assessment_class_is_known"),
            one_of("way", Way, name="assessment_way_is_known"),
            one_of("side", Side, name="assessment_side_is_known"),
            one_of("handmade", Standing, name="assessment_standing_is_known"),
            one_of("surface", Coating, name="assessment_surface_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.piece_id}: {self.get_way_display()}"
