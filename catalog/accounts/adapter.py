"""What is ours in allauth: what it says, where people land, and to whom it writes."""

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.sites import own_address

logger = logging.getLogger(__name__)
# One after another; a worker that stops sends what is left first.
POSTING = ThreadPoolExecutor(1, thread_name_prefix="posting")

NO_MATCH = _("This name and this password do not belong together. Check both, or ask for a new password below.")
SAID = {
    "account/messages/password_changed.txt": _("Your password is changed."),
    "mfa/messages/totp_activated.txt": _("Two-step sign-in is on."),
    "mfa/messages/totp_deactivated.txt": _("Two-step sign-in is off."),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": NO_MATCH,
        "email_password_mismatch": NO_MATCH,
        "too_many_login_attempts": _("That was wrong too often. Wait five minutes, then try again."),
        "rate_limited": _("That was wrong too often. Wait five minutes, then try again."),
        "incorrect_password": _("That is not your password."),
        "enter_current_password": _("That is not your password until now."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str) -> bool:
        """Of this host alone, whatever others the site answers to."""
        return url_has_allowed_host_and_scheme(url, {self.request.get_host()}, require_https=self.request.is_secure())

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return own_address(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *_args: Any, **_others: Any
    ) -> None:
        """What the next page would not show by itself, to those who are signed in."""
        if message_template in SAID and request.user.is_authenticated:
            messages.add_message(request, level, SAID[message_template])

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        """To the address as it is kept, and beside the answer: how long it takes must not tell who has an account."""
        told = {"site": settings.SITE_NAME, "name": user.get_username(), "link": context["password_reset_url"]}
        subject = gettext("%(site)s: a new password") % told
        said = gettext(
            "Somebody, you we hope, has asked for a new password at %(site)s. Choose it here:\n\n%(link)s\n\n"
            "Your user name is %(name)s. The link works once, for three days. If it was not you, do nothing."
        )
        POSTING.submit(_post, subject, said % told + "\n", user.email)


def _post(subject: str, text: str, address: str) -> None:
    """That a mail does not go out must not tell that there is an account either."""
    try:
        send_mail(subject, text, None, [address])
    except OSError:
        logger.exception("The link for a new password could not be sent.")


class SecondStepAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or not any more. Enter the one that your app shows now."),
    }
