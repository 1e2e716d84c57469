from collections.abc import Mapping
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.choices import (
    Edition,
    Era,
    Evenness,
    Kind,
    Preview,
    Side,
    Sizing,
    State,
    Style,
    Wearer,
)
from catalog.levels import Level
from catalog.models.choice import choice_field, one_of
from catalog.models.maker import Maker

# All that claims and levels are derived from beside the piece and its maker.
PARTS = ("steps", "materials", "options", "evidence")


class PieceQuerySet(models.QuerySet["Piece"]):
    def published(self) -> Self:
        return self.filter(state=State.PUBLISHED)

    def competing_as(self, side: Side) -> Self:
        return self.filter(assessment__side=side)

    def with_maker(self) -> Self:
        """With all that a list says of a piece, its first picture too."""
        return self.select_related("maker", "assessment", "cover")

    def with_making(self) -> Self:
        return self.prefetch_related("steps", "materials")

    def with_facts(self) -> Self:
        """All that claims and levels are derived from, in five queries."""
        return self.select_related("maker").prefetch_related(*PARTS)


class Piece(models.Model):
    """One listing and the facts it states. An empty fact is one that nobody told us."""

    maker = models.ForeignKey(Maker, models.PROTECT, related_name="pieces")
    cover = models.ForeignKey("catalog.Photo", models.SET_NULL, related_name="+", null=True, blank=True, editable=False)
    revises = models.OneToOneField(
        "self",
        models.CASCADE,
        related_name="revision",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("change of"),
    )
    name = models.CharField(_("name"), max_length=80)
    sku = models.CharField(
        _("your own number"),
        max_length=80,
        blank=True,
        help_text=_("By it a file that you import finds the piece again."),
    )
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    state = choice_field(State, default=State.DRAFT, verbose_name=_("state"))
    kind = choice_field(Kind, verbose_name=_("kind"))
    style = choice_field(Style, blank=True, verbose_name=_("style"))
    era = choice_field(Era, blank=True, verbose_name=_("era"))
    worn_by = choice_field(Wearer, default=Wearer.ANYONE, verbose_name=_("worn by"))
    summary = models.CharField(
        _("in one sentence"), max_length=200, blank=True, help_text=_("Needed before the piece can be submitted.")
    )
    story = models.TextField(_("story"), max_length=4000, blank=True)
    care = models.CharField(_("care"), max_length=300, blank=True)
    technique = models.CharField(_("technique"), max_length=60, blank=True)
    page = models.URLField(_("the maker's own page"), max_length=200, blank=True)
    declared_on = models.DateField(_("facts declared by the maker on"), null=True, blank=True)
    added_on = models.DateField(_("added on"))

    price = models.DecimalField(
        _("price"),
        max_digits=9,
        decimal_places=2,
        help_text=_("With tax and delivery within the home country."),
    )
    in_stock = models.BooleanField(_("ready to send"), default=False)
    days_min = models.PositiveSmallIntegerField(_("days to the door, at least"), null=True, blank=True)
    days_max = models.PositiveSmallIntegerField(_("days to the door, at most"), null=True, blank=True)
    number_made = models.PositiveIntegerField(
        _("number made"),
        null=True,
        blank=True,
        help_text=_("The edition, or how many of the design are made or planned."),
    )
    can_supply = models.PositiveIntegerField(_("how many alike can be had"), null=True, blank=True)
    edition = choice_field(Edition, blank=True, verbose_name=_("edition"))
    preview = choice_field(Preview, blank=True, verbose_name=_("what is seen before paying"))
    returnable_days = models.PositiveSmallIntegerField(
        _("returnable for days"), null=True, blank=True, help_text=_("0: not returnable.")
    )

    sizing = choice_field(Sizing, blank=True, verbose_name=_("sizes"))
    size_min = models.DecimalField(_("smallest size, mm"), max_digits=4, decimal_places=1, null=True, blank=True)
    size_max = models.DecimalField(_("largest size, mm"), max_digits=4, decimal_places=1, null=True, blank=True)
    resize_min = models.DecimalField(_("resizable down to, mm"), max_digits=4, decimal_places=1, null=True, blank=True)
    resize_max = models.DecimalField(_("resizable up to, mm"), max_digits=4, decimal_places=1, null=True, blank=True)
    height_mm = models.DecimalField(_("height, mm"), max_digits=5, decimal_places=1, null=True, blank=True)
    width_mm = models.DecimalField(_("width, mm"), max_digits=5, decimal_places=1, null=True, blank=True)
    weight_g = models.DecimalField(_("weight, g"), max_digits=6, decimal_places=2, null=True, blank=True)
    tolerance_mm = models.DecimalField(_("tolerance, mm"), max_digits=4, decimal_places=2, null=True, blank=True)
    evenness = choice_field(Evenness, blank=True, verbose_name=_("evenness"))
    has_raw_edges = models.BooleanField(_("raw edges"), null=True, blank=True)

    is_standard_design = models.BooleanField(_("the maker calls it a standard design"), default=False)
    feature = models.CharField(_("the one feature"), max_length=120, blank=True)
    repaired_by_maker = models.BooleanField(_("the maker repairs it"), null=True, blank=True)
    spare_parts = models.BooleanField(_("spare parts to be had"), null=True, blank=True)
    warranty_years = models.PositiveSmallIntegerField(_("warranty, years"), null=True, blank=True)

    # Where a piece is shown that is in memory alone, such as one that a shopper brings; and the levels that hang on
    # what its seller told a shopper, which nobody signed.
    own_address = ""
    heard_levels: Mapping[str, Level] = {}

    objects = PieceQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("piece")
        verbose_name_plural = _("pieces")
        permissions = [("review_piece", "Can review and publish pieces")]
        indexes = [
            models.Index(fields=["state", "kind", "price"], name="piece_state_kind_price"),
            models.Index(fields=["maker", "state", "-added_on"], name="piece_maker_state_added"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["maker", "sku"],
                condition=~Q(sku="") & Q(revises__isnull=True),
                name="piece_sku_once_per_maker",
                violation_error_message=_("Another piece of yours has this number. Give each its own."),
            ),
            one_of("state", State, name="piece_state_is_known"),
            models.CheckConstraint(
                condition=Q(revises__isnull=True)
                | Q(state__in=[State.DRAFT, State.SUBMITTED, State.CHANGES_REQUESTED]),
                name="piece_change_is_never_public",
            ),
            one_of("kind", Kind, name="piece_kind_is_known"),
            one_of("style", Style, name="piece_style_is_known"),
            one_of("era", Era, name="piece_era_is_known"),
            one_of("worn_by", Wearer, name="piece_wearer_is_known"),
            one_of("edition", Edition, name="piece_edition_is_known"),
            one_of("preview", Preview, name="piece_preview_is_known"),
            one_of("sizing", Sizing, name="piece_sizing_is_known"),
            one_of("evenness", Evenness, name="piece_evenness_is_known"),
            models.CheckConstraint(
                condition=Q(price__gt=0),
                name="piece_price_is_positive",
                violation_error_message=_("Price: enter more than 0."),
            ),
            models.CheckConstraint(
                condition=Q(days_min__isnull=True, days_max__isnull=True)
                | Q(days_min__isnull=False, days_max__isnull=False, days_min__lte=F("days_max")),
                name="piece_days_are_a_range",
                violation_error_message=_("Days to the door: enter both numbers, the smaller first, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(size_min__isnull=True, size_max__isnull=True)
                | Q(size_min__isnull=False, size_max__isnull=False, size_min__lte=F("size_max")),
                name="piece_sizes_are_a_range",
                violation_error_message=_("Sizes: enter the smallest and the largest, the smaller first, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(resize_min__isnull=True, resize_max__isnull=True)
                | Q(resize_min__isnull=False, resize_max__isnull=False, resize_min__lte=F("resize_max")),
                name="piece_resizing_is_a_range",
                violation_error_message=_("Resizing: enter both sizes, the smaller first, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(number_made__isnull=True) | Q(number_made__gte=1),
                name="piece_number_made_is_positive",
                violation_error_message=_("Number made: enter 1 or more, or leave it empty."),
            ),
            models.CheckConstraint(
                condition=~Q(edition=Edition.ONE_OFF) | Q(number_made=1, can_supply=1),
                name="piece_one_off_is_one",
                violation_error_message=_("Only this one: enter 1 as the number made and 1 as how many can be had."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.own_address or reverse("catalog:piece", args=[self.slug])
