from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User


def lacks_second_step(user: User | AnonymousUser) -> bool:
    """Whether somebody of the staff has still to set up the codes that they need here."""
    if user.is_anonymous or not user.is_staff or not settings.STAFF_NEED_SECOND_STEP:
        return False
    return not is_mfa_enabled(user, [Authenticator.Type.TOTP])
