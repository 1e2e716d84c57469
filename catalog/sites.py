"""Who may come in where. Both doors take both kinds of people and lead each to their own site."""

from functools import wraps
from typing import Any

from allauth.account.utils import get_next_redirect_url
from auditlog.context import set_actor
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from catalog.accounts.second_step import lacks_second_step
from catalog.desk import completeness, expiring, open_reports, usual_wait_words, waiting
from catalog.models import Maker
from catalog.own_pieces import greeting, groups_of
from catalog.returning import keep
from catalog.workflow import REVIEW

MOST_SHOWN = 20

# Passwords are changed at `/account/`.
LEFT_OUT = {"password_change", "password_change_done"}


def works_for_a_maker(request: HttpRequest) -> bool:
    return request.user.is_active and Maker.objects.filter(members=request.user.pk).exists()


def is_staff(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.is_staff


def person_of(request: HttpRequest) -> User:
    """Behind a door of ours nobody is anonymous."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def own_address(request: HttpRequest) -> str:
    """Where somebody who is signed in belongs. It never leads back to a door."""
    if lacks_second_step(request.user):
        return reverse("mfa_activate_totp")
    if is_staff(request):
        return reverse("admin:index")
    return reverse("workshop:index" if works_for_a_maker(request) else "account_inactive")


def name_of(user: User) -> str:
    return user.get_full_name() or user.get_username()


class Door(AdminSite):
    left_out = LEFT_OUT

    def is_for(self, request: HttpRequest) -> bool:
        raise NotImplementedError

    def has_permission(self, request: HttpRequest) -> bool:
        """Every page asks this, so none can forget the second step."""
        return self.is_for(request) and not lacks_second_step(request.user)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Names whoever acts to the audit trail, and keeps what is sent by somebody whose session has ended."""
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def watched(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if request.method == "POST" and request.user.is_anonymous:
                keep(request)
            with set_actor(request.user):
                return guarded(request, *args, **kwargs)

        return watched

    def get_urls(self) -> list[Any]:
        return [one for one in super().get_urls() if getattr(one, "name", "") not in self.left_out]

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Whoever may not come in here is asked to sign in, or led on if that is done."""
        if self.has_permission(request):
            return redirect(f"{self.name}:index")
        if request.user.is_authenticated:
            return redirect(own_address(request))
        return redirect_to_login(get_next_redirect_url(request) or reverse(f"{self.name}:index"))


class StaffSite(Door):
    site_header = site_title = settings.SITE_NAME
    index_title = _("The desk")
    index_template = "admin/desk_index.html"

    def is_for(self, request: HttpRequest) -> bool:
        return is_staff(request)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What waits, for those who may review; others of the staff have the tables that they may see."""
        waits = _what_waits() if request.user.has_perm(REVIEW) else {}
        return super().index(request, {**(extra_context or {}), "waits": waits})


def _what_waits() -> dict[str, Any]:
    return {
        "queue": waiting()[:MOST_SHOWN],
        "reports": open_reports()[:MOST_SHOWN],
        "expiring": expiring(timezone.localdate())[:MOST_SHOWN],
        "completeness": completeness(),
    }


class Workshop(Door):
    site_header = site_title = _("Workshop")
    index_title = _("Your pieces")
    index_template = "admin/bench_index.html"
    enable_nav_sidebar = False
    # Nor the way from any number to its public address: the address of a draft is its name.
    left_out = LEFT_OUT | {"view_on_site"}

    def is_for(self, request: HttpRequest) -> bool:
        return works_for_a_maker(request)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        user = person_of(request)
        told = {
            "title": greeting(user, timezone.localtime()),
            "groups": groups_of(user),
            "own_makers": Maker.objects.filter(members=user.pk),
            "usual_wait": usual_wait_words(),
        }
        return super().index(request, {**(extra_context or {}), **told})


workshop = Workshop(name="workshop")
