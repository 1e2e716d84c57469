"""Who may come in where. Both doors take both kinds of people and lead each to their own site."""

from functools import wraps
from typing import Any

from auditlog.context import set_actor
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.desk import completeness, expiring, open_reports, usual_wait_words, waiting
from catalog.models import Maker
from catalog.own_pieces import greeting, groups_of

MOST_SHOWN = 20


def works_for_a_maker(request: HttpRequest) -> bool:
    return request.user.is_active and Maker.objects.filter(members=request.user.pk).exists()


def person_of(request: HttpRequest) -> User:
    """Behind a door of ours nobody is anonymous."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


class AuditedSite(AdminSite):
    """Names whoever acts to the audit trail; shoppers' pages write nothing that it keeps and do without."""

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        @wraps(view)
        def audited(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            with set_actor(request.user):
                return view(request, *args, **kwargs)

        return super().admin_view(audited, cacheable)


class StaffSite(AuditedSite):
    site_header = site_title = settings.SITE_NAME
    index_title = _("The desk")
    index_template = "admin/desk_index.html"
    login_form = AuthenticationForm

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        today = timezone.localdate()
        waits = {
            "queue": waiting()[:MOST_SHOWN],
            "reports": open_reports()[:MOST_SHOWN],
            "expiring": expiring(today)[:MOST_SHOWN],
            "completeness": completeness(),
        }
        return super().index(request, {**(extra_context or {}), **waits})

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """A maker who comes here, signed in or just now, goes on to the workshop."""
        if not self.has_permission(request) and works_for_a_maker(request):
            return redirect("workshop:index")
        return super().login(request, extra_context)


class Workshop(AuditedSite):
    site_header = site_title = _("Workshop")
    index_title = _("Your pieces")
    login_form = AuthenticationForm
    enable_nav_sidebar = False
    index_template = "admin/bench_index.html"

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        user = person_of(request)
        told = {
            "title": greeting(user, timezone.localtime()),
            "groups": groups_of(user),
            "usual_wait": usual_wait_words(),
        }
        return super().index(request, {**(extra_context or {}), **told})

    def get_urls(self) -> list[Any]:
        """Not the way from any number to its public address: the address of a draft is its name."""
        return [one for one in super().get_urls() if getattr(one, "name", "") != "view_on_site"]

    def has_permission(self, request: HttpRequest) -> bool:
        return works_for_a_maker(request)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_permission(request) and request.user.is_active and request.user.is_staff:
            return redirect("admin:index")
        return super().login(request, extra_context)


workshop = Workshop(name="workshop")
