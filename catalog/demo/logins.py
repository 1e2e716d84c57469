"""Sign-ins for trying the site on one's own computer. Refused outside DEBUG, because anybody can read them here."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction


@dataclass(frozen=True, kw_only=True)
class Login:
    name: str
    password: str
    group: str
    actions: tuple[str, ...]
    hidden: tuple[str, ...] = ()

    def may(self, codename: str) -> bool:
        action, _, model = codename.partition("_")
        return action in self.actions and model not in self.hidden


LOGINS = (
    Login(
        name="curator",
        password="pin-a-brooch-twice",  # noqa: S106 - meant to be known
        group="curators",
        actions=("add", "change", "delete", "view"),
    ),
    Login(
        name="maker",
        password="file-before-polish",  # noqa: S106 - meant to be known
        group="makers",
        actions=("view",),
        # What visitors report is between them and the curators.
        hidden=("report",),
    ),
)


@transaction.atomic
def create_logins() -> tuple[Login, ...]:
    """The accounts with their passwords as printed, whatever they were before; none outside DEBUG."""
    if not settings.DEBUG:
        return ()
    for login in LOGINS:
        group, _ = Group.objects.get_or_create(name=login.group)
        group.permissions.set(
            permission
            for permission in Permission.objects.filter(content_type__app_label="catalog")
            if login.may(permission.codename)
        )
        user, _ = get_user_model().objects.get_or_create(username=login.name)
        user.is_active, user.is_staff, user.is_superuser = True, True, False
        user.set_password(login.password)
        user.save()
        user.groups.set([group])
    return LOGINS
