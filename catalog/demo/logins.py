"""Sign-ins for trying the site on one's own computer. Refused outside DEBUG, because anybody can read them here."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction

from catalog.models import Maker

CURATORS = "curators"
ACTIONS = {"add", "change", "delete", "view", "review"}


@dataclass(frozen=True, kw_only=True)
class Login:
    """Of a curator, or of somebody who works for the maker with that slug."""

    name: str
    password: str
    address: str
    maker: str = ""


LOGINS = (
    Login(name="curator", password="pin-a-brooch-twice", address="/admin/"),  # noqa: S106 - meant to be known
    Login(name="maker", password="file-before-polish", address="/workshop/", maker="ilda-sarmeira"),  # noqa: S106
)


@transaction.atomic
def create_logins() -> tuple[Login, ...]:
    """The accounts with their passwords as printed, whatever they were before; none outside DEBUG."""
    if not settings.DEBUG:
        return ()
    for login in LOGINS:
        user, _ = get_user_model().objects.get_or_create(username=login.name)
        user.is_active, user.is_staff, user.is_superuser = True, not login.maker, False
        user.set_password(login.password)
        user.save()
        user.groups.set([] if login.maker else [curators()])
        user.makers.set(Maker.objects.filter(slug=login.maker))
    return LOGINS


def curators() -> Group:
    """May do everything with the catalog, read who changed what, and nothing with accounts."""
    group, _ = Group.objects.get_or_create(name=CURATORS)
    rights = Permission.objects.filter(content_type__app_label="catalog")
    trail = Permission.objects.filter(content_type__app_label="auditlog", codename="view_logentry")
    group.permissions.set([*(right for right in rights if right.codename.partition("_")[0] in ACTIONS), *trail])
    return group
