from http import HTTPStatus

from allauth.account.views import LoginView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.totp.views import ActivateTOTPView
from django.forms import Form
from django.http import HttpResponse

TOO_OFTEN = {"too_many_login_attempts", "rate_limited"}


def is_too_often(form: Form) -> bool:
    return any(error.code in TOO_OFTEN for errors in form.errors.as_data().values() for error in errors)


class Slowed:
    """A form that may not be tried any more for a while answers so, and not only in words."""

    def form_invalid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        if is_too_often(form):
            response.status_code = HTTPStatus.TOO_MANY_REQUESTS
        return response


class SignIn(Slowed, LoginView): ...


class EnterCode(Slowed, AuthenticateView): ...


class Confirm(Slowed, ReauthenticateView): ...


class SetUp(Slowed, ActivateTOTPView): ...
