from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.db.models import Q
from django.http import HttpRequest


class ByNameOrAddress(ModelBackend):
    """Takes the name or the e-mail address of an account, in capitals or not."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_others: Any
    ) -> User | None:
        if not username or password is None:
            return None
        called = User.objects.filter(Q(username__iexact=username) | Q(email__iexact=username)).order_by("pk")
        for user in called:
            if user.check_password(password) and self.user_can_authenticate(user):
                return user
        if not called:
            # As long as for an account that exists, so that time does not tell.
            User().set_password(password)
        return None
