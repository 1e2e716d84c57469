"""How people come to work for a maker here: staff send a link that is signed, works once and runs out."""

from datetime import datetime, timedelta

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model, password_validation
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import User
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.models import Maker

# An invited account that nobody took over; its link ended long before.
KEPT_FOR = timedelta(days=90)
GOOD_PASSWORD = _("At least eight characters, and not what everybody takes. A sentence is easy to keep.")


class InvitationTokens(PasswordResetTokenGenerator):
    """A token is of one account as it is now: a password once chosen, or a sign-in, ends it."""

    key_salt = "catalog.invitations"


invitation_tokens = InvitationTokens()


class InvitationForm(forms.Form):
    email = forms.EmailField(label=_("E-mail address"), max_length=150)


class PasswordForm(forms.Form):
    """The one thing that is asked of somebody who has been invited."""

    password = forms.CharField(
        label=_("Password"),
        help_text=GOOD_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a password.")},
    )

    def __init__(self, user: User, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password, self.user)
        return password

    def save(self) -> User:
        self.user.set_password(self.cleaned_data["password"])
        self.user.save(update_fields=["password"])
        return self.user


@transaction.atomic
def invite(maker: Maker, email: str, request: HttpRequest) -> User:
    """Makes them a member at once; until they have chosen a password they cannot come in."""
    user = get_user_model().objects.filter(Q(email__iexact=email) | Q(username__iexact=email)).first()
    if user is None:
        user = get_user_model().objects.create_user(username=email.lower(), email=email)
    elif user.last_login is None:
        user.date_joined = timezone.now()
        user.save(update_fields=["date_joined"])
    maker.members.add(user)
    link = request.build_absolute_uri(_address_for(user))
    transaction.on_commit(lambda: _send(maker, email, link), robust=True)
    return user


def forget(now: datetime) -> int:
    """Delete the accounts of those who were invited and never came; the number of accounts."""
    invited = User.objects.filter(is_staff=False, is_superuser=False, last_login=None, date_joined__lte=now - KEPT_FOR)
    _number, by_model = invited.filter(password__startswith=UNUSABLE_PASSWORD_PREFIX).delete()
    return by_model.get(User._meta.label, 0)


def _address_for(user: User) -> str:
    """For whoever has a password already, the door; for others the way to choose one."""
    if user.has_usable_password():
        return reverse("workshop:index")
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("welcome", args=[uid, invitation_tokens.make_token(user)])


def _send(maker: Maker, email: str, link: str) -> None:
    told = {"maker": maker.name, "site": settings.SITE_NAME, "link": link}
    subject = gettext("%(site)s: your workshop for %(maker)s") % told
    said = gettext(
        "You have been invited to list the pieces of %(maker)s on %(site)s.\n\n%(link)s\n\n"
        "The link works once, for three days. If you do not know what this is about, do nothing."
    )
    send_mail(subject, said % told + "\n", None, [email])
