"""What a piece's class, levels and claims are derived from: steps, materials, options and evidence."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.choices import (
    Claim,
    Coating,
    Control,
    Grade,
    Method,
    OptionKind,
    Origin,
    Role,
    Stage,
    Substance,
    Treatment,
)
from catalog.labels import label_for
from catalog.models.choice import choice_field, one_of
from catalog.models.piece import Piece


class Step(models.Model):
    """One production step."""

    piece = models.ForeignKey(Piece, models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField(_("position"))
    stage = choice_field(Stage, verbose_name=_("stage"))
    method = choice_field(Method, verbose_name=_("method"))
    control = choice_field(Control, verbose_name=_("control"))
    done_by = models.CharField(_("done by"), max_length=80, blank=True)
    place = models.CharField(_("where"), max_length=80, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True, help_text=_("Two letters."))
    pieces_per_run = models.PositiveIntegerField(_("pieces in one run"), null=True, blank=True)
    makes_feature = models.BooleanField(_("makes the one feature"), default=False)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["piece", "position"]
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        constraints = [
            models.UniqueConstraint(fields=["piece", "position"], name="step_position_once_per_piece"),
            one_of("stage", Stage, name="step_stage_is_known"),
            one_of("method", Method, name="step_method_is_known"),
            one_of("control", Control, name="step_control_is_known"),
            models.CheckConstraint(
                condition=Q(pieces_per_run__isnull=True) | Q(pieces_per_run__gte=1),
                name="step_run_is_positive",
                violation_error_message=_("Pieces in one run: enter 1 or more, or leave it empty."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.get_method_display()}"


class Material(models.Model):
    """One part of a piece and what it is made of; surface and core metal apart."""

    piece = models.ForeignKey(Piece, models.CASCADE, related_name="materials")
    position = models.PositiveSmallIntegerField(_("position"))
    role = choice_field(Role, verbose_name=_("role"))
    part = models.CharField(_("part"), max_length=60, help_text=_("Band, ear wire, stone …"))
    substance = choice_field(Substance, verbose_name=_("made of"), help_text=_("The surface that is seen."))
    core = choice_field(Substance, blank=True, verbose_name=_("core"))
    coating = choice_field(Coating, blank=True, verbose_name=_("coating"))
    fineness = models.PositiveSmallIntegerField(_("fineness, ‰"), null=True, blank=True)
    thickness_um = models.DecimalField(
        _("coating thickness, µm"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    origin = choice_field(Origin, blank=True, verbose_name=_("origin"))
    treatment = choice_field(Treatment, blank=True, verbose_name=_("treatment"))
    mohs = models.DecimalField(_("hardness, Mohs"), max_digits=3, decimal_places=1, null=True, blank=True)
    is_main = models.BooleanField(_("main part"), default=False)

    class Meta:
        ordering = ["piece", "position"]
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        constraints = [
            models.UniqueConstraint(fields=["piece", "position"], name="material_position_once_per_piece"),
            one_of("role", Role, name="material_role_is_known"),
            one_of("substance", Substance, name="material_substance_is_known"),
            one_of("core", Substance, name="material_core_is_known"),
            one_of("coating", Coating, name="material_coating_is_known"),
            one_of("origin", Origin, name="material_origin_is_known"),
            one_of("treatment", Treatment, name="material_treatment_is_known"),
            models.CheckConstraint(
                condition=Q(role=Role.METAL) | Q(coating="", core="", thickness_um__isnull=True),
                name="material_coating_only_on_metal",
                violation_error_message=_(
                    "Only metal has a core and a coating: clear both and the thickness, or choose metal as role."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(coating=Coating.SOLID) | Q(core="") | Q(core=F("substance")),
                name="material_solid_has_no_other_core",
                violation_error_message=_(
                    "What is solid has no other core: clear the core, or choose another coating."
                ),
            ),
            models.CheckConstraint(
                condition=Q(fineness__isnull=True) | Q(fineness__range=(1, 1000)),
                name="material_fineness_is_per_mille",
                violation_error_message=_("Fineness: enter a number from 1 to 1000, such as 925."),
            ),
            models.CheckConstraint(
                condition=Q(mohs__isnull=True) | Q(mohs__range=(1, 10)),
                name="material_mohs_is_in_scale",
                violation_error_message=_("Hardness: enter a number from 1 to 10."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part}: {self.get_substance_display()}"


class Option(models.Model):
    """A change that the maker offers in writing."""

    piece = models.ForeignKey(Piece, models.CASCADE, related_name="options")
    kind = choice_field(OptionKind, verbose_name=_("option"))
    detail = models.CharField(_("in words"), max_length=200, blank=True)

    class Meta:
        ordering = ["piece", "pk"]
        verbose_name = _("option")
        verbose_name_plural = _("options")
        constraints = [
            models.UniqueConstraint(
                fields=["piece", "kind"],
                name="option_once_per_piece",
                violation_error_message=_("This option is told already: change that one."),
            ),
            one_of("kind", OptionKind, name="option_kind_is_known"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Evidence(models.Model):
    """What supports one claim about a piece, and how well."""

    piece = models.ForeignKey(Piece, models.CASCADE, related_name="evidence")
    claim = choice_field(Claim, verbose_name=_("claim"))
    grade = models.PositiveSmallIntegerField(
        _("grade"), choices=[(grade.value, _(label_for(grade))) for grade in Grade]
    )
    source = models.CharField(_("source"), max_length=200, blank=True)
    link = models.URLField(_("link"), max_length=200, blank=True)
    dated = models.DateField(_("date"), null=True, blank=True)
    expires = models.DateField(_("valid until"), null=True, blank=True)
    reviewer = models.CharField(_("reviewed by"), max_length=80, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True, editable=False)
    expired_on = models.DateField(_("found to have run out on"), null=True, blank=True, editable=False)

    class Meta:
        ordering = ["piece", "claim", "-grade", "pk"]
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints = [
            one_of("claim", Claim, name="evidence_claim_is_known"),
            models.CheckConstraint(condition=Q(grade__range=(0, 4)), name="evidence_grade_is_0_to_4"),
            models.CheckConstraint(
                condition=Q(grade__lt=Grade.SHOWN) | (~Q(source="") & Q(dated__isnull=False)),
                name="evidence_seen_has_source_and_date",
                violation_error_message=_("What was seen needs a source and its date. Add both, or grade it declared."),
            ),
            models.CheckConstraint(
                condition=Q(grade__lt=Grade.CHECKED) | ~Q(reviewer=""),
                name="evidence_checked_has_reviewer",
            ),
            models.CheckConstraint(
                condition=Q(expires__isnull=True) | Q(dated__isnull=True) | Q(expires__gte=F("dated")),
                name="evidence_expires_after_its_date",
                violation_error_message=_("It cannot run out before its own date. Check both days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_claim_display()}: {self.get_grade_display()}"
