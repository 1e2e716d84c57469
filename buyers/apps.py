from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class BuyersConfig(AppConfig):
    name = "buyers"
    verbose_name = _("Buyers")

    def ready(self) -> None:
        user_logged_in.connect(end_sign_in_in_time)


def end_sign_in_in_time(request: HttpRequest, **_signal: object) -> None:
    """The session of who signs in does not last as long as a shortlist may."""
    request.session.set_expiry(settings.SIGN_IN_AGE)
