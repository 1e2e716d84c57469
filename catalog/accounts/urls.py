"""Of allauth's addresses those that are wanted here, under the names by which it finds them itself."""

from typing import Any

from allauth.account import views
from allauth.mfa.base.views import IndexView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import DeactivateTOTPView
from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic.base import View

from catalog.accounts import forms
from catalog.accounts.views import Confirm, EnterCode, SetUp, SignIn

OVERVIEW = {"title": _("Your account")}
SIGN_IN = {"title": _("Sign in"), "lead": _("For makers and staff. Shoppers need no account."), "button": _("Sign in")}
SIGN_OUT = {
    "title": _("Sign out?"),
    "lead": _("What you kept on a shortlist in this browser goes with it."),
    "button": _("Sign out"),
}
CLOSED = {
    "title": _("There is nothing for you to do here"),
    "lead": _("This account works for no maker at present. Whoever invited you can change that."),
}
CONFIRM = {
    "title": _("Your password once more"),
    "lead": _("So that nobody changes how you sign in while you are away from your desk."),
    "button": _("Go on"),
}
CHANGE = {"title": _("Change your password"), "button": _("Change it")}
RESET = {
    "title": _("A new password"),
    "lead": _("Enter the e-mail address of your account, and we send you a link to choose one."),
    "button": _("Send the link"),
}
SENT = {
    "title": _("Look into your mail"),
    "lead": _("If there is an account with this address, a link is on its way. It works once, for three days."),
}
CHOOSE = {"title": _("Choose a new password"), "button": _("Keep it")}
CHOSEN = {"title": _("Your password is changed"), "lead": _("Sign in with the new one.")}
CODE = {"title": _("The second step"), "button": _("Sign in")}
SET_UP = {"title": _("Set up two-step sign-in"), "button": _("Turn it on")}
TURN_OFF = {
    "title": _("Turn off two-step sign-in?"),
    "lead": _("Your password alone will do then, and your recovery codes end. Staff have to set it up again at once."),
    "button": _("Turn it off"),
}
CODES = {"title": _("Your recovery codes")}
RENEW = {
    "title": _("New recovery codes?"),
    "lead": _("The codes you have now will work no longer."),
    "button": _("Make new ones"),
}


class Base36(StringConverter):
    """The number of an account in a link; the dash after it ends it."""

    regex = "[0-9A-Za-z]+"


register_converter(Base36, "base36")


def page(address: str, view: type[View[Any]], template: str, name: str, **options: Any) -> URLPattern:
    return path(address, never_cache(view.as_view(template_name=template, **options)), name=name)


def form(address: str, view: type[View[Any]], name: str, said: dict[str, Any], **options: Any) -> URLPattern:
    return page(address, view, "account/form.html", name, extra_context=said, **options)


def notice(address: str, view: type[View[Any]], name: str, said: dict[str, Any]) -> URLPattern:
    return page(address, view, "account/notice.html", name, extra_context=said)


urlpatterns = [
    page("", IndexView, "account/overview.html", "mfa_index", extra_context=OVERVIEW),
    page("login/", SignIn, "account/login.html", "account_login", form_class=forms.SignInForm, extra_context=SIGN_IN),
    page("code/", EnterCode, "account/code.html", "mfa_authenticate", form_class=forms.CodeForm, extra_context=CODE),
    form("logout/", views.LogoutView, "account_logout", SIGN_OUT),
    notice("closed/", views.AccountInactiveView, "account_inactive", CLOSED),
    form("confirm/", Confirm, "account_reauthenticate", CONFIRM, form_class=forms.ConfirmForm),
    form("password/", views.PasswordChangeView, "account_change_password", CHANGE, form_class=forms.PasswordChangeForm),
    form(
        "password/reset/", views.PasswordResetView, "account_reset_password", RESET, form_class=forms.PasswordResetForm
    ),
    notice("password/reset/sent/", views.PasswordResetDoneView, "account_reset_password_done", SENT),
    page(
        "password/reset/<base36:uidb36>-<key>/",
        views.PasswordResetFromKeyView,
        "account/choose.html",
        "account_reset_password_from_key",
        form_class=forms.NewPasswordForm,
        extra_context=CHOOSE,
    ),
    notice("password/reset/done/", views.PasswordResetFromKeyDoneView, "account_reset_password_from_key_done", CHOSEN),
    page(
        "two-step/",
        SetUp,
        "account/set_up.html",
        "mfa_activate_totp",
        form_class=forms.SetUpForm,
        extra_context=SET_UP,
    ),
    form("two-step/off/", DeactivateTOTPView, "mfa_deactivate_totp", TURN_OFF),
    page(
        "recovery-codes/",
        ViewRecoveryCodesView,
        "account/recovery_codes.html",
        "mfa_view_recovery_codes",
        extra_context=CODES,
    ),
    form("recovery-codes/new/", GenerateRecoveryCodesView, "mfa_generate_recovery_codes", RENEW),
]
