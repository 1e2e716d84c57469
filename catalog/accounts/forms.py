"""allauth's forms in the words of this site: a new password is typed once, as in an invitation."""

from typing import Any

from allauth.account.fields import PasswordField, SetPasswordField
from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from catalog.invitations import GOOD_PASSWORD

NO_ADDRESS = _("Enter an e-mail address such as name@example.com.")


def known_password(label: Any) -> PasswordField:
    missing = {"required": _("Enter your password.")}
    return PasswordField(label=label, autocomplete="current-password", error_messages=missing)


def new_password() -> SetPasswordField:
    missing = {"required": _("Choose a password.")}
    return SetPasswordField(label=_("New password"), help_text=GOOD_PASSWORD, error_messages=missing)


def code_of_the_app(hint: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})
    missing = {"required": _("Enter the code.")}
    return forms.CharField(label=_("Code"), max_length=20, widget=widget, help_text=hint, error_messages=missing)


class SignInForm(LoginForm):
    password = known_password(_("Password"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        missing = {"required": _("Enter your user name or your e-mail address.")}
        widget = forms.TextInput(attrs={"autocomplete": "username"})
        label = _("User name or e-mail address")
        self.fields["login"] = forms.CharField(label=label, max_length=254, widget=widget, error_messages=missing)
        self.order_fields(["login", "password"])


class ConfirmForm(ReauthenticateForm):
    password = known_password(_("Password"))


class PasswordChangeForm(ChangePasswordForm):
    oldpassword = known_password(_("Password until now"))
    password1 = new_password()
    password2 = None  # type: ignore[assignment]


class PasswordResetForm(ResetPasswordForm):
    email: Any = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": NO_ADDRESS, "invalid": NO_ADDRESS},
    )

    def clean_email(self) -> str:
        """As Django does, not for those who have no password: the invited, and whom staff have shut out."""
        email: str = self.cleaned_data["email"]
        known = User.objects.filter(email__iexact=email, is_active=True)
        self.users = [user for user in known if user.has_usable_password()]
        return email


class NewPasswordForm(ResetPasswordKeyForm):
    password1 = new_password()
    password2 = None  # type: ignore[assignment]


class CodeForm(AuthenticateForm):
    code = code_of_the_app(_("The six digits that your app shows now, or one of your recovery codes."))


class SetUpForm(ActivateTOTPForm):
    code = code_of_the_app(_("The six digits that the app shows now."))
