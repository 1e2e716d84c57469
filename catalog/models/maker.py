from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.choices import MakerKind
from catalog.models.choice import choice_field, one_of


class Maker(models.Model):
    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    kind = choice_field(MakerKind, verbose_name=_("kind"))
    summary = models.CharField(_("in one sentence"), max_length=200)
    story = models.TextField(_("story"), max_length=4000, blank=True)
    place = models.CharField(_("place"), max_length=80, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True, help_text=_("Two letters."))
    founded = models.PositiveSmallIntegerField(_("founded in"), null=True, blank=True)
    website = models.URLField(_("own page"), max_length=200, blank=True)
    contact = models.CharField(_("how to reach them"), max_length=200, blank=True)
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="makers",
        blank=True,
        verbose_name=_("who works for it"),
        help_text=_("They see and edit what is this maker's in the workshop."),
    )
    verification = models.CharField(
        _("checked how"),
        max_length=120,
        blank=True,
        help_text=_("How you made sure that this maker is who it says: a visit, a register. Shown on its page."),
    )
    verified_on = models.DateField(_("checked on"), null=True, blank=True, editable=False)
    verified_by = models.CharField(_("checked by"), max_length=150, blank=True, editable=False)
    is_invented = models.BooleanField(_("invented for the demo"), default=False)

    class Meta:
        ordering = ["name"]
        verbose_name = _("maker")
        verbose_name_plural = _("makers")
        constraints = [
            one_of("kind", MakerKind, name="maker_kind_is_known"),
            models.CheckConstraint(
                condition=Q(country="") | Q(country__regex=r"^[A-Z]{2}$"),
                name="maker_country_is_two_letters",
                violation_error_message=_("Country: enter two capital letters such as PT, or leave it empty."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("catalog:maker", args=[self.slug])

    def mail_addresses(self) -> list[str]:
        """Of those who work for it now."""
        return [user.email for user in self.members.filter(is_active=True) if user.email]


class Person(models.Model):
    maker = models.ForeignKey(Maker, models.CASCADE, related_name="people")
    name = models.CharField(_("name"), max_length=80)
    role = models.CharField(_("what they do"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [models.UniqueConstraint(fields=["maker", "name"], name="person_once_per_maker")]

    def __str__(self) -> str:
        return self.name
