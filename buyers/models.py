import secrets
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buyers.outcomes.choices import Guess, Told, Took, WasRight, values_of
from buyers.questions import QUESTIONS, SIZE_LIMITS
from catalog.models import Piece

RANDOM_TEXT = r"^[-_A-Za-z0-9]{22}$"
SKINS, METALS = QUESTIONS["skin"].allowed, QUESTIONS["metal"].allowed
STYLES = "|".join(sorted(QUESTIONS["style"].allowed))


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
            models.CheckConstraint(condition=Q(("token__regex", RANDOM_TEXT)), name="shared_shortlist_token_is_random")
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


class WearerLink(models.Model):
    """What a wearer said behind a link. It holds nothing of who asked: no kind of piece, no reason, no answers."""

    OPEN_FOR = timedelta(days=60)

    token = models.CharField(_("token"), max_length=22, unique=True, default=new_token)
    created = models.DateTimeField(_("created"), default=timezone.now, db_index=True)
    answered = models.DateTimeField(_("answered"), null=True, blank=True)
    ring_size = models.DecimalField(_("ring size"), max_digits=4, decimal_places=2, null=True, blank=True)
    wrist_size = models.DecimalField(_("wrist size"), max_digits=5, decimal_places=2, null=True, blank=True)
    skin = models.CharField(_("skin"), max_length=20, blank=True)
    metal = models.CharField(_("metal"), max_length=20, blank=True)
    style = models.CharField(_("style"), max_length=60, blank=True)

    class Meta:
        ordering = ["-created", "pk"]
        verbose_name = _("wearer's link")
        verbose_name_plural = _("wearers' links")
        constraints = [
            models.CheckConstraint(condition=Q(("token__regex", RANDOM_TEXT)), name="wearer_link_token_is_random"),
            models.CheckConstraint(
                condition=Q(ring_size=None) | Q(ring_size__range=SIZE_LIMITS["ring"]), name="wearer_ring_size_in_range"
            ),
            models.CheckConstraint(
                condition=Q(wrist_size=None) | Q(wrist_size__range=SIZE_LIMITS["bracelet"]),
                name="wearer_wrist_size_in_range",
            ),
            models.CheckConstraint(condition=Q(skin__in=["", *SKINS]), name="wearer_skin_is_an_answer"),
            models.CheckConstraint(condition=Q(metal__in=["", *METALS]), name="wearer_metal_is_an_answer"),
            models.CheckConstraint(
                condition=Q(style="") | Q(("style__regex", rf"^({STYLES})(,({STYLES}))*$")),
                name="wearer_style_is_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(answered__isnull=False) | Q(ring_size=None, wrist_size=None, skin="", metal="", style=""),
                name="wearer_says_nothing_before_answering",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.created:%Y-%m-%d}"

    @property
    def ends(self) -> datetime:
        return self.created + self.OPEN_FOR


class SavedVerdict(models.Model):
    """What a verdict showed, behind a link; whoever has the key, too, may delete it. Nothing says who saved it."""

    code = models.CharField(_("code"), max_length=22, unique=True, default=new_token)
    key = models.CharField(_("key"), max_length=22, default=new_token)
    created = models.DateTimeField(_("created"), default=timezone.now, db_index=True)
    rules = models.CharField(_("version of the rules"), max_length=20)
    snapshot = models.JSONField(_("what it showed"))

    class Meta:
        ordering = ["-created", "pk"]
        verbose_name = _("saved verdict")
        verbose_name_plural = _("saved verdicts")
        constraints = [
            models.CheckConstraint(condition=Q(("code__regex", RANDOM_TEXT)), name="saved_verdict_code_is_random"),
            models.CheckConstraint(condition=Q(("key__regex", RANDOM_TEXT)), name="saved_verdict_key_is_random"),
        ]

    def __str__(self) -> str:
        return f"{self.created:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("saved:verdict", args=[self.code])

    def get_owner_url(self) -> str:
        return reverse("saved:own", args=[self.code, self.key])


class Outcome(models.Model):
    """One answer to "what did you choose, and was it right?". Told by the month, so that it is nobody's."""

    guessed = models.CharField(_("guessed"), max_length=20, blank=True)
    told = models.CharField(_("told"), max_length=20)
    took = models.CharField(_("took"), max_length=20)
    was_right = models.CharField(_("was right"), max_length=20, blank=True)
    rules = models.CharField(_("version of the rules"), max_length=20)
    month = models.DateField(_("month"), help_text=_("Its first day."))
    verdict = models.OneToOneField(
        SavedVerdict, models.SET_NULL, null=True, blank=True, related_name="outcome", verbose_name=_("saved verdict")
    )

    class Meta:
        ordering = ["-month", "pk"]
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        constraints = [
            models.CheckConstraint(condition=Q(guessed__in=["", *values_of(Guess)]), name="outcome_guessed_is_known"),
            models.CheckConstraint(condition=Q(told__in=values_of(Told)), name="outcome_told_is_known"),
            models.CheckConstraint(condition=Q(took__in=values_of(Took)), name="outcome_took_is_known"),
            models.CheckConstraint(
                condition=Q(was_right__in=["", *values_of(WasRight)]), name="outcome_was_right_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"
